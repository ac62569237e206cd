"""Pages in the markup of the portals, with fictional news: every field and both edges of the body exact."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from newstui.intake import body
from newstui.intake.html import decoded_page, read_page

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_portal_page(name: str) -> None:
    wanted = EXPECTED[name]
    headline, lines = read_page(decoded_page((PAGES / f"{name}.html").read_bytes()).text)
    body, _, editor = "\n".join(lines).partition("\n\n")
    paragraphs = body.split("\n")
    if "editor" in wanted and not editor:
        editor = paragraphs.pop()
    said = {
        "title": headline.title,
        "published": headline.published,
        "source": headline.source,
        "author": headline.author,
        "starts": paragraphs[0][: len(wanted["starts"])],
        "ends": paragraphs[-1][-len(wanted["ends"]) :],
        "editor": editor or None,
        "lines": len(paragraphs),
    }
    assert said == {"source": None, "author": None, "editor": None} | {
        key: wanted[key] for key in wanted if key != "url"
    }
    if "url" in wanted:
        assert headline.url == wanted["url"]


def test_every_page_is_expected() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - {"wechat"}))
def test_a_page_of_no_known_portal_is_read_as_well(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    markup = decoded_page((PAGES / f"{name}.html").read_bytes()).text
    known = read_page(markup)
    monkeypatch.setattr(body, "BODIES", ())
    monkeypatch.setattr(body, "BODY_LIKE", re.compile(r"(?!)"))
    assert read_page(markup) == known
