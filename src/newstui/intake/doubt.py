"""What is said of a text whose encoding leaves a doubt; the text is taken all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newstui.intake.decode import Decoded
from newstui.intake.failed import Failed
from newstui.model.article import Article

Found = Iterator[Article | Failed]


def doubts(decoded: Decoded, origin: str) -> Iterator[Failed]:
    """The doubt about a decoded document, where there is one."""
    if reason := decoded.doubt:
        yield Failed(origin, reason, how="doubted")


def with_doubt(read: Callable[[Decoded, str], Found], decoded: Decoded, origin: str) -> Found:
    """The articles of a decoded document, and then the doubt about it."""
    yield from read(decoded, origin)
    yield from doubts(decoded, origin)
