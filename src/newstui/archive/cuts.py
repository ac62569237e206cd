"""Where the rows of one list by date are known to lie, so that a page is found from the nearest such place.

A cut is an article number that parts the rows before a row from those from it on.
"""

from __future__ import annotations

from typing import Final

from newstui.archive.conditions import Range
from newstui.archive.numbers import HIGHEST, LOWEST

_NOWHERE: Final = 1 << 62
"""A row that no list has."""


class Cuts:
    """The cuts of a list, from the newest article on or from the oldest."""

    def __init__(self, *, newest: bool) -> None:
        self.newest = newest
        self._known = {0: HIGHEST if newest else LOWEST}

    def end(self, rows: int) -> None:
        """The list has so many rows."""
        self._known[rows] = LOWEST if self.newest else HIGHEST

    def begin(self, row: int, cut: int) -> None:
        """A row begins with this number, or beyond it."""
        self._known[row] = cut

    def add(self, row: int, article: int) -> None:
        """An article stands in a row."""
        self._known[row] = article + 1 if self.newest else article
        self._known[row + 1] = article if self.newest else article + 1

    def onward(self, row: int) -> Range:
        """The numbers from a row with a cut on."""
        cut = self._known[row]
        return Range(high=cut) if self.newest else Range(low=cut)

    def backward(self, row: int) -> Range:
        """The numbers before a row with a cut."""
        cut = self._known[row]
        return Range(low=cut) if self.newest else Range(high=cut)

    def around(self, start: int, stop: int) -> tuple[int, int]:
        """The nearest rows with a cut, no later than the start of a page and no earlier than its stop."""
        later = (row for row in self._known if row >= stop)
        return max(row for row in self._known if row <= start), min(later, default=_NOWHERE)

    def inside(self, start: int, stop: int) -> int | None:
        """A row with a cut within a page."""
        return next((row for row in self._known if start < row < stop), None)
