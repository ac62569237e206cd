"""People, posts and offices of texts kept as blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.intake.articles import article
from newstui.model.article import Article, Span
from newstui.model.fold import fold
from newstui.model.reading import Parts, Reading
from newstui.parsing import pipeline
from newstui.parsing.people import find_people
from newstui.parsing.text import Page
from tests.blocks import Case, cases
from tests.growth import is_linear

FOLDER = Path(__file__).parent / "cases"
FILES = ("people_names", "people_foreign", "people_lists", "people_posts")
CASES = [case for name in FILES for case in cases(FOLDER / f"{name}.txt")]
OFFICES = cases(FOLDER / "offices.txt")


def people_of(text: str) -> Reading:
    page = Page(article(text))
    return find_people(page, Reading(parser="1", parts=Parts(body=(Span(0, len(page.text)),))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_people_and_posts(case: Case) -> None:
    found = [
        person.name + (": " + "、".join(post.text for post in person.posts) if person.posts else "")
        for person in people_of(case.text).people
    ]
    assert tuple(found) == case.expected


@pytest.mark.parametrize("case", OFFICES, ids=lambda case: case.title)
def test_offices(case: Case) -> None:
    reading = pipeline.read(article(case.text))
    found = [f"{person.name} {office.text} {office.reason}" for person in reading.people for office in person.offices]
    assert tuple(found) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_spans_hold_what_is_said(case: Case) -> None:
    text = article(case.text).text
    for person in people_of(case.text).people:
        assert any(fold(span.of(text)) == fold(person.name) for span in person.mentions)
        assert person.rule
        for post in person.posts:
            assert fold(post.span.of(text)) == fold(post.text)
            assert post.rule


def test_a_second_reading_is_the_same() -> None:
    first = [people_of(case.text) for case in CASES]
    assert [people_of(case.text) for case in reversed(CASES)][::-1] == first


HOSTILE = {
    "one rank": "副书记" * 20_000,
    "one name": "张伟强、" * 5_000,
    "dots": "阿·" * 20_000,
    "sounds": "阿拉" * 20_000,
    "brackets": "(《“" * 20_000,
    "parted letters": "李 " * 5_000,
    "no marks": "县委书记张伟强调要加强领导" * 4_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_alone(text: str) -> None:
    def work(length: int) -> None:
        page = Page(Article(id="hostile", text=text[:length]))
        find_people(page, Reading(parser="1", parts=Parts(body=(Span(0, length),))))

    assert is_linear(work, len(text) // 4)


def test_every_official_of_a_long_list_is_found() -> None:
    surnames, letters = "赵钱孙李周吴郑王冯陈", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
    names = [first + second + third for first in surnames for second in letters for third in letters]
    found = people_of("出席会议的有" + "、".join(names) + "。").people
    assert len(found) == len(names)


@given(st.text(alphabet="张李王和同县委书记长、,。;()《》“” \n·A1习近平总阿卡副主任等领导任", max_size=60))
def test_nothing_raises_and_spans_stay_inside(text: str) -> None:
    for person in people_of(text).people:
        assert person.name and person.mentions
        assert all(0 <= span.start < span.end for span in person.mentions)
