"""Saved searches as a file to share: TOML out and back in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, Final

from newstui.export.toml import document
from newstui.model.clean import line

SEARCHES_SCHEMA: Final = "newstui.searches/1"
_LARGEST: Final = 1_000_000
"""Characters of a file of searches; nobody has saved more by hand."""


def render(searches: Mapping[str, str]) -> str:
    """The searches as TOML, by name."""
    listed = [{"name": name, "query": query} for name, query in sorted(searches.items())]
    return document({"schema": SEARCHES_SCHEMA, "searches": listed})


def read(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The searches of a shared file, and a line for each that cannot be used.

    Raises ValueError where it is no file of searches at all.
    """
    if len(text) > _LARGEST:
        raise ValueError(f"too large for a file of saved searches: over {_LARGEST:,} characters")
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ValueError(f"not TOML: {line(str(error))}") from None
    if values.get("schema") != SEARCHES_SCHEMA or not isinstance(values.get("searches"), list):
        raise ValueError(f"not a file of saved searches: schema is not {SEARCHES_SCHEMA}")
    searches: dict[str, str] = {}
    faults = []
    for number, entry in enumerate(values["searches"], 1):
        try:
            name, query = _entry(entry)
            searches[name] = query
        except ValueError as error:
            faults.append(f"search {number}: {error}")
    return searches, tuple(faults)


def _entry(entry: Any) -> tuple[str, str]:
    """Name and query of one entry, the query in its canonical words. Raises ValueError."""
    from newstui.query.grammar import parse

    if not isinstance(entry, dict) or not all(isinstance(entry.get(key), str) for key in ("name", "query")):
        raise ValueError("needs a name and a query, both strings")
    name, query = line(entry["name"]), str(parse(entry["query"]))
    if not name or not query:
        raise ValueError("needs a name and a query, neither empty")
    return name, query
