"""A reading to look at: aligned plain text for a terminal or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import east_asian_width

from newstui.export.json import Pinyin
from newstui.export.summary import Pair, article_summary
from newstui.export.words import words_for


def render(pairs: Iterable[Pair], pinyin: Pinyin | None = None, *, language: str = "zh") -> str:
    """Each article as a block, a blank line between them."""
    words = words_for(language)
    return "\n".join("\n".join(_lines(article_summary(*pair, pinyin), words)) + "\n" for pair in pairs)


def aligned(rows: Iterable[tuple[str, ...]], gap: int = 2) -> Iterator[str]:
    """Rows as columns; a Chinese character takes two cells."""
    rows = list(rows)
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (words + " " * (width + gap - cells(words)) for words, width in zip(row, widths, strict=True))
        yield "".join(padded).rstrip()


def cells(words: str) -> int:
    """How many cells of a terminal the words take."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in words)


def _lines(article: dict[str, Any], words: dict[str, str]) -> Iterator[str]:
    yield article.get("title", words["untitled"])
    yield "  ".join(filter(None, (article.get(name) for name in ("published", "source", "url", "id"))))
    if "meeting" in article:
        yield f"{words['meeting']}{words[':']}{article['meeting'].get('name', '')}"
    if "people" in article:
        yield f"\n{words['people']}"
        yield from aligned(_person(person, words) for person in article["people"])
    if "outline" in article:
        yield f"\n{words['outline']}"
        yield from _outline(article["outline"])
    for name in ("organizations", "documents", "terms"):
        if name in article:
            values = [each if isinstance(each, str) else " ".join(each.values()) for each in article[name]]
            yield f"\n{words[name]}{words[':']}{words[';'].join(values)}"


def _person(person: dict[str, Any], words: dict[str, str]) -> tuple[str, ...]:
    roles = words[","].join(words.get(role, role) for role in person.get("roles", []))
    posts = words[","].join(person.get("offices") or person.get("posts", []))
    return ("  " + person["name"], person.get("pinyin", ""), roles, posts)


def _outline(nodes: list[dict[str, Any]], indent: str = "  ") -> Iterator[str]:
    for node in nodes:
        told = [node[name] for name in ("speaker", "verb", "ordinal", "heading", "text") if name in node]
        yield f"{indent}{'· ' if node['kind'] == 'action' else ''}{' '.join(told)}"
        yield from _outline(node.get("children", []), indent + "  ")
