"""What a query finds, as a set: the part whose postings are at hand, and the rest, article by article."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from json import dumps, loads
from typing import Final

from pyroaring import BitMap

from newstui.archive import tokens
from newstui.archive.conditions import EVERYWHERE, Condition, Range
from newstui.archive.hands import Hands
from newstui.archive.numbers import Calendar
from newstui.archive.plan import Plan
from newstui.archive.postings import Postings, bitmap

_FEW: Final = 3000
"""So few articles are looked at one by one."""
_LENGTH: Final = 500_000
_MOST: Final = 0.6
"""Of a result that is a larger part of all articles, those not found are listed instead."""
_LATEST: Final = 100
"""So many of the newest articles tell how large a result is, where its number is not known."""


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of a result: ``covered`` are keys; ``others`` is a statement of article numbers, with its values."""

    covered: BitMap
    others: str
    values: tuple[object, ...]

    @property
    def entries(self) -> str:
        """A statement of the entries of the others."""
        return f"SELECT w.entry FROM lines w WHERE w.article IN ({self.others})"


class Finder:
    """Finds so. Belongs to one state of the archive."""

    def __init__(self, connection: sqlite3.Connection, hands: Hands, calendar: Calendar) -> None:
        self.connection = connection
        self._hands = hands
        self.calendar = calendar
        self.postings = Postings(connection)
        self._last: tuple[Plan, Found] | None = None

    def of(self, plan: Plan, number: int | None = None) -> Found:
        """What a plan finds, and how many these are if that is known; what the last one found is remembered."""
        if self._last is None or self._last[0] != plan:
            self._last = plan, self._found(plan, number)
        return self._last[1]

    def _found(self, plan: Plan, number: int | None) -> Found:
        covered, keys = self.postings.covered, self.postings.keys
        if not covered:
            asked, values = plan.select("@")
            return Found(covered, asked, tuple(values))
        if (opposite := _opposite(plan)) and self._is_most(plan, number):
            missed = self._keys(opposite)
            held = [article for article in self.postings.others() if keys.of(article) not in missed]
            return _listed(covered - missed, held)
        found = self._keys(plan)
        if len(found) <= _FEW:
            return _listed(bitmap(keys, []), [keys.article(key) for key in found])
        return _listed(found & covered, [article for article in self.postings.others() if keys.of(article) in found])

    def _is_most(self, plan: Plan, number: int | None) -> bool:
        """Whether more is listed of a result than of its opposite: for certain, or as the newest articles have it."""
        if number is not None:
            return number > _MOST * len(self.postings.covered)
        newest = "SELECT article FROM lines ORDER BY article DESC LIMIT 1 OFFSET ?"
        (oldest,) = self.connection.execute(newest, (_LATEST - 1,)).fetchone() or (EVERYWHERE.low,)
        return self._hands.count(plan, self.calendar, Range(low=oldest)) > _MOST * _LATEST

    def _keys(self, plan: Plan) -> BitMap:
        keys = self.postings.keys
        found = bitmap(keys, [])
        for (listed,) in self._hands.ask(plan, self.calendar, f"group_concat({keys.sql('@')})"):
            for some in _cut(listed or ""):
                found |= bitmap(keys, loads(f"[{some}]"))
        return found


def _cut(listed: str) -> Iterator[str]:
    """A long list in parts, so that never many numbers are held at once."""
    start = 0
    while start < len(listed):
        end = listed.find(",", start + _LENGTH)
        end = len(listed) if end < 0 else end
        yield listed[start:end]
        start = end + 1


def _listed(covered: BitMap, others: list[int]) -> Found:
    return Found(covered, "SELECT value FROM json_each(?)", (dumps(others),))


def _opposite(plan: Plan) -> Plan | None:
    """The plan of all other articles, where it is as soon carried out."""
    if plan.range != EVERYWHERE or plan.everything:
        return None
    if plan.condition is None:
        return replace(plan, expression=f'"{tokens.EVERY}" NOT ({plan.expression})')
    others = Condition(f"NOT ({plan.condition.text})", plan.condition.values)
    return replace(plan, condition=others) if plan.expression is None else None
