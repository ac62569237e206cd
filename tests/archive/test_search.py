"""What a query finds is what brute force finds."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstui.archive.reader import Reader
from newstui.model.fold import fold
from newstui.query.query import And, Node, Not, Or, Query, Term
from tests.archive.samples import Pair, archive_of, plain

LETTERS = "会议要求市县长委，。要,a1Ａ!“”－-＿_ \u3000會議ﬁ㈱％%*\"'\U00020000"
DAYS = (None, "2019-12-31", "2020-01-01", "2020-04-17T23:30:00+08:00", "2020-04-17T23:30:00+00:00", "1931-09-18")
SOURCES = (None, "新华社", "新华社客户端", "青川日报")


def made(seed: int, number: int = 160) -> list[Pair]:
    chance = random.Random(seed)

    def words(most: int) -> str:
        return "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, most)))

    pairs = []
    for n in range(number):
        title = words(6).strip() or "题"
        body = "\n".join(words(14) for _ in range(chance.randint(0, 3)))
        pairs.append(plain(title, f"{body}{n % 7}", chance.choice(DAYS), chance.choice(SOURCES)))
    return pairs


PAIRS = {pair[0].id: pair for pair in made(1)}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = archive_of(tmp_path_factory.mktemp("search") / "a.db", list(PAIRS.values()), batch=37)
    with Reader(path) as reader:
        yield reader


def holds(pair: Pair, node: Node) -> bool:
    """Brute force."""
    article, reading = pair
    match node:
        case Not():
            return not holds(pair, node.node)
        case And():
            return all(holds(pair, each) for each in node.nodes)
        case Or():
            return any(holds(pair, each) for each in node.nodes)
        case Term(field="title"):
            return fold(node.value) in fold(reading.title or "")
        case Term(field="source"):
            return fold(node.value) in fold(article.source or "")
        case Term(field="date"):
            return date_holds(article.published, node.value)
        case Term():
            body = "\n".join(part.of(article.text) for part in reading.parts.body)
            return fold(node.value) in fold(reading.title or "") or fold(node.value) in fold(body)
    raise AssertionError(node)


def date_holds(published: str | None, value: str) -> bool:
    day = {"2020-04-17T23:30:00+08:00": "2020-04-17", "2020-04-17T23:30:00+00:00": "2020-04-18"}.get(
        published or "", published
    )
    if value == "none":
        return day is None
    if ".." in value:
        start, end = value.split("..")
        return day is not None and start <= day <= (end or "9999")
    return day is not None and day.startswith(value)


def check(reader: Reader, query: Query) -> None:
    wanted = {key for key, pair in PAIRS.items() if all(holds(pair, part) for part in query.parts)}
    lines = reader.page(query, 0, 1000)
    assert {line.id for line in lines} == wanted, str(query)
    assert len(lines) == len(wanted)
    assert reader.count(query) == len(wanted), str(query)
    assert sum(reader.days(query).values()) == sum(1 for key in wanted if PAIRS[key][0].published), str(query)
    for at in range(0, len(lines), 17):
        assert reader.position(query, lines[at].id) == at
        assert reader.page(query, at, at + 2) == lines[at : at + 2]
    assert reader.page(query, 0, 1000, "oldest") == lines[::-1]
    assert {line.id for line in reader.page(query, 0, 1000, "title")} == wanted


value = st.text(LETTERS, min_size=1, max_size=6).filter(fold)
taken = st.builds(
    lambda text, at, length: text[at % len(text) :][:length] or text,
    st.integers(0, len(PAIRS) - 1).map(lambda at: list(PAIRS.values())[at][0].text),
    st.integers(0, 400),
    st.integers(1, 8),
).filter(fold)
words = st.builds(Term, st.sampled_from(["", "", "", "title"]), st.one_of(value, taken))
dates = st.builds(
    Term,
    st.just("date"),
    st.sampled_from(["2020", "2020-04", "2020-04-17", "none", "2019-12-31..2020-01-01", "1900..1950"]),
)
sources = st.builds(Term, st.just("source"), st.sampled_from(["新华社", "社", "新華社客户端", "无此报"]))
nodes: st.SearchStrategy[Node] = st.recursive(
    st.one_of(words, words, dates, sources),
    lambda inner: st.one_of(
        st.builds(Not, inner.filter(lambda node: not isinstance(node, Not))),
        st.builds(lambda a, b: Or((a, b)), inner, inner),
        st.builds(lambda a, b: And((a, b)), inner, inner),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(nodes, min_size=0, max_size=3))
def test_any_query_is_brute_force(reader: Reader, parts: list[Node]) -> None:
    check(reader, Query(tuple(parts)))


@pytest.mark.parametrize("length", range(1, 9))
def test_words_of_every_length(reader: Reader, length: int) -> None:
    chance = random.Random(length)
    for article, _ in chance.sample(list(PAIRS.values()), 25):
        folded = fold(article.text)
        at = chance.randrange(max(1, len(folded) - length))
        check(reader, Query((Term("", folded[at : at + length]),)))


@pytest.mark.parametrize(
    "value", ['"', "'", "*", "%", "_", "a-1", "NOT", "or", "1!", "！", "會議", "\ufdd0", "ﬁ", "%*", '"\'"']
)
def test_odd_words(reader: Reader, value: str) -> None:
    check(reader, Query((Term("", value),)))
    check(reader, Query((Not(Term("", value)), Term("", "会"))))


def test_why_empty_names_the_chip(reader: Reader) -> None:
    query = Query((Term("", "会"), Term("", "绝无此语")))
    assert reader.why_empty(query) == ("绝无此语",)


def test_facets_are_counts(reader: Reader) -> None:
    query = Query((Term("", "会"),))
    for facet in reader.facets(query, "source"):
        exact = Query((Term("", "会"),))
        found = [line for line in reader.page(exact, 0, 1000) if line.source == facet.value]
        assert len(found) == facet.count
    months = {facet.value: facet.count for facet in reader.facets(query, "month")}
    assert sum(months.values()) == sum(reader.days(query).values())


def test_facets_of_a_large_result_are_scaled_from_a_sample(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    query = Query((Term("", "会"),))
    exact = {facet.value: facet.count for facet in reader.facets(query, "source")}
    monkeypatch.setattr("newstui.archive.facets._SAMPLE", 30)
    monkeypatch.setattr("newstui.archive.facets._EXACT", {"source": 60})
    sampled = reader.facets(query, "source")
    assert sampled and not any(facet.is_exact for facet in sampled)
    for facet in sampled:
        assert abs(facet.count - exact[facet.value]) < 30
