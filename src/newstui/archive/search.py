"""A query as SQL: one statement over the search index wherever the query allows."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Final

from newstui.archive import fields, tokens
from newstui.archive.conditions import (
    EVERYWHERE,
    All,
    Character,
    Compiled,
    Condition,
    Match,
    Range,
    any_of,
    joined,
    negated,
)
from newstui.archive.numbers import Calendar
from newstui.query.dates import parse_dates
from newstui.query.query import And, Joined, Node, Not, Or, Query, Term

_RARE: Final = 3000
"""A character in fewer articles than this leads the search."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled query: where to look, what to match, which rows to keep."""

    table: str = "lines"
    expression: str | None = None
    range: Range = EVERYWHERE
    condition: Condition | None = None

    @property
    def column(self) -> str:
        """The column of the article number."""
        return "lines.article" if self.table == "lines" else f"{self.table}.rowid"

    @property
    def everything(self) -> bool:
        """Whether it asks for nothing at all."""
        return self.bare and self.range == EVERYWHERE

    @property
    def bare(self) -> bool:
        """Whether it asks for a range of dates and nothing else."""
        return self.table == "lines" and self.condition is None

    def select(self, what: str, order: str = "", beyond: Range | None = None) -> tuple[str, list[object]]:
        """The statement and its values; ``beyond`` narrows the range further."""
        wheres: list[str] = []
        values: list[object] = []
        if self.expression is not None:
            wheres.append(f"{self.table} MATCH ?")
            values.append(self.expression)
        span = self.range.within(beyond) if beyond else self.range
        if span.low > EVERYWHERE.low:
            wheres.append(f"{self.column} >= ?")
            values.append(span.low)
        if span.high < EVERYWHERE.high:
            wheres.append(f"{self.column} < ?")
            values.append(span.high)
        if self.condition is not None:
            wheres.append(self.condition.on(self.column))
            values += self.condition.values
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        return (
            f"SELECT {what.replace('@', self.column)} FROM {self.table}{where} {order.replace('@', self.column)}",
            values,
        )


class Compiler:
    """Compiles queries against one archive, whose words it asks for."""

    def __init__(self, connection: sqlite3.Connection, words: fields.Words, calendar: Calendar) -> None:
        self._connection = connection
        self._words = words
        self._calendar = calendar

    def plan(self, query: Query, *, counting: bool = False) -> Plan:
        """The plan for a page, or, counting, for all that is found."""
        parts: list[Compiled] = []
        for part in query.parts:
            compiled = self.node(part)
            parts += compiled.parts if isinstance(compiled, All) else [compiled]
        return self._arranged(parts, counting)

    def node(self, node: Node) -> Compiled:
        """One part of a query."""
        match node:
            case Term():
                return self._term(node)
            case Joined():
                return self._words.joined(node)
            case Not():
                return negated(self.node(node.node))
            case Or():
                return any_of(self.node(each) for each in node.nodes)
            case And():
                return _flat(self.node(each) for each in node.nodes)

    def _term(self, term: Term) -> Compiled:
        if term.field == "":
            single = tokens.character(term.value)
            return Character(single) if single else Match(tokens.phrase(term.value))
        if term.field == "date":
            return self._dates(term.value)
        return self._words.term(term)

    def _dates(self, value: str) -> Compiled:
        days = parse_dates(value)
        if days.unknown:
            return Range(high=self._calendar.undated_end)
        return Range(*self._calendar.bounds(days.start, days.end))

    def _arranged(self, parts: list[Compiled], counting: bool) -> Plan:
        span = Range()
        for part in parts:
            span = span.within(part) if isinstance(part, Range) else span
        matches = [part for part in parts if isinstance(part, Match)]
        characters = [part for part in parts if isinstance(part, Character)]
        others = [part.sql(False) for part in parts if isinstance(part, Condition)]
        leading = [one for one in characters if not one.negative and (not matches or self._is_rare(one))]
        plan = Plan(range=span)
        if leading:
            lead = " AND ".join(one.expression for one in leading)
            plan = replace(plan, table="characters", expression=lead)
            others += [one.sql(True) for one in _one(matches)]
            characters = [one for one in characters if one not in leading]
        elif matches:
            plan = replace(plan, table="search", expression=_one(matches)[0].positive)
        others += [one.sql(not counting) for one in characters]
        return replace(plan, condition=joined(" AND ", others) if others else None)

    def _is_rare(self, one: Character) -> bool:
        row = self._connection.execute(
            "SELECT doc FROM character_terms WHERE term = ?", (one.expression.strip('"'),)
        ).fetchone()
        return row is None or row[0] < _RARE


def _one(matches: list[Match]) -> list[Match]:
    """All matches as one: those wanted joined by AND, less those not wanted."""
    if len(matches) < 2:
        return matches
    wanted = [one.expression for one in matches if not one.negative] or [f'"{tokens.EVERY}"']
    unwanted = [one.expression for one in matches if one.negative]
    expression = f"({' AND '.join(wanted)})"
    return [Match(f"({expression} NOT ({' OR '.join(unwanted)}))" if unwanted else expression)]


def _flat(parts: object) -> Compiled:
    """Parts that all have to be met, matches among them as one."""
    found: list[Compiled] = []
    for part in parts:  # type: ignore[attr-defined]
        found += part.parts if isinstance(part, All) else [part]
    matches: list[Compiled] = list(_one([part for part in found if isinstance(part, Match)]))
    found = matches + [part for part in found if not isinstance(part, Match)]
    return found[0] if len(found) == 1 else All(tuple(found))
