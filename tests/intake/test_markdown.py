"""Markdown with front matter in YAML and TOML, and without."""

from __future__ import annotations

import pytest

from newstui.intake.markdown import front_matter, words
from tests.intake.given import of_bytes, only

BODY = "会议强调，要抓好落实。\n\n张远帆主持会议。"


YAML = """---
title: 会议召开
date: 2021-03-12 09:41
source: 青禾融媒
author: 何一舟
url: https://example.invalid/1
---
"""
QUOTED = """---
title: "会议召开"
published: '2021-03-12 09:41'
source:   青禾融媒   # 注
author: [何一舟]
url: https://example.invalid/1
...
""".replace("\n", "\r\n")
TOML = """+++
title = "会议召开"
date = 2021-03-12T09:41:00+08:00
source = "青禾融媒"
author = ["何一舟"]
url = "https://example.invalid/1"
+++
"""
BLOCKS = """\ufeff---
Title: >-
  会议召开
date: 2021-03-12T01:41:00Z
source: |
  青禾融媒
author:
  - 何一舟
url: https://example.invalid/1
nested:
  deep: 1
---
"""


@pytest.mark.parametrize("front", [YAML, QUOTED, TOML, BLOCKS], ids=["yaml", "quoted", "toml", "blocks"])
def test_front_matter_gives_the_fields(front: str) -> None:
    article = only(of_bytes((front + BODY).encode()))
    assert article.title == "会议召开"
    assert article.published == "2021-03-12T09:41:00+08:00"
    assert (article.source, article.author, article.url) == ("青禾融媒", "何一舟", "https://example.invalid/1")
    assert article.text == f"会议召开\n\n{BODY}"


def test_a_heading_is_the_first_line_of_a_text() -> None:
    assert only(of_bytes(f"# 会议召开\n\n{BODY}".encode())).text == f"会议召开\n\n{BODY}"


def test_a_heading_like_the_title_is_not_doubled() -> None:
    assert only(of_bytes(f"---\ntitle: 会议召开\n---\n\n# 会议召开\n\n{BODY}".encode())).text == f"会议召开\n\n{BODY}"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**会议**强调，要*抓好*落实。", "会议强调，要抓好落实。"),
        ("见[通知](https://example.invalid/x)全文", "见通知全文"),
        ("前![图](a.png)后", "前后"),
        ("> 引用一句", "引用一句"),
        ("## 二、要求 ##", "二、要求"),
        ("标题\n====\n正文", "标题\n\n正文"),
        ("一\n\n***\n\n二", "一\n\n\n\n二"),
        ("1\\. 不是列表 \\*星\\*", "1. 不是列表 *星*"),
        ("a_b_c 与 5 * 6 * 7", "a_b_c 与 5 * 6 * 7"),
        ("（一）[注]不是链接(真的)", "（一）[注]不是链接(真的)"),
    ],
)
def test_marks_that_are_no_words(marked: str, plain: str) -> None:
    assert words(marked) == plain


@pytest.mark.parametrize(
    "front", ["---\n---\n", "---\ntitle:\n---\n", "+++\nbroken = = 1\n+++\n", "---\n: x\n\t- y\n---\n"]
)
def test_odd_front_matter_costs_no_text(front: str) -> None:
    assert "会议强调" in only(of_bytes((front + BODY).encode(), "x.md")).text


@pytest.mark.parametrize(
    "front",
    [
        "---\n" + "".join(" " * at + "key:\n" for at in range(500)) + "---\n",
        "+++\nkey = " + "[" * 5_000 + "]" * 5_000 + "\n+++\n",
    ],
)
def test_deep_front_matter_costs_no_text(front: str) -> None:
    assert only(of_bytes(f"{front}正文在此。\n".encode())).text == "正文在此。"


def test_a_rule_at_the_top_of_a_text_is_no_front_matter() -> None:
    assert "正文第一行：有冒号" in only(of_bytes("---\n正文第一行：有冒号，没有结束的横线。\n后文。".encode())).text


def test_values() -> None:
    assert front_matter("---", "a: \"x\\ny\"\nb: 'it''s'\nc: ~\nd: [x, \"y\"]") == {
        "a": "x\ny",
        "b": "it's",
        "c": None,
        "d": ["x", "y"],
    }


def test_front_matter_that_is_not_quite_toml_keeps_its_fields() -> None:
    article = only(of_bytes("+++\ntitle = 会议召开\ndate = '2021-03-12'\n+++\n会议强调。\n".encode()))
    assert (article.title, article.published) == ("会议召开", "2021-03-12")


def test_an_underlined_headline_tells_markdown() -> None:
    assert only(of_bytes("会议召开\n====\n\n**会议**强调。\n".encode())).text.split() == ["会议召开", "会议强调。"]


def test_keys_within_keys_are_found() -> None:
    meta = "meta:\n  source: 白石日报\n  when:\n    date: 2021-03-12\n"
    nested = f"---\ntitle: 会议召开\n{meta}author:\n  name: 温小禾\n  url: /u/1\n---\n"
    article = only(of_bytes((nested + BODY).encode(), "x.md"))
    assert (article.source, article.published) == ("白石日报", "2021-03-12")
    assert (article.author, article.url) == ("温小禾", None)
    tables = '+++\ntitle = "会议召开"\n[extra]\nsource = "白石日报"\ndate = 2021-03-12\n+++\n'
    article = only(of_bytes((tables + BODY).encode(), "x.md"))
    assert (article.title, article.source, article.published) == ("会议召开", "白石日报", "2021-03-12")


def test_an_outer_key_wins_over_one_within() -> None:
    front = "---\nsite:\n  title: 白石日报\n  source: 网站\ntitle: 会议召开\nsource: 白石日报\n---\n"
    article = only(of_bytes((front + BODY).encode(), "x.md"))
    assert (article.title, article.source) == ("会议召开", "白石日报")


def test_lists_of_keys() -> None:
    for indent in ("", "  "):
        written = "".join(f"{indent}{line}\n" for line in ("- name: 温小禾", "  role: 记者", "- 韩一舟", "- 'a: b'"))
        given = front_matter("---", f"authors:\n{written}source: 网\n")
        assert given == {"authors": [{"name": "温小禾", "role": "记者"}, "韩一舟", "a: b"], "source": "网"}
