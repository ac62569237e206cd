"""The front door decides between the screen and a command, and loads only what that one needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newstui import __version__
from newstui.__main__ import wants_command
from newstui.cli.table import COMMANDS
from tests.cli.conftest import Run, call, environment


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("list p:陈必昌", True),
        ("--archive x.db list", True),
        ("--help", True),
        ("", False),
        ("p:陈必昌", False),
        ("-- list", False),
        ("--archive list", False),
        ("--theme list 会议", False),
    ],
)
def test_who_is_called(words: str, command: bool) -> None:
    assert wants_command(words.split()) is command


def test_version_loads_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['newstui', '--version']\n"
        "from newstui.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment(tmp_path), check=True
    )
    assert run.stdout == f"newstui {__version__}\n"
    assert not set(run.stderr.split()) & {"click", "textual", "rich", "jieba", "sqlite3", "argparse", "platformdirs"}


def test_help_lists_every_command(newstui: Run) -> None:
    told = newstui("--help").stdout
    assert all(f"\n  {name} " in told for name in COMMANDS)


def test_every_command_has_help(newstui: Run) -> None:
    for name in COMMANDS:
        run = newstui(name, "--help")
        assert run.returncode == 0, run.stderr
        assert "Usage: newstui" in run.stdout


def test_a_screen_without_a_terminal_says_how_to_go_on(newstui: Run) -> None:
    run = newstui()
    assert run.returncode == 2
    assert "newstui list" in run.stderr
    assert "\x1b" not in run.stdout + run.stderr


def test_demo_without_a_terminal_prints_what_it_holds(tmp_path: Path) -> None:
    run = call(tmp_path, "demo")
    assert run.returncode == 0, run.stderr
    assert "利津县“双招双引”工作推进会议召开" in run.stdout
    assert "newstui import" in run.stdout


def test_wrong_use(newstui: Run) -> None:
    assert newstui("list", "--limit", "many").returncode == 2
    assert newstui("import").returncode == 2


def test_no_archive_yet_means_the_samples(tmp_path: Path) -> None:
    run = call(tmp_path, "list", "利津县")
    assert run.returncode == 0
    assert "samples" in run.stderr
    assert "利津县“双招双引”工作推进会议召开" in run.stdout


def test_a_home_that_cannot_be_written_still_shows_the_samples() -> None:
    run = call(Path("/proc"), "list", "利津县")
    assert run.returncode == 0, run.stderr
    assert "利津县" in run.stdout


def test_an_archive_that_is_not_there_is_no_samples(newstui: Run, tmp_path: Path) -> None:
    run = newstui("list", "--archive", str(tmp_path / "none.db"))
    assert run.returncode == 4
    assert "newstui import" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_the_common_options_behind_it(newstui: Run, name: str) -> None:
    told = newstui(name, "--help").stdout
    assert all(option in told for option in ("--archive", "--lang", "--theme"))


@pytest.mark.parametrize("words", ["keys --lang en", "--lang en keys", "keys --theme light --lang en --archive x.db"])
def test_an_option_means_the_same_before_and_behind_a_command(newstui: Run, words: str) -> None:
    assert newstui(*words.split()).stdout.splitlines()[1].endswith("cursor down")


def test_the_samples_take_the_options_of_the_screen(tmp_path: Path) -> None:
    for words in ("demo --plain --lang en", "--plain demo --lang en", "--lang en demo --plain"):
        assert "A number reads" in call(tmp_path, *words.split(), given="q\n").stdout
    assert "键入数字阅读" in call(tmp_path, "demo", "--plain", "--lang", "zh", given="q\n").stdout


@pytest.mark.parametrize("words", ["list --kiosk", "--kiosk list", "--plain stats", "demo --archive x.db"])
def test_what_a_command_cannot_do_is_refused(tmp_path: Path, words: str) -> None:
    run = call(tmp_path, *words.split())
    assert run.returncode == 2
    assert run.stdout == ""


def test_the_door_of_the_screen_speaks_the_language_asked_for(tmp_path: Path) -> None:
    for language, word in (("zh", "没有这个文库"), ("en", "there is no archive")):
        run = call(tmp_path, "--archive", str(tmp_path / "none.db"), "--plain", "--lang", language)
        assert run.returncode == 4
        assert word in run.stderr
