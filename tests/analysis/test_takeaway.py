"""What an export takes stays what it was, whatever is imported meanwhile."""

from __future__ import annotations

from pathlib import Path

from newstui.analysis import takeaway
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.analysis.samples import PAIRS


def test_articles_that_arrive_meanwhile_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Writer(path) as writer:
        writer.put(PAIRS[1:])
        with Reader(path) as reader:
            ids = takeaway.ids(reader, Query())
            writer.put(PAIRS[:1])
            assert [article.id for article, _ in takeaway.chosen(reader, ids)] == list(ids)
            assert len(ids) == len(PAIRS) - 1
            assert set(takeaway.ids(reader, Query())) == {article.id for article, _ in PAIRS}


def test_ids_are_those_of_the_query(tmp_path: Path) -> None:
    with Writer(tmp_path / "archive.db") as writer:
        writer.put(PAIRS)
    with Reader(tmp_path / "archive.db") as reader:
        query = parse("p:单立新")
        assert takeaway.ids(reader, query) == tuple(article.id for article, _ in takeaway.found(reader, query))
