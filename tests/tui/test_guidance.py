"""What the screen says when something is missing, and what the last row offers: no dead end, no empty page."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from newstui.model.article import Span
from newstui.settings import Settings
from newstui.tui import language, newsroom, opening
from newstui.tui.newsroom import Newsroom
from newstui.tui.screens.bars import Bars
from tests.tui.stage import TEXTS, articles, build, play, press, screen, shown

Stage = Pilot[None]


def test_menus_and_pages_name_their_keys_in_the_last_row(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        for key in ("s", "p", ":", ".", "d", "e"):
            await press(pilot, app, key)
            assert "Enter" in shown(app)[-1] and "Esc" in shown(app)[-1], key
            await press(pilot, app, "escape")
            assert app.screen is app.room
        for key in ("P", "T", "W"):
            await press(pilot, app, key)
            assert "Enter" in shown(app)[-1] and "q 关闭" in shown(app)[-1], key
            await press(pilot, app, "q")

    play(app, scene)


def test_a_wide_last_row_offers_more(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        assert ". 只看" in shown(app)[-1] and ": 命令" in shown(app)[-1]

    play(app, scene)


def test_without_saved_searches_it_says_how_to_make_one(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "v")
        assert app.screen is app.room and "保存" in shown(app)[-2]
        await press(pilot, app, "/", "type:白石", "enter", "v", "enter", "type:一县", "enter", "v")
        assert any("一县" in row and "白石" in row for row in shown(app))

    play(app, scene)


def test_comparing_needs_two_marked_articles_and_says_so_in_the_room(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "C")
        assert app.screen is app.room and "两篇" in shown(app)[-2]
        await press(pilot, app, "x")
        assert "1 篇" in shown(app)[-2]
        await press(pilot, app, "x")
        assert "2 篇" in shown(app)[-2]
        await press(pilot, app, "C")
        assert app.screen is not app.room

    play(app, scene)


def test_an_export_of_nothing_says_so_before_enter(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "e", "l")
        assert "x 标记" in shown(app)[-2]
        await press(pilot, app, "l")
        assert "x 标记" not in shown(app)[-2]

    play(app, scene)


def test_two_people_taken_from_the_network_are_two_chips(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "W", "enter")
        assert len(app.room.asked.query.parts) == 2
        await press(pilot, app, "backspace")
        assert len(app.room.asked.query.parts) == 1

    play(app, scene)


def test_months_without_articles_are_one_row_of_the_timeline(tmp_path: Path) -> None:
    texts = [TEXTS[0], TEXTS[1].replace("2021-04-10", "2018-01-02")]
    app = screen(build(tmp_path / "archive.db", articles(texts)), tmp_path / "state.db")

    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "T")
        bars = app.screen.query_one(Bars).bars
        assert [(bar.label, bar.number) for bar in bars] == [("2021-03", 1), ("2018-02–2021-02", 0), ("2018-01", 1)]
        await press(pilot, app, "j", "enter")
        assert app.screen is not app.room
        await press(pilot, app, "j", "enter")
        assert str(app.room.asked.query) == "date:2018-01"

    play(app, scene)


def test_a_date_half_typed_is_no_mistake_yet(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "d", "type:2020-1")
        assert "!" not in shown(app)[-2]
        await press(pilot, app, "type:3")
        assert "!" in shown(app)[-2] and "13" in shown(app)[-2]
        await press(pilot, app, "backspace", "backspace", "type:0", "enter")
        assert "!" in shown(app)[-2] and app.screen is not app.room

    play(app, scene)


def test_a_year_typed_leads_the_calendar_to_its_articles(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "d", "type:2021")
        assert "2021 年 4 月" in shown(app)[2] and any("3月 1" in row for row in shown(app))

    play(app, scene)


def test_why_in_the_text_falls_back_on_the_outline(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "/", "type:倒排工期", "enter", "2")
        assert app.room.opened is not None
        at = app.room.opened.article.text.index("工期,6月底前")
        app.room.text.bring(Span(at, at + 2))
        await press(pilot, app, "w")
        assert "规则" in shown(app)[-2] and "对照分工" in shown(app)[-2]

    play(app, scene)


def test_what_is_wrong_in_the_settings_comes_before_the_word_of_the_samples(archive: Path, tmp_path: Path) -> None:
    themes = tmp_path / "XDG_CONFIG_HOME" / "newstui" / "themes"
    themes.mkdir(parents=True)
    (themes / "mine.toml").write_text('[colors]\ntext = "nope"\n', encoding="utf-8")
    begun = opening.prepare(
        archive, state=tmp_path / "state.db", settings=Settings(language="zh", theme="mine", keys={"nonsense": "x"}),
        samples=True, faults=["config.toml: unknown setting"],
    )  # fmt: skip

    async def scene(pilot: Stage, app: Newsroom) -> None:
        said = shown(app)[-2]
        assert "! config.toml: unknown setting" in said and "mine.toml" in said and app.look.name == "dark"

    play(newsroom.build(begun), scene)


def test_samples_say_what_they_are(archive: Path, tmp_path: Path) -> None:
    begun = opening.prepare(archive, state=tmp_path / "state.db", settings=Settings(language="zh"), samples=True)

    async def scene(pilot: Stage, app: Newsroom) -> None:
        assert "newstui import" in shown(app)[-2] and "!" not in shown(app)[-2]

    play(newsroom.build(begun), scene)


def test_the_choices_of_an_export_stand_below_each_other(archive: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "e")
        rows = shown(app)[2:4]
        assert "Markdown" in rows[1] and "JSON Lines" in rows[1] and rows[0].index("[") == rows[1].index("[")

    try:
        play(screen(archive, tmp_path / "state.db", language="en"), scene)
    finally:
        language.use("zh")
