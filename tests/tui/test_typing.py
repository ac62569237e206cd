"""While one types: words are searched at once, the query line completes what is begun."""

from __future__ import annotations

import asyncio
import gc
import time
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from newstui.tui import opening, river
from newstui.tui.desk import Desk
from newstui.tui.newsroom import Newsroom
from newstui.tui.prompt import TypedLine
from newstui.tui.screens.chooser import ChoiceList, Chooser
from tests.tui.stage import play, press, screen, settled, shown, type_ahead

Stage = Pilot[None]


async def rested(pilot: Stage, app: Newsroom, seconds: float = 0.3) -> None:
    """Until what waits for a pause in typing has been done."""
    await asyncio.sleep(seconds)
    await settled(pilot, app)


def test_words_are_found_while_typed_and_dropped_with_escape(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "/", "type:安全生产")
        await rested(pilot, app)
        assert str(app.room.asked.query) == "安全生产" and app.room.hits.total == 1 and not app.room.history
        await press(pilot, app, "escape")
        assert not app.room.asked.query and not app.room.history
        await press(pilot, app, "/", "type:沈砚清", "enter")
        assert app.room.hits.total == 2 and len(app.room.history) == 1
        await press(pilot, app, "escape", "escape")
        assert not app.room.asked.query

    play(app, scene)


@pytest.mark.parametrize(
    ("typed", "line"),
    [("pers", "person:"), ("p:shen", "p:沈砚清"), ("role:pres", "role:presided"), ("source:白", "source:白石日报")],
)
def test_the_query_line_completes(app: Newsroom, typed: str, line: str) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "f", f"type:{typed}")
        await rested(pilot, app, 0.35)
        assert "Tab 补全" in shown(app)[-2]
        await press(pilot, app, "tab")
        assert app.room.query_one(TypedLine).value == line
        await press(pilot, app, "escape")

    play(app, scene)


def test_a_list_by_state_follows_the_state(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "*", "j", "*", "f", "type:is:starred", "enter")
        assert app.room.hits.total == 2
        await press(pilot, app, "*")
        assert app.room.hits.total == 1 and app.room.listed.item_count() == 1
        await press(pilot, app, "u")
        assert app.room.hits.total == 2

    play(app, scene)


def test_own_corrections_hold_and_faulty_ones_are_named(archive: Path, tmp_path: Path) -> None:
    from newstui import paths

    own = paths.user_corrections()
    own.parent.mkdir(parents=True)
    own.write_text('[[not_a_person]]\nname = "单远山"\n', encoding="utf-8")

    async def without(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "j")
        assert app.room.opened is not None
        assert "单远山" not in [one.name for one in app.room.opened.reading.people]

    async def faulty(pilot: Stage, app: Newsroom) -> None:
        assert "个人更正没有采用" in shown(app)[-2]

    play(screen(archive, tmp_path / "state.db"), without)
    own.write_text("[[nonsense]]\n", encoding="utf-8")
    play(screen(archive, tmp_path / "state.db"), faulty)


def test_what_came_since_the_last_visit_is_told(tmp_path: Path) -> None:
    from tests.tui.stage import TEXTS, articles, build

    path = build(tmp_path / "archive.db", articles(TEXTS[:2]))

    async def first(pilot: Stage, app: Newsroom) -> None:
        assert "第一次来" in shown(app)[0]

    async def second(pilot: Stage, app: Newsroom) -> None:
        assert "新到 2 篇" in shown(app)[0]
        await press(pilot, app, "f", "type:is:new", "enter")
        assert app.room.hits.total == 2

    play(screen(path, tmp_path / "state.db"), first)
    build(path, articles(TEXTS[2:]))
    play(screen(path, tmp_path / "state.db"), second)


def test_marks_serve_the_session_where_they_cannot_be_kept(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "state.db"
    folder.mkdir()

    async def scene(pilot: Stage, app: Newsroom) -> None:
        assert "不能保存" in shown(app)[-2]
        await press(pilot, app, "x", "x", "e")
        await rested(pilot, app)
        assert any("已标记 2" in row for row in shown(app))
        await press(pilot, app, "escape")

    play(screen(archive, folder), scene)


def test_a_prompt_follows_on_a_prompt_at_once(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        type_ahead(app, "/县\r/安全\r/召开\r")
        until = time.monotonic() + 60
        while str(app.room.asked.query) != "县 安全 召开" or app.room.hits.total != 1:
            assert time.monotonic() < until
            await pilot.pause(0.01)

    play(app, scene)


def test_rows_of_the_question_before_do_not_take_the_place_of_a_new_one(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        before = app.room.asked
        app.room.ask(opening.asked("安全"))
        app.room.on_rows_wanted(river.RowsWanted(before, 0, 4))
        await settled(pilot, app)
        assert app.room.hits.asked == app.room.asked and app.room.hits.total == 1

    play(app, scene)


def test_the_query_line_goes_on_behind_the_query(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "/", "type:白石", "enter", "f", "type:d:2021", "enter")
        assert str(app.room.asked.query) == "白石 date:2021"

    play(app, scene)


def test_the_words_are_marked_in_the_article_that_is_open_already(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "G")
        before = app.room.selected
        await press(pilot, app, "/", "type:安全", "enter")
        assert app.room.selected == before and len(app.room.marks.hits) >= 2
        await press(pilot, app, "n")
        assert app.room.marks.pointed in app.room.marks.hits
        await press(pilot, app, "backspace")
        assert app.room.selected == before and not app.room.marks.hits

    play(app, scene)


@pytest.mark.parametrize("opened", ["pgmt\r", "d", "e", "?", ".", ":", "T", "P", "y"])
def test_a_dialog_that_is_left_twice_ends_nothing_else(app: Newsroom, opened: str) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        type_ahead(app, opened + "\x1b\x1b\x1b")
        await rested(pilot, app)
        assert app.is_running and app.screen is app.room

    play(app, scene)


@pytest.mark.parametrize("keys", ["pgmt\r2", "d2021-04\r2", ":下一栏\r", "d\x1b2", "pgmt\r/安全\x1b2"])
def test_keys_behind_a_dialog_are_for_what_comes_after_it(app: Newsroom, keys: str) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        type_ahead(app, keys)
        await rested(pilot, app, 0.6)
        assert app.screen is app.room and app.room.place == "text"

    play(app, scene)


def test_keys_behind_a_choice_that_is_refused_are_dropped(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        type_ahead(app, "d2020-02-30\rx")
        await rested(pilot, app)
        assert app.screen is not app.room
        type_ahead(app, "\x1b")
        await rested(pilot, app)
        assert app.screen is app.room and not app.room.asked.query

    play(app, scene)


def test_an_answer_that_does_not_come_can_be_given_up(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        app.push_screen(Chooser("", ask=lambda typed, post: None))
        type_ahead(app, "abc\r")
        await rested(pilot, app)
        assert app.screen is not app.room
        type_ahead(app, "\x1b")
        await rested(pilot, app)
        assert app.screen is app.room

    play(app, scene)


def test_what_a_dialog_asks_is_answered_whatever_the_list_asks(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "p")
        type_ahead(app, "gmt")
        await pilot.pause()
        app.room._explain(False)
        await rested(pilot, app)
        assert [choice.label for choice in app.screen.query_one(ChoiceList).choices or ()] == ["顾明棠"]
        await press(pilot, app, "escape")

    play(app, scene)


def test_a_line_that_waits_sends_nothing(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        for key in "/pdf":
            await press(pilot, app, key)
            assert not app.screen.query_one(TypedLine).cursor_blink
            await press(pilot, app, "escape")

    play(app, scene)


def test_screens_that_are_left_keep_no_painted_rows(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        kept = []
        for _ in range(4):
            for key in "?TeP/":
                await press(pilot, app, key, "escape")
            gc.collect()
            kept.append(sum(isinstance(one, Strip) for one in gc.get_objects()))
        assert kept[-1] <= 1.1 * kept[0]

    play(app, scene)


def test_lines_that_are_gone_leave_nothing_behind(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        kept = []
        for _ in range(4):
            await press(pilot, app, "/", "escape", "p", "escape")
            gc.collect()
            kept.append(sum(isinstance(one, TypedLine) for one in gc.get_objects()))
        assert kept[-1] <= kept[0]

    play(app, scene)


def test_a_prompt_that_is_dropped_says_nothing_any_more(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        type_ahead(app, "fsourse:x\x1b")
        await rested(pilot, app)
        assert "sourse" not in shown(app)[-2] and app.room.query_one(Desk).asking is None

    play(app, scene)
