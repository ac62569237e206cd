"""The user's own state."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.archive.changes import Undone
from newstui.archive.errors import ArchiveError
from newstui.archive.state import SITTING, Flags, Kept, State

IDS = ("00000000000000a1", "00000000000000b2", "00000000000000c3")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "newstui" / "state.db"


@pytest.fixture
def state(path: Path) -> Iterator[State]:
    with State(path) as opened:
        yield opened


def test_flags_are_kept_at_the_change(path: Path, state: State) -> None:
    assert state.set_read(IDS[:2]) == 2
    assert state.set_star(IDS[1:2]) == 1
    assert state.set_mark(IDS) == 3
    with State(path) as later:
        flags = later.flags((*IDS, "unknown"))
        assert flags == {
            IDS[0]: Flags(True, False, True),
            IDS[1]: Flags(True, True, True),
            IDS[2]: Flags(False, False, True),
        }
        assert later.marked() == IDS
    assert state.set_read(IDS) == 1
    assert state.set_mark(IDS, False) == 3 and state.marked() == ()


def test_tags_notes_and_places(state: State) -> None:
    assert state.set_tag(IDS[:2], " 重要\n线索 ") == 2
    assert state.set_tag(IDS[:1], "待查") == 1
    state.set_note(IDS[0], "先看第三段\x1b[2J\r\n再问")
    state.set_offset(IDS[0], 120)
    assert state.kept(IDS[0]) == Kept(("待查", "重要 线索"), "先看第三段\ufffd[2J\n再问", 120)
    assert state.kept(IDS[2]) == Kept()
    assert state.tags() == {"重要 线索": 2, "待查": 1}
    assert state.set_tag(IDS, "重要 线索", False) == 2
    state.set_note(IDS[0], " ")
    assert state.kept(IDS[0]) == Kept(("待查",), "", 120)
    with pytest.raises(ValueError, match="needs a word"):
        state.set_tag(IDS, " \n")


def test_undo_goes_back_step_by_step_and_bulk_in_one(state: State) -> None:
    state.set_star(IDS[:1])
    state.set_star(IDS)
    state.set_tag(IDS, "线索")
    state.set_note(IDS[0], "一")
    state.set_note(IDS[0], "二")
    state.save_search("本县", "org:利津县")
    state.set_read(IDS, undoable=False)
    state.set_star(IDS)  # changes nothing, so there is nothing to undo
    assert state.undo() == Undone("search", "", True, ("本县",)) and state.searches() == {}
    assert state.undo() == Undone("note", "", False, IDS[:1]) and state.kept(IDS[0]).note == "一"
    assert state.undo() == Undone("note", "", True, IDS[:1]) and state.kept(IDS[0]).note == ""
    assert str(state.undo()) == "tag 线索: 3 articles" and state.tags() == {}
    assert str(state.undo()) == "starred: 2 articles"
    assert state.flags(IDS)[IDS[0]] == Flags(True, True, False)
    assert str(state.undo()) == "starred: 1 article"
    assert state.undo() is None
    assert state.flags(IDS)[IDS[0]] == Flags(read=True)


actions = st.lists(
    st.tuples(
        st.sampled_from(["read", "star", "mark", "tag", "note", "search"]), st.sets(st.sampled_from(IDS)), st.booleans()
    ),
    max_size=12,
)


@given(actions)
def test_undoing_everything_ends_where_it_began(steps: list[tuple[str, set[str], bool]]) -> None:
    with State(Path("/proc/none/state.db")) as state:
        before = seen(state)
        for kind, ids, on in steps:
            act(state, kind, ids, on)
        while state.undo():
            pass
        assert seen(state) == before


def act(state: State, kind: str, ids: set[str], on: bool) -> None:
    match kind:
        case "read":
            state.set_read(ids, on)
        case "star":
            state.set_star(ids, on)
        case "mark":
            state.set_mark(ids, on)
        case "tag":
            state.set_tag(ids, "甲", on)
        case "note":
            for id in sorted(ids):
                state.set_note(id, id if on else "")
        case _:
            state.save_searches(dict.fromkeys(ids, "甲" if on else ""))


def seen(state: State) -> object:
    flags = {id: flags for id, flags in state.flags(IDS).items() if flags != Flags()}
    return flags, state.tags(), state.notes(IDS), state.searches()


def test_another_session_undoes_only_what_it_did(path: Path, state: State) -> None:
    state.set_star(IDS)
    code = f"from newstui.archive.state import State; from pathlib import Path; s = State(Path({str(path)!r}));"
    run([sys.executable, "-c", f"{code} assert s.undo() is None; s.set_mark({IDS!r}); assert s.undo()"])
    assert str(state.undo()) == "starred: 3 articles"


def test_sessions_at_once_lose_nothing(path: Path, state: State) -> None:
    code = (
        "import sys; from newstui.archive.state import State; from pathlib import Path\n"
        f"s = State(Path({str(path)!r}))\n"
        "for n in range(60): s.set_star([f'{sys.argv[1]}-{n}']); s.set_tag([f'{n}'], sys.argv[1])\n"
    )
    sessions = [subprocess.Popen([sys.executable, "-c", code, str(number)]) for number in range(4)]
    assert [session.wait(300) for session in sessions] == [0, 0, 0, 0]
    ids = [f"{session}-{n}" for session in range(4) for n in range(60)]
    assert all(flags.starred for flags in state.flags(ids).values()) and len(state.flags(ids)) == 240
    assert state.tags() == {str(number): 60 for number in range(4)}


def test_the_file_is_the_users_alone(path: Path) -> None:
    umask = os.umask(0)
    try:
        State(path).close()
        assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700
        path.chmod(0o644)
        State(path).close()
        assert path.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(umask)


def test_visits(state: State) -> None:
    day = 86_400.0
    assert state.last_visit(day) is None
    assert state.last_visit(day + 60) is None
    assert state.last_visit(2 * day) == "1970-01-02T00:01:00+00:00"
    assert state.last_visit(2 * day + SITTING) == "1970-01-02T00:01:00+00:00"
    assert state.last_visit(3 * day) == "1970-01-03T00:30:00+00:00"
    assert state.last_visit(2 * day) == "1970-01-03T00:30:00+00:00", "a clock set back changes nothing"


def test_an_unwritable_home_keeps_in_memory_and_says_so() -> None:
    with State(Path("/proc/none/newstui/state.db")) as state:
        assert state.file is None
        assert "/proc/none" in str(state.notice) and "until the program ends" in str(state.notice)
        state.set_star(IDS)
        with State(Path("/proc/none/newstui/state.db")) as other_thread:
            assert other_thread.flags(IDS)[IDS[0]].starred


@pytest.mark.parametrize("kind", ["newer", "foreign", "text", "damaged"])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(path: Path, kind: str) -> None:
    State(path).close()
    if kind == "text":
        path.write_text("这不是数据库" * 1000, encoding="utf-8")
    elif kind == "damaged":
        path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8000)
    else:
        pragma = "user_version = 99" if kind == "newer" else "application_id = 7"
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA {pragma}")
        connection.close()
    before = hashlib.sha256(path.read_bytes()).digest()
    with State(path) as state:
        assert state.notice and state.file is None
        assert ("newer newstui" in str(state.notice)) == (kind == "newer")
        state.set_star(IDS)
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_a_full_disk_is_said_and_what_stood_before_stays(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "newstui", folder], capture_output=True).returncode:
        pytest.skip("no right to mount")
    try:
        with State(folder / "state.db") as state:
            state.set_star(IDS)
            with pytest.raises(ArchiveError, match=r"state\.db: this change is not kept: .*full"):
                state.set_star([f"{number:016x}" for number in range(50_000)])
            assert state.flags(IDS)[IDS[0]].starred and state.undo() is not None and state.undo() is None
    finally:
        subprocess.run(["umount", folder], check=True)


def test_killed_at_any_moment_the_state_is_whole(path: Path) -> None:
    code = (
        "import os; from newstui.archive.state import State; from pathlib import Path\n"
        f"s = State(Path({str(path)!r}))\n"
        "n = 0\n"
        "while True: s.set_star([str(n), str(-n)]); print(n, flush=True); n += 1\n"
    )
    for last in (3, 11, 25):
        session = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert session.stdout is not None
        for said in session.stdout:
            if int(said) == last:
                session.kill()
                break
        session.wait(10)
        session.stdout.close()
        with State(path) as state:
            ids = [str(n) for n in range(-60, 60)]
            flags = state.flags(ids)
            assert {id.lstrip("-") for id in flags} >= {str(n) for n in range(last + 1)}
            assert all(
                id == "0" or (id.removeprefix("-") in flags and f"-{id.removeprefix('-')}" in flags) for id in flags
            )


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, timeout=60)
