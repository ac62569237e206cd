"""What is written is what docs/formats.md says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from newstui.archive.saved import SEARCHES_SCHEMA
from newstui.export.provenance import Provenance
from newstui.export.summary import SUMMARY_SCHEMA, article_summary
from newstui.export.tables import ROWS
from newstui.model.article import Article
from newstui.model.people import CREDITS, ROLES
from newstui.model.reading import SCHEMA, Reading
from tests.export.strategies import articles, readings

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"\w+", TEXT))


def keys(value: Any) -> Iterator[str]:
    """All keys of a value, however deep."""
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(each)


@settings(max_examples=40)
@given(articles, readings)
def test_every_key_is_told(article: Article, reading: Reading) -> None:
    assert set(keys(article_summary(article, reading, str.upper, text=True))) <= WORDS
    assert set(Provenance("甲", 1, "a", "1", "now").values()) <= WORDS


def test_every_word_and_schema_is_told() -> None:
    assert {*ROLES, *CREDITS, *ROWS} <= WORDS
    for schema in (SCHEMA, SUMMARY_SCHEMA, SEARCHES_SCHEMA):
        assert schema in TEXT
