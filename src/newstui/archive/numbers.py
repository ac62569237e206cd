"""Article numbers: the place of an article in date order, ``day << shift | n``.

Days count from 1989, so that the numbers of 1900 to 2078 take four bytes in a row. Undated articles come before all.
An archive begins with room for 8,192 articles of one day, which keeps its index small; one that needs more is
numbered anew, once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final

SHANGHAI: Final = timezone(timedelta(hours=8))
_EPOCH: Final = date(1989, 1, 1).toordinal()
FIRST: Final = date(1900, 1, 1).toordinal() - _EPOCH
_LAST: Final = date(2199, 12, 31).toordinal() - _EPOCH
UNDATED: Final = -(1 << 20)
"""The day of articles without a certain date."""
LOWEST: Final = -(1 << 40)
HIGHEST: Final = 1 << 40
SHIFTS: Final = (13, 20)
"""The room for one day, in bits: at first, and after numbering anew."""


def day_of(published: str | None) -> int:
    """The day of an ISO date or timestamp, in Shanghai; UNDATED where it is none, before 1900 or after 2199."""
    if not published:
        return UNDATED
    try:
        if len(published) <= 10:
            day = date.fromisoformat(published).toordinal() - _EPOCH
        else:
            moment = datetime.fromisoformat(published)
            day = (moment.astimezone(SHANGHAI) if moment.tzinfo else moment).toordinal() - _EPOCH
    except (ValueError, OverflowError):
        return UNDATED
    return day if FIRST <= day <= _LAST else UNDATED


def iso_day(day: int) -> str:
    """The ISO form of a day: ``2020-04-17``."""
    return date.fromordinal(day + _EPOCH).isoformat()


def month_of(day: int) -> str:
    """The month of a day: ``2020-04``."""
    return iso_day(day)[:7]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days and numbers of one archive."""

    shift: int = SHIFTS[0]

    @property
    def undated_end(self) -> int:
        """Numbers from LOWEST to before this one belong to articles without a date."""
        return FIRST << self.shift

    def numbers_of(self, day: int) -> tuple[int, int]:
        """The first number of a day and the first after it."""
        return (LOWEST, self.undated_end) if day == UNDATED else (day << self.shift, (day + 1) << self.shift)

    def day_of_number(self, article: int) -> int:
        """The day an article's number belongs to."""
        return UNDATED if article < self.undated_end else article >> self.shift

    def bounds(self, start: str | None, end: str | None) -> tuple[int, int]:
        """The numbers of the days from start to end, both included: a half-open range."""
        low = self.undated_end if start is None else max(self.undated_end, self.numbers_of(_cut(start))[0])
        high = HIGHEST if end is None else self.numbers_of(_cut(end))[1]
        return low, max(low, high)

    def day_sql(self, column: str) -> str:
        """The day of a column of numbers, in SQL."""
        return f"CASE WHEN {column} < {self.undated_end} THEN {UNDATED} ELSE {column} >> {self.shift} END"


def _cut(day: str) -> int:
    """The day, one before or after the calendar at most."""
    return min(max(date.fromisoformat(day).toordinal() - _EPOCH, FIRST - 1), _LAST + 1)
