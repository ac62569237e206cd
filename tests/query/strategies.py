"""Queries of any shape, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from newstui.query.aliases import IS_WORDS, ROLE_WORDS
from newstui.query.query import And, Joined, Node, Or, Query, Term, opposite

characters = st.sampled_from(list('张三县长abc 1-:&()"（）“”：＆－or ·。,*[]{}\x00\x9b\ufeff　ｏｒ')) | st.characters()
values = st.text(characters, min_size=1, max_size=12)
free = st.sampled_from(["", "speaker", "org", "place", "source", "author", "title", "doc", "term", "tag"])
dates = st.sampled_from(["2020", "2020-04", "2020-04-17", "2020-04..2020-06", "..2019", "2021..", "7d", "上周", "none"])
phrases = st.booleans()
roles = st.builds(Term, st.just("role"), st.sampled_from(sorted(ROLE_WORDS)))
personal = st.builds(Term, st.sampled_from(["person", "post"]), values, phrases) | roles
terms = st.one_of(
    personal,
    st.builds(Term, free, values, phrases),
    st.builds(Term, st.just("date"), dates),
    st.builds(Term, st.just("is"), st.sampled_from(sorted(IS_WORDS))),
)
joined = st.builds(Joined, st.lists(personal, min_size=2, max_size=3).map(tuple))
nodes: st.SearchStrategy[Node] = st.recursive(
    terms | joined,
    lambda inner: st.one_of(
        inner.map(opposite),
        st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
queries = st.builds(Query, st.lists(nodes, max_size=4).map(tuple))
