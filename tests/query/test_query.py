"""The frozen value."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given

from newstui.query.aliases import FIELD_WORDS, IS_WORDS, ROLE_WORDS
from newstui.query.grammar import parse
from newstui.query.labels import chips
from newstui.query.query import FIELDS, IS, And, Joined, Not, Or, Query, Term
from tests.query.strategies import queries

CBC = Term("person", "陈必昌")


def test_a_query_says_its_changes_by_name() -> None:
    query = Query().with_person("陈必昌").with_part(Term("date", "2020-04")).excluding(Term("source", "新华社"))
    assert str(query) == "person:陈必昌 date:2020-04 -source:新华社"
    assert query.chips == ("person:陈必昌", "date:2020-04", "-source:新华社")
    assert str(query.without_last()) == "person:陈必昌 date:2020-04"
    assert str(query.replacing("date", Term("date", "2021"))) == "person:陈必昌 date:2021 -source:新华社"
    assert str(query.replacing("date", None)) == "person:陈必昌 -source:新华社"
    assert query.without(CBC).with_person("陈必昌").without(CBC) == query.without(CBC)
    assert query.with_person("陈必昌") is query


def test_replacing_adds_where_there_is_none_and_leaves_one_of_many() -> None:
    assert str(Query((CBC,)).replacing("date", Term("date", "7d"))) == "person:陈必昌 date:7d"
    two = Query((Term("date", "2020"), CBC, Term("date", "2021")))
    assert str(two.replacing("date", Term("date", "7d"))) == "date:7d person:陈必昌"


def test_excluding_turns_round_what_was_asked_for() -> None:
    assert str(Query((CBC,)).excluding(CBC)) == "-person:陈必昌"
    assert str(Query((CBC,)).excluding(CBC).excluding(Not(CBC))) == "person:陈必昌"


def test_an_empty_query_is_false_and_says_nothing() -> None:
    assert not Query() and str(Query()) == "" and Query().chips == () and Query().without_last() == Query()


def test_terms_come_from_left_to_right_and_wanted_ones_alone() -> None:
    query = parse("甲 (乙 or -丙) p:丁&presided -(戊 己)")
    assert [term.value for term in query.terms()] == ["甲", "乙", "丙", "丁", "presided", "戊", "己"]
    assert [term.value for term in query.terms(wanted=True)] == ["甲", "乙", "丁", "presided"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Term("nonsense", "甲"),
        lambda: Not(Not(CBC)),
        lambda: Or((CBC,)),
        lambda: And(()),
        lambda: Joined((CBC,)),
        lambda: Joined((CBC, Term("source", "甲"))),
    ],
)
def test_what_has_no_meaning_cannot_be_made(make: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        make()  # type: ignore[operator]


def test_values_are_one_clean_line() -> None:
    assert Term("tag", "甲\n\x1b[2J乙\x9b").value == "甲 \ufffd[2J乙\ufffd"
    assert Term("source", "\u2062\u200b").value == Term("", "").value == "\ufffd"
    assert Term("", "甲 乙").phrase and not Term("", "甲乙").phrase


@given(queries)
def test_a_query_says_the_words_that_parse_back_to_it(query: Query) -> None:
    assert parse(str(query)) == query


@given(queries)
def test_chips_in_every_language_parse_back(query: Query) -> None:
    for language in ("en", "zh"):
        parts = [parse(chip) for chip in chips(query, language)]
        for part, chip in zip(query.parts, parts, strict=True):
            assert chip == Query(part.nodes if isinstance(part, And) else (part,))


def test_chips_speak_chinese() -> None:
    assert chips(parse("p:张晓彬&presided d:7d -is:unread 甲"), "zh") == (
        "人:张晓彬&角色:主持",
        "日期:7d",
        "-状态:未读",
        "甲",
    )


def test_every_field_role_and_state_has_words() -> None:
    from newstui.model.people import ROLES

    assert ("", *FIELD_WORDS) == FIELDS
    assert tuple(ROLE_WORDS) == ROLES
    assert tuple(IS_WORDS) == IS


def test_the_value_needs_no_parser() -> None:
    code = "import sys, newstui.query.query, newstui.query.labels, newstui.query.dates; print('lark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"
