"""Pages, palette, themes, export, what is kept: played on the whole program."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from newstui.tui.newsroom import Newsroom
from newstui.tui.prompt import TypedLine
from tests.tui.stage import TEXTS, articles, build, play, press, screen, shown

Stage = Pilot[None]


def test_english(archive: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        assert "All articles 4 articles" in shown(app)[0]

    try:
        play(screen(archive, tmp_path / "state.db", language="en"), scene)
    finally:
        from newstui.tui import language

        language.use("zh")


def test_own_keys(archive: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "F", "type:syq", "enter")
        assert str(app.room.asked.query) == "person:沈砚清"

    play(screen(archive, tmp_path / "state.db", keys={"filter_person": "F", "nonsense": "x"}), scene)


def test_the_palette_finds_a_command_in_either_language(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, ":", "type:zoom", "enter")
        assert "1 文章" in shown(app)[1] and not any("2 正文" in row for row in shown(app))

    play(app, scene)


def test_a_theme_is_chosen_and_kept(archive: Path, tmp_path: Path) -> None:
    async def choose(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, ":", "type:theme", "enter")
        names = [choice.value for choice in app.screen.query_one("#choices").choices]  # type: ignore[attr-defined]
        assert {"dark", "light", "contrast", "sixteen", "mono"} <= set(names)
        await press(pilot, app, *["j"] * (names.index("light") - names.index("dark")), "enter")
        assert app.look.name == "light"

    async def later(pilot: Stage, app: Newsroom) -> None:
        assert app.look.name == "light"

    play(screen(archive, tmp_path / "state.db"), choose)
    play(screen(archive, tmp_path / "state.db"), later)


def test_pages_open_and_lead_back(app: Newsroom) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "3", "g", "enter")
        assert any("任职" in row for row in shown(app))
        await press(pilot, app, "enter")
        assert app.screen is app.room and str(app.room.asked.query).startswith("person:")
        await press(pilot, app, "1", "T", "enter")
        assert "date:2021-04" in str(app.room.asked.query)
        await press(pilot, app, "backspace", "backspace", "W")
        assert any("沈砚清 — 顾明棠" in row or "顾明棠 — 沈砚清" in row for row in shown(app))
        await press(pilot, app, "q", "x", "x", "C")
        assert any("%" in row for row in shown(app)[:3])
        await press(pilot, app, "escape", "?")
        assert any("按人筛选" in row for row in shown(app))

    play(app, scene)


def test_export_writes_what_the_command_line_writes(archive: Path, tmp_path: Path) -> None:
    import tomllib

    target = tmp_path / "out.toml"

    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "p", "type:syq", "enter", "e", "l", "l", "tab", "tab")
        app.screen.query_one(TypedLine).value = str(target)
        await press(pilot, app, "enter")
        assert "2" in shown(app)[-2] and str(target)[:20] in shown(app)[-2]
        before = target.read_bytes()
        await press(pilot, app, "e", "tab", "tab")
        app.screen.query_one(TypedLine).value = str(target)
        await press(pilot, app, "enter")
        assert target.read_bytes() == before
        await press(pilot, app, "enter")
        assert target.read_bytes() != before

    play(screen(archive, tmp_path / "state.db"), scene)
    assert len(tomllib.loads(target.read_text(encoding="utf-8"))["articles"]) == 1


def test_the_place_in_a_text_is_kept(tmp_path: Path) -> None:
    long = "很长的报告\n\n2021-01-01 来源: 白石日报\n\n" + "  要办好这件事。\n\n" * 200
    path = build(tmp_path / "archive.db", articles([long, TEXTS[0]]))
    tops: list[int] = []

    async def first(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "G", "2", "space", "space", "space")
        tops.append(app.room.text.offset_top)
        await press(pilot, app, "q")

    async def second(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "G")
        assert app.room.text.offset_top == tops[0] > 0

    for scene in (first, second):
        play(screen(path, tmp_path / "state.db"), scene)


def test_a_replaced_archive_is_noticed(tmp_path: Path) -> None:
    path = build(tmp_path / "archive.db", articles(TEXTS[:1]))

    async def scene(pilot: Stage, app: Newsroom) -> None:
        assert app.room.hits.total == 1
        other = build(tmp_path / "other.db", articles(TEXTS))
        for suffix in ("", "-wal", "-shm"):
            other.with_name(other.name + suffix).replace(path.with_name(path.name + suffix))
        await press(pilot, app, "/", "type:县", "enter")
        assert app.room.hits.total == 4
        path.unlink()
        await press(pilot, app, "/", "type:长", "enter")
        assert "archive.db" in shown(app)[-2] and app.is_running

    play(screen(path, tmp_path / "state.db"), scene)
