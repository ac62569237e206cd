"""The rows of the list, page by page, wherever in a long list they lie."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from newstui.archive.conditions import Range
from newstui.archive.cuts import Cuts
from newstui.archive.numbers import Calendar
from newstui.archive.plan import Plan
from newstui.model.article import ArticleLine
from newstui.query.query import Query

_SOURCE: Final = "LEFT JOIN sources s ON s.id = l.source"
_LINE: Final = f"""
SELECT l.id, l.title, l.published, s.name, l.people,
       CASE WHEN l.report IS NULL THEN 1 ELSE (SELECT count(*) FROM lines r WHERE r.report = l.report) END, l.article
FROM lines l {_SOURCE}
"""
_KEYS: Final = {"source": "coalesce(s.name, '')", "title": "l.title"}
"""What articles are sorted by; those of one key by date, the newest first."""
BY_DATE: Final = ("newest", "oldest")
_DIRECTION: Final = {True: "ORDER BY @ DESC", False: "ORDER BY @"}
_WINDOW: Final = 500
"""Articles looked at first, where a condition gathers before it answers."""
_GROWTH: Final = 40
"""So many times more articles are looked at next."""
_FAR: Final = 500
"""Rows that are soon passed over."""
_MANY: Final = 5000
"""Articles before a row; so many are counted in another way than few."""
_KEPT: Final = 256
"""Lists whose number of rows is remembered."""
Asked = tuple[Query, bool]
"""A query, and whether each report is shown once."""
Row = tuple[str, str, str | None, str | None, int, int, int]


class Pages:
    """Remembers where rows of the last list lie, so that a page is found from there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._list: Asked | None = None
        self._cuts = Cuts(newest=True)
        self._counted: dict[Asked, int] = {}

    def forget(self) -> None:
        """After a change of the archive."""
        self._list = None
        self._counted.clear()

    def counted(self, query: Asked, rows: int) -> None:
        """How many rows a list has: its last pages are found from behind."""
        if len(self._counted) >= _KEPT:
            self._counted.clear()
        self._counted[query] = rows

    def stands(self, query: Asked, order: str, row: int, article: int) -> None:
        """In which row of a list by date an article stands."""
        self._cuts_of(query, order == "newest").add(row, article)

    def is_far(self, article: int, order: str) -> bool:
        """Whether many articles have to be looked at to know how many stand before one."""
        if order not in BY_DATE:
            return True
        before = "article > ?" if order == "newest" else "article < ?"
        asked = f"SELECT 1 FROM lines WHERE {before} LIMIT 1 OFFSET ?"
        return self._connection.execute(asked, (article, _MANY)).fetchone() is not None

    def page(
        self, query: Asked, plan: Plan, calendar: Calendar, order: str, start: int, stop: int
    ) -> Iterator[ArticleLine]:
        """The rows from start to before stop of what the plan finds."""
        if order in BY_DATE:
            rows = self._by_date(query, plan, calendar, order == "newest", start, stop)
        else:
            rows = self._sorted(plan, order, start, stop)
        for identity, title, published, source, people, reprints, _ in rows:
            yield ArticleLine(identity, title, published, source, reprints, people)

    def before(self, plan: Plan, order: str, article: int) -> int:
        """How many of the articles a plan finds stand before one of them, sorted by source or title."""
        lines, values = _found_lines(plan, order)
        own = f"(SELECT {_KEYS[order]} FROM lines l {_SOURCE} WHERE l.article = ?)"
        earlier = f"{_KEYS[order]} < {own} OR {_KEYS[order]} = {own} AND l.article > ?"
        asked = f"SELECT count(*) FROM {lines} WHERE {earlier}"
        return int(self._connection.execute(asked, [*values, article, article, article]).fetchone()[0])

    def group(self, article_id: str) -> Iterator[ArticleLine]:
        """The articles of one report, the newest first; a single one is its own group."""
        where = "WHERE l.id = ?1 OR l.report = (SELECT report FROM lines WHERE id = ?1) ORDER BY l.article DESC"
        for identity, title, published, source, people, reprints, _ in self._connection.execute(
            f"{_LINE} {where}", (article_id,)
        ):
            yield ArticleLine(identity, title, published, source, reprints, people)

    def _by_date(self, query: Asked, plan: Plan, calendar: Calendar, newest: bool, start: int, stop: int) -> list[Row]:
        cuts = self._cuts_of(query, newest)
        before, after = cuts.around(start, stop)
        if plan.bare and start - before > _FAR:
            self._by_days(plan, calendar, cuts, start)
            before, after = cuts.around(start, stop)
        if min(start - before, after - stop) > _FAR and (row := cuts.inside(start, stop)):
            halves = (start, row), (row, stop)
            return [each for half in halves for each in self._by_date(query, plan, calendar, newest, *half)]
        numbers = self._gathered if plan.gathers else self._found
        if start - before <= after - stop:
            found = numbers(plan, calendar, newest, cuts.onward(before), start - before, stop - before)
        else:
            found = numbers(plan, calendar, not newest, cuts.backward(after), after - stop, after - start)[::-1]
        if found:
            cuts.add(start, found[0])
            cuts.add(start + len(found) - 1, found[-1])
        return self._lines(found)

    def _cuts_of(self, query: Asked, newest: bool) -> Cuts:
        """What is known of a list; of others it is forgotten."""
        if self._list != query or self._cuts.newest != newest:
            self._list, self._cuts = query, Cuts(newest=newest)
        if query in self._counted:
            self._cuts.end(self._counted[query])
        return self._cuts

    def _found(self, plan: Plan, _calendar: Calendar, newest: bool, beyond: Range, start: int, stop: int) -> list[int]:
        asked, values = plan.select("@", f"{_DIRECTION[newest]} LIMIT ? OFFSET ?", beyond)
        return [number for (number,) in self._connection.execute(asked, [*values, max(0, stop - start), start])]

    def _gathered(
        self, plan: Plan, calendar: Calendar, newest: bool, beyond: Range, start: int, stop: int
    ) -> list[int]:
        """The same, window by window: a condition that gathers is to gather no more than is needed."""
        found: list[int] = []
        for span in _windows(self._connection, plan.range.within(beyond), calendar, newest):
            asked, values = plan.select("@", f"{_DIRECTION[newest]} LIMIT ?", span)
            found += [number for (number,) in self._connection.execute(asked, [*values, stop - len(found)])]
            if len(found) >= stop:
                break
        return found[start:]

    def _lines(self, numbers: Sequence[int]) -> list[Row]:
        asked = f"{_LINE} WHERE l.article = ?"
        return [self._connection.execute(asked, (number,)).fetchone() for number in numbers]

    def _by_days(self, plan: Plan, calendar: Calendar, cuts: Cuts, start: int) -> None:
        """Finds the row near the start with which some day begins: days know their articles."""
        low, high = calendar.day_of_number(plan.range.low), calendar.day_of_number(plan.range.high - 1)
        asked = "SELECT day, articles FROM days WHERE articles AND day BETWEEN ? AND ? ORDER BY day"
        before = 0
        for day, articles in self._connection.execute(asked + (" DESC" if cuts.newest else ""), (low, high)):
            if before + articles > start:
                first, after = calendar.numbers_of(day)
                cuts.begin(before, after if cuts.newest else first)
                return
            before += articles

    def _sorted(self, plan: Plan, order: str, start: int, stop: int) -> list[Row]:
        lines, values = _found_lines(plan, order)
        sorted_ = f"SELECT l.article FROM {lines} ORDER BY {_KEYS[order]}, l.article DESC LIMIT ? OFFSET ?"
        given = [*values, max(0, stop - start), start]
        return self._lines([number for (number,) in self._connection.execute(sorted_, given)])


def _found_lines(plan: Plan, order: str) -> tuple[str, list[object]]:
    """The lines of what a plan finds, to be sorted, as a table in SQL with its values."""
    source = _SOURCE if order == "source" else ""
    if plan.everything:
        return f"lines l {source}", []
    found, values = plan.select("@ AS number")
    return f"({found}) CROSS JOIN lines l ON l.article = number {source}", values


def _windows(connection: sqlite3.Connection, span: Range, calendar: Calendar, newest: bool) -> Iterator[Range]:
    """Ranges of days from one end to the other, each of many more articles than the one before."""
    low, high = calendar.day_of_number(span.low), calendar.day_of_number(span.high - 1)
    asked = f"SELECT day, articles FROM days WHERE day BETWEEN ? AND ? ORDER BY day {'DESC' if newest else ''}"
    held, most = 0, _WINDOW
    for day, articles in connection.execute(asked, (low, high)):
        held += articles
        if held >= most:
            first, after = calendar.numbers_of(day)
            yield span.within(Range(low=first) if newest else Range(high=after))
            span = span.within(Range(high=first) if newest else Range(low=after))
            held, most = 0, most * _GROWTH
    yield span
