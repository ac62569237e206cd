"""Plain text: one file, one article; its header and credits are read by parsing."""

from __future__ import annotations

from collections.abc import Iterator

from newstui.intake.articles import article
from newstui.intake.decode import Decoded
from newstui.intake.failed import MOST_CHARACTERS, Failed, IntakeError
from newstui.model.article import Article
from newstui.model.fold import fold


def plain_articles(decoded: Decoded, origin: str) -> Iterator[Article | Failed]:
    """The article of a text file."""
    if len(decoded.text) > MOST_CHARACTERS:
        raise IntakeError(f"article over {MOST_CHARACTERS:,} characters")
    if not fold(decoded.text[:10_000]) and not fold(decoded.text):
        raise IntakeError("no words in it")
    yield article(decoded.text, origin=origin)
