"""Readings renewed, failures remembered."""

from __future__ import annotations

from pathlib import Path

from newstui.archive.loader import load
from newstui.archive.reader import Reader
from newstui.archive.reparse import reparse
from newstui.archive.store import Writer
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.archive.samples import archive_of, plain
from tests.archive.test_faults import texts, whole


def test_reparse_renews_what_is_stale(tmp_path: Path) -> None:
    made = list(texts(30))
    pairs = [(one, plain("x", "y")[1]) for one in made]
    path = archive_of(tmp_path / "a.db", [])
    with Writer(path) as writer:
        writer.put(pairs)
    result = reparse(path, workers=0)
    assert (result.stored, result.failed) == (30, ())
    assert reparse(path, workers=0).stored == 0
    with Reader(path) as reader:
        lines = reader.page(Query(), 0, 50)
        assert {line.id for line in lines} == {one.id for one in made}
        assert reader.summary().parsers == (reader.reading(lines[0].id).parser,)  # type: ignore[union-attr]
        assert reader.count(parse("date:2020")) == 30
    whole(path, 30)


def test_what_cannot_be_taken_is_listed(tmp_path: Path) -> None:
    from newstui.intake.failed import Failed

    path = tmp_path / "a.db"
    result = load([*texts(2), Failed("bad.txt", "is no text")], path, workers=0)
    assert (result.stored, len(result.failed)) == (2, 1)
    with Reader(path) as reader:
        assert reader.failures() == (Failed("bad.txt", "is no text"),)
