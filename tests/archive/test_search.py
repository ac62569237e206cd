"""What a query finds is what brute force finds: in the index, and by the sets of a large archive."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newstui.archive.facets import FIELDS
from newstui.archive.prepared import prepare
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.model.fold import fold
from newstui.query.query import And, Joined, Node, Not, Or, Query, Term
from tests.archive.brute import DAYS, LETTERS, NAMES, ORGANIZATIONS, RANKS, found, made, spread
from tests.archive.samples import Pair, archive_of

LARGE = {
    "postings._LEAST": 12,
    "postings._CLOSING": (20, 10),
    "found._FEW": 4,
    "found._LATEST": 10,
    "hands._LARGE": 30,
    "fields._MANY": 1,
    "fields._SOME": 0,
    "pages._WINDOW": 5,
    "pages._FAR": 2,
    "search._RARE": 5,
}
"""The archive of a few articles is asked as one of a million would be."""


@dataclass(frozen=True)
class Asked:
    """An archive, and the articles it holds."""

    reader: Reader
    pairs: dict[str, Pair] = field(repr=False)


@pytest.fixture(scope="module", params=["small", "large"])
def asked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    with pytest.MonkeyPatch.context() as patched:
        if request.param == "large":
            for name, value in LARGE.items():
                patched.setattr(f"newstui.archive.{name}", value)
        pairs = {pair[0].id: pair for pair in made(1)}
        path = archive_of(tmp_path_factory.mktemp("search") / "a.db", list(pairs.values()), batch=37)
        pairs |= changed_and_added(path, list(pairs.values()))
        with Reader(path) as reader:
            yield Asked(reader, pairs)


def changed_and_added(path: Path, held: list[Pair]) -> dict[str, Pair]:
    """Readings that become those of other articles, and articles that come later: fewer than sets are built for."""
    old, others = held[::19], [reading for _, reading in held[1::19]]
    new = [
        (article, reading._replace(people=other.people, outline=other.outline, organizations=other.organizations))
        for (article, reading), other in zip(old, others, strict=False)
    ]
    later = made(2, 8)
    with Writer(path) as writer:
        writer.renew([(prepare(*before), prepare(*after)) for before, after in zip(old, new, strict=False)])
        writer.put(later)
    return {pair[0].id: pair for pair in (*new, *later)}


def check(asked: Asked, query: Query) -> None:
    reader, said = asked.reader, str(query)
    wanted = {pair[0].id for pair in found(asked.pairs.values(), query)}
    lines = reader.page(query, 0, 1000)
    assert {line.id for line in lines} == wanted, said
    assert len(lines) == len(wanted)
    assert reader.count(query) == len(wanted), said
    months = spread([asked.pairs[each] for each in wanted], "month")
    assert sum(reader.days(query).values()) == sum(count for _, count in months), said
    for at in range(0, len(lines), 17):
        assert reader.position(query, lines[at].id) == at
        assert reader.page(query, at, at + 2) == lines[at : at + 2]
        assert reader.page(query, max(0, at - 9), at + 9) == lines[max(0, at - 9) : at + 9]
    for at in range(len(lines) - 1, -1, -23):
        assert reader.position(query, lines[at].id, "oldest") == len(lines) - 1 - at
        assert reader.page(query, len(lines) - 1 - at, 1000, "oldest") == lines[at::-1]
    assert reader.page(query, 0, 1000, "oldest") == lines[::-1]
    assert list(reader.page(query, 0, 1000, "title")) == sorted(lines, key=lambda line: line.title)
    assert list(reader.page(query, 0, 1000, "source")) == sorted(lines, key=lambda line: line.source or "")


def check_facets(asked: Asked, query: Query) -> None:
    pairs = found(asked.pairs.values(), query)
    for name in FIELDS:
        wanted = spread(pairs, name)
        for limit in (2, 50):
            facets = [(one.value, one.count) for one in asked.reader.facets(query, name, limit)]
            assert facets == (wanted if name == "month" else wanted[:limit]), f"{query} {name}"
    people = [(one.name, one.articles) for one in asked.reader.people("", query)]
    assert people == spread(pairs, "person")


TEXTS = [article.text for article, _ in made(1)]
value = st.text(LETTERS, min_size=1, max_size=6).filter(fold)
taken = st.builds(
    lambda text, at, length: text[at % len(text) :][:length] or text,
    st.integers(0, len(TEXTS) - 1).map(lambda number: TEXTS[number]),
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
names = st.sampled_from([*NAMES, "单雪梅", "无此人"])
posts = st.builds(lambda a, b: a + b, st.sampled_from([*ORGANIZATIONS, "青川", "县"]), st.sampled_from([*RANKS, "长"]))
personal = st.one_of(
    st.builds(Term, st.just("person"), names),
    st.builds(Term, st.just("post"), posts),
    st.builds(Term, st.just("role"), st.sampled_from(["presided", "spoke", "attended", "met"])),
)
others = st.one_of(
    st.builds(Term, st.just("speaker"), names),
    st.builds(Term, st.just("org"), st.sampled_from(["青川", "财政局", "县", "无此局"])),
    st.builds(lambda terms: Joined(tuple(terms)), st.lists(personal, min_size=2, max_size=3)),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    st.one_of(words, words, words, dates, sources, personal, others),
    lambda inner: st.one_of(
        st.builds(Not, inner.filter(lambda node: not isinstance(node, Not))),
        st.builds(lambda a, b: Or((a, b)), inner, inner),
        st.builds(lambda a, b: And((a, b)), inner, inner),
    ),
    max_leaves=5,
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(nodes, min_size=0, max_size=3))
def test_any_query_is_brute_force(asked: Asked, parts: list[Node]) -> None:
    check(asked, Query(tuple(parts)))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(nodes, min_size=0, max_size=2))
def test_facets_are_exact(asked: Asked, parts: list[Node]) -> None:
    check_facets(asked, Query(tuple(parts)))


@pytest.mark.parametrize("length", range(1, 9))
def test_words_of_every_length(asked: Asked, length: int) -> None:
    chance = random.Random(length)
    for text in chance.sample(TEXTS, 25):
        folded = fold(text)
        at = chance.randrange(max(1, len(folded) - length))
        check(asked, Query((Term("", folded[at : at + length]),)))


@pytest.mark.parametrize(
    "value", ['"', "'", "*", "%", "_", "a-1", "NOT", "or", "1!", "！", "會議", "\ufdd0", "ﬁ", "%*", '"\'"', "😀", "ж😀"]
)
def test_odd_words(asked: Asked, value: str) -> None:
    check(asked, Query((Term("", value),)))
    check(asked, Query((Not(Term("", value)), Term("", "会"))))


def test_why_empty_names_the_chip(asked: Asked) -> None:
    query = Query((Term("", "会"), Term("", "绝无此语")))
    assert asked.reader.why_empty(query) == ("绝无此语",)


def test_large_archives_are_counted_by_sets(asked: Asked) -> None:
    """The second archive does what it is here for: most of its articles are covered, and not all."""
    finder = asked.reader._finding()
    covered = len(finder.postings.covered)
    if covered:
        assert len(asked.pairs) - 30 < covered < len(asked.pairs) - 8
        assert covered + len(finder.postings.others()) == len(asked.pairs)
        every = finder.of(asked.reader._compiler.plan(Query((Not(Term("date", DAYS[1] or "")),))))
        assert every.covered
