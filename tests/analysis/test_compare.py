"""Two texts side by side."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newstui.analysis.compare import MOST, Comparison, Stretch, compare
from newstui.export.summary import Pair
from newstui.model.article import Span
from tests.analysis.samples import pair, speech
from tests.growth import is_linear

OLD = "会议召开。要抓好春耕，保障用水；要清理河道。\n会议结束。"
NEW = "会议召开。要抓好秋收，保障用水；会議結束。另行通知。"


def texts(left: str, right: str) -> tuple[Pair, Pair]:
    return pair(1, None, (), (), left), pair(2, None, (), (), right)


def shown(left: str, right: str) -> list[tuple[str, str | None, str | None]]:
    found = compare(*texts(left, right))
    return [(one.kind, one.left and one.left.of(left), one.right and one.right.of(right)) for one in found.stretches]


def test_clauses_stay_go_come_and_change() -> None:
    assert shown(OLD, NEW) == [
        ("same", "会议召开。", "会议召开。"),
        ("changed", "要抓好春耕，", "要抓好秋收，"),
        ("same", "保障用水；", "保障用水；"),
        ("gone", "要清理河道。", None),
        ("same", "会议结束。", "会議結束。"),
        ("new", None, "另行通知。"),
    ]


def test_likeness() -> None:
    assert compare(*texts(OLD, OLD)).likeness == 1.0 and compare(*texts("", "")).likeness == 1.0
    assert compare(*texts("甲。", "乙。")).likeness == 0.0
    assert 0.5 < compare(*texts(OLD, NEW)).likeness < 0.7


def test_outlines() -> None:
    left = pair(1, None, (), (speech("甲", "要抓春耕", "要清河道"),))
    right = pair(2, None, (), (speech("甲", "要抓春耕。", "要修水库", "要保安全"),))
    kinds = [(one.kind, one.left is not None, one.right is not None) for one in compare(left, right).outline]
    assert kinds == [
        ("same", True, True),
        ("same", True, True),
        ("same", True, True),
        ("changed", True, True),
        ("new", False, True),
    ]


clauses = st.text(st.sampled_from("甲乙丙，。；\n !"), max_size=40)


@given(clauses, clauses)
def test_nothing_is_lost_or_shown_twice(left: str, right: str) -> None:
    stretches = compare(*texts(left, right)).stretches
    for text, spans in ((left, [one.left for one in stretches]), (right, [one.right for one in stretches])):
        ends = [span for span in spans if span is not None]
        assert all(one.end <= other.start for one, other in pairwise(ends))
        shown = "".join(span.of(text) for span in ends)
        assert [each for each in shown if each in "甲乙丙"] == [each for each in text if each in "甲乙丙"]


def test_the_time_for_very_long_texts_grows_with_their_length_alone() -> None:
    def work(clauses: int) -> Comparison:
        left = "".join(f"第{number % 700}条要求，" for number in range(clauses))
        return compare(*texts(left, left[3000:]))

    assert MOST < 20_000 and work(20_000).stretches[-1].kind == "changed"
    assert is_linear(work, 20_000)


def test_a_stretch_is_a_plain_value() -> None:
    assert Stretch("same", Span(0, 1), Span(0, 1)) == Stretch("same", Span(0, 1), Span(0, 1))
