"""People, posts and offices of texts kept as blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.intake.articles import article
from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.model.reading import Parts, Reading
from newstui.parsing import pipeline
from newstui.parsing.people import find_people
from newstui.parsing.text import Page
from tests.blocks import Case, cases

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
