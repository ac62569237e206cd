"""What holds for every text: nothing raises, spans lie in the text and say what is reported, order does not matter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newstui.intake.articles import article
from newstui.model.article import Article, Span
from newstui.model.fold import fold
from newstui.model.outline import Action, Item, Speech
from newstui.model.reading import Reading
from newstui.parsing.pipeline import read, read_all
from tests.blocks import cases
from tests.growth import is_linear

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
GENRE = """
县委书记 方明 张晓彬 李燕 主持会议 出席会议并讲话 指出 强调 要求 一是 二是 要 会议 召开 在 由 等 他 双招双引
、 ， 。 ； ： “ ” 《 》 （ ） 新华社 4月17日电 来源 作者 记者 责任编辑 2020-04-17 参加 陪同 调研 会见 座谈会
a 1 ① 會議 𠮷 \ufffd
"""
WORDS = [*GENRE.split(), " ", "\n", "\u3000"]


def spans_of(value: object) -> Iterator[Span]:
    """Every span of a reading, however deep."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from spans_of(getattr(value, one.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from spans_of(each)


def quoted(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every value that is said to stand in the text, with where it stands."""
    if reading.title and reading.parts.title:
        yield reading.title, reading.parts.title
    for credit in reading.credits:
        yield credit.name, credit.span
    for document in reading.documents:
        yield document.title, document.span
    for term in reading.terms:
        yield term.text, term.span
    for statement in reading.organizations:
        yield statement.name, statement.span
    for person in reading.people:
        for post in person.posts:
            yield post.text, post.span
    if reading.meeting:
        yield reading.meeting.name, reading.meeting.span
    for speech in reading.outline:
        yield from quoted_nodes(speech)


def quoted_nodes(node: Speech | Item | Action) -> Iterator[tuple[str, Span]]:
    if isinstance(node, Action):
        yield node.text, node.span
        for inner in (node.addressee, node.deadline, *node.quantities):
            if inner:
                yield inner.text, inner.span
        return
    for child in node.children:
        yield from quoted_nodes(child)


def check(one: Article) -> Reading:
    reading = read(one)
    for span in spans_of(reading):
        assert 0 <= span.start <= span.end <= len(one.text), span
    for value, span in quoted(reading):
        assert fold(span.of(one.text)) == fold(value), (value, span.of(one.text))
    assert list(reading.parts.body) == sorted(reading.parts.body)
    assert read(one) == reading
    return reading


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120).map("".join))
def test_words_of_the_genre_in_any_order(text: str) -> None:
    check(article(text))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
@example("开展")
def test_any_text(text: str) -> None:
    check(article(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20), st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_fields_of_a_record_win(title: str, author: str, text: str) -> None:
    reading = read(Article(id="x", text=text, title=title or None, author=author or None, published="2020-01-02"))
    assert reading.published == "2020-01-02"
    assert reading.title == title or not title


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case_texts(path: Path) -> None:
    for text in dict.fromkeys(case.text for case in cases(path)):
        check(article(text))


def test_order_does_not_matter() -> None:
    texts = list(dict.fromkeys(case.text for path in CASES for case in cases(path)))[:150]
    forwards = [read(article(text)) for text in texts]
    backwards = [read(article(text)) for text in reversed(texts)]
    assert forwards == backwards[::-1]
    assert forwards == read_all([article(text) for text in texts])


@pytest.mark.parametrize("name", ["seed", "dev"])
def test_gold_texts(name: str) -> None:
    path = SHARED / "gold" / f"{name}.texts.jsonl"
    if not path.exists():
        pytest.skip("no ../shared/gold beside the checkout")
    for line in path.read_text(encoding="utf-8").splitlines():
        check(article(json.loads(line)["text"]))


def test_hostile_strings() -> None:
    path = SHARED / "adversarial" / "blns.json"
    if not path.exists():
        pytest.skip("no ../shared/adversarial beside the checkout")
    for string in json.loads(path.read_text(encoding="utf-8")):
        check(article(string))
        check(article(f"会议召开\n2020-01-02 来源：{string}\n县委书记方明主持会议。方明指出，要{string}。"))


@pytest.mark.parametrize(
    "run",
    [
        "书",
        "会",
        "在",
        "由",
        "“",
        "一",
        "，",
        "(",
        "出席",
        "会见和",
        "2020年1月",
        " ",
        "\n",
        "会议，王立（记者 ",
        "“会议召开的提出要求",
    ],
)
def test_time_is_linear_in_long_runs(run: str) -> None:
    check(article("会议召开\n" + run * (20_000 // len(run))))


@pytest.mark.parametrize("run", ["会议，王立（记者 ", "“会议召开的提出要求", "督查组指出，要抓好落实。", "《意见》"])
def test_time_grows_with_the_length_alone(run: str) -> None:
    assert is_linear(lambda size: read(article("会议召开\n" + run * (size // len(run)))), 20_000)


@pytest.mark.parametrize("run", [" ", "\n", "\u3000", "\n ", "会\n"])
def test_gaps_cost_as_much_as_they_are_long(run: str) -> None:
    assert is_linear(lambda size: read(article("会议召开" + run * size + "王立主持会议。")), 5_000)


@pytest.mark.parametrize("run", ["“", "”", "（原题为《会议召开》）\n", "青禾日报网\n", "一是", "县长兼", "县委委员及"])
def test_what_is_said_again_and_again_is_no_deep_call(run: str) -> None:
    for lead in ("", "县长王立强调，要", "会议召开\n"):
        check(article(lead + run * 3_000 + "县长王立主持会议。"))
