"""How what a query finds is spread over days, people, posts, organisations, sources and months."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Final

from newstui.archive.numbers import SHIFT, UNDATED_END, day_of_number, iso_day
from newstui.archive.search import Plan


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many of the articles found have it."""

    value: str
    count: int


_SPREAD: Final = {
    "person": (
        "SELECT n.name, c FROM (SELECT name AS v, count(*) AS c FROM people WHERE article IN ({found}) GROUP BY v "
        "ORDER BY c DESC, v LIMIT ?) JOIN names n ON n.id = v ORDER BY c DESC, n.name"
    ),
    "post": (
        "SELECT k.word, count(DISTINCT p.article) AS c FROM posts p JOIN offices o ON o.id = p.office "
        "JOIN ranks k ON k.id = o.rank WHERE p.article IN ({found}) GROUP BY k.id ORDER BY c DESC, k.word LIMIT ?"
    ),
    "org": (
        "SELECT g.name, count(DISTINCT article) AS c FROM ("
        "SELECT p.article, o.organization AS v FROM posts p JOIN offices o ON o.id = p.office WHERE p.article IN ({found}) "
        "UNION ALL SELECT article, organization FROM statements WHERE article IN ({found})) "
        "JOIN organizations g ON g.id = v WHERE g.name <> '' GROUP BY v ORDER BY c DESC, g.name LIMIT ?"
    ),
    "source": (
        "SELECT s.name, count(*) AS c FROM lines l JOIN sources s ON s.id = l.source WHERE l.article IN ({found}) "
        "GROUP BY s.id ORDER BY c DESC, s.name LIMIT ?"
    ),
}


def facets(connection: sqlite3.Connection, plan: Plan, field: str, limit: int) -> tuple[Facet, ...]:
    """The most frequent values of a field, the months in their order."""
    if field == "month":
        return _months(connection, plan)
    found, values = plan.select("@")
    asked = _SPREAD[field].format(found=found)
    rows = connection.execute(asked, [*values * asked.count(found), limit])
    return tuple(Facet(value, count) for value, count in rows)


def days(connection: sqlite3.Connection, plan: Plan) -> list[tuple[int, int]]:
    """How many articles each day has; day 0 is the unknown one."""
    if plan.bare:
        low, high = day_of_number(plan.range.low), day_of_number(plan.range.high - 1)
        asked = "SELECT day, articles FROM days WHERE articles AND day BETWEEN ? AND ? ORDER BY day"
        return connection.execute(asked, (low, high)).fetchall()
    asked, values = plan.select(
        f"CASE WHEN @ < {UNDATED_END} THEN 0 ELSE @ >> {SHIFT} END AS day, count(*)", "GROUP BY 1"
    )
    return connection.execute(asked, values).fetchall()


def _months(connection: sqlite3.Connection, plan: Plan) -> tuple[Facet, ...]:
    months: Counter[str] = Counter()
    for day, count in days(connection, plan):
        months[iso_day(day)[:7] if day else ""] += count
    return tuple(Facet(month, months[month]) for month in sorted(months) if month)
