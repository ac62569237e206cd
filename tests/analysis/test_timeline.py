"""Months."""

from __future__ import annotations

from newstui.analysis.timeline import Month, months


def test_months_are_added_up_and_gaps_filled() -> None:
    days = {"2019-12-31": 1, "2020-02-01": 2, "2020-02-29": 3}
    assert months(days) == (Month("2019-12", 1), Month("2020-01", 0), Month("2020-02", 5))


def test_no_days_no_months() -> None:
    assert months({}) == ()


def test_a_wrong_date_far_away_does_not_fill_the_screen() -> None:
    assert months({"1000-01-01": 1, "2020-01-01": 1}) == (Month("1000-01", 1), Month("2020-01", 1))
