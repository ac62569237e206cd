"""The real program in a pseudo-terminal: bytes, signals, a dropped line."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from newstui.archive.store import Writer
from newstui.tui import terminal
from tests.tui.test_hostile import evil_pair

ROOT = Path(__file__).parents[2]
RUN = (
    "import sys; from pathlib import Path; from newstui.tui.app import run; "
    "sys.exit(run(Path(sys.argv[1]), state=Path(sys.argv[2])))"
)
FRONT_DOOR = "import sys; from newstui.cli.screen import run; sys.exit(run(['--archive', sys.argv[1]]))"
OWN = re.compile(
    rb"\x1b\[[0-9;]*m|\x1b\[\d+;\d+H|\x1b\[[?=><]?[0-9;]*(?:[hlu]|\$p|c|n)|\x1b\[\d*[ABCDJKX]|\x1b\[2026;[0-9]*\$y|\r\n|\x1b\[H"
)
"""Sequences that the toolkit sends of its own accord."""


OPENED = b"%"
"""How far the text is read: said once the toolkit is there and the first article is open."""


class Screen:
    """The program on a pseudo-terminal of its own."""

    def __init__(
        self, archive: Path, state: Path, run: str = RUN, size: tuple[int, int] = (100, 30), **environment: str
    ) -> None:
        names = ("COLORTERM", "TMUX", "STY", "NO_COLOR", "TEXTUAL_ANIMATIONS")
        env = {key: value for key, value in os.environ.items() if key not in names}
        env |= {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "HOME": str(state.parent),
            **environment,
        }
        self.fd, own = pty.openpty()
        self.own = own
        self.resize(*size)
        self.before = termios.tcgetattr(own)
        self.process = subprocess.Popen(
            [sys.executable, "-c", run, str(archive), str(state)],
            stdin=own, stdout=own, stderr=own, env=env, start_new_session=True, cwd=ROOT,
        )  # fmt: skip
        self.said = b""

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.own, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        if hasattr(self, "process"):
            self.process.send_signal(signal.SIGWINCH)

    def read(self, until: bytes = b"", seconds: float = 20, quiet: float = 0.4) -> bytes:
        """What it says until some bytes come, or nothing more for a while."""
        end, start = time.monotonic() + seconds, len(self.said)
        while time.monotonic() < end:
            ready, _, _ = select.select([self.fd], [], [], quiet)
            if not ready:
                if not until or self.process.poll() is not None:
                    break
                continue
            try:
                self.said += os.read(self.fd, 65536)
            except OSError:
                break
            if until and until in self.said[start:]:
                break
        return self.said[start:]

    def send(self, keys: bytes) -> None:
        os.write(self.fd, keys)

    def end(self, seconds: float) -> int:
        """Its exit code; reads on, as a terminal does."""
        until = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < until:
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    self.said += os.read(self.fd, 65536)
                except OSError:
                    break
        return self.process.wait(max(0.1, until - time.monotonic()))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("evil") / "archive.db"
    with Writer(path) as writer:
        writer.put([evil_pair(number) for number in range(3)])
    return path


@pytest.fixture
def program(archive: Path, tmp_path: Path) -> Iterator[Screen]:
    one = Screen(archive, tmp_path / "state.db")
    one.read(OPENED)
    yield one
    if one.process.poll() is None:
        one.process.kill()
        one.process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_it_and_gives_the_terminal_back(program: Screen, number: int) -> None:
    program.process.send_signal(number)
    assert program.end(10) == 128 + number
    program.read(seconds=1)
    tail = program.said[-400:]
    for sequence in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l"):
        assert sequence in tail
    after = termios.tcgetattr(program.own)
    assert after[3] == program.before[3] and after[0] == program.before[0]


def test_a_dropped_line_ends_it(archive: Path, tmp_path: Path) -> None:
    program = Screen(archive, tmp_path / "state.db")
    program.read(OPENED)
    program.send(b"*")
    program.read(seconds=1)
    os.close(program.own)
    os.close(program.fd)
    assert program.process.wait(10) in (129, -signal.SIGHUP)
    from newstui.archive.state import State

    with State(tmp_path / "state.db") as state:
        assert state._rows("SELECT count(*) FROM flags WHERE starred")[0][0] == 1


def test_a_dropped_line_ends_it_even_where_hangups_are_ignored(archive: Path, tmp_path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        program = Screen(archive, tmp_path / "state.db")
    finally:
        signal.signal(signal.SIGHUP, before)
    program.read(OPENED)
    os.close(program.own)
    os.close(program.fd)
    assert program.process.wait(10) == 129


def test_a_stalled_line_does_not_hold_it(program: Screen) -> None:
    for _ in range(60):
        program.send(b"2jjjjGgGg1jk")
    time.sleep(0.5)
    program.process.send_signal(signal.SIGTERM)
    start = time.monotonic()
    while program.process.poll() is None and time.monotonic() - start < 5:
        time.sleep(0.05)
    assert program.process.poll() == 128 + signal.SIGTERM


def test_it_is_silent_and_idle_at_rest(program: Screen) -> None:
    program.read(seconds=2)
    watched = psutil.Process(program.process.pid)
    before = watched.cpu_times()
    said = len(program.said)
    time.sleep(1.0)
    program.read(seconds=0.5)
    after = watched.cpu_times()
    assert len(program.said) == said
    assert after.user + after.system - before.user - before.system < 0.1


def test_quit_and_control_c_have_their_codes(archive: Path, tmp_path: Path) -> None:
    for keys, code in ((b"q", 0), (b"\x03", 130)):
        program = Screen(archive, tmp_path / "state.db")
        program.read(OPENED)
        program.send(keys)
        assert program.end(10) == code


def test_without_a_terminal_it_says_how_to_go_on(archive: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", RUN, str(archive), str(tmp_path / "s.db")],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False,
    )  # fmt: skip
    assert run.returncode == 2 and "newstui list" in run.stderr and "\x1b" not in run.stdout + run.stderr


def test_a_dumb_terminal_is_refused(archive: Path, tmp_path: Path) -> None:
    program = Screen(archive, tmp_path / "state.db", TERM="dumb")
    assert program.end(10) == 2
    program.read(seconds=1)
    assert b"\x1b" not in program.said and b"newstui list" in program.said


def pasted(words: str) -> bytes:
    """Words as a terminal sends them when they are pasted."""
    return b"\x1b[200~" + words.encode() + b"\x1b[201~"


EVIL = pasted("[/][@click=app.quit]\x1b]0;x\x07\x1b[2J\x9b31m\u202e")
ESC = b"\x1b"
WALKS = {
    "panes": [b"j", b"2", b"j", b"3", b"w", ESC, b"4", b"j", b"1", b".", ESC, b"+", b"P", ESC, b"?", ESC],
    "taking": [b"e", ESC, b"y", b"\r", b"y", b"jj\r", b"o", b"p", EVIL, ESC, b":", EVIL, ESC],
    "keeping": [b"t", EVIL + b"\r", b"a", EVIL + b"\r", b"/", EVIL + b"\r", b"v", b"\r", EVIL + b"\r", b"v", ESC],
    "asking": [b"f", EVIL, ESC, b"d", EVIL, ESC, b"/", EVIL, ESC],
}


@pytest.mark.parametrize("walk", WALKS)
def test_no_foreign_sequence_leaves_it(evil: Path, tmp_path: Path, walk: str) -> None:
    program = Screen(evil, tmp_path / "state.db", XDG_STATE_HOME=str(tmp_path))
    program.read(OPENED)
    for keys in WALKS[walk]:
        program.send(keys)
        program.read(seconds=0.6, quiet=0.15)
    program.send(b"\x1b")
    program.read(seconds=0.6, quiet=0.15)
    program.send(b"q")
    assert program.end(10) == 0
    copied = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", program.said)
    assert bool(copied) is (walk == "taking")
    rest = OWN.sub(b"", re.sub(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07", b"", program.said))
    assert b"\x1b" not in rest, re.findall(rb"\x1b.{0,20}", rest)[:5]
    assert b"\x07" not in rest and b"\x00" not in rest
    for words in (program.said.decode(), *(b64decode(one).decode() for one in copied)):
        assert not re.search(r"[\x80-\x9f\u202a-\u202e]", words)
    assert not any(re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", b64decode(one)) for one in copied)
    assert "[@click" in program.said.decode()


def test_the_toolkits_switches_are_taken_out() -> None:
    environment = {
        "TEXTUAL": "debug",
        "TEXTUAL_DRIVER": "os:system",
        "TEXTUAL_PRESS": "q",
        "COLUMNS": "99999",
        "HOME": "/",
    }
    terminal.neutralise(environment)
    assert environment == {"HOME": "/", "TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0"}


def test_the_screen_loads_no_heavy_library(archive: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from newstui.tui.terminal import neutralise; neutralise(); "
        "import newstui.tui.newsroom, newstui.archive.reader, newstui.archive.state; print(' '.join(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(run.stdout.split())
    assert not loaded & {"jieba", "lark", "pypinyin", "click", "trafilatura", "lxml", "feedparser", "newstui.parsing"}


def test_no_colour_at_all_where_none_is_wanted(archive: Path, tmp_path: Path) -> None:
    program = Screen(archive, tmp_path / "state.db", NO_COLOR="1")
    program.read(OPENED)
    program.read(seconds=1)
    program.send(b"q")
    program.end(10)
    assert not re.search(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m", program.said)


def test_an_archive_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    path.write_text("not an archive" * 100, encoding="utf-8")
    program = Screen(path, tmp_path / "state.db", FRONT_DOOR, XDG_STATE_HOME=str(tmp_path))
    assert program.end(10) == 4
    program.read(seconds=1)
    assert b"archive.db" in program.said and b"\x1b" not in program.said


@pytest.mark.parametrize("where", ["newstui.tui.acts.moving.down", "newstui.tui.questions.opened"])
def test_an_error_inside_ends_it_in_order_and_goes_to_the_log(archive: Path, tmp_path: Path, where: str) -> None:
    module, _, function = where.rpartition(".")
    broken = f"import {module}; {module}.{function} = lambda *a, **k: 1 / 0; " + RUN
    program = Screen(archive, tmp_path / "state.db", broken)
    program.read(OPENED)
    program.send(b"j")
    assert program.end(10) == 70
    program.read(seconds=1)
    last = program.said.split(b"\x1b[?1049l")[-1]
    assert b"newstui.log" in last and b"Traceback" not in program.said and b"ZeroDivision" not in program.said
    assert termios.tcgetattr(program.own)[3] == program.before[3]
    assert "ZeroDivisionError" in next(tmp_path.rglob("newstui.log")).read_text(encoding="utf-8")


def test_a_session_without_keys_ends(archive: Path, tmp_path: Path) -> None:
    run = (
        "import sys; from pathlib import Path; from newstui.settings import Settings; from newstui.tui.app import run; "
        "sys.exit(run(Path(sys.argv[1]), state=Path(sys.argv[2]), settings=Settings(leave_after=0.02)))"
    )
    program = Screen(archive, tmp_path / "state.db", run)
    program.read("白石县".encode())
    assert program.end(20) == 0
    assert b"\x1b[?1049l" in program.said
