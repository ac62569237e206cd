"""The reading room, played: keys in, state out."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from newstui.query.query import Query, Term
from newstui.tui.newsroom import Newsroom
from tests.tui.stage import play, press, screen, settled, shown, type_ahead

Stage = Pilot[None]


def titles(app: Newsroom) -> list[str]:
    listed = app.room.listed
    return [listed._lines[row].title for row in range(listed.item_count())]


def test_the_first_screen_shows_all_and_opens_the_first(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        assert room.hits.total == 4
        assert titles(app)[0] == "顾明棠会见客商"
        assert room.opened is not None and room.opened.article.id == room.article_id
        assert "全部文章 4 篇" in shown(app)[0]

    play(app, scene)


def test_a_person_by_initials_then_backspace(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        await press(pilot, app, "p", "type:syq", "enter")
        assert room.asked.query == Query((Term("person", "沈砚清"),))
        assert titles(app) == ["沈砚清调研春耕备耕工作", "白石县项目建设推进会议召开"]
        assert "[人 沈砚清]" in shown(app)[0] and "2 篇" in shown(app)[0]
        assert room.marks.mentions
        await press(pilot, app, "d", "type:2021-03", "enter")
        assert titles(app) == ["白石县项目建设推进会议召开"]
        await press(pilot, app, "backspace", "backspace")
        assert not room.asked.query and room.hits.total == 4

    play(app, scene)


@pytest.mark.parametrize(
    ("keys", "query"),
    [("pgmt\r", "person:顾明棠"), ("d2021-04\r", "date:2021-04"), ("/春jk\r", "春jk"), ("ftitle:q\r", "title:q")],
)
def test_what_is_typed_ahead_is_not_lost(app: Newsroom, keys: str, query: str) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        type_ahead(app, keys)
        await settled(pilot, app)
        assert str(app.room.asked.query) == query
        assert app.room.place == "list" and app.room.listed.active

    play(app, scene)


def test_the_cursor_stays_on_its_article(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "j", "j")
        before = app.room.article_id
        await press(pilot, app, "/", "type:会议", "enter")
        assert app.room.article_id == before
        await press(pilot, app, "escape")
        assert app.room.article_id == before and not app.room.asked.query

    play(app, scene)


def test_words_of_one_character_are_found_and_marked(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "/", "type:春", "enter")
        assert titles(app) == ["沈砚清调研春耕备耕工作"]
        opened = app.room.opened
        assert opened is not None and opened.hits
        assert all(span.of(opened.article.text) == "春" for span in opened.hits)

    play(app, scene)


def test_people_lead_to_their_mentions(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        await press(pilot, app, "G", "k", "3", "G", "g", "j")
        person, opened = room.people.person, room.opened
        assert person is not None and opened is not None
        assert room.marks.mentions == tuple(sorted(person.mentions))
        assert {span.of(opened.article.text) for span in room.marks.mentions} == {person.name}
        first = room.marks.pointed
        await press(pilot, app, "n")
        assert room.marks.pointed != first or len(person.mentions) == 1
        await press(pilot, app, "N")
        assert room.marks.pointed == first

    play(app, scene)


def test_the_outline_leads_to_the_text_and_back(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        await press(pilot, app, "j", "j", "4", "j")
        node = room.outline.node
        assert node is not None and room.marks.outlined == (node.span,)
        assert any("┃" in row or "▸" in row for row in shown(app))
        await press(pilot, app, "2", "G", "g")
        for _ in range(12):
            await press(pilot, app, "j")
            here = room.text.offset_here
            holding = [one for _, one in room.outline._all if one.span.start <= here < one.span.end]
            if holding:
                assert room.outline.node == holding[-1]
        assert room.outline.cursor > 0

    play(app, scene)


def test_nodes_fold(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "j", "j", "4", "g")
        before = app.room.outline.item_count()
        await press(pilot, app, "enter")
        assert app.room.outline.item_count() < before
        await press(pilot, app, "enter")
        assert app.room.outline.item_count() == before

    play(app, scene)


def test_find_in_text(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        await press(pilot, app, "j", "j", "2", "/", "type:沈砚清", "enter")
        assert len(room.marks.found) >= 2 and room.marks.pointed == room.marks.found[0]
        await press(pilot, app, "n")
        assert room.marks.pointed == room.marks.found[1]
        await press(pilot, app, "escape")
        assert not room.marks.found

    play(app, scene)


def test_only_and_all_but_the_thing_under_the_cursor(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, ".", "enter")
        assert str(app.room.asked.query) == "date:2021-04-12"
        await press(pilot, app, "escape", "3", ",", "enter")
        assert str(app.room.asked.query) == "-person:顾明棠"
        assert app.room.hits.total == 2

    play(app, scene)


def test_a_faulty_query_is_pointed_at_and_stays(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "f", "type:date:2020-13", "enter")
        assert "13" in shown(app)[-2] and "▼" in shown(app)[-2]
        assert not app.room.asked.query
        await press(pilot, app, "backspace", "2", "enter")
        assert str(app.room.asked.query) == "date:2020-12"
        assert titles(app) == ["白石县召开安全生产会议"]

    play(app, scene)


def test_an_empty_result_says_what_excluded_everything(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "f", "type:沈砚清 date:1999", "enter")
        assert app.room.hits.total == 0 and app.room.opened is None
        assert any("[日期 1999]" in row for row in shown(app)[2:])

    play(app, scene)


def test_marks_stars_tags_notes_and_undo(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        id = room.article_id
        assert id is not None
        await press(pilot, app, "*")
        assert room.listed.flags_of(id).starred and "★" in shown(app)[2]
        await press(pilot, app, "x")
        assert room.listed.flags_of(id).marked and room.listed.cursor == 1
        await press(pilot, app, "u")
        assert not room.listed.flags_of(id).marked
        await press(pilot, app, "k", "t", "type:abc", "enter", "a", "type:remember", "enter")
        assert room.opened is not None and room.opened.tags == ("abc",) and room.opened.note == "remember"
        assert any("#abc" in row for row in shown(app)) and any("✎ remember" in row for row in shown(app))
        await press(pilot, app, "r")
        assert room.listed.flags_of(id).read

    play(app, scene)


def test_saved_searches(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "/", "type:春", "enter", "v", "enter", "type:spring", "enter")
        await press(pilot, app, "backspace", "v", "enter")
        assert str(app.room.asked.query) == "春"

    play(app, scene)


def test_sorting(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "s", "j", "enter")
        assert app.room.asked.order == "oldest" and titles(app)[0] == "白石县召开安全生产会议"

    play(app, scene)


def test_a_dead_key_says_why(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "J")
        assert "J" in shown(app)[-2]
        await press(pilot, app, "j")
        assert "J" not in shown(app)[-2]

    play(app, scene)


def test_an_article_counts_as_read_once_it_was_open(archive: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        id = app.room.article_id
        assert id is not None
        await press(pilot, app, "j", "k")
        assert not app.room.listed.flags_of(id).read
        await press(pilot, app, "enter")
        for _ in range(100):
            if app.room.listed.flags_of(id).read:
                break
            await press(pilot, app)
        assert app.room.listed.flags_of(id).read

    play(screen(archive, tmp_path / "state.db", read_after=0.0), scene)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (60, 15), (39, 10), (20, 5), (10, 2), (1, 1)])
def test_any_window_works_and_every_row_fits(app: Newsroom, size: tuple[int, int]) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        from rich.cells import cell_len

        for keys in ("j", "2", "3", "4", "z", "z", "1"):
            await press(pilot, app, keys)
            rows = shown(app)
            assert len(rows) == size[1]
            assert all(cell_len(row) == size[0] for row in rows)

    play(app, scene, size)


def test_a_storm_of_sizes_ends_in_the_last_one(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        import random

        chance = random.Random(7)
        for _ in range(25):
            await pilot.resize_terminal(chance.randint(1, 300), chance.randint(1, 100))
        await pilot.resize_terminal(80, 24)
        await press(pilot, app)
        assert len(shown(app)) == 24 and "1 文章" in shown(app)[1]

    play(app, scene)


def test_a_small_window_shows_the_pane_one_goes_to(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "4")
        assert "4 要点" in shown(app)[1]
        await press(pilot, app, "3")
        assert "3 人物" in shown(app)[1]
        await press(pilot, app, "2")
        assert "1 文章" in shown(app)[1]
        await press(pilot, app, "z")
        assert "2 正文" in shown(app)[1]
        await press(pilot, app, "escape")
        assert "1 文章" in shown(app)[1]

    play(app, scene, (80, 24))


def test_a_click_goes_to_a_pane_and_a_row(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await pilot.click("#list", offset=(5, 3))
        await press(pilot, app)
        assert app.room.listed.cursor == 2
        await pilot.click("#people", offset=(5, 0))
        await press(pilot, app)
        assert app.room.place == "people"

    play(app, scene)
