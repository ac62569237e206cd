"""The key of an article in a set of articles: its number, packed so that sets are dense.

Numbers leave much room in a day. A key takes the places of 64 articles from each day in turn, and the next 64 of every
day after those, so that the articles of an archive lie close together whether few or many of them come on a day.
Undated articles come after all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newstui.archive.numbers import FIRST, LOWEST, Calendar

_LOW: Final = 6
"""Bits of the place of an article among 64 of its day."""
_DAYS: Final = 17
"""Bits of a day."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of one archive."""

    calendar: Calendar

    @property
    def fit(self) -> bool:
        """Whether the keys take no more than 32 bits."""
        return self.undated < 1 << 32

    @property
    def undated(self) -> int:
        """The first key of the undated articles."""
        return 1 << (self.calendar.shift + _DAYS + 1)

    def of(self, article: int) -> int:
        """The key of an article number."""
        if article < self.calendar.undated_end:
            return self.undated + article - LOWEST
        place = article & ((1 << self.calendar.shift) - 1)
        day = (article >> self.calendar.shift) - FIRST
        return (place >> _LOW) << (_DAYS + _LOW) | day << _LOW | place & ((1 << _LOW) - 1)

    def article(self, key: int) -> int:
        """The article number of a key."""
        if key >= self.undated:
            return key - self.undated + LOWEST
        place = (key >> (_DAYS + _LOW)) << _LOW | key & ((1 << _LOW) - 1)
        day = ((key >> _LOW) & ((1 << _DAYS) - 1)) + FIRST
        return day << self.calendar.shift | place

    def sql(self, column: str) -> str:
        """The same in SQL, for a column of article numbers."""
        shift, low = self.calendar.shift, (1 << _LOW) - 1
        planes = (1 << (shift - _LOW)) - 1
        plane = f"((({column} >> {_LOW}) & {planes}) << {_DAYS + _LOW})"
        day = f"((({column} >> {shift}) + {-FIRST}) << {_LOW})"
        dated = f"{plane} | {day} | ({column} & {low})"
        undated = f"{column} + {self.undated - LOWEST}"
        return f"CASE WHEN {column} >= {self.calendar.undated_end} THEN {dated} ELSE {undated} END"

    def spans(self, first: int, last: int, highest: int) -> Iterator[tuple[int, int]]:
        """The keys of the days from first to last, as half-open ranges, up to the highest key of a dated article."""
        start, stop = (first - FIRST) << _LOW, (last + 1 - FIRST) << _LOW
        for plane in range((highest >> (_DAYS + _LOW)) + 1):
            yield plane << (_DAYS + _LOW) | start, (plane << (_DAYS + _LOW)) + stop
