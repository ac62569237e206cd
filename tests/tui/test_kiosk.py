"""``--kiosk`` under attack: what a session may bring along, start, write and reach."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.cli import kiosk
from newstui.settings import Settings
from newstui.tui.commands import COMMANDS
from tests.tui.test_terminal import OPENED, Screen

RUN = "import sys; from newstui.cli.screen import run; sys.exit(run(['--kiosk', '--archive', sys.argv[1]]))"
TRACED = "execve,open,openat,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,connect"
_CALL = re.compile(r"^\d+ +(?P<name>\w+)\((?P<rest>.*)$")
_WRITES = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def room(archive: Path, home: Path) -> Iterator[Screen]:
    one = Screen(archive, home / "unused", RUN, NEWSTUI_ARCHIVE="/etc/passwd", XDG_STATE_HOME="/nowhere")
    one.read(OPENED)
    yield one
    if one.process.poll() is None:
        one.process.kill()
        one.process.wait()


def test_only_the_allowed_part_of_the_environment_is_kept() -> None:
    brought = {
        "TERM": "xterm", "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8", "HOME": "/home/reader", "NO_COLOR": "1",
        "NEWSTUI_ARCHIVE": "/etc/passwd", "XDG_STATE_HOME": "/tmp", "TEXTUAL": "debug,devtools", "PYTHONPATH": "/tmp",
        "TEXTUAL_DRIVER": "os:system", "EDITOR": "vi", "PAGER": "less", "BROWSER": "sh -c id", "TMPDIR": "/tmp/x",
        "COLUMNS": "99999", "LD_PRELOAD": "/tmp/x.so", "SSH_ORIGINAL_COMMAND": "; id",
    }  # fmt: skip
    before = os.umask(0o022)
    try:
        kiosk.enter(brought)
        assert os.umask(before) == 0o077
    finally:
        os.umask(before)
    assert set(brought) == {"TERM", "LANG", "LC_ALL", "HOME", "NO_COLOR"}


def test_exports_have_a_folder_of_their_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home))
    assert kiosk.bounded(Settings()).exports == str(home / kiosk.FOLDER)
    assert stat.S_IMODE((home / kiosk.FOLDER).stat().st_mode) == 0o700
    assert kiosk.bounded(Settings(exports="~/out")).exports == str(home / "out")


def test_a_home_without_room_for_exports_is_no_hindrance(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home))
    (home / kiosk.FOLDER).write_text("in the way")
    assert kiosk.bounded(Settings()).exports == str(home / kiosk.FOLDER)


ELSEWHERE = (".bashrc", "../x.toml", "/etc/newstui.toml", "~/x.toml", "a/b.toml", ".ssh/rc", "..")


def test_no_export_leaves_its_folder(room: Screen, home: Path) -> None:
    for name in ELSEWHERE:
        room.send(b"e")
        room.read("预览".encode(), seconds=5)
        room.send(b"jj" + b"\x7f" * 120)
        room.read()
        room.send(name.encode() + b"\r")
        assert "不是文件夹".encode() in room.read("不是文件夹".encode())
        room.send(b"\x1b")
        room.read()
    written = [path for path in home.rglob("*") if path.is_file() and ".local/state" not in str(path)]
    assert written == []


def test_an_export_is_written_for_its_owner_alone(room: Screen, home: Path) -> None:
    room.send(b"e")
    room.read("预览".encode(), seconds=5)
    room.send(b"\r")
    room.read()
    (written,) = (home / kiosk.FOLDER).iterdir()
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    kept = [path for path in (home / ".local/state/newstui").rglob("*") if path.is_file()]
    assert kept
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in kept} == {0}


def test_it_is_not_suspended_and_copies_nothing(room: Screen) -> None:
    room.send(b"\x1a")
    room.read()
    assert room.process.poll() is None
    room.send(b"y\r")
    room.read()
    room.send(b"o")
    room.read()
    assert b"\x1b]52" not in room.said
    room.process.send_signal(signal.SIGTERM)
    assert room.end(3.0) == 128 + signal.SIGTERM


class Watched:
    """A kiosk whose every start, write and connection is traced; one that was left is opened again."""

    def __init__(self, archive: Path, home: Path, folder: Path) -> None:
        self._archive, self._home, self._folder = archive, home, folder
        self.traces: list[Path] = []
        self._open()

    def _open(self) -> None:
        self.traces.append(self._folder / f"trace-{len(self.traces)}")
        strace = ["strace", "-f", "-s", "4096", "-o", str(self.traces[-1]), "-e", f"trace={TRACED}"]
        run = f"import os, sys; os.execvp('strace', [*{strace!r}, sys.executable, '-c', {RUN!r}, sys.argv[1]])"
        self._screen = Screen(self._archive, self._home / "unused", run)
        self._screen.read(OPENED, seconds=60)

    def press(self, keys: bytes) -> None:
        if self._screen.process.poll() is not None:
            self._open()
        self._screen.send(keys)
        self._screen.read(quiet=0.05, seconds=2)

    def end(self) -> None:
        """The line drops; the tracer ends with what it traces."""
        os.close(self._screen.own)
        os.close(self._screen.fd)
        self._screen.process.wait(30)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_keys_at_random_start_and_write_nothing_else(archive: Path, home: Path, tmp_path: Path) -> None:
    """K01, K02, K06: every command by its name in the palette and by its keys, then 4,000 keys at random."""
    room = Watched(archive, home, tmp_path)
    for command in COMMANDS:
        room.press(b":" + command.id.encode() + b"\r")
        room.press(b"\x1b\x1b\x1b")
        for key in command.keys:
            room.press(key.encode() if len(key) == 1 else b"\x1a")
            room.press(b"\x1b\x1b")
    chance = random.Random(7)
    keys = [*map(chr, range(32, 127)), "\r", "\x1b", "\t", "\x7f", "\x1a", "\x1b[A", "\x1b[B", "\x10", "\x1c", "\x13"]
    for _ in range(400):
        room.press("".join(chance.choices(keys, k=10)).encode())
    room.end()
    for trace in room.traces:
        assert list(_foreign(trace.read_text(errors="replace").splitlines(), home, archive)) == []


def _foreign(calls: list[str], home: Path, archive: Path) -> Iterator[str]:
    """The calls that start, write or reach what a kiosk must not."""
    state = home / ".local/state/newstui"
    own = tuple(map(str, (state, home / kiosk.FOLDER, "/dev/tty", "/dev/null")))
    made = {str(folder) for folder in (home / kiosk.FOLDER, state, *state.parents)}
    beside = {f"{archive}-wal", f"{archive}-shm"}  # what SQLite keeps its locks in
    for number, line in enumerate(calls):
        call = _CALL.match(line)
        if call is None or "ENOENT" in line:
            continue
        name, rest = call["name"], call["rest"]
        paths = {path for path in _PATH.findall(rest) if not path.startswith(own)}
        if name == "execve":
            is_foreign = number > 0
        elif name == "connect":
            is_foreign = "AF_UNIX" not in rest
        elif name.startswith("open"):
            is_foreign = bool(_WRITES.search(rest) and paths - beside)
        else:
            is_foreign = bool(paths - made if name.startswith("mkdir") else paths)
        if is_foreign:
            yield line
