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

_RARE: Final = 0.003
"""A character in a smaller part of all articles leads the search."""
_OFTEN: Final = 0.2
"""What this part of all articles meets, or more, is found soon enough by asking row by row."""


class Compiler:
    """Compiles queries against one archive, whose words it asks for."""

    def __init__(self, connection: sqlite3.Connection, words: fields.Words, calendar: Calendar) -> None:
        self._connection = connection
        self._words = words
        self.calendar = calendar

    def plan(self, query: Query, *, counting: bool = False, also: tuple[Compiled, ...] = ()) -> Plan:
        """The plan for a page, or, counting, for all that is found; ``also`` are conditions beside the query."""
        parts: list[Compiled] = [*also]
        for part in query.parts:
            compiled = self.node(part)
            parts += compiled.parts if isinstance(compiled, All) else [compiled]
        return self._arranged(parts, counting)

    def plans(self, query: Query, *, also: tuple[Compiled, ...] = ()) -> tuple[Plan, ...]:
        """The plans for a page: all articles are those of any plan.

        Alternatives which the search index cannot answer together (``岭 or 财政厅``) are followed one by one.
        """
        for part in query.parts:
            if isinstance(part, Or) and not isinstance(self.node(part), Match):
                rest = tuple(each for each in query.parts if each is not part)
                return tuple(self.plan(Query((*rest, node)), also=also) for node in part.nodes)
        return (self.plan(query, also=also),)

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

    def _arranged(self, parts: list[Compiled], counting: bool) -> Plan:
        span = EVERYWHERE
        for part in parts:
            span = span.within(part) if isinstance(part, Range) else span
        matches = _one([part for part in parts if isinstance(part, Match)])
        characters = [part for part in parts if isinstance(part, Character)]
        others = [part.sql(False) for part in parts if isinstance(part, Condition)]
        leading = [one for one in characters if not matches or (not one.negative and self._share(one) < _RARE)]
        plan = Plan(range=span)
        if leading:
            plan = replace(plan, table="characters", expression=_together(leading))
            others += [one.sql(True) for one in matches]
            characters = [one for one in characters if one not in leading]
        elif matches:
            plan = replace(plan, table="search", expression=matches[0].positive)
        others += [self._beside(one, counting) for one in characters]
        return replace(plan, condition=joined(" AND ", others) if others else None)

    def _beside(self, one: Character, counting: bool) -> Condition:
        """A character as a condition: asked row by row where that is soon answered, else by the smaller set."""
        share = self._share(one)
        if not counting and (share <= 1 - _OFTEN if one.negative else share >= _OFTEN):
            return one.sql(True)
        if share <= 0.5:
            return one.sql(False)
        rest = Character(f'"{tokens.EVERY}" NOT {one.expression}', not one.negative)
        return rest.sql(False)

    def _share(self, one: Character) -> float:
        """In which part of all articles a character stands."""
        return self._documents(one.expression.strip('"')) / max(1, self._documents(tokens.EVERY))

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
