"""Choosing dates: typed, and on the calendar with its counts."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from newstui.tui.newsroom import Newsroom
from tests.tui.stage import play, press, shown

CHOSEN = [
    (["down", "enter"], "date:2021-04-12"),
    (["down", "up", "left", "enter"], "date:2021-04-04"),
    (["down", "m"], "date:2021-04"),
    (["down", "y"], "date:2021"),
    (["down", "<", "m"], "date:2021-03"),
    (["down", "[", "y"], "date:2020"),
    (["down", "r", "left", "left", "enter"], "date:2021-04-10..2021-04-12"),
    (["type:2021-04", "enter"], "date:2021-04"),
    (["type:..2020", "enter"], "date:..2020"),
]


@pytest.mark.parametrize(("keys", "query"), CHOSEN, ids=[query for _, query in CHOSEN])
def test_dates_are_chosen(app: Newsroom, keys: list[str], query: str) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        await press(pilot, app, "d", *keys)
        assert str(app.room.asked.query) == query

    play(app, scene)


def test_the_calendar_shows_counts_and_errors_say_why(app: Newsroom) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        await press(pilot, app, "d")
        rows = shown(app)
        assert any("2021 年 4 月" in row for row in rows) and any("本月 2 篇" in row for row in rows)
        await press(pilot, app, "type:2021-02-30")
        assert "28" in shown(app)[-2]
        await press(pilot, app, "enter")
        assert app.screen is not app.room
        await press(pilot, app, "escape")
        assert app.screen is app.room and not app.room.asked.query

    play(app, scene)


def test_another_date_takes_the_place_of_the_first(app: Newsroom) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        await press(pilot, app, "d", "type:2021", "enter", "d", "type:2020", "enter")
        assert str(app.room.asked.query) == "date:2020" and app.room.hits.total == 1
        await press(pilot, app, "d", "enter")
        assert str(app.room.asked.query) == "date:2020"

    play(app, scene)
