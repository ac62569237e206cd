"""The values that most of the articles found have: people, ranks, organisations, outlets; and their days.

Values are looked at from the most frequent of the archive on, until none that follows can reach the list.
"""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from json import dumps
from typing import Final

from newstui.archive import tokens
from newstui.archive.found import Finder, Found
from newstui.archive.numbers import UNDATED, month_of
from newstui.archive.plan import Plan
from newstui.archive.postings import KINDS

_ONE_BY_ONE: Final = {
    tokens.NAME: "SELECT name, count(*) FROM people WHERE entry IN ({entries}) GROUP BY name",
    tokens.RANK: (
        "SELECT o.rank, count(DISTINCT p.entry) FROM posts p JOIN offices o ON o.id = p.office "
        "WHERE p.entry IN ({entries}) GROUP BY o.rank"
    ),
    tokens.ORGANIZATION: (
        "WITH found AS MATERIALIZED ({entries}) SELECT v, count(DISTINCT entry) FROM ("
        "SELECT p.entry, o.organization AS v FROM posts p JOIN offices o ON o.id = p.office WHERE p.entry IN found "
        "UNION ALL SELECT entry, organization FROM statements WHERE entry IN found) GROUP BY v"
    ),
    tokens.SOURCE: (
        "SELECT w.source, count(*) FROM lines w WHERE w.article IN ({others}) AND w.source IS NOT NULL "
        "GROUP BY w.source"
    ),
}
Ranked = tuple[int, str, int]
"""The number of a value, its words, and how many of the articles found have it."""


def ranking(
    finder: Finder, plan: Plan, letter: str, limit: int, where: str = "1", given: tuple[object, ...] = ()
) -> list[Ranked]:
    """The most frequent values of a kind that meet a condition in SQL, among what a plan finds."""
    found = finder.of(plan)
    asked = _ONE_BY_ONE[letter].format(entries=found.entries, others=found.others)
    one_by_one: dict[int, int] = dict(finder.connection.execute(asked, found.values))
    best: list[tuple[int, str, int]] = []
    for number, name, most in _candidates(finder, found, letter, list(one_by_one), where, given):
        if len(best) == limit and most < -best[-1][0]:
            break
        count = one_by_one.get(number, 0)
        if found.covered:
            count += found.covered.intersection_cardinality(finder.postings.of(letter, number))
        if count:
            insort(best, (-count, name, number))
            del best[limit:]
    return [(number, name, -count) for count, name, number in best]


def _candidates(
    finder: Finder, found: Found, letter: str, numbers: list[int], where: str, given: tuple[object, ...]
) -> list[Ranked]:
    """Values with the number of their articles in the archive, those of most articles first."""
    table, name = KINDS[letter]
    asked = f"SELECT id, {name}, articles FROM {table} WHERE articles > 0 AND {name} <> '' AND {where}"
    if not found.covered:
        asked += " AND id IN (SELECT value FROM json_each(?))"
        given = (*given, dumps(numbers))
    return finder.connection.execute(f"{asked} ORDER BY articles DESC", given).fetchall()


def days(finder: Finder, plan: Plan, *, months: bool = False) -> list[tuple[int, int]]:
    """How many of the articles found each day has; UNDATED too. With ``months`` a day may stand for its month."""
    found = finder.of(plan)
    numbers = finder.connection.execute(found.others, found.values)
    counts = Counter(finder.calendar.day_of_number(article) for (article,) in numbers)
    if found.covered:
        for first, spans in _periods(finder, months):
            counts[first] += sum(found.covered.range_cardinality(*span) for span in spans)
    return sorted((day, count) for day, count in counts.items() if count)


def _periods(finder: Finder, months: bool) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The days of the archive, or the first of each month, with the ranges of their keys."""
    keys, covered = finder.postings.keys, finder.postings.covered
    dated = covered.rank(keys.undated - 1)
    highest = covered[dated - 1] if dated else 0
    yield UNDATED, [(keys.undated, max(covered.max(), keys.undated) + 1)]
    held = [day for (day,) in finder.connection.execute("SELECT day FROM days WHERE articles ORDER BY day")]
    for _, together in groupby((day for day in held if day != UNDATED), month_of if months else None):
        period = list(together)
        yield period[0], list(keys.spans(period[0], period[-1], highest))
