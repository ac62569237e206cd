"""Dates as people type them: ``2020-04``, ``2020年4月``, ``..2019``, ``7d``, ``上周``, ``2020Q2``, ``none``."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Final

from newstui.query.messages import said

SHANGHAI: Final = timezone(timedelta(hours=8))
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class DateRange:
    """ISO days, both inclusive, None where open; ``unknown`` asks for the articles without a date."""

    start: str | None = None
    end: str | None = None
    unknown: bool = False


class DateError(ValueError):
    """Says why this is no date, and what may have been meant."""

    def __init__(self, kind: str, *values: object, suggestion: str | None = None) -> None:
        self.kind, self.values, self.suggestion = kind, values, suggestion
        super().__init__(said(kind, values))

    @property
    def message(self) -> str:
        """The reason in English."""
        return said(self.kind, self.values)


def parse_dates(text: str, today: date | None = None) -> DateRange:
    """The days meant. Raises DateError for impossible dates; ``today`` is that of Shanghai unless given."""
    today = today or datetime.now(SHANGHAI).date()
    text = normal(text)
    if text in _UNKNOWN:
        return DateRange(unknown=True)
    if ".." not in text:
        start, end = _period(text, today)
        return DateRange(start.isoformat(), end.isoformat())
    first, _, last = text.partition("..")
    return _range(first.strip(), last.strip(), today)


def normal(text: str) -> str:
    """The one spelling of a date: ``normal("２０２０年4月") == "2020-04"``; words stay."""
    text = unicodedata.normalize("NFKC", text).lower().strip()
    text = re.sub(r"。。|~|～|至|到|—+|–|\.{2,}|…", "..", text)
    text = re.sub(r"(\d{4})年?(?:第?([一二三四1-9])季度|q(\d))", lambda m: f"{m[1]}Q{_digit(m[2] or m[3])}", text)
    text = re.sub(r"(\d{4})年?(?:([上下])半年|h(\d))", lambda m: f"{m[1]}H{_digit(m[2] or m[3])}", text)
    text = re.sub(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?", _iso, text)
    text = re.sub(r"(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)", _iso, text)
    return re.sub(r"(?<![\d-])(\d{4})(\d\d)(\d\d)(?!\d)", _iso, text)


def _iso(match: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in match.groups() if part)


def _digit(figure: str) -> str:
    return {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}.get(figure, figure)


def _range(first: str, last: str, today: date) -> DateRange:
    if not first and not last:
        raise DateError("no-range")
    start = _period(first, today)[0].isoformat() if first else None
    end = _period(last, today)[1].isoformat() if last else None
    if start and end and start > end:
        raise DateError("range", start, end, suggestion=f"{last}..{first}")
    return DateRange(start, end)


def _period(text: str, today: date) -> Days:
    """The first and last day of what is meant."""
    for pattern, days in _FORMS:
        if match := pattern.fullmatch(text):
            return days(match, today)
    if text in _NAMED:
        return _NAMED[text](today)
    from difflib import get_close_matches

    near = get_close_matches(text, [*_NAMED, *_UNKNOWN], n=1, cutoff=0.5) if len(text) <= 24 else []
    raise DateError("date", text, suggestion=near[0] if near else None)


def _absolute(match: re.Match[str], _today: date) -> Days:
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    return _days_of(year, month, day)


def _without_year(match: re.Match[str], today: date) -> Days:
    """``4月``: the latest that has begun."""
    month, day = int(match[1]), int(match[2]) if match[2] else None
    this = _days_of(today.year, month, day)
    return this if this[0] <= today else _days_of(today.year - 1, month, day)


def _days_of(year: int, month: int | None, day: int | None) -> Days:
    if year < 1000:
        raise DateError("year")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise DateError("month", month)
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    if not 1 <= day <= 31:
        raise DateError("no-day", day)
    if day > length:
        raise DateError("day", year, month, length, day, suggestion=f"{year}-{month:02d}-{length}")
    return date(year, month, day), date(year, month, day)


def _quarter(match: re.Match[str], _today: date) -> Days:
    year, quarter = int(match[1]), int(match[2])
    if not 1 <= quarter <= 4:
        raise DateError("quarter", quarter)
    return _days_of(year, quarter * 3 - 2, None)[0], _days_of(year, quarter * 3, None)[1]


def _half(match: re.Match[str], _today: date) -> Days:
    year, half = int(match[1]), int(match[2])
    if not 1 <= half <= 2:
        raise DateError("half")
    return _days_of(year, half * 6 - 5, None)[0], _days_of(year, half * 6, None)[1]


def _last(match: re.Match[str], today: date) -> Days:
    """``7d``: seven days of which today is the last."""
    number, unit = int(match[1]), _UNITS[match[2]]
    try:
        if unit in "dw":
            return today - timedelta(days=number * (7 if unit == "w" else 1) - 1), today
        return _months_before(today, number * (12 if unit == "y" else 1)) + timedelta(days=1), today
    except (OverflowError, ValueError):
        raise DateError("far") from None


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day_before(days: int) -> Callable[[date], Days]:
    return lambda today: (today - timedelta(days=days),) * 2


def _week_before(weeks: int) -> Callable[[date], Days]:
    def week(today: date) -> Days:
        monday = today - timedelta(days=today.weekday() + 7 * weeks)
        return monday, monday + timedelta(days=6)

    return week


def _month_before(months: int) -> Callable[[date], Days]:
    def month(today: date) -> Days:
        day = _months_before(today.replace(day=1), months)
        return _days_of(day.year, day.month, None)

    return month


def _quarter_before(quarters: int) -> Callable[[date], Days]:
    def quarter(today: date) -> Days:
        first = _months_before(today.replace(day=1), (today.month - 1) % 3 + 3 * quarters)
        return first, _days_of(first.year, first.month + 2, None)[1]

    return quarter


def _year_before(years: int) -> Callable[[date], Days]:
    return lambda today: _days_of(today.year - years, None, None)


_UNITS: Final = {"d": "d", "天": "d", "日": "d", "w": "w", "周": "w", "星期": "w", "m": "m", "月": "m", "个月": "m",
                 "y": "y", "年": "y"}  # fmt: skip
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days]], ...]] = (
    (re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII), _absolute),
    (re.compile(r"(\d{4})Q(\d)", re.ASCII), _quarter),
    (re.compile(r"(\d{4})H(\d)", re.ASCII), _half),
    (re.compile(r"(\d{1,2})月(?:(\d{1,2})[日号])?", re.ASCII), _without_year),
    (re.compile(r"(?:最近|近)?([1-9]\d{0,5})(d|w|m|y|天|周|星期|个月)", re.ASCII), _last),
    (re.compile(r"(?:最近|近)([1-9]\d{0,5})(日|年)", re.ASCII), _last),
)
_UNKNOWN: Final = ("none", "无", "无日期", "未知", "不详")
_NAMED: Final = {
    **dict.fromkeys(("今天", "今日", "today"), _day_before(0)),
    **dict.fromkeys(("昨天", "昨日", "yesterday"), _day_before(1)),
    "前天": _day_before(2),
    **dict.fromkeys(("本周", "这周", "this-week"), _week_before(0)),
    **dict.fromkeys(("上周", "last-week"), _week_before(1)),
    **dict.fromkeys(("本月", "这个月", "当月", "this-month"), _month_before(0)),
    **dict.fromkeys(("上月", "上个月", "last-month"), _month_before(1)),
    **dict.fromkeys(("本季度", "本季", "this-quarter"), _quarter_before(0)),
    **dict.fromkeys(("上季度", "上季", "last-quarter"), _quarter_before(1)),
    **dict.fromkeys(("今年", "本年", "this-year"), _year_before(0)),
    **dict.fromkeys(("去年", "上年", "last-year"), _year_before(1)),
    "前年": _year_before(2),
}
WORDS: Final = (*_NAMED, *_UNKNOWN)
"""The dates that are words."""
