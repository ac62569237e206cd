"""Markdown out and back in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newstui.export.escape import markdown, yaml
from newstui.export.markdown import render
from newstui.export.provenance import Provenance
from newstui.export.summary import Pair, article_summary, body
from newstui.model.article import Article, Span
from newstui.model.clean import line
from newstui.model.outline import Action, Addressee, Deadline, Item, Speech
from newstui.model.people import Office, Person, Post, Role
from newstui.model.reading import Document, Meeting, Parts, Reading
from tests.export.strategies import articles, readings

NAUGHTY = Path(__file__).parents[2].parent / "shared" / "adversarial" / "blns.json"
PARSERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False}))
marks = st.text(
    st.sampled_from(list("\\`*_{}[]<>#+-.!|~&()=:;\"'/$^@%0123456789 \t\n\r\u3000甲乙\x00\x9b\u202e\ufeffhtpwx"))
    | st.characters(exclude_categories=["Cs"]),
    max_size=30,
)
HOSTILE = """
---
===
***
# 标题 #
####### 七
1. 一
1) 一
- 甲
+ 甲
* 甲
> 甲
~~~
```py
`甲`
**甲** __乙__ *丙* _丁_ ~~戊~~
[甲](javascript:alert(1))
![甲](http://a/b.png)
[甲]: http://a
<script>alert(1)</script>
<!-- 甲 -->
<http://a>
&amp; &#x41; &copy;
a|b|c
甲\\
\\*甲\\*
http://a.b/c
www.a.b
mailto:a@b.c
|---|---|
- [ ] 甲
:::
$甲$
[/]
[@click=app.quit]甲[/]
2020. 甲
"""


def inlines(tokens: list[Token]) -> Iterator[Token]:
    """The inline tokens of a document, in order."""
    return (token for token in tokens if token.type == "inline")


def text_of(token: Token) -> str:
    """The text an inline token shows; anything but text in it shows as its kind."""
    shown = []
    for child in token.children or []:
        shown.append(child.content if child.type == "text" else f"<{child.type}>")
    return "".join(shown)


@pytest.mark.parametrize("parser", PARSERS, ids=["commonmark", "gfm"])
@pytest.mark.parametrize("frame", ["# {}", "{}", "- {}", "- 来源：{}", "- 甲\n  - {}", "# 甲\n\n{}\n\n乙"])
@given(text=marks)
def test_text_stays_text_wherever_it_stands(parser: MarkdownIt, frame: str, text: str) -> None:
    if not line(text):
        return
    shown = [text_of(token) for token in inlines(parser.parse(frame.replace("{}", markdown(text))))]
    expected = [frame.partition("{}")[0].rpartition("\n")[2].removeprefix("# ").lstrip(" -") + line(text)]
    around = {"- 甲\n  - {}": ["甲", *expected], "# 甲\n\n{}\n\n乙": ["甲", *expected, "乙"]}
    assert shown == around.get(frame, expected)


@pytest.mark.parametrize("text", HOSTILE.strip().splitlines())
def test_hostile_lines(text: str) -> None:
    document = render(
        [(Article("0" * 16, text, title=text, url=text, source=text), Reading("1"))], Provenance(), text=True
    )
    tokens = PARSERS[0].parse(document.split("\n---\n", 1)[1])
    shown = [text_of(token) for token in inlines(tokens)]
    assert shown[0] == text and shown[-1] == text and f"来源：{text}" in shown
    assert {token.type for token in tokens} <= STRUCTURE


STRUCTURE = {
    f"{name}_{side}"
    for name in ("heading", "paragraph", "bullet_list", "list_item")
    for side in ("open", "close")
} | {"inline"}  # fmt: skip


@settings(max_examples=50)
@given(st.lists(st.tuples(articles, readings), max_size=2), st.sampled_from(["zh", "en"]))
def test_an_export_has_only_our_structure(pairs: list[Pair], language: str) -> None:
    document = render(pairs, Provenance("甲\n---\n", len(pairs)), str.upper, text=True, language=language)
    front, _, rest = document.removeprefix("---\n").partition("\n---\n")
    values = {key: json.loads(value) for key, value in (each.split(": ", 1) for each in front.split("\n"))}
    assert values["provenance"]["query"] == "甲\n---\n"
    tokens = PARSERS[0].parse(rest)
    assert {token.type for token in tokens} <= STRUCTURE
    shown = list(inlines(tokens))
    for token in shown:
        assert {child.type for child in token.children or []} <= {"text", "link_open", "link_close"}
    titles = [
        text_of(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"
    ]
    untitled = "（无标题）" if language == "zh" else "(no title)"
    assert titles == [article_summary(*pair).get("title", untitled) for pair in pairs]
    said = [text_of(token) for token in shown]
    for article, reading in pairs:
        for text in body(article, reading):
            assert text in said


def test_the_whole_of_an_article() -> None:
    span = Span(0, 1)
    action = Action("要加快春耕备耕", span, "modal", Addressee("各乡镇", span), Deadline("4月底前", span, "2020-04-30"))
    article = Article(
        "00000000000000a1", "全县春耕会议\n会议召开。\n县长单立新讲话。", url="https://news.example/a?b=1&c=2"
    )
    reading = Reading(
        "1",
        "全县春耕会议",
        "2020-04-17T20:13:12+08:00",
        "青滩日报",
        parts=Parts(title=Span(0, 6), body=(Span(7, 21),)),
        meeting=Meeting("全县春耕会议", span, "2020-04-17", "上午", venues=("县会议中心",)),
        people=(
            Person(
                "单立新",
                (span,),
                (Post("县长", span, "post-before-name"),),
                (Office("青滩县县长", "青滩县", "县长", 0, "lead"),),
                (Role("spoke", span, "verb"),),
            ),
        ),
        outline=(Speech("单立新", "强调", span, "name-verb", (Item("一是", "抓春耕", span, "ordinal", (action,)),)),),
        documents=(Document("春耕方案", span),),
    )
    said = Provenance("p:单立新", 1, "archive.db", "1", program="newstui 0")
    assert render([(article, reading)], said, {"单立新": "Shàn Lìxīn"}.__getitem__, text=True) == EXPECTED


EXPECTED = """\
---
schema: "newstui.summary/1"
provenance: {"query": "p:单立新", "articles": 1, "archive": "archive.db", "parser": "1", "program": "newstui 0"}
---

# 全县春耕会议

- 发布：2020-04-17T20:13:12+08:00
- 来源：青滩日报
- 链接：<https://news.example/a?b=1&c=2>
- 会议：全县春耕会议、2020-04-17、上午、县会议中心
- 编号：00000000000000a1

## 人物

- 单立新 (Shàn Lìxīn)：青滩县县长；讲话

## 要求

- 单立新 强调
  - 一是 抓春耕
    - 要加快春耕备耕 \\[对象：各乡镇；期限：4月底前 (2020-04-30)\\]

## 文件

- 《春耕方案》

## 正文

会议召开。

县长单立新讲话。
"""


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of hostile strings is not here")
def test_hostile_strings() -> None:
    for text in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        if line(text):
            for frame in ("# {}", "{}", "- {}"):
                (shown,) = inlines(PARSERS[0].parse(frame.replace("{}", markdown(text))))
                assert text_of(shown) == line(text)


@given(
    st.recursive(
        st.text() | st.booleans() | st.none() | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=5,
    )
)
def test_front_matter_is_json_on_one_line_without_hidden_characters(value: object) -> None:
    written = yaml(value)
    assert "\n" not in written and not any(0x7F <= ord(each) < 0xA0 or each in "\u2028\u2029\ufeff" for each in written)
    if "\ufffd" not in written:
        assert json.loads(written.replace("\\U", "\\\\U")) == value or "\\U" in written
