"""What a document is, by its content alone."""

from __future__ import annotations

import io

import pytest

from newstui.intake.document import Document
from newstui.intake.failed import IntakeError
from newstui.intake.sniff import kind_of

KINDS = {
    "会议召开\n\n　　会议强调，要抓好落实。": "text",
    "  \n\n2020-04-17 会议召开": "text",
    "[新闻] 会议召开\n正文": "text",
    "{会议}召开": "text",
    "1, 2, 3 各项工作, 有序推进": "text",
    "title 这个词开头的，一句话": "text",
    "a < b 且 b > c": "text",
    "<新闻>会议召开": "text",
    "<!DOCTYPE html><html><body><p>x</p></body></html>": "html",
    "\ufeff\n<!-- saved from url=(0014)about:internet -->\n<HTML><HEAD></HEAD></HTML>": "html",
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="z"></html>': "html",
    "<div><p>一段</p><p>二段</p></div>": "html",
    "会议召开<br>正文<br>再一行<br>": "html",
    '<?xml version="1.0"?><rss version="2.0"></rss>': "feed",
    '<?xml version="1.0"?>\n<!-- <html> -->\n<feed xmlns="http://www.w3.org/2005/Atom"></feed>': "feed",
    '<rdf:RDF xmlns="x"></rdf:RDF>': "feed",
    "<rss><channel><item><description>&lt;html&gt;</description></item></channel></rss>": "feed",
    '{"text": "x"}\n{"text": "y"}': "jsonl",
    '{"text": "x"}': "jsonl",
    '{"text": "x"\n{"text": "y"}\n': "jsonl",
    '{\n "text": "x"\n}': "json",
    '[{"text": "x"},\n{"text": "y"}]': "json",
    '[\n{"text": "x"}\n]': "json",
    "[]": "json",
    '[1]\n{"text": "y"}\n{"text": "z"}': "jsonl",
    'nul\n{"text": "y"}\n{"text": "z"}': "jsonl",
    "title,text\n一,二": "csv",
    "标题;正文\n一;二": "csv",
    '"id"\t"title"\t"content"\n1\t2\t3': "csv",
    "---\ntitle: x\n---\n正文": "markdown",
    "+++\ntitle = 'x'\n+++\n正文": "markdown",
    "# 标题\n\n正文": "markdown",
}


@pytest.mark.parametrize("name", ["", "x.txt", "x.html", "x.xml", "x.md"])
@pytest.mark.parametrize("content", KINDS)
def test_kinds(content: str, name: str) -> None:
    assert kind_of(Document("x", name, io.BytesIO(content.encode()))) == KINDS[content]


def test_a_name_settles_a_doubt() -> None:
    assert kind_of(Document("x", "x.csv", io.BytesIO(b"text\nx"))) == "csv"
    assert kind_of(Document("x", "x.txt", io.BytesIO(b"text\nx"))) == "text"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"SQLite format 3\x00", "database"),
        (bytes(range(32)) * 40, "not a text"),
        (b"BZh9", "bzip2"),
        (b'<?xml version="1.0"?><svg></svg>', "XML"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, word: str) -> None:
    with pytest.raises(IntakeError, match=word):
        kind_of(Document("x", "x.txt", io.BytesIO(content)))


def test_words_behind_much_white_space_are_a_text() -> None:
    assert kind_of(Document("x", "x", io.BytesIO(b"\n" * 100_000 + "会议召开。".encode()))) == "text"
