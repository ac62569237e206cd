"""The JSON form of a reading: one object, as PRODUCT and the README describe it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from newstui.model.article import Article, Span
from newstui.model.outline import Action, Item, Speech
from newstui.model.reading import SCHEMA, Reading


def reading_json(article: Article, reading: Reading) -> dict[str, Any]:
    """A reading as plain lists, dicts and strings, ready for ``json.dumps``; absent values are null or left out."""
    values = {one.name: plain(getattr(reading, one.name)) for one in fields(reading) if one.name != "outline"}
    outline = [node_json(speech) for speech in reading.outline]
    return {"schema": SCHEMA, "id": article.ref or article.id, **values, "outline": outline, "text": article.text}


def node_json(node: Speech | Item | Action) -> dict[str, Any]:
    """One node of the outline with its children."""
    kind = type(node).__name__.lower()
    own = {one.name: plain(getattr(node, one.name)) for one in fields(node) if one.name != "children"}
    if isinstance(node, Action):
        return {"kind": kind, **own}
    return {"kind": kind, **own, "children": [node_json(child) for child in node.children]}


def plain(value: object) -> Any:
    """A model value in JSON terms: spans as ``[start, end]``, dataclasses as objects."""
    if isinstance(value, Span):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(each) for each in value]
    return value
