"""TOML out and back in."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime, time, timezone
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.export.provenance import Provenance
from newstui.export.summary import Pair, summary
from newstui.export.toml import document, render
from tests.export.strategies import articles, readings

NAUGHTY = Path(__file__).parents[2].parent / "shared" / "adversarial" / "blns.json"
strings = st.text(
    st.sampled_from(list("\"'\\\n\r\t\x00\x1b\x7f\x85\x9b\u2028\u202e\ufeff\uffff=[]#甲 ")) | st.characters()
).filter(lambda text: text.isprintable() or not any("\ud800" <= each <= "\udfff" for each in text))
scalars = (
    strings
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.dates()
    | st.datetimes()
    | st.times()
)
values: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(strings, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(strings, values, max_size=4))
def test_what_is_written_parses_back(values: dict[str, Any]) -> None:
    written = document(values)
    assert tomllib.loads(written) == values
    written.encode()


@given(st.dictionaries(st.text("abc", min_size=1), strings | st.lists(strings, max_size=3), max_size=4))
def test_another_parser_reads_the_same(values: dict[str, Any]) -> None:
    assert tomlkit.parse(document(values)).unwrap() == values


@given(strings)
def test_no_control_code_is_written_raw(text: str) -> None:
    written = document({"a": text, "b": [{"c": text}]})
    assert not any((ord(each) < 32 and each not in "\n\t") or 0x7F <= ord(each) < 0xA0 for each in written)
    assert "\u202e" not in written and "\ufeff" not in written


def test_halves_of_surrogate_pairs_are_marked() -> None:
    assert tomllib.loads(document({"a": ["甲\ud800乙"]})) == {"a": ["甲\ufffd乙"]}


def test_dates_and_lines() -> None:
    zone = timezone.utc  # noqa: UP017
    values = {"day": date(2020, 4, 17), "at": datetime(2020, 4, 17, 20, 13, tzinfo=zone), "hour": time(20, 13)}
    assert tomllib.loads(document(values)) == values
    assert document({"text": "一\n二"}) == 'text = """\n一\n二"""\n'
    assert tomllib.loads(document({"text": "一\r\n二\n"})) == {"text": "一\r\n二\n"}


@settings(max_examples=50)
@given(st.lists(st.tuples(articles, readings), max_size=3))
def test_an_export_parses_back_to_its_summary(pairs: list[Pair]) -> None:
    provenance = Provenance("p:陈必昌 “甲\x9b”", len(pairs), "/a/archive.db", "1", "2026-11-23T08:00:00+00:00")
    written = render(pairs, provenance)
    said = summary(pairs, provenance)
    assert tomllib.loads(written) == (said if pairs else {key: said[key] for key in ("schema", "provenance")})
    assert tomlkit.parse(written).unwrap() == tomllib.loads(written)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of hostile strings is not here")
def test_hostile_strings() -> None:
    naughty = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    values = {"list": naughty, "tables": [{"text": each} for each in naughty], "keys": dict.fromkeys(naughty, True)}
    assert tomllib.loads(document(values)) == values
    assert tomlkit.parse(document({"list": naughty})).unwrap() == {"list": naughty}
