"""A network for other programs."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newstui.export.escape import cell_text
from newstui.export.graph import edges, graphml
from newstui.model.clean import line

NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
names = st.text(st.sampled_from(list("甲<>&\"'=\x00\x9b\uffff ")) | st.characters(), min_size=1).map(line).filter(bool)


@given(st.dictionaries(names, st.integers(1, 9), min_size=2, max_size=5))
def test_graphml_is_read_back(people: dict[str, int]) -> None:
    one, other, *_ = people
    root = etree.fromstring(graphml(people, [(one, other, 3)]).encode())
    told = [node.text for node in root.iterfind(".//g:node/g:data[@key='name']", NAMESPACE)]
    assert told == [name.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") for name in people]
    (edge,) = root.iterfind(".//g:edge", NAMESPACE)
    assert (edge.get("source"), edge.get("target"), edge[0].text) == ("n0", "n1", "3")


@given(st.lists(st.tuples(names, names, st.integers(1, 9)), max_size=4))
def test_an_edge_list_is_read_back(ties: list[tuple[str, str, int]]) -> None:
    header, *rows = csv.reader(io.StringIO(edges(ties), newline=""))
    assert header == ["source", "target", "weight"]
    assert [(cell_text(one), cell_text(other), int(weight)) for one, other, weight in rows] == ties
