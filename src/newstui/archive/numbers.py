"""Article numbers: the place of an article in date order, ``day << 16 | n``."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

SHIFT: Final = 16
SHANGHAI: Final = timezone(timedelta(hours=8))
UNDATED_END: Final = 1 << 31
"""Numbers below belong to articles without a certain date."""
_FIRST_DAY: Final = UNDATED_END >> SHIFT
_EPOCH: Final = date(1900, 1, 1).toordinal()
_LAST: Final = date(2199, 12, 31).toordinal()
UNDATED: Final = 0


def day_of(published: str | None) -> int:
    """The day of an ISO date or timestamp, in Shanghai; UNDATED where it is none, before 1900 or after 2199."""
    if not published:
        return UNDATED
    try:
        if len(published) <= 10:
            ordinal = date.fromisoformat(published).toordinal()
        else:
            moment = datetime.fromisoformat(published)
            ordinal = (moment.astimezone(SHANGHAI) if moment.tzinfo else moment).toordinal()
    except (ValueError, OverflowError):
        return UNDATED
    return ordinal - _EPOCH + _FIRST_DAY if _EPOCH <= ordinal <= _LAST else UNDATED


def iso_day(day: int) -> str:
    """The ISO form of a day: ``2020-04-17``."""
    return date.fromordinal(day - _FIRST_DAY + _EPOCH).isoformat()


def numbers_of(day: int) -> tuple[int, int]:
    """The first number of a day and the first after it."""
    return (1, UNDATED_END) if day == UNDATED else (day << SHIFT, (day + 1) << SHIFT)


def day_of_number(article: int) -> int:
    """The day an article's number belongs to."""
    return UNDATED if article < UNDATED_END else article >> SHIFT


def bounds(start: str | None, end: str | None) -> tuple[int, int]:
    """The numbers of the days from start to end, both included: a half-open range. Days beyond the calendar are cut."""
    low = UNDATED_END if start is None else max(UNDATED_END, numbers_of(_clipped(start))[0])
    high = 1 << 62 if end is None else numbers_of(_clipped(end))[1]
    return low, max(low, high)


def _clipped(day: str) -> int:
    ordinal = date.fromisoformat(day).toordinal()
    return min(max(ordinal, _EPOCH - 1), _LAST + 1) - _EPOCH + _FIRST_DAY
