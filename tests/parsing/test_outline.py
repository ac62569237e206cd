"""Speeches, items, actions, addressees, deadlines: cases of fictional reports, and what must hold for any text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newstui.intake.articles import article
from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.model.outline import Action, Item, Speech, walk
from newstui.model.people import Person, Post
from newstui.model.reading import Parts, Reading
from newstui.parsing.outline import find_outline
from newstui.parsing.text import Page
from tests.blocks import Case, cases

CASES = Path(__file__).parent / "cases"
FILES = ("speeches", "outlines", "addressees", "deadlines")
EVERY = [case for name in FILES for case in cases(CASES / f"{name}.txt")]


def people_of(text: str, line: str) -> tuple[Person, ...]:
    """The people a case's first line names, with every mention of theirs in the text."""
    found = []
    for name, _, post in (pair.partition("=") for pair in line.split()):
        mentions = tuple(Span(*match.span()) for match in re.finditer(name, text))
        posts = tuple(Post(post, Span(*match.span()), "test") for match in re.finditer(f"{post}(?={name})", text))
        found.append(Person(name, mentions, posts or (Post(post, Span(0, 0), "test"),)))
    return tuple(found)


def read(words: str) -> tuple[Page, Reading]:
    line, _, text = words.partition("\n") if words.startswith("@ ") else ("@ ", "", words)
    page = Page(article(text))
    body = Parts(body=(Span(0, len(page.text)),))
    reading = Reading("test", published="2020-04-17", parts=body, people=people_of(page.text, line[2:]))
    return page, find_outline(page, reading)


def shown(kind: str, reading: Reading) -> list[str]:
    nodes = list(walk(reading.outline))
    given = [node for _, node in nodes if isinstance(node, Action)]
    if kind == "speeches":
        return [f"{speech.speaker} {speech.verb}" for speech in reading.outline]
    if kind == "addressees":
        return [f"{action.text} | {action.addressee.text if action.addressee else '-'}" for action in given]
    if kind == "deadlines":
        return [f"{one.text} | {one.date or '-'}" for action in given if (one := action.deadline)]
    if kind == "quantities":
        return [quantity.text for action in given for quantity in action.quantities]
    return [_node(depth, node) for depth, node in nodes]


def _node(depth: int, node: Speech | Item | Action) -> str:
    if isinstance(node, Speech):
        return f"S {node.speaker} {node.verb}"
    if isinstance(node, Item):
        return f"I {node.ordinal} {node.heading}"
    return "  " * (depth - 1) + f"A {node.text}"


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.kind}: {case.title}")
def test_cases(case: Case) -> None:
    _, reading = read(case.text)
    assert shown(case.kind, reading) == [line.rstrip() for line in case.expected]


def test_a_document_that_speaks_on_still_speaks_as_one() -> None:
    said = "《实施意见》要求,要简化流程。《实施意见》还强调,要加强检查。会议指出,要完善制度。会议强调,要落实到位。"
    _, reading = read(said)
    rules = [(speech.speaker, speech.rule) for speech in reading.outline]
    assert rules == [("《实施意见》", "document-says")] * 2 + [("会议", "body-says")] * 2


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.kind}: {case.title}")
def test_spans_say_what_they_mark(case: Case) -> None:
    page, reading = read(case.text)
    for _, node in walk(reading.outline):
        words = node.span.of(page.text)
        if isinstance(node, Action):
            assert fold(words) == fold(node.text)
            marked = [node.addressee, node.deadline, *node.quantities]
            assert all(fold(one.span.of(page.text)) == fold(one.text) for one in marked if one)
        elif isinstance(node, Item):
            assert fold(words).startswith(fold(node.ordinal))
            assert fold(node.heading) in fold(words)
        else:
            assert fold(node.verb) in fold(words)
        children = () if isinstance(node, Action) else node.children
        assert all(node.span.holds(child.span) for child in children)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "“" * 3000,
        "(" * 3000,
        "要求" * 3000,
        "会议指出," * 500,
        "一是" * 3000,
        "会议强调，一是。" * 300,
        " " * 9000,
    ],
    ids=lambda text: text[:4],
)
def test_any_text_is_read(text: str) -> None:
    page, reading = read(text)
    again = find_outline(page, reading._replace(outline=()))
    assert again.outline == reading.outline


def test_nobody_speaks_without_a_body() -> None:
    page = Page(article("会议指出，要加强管理。"))
    assert find_outline(page, Reading("test")).outline == ()
