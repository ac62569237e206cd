"""Pages made to hang a parser or to lose its text: cost as their length, and every word still there."""

from __future__ import annotations

import json
import resource
import subprocess
import sys

import pytest

from newstui.intake.html import decoded_page, read_page
from newstui.model.article import Article
from tests.growth import is_linear
from tests.intake.given import of_bytes

FIRST, LAST = "开头在这里，是第一句。", "结尾在这里，是最后一句。"
LIMIT = 600
"""Seconds of processor time after which a hanging parser is killed; all bombs together take about eight."""
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


def text_of(name: str) -> str:
    """The text read from a page with a bomb in its midst."""
    page = f"<html><head><title>标题在此</title></head><body><p>{FIRST}</p>{BOMBS[name]}<p>{LAST}</p></body></html>"
    return "".join(read_page(decoded_page(page.encode()).text)[1])


DEEP = "深处的字，也要留下。"


@pytest.fixture(scope="module")
def kept() -> dict[str, list[str]]:
    """The sentences that a process of its own, which cannot hang for ever, finds in each page."""
    said = subprocess.run(
        [sys.executable, "-m", __name__],
        capture_output=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)),
    )
    found: dict[str, list[str]] = json.loads(said.stdout)
    return found


@pytest.mark.parametrize("name", BOMBS)
def test_no_word_is_lost(name: str, kept: dict[str, list[str]]) -> None:
    assert kept[name] == [FIRST, LAST] + [DEEP] * (DEEP in BOMBS[name])


UNITS = [
    "<a ",
    "<a>",
    "<div>",
    "<div></div>",
    "<b>",
    "<table><tr><td>",
    "<ul><li>",
    "<h1>标题</h1>",
    "&amp;",
    "<!--",
    "<p>字</p>",
]


@pytest.mark.parametrize("unit", UNITS)
def test_a_page_costs_as_much_as_it_is_long(unit: str) -> None:
    assert is_linear(lambda size: read_page(f"<html><p>{FIRST}</p>{unit * size}<p>{LAST}</p></html>"), 1_500)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_an_article_or_a_failure(name: str) -> None:
    found = of_bytes(f"<html><title></title><p>{FIRST}</p>{BOMBS[name]}".encode())
    assert len(found) == 1
    if isinstance(found[0], Article):
        assert FIRST in found[0].text


if __name__ == "__main__":
    read = {name: text_of(name) for name in BOMBS}
    json.dump({name: [each for each in (FIRST, LAST, DEEP) if each in text] for name, text in read.items()}, sys.stdout)
