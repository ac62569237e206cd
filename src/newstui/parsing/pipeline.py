"""The ordered table of steps from an article to its reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newstui.model.article import Article
from newstui.model.reading import Reading
from newstui.parsing.header import read_header
from newstui.parsing.text import Page

PARSER_VERSION: Final = "1"
"""Raised whenever readings change; ``newstui reparse`` renews the readings of an older one."""

Step = Callable[[Page, Reading], Reading]

STEPS: Final[tuple[Step, ...]] = (read_header,)


def read(article: Article) -> Reading:
    """Everything the parsing core finds in one article. Never raises, whatever the text."""
    page = Page(article)
    reading = Reading(parser=PARSER_VERSION, url=article.url)
    for step in STEPS:
        reading = step(page, reading)
    return reading
