"""Wrapping: nothing lost, no line too wide, the rules of punctuation kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newstui.tui.wrap import NOT_FIRST, NOT_LAST, wrap

PARAGRAPH = (
    "白石县“项目建设”推进会议召开（3月4日），县委书记沈砚清指出：“要坚持‘快’字当头，投资完成率达到98.5%！”"
    "会议审议了《关于加强项目建设的意见（试行）》，GDP增长6.5%，总投资1,200,000元；各乡镇（街道）、newstui-reader等参加……"
)
mixed = st.text(alphabet="白石县沈砚清要，。、；：？！“”‘’（）《》…—abcXYZ019.%- \n　﹐é", max_size=300)


@pytest.mark.parametrize("width", [*range(10, 60), *range(60, 201, 20)])
def test_a_paragraph_keeps_the_rules_at_every_width(width: int) -> None:
    lines = wrap(PARAGRAPH, width)
    words = [PARAGRAPH[line.start : line.end] for line in lines]
    assert "".join(words) == PARAGRAPH
    for at, line in enumerate(words):
        assert cell_len(line.rstrip()) <= width
        assert at == 0 or line[0] not in NOT_FIRST
        assert at == len(words) - 1 or line.rstrip()[-1] not in NOT_LAST
    for token in ("98.5%", "6.5%", "GDP"):
        assert any(token in line for line in words)


@given(mixed, st.integers(10, 200), st.integers(0, 4))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: int, indent: int) -> None:
    lines = wrap(text, width, indent=indent)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert cell_len(text[line.start : line.end].rstrip(" \n")) <= width


@given(mixed, st.integers(1, 9))
def test_tiny_widths_end_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(line.end > line.start for line in lines)


def test_a_stretch_is_wrapped_alone() -> None:
    assert [tuple(line) for line in wrap("甲乙丙丁戊己", 4, start=1, end=5)] == [(1, 3), (3, 5)]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert [tuple(line) for line in wrap("a" * 25, 10)] == [(0, 10), (10, 20), (20, 25)]


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "e\u0301" * 12
    assert all(text[line.start] == "e" for line in wrap(text, 10))
