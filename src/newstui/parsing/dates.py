"""Dates as texts write them, as ISO 8601 days and timestamps."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newstui.model.late import late
from newstui.parsing.hanzi import NUMERALS

_DIGITS: Final = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_ZONE: Final = "+08:00"
DATE: Final = (
    r"(?P<year>(?:19|20)\d\d)\s*(?P<mark>[-./年]|\s(?=\d\d[./-]\d\d(?![\d%])))[/\s]*(?P<month>\d{1,2})\s*[-./月][/\s]*(?P<day>\d{1,2})(?!\d(?!\d:\d\d))\s*日?"
    r"(?:[\sT]*(?:上午|下午)?\s*(?P<hour>\d{1,2})[:时](?P<minute>\d{2})(?:[:分](?P<second>\d{2}))?秒?)?"
)
"""A full date in digits, ``2024 06.25`` too, with or without a time of day; wants text in half-width form."""
ANY_DATE: Final = (
    re.sub(r"\?P<\w+>", "?:", DATE) + r"|(?<!\d)\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d(?!\d)(?: \d{1,2}:\d\d)?"
)
"""The same without named groups, to stand inside other expressions."""
_DATE: Final = re.compile(DATE)
WRITTEN_DATE: Final = f"([一二][〇零○一二三四五六七八九]{{3}})年([{NUMERALS}]{{1,2}})月([{NUMERALS}]{{1,3}})日"
"""A full date in characters."""
_WRITTEN: Final = late(WRITTEN_DATE)


def iso(match: re.Match[str]) -> str | None:
    """The day or timestamp of a match of ``DATE``; None where the calendar has no such day."""
    day = day_of(match["year"], match["month"], match["day"])
    if day is None or match["hour"] is None:
        return day
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day
    return f"{day}T{hour:02}:{minute:02}:{second:02}{_ZONE}"


def day_of(year: str | int, month: str | int, day: str | int) -> str | None:
    """The ISO day, None where there is none such: ``day_of(2021, 2, 31)``."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH: Final = late(
    rf"[A-Z][a-z]{{2}} ({'|'.join(_MONTHS)}) (\d{{1,2}}) (\d{{2}}):(\d{{2}}):(\d{{2}}) [A-Z]{{3}} ((?:19|20)\d\d)"
)
"""As machines write it: ``Tue Feb 25 08:50:37 CST 2020``."""
_DAY_FIRST: Final = late(r"(?<![\d-])(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)(?!\d)(?:\s+(\d{1,2}):(\d{2}))?")


def first_date(text: str, start: int = 0, end: int | None = None) -> tuple[str, int, int] | None:
    """The first full date in a stretch of text, in digits or in characters, with its place."""
    stop = len(text) if end is None else end
    in_digits = text.find("20", start, stop) >= 0 or text.find("19", start, stop) >= 0
    for match in _DATE.finditer(text, start, stop) if in_digits else ():
        found = iso(match)
        if found:
            return found, *match.span()
    for match in _WRITTEN.finditer(text, start, stop) if text.find("年", start, stop) >= 0 else ():
        year, month, day = match.groups()
        found = day_of("".join(_DIGITS[each] for each in year), _number(month), _number(day))
        if found:
            return found, *match.span()
    for match in _ENGLISH.finditer(text, start, stop) if in_digits else ():
        month, day, *time, year = match.groups()
        if found := day_of(year, _MONTHS.index(month) + 1, day):
            return f"{found}T{':'.join(time)}{_ZONE}", *match.span()
    for match in _DAY_FIRST.finditer(text, start, stop) if in_digits else ():
        found = day_of(match[3], match[2], match[1])
        if found and match[4] and int(match[4]) < 24 and int(match[5]) < 60:
            found = f"{found}T{int(match[4]):02}:{match[5]}:00{_ZONE}"
        if found:
            return found, *match.span()
    return None


def _number(words: str) -> int:
    """``二十三`` is 23."""
    tens, ten, ones = words.rpartition("十")
    value = int(_DIGITS.get(ones, "0")) if ones else 0
    return value + (10 * int(_DIGITS.get(tens, "1")) if ten else 0)
