"""A network of people for other programs: an edge list as CSV, GraphML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from newstui.export.tables import table
from newstui.model.clean import MARK, line

Edge = tuple[str, str, int]
"""Two names and the number of their common articles."""
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def edges(ties: Iterable[Edge]) -> str:
    """``source,target,weight``, as network programs read it, safe in a spreadsheet."""
    return table([("source", "target", "weight"), *ties])


def graphml(people: Mapping[str, int], ties: Iterable[Edge]) -> str:
    """GraphML: a node for each person with the number of articles, an undirected edge for each tie."""
    return "".join(_graphml(people, ties))


def _graphml(people: Mapping[str, int], ties: Iterable[Edge]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="name" for="node" attr.name="name" attr.type="string"/>\n'
    yield '<key id="articles" for="node" attr.name="articles" attr.type="int"/>\n'
    yield '<key id="weight" for="edge" attr.name="weight" attr.type="int"/>\n<graph edgedefault="undirected">\n'
    numbers = {name: f"n{number}" for number, name in enumerate(people)}
    for name, articles in people.items():
        own = f'<data key="name">{escape(_text(name))}</data><data key="articles">{articles}</data>'
        yield f"<node id={quoteattr(numbers[name])}>{own}</node>\n"
    for one, other, weight in ties:
        yield f'<edge source="{numbers[one]}" target="{numbers[other]}"><data key="weight">{weight}</data></edge>\n'
    yield "</graph>\n</graphml>\n"


def _text(name: str) -> str:
    return _NO_XML.sub(MARK, line(name))
