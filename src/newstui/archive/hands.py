"""A question about all of a large archive, asked by halves over two connections at once.

One goes from the oldest article on, the other from the newest back: the search index looks for its first match from an
end, wherever a range begins, so that no other division is worth it.
"""

# ruff: noqa: S608  statements of this package; values are bound

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import accumulate
from threading import Thread
from typing import Any, Final

from newstui.archive.conditions import EVERYWHERE, Range
from newstui.archive.numbers import HIGHEST, UNDATED, Calendar
from newstui.archive.plan import Plan

_LARGE: Final = 100_000
"""Articles; what has fewer is asked in one piece."""
Row = tuple[Any, ...]
Statement = tuple[str, list[object]]


class Hands:
    """The connections of one reader: its own, and another one that is opened when a large question comes."""

    def __init__(self, connection: sqlite3.Connection, another: Callable[[], sqlite3.Connection]) -> None:
        self._connection = connection
        self._another = another
        self._second: sqlite3.Connection | None = None
        self._middle: int | None = None

    def forget(self) -> None:
        """After a change of the archive."""
        self._middle = None

    def interrupt(self) -> None:
        """From another thread: what is running ends."""
        for one in (self._connection, self._second):
            if one is not None:
                with suppress(sqlite3.ProgrammingError):  # closed meanwhile
                    one.interrupt()

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()
        if self._second is not None:
            self._second.close()

    def count(self, plan: Plan, calendar: Calendar, beyond: Range = EVERYWHERE) -> int:
        """The number of articles of a plan in a range of numbers."""
        return sum(row[0] for row in self.ask(plan, calendar, "count(*)", beyond))

    def ask(self, plan: Plan, calendar: Calendar, what: str, beyond: Range = EVERYWHERE) -> list[Row]:
        """What an aggregate over the article numbers ``@`` of a plan gives, half for half."""
        span, middle = plan.range.within(beyond), self._halfway(calendar)
        if not span.low < middle < span.high:
            return self._all([plan.select(what, beyond=span)])
        older, newer = span.within(Range(high=middle)), span.within(Range(low=middle))
        asked = plan.select(what, beyond=newer) if plan.token else _backwards(plan, what, newer)
        return self._all([plan.select(what, beyond=older), asked])

    def _halfway(self, calendar: Calendar) -> int:
        """The number in the middle of a large archive; HIGHEST for a small one."""
        if self._middle is None:
            days = self._connection.execute("SELECT day, articles FROM days ORDER BY day").fetchall()
            number = sum(articles for _, articles in days)
            before = accumulate(articles for _, articles in days)
            half = next((day for (day, _), held in zip(days, before, strict=True) if held * 2 > number), UNDATED)
            self._middle = calendar.numbers_of(half)[0] if number >= _LARGE and half != UNDATED else HIGHEST
        return self._middle

    def _all(self, asked: Sequence[Statement]) -> list[Row]:
        if len(asked) < 2:
            return [row for statement in asked for row in self._connection.execute(*statement)]
        if self._second is None:
            self._second = self._another()
        return _Shared(asked).answered(self._connection, self._second)


class _Shared:
    """Statements that two connections work off."""

    def __init__(self, asked: Sequence[Statement]) -> None:
        self._left = deque(enumerate(asked))
        self._found: list[list[Row]] = [[] for _ in asked]
        self._failed: list[BaseException] = []

    def answered(self, first: sqlite3.Connection, second: sqlite3.Connection) -> list[Row]:
        """The rows of all, in order. Raises what either raised."""
        other = Thread(target=self._work, args=(second, first), daemon=True)
        other.start()
        self._work(first, second)
        other.join()
        if self._failed:
            raise self._failed[0]
        return [row for rows in self._found for row in rows]

    def _work(self, connection: sqlite3.Connection, other: sqlite3.Connection) -> None:
        try:
            while True:
                number, statement = self._left.popleft()
                self._found[number] = connection.execute(*statement).fetchall()
        except IndexError:
            return
        except BaseException as error:
            self._left.clear()
            self._failed.append(error)
            other.interrupt()


def _backwards(plan: Plan, what: str, span: Range) -> Statement:
    """From the newest on; the limit is none, but keeps the order. A single token is found anywhere as soon."""
    found, values = plan.select("@ AS found", "ORDER BY @ DESC LIMIT -1", span)
    return f"SELECT {what.replace('@', 'found')} FROM ({found})", values
