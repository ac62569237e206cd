"""A query as SQL: one statement over the search index wherever the query allows."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
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
from newstui.archive.plan import Plan
from newstui.query.query import And, Joined, Node, Not, Or, Query, Term

_RARE: Final = 300
"""A character of no more articles leads the search."""


class Compiler:
    """Compiles queries against one archive, whose words it asks for."""

    def __init__(self, connection: sqlite3.Connection, words: fields.Words, calendar: Calendar) -> None:
        self._connection = connection
        self._words = words
        self.calendar = calendar

    def plan(self, query: Query, also: tuple[Compiled, ...] = ()) -> Plan:
        """The plan of a query; ``also`` are conditions beside it."""
        parts: list[Compiled] = [*also]
        for part in query.parts:
            compiled = self.node(part)
            parts += compiled.parts if isinstance(compiled, All) else [compiled]
        return self._arranged(parts)

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
        from newstui.query.dates import parse_dates

        days = parse_dates(value)
        if days.unknown:
            return Range(high=self.calendar.undated_end)
        return Range(*self.calendar.bounds(days.start, days.end))

    def _arranged(self, parts: list[Compiled]) -> Plan:
        span = EVERYWHERE
        for part in parts:
            span = span.within(part) if isinstance(part, Range) else span
        matches = _one([part for part in parts if isinstance(part, Match)])
        characters = [part for part in parts if isinstance(part, Character)]
        others = [part.sql() for part in parts if isinstance(part, Condition)]
        plan = Plan(range=span)
        if rare := [one for one in characters if not matches or self._articles(one) <= _RARE]:
            plan = replace(plan, table="characters", expression=_together(rare))
            others += [one.sql() for one in matches]
        elif matches:
            plan = replace(plan, table="search", expression=matches[0].positive)
        others += [self._beside(one) for one in characters if one not in rare]
        return replace(plan, condition=joined(" AND ", others) if others else None)

    def _beside(self, one: Character) -> Condition:
        """A character as a condition, by the smaller set: the articles that hold it, or those that do not."""
        if self._documents(one.expression.strip('"')) <= self._documents(tokens.EVERY) / 2:
            return one.sql()
        return Character(f'"{tokens.EVERY}" NOT {one.expression}', not one.negative).sql()

    def _articles(self, one: Character) -> int:
        """How many articles meet it."""
        held = self._documents(one.expression.strip('"'))
        return self._documents(tokens.EVERY) - held if one.negative else held

    def _documents(self, character: str) -> int:
        asked = "SELECT doc FROM character_terms WHERE term = ?"
        row = self._connection.execute(asked, (character,)).fetchone()
        return row[0] if row else 0


def _together(characters: list[Character]) -> str:
    wanted = [one.expression for one in characters if not one.negative] or [f'"{tokens.EVERY}"']
    unwanted = [one.expression for one in characters if one.negative]
    return " AND ".join(wanted) if not unwanted else f"({' AND '.join(wanted)}) NOT ({' OR '.join(unwanted)})"


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
