"""How what a query finds is spread over days, people, posts, organisations, sources and months."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newstui.archive import tokens
from newstui.archive.numbers import UNDATED, Calendar, month_of
from newstui.archive.plan import Plan

if TYPE_CHECKING:
    from newstui.archive.found import Finder

FIELDS: Final = ("person", "post", "org", "source", "month")
_LETTERS: Final = {
    "person": tokens.NAME,
    "post": tokens.RANK,
    "org": tokens.ORGANIZATION,
    "source": tokens.SOURCE,
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many of the articles found have it."""

    value: str
    count: int


_WHOLE: Final = {
    "person": "SELECT name, articles FROM names WHERE articles > 0 ORDER BY articles DESC, name LIMIT ?",
    "post": "SELECT word, articles FROM ranks WHERE articles > 0 ORDER BY articles DESC, word LIMIT ?",
    "org": (
        "SELECT name, articles FROM organizations WHERE articles > 0 AND name <> '' "
        "ORDER BY articles DESC, name LIMIT ?"
    ),
    "source": "SELECT name, articles FROM sources WHERE articles > 0 ORDER BY articles DESC, name LIMIT ?",
}
"""For the whole archive, which keeps these counts."""


def whole(connection: sqlite3.Connection, field: str, limit: int) -> tuple[Facet, ...]:
    """The most frequent values of a field (one of FIELDS, but not the month) in the archive."""
    return tuple(Facet(*row) for row in connection.execute(_WHOLE[field], (limit,)))


def facets(finder: Finder, plan: Plan, field: str, limit: int) -> tuple[Facet, ...]:
    """The same among what is found."""
    from newstui.archive.ranking import ranking

    return tuple(Facet(name, count) for _, name, count in ranking(finder, plan, _LETTERS[field], limit))


def months(found: list[tuple[int, int]]) -> tuple[Facet, ...]:
    """The months of days, in their order."""
    counts: Counter[str] = Counter()
    for day, count in found:
        if day != UNDATED:
            counts[month_of(day)] += count
    return tuple(Facet(month, counts[month]) for month in sorted(counts))


def days(connection: sqlite3.Connection, calendar: Calendar, plan: Plan) -> list[tuple[int, int]]:
    """How many articles each day has of a plan that asks for a range of dates alone; UNDATED among them."""
    low, high = calendar.day_of_number(plan.range.low), calendar.day_of_number(plan.range.high - 1)
    asked = "SELECT day, articles FROM days WHERE articles AND day BETWEEN ? AND ? ORDER BY day"
    return connection.execute(asked, (low, high)).fetchall()
