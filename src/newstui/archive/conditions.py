"""What the compiled parts of a query are: expressions of the search index, of the characters, or of plain SQL."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from newstui.archive import tokens
from newstui.archive.numbers import HIGHEST, LOWEST

AT: Final = "@"
"""Stands in a condition for the article number of the row asked about."""
LOW: Final = "@low"
HIGH: Final = "@high"
"""Stand for the range of numbers asked about, so that a condition gathers no more than it needs."""
_PLACE: Final = re.compile(f"{LOW}|{HIGH}|{AT}")


@dataclass(frozen=True, slots=True)
class Match:
    """An expression of the search index, or all but it."""

    expression: str
    negative: bool = False

    @property
    def positive(self) -> str:
        """The expression that finds just these articles."""
        return f'("{tokens.EVERY}" NOT {self.expression})' if self.negative else self.expression

    def sql(self) -> Condition:
        """The same as a condition."""
        return _inside("search", self.expression, self.negative)


@dataclass(frozen=True, slots=True)
class Character:
    """An expression of the table of characters, or all but it."""

    expression: str
    negative: bool = False

    def sql(self) -> Condition:
        """The same as a condition."""
        return _inside("characters", self.expression, self.negative)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL on the article number AT."""

    text: str
    values: tuple[object, ...] = ()

    def sql(self) -> Condition:
        """Itself."""
        return self

    def on(self, column: str, low: str, high: str) -> str:
        """The words of it for a column that holds article numbers, asked from low to before high."""
        given = {AT: column, LOW: low, HIGH: high}
        return _PLACE.sub(lambda place: given[place[0]], self.text)


@dataclass(frozen=True, slots=True)
class Range:
    """Article numbers from low up to, not including, high."""

    low: int = LOWEST
    high: int = HIGHEST

    def sql(self) -> Condition:
        """The same as a condition."""
        return Condition(f"{AT} BETWEEN ? AND ?", (self.low, self.high - 1))

    def within(self, other: Range) -> Range:
        """What both hold."""
        return Range(max(self.low, other.low), min(self.high, other.high))


EVERYWHERE: Final = Range()


@dataclass(frozen=True, slots=True)
class All:
    """What meets every part."""

    parts: tuple[Compiled, ...]

    def sql(self) -> Condition:
        """The same as a condition."""
        return joined(" AND ", (part.sql() for part in self.parts))


Compiled = Match | Character | Condition | Range | All


def negated(part: Compiled) -> Compiled:
    """All but what the part finds."""
    if isinstance(part, Match | Character):
        return type(part)(part.expression, not part.negative)
    condition = part.sql()
    return Condition(f"NOT ({condition.text})", condition.values)


def any_of(parts: Iterable[Compiled]) -> Compiled:
    """What meets at least one part."""
    parts = tuple(parts)
    matches = [part for part in parts if isinstance(part, Match)]
    if len(matches) == len(parts):
        return Match(f"({' OR '.join(part.positive for part in matches)})")
    others: list[Compiled] = [part for part in parts if not isinstance(part, Match)]
    if matches:
        others.insert(0, any_of(matches))
    return joined(" OR ", (part.sql() for part in others))


def joined(word: str, conditions: Iterable[Condition]) -> Condition:
    """Conditions put together by AND or OR."""
    conditions = tuple(conditions)
    text = word.join(f"({one.text})" for one in conditions)
    return Condition(text, tuple(value for one in conditions for value in one.values))


def _inside(table: str, expression: str, negative: bool) -> Condition:
    no = "NOT " if negative else ""
    found = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= {LOW} AND rowid < {HIGH}"
    return Condition(f"+{AT} {no}IN ({found})", (expression,))
