"""A query with each report shown once: the article that leads its group, or another where that one is not found."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from json import dumps, loads
from typing import Final

from newstui.archive import tokens
from newstui.archive.conditions import AT, Condition, Match, joined
from newstui.archive.counts import Counts
from newstui.archive.hands import Hands
from newstui.archive.plan import Plan
from newstui.archive.search import Compiler
from newstui.query.query import Query

_REPRINT: Final = Match(tokens.token(tokens.REPRINT, ""))
_LEADING: Final = Match(tokens.token(tokens.REPRINT, ""), negative=True)


class Groups:
    """Compiles queries so; what it learns of the last one is remembered until the archive changes."""

    def __init__(self, connection: sqlite3.Connection, hands: Hands, compiler: Compiler) -> None:
        self._connection = connection
        self._hands = hands
        self._compiler = compiler
        self._last: tuple[Query, tuple[int, ...]] | None = None

    def forget(self) -> None:
        """After a change of the archive."""
        self._last = None

    def count(self, query: Query, counts: Counts) -> int:
        """How many reports a query finds: its articles, without the reprints no row is made of."""
        reprints = counts.within(self._compiler.plan(query, (_REPRINT,)))
        return counts.of(query) - reprints + len(self._orphans(query))

    def plan(self, query: Query) -> Plan:
        """The plan of a query with each report once."""
        led, orphaned = self._compiler.plan(query, (_LEADING,)), self._orphaned(query)
        return Plan(range=led.range, condition=joined(" OR ", (led.inside(), orphaned))) if orphaned else led

    def settle(self, query: Query) -> None:
        """Finds once for all which reprints stand for their report, which is worth it where many rows are counted."""
        self._orphans(query)

    def _orphaned(self, query: Query) -> Condition | None:
        """The reprints that stand for their report: those known, or each looked at by itself; None without any."""
        if self._last is not None and self._last[0] == query:
            return Condition(f"{AT} IN ({', '.join(map(str, self._last[1]))})") if self._last[1] else None
        reprints = self._compiler.plan(query, (_REPRINT,))
        if not query or not self._finds(reprints):
            return None
        own = self._compiler.plan(query).holds("b.article")
        before = (
            f"SELECT 1 FROM lines v JOIN lines b ON b.report = v.report WHERE v.article = {AT} "
            f"AND (b.entry = v.report OR b.article > {AT}) AND {own.text}"
        )
        return joined(" AND ", (reprints.inside(), Condition(f"NOT EXISTS ({before})", own.values)))

    def _finds(self, plan: Plan) -> bool:
        asked, values = plan.select("1", "LIMIT 1")
        return self._connection.execute(asked, values).fetchone() is not None

    def _orphans(self, query: Query) -> tuple[int, ...]:
        """The newest article of each report whose leading article the query does not find."""
        if self._last is None or self._last[0] != query:
            self._last = query, tuple(self._ask(query)) if query else ()
        return self._last[1]

    def _ask(self, query: Query) -> list[int]:
        reprints, values = self._compiler.plan(query, (_REPRINT,)).select("@")
        asked = (
            "SELECT d.article, max(v.article) FROM lines v JOIN lines d ON d.entry = v.report "
            f"WHERE v.article IN ({reprints}) GROUP BY v.report"
        )
        newest: dict[int, int] = dict(self._connection.execute(asked, values))
        leading = Condition(f"+{AT} IN (SELECT value FROM json_each(?))", (dumps(list(newest)),))
        plan = self._compiler.plan(query, (leading,))
        for (listed,) in self._hands.ask(plan, self._compiler.calendar, "group_concat(@)") if newest else ():
            for article in loads(f"[{listed or ''}]"):
                del newest[article]
        return list(newest.values())
