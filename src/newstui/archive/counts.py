"""How many articles a query finds, exactly, by the shortest way to know it."""

from __future__ import annotations

import sqlite3
from typing import Final

from newstui.archive import facets
from newstui.archive.conditions import EVERYWHERE, Match, Range
from newstui.archive.hands import Hands
from newstui.archive.numbers import Calendar
from newstui.archive.plan import Plan
from newstui.archive.search import Compiler
from newstui.archive.vocabulary import COUNTED
from newstui.query.query import Node, Not, Or, Query, opposite

_KEPT: Final = 256


class Counts:
    """Counts of queries; those of the archive alone are remembered until it changes."""

    def __init__(self, connection: sqlite3.Connection, hands: Hands, compiler: Compiler) -> None:
        self._connection = connection
        self._hands = hands
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

    def within(self, plan: Plan, beyond: Range = EVERYWHERE) -> int:
        """The number of articles of a plan in a range of numbers."""
        return self._hands.count(plan, self._calendar(), beyond)

    def known(self, query: Query) -> int | None:
        """The number, where it was asked for before."""
        return self._known.get(query)

    def _by_the_rest(self, query: Query) -> int:
        """All but a few is counted by counting the few."""
        for part in query.parts:
            rest = query.without(part)
            if isinstance(part, Not | Or) and self._is_known(rest) and not self._is_indexed(part):
                few = [part.node] if isinstance(part, Not) else [opposite(node) for node in part.nodes]
                return self.of(rest) - self.of(Query((*rest.parts, *few)))
        return self._of_plan(self._compiler.plan(query))

    def _is_known(self, query: Query) -> bool:
        """Whether the number is known without counting: of everything, of a range of dates, of a single mark."""
        plan = self._compiler.plan(query)
        return plan.bare or plan.token is not None

    def _is_indexed(self, node: Node) -> bool:
        """Whether the search index answers alternatives at once."""
        return isinstance(node, Or) and isinstance(self._compiler.node(node), Match)

    def _of_plan(self, plan: Plan) -> int:
        if plan.bare:
            return sum(articles for _, articles in facets.days(self._connection, self._calendar(), plan))
        if plan.token and (asked := _kept(plan.token, plan.table)):
            row = self._connection.execute(*asked).fetchone()
            return int(row[0]) if row else 0
        return self.within(plan)

    def _calendar(self) -> Calendar:
        return self._compiler.calendar


def _kept(token: str, table: str) -> tuple[str, tuple[object, ...]] | None:
    """The statement that tells in how many articles a token stands, where the archive keeps that."""
    if table == "characters":
        return "SELECT doc FROM character_terms WHERE term = ?", (token,)
    kept = COUNTED.get(token[0])
    if kept is None or not token[1:].isdecimal():
        return None
    return f"SELECT {kept[1]} FROM {kept[0]} WHERE id = ?", (int(token[1:]),)  # noqa: S608  constants of this package
