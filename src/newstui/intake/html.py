"""Saved pages: headline, date, source and body of the one article in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from newstui.intake.articles import article
from newstui.intake.blocks import blocks_of
from newstui.intake.body import body_of
from newstui.intake.decode import Decoded, decode
from newstui.intake.failed import MOST_CHARACTERS, Failed, IntakeError
from newstui.intake.fragment import text_of
from newstui.intake.headline import Headline, headline_of, without_tail
from newstui.intake.markup import lines_of
from newstui.intake.tree import tree_of
from newstui.model.article import Article
from newstui.model.late import late

_DECLARED: Final = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_CARRIED: Final = late(
    r'"(?:content|articleBody|contentTxt|contentHtml|body|article_content)"\s*:\s*"[^"\\]*(?:\\.[^"\\]*)*"'
)
_LEAST: Final = 60
"""Characters of content in a script that are an article rather than a label."""
_TITLE: Final = late(r"<title[^<>]{0,200}>([^<]{1,500})", re.I)


def decoded_page(page: bytes, declared: str | None = None) -> Decoded:
    """The markup of a page; what its head or the server declares counts only where it fits."""
    match = _DECLARED.search(page[:8192])
    return decode(page, match[1].decode("ascii") if match else declared)


def page_articles(decoded: Decoded, origin: str, url: str | None = None) -> Iterator[Article | Failed]:
    """The article of a page; a page without words is refused."""
    headline, lines = read_page(decoded.text)
    if not lines and not headline.title:
        raise IntakeError("a page without text")
    body = "\n".join(lines)
    text = f"{headline.title}\n\n{body}" if headline.title else body
    if len(text) > MOST_CHARACTERS:
        raise IntakeError(f"article over {MOST_CHARACTERS:,} characters")
    yield article(
        text.strip(),
        url=headline.url or url,
        origin=origin,
        title=headline.title,
        published=headline.published,
        source=headline.source,
        author=headline.author,
    )


def read_page(markup: str) -> tuple[Headline, list[str]]:
    """The headline of a page and the lines of its body."""
    root = tree_of(markup)
    if root is None:
        match = _TITLE.search(markup)
        lines = lines_of(markup)
        return Headline(without_tail(match[1].strip()) if match else None), lines
    headline = headline_of(root, blocks_of(root, parted=True), markup)
    return headline, body_of(root, headline.title) or _in_scripts(markup)


def _in_scripts(markup: str) -> list[str]:
    """The body of a page that its scripts would write: the longest text they carry as content."""
    found = max((match[0] for match in _CARRIED.finditer(markup)), key=len, default="")
    try:
        carried = json.loads(found[found.index(":") + 1 :]) if found else ""
    except ValueError:
        return []
    lines = text_of(carried).split("\n")
    return [line for line in (each.strip() for each in lines) if line] if len(carried) > _LEAST else []
