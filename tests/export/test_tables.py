"""CSV out and back in."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.export.escape import cell, cell_text
from newstui.export.provenance import Provenance
from newstui.export.summary import Pair
from newstui.export.tables import ROWS, parts, render, table
from newstui.model.clean import line
from tests.export.strategies import articles, readings

NAUGHTY = Path(__file__).parents[2].parent / "shared" / "adversarial" / "blns.json"
texts = st.text(st.sampled_from(list("=+-@'\t\r\n\",;＝－甲 \x00\x9b")) | st.characters(exclude_categories=["Cs"]))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(texts)
def test_no_cell_is_a_formula_and_each_reads_back(text: str) -> None:
    written = cell(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell_text(written) == line(text)


@given(st.lists(st.lists(texts, min_size=2, max_size=4), max_size=4))
def test_a_table_reads_back(rows: list[list[str]]) -> None:
    back = [[cell_text(each) for each in row] for row in read(table(rows))]
    assert back == [[line(each) for each in row] for row in rows]


@pytest.mark.parametrize("rows", ROWS)
@settings(max_examples=30)
@given(pairs=st.lists(st.tuples(articles, readings), max_size=2))
def test_an_export_has_a_header_and_rows_of_one_width(rows: str, pairs: list[Pair]) -> None:
    provenance = Provenance("=1+1", len(pairs))
    written = read(render(pairs, provenance, rows=rows))
    assert {len(row) for row in written} == {len(written[0])}
    assert written[0][:4] == ["id", "published", "source", "title"] and written[0][-1] == "provenance"
    if rows == "articles":
        assert [row[0] for row in written[1:]] == [article.id for article, _ in pairs]
    if len(written) > 1:
        assert json.loads(cell_text(written[1][-1])) == provenance.values()
        assert all(row[-1] == "" for row in written[2:])


def test_rows_are_written_as_articles_come() -> None:
    assert len(list(parts([], Provenance()))) == 1


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of hostile strings is not here")
def test_hostile_strings() -> None:
    naughty = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    back = read(table([each, "甲"] for each in naughty))
    assert [cell_text(row[0]) for row in back] == list(map(line, naughty))
    assert not any(row[0].startswith(("=", "+", "-", "@", "\t", "\r")) for row in back)
