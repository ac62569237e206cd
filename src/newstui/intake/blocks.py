"""A page's tree as the lines a reader sees, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

Element = Any
"""An element of lxml, which has no types of its own."""

BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
        "title",
    ]
)
_CELLS: Final = frozenset(("td", "th"))
_BREAKS: Final = ("p", "div", "br", "table", "h1", "h2", "h3", "ul", "ol", "section")
_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "button",
        "input",
        "svg",
        "template",
        "head",
        "applet",
        "map",
        "audio",
        "video",
        "textarea",
        "canvas",
    ]
)
_SPACE: Final = re.compile(r"[\s\xa0\u3000]+")
_INDENT: Final = re.compile(r"(?<=[。！？!?”）)…])[ \xa0]*\u3000\u3000+(?=\S)")
_MARKS: Final = re.compile(r"[，。；！？：、]")


@dataclass(slots=True)
class Block:
    """One line; ``linked`` counts its characters inside links."""

    element: Element
    text: str
    linked: int

    @property
    def prose(self) -> float:
        """How many characters of running text it holds; nothing for menus, labels and lists of links."""
        plain = len(self.text) - self.linked
        if self.linked * 2 > len(self.text) or plain < 8:
            return 0.0
        if _MARKS.search(self.text):
            return float(plain)
        return plain / 2 if plain >= 30 else plain / 10


def blocks_of(root: Element) -> list[Block]:
    """The lines under an element, in order, without scripts and controls."""
    return list(_Lines().of(root))


class _Lines:
    def __init__(self) -> None:
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._owners: list[Element] = []

    def of(self, root: Element) -> Iterator[Block]:
        """Walks without recursion: an element's text, its children, then its tail."""
        waiting: list[tuple[Element, bool]] = [(root, False)]
        while waiting:
            element, closing = waiting.pop()
            tag = element.tag if isinstance(element.tag, str) else ""
            if closing:
                yield from self._closed(element, tag)
                if element is not root:
                    self._say(element.tail)
                continue
            if not tag or tag in _SKIPPED:
                self._say(element.tail if element is not root else None)
                continue
            yield from self._opened(element, tag)
            self._say(element.text)
            waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]
        yield from self._line()

    def _opened(self, element: Element, tag: str) -> Iterator[Block]:
        if _breaks(element, tag):
            yield from self._line()
            self._owners.append(element)
        elif tag in _CELLS:
            self._say(" ")
        self._links += tag == "a"

    def _closed(self, element: Element, tag: str) -> Iterator[Block]:
        if tag == "br" or _breaks(element, tag):
            yield from self._line()
        if self._owners and self._owners[-1] is element:
            self._owners.pop()
        self._links -= tag == "a"

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words)
            if self._links > 0:
                self._linked += len("".join(words.split()))

    def _line(self) -> Iterator[Block]:
        words, linked = "".join(self._words), self._linked
        self._words, self._linked = [], 0
        for line in _INDENT.split(words):
            if text := _SPACE.sub(_spaced, unescape(line) if "&" in line else line).strip():
                yield Block(self._owners[-1] if self._owners else None, text, min(linked, len(text)))


def _breaks(element: Element, tag: str) -> bool:
    return tag in BLOCKS or (tag in _CELLS and next(element.iter(*_BREAKS), None) is not None)


def _spaced(space: re.Match[str]) -> str:
    """A line end in the source between two Chinese characters is no space."""
    words, (start, end) = space.string, space.span()
    if "\n" in space[0] and start > 0 and end < len(words) and words[start - 1] > "\u2e7f" and words[end] > "\u2e7f":
        return ""
    return " "
