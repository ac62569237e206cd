"""How many articles a query finds, exactly, by the shortest way to know it."""

from __future__ import annotations

import sqlite3
from typing import Final

from newstui.archive import facets
from newstui.archive.conditions import Range
from newstui.archive.numbers import Calendar
from newstui.archive.plan import Plan
from newstui.archive.search import Compiler
from newstui.query.query import Not, Query

_KEPT: Final = 256


class Counts:
    """Counts of queries; those of the archive alone are remembered until it changes."""

    def __init__(self, connection: sqlite3.Connection, compiler: Compiler) -> None:
        self._connection = connection
        self._compiler = compiler
        self._known: dict[Query, int] = {}

    def forget(self) -> None:
        """After a change of the archive."""
        self._known.clear()

    def of(self, query: Query) -> int:
        """The number of articles a query finds."""
        if query in self._known:
            return self._known[query]
        count = self._by_the_rest(query)
        if not any(term.field in ("is", "tag") for term in query.terms()):
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[query] = count
        return count

    def within(self, plan: Plan, beyond: Range) -> int:
        """The number of articles of a plan in a range of numbers."""
        asked, values = plan.select("count(*)", beyond=beyond)
        return int(self._connection.execute(asked, values).fetchone()[0])

    def _by_the_rest(self, query: Query) -> int:
        """All but a few is counted by counting the few."""
        wanted = tuple(part for part in query.parts if not isinstance(part, Not))
        unwanted = [part.node for part in query.parts if isinstance(part, Not)]
        if len(unwanted) == 1:
            plan = self._compiler.plan(Query(wanted), counting=True)
            if plan.bare or plan.token:
                return self.of(Query(wanted)) - self.of(Query((*wanted, unwanted[0])))
        return self._of_plan(self._compiler.plan(query, counting=True))

    def _of_plan(self, plan: Plan) -> int:
        if plan.bare:
            return sum(articles for _, articles in facets.days(self._connection, self._calendar(), plan))
        if plan.token:
            terms = "search_terms" if plan.table == "search" else "character_terms"
            asked = f"SELECT doc FROM {terms} WHERE term = ?"  # noqa: S608  one of two constants
            row = self._connection.execute(asked, (plan.token,)).fetchone()
            return int(row[0]) if row else 0
        return self.within(plan, Range())

    def _calendar(self) -> Calendar:
        return self._compiler.calendar
