"""Pages made to hang a parser or to lose its text: at most two seconds each, and every word still there."""

from __future__ import annotations

import time

import pytest

from newstui.intake.html import decoded_page, read_page
from newstui.model.article import Article
from tests.intake.given import of_bytes

FIRST, LAST = "开头在这里，是第一句。", "结尾在这里，是最后一句。"
BOMBS = {
    "open anchors": "<a " * 200_000,
    "anchors": "<a>" * 200_000,
    "20,000 levels": "<div>" * 20_000 + "<p>深处的字，也要留下。</p>" + "</div>" * 20_000,
    "open levels": "<div>" * 20_000,
    "a million attributes": "<div " + " ".join(f'a{i}="1"' for i in range(1_000_000)) + ">x</div>",
    "one attribute a million times": "<div " + "a=1 " * 1_000_000 + ">",
    "bold": "<b>" * 100_000,
    "fonts": "<font><i>" * 50_000,
    "comments": "<!--" * 100_000 + "-->",
    "open comment": "<!-- x " * 100_000 + "-->",
    "tables": "<table><tr><td>" * 30_000,
    "lists": "<ul><li>" * 20_000,
    "forms": "<form>" * 100_000,
    "scripts": "<script>" * 50_000 + "</script>",
    "styles": "<style>" * 50_000 + "</style>",
    "entities": "&amp;&#x4e00;" * 100_000,
    "angles": "<" * 1_000_000,
    "titles": "<title>" * 30_000,
    "swallowing": "<textarea><xmp><iframe><plaintext>" * 100,
    "headings": "<h1>标题</h1>" * 10_000,
    "classes": '<div class="' + "share " * 100_000 + '">',
}


@pytest.mark.parametrize("name", BOMBS)
def test_two_seconds_and_no_word_lost(name: str) -> None:
    page = f"<html><head><title>标题在此</title></head><body><p>{FIRST}</p>{BOMBS[name]}<p>{LAST}</p></body></html>"
    started = time.process_time()
    _, lines = read_page(decoded_page(page.encode()).text)
    assert time.process_time() - started < 2
    text = "".join(lines)
    assert FIRST in text
    assert LAST in text
    if "levels" in name and "20," in name:
        assert "深处的字，也要留下。" in text


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_an_article_or_a_failure(name: str) -> None:
    found = of_bytes(f"<html><title></title><p>{FIRST}</p>{BOMBS[name]}".encode())
    assert len(found) == 1
    if isinstance(found[0], Article):
        assert FIRST in found[0].text
