"""Readings of any shape, for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from newstui.model.article import Article, Span
from newstui.model.outline import Action, Addressee, Deadline, Item, Quantity, Speech
from newstui.model.people import CREDITS, ROLES, Credit, Office, Person, Post, Role
from newstui.model.reading import Dateline, Document, Meeting, Parts, Reading, Statement, Term

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["会议要求", "# 题", "---", "<script>", "`a`", "=1+1", "\x9b", "一是\n二是", "'''", '"""', "\\", "[甲](乙:丙)"]
)
maybe = st.none() | words
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
span_tuples = st.lists(spans, max_size=3).map(tuple)


def tuples(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=3).map(tuple)


posts = st.builds(Post, words, spans, words)
offices = st.builds(Office, words, words, words, st.integers(0, 3), words)
roles = st.builds(Role, st.sampled_from(ROLES), spans, words)
people = st.builds(Person, words, span_tuples, tuples(posts), tuples(offices), tuples(roles), words)
actions = st.builds(
    Action,
    words,
    spans,
    words,
    st.none() | st.builds(Addressee, words, spans),
    st.none() | st.builds(Deadline, words, spans, maybe),
    tuples(st.builds(Quantity, words, spans)),
)
nodes: st.SearchStrategy[Item | Action] = st.recursive(
    actions, lambda children: st.builds(Item, words, words, spans, words, tuples(children)), max_leaves=4
)
speeches = st.builds(Speech, words, words, spans, words, tuples(nodes))
readings = st.builds(
    Reading,
    parser=words,
    title=maybe,
    published=maybe,
    source=maybe,
    url=maybe,
    parts=st.builds(Parts, st.none() | spans, st.none() | spans, span_tuples, st.none() | spans, span_tuples),
    sections=span_tuples,
    credits=tuples(st.builds(Credit, words, st.sampled_from(CREDITS), words, spans)),
    dateline=st.none() | st.builds(Dateline, maybe, maybe, maybe, spans),
    meeting=st.none() | st.builds(Meeting, words, spans, maybe, maybe, maybe, tuples(words), words),
    people=tuples(people),
    outline=tuples(speeches),
    documents=tuples(st.builds(Document, words, spans)),
    terms=tuples(st.builds(Term, words, spans, maybe)),
    organizations=tuples(st.builds(Statement, words, words, spans)),
)
articles = st.builds(
    Article,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    text=words,
    ref=maybe,
    url=maybe,
    title=maybe,
    published=maybe,
    source=maybe,
    author=maybe,
    origin=maybe,
)
