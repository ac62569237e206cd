"""The sets of letters that are asked before an expression hold the letters its matches begin or end with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op
from re import _parser
from typing import Any, Final

import pytest

from newstui.parsing import (
    actions,
    addressees,
    bylines,
    careers,
    neighbours,
    roles,
    saying,
    scene,
    segments,
    shared_posts,
    speakers,
    units,
    verbal_nouns,
    whole_posts,
)

_EMPTY: Final = frozenset({op.ASSERT, op.ASSERT_NOT, op.AT})
_REPEATS: Final = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
BEGINS: Final = {
    "addressees._LEAD": ([addressees._LEAD], addressees._LEAD_BEGINS),
    "bylines._PICTURED": ([bylines._PICTURED], bylines._PICTURED_BEGINS),
    "bylines._fixed": ([bylines._fixed()], bylines._fixed_begins()),
    "careers._taking": ([careers._taking()], {*careers._taking_begins(), ","}),
    "roles._PAST": ([roles._PAST, roles._MONTH], roles._PAST_BEGINS),
    "saying._ON_DAY": ([saying._ON_DAY], saying._DAY_BEGINS),
    "scene._AT_HOME": ([scene._AT_HOME], scene._AT_HOME_BEGINS),
    "scene._CONTENT": ([scene._CONTENT], scene._CONTENT_BEGINS),
    "segments._leading": ([segments._leading()], segments._leading_begins()),
    "speakers._AFTER": ([speakers._AFTER], speakers._AFTER_BEGINS),
    "speakers.RANK": ([re.compile(speakers.RANK), speakers._RANK_BEHIND], speakers._RANK_BEGINS),
    "whole_posts.made_whole": (
        [whole_posts._MANY_BODIES, whole_posts._OUR_BODY, whole_posts._OWN_PLACE, whole_posts._TIME],
        neighbours.QUALIFYING,
    ),
}
ENDS: Final = {
    "verbal_nouns._NOUN_JOINED": ([verbal_nouns._NOUN_JOINED], verbal_nouns._JOINED_ENDS),
    "bylines._before": ([bylines._before()], bylines._before_ends()),
    "shared_posts._BETWEEN": ([shared_posts._BETWEEN], shared_posts._BETWEEN_ENDS),
    "shared_posts._HELD_BY": ([shared_posts._HELD_BY], shared_posts.HOLDING),
    "saying._adverbs": ([saying._adverbs()], saying._adverb_ends()),
    "speakers._BEFORE": ([speakers._BEFORE], speakers._BEFORE_ENDS),
    "units._UNIT_END": ([units._UNIT_END], units.UNIT_LASTS),
}


@pytest.mark.parametrize("name", BEGINS)
def test_letters_asked_first_are_those_an_expression_begins_with(name: str) -> None:
    expressions, letters = BEGINS[name]
    assert set(letters) == set().union(*(edge(each, last=False) for each in expressions))


@pytest.mark.parametrize("name", ENDS)
def test_letters_asked_first_are_those_an_expression_ends_with(name: str) -> None:
    expressions, letters = ENDS[name]
    assert set(letters) == set().union(*(edge(each, last=True) for each in expressions))


def test_what_only_looks_like_an_order_is_tried_at_few_places() -> None:
    [(kind, (_, branches))] = _parser.parse(actions._NO_ORDER.pattern)
    assert kind is op.BRANCH
    assert {branch[0][0] for branch in branches} == {op.LITERAL}


def edge(expression: re.Pattern[str], *, last: bool) -> set[str]:
    """The letters that a match, where it is not empty, may begin or end with."""
    return _of_row(_parser.parse(expression.pattern), last=last)[0]


def _of_row(row: Iterable[tuple[Any, Any]], *, last: bool) -> tuple[set[str], bool]:
    """The letters at the edge of one part after the other, and whether all of them may be empty."""
    found: set[str] = set()
    for kind, value in reversed([*row]) if last else row:
        letters, empty = _of_part(kind, value, last=last)
        found |= letters
        if not empty:
            return found, False
    return found, True


def _of_part(kind: Any, value: Any, *, last: bool) -> tuple[set[str], bool]:
    if kind in _EMPTY:
        return set(), True
    if kind is op.LITERAL:
        return {chr(value)}, False
    if kind is op.IN:
        return set().union(*(_of_class(*each) for each in value)), False
    if kind is op.BRANCH:
        branches = [_of_row(each, last=last) for each in value[1]]
        return set().union(*(letters for letters, _ in branches)), any(empty for _, empty in branches)
    if kind is op.SUBPATTERN:
        return _of_row(value[3], last=last)
    assert kind in _REPEATS, f"any letter may stand here: {kind}"
    least, _, row = value
    letters, empty = _of_row(row, last=last)
    return letters, empty or least == 0


def _of_class(kind: Any, value: Any) -> set[str]:
    """The letters of one member of ``[…]``."""
    if kind is op.LITERAL:
        return {chr(value)}
    if kind is op.RANGE:
        return {chr(code) for code in range(value[0], value[1] + 1)}
    assert (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT), f"any letter may stand here: {kind} {value}"
    return set("0123456789")
