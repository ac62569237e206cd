"""The ordered table of steps from an article to its reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from newstui.model.article import Article
from newstui.model.reading import Reading
from newstui.parsing.credits import read_credits
from newstui.parsing.dateline import read_dateline
from newstui.parsing.header import read_header
from newstui.parsing.lead import settle_title
from newstui.parsing.meeting import find_meeting
from newstui.parsing.outline import find_outline
from newstui.parsing.people import find_people
from newstui.parsing.references import find_references
from newstui.parsing.roles import find_roles
from newstui.parsing.sections import read_sections
from newstui.parsing.text import Page
from newstui.parsing.version import PARSER_VERSION

Step = Callable[[Page, Reading], Reading]

STEPS: Final[tuple[Step, ...]] = (
    read_header,
    read_dateline,
    read_sections,
    read_credits,
    find_people,
    settle_title,
    find_outline,
    find_roles,
    find_meeting,
    find_references,
)


def read(article: Article) -> Reading:
    """Everything the parsing core finds in one article. Never raises, whatever the text."""
    return read_all([article])[0]


def read_all(articles: Sequence[Article]) -> list[Reading]:
    """The same of each of a few articles, an eighth sooner.

    Each step goes over all of them before the next one, and finds its words and rules still in the processor's cache.
    """
    pages = [Page(article) for article in articles]
    readings = [Reading(parser=PARSER_VERSION, url=article.url) for article in articles]
    for step in STEPS:
        readings = [step(page, reading) for page, reading in zip(pages, readings, strict=True)]
    return readings
