"""A page: the text of one article as the rules see it, cut into lines, sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat
from operator import add
from typing import Final

from newstui.model.article import Article, Span
from newstui.model.fold import aligned
from newstui.model.late import HERE, late

LINES: Final = 512
"""Of so many lines is remembered what they are, as the steps ask it again: of all texts read together."""
ENDLESS: Final = 2000
"""Characters; what is longer without an end is no sentence that tells of a meeting or of what somebody did."""
_LINE: Final = re.compile(r"\S(?:.*\S)?")
_STOP: Final = r"[。!?]++[”’\"'」』)]*+"
_SENTENCE: Final = re.compile(rf"(?=\S)[^。!?\n《]*+(?:《(?:[^《》\n]{{0,80}}+》)?+[^。!?\n《]*+)*+(?:{_STOP})?")
_POINT: Final = late(r"\.(?<=[\u4e00-\u9fff]{2}\.)(?=[\s”\"\u4e00-\u9fff]|$)")
"""Ends a sentence in a text that has no 。, or fewer of them."""
_FEWEST_POINTS: Final = 4
"""Points in a text that has some 。 too, at the least."""
DASH: Final = "——"
"""Begins each of the points of a list without ordinals."""
CIRCLED: Final = "①⑴⒈㈠"
"""The first of the letters that are numbers."""
_MASKED: Final = re.compile(rf"{HERE}“[^“”\n]*”|《[^《》\n]*》|\([^()\n]*\)|「[^「」\n]*」")
_OPENING: Final = "“《(「"
"""What it begins with: these are found sooner than the expression."""
_CLAUSE: Final = late(
    r"(?=\S)(?:[^;“(]+|“[^“”;要应\n]{1,24}(?:;[^“”;要应\n]{1,24}){1,4}”|\([^()\n]{1,60}\)|[“(])+;?[”’\"'」』]*"
)
"""A part of a sentence; a semicolon in a motto or in brackets ends none: ``坚持“抓早；抓小”``."""


@dataclass(frozen=True)
class Page:
    """``plain`` is the text simplified and half-width with the very same offsets; rules match on it."""

    article: Article
    text: str = field(init=False)
    """The text as stored."""
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.article.text)
        plain = aligned(self.text)
        object.__setattr__(self, "plain", _POINT.sub("。", plain) if _is_pointed(plain) else plain)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that hold words, white space trimmed."""
        return tuple(_cut(_LINE, self.plain, Span(0, len(self.plain))))

    @cached_property
    def _places(self) -> dict[str, tuple[int, ...]]:
        """Where words stand that were asked for."""
        return {}

    def places(self, word: str) -> tuple[int, ...]:
        """Where a word stands in the text; kept, as several rooms ask for the same surnames."""
        found = self._places.get(word)
        if found is None:
            found = self._places[word] = tuple(occurrences(self.plain, word))
        return found

    @cached_property
    def is_circled(self) -> bool:
        """Whether a list may begin with one of the letters that are numbers: ①."""
        return any(first in self.text for first in CIRCLED)

    def lines_in(self, span: Span) -> tuple[Span, ...]:
        """The lines that lie in a span from end to end."""
        (start, end), every = span, self.lines
        first, last = bisect_left(every, (start,)), bisect_left(every, (end,))
        cut = last > first and every[last - 1].end > end
        return every[first : last - cut]

    def rows(self, span: Span) -> Iterator[Span]:
        """The lines of a span; those it cuts into as far as they lie in it."""
        (start, end), every = span, self.lines
        first = bisect_left(every, (start,))
        if first and every[first - 1].end > start:
            first -= 1
        for line in every[first:]:
            begins, ends = line
            if begins >= end:
                return
            whole = start <= begins and ends <= end
            yield line if whole else Span(max(begins, start), min(ends, end))

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        """The sentences of the whole text."""
        return tuple(_cut(_SENTENCE, self.plain, Span(0, len(self.plain))))

    def sentences(self, span: Span) -> tuple[Span, ...]:
        """The sentences of a span, each with its closing mark; a sentence that the span cuts into is cut for itself."""
        (start, end), every = span, self._sentences
        first, last = bisect_left(every, (start,)), bisect_left(every, (end,))
        if first and every[first - 1].end > start:
            return tuple(_cut(_SENTENCE, self.plain, span))
        if first < last and every[last - 1].end > end:
            return *every[first : last - 1], *_cut(_SENTENCE, self.plain, Span(every[last - 1].start, end))
        return every[first:last]

    def clauses(self, span: Span) -> tuple[Span, ...]:
        """The parts between semicolons of a sentence."""
        if self.plain.find(";", span.start, span.end) >= 0:
            return tuple(_cut(_CLAUSE, self.plain, span))
        whole = trimmed(self.plain, span)
        return (whole,) if whole.start < whole.end else ()


def _is_pointed(plain: str) -> bool:
    """Whether points, and not 。, end most sentences of a text."""
    if plain.count(".") < _FEWEST_POINTS:
        return "。" not in plain
    return len(_POINT.findall(plain)) > plain.count("。")


def spanned(match: re.Match[str], group: str | int = 0) -> Span:
    """The span of a match or of a group, as ``Span(*match.span())``, which takes twice as long."""
    return tuple.__new__(Span, match.span(group))


def where(first: re.Pattern[str], pattern: re.Pattern[str], text: str, span: Span) -> Iterator[re.Match[str]]:
    """The matches of an expression in a span, asked for only where its ``first`` words or letters stand.

    Worth it for an expression whose beginning has many forms: it would be tried at every letter.
    """
    start, end = span
    place = first.search(text, start, end)
    while place:
        match = pattern.match(text, place.start(), end)
        if match:
            yield match
        place = first.search(text, match.end() if match else place.end(), end)


def occurrences(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where a word stands: a few words are found sooner than expressions that may begin everywhere."""
    at = text.find(word, start, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)


def pairs(text: str) -> Iterator[str]:
    """Every two letters that stand side by side, from the first on: much sooner than cutting each out."""
    return map(add, text, text[1:])


def trimmed(text: str, span: Span) -> Span:
    """The span without the white space at its ends; empty at its start where there is nothing else."""
    start, end = span
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return span
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, start + len(words.rstrip())))


def _cut(pattern: re.Pattern[str], text: str, span: Span) -> list[Span]:
    """The pieces of a span that a pattern matches, which begins them with no white space; none is left at their ends.

    Spans are made of all matches at once, which takes half as long as ``spanned`` for each.
    """
    pieces = map(tuple.__new__, repeat(Span), map(re.Match.span, pattern.finditer(text, span.start, span.end)))
    return [trimmed(text, piece) if text[piece[1] - 1].isspace() else piece for piece in pieces]


def masked(plain: str) -> str:
    """The text with the inside of quotations, titles and brackets blanked, one character for one."""
    pieces: list[str] = []
    done = 0
    for at in sorted([at for mark in _OPENING for at in occurrences(plain, mark)]):
        match = _MASKED.match(plain, at) if at >= done else None
        if match:
            last = match.end() - 1
            pieces += plain[done : at + 1], "□" * (last - at - 1)
            done = last
    return "".join([*pieces, plain[done:]])
