"""Dates as the world writes them, to ISO 8601 in Beijing time. What is no date of a news archive is None."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Final

from newstui.model.late import late

BEIJING: Final = timezone(timedelta(hours=8))
_YEARS: Final = range(1900, 2101)
_LARGEST_OFFSET: Final = timedelta(hours=14)

_WRITTEN: Final = late(
    r"(?P<year>(?:19|20|21)\d\d)\s*(?:(?:[-/.年]|(?<=\s)(?=\d\d\s?/))\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?"
    r"|(?P<month2>[01]\d)(?P<day2>[0-3]\d)(?!\d))"
    r"(?:\s*(?:[（(]?(?:星期|周)[一二三四五六日天][)）]?)?[\sT-]*(?P<noon>上午|下午|晚上|凌晨|中午)?\s*"
    r"(?P<hour>\d{1,2})\s*[:：时]\s*(?P<minute>[0-5]\d)(?:\s*[:：分]\s*(?P<second>[0-5]\d)(?:\.\d+)?)?\s*分?秒?"
    r"\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


def moment(written: str) -> str | None:
    """``moment("2020年4月17日 20:13")`` is ``2020-04-17T20:13:00+08:00``; a day alone stays a day.

    Takes ISO forms, Chinese forms, RFC 2822 and Unix seconds or milliseconds; a time without a zone is Beijing's.
    """
    written = written.strip().translate(_WIDE)
    if re.fullmatch(r"\d{9,10}(\.\d+)?|\d{12,13}", written):
        return from_seconds(float(written) / (1000 if len(written.split(".")[0]) > 10 else 1))
    match = _WRITTEN.match(written)
    return _of(match) if match else _of_mail(written)


def first_moment(text: str) -> str | None:
    """The first date written anywhere in the text, preferring one with a time of day."""
    found = [iso for match in _WRITTEN.finditer(text.translate(_WIDE)) if (iso := _of(match))]
    return next((iso for iso in found if "T" in iso), found[0] if found else None)


def from_seconds(seconds: float) -> str | None:
    """The moment of a Unix time stamp."""
    try:
        return _iso(datetime.fromtimestamp(seconds, BEIJING))
    except (ValueError, OverflowError, OSError):
        return None


def _of(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    try:
        day = datetime(int(part["year"]), int(part["month"] or part["month2"]), int(part["day"] or part["day2"]))
        if part["hour"] is None:
            return day.date().isoformat()
        hour = int(part["hour"]) + (12 if part["noon"] in ("下午", "晚上") and int(part["hour"]) < 12 else 0)
        time = day.replace(hour=hour, minute=int(part["minute"]), second=int(part["second"] or 0))
        zone = datetime.strptime(part["zone"], "%z").tzinfo if part["zone"] else BEIJING
        return _iso(time.replace(tzinfo=zone))
    except (ValueError, OverflowError):
        return None


def _of_mail(written: str) -> str | None:
    from email.utils import parsedate_to_datetime  # here, as few records have such dates and it is slow to load

    try:
        time = parsedate_to_datetime(_CST.sub("+0800", written))
        return _iso(time if time.tzinfo else time.replace(tzinfo=BEIJING))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _iso(time: datetime) -> str | None:
    offset = time.utcoffset()
    if offset is None or abs(offset) > _LARGEST_OFFSET or time.year not in _YEARS:
        return None
    return time.astimezone(BEIJING).isoformat(timespec="seconds")


_CST: Final = late(r"\bCST\b")
"""China Standard Time here, not Chicago's."""
_WIDE: Final = str.maketrans("０１２３４５６７８９／－．　", "0123456789/-. ")
