"""What is being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.query.complete import Typing, typing, words

CASES = """
陈                   ''       陈    0
p:陈                 person   陈    2
甲 人：陈            person   陈    4
甲 -来源:新          source   新    6
(p:甲 or post:县     post     县    13
p:甲&主              role     主    4
p:甲&post:县         post     县    9
p:"陈                person   陈    2
甲"乙                ''       甲"乙 0
role:pre             role     pre   5
nofield:x            ''       nofield:x 0
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_the_field_and_its_beginning(case: str) -> None:
    *text, field, typed, start = case.split()
    line = " ".join(text)
    assert typing(line) == Typing("" if field == "''" else field, typed, int(start), len(line))


def test_nothing_typed_yet() -> None:
    assert typing("") == typing("甲 ", 0) == Typing("", "", 0, 0)
    assert typing("甲 ") == Typing("", "", 2, 2)
    assert typing("p:") == Typing("person", "", 2, 2)
    assert typing("p:陈必昌 d:2020", 3) == Typing("person", "陈", 2, 3)


def test_words_that_fit() -> None:
    assert words(typing("pe")) == ("person:", "people:")
    assert words(typing("来")) == ("来源:",)
    assert words(typing("role:pr")) == ("presided", "preside")
    assert "主持" in words(typing("p:甲&主"))
    assert words(typing("is:"))[:2] == ("unread", "未读")
    assert words(typing("d:上"), 2) == ("上周", "上月")
    assert words(typing("")) == () and words(typing("p:陈")) == ()


@given(st.text(st.sampled_from(list('p:人：&＆"“”()（） -陈role')) | st.characters(), max_size=40), st.integers(-3, 50))
def test_any_text_and_any_cursor(text: str, cursor: int) -> None:
    at = typing(text, cursor)
    assert 0 <= at.start <= at.end <= len(text)
    assert at.typed in text[at.start : at.end]
    assert all(isinstance(word, str) for word in words(at))


def test_long_lines_take_no_time() -> None:
    for text in ('"' * 20_000, "p:" * 10_000, "&" * 20_000, "甲" * 20_000):
        typing(text)
