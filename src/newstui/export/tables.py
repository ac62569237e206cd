"""CSV (RFC 4180, UTF-8, a header row), safe in a spreadsheet. Reading back: take off the ``'`` a cell begins with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from newstui.export.escape import cell, yaml
from newstui.export.json import Pinyin
from newstui.export.provenance import Provenance
from newstui.export.summary import Pair, article_summary

ROWS: Final = ("articles", "people", "outline")
"""What a row stands for."""
_ARTICLE: Final = ("id", "published", "source", "title")
_COLUMNS: Final = {
    "articles": (*_ARTICLE, "url", "meeting", "people", "documents", "terms"),
    "people": (*_ARTICLE, "name", "pinyin", "posts", "offices", "roles"),
    "outline": (*_ARTICLE, "speaker", "path", "text", "addressee", "deadline", "date"),
}
_COMMA: Final = "；"
"""Between the values of one cell."""


def render(
    pairs: Iterable[Pair], provenance: Provenance, pinyin: Pinyin | None = None, *, rows: str = "articles"
) -> str:
    """An export as one table."""
    return "".join(parts(pairs, provenance, pinyin, rows=rows))


def parts(
    pairs: Iterable[Pair], provenance: Provenance, pinyin: Pinyin | None = None, *, rows: str = "articles"
) -> Iterator[str]:
    """The same, article by article; the provenance is JSON in the last column of the first row."""
    columns, given = _COLUMNS[rows], yaml(provenance.values())
    yield table([(*columns, "provenance")])
    for article, reading in pairs:
        for row in _rows(article_summary(article, reading, pinyin), rows):
            yield table([(*(row.get(column, "") for column in columns), given)])
            given = ""


def table(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV; every cell is one line and no formula."""
    written = io.StringIO()
    csv.writer(written).writerows([cell(each) for each in row] for row in rows)
    return written.getvalue()


def _rows(article: dict[str, Any], rows: str) -> Iterator[dict[str, str]]:
    own = {name: article.get(name, "") for name in _ARTICLE}
    if rows == "people":
        for person in article.get("people", []):
            listed = {name: _COMMA.join(person.get(name, [])) for name in ("posts", "offices", "roles")}
            yield {**own, "name": person["name"], "pinyin": person.get("pinyin", ""), **listed}
    elif rows == "outline":
        for speech in article.get("outline", []):
            yield from ({**own, "speaker": speech.get("speaker", ""), **row} for row in _actions(speech, ()))
    else:
        yield {
            **own,
            "url": article.get("url", ""),
            "meeting": article.get("meeting", {}).get("name", ""),
            "people": _COMMA.join(person["name"] for person in article.get("people", [])),
            "documents": _COMMA.join(article.get("documents", [])),
            "terms": _COMMA.join(term["text"] for term in article.get("terms", [])),
        }


def _actions(node: dict[str, Any], path: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """A row for each action, with the points it stands under; a point without any is a row of its own."""
    if node["kind"] == "action":
        deadline = node.get("deadline", {})
        due = {"deadline": deadline.get("text", ""), "date": deadline.get("date", "")}
        yield {"path": " / ".join(path), "text": node.get("text", ""), "addressee": node.get("addressee", ""), **due}
        return
    if node["kind"] == "item":
        path = (*path, " ".join(filter(None, (node.get("ordinal"), node.get("heading")))))
    children = node.get("children", [])
    if not children:
        yield {"path": " / ".join(path), "text": "" if path else node.get("verb", "")}
    for child in children:
        yield from _actions(child, path)
