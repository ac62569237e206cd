"""The rows of the list, page by page, wherever in a long list they lie."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from newstui.archive.conditions import EVERYWHERE, Range
from newstui.archive.numbers import Calendar
from newstui.archive.plan import Plan
from newstui.model.article import ArticleLine
from newstui.query.query import Query

_LINE: Final = """
SELECT l.id, l.title, l.published, s.name, l.people,
       CASE WHEN l.report IS NULL THEN 1 ELSE (SELECT count(*) FROM lines r WHERE r.report = l.report) END, l.article
FROM lines l LEFT JOIN sources s ON s.id = l.source
"""
ORDERS: Final = {
    "newest": "ORDER BY @ DESC",
    "oldest": "ORDER BY @",
    "source": "ORDER BY s.name, l.article DESC",
    "title": "ORDER BY l.title, l.article DESC",
}
Asked = tuple[Query, bool]
"""A query, and whether each report is shown once."""
Row = tuple[str, str, str | None, str | None, int, int, int]


class Pages:
    """Remembers where pages of the last list ended, so that the next one begins there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._list: tuple[Asked, str] | None = None
        self._ends: dict[int, int] = {}

    def forget(self) -> None:
        """After a change of the archive."""
        self._list = None

    def page(
        self, query: Asked, plans: Sequence[Plan], calendar: Calendar, order: str, start: int, stop: int
    ) -> Iterator[ArticleLine]:
        """The rows from start to before stop of what any of the plans finds."""
        if order in ("newest", "oldest"):
            rows = self._by_date(query, plans, calendar, order, start, stop)
        else:
            rows = self._sorted(plans, order, start, stop)
        for identity, title, published, source, people, reprints, _ in rows:
            yield ArticleLine(identity, title, published, source, reprints, people)

    def group(self, article_id: str) -> Iterator[ArticleLine]:
        """The articles of one report, the newest first; a single one is its own group."""
        where = "WHERE l.id = ?1 OR l.report = (SELECT report FROM lines WHERE id = ?1) ORDER BY l.article DESC"
        for identity, title, published, source, people, reprints, _ in self._connection.execute(
            f"{_LINE} {where}", (article_id,)
        ):
            yield ArticleLine(identity, title, published, source, reprints, people)

    def _by_date(
        self, query: Asked, plans: Sequence[Plan], calendar: Calendar, order: str, start: int, stop: int
    ) -> list[Row]:
        if (query, order) != self._list:
            self._list, self._ends = (query, order), {}
        newest = order == "newest"
        before, end = max(((at, end) for at, end in self._ends.items() if at <= start), default=(0, None))
        if len(plans) == 1 and plans[0].bare and start - before > 500:
            before, end = self._by_days(plans[0], calendar, newest, start)
        beyond = EVERYWHERE if end is None else Range(high=end) if newest else Range(low=end + 1)
        found, values = _first(plans, order, beyond, max(0, stop - start), start - before)
        asked = f"{_LINE} JOIN ({found}) ON l.article = found ORDER BY l.article {'DESC' if newest else 'ASC'}"
        rows: list[Row] = self._connection.execute(asked, values).fetchall()
        if rows:
            self._ends[start + len(rows)] = rows[-1][-1]
        return rows

    def _by_days(self, plan: Plan, calendar: Calendar, newest: bool, start: int) -> tuple[int, int | None]:
        """How many rows lie before some day near the start, and the number they end at: days know their articles."""
        low, high = calendar.day_of_number(plan.range.low), calendar.day_of_number(plan.range.high - 1)
        asked = "SELECT day, articles FROM days WHERE articles AND day BETWEEN ? AND ? ORDER BY day"
        before, end = 0, None
        for day, articles in self._connection.execute(asked + (" DESC" if newest else ""), (low, high)):
            if before + articles > start:
                break
            before += articles
            first, after = calendar.numbers_of(day)
            end = first if newest else after - 1
        return before, end

    def _sorted(self, plans: Sequence[Plan], order: str, start: int, stop: int) -> list[Row]:
        chosen = [plan.select("@") for plan in plans]
        found, values = " UNION ALL ".join(each for each, _ in chosen), [one for _, some in chosen for one in some]
        where = "" if plans[0].everything else f"WHERE l.article IN ({found})"
        named = "LEFT JOIN sources s ON s.id = l.source" if order == "source" else ""
        sorted_ = f"SELECT l.article AS found FROM lines l {named} {where} {ORDERS[order]} LIMIT ? OFFSET ?"
        asked = f"{_LINE} JOIN ({sorted_}) ON l.article = found {ORDERS[order]}"
        given = [*(values if where else []), max(0, stop - start), start]
        rows: list[Row] = self._connection.execute(asked, given).fetchall()
        return rows


def _first(plans: Sequence[Plan], order: str, beyond: Range, number: int, skipped: int) -> tuple[str, list[object]]:
    """The statement for so many article numbers (as ``found``) in order after those skipped, and its values."""
    if len(plans) == 1:
        found, values = plans[0].select("@ AS found", f"{ORDERS[order]} LIMIT ? OFFSET ?", beyond)
        return found, [*values, number, skipped]
    pieces, given = [], []
    for plan in plans:
        found, values = plan.select("@ AS found", f"{ORDERS[order]} LIMIT ?", beyond)
        pieces.append(f"SELECT found FROM ({found})")
        given += [*values, number + skipped]
    together = f"{' UNION '.join(pieces)} {ORDERS[order].replace('@', 'found')} LIMIT ? OFFSET ?"
    return together, [*given, number, skipped]
