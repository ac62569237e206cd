"""Lines broken at a fixed width are joined; everything else keeps its lines."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.intake.articles import article
from newstui.intake.unwrap import unwrapped, width
from newstui.model.article import article_id
from newstui.model.fold import fold
from tests.blocks import Case, cases

CASES = cases(Path(__file__).parent / "cases" / "unwrap.txt")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_block(case: Case) -> None:
    assert tuple(line for line in unwrapped(case.text).split("\n") if line.strip()) == case.expected


def test_there_are_ten_cases() -> None:
    assert len(CASES) >= 10


PARAGRAPHS = (
    "会议指出，各级各部门要把精力和心思集中到县委的决策部署上来，锁定目标，攻坚克难，全力推动各项工作再上新台阶、实现新突破。"
    "要抓好重点任务攻坚，注重招大引强，强化策划包装，创新招引方式，确保各项措施落到实处，取得让群众满意的成效，努力走在全市前列。",
    "县委书记方明主持会议并讲话，县长张斌，县人大常委会主任李燕，县政协主席贾坤，县委常委、组织部部长赵峰，副县长王诚、刘敏出席会议，"
    "各乡镇、县直各部门主要负责人参加会议。",
    "会议强调，安全生产责任重于泰山，必须时刻绷紧安全这根弦，坚持人民至上、生命至上，全面排查整治各类隐患，坚决防范和遏制重特大事故发生。",
)


@pytest.mark.parametrize("column", [14, 17, 20, 24, 30, 33, 37, 40, 44, 48])
def test_paragraphs_cut_at_any_width_come_back(column: int) -> None:
    cut = "\n".join("\n".join(textwrap.wrap("　　" + one, column, drop_whitespace=False)) for one in PARAGRAPHS)
    whole = [line.strip() for line in unwrapped(f"全县安全生产工作会议召开\n2021-01-02\n{cut}").split("\n")]
    assert whole == ["全县安全生产工作会议召开", "2021-01-02", *PARAGRAPHS]


def test_whole_paragraphs_stay() -> None:
    text = "\n".join(["全县安全生产工作会议召开", "2021-01-02 来源：青潭报", *PARAGRAPHS])
    assert unwrapped(text) == text


def test_width_counts_cells() -> None:
    assert width("县委abc“”—— ") == 15


def test_the_id_is_of_the_raw_text() -> None:
    raw = "会议在青潭\n发布日期: 2021-08-17\n召开\n" + "\n".join(textwrap.wrap(PARAGRAPHS[0], 30))
    assert article(raw).id == article_id(raw)
    assert article(raw.replace("\n", "\r\n")).id == article_id(raw)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="县委书记，。；：“”（）ab 1\n\u3000召开—", max_size=600))
def test_nothing_is_lost(text: str) -> None:
    assert sorted(fold(unwrapped(text))) == sorted(fold(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    unwrapped(text)
    article(text)
