"""What may be a name, and how one is chosen among those that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from newstui.model.record import record

ENOUGH: Final = 4.0
"""The weight from which a candidate is a name by itself."""
ALMOST: Final = 2.2
"""The weight from which a neighbour or a second mention can make it one."""


@record
class Candidate:
    """Letters that may be a name; ``rule`` says what spoke for them."""

    start: int
    end: int
    name: str
    weight: float
    rule: str

    def heavier(self, more: float, rule: str = "") -> Candidate:
        """The same with more weight, by a rule of its own."""
        return Candidate(self.start, self.end, self.name, self.weight + more, rule or self.rule)

    def called(self, name: str) -> Candidate:
        """The same by another name."""
        return Candidate(self.start, self.end, name, self.weight, self.rule)


_START: Final = attrgetter("start")
_WEIGHT: Final = attrgetter("weight")


def best(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates without overlaps, the heavier first."""
    kept: list[Candidate] = []
    rivals: list[Candidate] = []
    end = 0
    for one in sorted(found, key=_START):
        if one.start >= end:
            kept += _heaviest(rivals) if len(rivals) > 1 else rivals
            rivals = []
        rivals.append(one)
        end = max(end, one.end)
    return kept + _heaviest(rivals)


def _heaviest(rivals: list[Candidate]) -> list[Candidate]:
    """The heaviest of candidates that overlap, and those that remain beside it."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(rivals, key=_WEIGHT, reverse=True):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=_START)
