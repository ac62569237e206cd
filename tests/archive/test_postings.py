"""Sets of articles: their keys, when they are built, and that they are never trusted blindly."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.archive import numbers, schema
from newstui.archive.errors import ArchiveError
from newstui.archive.keys import Keys
from newstui.archive.numbers import LOWEST, SHIFTS, Calendar
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.archive.brute import found, made, spread
from tests.archive.samples import Pair, archive_of, plain

days = st.one_of(st.just(numbers.UNDATED), st.integers(numbers.FIRST, numbers.FIRST + 109_000))


@given(st.sampled_from(SHIFTS), days, st.integers(0, 1 << 13))
def test_keys_lead_back_and_are_those_of_sql(shift: int, day: int, place: int) -> None:
    calendar = Calendar(shift)
    keys = Keys(calendar)
    article = calendar.numbers_of(day)[0] + place % (1 << shift)
    key = keys.of(article)
    assert keys.article(key) == article
    assert key >> 32 == 0 or not keys.fit
    (asked,) = (
        sqlite3.connect(":memory:").execute(f"SELECT {keys.sql('a')} FROM (SELECT ? AS a)", (article,)).fetchone()
    )
    assert asked == key
    if day != numbers.UNDATED:
        assert sum(first <= key < after for first, after in keys.spans(day, day, key)) == 1
        assert not any(first <= key < after for first, after in keys.spans(day + 1, day + 9, key))
    assert (key >= keys.undated) == (article < calendar.undated_end) == (article < LOWEST + (1 << 30))


def test_a_day_apart_the_articles_of_a_quiet_archive_lie_close() -> None:
    keys = Keys(Calendar())
    places = [keys.of(Calendar().numbers_of(day)[0] + place) for day in range(100) for place in range(3)]
    assert max(places) - min(places) < 100 * 64


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    monkeypatch.setattr("newstui.archive.postings._LEAST", 5)
    monkeypatch.setattr("newstui.archive.postings._CLOSING", (20, 10))
    monkeypatch.setattr("newstui.archive.found._FEW", 4)
    return made(3)


def counted(path: Path, pairs: list[Pair], words: str = "会") -> int:
    """How many articles of the archive are covered, where its facets are right."""
    with Reader(path) as reader:
        for field in ("person", "post", "org", "source", "month"):
            facets = [(one.value, one.count) for one in reader.facets(parse(words), field, 100)]
            assert facets == spread(found(pairs, parse(words)), field)
        return len(reader._finding().postings.covered)


def test_sets_are_built_when_enough_has_come(tmp_path: Path, pairs: list[Pair]) -> None:
    path = archive_of(tmp_path / "a.db", pairs[:20])
    assert counted(path, pairs[:20]) == 0
    archive_of(path, pairs[20:100])
    assert counted(path, pairs[:100]) == 100
    archive_of(path, pairs[100:110])
    assert counted(path, pairs[:110]) == 100
    archive_of(path, pairs[110:])
    assert counted(path, pairs) == 160


def test_sets_are_built_on_the_way_of_a_long_import(
    tmp_path: Path, pairs: list[Pair], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newstui.archive.postings._RUNNING", (30, 4))
    with Writer(tmp_path / "a.db") as writer:
        for start in range(0, 160, 20):
            writer.put(pairs[start : start + 20])
            assert counted(tmp_path / "a.db", pairs[: start + 20]) >= start - 20


@pytest.mark.parametrize(
    ("spoil", "covered"),
    [
        ("DELETE FROM postings WHERE letter <> 'Ａ'", 160),
        ("UPDATE postings SET keys = x'00' WHERE letter <> 'Ａ'", 160),
        ("UPDATE postings SET keys = substr(keys, 1, 20)", 0),
    ],
)
def test_sets_that_are_missing_or_damaged_are_read_from_the_index(
    tmp_path: Path, pairs: list[Pair], spoil: str, covered: int
) -> None:
    path = archive_of(tmp_path / "a.db", pairs)
    connection = sqlite3.connect(path)
    connection.execute(spoil)
    connection.commit()
    connection.close()
    assert counted(path, pairs) == covered


def test_numbering_anew_lets_the_sets_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pairs: list[Pair]) -> None:
    monkeypatch.setattr("newstui.archive.schema.SHIFTS", (6, 20))
    monkeypatch.setattr("newstui.archive.renew.SHIFTS", (6, 20))
    one_day = [plain(f"第{n}会", f"会议{n}", "2020-01-01") for n in range(90)]
    path = archive_of(tmp_path / "a.db", [*pairs, *one_day[:40]])
    assert counted(path, [*pairs, *one_day[:40]]) == 200
    archive_of(path, one_day[40:])
    assert counted(path, [*pairs, *one_day]) == 250
    with Reader(path) as reader:
        assert not reader._finding().postings.keys.fit


def test_an_archive_of_the_first_schema_becomes_one_of_this(tmp_path: Path, pairs: list[Pair]) -> None:
    path = archive_of(tmp_path / "a.db", pairs)
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE postings; DROP TABLE uncovered; ALTER TABLE failures DROP COLUMN how")
    connection.execute("PRAGMA user_version = 1")
    connection.execute("DELETE FROM meta WHERE key = 'covered'")
    connection.commit()
    connection.close()
    with pytest.raises(ArchiveError, match="older newstui"):
        Reader(path)
    Writer(path).close()
    assert counted(path, pairs) == 160
    with Reader(path) as reader:
        assert reader.summary().schema == schema.VERSION == 3
        assert reader.count(Query()) == 160
