"""Saved searches as a file to share."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.archive.saved import SEARCHES_SCHEMA, read, render
from newstui.archive.state import State
from newstui.model.clean import line
from newstui.query.query import Query
from tests.query.strategies import queries

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).map(line).filter(bool)


@given(st.dictionaries(names, queries.filter(bool), max_size=4))
def test_shared_searches_come_back(searches: dict[str, Query]) -> None:
    written = render({name: str(query) for name, query in searches.items()})
    assert read(written) == ({name: str(query) for name, query in searches.items()}, ())
    assert tomllib.loads(written)["schema"] == SEARCHES_SCHEMA


def test_a_bad_entry_is_named_and_the_rest_kept() -> None:
    text = f"""
schema = "{SEARCHES_SCHEMA}"
searches = [
    {{ name = "本县", query = "机构：青滩县 日期：今年" }},
    {{ name = "错", query = "role:presidd" }},
    {{ name = "", query = "甲" }},
    {{ name = "空", query = " " }},
    7,
]
"""
    searches, faults = read(text)
    assert searches == {"本县": "org:青滩县 date:今年"}
    assert faults == (
        "search 2: there is no role 'presidd'",
        "search 3: needs a name and a query, neither empty",
        "search 4: needs a name and a query, neither empty",
        "search 5: needs a name and a query, both strings",
    )


@pytest.mark.parametrize(
    "text", ["", "= 1", "a = 1", f'schema = "{SEARCHES_SCHEMA}"', "x = " + "[" * 5000, "甲" * 1_000_001]
)
def test_what_is_no_file_of_searches_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not TOML|not a file of saved searches|too large"):
        read(text)


def test_searches_come_in_as_one_step(tmp_path: Path) -> None:
    with State(tmp_path / "state.db") as state:
        state.save_search("本县", "org:青滩县")
        searches, _ = read(render({"本县": "org:林溪县", "今年": "date:今年"}))
        assert state.save_searches(searches) == 2
        assert state.searches() == {"今年": "date:今年", "本县": "org:林溪县"}
        state.undo()
        assert state.searches() == {"本县": "org:青滩县"}
