"""The user's state as the archive's reader sees it: is: and tag:."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newstui.archive.reader import Reader
from newstui.archive.state import State
from newstui.archive.store import Writer
from newstui.intake.articles import article
from newstui.parsing.pipeline import read
from newstui.query.grammar import parse

TEXTS = [f"第{number}次全县春耕会议召开\n2020年4月1{number}日 青滩日报\n会议召开。\n" for number in range(4)]


def put(archive: Path, texts: list[str]) -> list[str]:
    articles = [article(text) for text in texts]
    with Writer(archive) as writer:
        writer.put([(one, read(one)) for one in articles])
    return [one.id for one in articles]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.db"
    put(path, TEXTS[:3])
    return path


def found(archive: Path, state: Path, query: str) -> set[str]:
    with Reader(archive, state) as reader:
        lines = reader.page(parse(query), 0, 99)
        assert reader.count(parse(query)) == len(lines)
        return {line.id for line in lines}


def test_flags_and_tags_are_found(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "state" / "state.db"
    ids = sorted(found(archive, path, ""))
    with State(path) as state:
        state.set_read(ids[:2])
        state.set_star(ids[1:])
        state.set_mark(ids[:1])
        state.set_tag(ids[2:], "線索")
        assert found(archive, path, "is:read") == set(ids[:2])
        assert found(archive, path, "is:unread") == set(ids[2:])
        assert found(archive, path, "is:starred -is:read") == set(ids[2:])
        assert found(archive, path, "is:marked or 标签:线索") == {ids[0], ids[2]}
        state.undo()
        assert found(archive, path, "tag:线索") == set()


def test_marks_survive_a_rebuilt_archive(archive: Path, tmp_path: Path) -> None:
    path, again = tmp_path / "state" / "state.db", tmp_path / "again.db"
    with State(path) as state:
        state.set_star(sorted(found(archive, path, ""))[:2])
        starred = found(archive, path, "is:starred")
        put(again, TEXTS[::-1])
        assert found(again, path, "is:starred") == starred


def test_new_is_what_came_since_the_last_visit(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "state" / "state.db"
    with State(path) as state:
        now = time.time()
        assert state.last_visit(now) is None and found(archive, path, "is:new") == set()
        (new,) = put(archive, TEXTS[3:])
        assert state.last_visit(now + 86_400) is not None
        assert found(archive, path, "is:new") == {new}
        assert len(found(archive, path, "-is:new")) == 3


def test_without_a_state_nothing_is_marked_and_nothing_read(archive: Path, tmp_path: Path) -> None:
    none = tmp_path / "none.db"
    assert found(archive, none, "is:starred or is:new or tag:甲") == set()
    assert len(found(archive, none, "is:unread")) == 3


def test_a_change_cut_off_in_the_middle_is_rolled_back(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "state" / "state.db"
    with State(path) as state:
        state.set_star([str(number) for number in range(5000)])
    code = (
        f"import sqlite3, os; c = sqlite3.connect({str(path)!r}, isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=2'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE flags SET read = 1'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    assert path.with_name("state.db-journal").stat().st_size > 0
    assert found(archive, path, "is:read") == set()


@pytest.mark.parametrize("kind", ["newer", "text"])
def test_a_state_nobody_can_read_does_not_stop_the_archive(archive: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "state" / "state.db"
    State(path).close()
    if kind == "text":
        path.write_bytes(b"no database" * 1000)
    else:
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    assert len(found(archive, path, "is:unread")) == 3
