"""Styles as differences: the picture stays the same."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from newstui.tui.sgr import shorter

codes = st.sampled_from(
    ["1;38;5;175;48;5;234", "38;5;252;48;5;234", "48;5;16", "1;4;31", "7", "2;39;49", "92;103", "38;2;1;2;3", ""]
)
segment = st.builds(
    lambda code, text: f"\x1b[{code}m{text}\x1b[0m", codes, st.text(alphabet="甲乙ab ", min_size=1, max_size=4)
)
output = st.lists(st.one_of(segment, st.sampled_from(["\x1b[3;5H", "\r\n", "x"])), max_size=30).map("".join)


def picture(written: str) -> list[object]:
    screen = pyte.Screen(40, 12)
    pyte.Stream(screen).feed(written)
    return [[screen.buffer[y][x] for x in range(40)] for y in range(12)]


@given(output)
def test_the_picture_is_the_same_and_the_pen_is_put_back(written: str) -> None:
    assert picture(shorter(written) + "y") == picture(written + "y")
    assert len(shorter(written)) <= len(written)


def test_common_colours_are_said_once() -> None:
    assert shorter("\x1b[1;31;44ma\x1b[0m\x1b[1;32;44mb\x1b[0m") == "\x1b[1;31;44ma\x1b[32mb\x1b[0m"


def test_what_is_not_known_is_left_alone() -> None:
    assert shorter("\x1b[58;5;1ma\x1b[0m") == "\x1b[58;5;1ma\x1b[0m"
