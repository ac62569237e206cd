"""Dates as people type them, on Monday 23 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.query.dates import DateError, DateRange, normal, parse_dates

TODAY = date(2026, 11, 23)
CASES = """
2020                    2020-01-01 2020-12-31
2020-04                 2020-04-01 2020-04-30
2020-4                  2020-04-01 2020-04-30
2020-04-17              2020-04-17 2020-04-17
2020/4/17               2020-04-17 2020-04-17
2020.4.17               2020-04-17 2020-04-17
20200417                2020-04-17 2020-04-17
2020年                  2020-01-01 2020-12-31
2020年4月               2020-04-01 2020-04-30
2020年4月17日           2020-04-17 2020-04-17
２０２０年４月          2020-04-01 2020-04-30
2020-02                 2020-02-01 2020-02-29
2020-04..2020-06        2020-04-01 2020-06-30
2020年4月至2020年6月    2020-04-01 2020-06-30
2020-04。。2020-06      2020-04-01 2020-06-30
2020..2021-03-05        2020-01-01 2021-03-05
..2019                  -          2019-12-31
2021..                  2021-01-01 -
2020Q2                  2020-04-01 2020-06-30
2020q4                  2020-10-01 2020-12-31
2020年第二季度          2020-04-01 2020-06-30
2020年1季度             2020-01-01 2020-03-31
2020年上半年            2020-01-01 2020-06-30
2020H2                  2020-07-01 2020-12-31
2019Q4..2020Q1          2019-10-01 2020-03-31
4月                     2026-04-01 2026-04-30
4月17日                 2026-04-17 2026-04-17
11月                    2026-11-01 2026-11-30
11月24日                2025-11-24 2025-11-24
12月                    2025-12-01 2025-12-31
1d                      2026-11-23 2026-11-23
7d                      2026-11-17 2026-11-23
2w                      2026-11-10 2026-11-23
3m                      2026-08-24 2026-11-23
1y                      2025-11-24 2026-11-23
近7天                   2026-11-17 2026-11-23
最近3个月               2026-08-24 2026-11-23
今天                    2026-11-23 2026-11-23
today                   2026-11-23 2026-11-23
昨天                    2026-11-22 2026-11-22
前天                    2026-11-21 2026-11-21
本周                    2026-11-23 2026-11-29
上周                    2026-11-16 2026-11-22
本月                    2026-11-01 2026-11-30
上月                    2026-10-01 2026-10-31
本季度                  2026-10-01 2026-12-31
上季度                  2026-07-01 2026-09-30
今年                    2026-01-01 2026-12-31
去年                    2025-01-01 2025-12-31
上周..今天              2026-11-16 2026-11-23
9999                    9999-01-01 9999-12-31
"""
MISTAKES = """
2021-02-29    2021-02 has 28 days, not 29    2021-02-28
2020-04-31    2020-04 has 30 days, not 31    2020-04-30
2020-13       there is no month 13           -
2020-00       there is no month 0            -
2020-04-00    there is no day 0              -
2020-04-32    there is no day 32             -
2020Q5        there is no quarter 5          -
2020H3        a year has two halves          -
0000          years run from 1000 to 9999    -
0300          years run from 1000 to 9999    -
..            a range needs a beginning or an end    -
2020..2019    the range ends (2019-12-31) before it begins (2020-01-01)    2019..2020
todya         'todya' is no date             today
去年份        '去年份' is no date            去年
99999m        that is too long ago           -
999999d       that is too long ago           -
123           '123' is no date               -
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_dates(case: str) -> None:
    typed, start, end = case.split()
    days = DateRange(None if start == "-" else start, None if end == "-" else end)
    assert parse_dates(typed, TODAY) == days
    assert parse_dates(normal(typed), TODAY) == days
    assert normal(normal(typed)) == normal(typed)


@pytest.mark.parametrize("typed", ["none", "无", "无日期", "未知", "NONE"])
def test_no_date(typed: str) -> None:
    assert parse_dates(typed) == DateRange(unknown=True)


@pytest.mark.parametrize("case", MISTAKES.strip().splitlines())
def test_an_impossible_date_says_why(case: str) -> None:
    typed, message, suggestion = (part.strip() for part in case.split("   ") if part.strip())
    with pytest.raises(DateError) as caught:
        parse_dates(typed, TODAY)
    assert (caught.value.message, caught.value.suggestion or "-") == (message, suggestion)


def test_absolute_dates_have_one_spelling() -> None:
    assert {normal(each) for each in ("2020年4月", "2020-4", "2020/04", "２０２０．４")} == {"2020-04"}


@given(
    st.text(st.sampled_from("0123456789-.年月日天周季度上下半今去昨dwmyQHq~至 ") | st.characters(), max_size=20),
    st.dates(),
)
def test_no_words_raise_anything_else(typed: str, today: date) -> None:
    try:
        days = parse_dates(typed, today)
    except DateError as error:
        assert error.message
    else:
        assert days.unknown or days.start or days.end
        assert not (days.start and days.end) or days.start <= days.end
        assert parse_dates(normal(typed), today) == days


@given(st.dates(date(1000, 1, 1)))
def test_every_day_is_itself(day: date) -> None:
    assert parse_dates(day.isoformat(), TODAY) == DateRange(day.isoformat(), day.isoformat())
    assert parse_dates(f"{day.year}年{day.month}月{day.day}日", TODAY) == parse_dates(day.isoformat(), TODAY)


def test_a_week_begins_on_monday() -> None:
    for days in range(7):
        assert parse_dates("本周", TODAY + timedelta(days=days)).start == "2026-11-23"
