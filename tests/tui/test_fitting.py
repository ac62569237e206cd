"""Nothing is cut that somebody needs, in small windows too; counts are those of what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newstui.archive.state import State
from newstui.tui.acts import filtering
from newstui.tui.newsroom import Newsroom
from newstui.tui.paint import fit_ends
from tests.tui.stage import TEXTS, articles, build, play, press, screen, shown

Stage = Pilot[None]
ORDERED = "压实责任、排查隐患、补齐短板、守牢底线、" * 30 + "抓好落实"
LONG = f"白石县召开会议\n\n白石县委书记沈砚清出席会议。沈砚清强调,要{ORDERED}。\n"


def test_an_item_higher_than_its_pane_is_shown_to_its_end(tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "4", "j", "j")
        seen = {*shown(app)}
        for key in "jjjjjjjj":
            await press(pilot, app, key)
            seen |= {*shown(app)}
        assert any("抓好落实" in row and "要点" not in row for row in seen)
        tops = []
        for key in "kkkkkkkk":
            await press(pilot, app, key)
            tops.append(app.room.outline.top)
        assert tops[-1] == 0 and tops == sorted(tops, reverse=True)

    play(screen(build(tmp_path / "a.db", articles([LONG])), tmp_path / "state.db"), scene, (80, 24))


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
def test_the_calendar_shows_its_day(app: Newsroom, size: tuple[int, int]) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "d", "type:2021-04-30")
        assert any("[ 30]" in row for row in shown(app))
        weekdays = next(row for row in shown(app) if "一" in row and "五" in row)
        assert "日" in weekdays
        await press(pilot, app, "escape")

    play(app, scene, size)


def test_choices_without_room_are_shown_one_by_one(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "e", "j", "l", "l", "l")
        assert any("← CSV →" in row for row in shown(app))
        await press(pilot, app, "escape")

    play(app, scene, (36, 12))


def test_help_says_everything_in_english_at_80_cells(archive: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "?")
        helps, rows = [one.help for one in app.keys.commands if one.keys], []
        for _ in range(12):
            rows += shown(app)[2:-2]
            await press(pilot, app, " ")
        said = re.sub(r"\s", "", "".join(rows))
        assert [words for words in helps if re.sub(r"\s", "", words) not in said] == []
        await press(pilot, app, "q")

    play(screen(archive, tmp_path / "state.db", language="en"), scene, (80, 24))


def test_an_empty_list_says_every_condition_that_leaves_nothing(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "f", "type:source:白石日报 person:沈砚清 date:2015-01..2015-06 安全生产", "enter")
        said = re.sub(r"\s|│", "", "".join(row[:43] for row in shown(app)[2:20]))
        assert "[日期2015-01..2015-06]" in said and "退格键" in said

    play(app, scene)


def test_what_the_query_marks_is_no_step_to_go_back(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "p", "type:gmt", "enter")
        assert app.room.asked.query and app.room.marks.mentions
        await press(pilot, app, "escape")
        assert not app.room.asked.query
        await press(pilot, app, "3", "j", "escape")
        assert app.room.marks.pointed is None and not app.room.marks.mentions

    play(app, scene)


def test_marks_are_counted_within_the_archive(archive: Path, tmp_path: Path) -> None:
    with State(tmp_path / "state.db") as state:
        state.set_mark(["0123456789abcdef", *(one.id for one in articles(TEXTS[:1]))])

    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "e")
        assert any("已标记 1 " in row for row in shown(app))
        await press(pilot, app, "escape")

    play(screen(archive, tmp_path / "state.db"), scene)


def test_more_people_than_are_offered_are_not_counted_as_all(app: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "OFFERED", 2)

    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "p")
        assert shown(app)[2].rstrip("─ ").endswith(" 2+")
        await press(pilot, app, "type:qqq")
        assert "没有这样的人" in shown(app)[3]
        await press(pilot, app, "escape")

    play(app, scene)


def test_long_faults_keep_their_beginning_and_their_reason() -> None:
    said = fit_ends("不能保存：/home/somebody/with/a/very/long/path/state.db: 没有权限", 30)
    assert said.startswith("不能保存") and said.endswith("没有权限") and "…" in said
    assert fit_ends("短", 30) == "短"
