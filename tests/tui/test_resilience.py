"""The real program on bad terminals, in odd locales, on lines that stall, with texts that hold too much."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from textual.pilot import Pilot

from newstui.tui.newsroom import Newsroom
from tests.tui.stage import TEXTS, articles, build, play, press, screen, shown
from tests.tui.test_terminal import FRONT_DOOR, OPENED, ROOT, RUN, Screen


def mostly_slow(*given: Any, fast: int = 2) -> list[Any]:
    """The first ones are tested always, the others with the slow tests."""
    return [*given[:fast], *(pytest.param(one, marks=pytest.mark.slow) for one in given[fast:])]


SMALL = mostly_slow((20, 5), (1, 1), (39, 11), (16, 3), (10, 2))


def wait_for(program: Screen, status: str, watched: psutil.Process, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while watched.status() != status:
        assert time.monotonic() < until, f"still {watched.status()}"
        program.read(quiet=0.02)


@pytest.mark.parametrize("size", SMALL, ids=str)
def test_a_small_window_shows_what_it_can_and_grows(archive: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    program = Screen(archive, tmp_path / "state.db", size=size)
    program.read(b"\x1b[?2004h")
    program.resize(100, 30)
    program.read(OPENED)
    program.send(b"q")
    assert program.end(5) == 0
    assert "白石县项目" in program.said.decode() and b"Traceback" not in program.said


@pytest.mark.slow
def test_a_storm_of_sizes_ends_in_the_last_one(archive: Path, tmp_path: Path) -> None:
    program, dice = Screen(archive, tmp_path / "state.db"), random.Random(15)
    program.read(OPENED)
    for number in range(500):
        program.resize(dice.randint(1, 300), dice.randint(1, 100))
        if number % 7 == 0:
            program.send(dice.choice([b"j", b"2", b"4", b"1", b"z"]))
        program.read(quiet=0.005, seconds=0.01)
    program.read(quiet=2)
    program.resize(80, 24)
    last = program.read(quiet=2)
    rows = [int(row) for row in re.findall(rb"\x1b\[(\d+);\d+H", last)]
    assert rows and max(rows) <= 24 and "退出" in last.decode()
    program.send(b"\x03")
    assert program.end(5) == 130 and b"Traceback" not in program.said


@pytest.mark.parametrize("term", mostly_slow("vt100", "screen", "linux", "tmux-256color", "xterm", "rxvt-unicode"))
def test_every_terminal_that_can_move_its_cursor_shows_it(archive: Path, tmp_path: Path, term: str) -> None:
    program = Screen(archive, tmp_path / "state.db", TERM=term)
    program.read(OPENED)
    program.send(b"q")
    assert program.end(5) == 0 and "白石县项目" in program.said.decode()


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_others_are_refused_without_an_escape(archive: Path, tmp_path: Path, term: str) -> None:
    program = Screen(archive, tmp_path / "state.db", FRONT_DOOR, TERM=term)
    assert program.end(10) == 2
    program.read(seconds=1)
    assert b"\x1b" not in program.said and b"newstui list" in program.said


LOCALES = mostly_slow(
    {"LC_ALL": "POSIX", "LANG": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "gbk"},
    {"LC_ALL": "C", "LANG": "C"},
    {"LC_ALL": "zh_CN.GBK", "LANG": "zh_CN.GBK"},
    {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"},
)


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_chinese_is_chinese_in_every_locale(archive: Path, tmp_path: Path, locale: dict[str, str]) -> None:
    program = Screen(archive, tmp_path / "state.db", FRONT_DOOR, (100, 30), XDG_STATE_HOME=str(tmp_path), **locale)
    program.read(OPENED)
    program.send("/安全\rq".encode())
    assert program.end(10) == 0
    said = program.said.decode()
    assert "白石县项目" in said and "安全生产" in said and "\\u" not in said


def test_suspended_it_gives_the_terminal_back_and_returns(archive: Path, tmp_path: Path) -> None:
    """As a job of a shell that was begun by another program, as ``make demo`` does."""
    job = ["sh", "-c", f'{sys.executable} -c "$0" "$1" "$2"; exit $?', RUN]
    shell = (
        "import fcntl, os, signal, subprocess, sys, termios; signal.signal(signal.SIGTTOU, signal.SIG_IGN)\n"
        "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
        f"job = subprocess.Popen([*{job!r}, *sys.argv[1:]], process_group=0)\n"
        "os.tcsetpgrp(0, job.pid); sys.exit(job.wait())"
    )
    program = Screen(archive, tmp_path / "state.db", shell)
    program.read(OPENED)
    [begun] = psutil.Process(program.process.pid).children()
    program.send(b"\x1a")
    for one in (begun, *begun.children()):
        wait_for(program, psutil.STATUS_STOPPED, one)
    assert termios.tcgetattr(program.own)[:4] == program.before[:4]
    assert b"\x1b[?1049l" in program.said
    os.killpg(begun.pid, signal.SIGCONT)
    back = program.read("白石县".encode())
    assert b"\x1b[?1049h" in back
    program.send(b"q")
    assert program.end(5) == 0


def test_where_no_shell_waits_it_is_not_suspended(archive: Path, tmp_path: Path) -> None:
    program = Screen(archive, tmp_path / "state.db")
    program.read(OPENED)
    program.send(b"\x1a")
    program.read("没有可以回去的命令行".encode())
    program.send(b"q")
    assert program.end(5) == 0


def test_control_c_ends_it_on_a_line_that_takes_nothing(archive: Path, tmp_path: Path) -> None:
    program = Screen(archive, tmp_path / "state.db")
    program.read(OPENED)
    for _ in range(60):
        program.send(b"2Gg1jk")
        time.sleep(0.02)
    program.send(b"\x03")
    assert program.process.wait(8) == 130


@pytest.mark.parametrize("how", ["< /dev/null", "<&-", "| cat", "> /dev/null"])
def test_without_a_terminal_a_few_lines_say_how_to_go_on(archive: Path, how: str) -> None:
    command = f"{sys.executable} -m newstui --archive {archive} {how}"
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, timeout=20, check=False,
        cwd=ROOT, stdin=subprocess.DEVNULL, env=os.environ | {"TERM": "xterm"},
    )  # fmt: skip
    said = run.stdout + run.stderr
    assert run.returncode == 2 and "newstui list" in said and "\x1b" not in said and said.count("\n") <= 3


def test_many_searches_open_nothing_anew(app: Newsroom) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        async def search() -> None:
            for word in ("县", "安全生产", "找不到"):
                await press(pilot, app, "/", f"type:{word}", "enter", "backspace")

        await search()
        process = psutil.Process()
        before = process.num_fds(), process.num_threads()
        for _ in range(3):
            await search()
        assert (process.num_fds(), process.num_threads()) == before
        assert not app.room.asked.query and app.room.hits.total == 4

    play(app, scene)


@pytest.mark.slow
def test_ten_thousand_officials_in_one_article(tmp_path: Path) -> None:
    surnames, given = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "明华建国文军平伟强涛磊洋勇杰峰超鹏辉斌宇"
    names = [a + b + c for a in surnames for b in given for c in given]
    listed = "、".join(f"副县长{name}" for name in names)
    text = f"白石县召开大会\n\n2022-01-01 来源: 白石日报\n\n  {listed}出席会议。\n"
    app = screen(build(tmp_path / "archive.db", articles([text, *TEXTS])), tmp_path / "state.db")

    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        assert app.room.people.item_count() > 7_000
        await press(pilot, app, "3", "G", "space", "b", "enter")
        assert app.screen is not app.room
        await press(pilot, app, "q", "g", "j")
        assert app.room.marks.pointed is not None and "1 处" in shown(app)[-2]

    play(app, scene)
