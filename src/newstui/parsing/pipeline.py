"""The ordered table of steps from an article to its reading."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from newstui.model.article import Article
from newstui.model.reading import Reading
from newstui.parsing.credits import read_credits
from newstui.parsing.dateline import read_dateline
from newstui.parsing.header import read_header
from newstui.parsing.sections import read_sections
from newstui.parsing.text import Page

PARSER_VERSION: Final = "1"
"""Raised whenever readings change; ``newstui reparse`` renews the readings of an older one."""

Step = Callable[[Page, Reading], Reading]

_LATER: Final = (("people", "find_people"), ("outline", "find_outline"), ("roles", "find_roles"),
                 ("meeting", "find_meeting"), ("references", "find_references"))  # fmt: skip
STEPS: Final[tuple[Step, ...]] = (
    read_header,
    read_dateline,
    read_credits,
    read_sections,
    *(
        getattr(import_module(f"newstui.parsing.{module}"), name)
        for module, name in _LATER
        if find_spec(f"newstui.parsing.{module}")
    ),
)


def read(article: Article) -> Reading:
    """Everything the parsing core finds in one article. Never raises, whatever the text."""
    page = Page(article)
    reading = Reading(parser=PARSER_VERSION, url=article.url)
    for step in STEPS:
        reading = step(page, reading)
    return reading
