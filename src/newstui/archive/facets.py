"""How what a query finds is spread over days, people, posts, organisations, sources and months."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Final

from newstui.archive.numbers import UNDATED, Calendar, iso_day
from newstui.archive.plan import Plan

_SAMPLE: Final = 3000
"""Of a result too large to count, about so many articles are looked at."""
_EXACT: Final = {"person": 12_000, "post": 15_000, "org": 10_000, "source": 300_000}
"""Results of so many articles are counted whole: a third of a second at most."""
FIELDS: Final = ("person", "post", "org", "source", "month")


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many of the articles found have it."""

    value: str
    count: int
    is_exact: bool = True
    """False where the result is so large that only a sample of it was counted, and scaled up."""


_SPREAD: Final = {
    "person": (
        "SELECT n.name, c FROM (SELECT name AS v, count(*) AS c FROM people WHERE entry IN ({entries}) GROUP BY v "
        "ORDER BY c DESC, v LIMIT ?) JOIN names n ON n.id = v ORDER BY c DESC, n.name"
    ),
    "post": (
        "SELECT k.word, count(DISTINCT p.entry) AS c FROM posts p JOIN offices o ON o.id = p.office "
        "JOIN ranks k ON k.id = o.rank WHERE p.entry IN ({entries}) GROUP BY k.id ORDER BY c DESC, k.word LIMIT ?"
    ),
    "org": (
        "WITH found AS MATERIALIZED ({entries}) SELECT g.name, count(DISTINCT entry) AS c FROM ("
        "SELECT p.entry, o.organization AS v FROM posts p JOIN offices o ON o.id = p.office WHERE p.entry IN found "
        "UNION ALL SELECT entry, organization FROM statements WHERE entry IN found) "
        "JOIN organizations g ON g.id = v WHERE g.name <> '' GROUP BY v ORDER BY c DESC, g.name LIMIT ?"
    ),
    "source": (
        "SELECT s.name, c FROM (SELECT source AS v, count(*) AS c FROM lines WHERE article IN ({found}) GROUP BY v) "
        "JOIN sources s ON s.id = v ORDER BY c DESC, s.name LIMIT ?"
    ),
}
_WHOLE: Final = {
    "person": "SELECT name, articles FROM names WHERE articles > 0 ORDER BY articles DESC, name LIMIT ?",
    "post": "SELECT word, articles FROM ranks WHERE articles > 0 ORDER BY articles DESC, word LIMIT ?",
    "org": "SELECT name, articles FROM organizations WHERE articles > 0 ORDER BY articles DESC, name LIMIT ?",
    "source": "SELECT name, articles FROM sources WHERE articles > 0 ORDER BY articles DESC, name LIMIT ?",
}
"""The same for the whole archive, which keeps these counts."""


def facets(
    connection: sqlite3.Connection, calendar: Calendar, plan: Plan, number: int, field: str, limit: int
) -> tuple[Facet, ...]:
    """The most frequent values of a field (one of FIELDS) among so many articles found; the months in their order."""
    if field == "month":
        return _months(connection, calendar, plan)
    if plan.everything:
        return tuple(Facet(*row) for row in connection.execute(_WHOLE[field], (limit,)))
    found, values = plan.select("@")
    every = number // _SAMPLE if number > _EXACT[field] else 1
    taken = number
    if every > 1:
        sample = _sampled(connection, plan, every)
        found, values, taken = "SELECT value FROM json_each(?)", [json.dumps(sample)], len(sample)
    entries = f"SELECT entry FROM lines WHERE article IN ({found})"
    rows = connection.execute(_SPREAD[field].format(found=found, entries=entries), [*values, limit])
    return tuple(Facet(value, round(count * number / taken), every == 1) for value, count in rows)


def _sampled(connection: sqlite3.Connection, plan: Plan, every: int) -> list[int]:
    """About one in so many of the articles found, from all over the result."""
    found, values = plan.select("@ AS found")
    scattered = f"SELECT found FROM ({found}) WHERE ((found * 2654435761) >> 7 & 1048575) % {every} = 0"
    return [article for (article,) in connection.execute(scattered, values)]


def days(connection: sqlite3.Connection, calendar: Calendar, plan: Plan) -> list[tuple[int, int]]:
    """How many articles each day has; UNDATED among them."""
    if plan.bare:
        low, high = calendar.day_of_number(plan.range.low), calendar.day_of_number(plan.range.high - 1)
        asked = "SELECT day, articles FROM days WHERE articles AND day BETWEEN ? AND ? ORDER BY day"
        return connection.execute(asked, (low, high)).fetchall()
    asked, values = plan.select(f"{calendar.day_sql('@')}, count(*)", "GROUP BY 1")
    return connection.execute(asked, values).fetchall()


def _months(connection: sqlite3.Connection, calendar: Calendar, plan: Plan) -> tuple[Facet, ...]:
    months: Counter[str] = Counter()
    for day, count in days(connection, calendar, plan):
        if day != UNDATED:
            months[iso_day(day)[:7]] += count
    return tuple(Facet(month, months[month]) for month in sorted(months))
