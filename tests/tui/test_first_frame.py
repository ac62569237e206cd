"""The first frame, sent before the toolkit is there: the same picture, and nothing typed meanwhile is lost."""

from __future__ import annotations

import asyncio
import io
import random
import signal
import termios
from pathlib import Path

import pytest
from rich.console import Console
from rich.style import Style

from newstui.archive.errors import Interrupted
from newstui.archive.state import State
from newstui.settings import Settings
from newstui.tui import first_frame, opening
from newstui.tui.lanes import Lanes
from newstui.tui.newsroom import Newsroom
from newstui.tui.shelf import Shelf
from tests.tui.test_terminal import OPENED, Screen

SIZES = [(120, 40), (200, 60), (100, 30), (80, 24), (60, 20), (39, 11), (20, 5), (10, 2), (1, 1)]
THEMES = ["dark", "light", "contrast", "sixteen", "mono"]


def never() -> Shelf:
    """No answer comes, so that the screen stays as it was when it was first painted."""
    raise Interrupted("stopped")


def cells(row: list[tuple[str, Style]]) -> list[tuple[str, Style]]:
    return [(character, style) for words, style in row for character in words]


async def first_paint(app: Newsroom, size: tuple[int, int]) -> list[list[tuple[str, Style]]]:
    async with app.run_test(size=size) as pilot:
        while not app.room.painted:
            await pilot.pause()
        return [
            [(segment.text, segment.style or Style.null()) for segment in strip]
            for strip in app.screen._compositor.render_strips()
        ]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_it_is_what_the_toolkit_paints_first(archive: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    begun = opening.prepare(archive, state=tmp_path / "state.db", settings=Settings(language="zh"))
    painted = asyncio.run(first_paint(Newsroom(Lanes(never), begun), size))
    drawn = first_frame.picture(begun, *size)
    for ours, theirs in zip(drawn, painted, strict=True):
        assert cells(ours) == cells(theirs)[: len(cells(ours))]
        assert not "".join(words for words, _ in cells(theirs)[len(cells(ours)) :]).strip()


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_so_in_every_theme(archive: Path, tmp_path: Path, theme: str) -> None:
    begun = opening.prepare(archive, state=tmp_path / "state.db", theme=theme, lang="en")
    with State(tmp_path / "state.db") as state:
        assert begun.first is not None
        state.set_star([begun.first[0].lines[1].id], True)
    begun = opening.prepare(archive, state=tmp_path / "state.db", query="白石", theme=theme, lang="en")
    painted = asyncio.run(first_paint(Newsroom(Lanes(never), begun), (120, 40)))
    assert [cells(row) for row in first_frame.picture(begun, 120, 40)] == [cells(row) for row in painted]


@pytest.mark.parametrize("color", ["", "truecolor", "24bit", "yes"])
@pytest.mark.parametrize("term", ["xterm", "xterm-256color", "screen.xterm-256color", "linux", "vt100", "xterm-kitty"])
def test_it_has_as_many_colours_as_the_toolkit_sends(term: str, color: str) -> None:
    environment = {"TERM": term, "COLORTERM": color}
    console = Console(file=io.StringIO(), force_terminal=True, _environ=environment)
    assert first_frame.color_system(environment).name.lower() == {
        "standard": "standard", "256": "eight_bit", "truecolor": "truecolor"
    }[console.color_system or ""]  # fmt: skip


def test_without_rows_there_is_none(archive: Path, tmp_path: Path) -> None:
    begun = opening.prepare(archive, state=tmp_path / "state.db", query="找不到的字句")
    assert begun.first is not None and not begun.first[0].lines
    assert first_frame.sequence(begun, 80, 24) == ""


def test_rows_that_take_too_long_are_left_to_the_screen(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise Interrupted("stopped")

    monkeypatch.setattr("newstui.tui.listing.first", interrupted)
    assert opening.prepare(archive, state=tmp_path / "state.db").first is None


def test_keys_typed_before_the_toolkit_is_there_count(archive: Path, tmp_path: Path) -> None:
    program = Screen(archive, tmp_path / "state.db")
    program.read("白石县".encode())
    program.send(b"xq")
    assert program.end(10) == 0
    assert program.said.count(first_frame.ALTERNATE.encode()) == 1
    with State(tmp_path / "state.db") as state:
        assert len(state.marked()) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_before_the_toolkit_is_there_ends_it(archive: Path, tmp_path: Path, number: int) -> None:
    program = Screen(archive, tmp_path / "state.db")
    program.read("白石县".encode())
    program.process.send_signal(number)
    assert program.end(4) == 128 + number
    program.read(seconds=1)
    assert b"\x1b[?1049l" in program.said and b"\x1b[?25h" in program.said
    assert termios.tcgetattr(program.own)[:4] == program.before[:4]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
@pytest.mark.parametrize("seed", range(20))
def test_a_signal_at_any_time_ends_it(archive: Path, tmp_path: Path, number: int, seed: int) -> None:
    program = Screen(archive, tmp_path / "state.db")
    program.read("白石县".encode())
    program.read(until=OPENED if seed % 2 else b"", seconds=random.Random(seed).uniform(0, 1.5), quiet=0.05)
    program.process.send_signal(number)
    assert program.end(6) == 128 + number
    program.read(seconds=1)
    assert b"\x1b[?1049l" in program.said and termios.tcgetattr(program.own)[:4] == program.before[:4]
