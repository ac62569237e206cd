"""Folding and alignment: a long text, whose changes are looked for, comes out as its characters one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.archive.tokens import indexed
from newstui.model.fold import aligned, fold

PADDING = "县委召开会议部署防汛工作" * 30
"""Of no traditional character; makes a text so long that its changes are looked for."""


@given(
    st.text(st.sampled_from("會議Ａ２①㍿，。（「“ \n\t\u3000\u200b丨⼁\ufad4䀹𠮷𪘀Éß") | st.characters(), max_size=40)
)
def test_a_long_text_changes_as_its_characters_do(words: str) -> None:
    text = PADDING + words + PADDING
    for form in (fold, aligned, indexed):
        assert form(text) == "".join(map(form, text))


def test_alignment_keeps_offsets() -> None:
    assert aligned("會議（上午），") == "会议(上午),"
    assert len(aligned(PADDING + "①㍿ﷺ")) == len(PADDING) + 3
