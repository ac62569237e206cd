"""A page's tree as the lines a reader sees, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from newstui.model.late import late

Element = Any
"""An element of lxml, which has no types of its own."""

# fmt: off
BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
))
_SKIPPED: Final = frozenset((
    "applet", "audio", "button", "canvas", "embed", "head", "iframe", "input", "map", "noscript", "object", "option",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
))
# fmt: on
_CELLS: Final = frozenset(("td", "th"))
_BREAKS: Final = ("p", "div", "br", "table", "h1", "h2", "h3", "ul", "ol", "section")
_TWICE: Final = late(r"&(?:nbsp|[lr]dquo|[lr]squo|mdash|middot|hellip|quot|amp|[lg]t|#\d{2,6});")
"""Entities that a content system escaped once more."""
_INLINE: Final = frozenset(("a", "span", "em", "strong", "i", "b", "label"))
_SPACE: Final = late(r"[\s\xa0\u3000]+")
_INDENT: Final = late(r"(?<=[。！？!?”）)…])[ \xa0]*\u3000\u3000+(?=\S)")
_MARKS: Final = late(r"[，。；！？：、]")
_FOOT: Final = late(
    r"版权所有|ICP备|公网安备|网站标识码|技术支持[:：]|copyright|建议使用.{0,16}(?:浏览器|分辨率)|^(?:主办|承办)(?:单位)?[:：]|邮编[:：]|"
    r"未经授权|浏览器版本|此功能需要|请(?:先)?登录",
    re.I,
)
"""Lines at the foot of a page that read like sentences."""

_UNMARKED: Final = 200
"""Characters without any punctuation that may be a sentence; more are a heap of keywords."""


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
        if self.linked * 2 > len(self.text) or plain < 5 or (plain < 200 and _FOOT.search(self.text)):
            return 0.0
        if _MARKS.search(self.text):
            return float(plain)
        return min(plain, _UNMARKED) / 2 if plain >= 30 else plain / 10


def blocks_of(root: Element, parted: bool = False) -> list[Block]:
    """The lines under an element, in order, without scripts and controls.

    ``parted`` keeps inline elements apart by a space, as labels and their values stand on the screen.
    """
    return list(_Lines(parted).of(root))


class _Lines:
    def __init__(self, parted: bool) -> None:
        self._parted = parted
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
            if self._words:
                yield from self._line()
            self._owners.append(element)
        elif tag in _CELLS or (self._parted and tag in _INLINE):
            self._words.append(" ")
        self._links += tag == "a"

    def _closed(self, element: Element, tag: str) -> Iterator[Block]:
        if (tag == "br" or _breaks(element, tag)) and self._words:
            yield from self._line()
        if self._owners and self._owners[-1] is element:
            self._owners.pop()
        elif self._parted and tag in _INLINE:
            self._words.append(" ")
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
            space = " " if self._parted else _spaced
            if text := _SPACE.sub(space, unescape(line) if _TWICE.search(line) else line).strip():
                yield Block(self._owners[-1] if self._owners else None, text, min(linked, len(text)))


def _breaks(element: Element, tag: str) -> bool:
    return tag in BLOCKS or (tag in _CELLS and next(element.iter(*_BREAKS), None) is not None)


def _spaced(space: re.Match[str]) -> str:
    """A line end in the source between two Chinese characters is no space."""
    words, (start, end) = space.string, space.span()
    if "\n" in space[0] and start > 0 and end < len(words) and words[start - 1] > "\u2e7f" and words[end] > "\u2e7f":
        return ""
    return " "
