"""Markup as a string, in linear time: made safe for a parser, or stripped to lines where no parser should see it."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Final

from newstui.model.late import late

MOST_TAGS: Final = 40_000
"""Beyond this, several times an honest page, markup is stripped to lines rather than parsed."""
_DEEPEST: Final = 300
"""Levels of open elements; the parser loses what lies deeper than a few times this."""
_BREAK: Final = "<br>"
"""Stands where a tag was dropped."""
_LONGEST_TAG: Final = 4_000
"""Characters; pictures written into a tag and a million attributes are cut off."""

_BLOCK: Final = late(r"</?(?:p|div|br|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|section|article|blockquote)\b[^<>]*>", re.I)
_TAG: Final = late(r"<(/?)([a-zA-Z][\w:-]{0,40})([^<>]*)>")
_ANY_TAG: Final = late(r"</?[a-zA-Z!?][^<>]*>")
_NAMED: Final = late(
    r"""\b(id|class|name|property|content|href)\s*=\s*("[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s"'<>]{1,300})""", re.I
)
_HIDING: Final = late(
    r"<(/?)(applet|audio|button|canvas|map|noscript|object|select|svg|template|video)(?=[\s/>])", re.I
)
_COMMENT: Final = late(r"<!--")
_CODE: Final = late(r"<(?:[sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])(?![\w-])")
_CLOSINGS: Final = {
    "!--": late(r"-->"),
    "script": late(r"</[sS][cC][rR][iI][pP][tT][^>]{0,99}>"),
    "style": late(r"</[sS][tT][yY][lL][eE][^>]{0,99}>"),
}
_INLINE: Final = late(
    r"</?(?:a|b|big|center|code|em|embed|font|i|img|input|label|pre|s|small|span|strong|sub|sup|svg|u|video)"
    r"(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*\s*/?>",
    re.I,
)
_ENTITY: Final = late(r"&(?:nbsp|ldquo|rdquo|amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", re.I)
# fmt: off
_EMPTY: Final = frozenset((
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))
_SELF_CLOSING: Final = frozenset((
    "dd", "dt", "head", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
))
_WHOLE: Final = frozenset(("body", "html"))
"""Pages pasted together open and close these in their midst, and a parser drops what comes behind."""
_SWALLOWING: Final = frozenset(("embed", "iframe", "listing", "noembed", "noframes", "plaintext", "textarea", "xmp"))
"""Unless closed, these take the rest of a page for their own text."""
# fmt: on


def looks_marked_up(text: str) -> bool:
    """Whether a field's words are HTML rather than text."""
    head = text[:5000]
    tagged = "<" in head and bool(_BLOCK.search(head) or _INLINE.search(head))
    return tagged or (head.count("&") > 1 and len(_ENTITY.findall(head)) > 1)


def lines_of(markup: str) -> list[str]:
    """The lines of a fragment, without tags; blocks and breaks end a line."""
    text = _ANY_TAG.sub("", _BLOCK.sub("\n", without_code(markup)))
    lines = (" ".join(unescape(line).replace("\u3000", " ").split()) for line in text.split("\n"))
    return [line for line in lines if line]


def without_code(markup: str) -> str:
    """The markup without comments, scripts and styles; one that is never closed stays."""
    return _without(_without(markup, _COMMENT), _CODE)


def tamed(markup: str) -> str | None:
    """The markup such that a parser neither hangs on it nor drops text; None where it should not be parsed."""
    markup = without_code(markup)
    if markup.count("<") > MOST_TAGS:
        return None
    return _TAG.sub(_Levels(_unclosed(markup)).even, markup)


def _unclosed(markup: str) -> frozenset[str]:
    """The elements whose words are not shown that are opened more often than closed, so that they hide what follows."""
    open_ones = Counter[str]()
    for tag in _HIDING.finditer(markup):
        open_ones[tag[2].lower()] += -1 if tag[1] else 1
    return frozenset(name for name, number in open_ones.items() if number > 0)


class _Levels:
    """Drops the tags that open more levels than the parser keeps."""

    def __init__(self, unclosed: frozenset[str]) -> None:
        self._swallowing = _SWALLOWING | unclosed
        self._open: dict[str, int] = {}
        self._dropped: dict[str, int] = {}
        self._depth = 0
        self._titled = False
        self._seen: set[str] = set()
        self._broken = -1
        """Where the last break that stands for a dropped tag ended; a row of them is one break."""

    def even(self, tag: re.Match[str]) -> str:
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        whole = tag[0]
        if len(rest) > _LONGEST_TAG:
            named = " ".join(found[0] for found in _NAMED.finditer(rest[:_LONGEST_TAG]))
            whole = f"<{closing}{name} {named}>"
        kept = self._kept(closing, name, whole)
        if kept is not _BREAK:
            return kept
        again, self._broken = self._broken == tag.start(), tag.end()
        return "" if again else _BREAK

    def _kept(self, closing: str, name: str, tag: str) -> str:
        if name in _WHOLE:
            return self._once(closing, name, tag)
        if name in _EMPTY or name in _SELF_CLOSING:
            return tag
        if name in self._swallowing or (name == "title" and self._titled):
            return _BREAK
        self._titled = self._titled or (name == "title" and bool(closing))
        if closing:
            if self._dropped.get(name):
                self._dropped[name] -= 1
                return _BREAK
            if self._open.get(name):
                self._open[name] -= 1
                self._depth -= 1
            return tag
        if self._depth >= _DEEPEST:
            self._dropped[name] = self._dropped.get(name, 0) + 1
            return _BREAK
        self._open[name] = self._open.get(name, 0) + 1
        self._depth += 1
        return tag

    def _once(self, closing: str, name: str, tag: str) -> str:
        if closing or name in self._seen:
            return _BREAK
        self._seen.add(name)
        return tag


def _without(markup: str, opening: re.Pattern[str]) -> str:
    """The markup without what stands from each opening to its closing."""
    pieces, at = [], 0
    while start := opening.search(markup, at):
        end = _CLOSINGS[start[0][1:].lower()].search(markup, start.end())
        if end is None:
            break
        pieces.append(markup[at : start.start()])
        at = end.end()
    return "".join([*pieces, markup[at:]])
