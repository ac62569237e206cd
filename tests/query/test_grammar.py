"""The query language, case by case and under fire."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.query.errors import QueryError
from newstui.query.grammar import MAX_DEPTH, MAX_LENGTH, MAX_TERMS, parse
from newstui.query.messages import SAID
from newstui.query.query import Query, Term
from tests.blocks import Case, cases
from tests.growth import is_linear

TODAY = date(2026, 11, 23)
CASES = cases(Path(__file__).with_name("grammar.txt"))
NAUGHTY = Path(__file__).parents[2].parent / "shared" / "adversarial" / "blns.json"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    if case.kind == "query":
        assert [str(parse(case.text, TODAY))] == list(case.expected)
        return
    with pytest.raises(QueryError) as caught:
        parse(case.text, TODAY)
    error = caught.value
    said = f"{error.position} {error.length} {error.suggestion or '-'} {error.message}"
    assert [said] == list(case.expected)


def test_no_words_mean_every_article() -> None:
    assert parse("") == parse(" \n　") == Query()


def test_a_relative_date_stays_relative() -> None:
    assert parse("date:上周", TODAY) == Query((Term("date", "上周"),))


pieces = st.sampled_from(
    ["p:", "人：", "role:", "date:", "is:", "title:", "(", ")", "（", "）", '"', "“", "”", "-", "－", "&", "＆", " or ",
     " ", "　", "甲", "主持", "2020", "..", "*", "NEAR(", "\x00", "\ud800", "or", ":", "：", "%", "'", ";--", "[/]"]
)  # fmt: skip


@given(st.lists(pieces | st.text(max_size=4), max_size=25).map("".join))
def test_nothing_but_a_query_error_is_raised(text: str) -> None:
    try:
        query = parse(text, TODAY)
    except QueryError as error:
        assert 0 <= error.position <= error.position + error.length <= len(text)
        assert error.message and error.said("zh") != error.message
    else:
        assert parse(str(query), TODAY) == query


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of hostile strings is not here")
def test_hostile_strings_are_looked_for_or_refused() -> None:
    for text in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        for typed in (text, '"' + text.replace('"', '""') + '"', f"tag:{text}"):
            try:
                assert parse(str(parse(typed, TODAY)), TODAY) == parse(typed, TODAY)
            except QueryError as error:
                assert error.message


@pytest.mark.parametrize(
    "text",
    ['"', "(", "a(", "“", "x ", "-", "p:", "&", "a or ", '""', '"" ', "(a)", "date:1", "1", ":", "a&", "\x00", "）"],
)
def test_long_queries_cost_as_much_as_they_are_long(text: str) -> None:
    def work(length: int) -> None:
        try:
            assert parse((text * length)[:length], TODAY)
        except QueryError as error:
            assert len(error.message) < 200

    assert is_linear(work, MAX_LENGTH // 4)
    with pytest.raises(QueryError):
        parse(text * 1_000_000, TODAY)


def test_limits_are_said() -> None:
    deep, many = "(" * 20 + "甲 " + ")" * 20, "甲 " * (MAX_TERMS + 1)
    assert parse(deep) == parse("甲")
    for text in ("-(甲 " * (MAX_DEPTH + 1) + ")" * (MAX_DEPTH + 1), many, "甲" * (MAX_LENGTH + 1), "p:甲&" * 4000):
        with pytest.raises(QueryError, match=r"than \d+ (deep|conditions|characters)"):
            parse(text)


def test_a_query_as_large_as_allowed_parses_back() -> None:
    query = parse("-(甲 or 乙 丙 " * (MAX_DEPTH // 3) + ")" * (MAX_DEPTH // 3))
    assert parse(str(query)) == query


def test_every_mistake_is_said_in_both_languages() -> None:
    for english, chinese in SAID.values():
        assert english.count("{") == chinese.count("{") or "{0}" in english
        assert not chinese.isascii()
