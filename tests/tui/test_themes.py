"""Themes: the shipped ones are whole, a faulty one is named and does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color
from textual.pilot import Pilot

from newstui import paths
from newstui.tui import themes
from newstui.tui.newsroom import Newsroom
from tests.tui.stage import play, press, screen, shown

SHIPPED = ("contrast", "dark", "light", "mono", "sixteen")


def test_all_shipped_themes_load() -> None:
    loaded, failed = themes.load([paths.themes()])
    assert set(SHIPPED) <= set(loaded) and not failed
    for look in loaded.values():
        assert set(look.styles) == set(themes.STYLES)
        assert look.title("zh") != look.name and look.title("en")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_theme_can_be_worn(archive: Path, tmp_path: Path, name: str) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        assert app.look.name == name
        await press(pilot, app, "j", "f", "type:x", "escape", "p", "escape", "?", "escape")
        assert "全部文章" in shown(app)[0]

    play(screen(archive, tmp_path / "state.db", theme=name), scene)


def luminance(color: Color) -> float:
    def part(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    triplet = color.get_truecolor()
    return 0.2126 * part(triplet.red) + 0.7152 * part(triplet.green) + 0.0722 * part(triplet.blue)


@pytest.mark.parametrize(("name", "least"), [("dark", 4.5), ("light", 4.5), ("contrast", 7.0)])
def test_text_stands_out(name: str, least: float) -> None:
    look = themes.load([paths.themes()])[0][name]
    ground = Color.parse(look.colors["background"])
    for kind in ("base", "dim", "person", "role", "error", "deadline", "date", "key"):
        color = look[kind].color or look["base"].color
        assert color is not None
        low, high = sorted((luminance(color), luminance(ground)))
        assert (high + 0.05) / (low + 0.05) >= least, kind


@pytest.mark.parametrize(
    ("words", "reason"),
    [("nonsense = [", "Expected"), ("[colors]\ntext = 'red'", "missing"), ("[styles]\nwrong = 'bold'", "missing")],
)
def test_a_faulty_theme_is_named(tmp_path: Path, words: str, reason: str) -> None:
    (tmp_path / "own.toml").write_text(words, encoding="utf-8")
    loaded, failed = themes.load([paths.themes(), tmp_path])
    assert "dark" in loaded and "own" not in loaded
    assert failed[0].path.name == "own.toml" and failed[0].reason


def test_faults_in_colours_and_styles_are_found(tmp_path: Path) -> None:
    whole = (paths.themes() / "dark.toml").read_text(encoding="utf-8")
    for fault in ('[styles]\nwrong = "bold"', '[styles]\nhit = "$nothing"', '[styles]\nhit = "on on"'):
        (tmp_path / "own.toml").write_text(whole + fault, encoding="utf-8")
        assert isinstance(themes.read(tmp_path / "own.toml"), themes.Failure)


def test_without_any_theme_there_is_bare_paint(tmp_path: Path) -> None:
    look, failed = themes.first_of([tmp_path], ["dark"])
    assert look.name == "bare" and not failed
