"""Several pieces in one text: reports glued together, digests of short items."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Reading
from newstui.parsing import boilerplate
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.labels import is_header_line
from newstui.parsing.text import Page, trimmed
from newstui.parsing.title_lines import DIGEST, LONGEST, looks_like_title

_BOXED: Final = late(r"【[^】]{2,40}】|[●■◆▲★•]\s*\S")
_BOXES: Final = frozenset("【●■◆▲★•")
_ENDED: Final = late(r"[。!?…][”’\"'」』)]*(?:\([^()]{2,40}\))?$")
_NUMBERED: Final = late(rf"\d{{1,2}}[.、](?!\d)|[{NUMERALS}]{{1,3}}、|\([{NUMERALS}\d]{{1,3}}\)")
_HEADED: Final = late(r"[^。,:;\d]{2,12}:(?=[^。]{8})")
"""The head of an item that goes on in its line: ``青禾县:4月2日,…``."""
_POINT: Final = late(rf"[【●■◆▲★•]\s*(?:[{NUMERALS}]{{1,2}}[是要]|第[{NUMERALS}]|首先|其次)")
_NEAR: Final = 3
"""So many lines before a headline a report may end; so many letters before an item stands a colon."""
_FEWEST: Final = 3
_SHORTEST: Final = 5
"""A headline has more letters than this."""


def read_sections(page: Page, reading: Reading) -> Reading:
    """The pieces of the body; one that covers it all where the text is one report."""
    lines = [line for body in reading.parts.body for line in page.lines_in(body)]
    if not lines:
        return reading._replace(sections=reading.parts.body[:1])
    end = reading.parts.body[-1].end
    starts = _glued(page, lines) or _digest(page, reading, lines)
    first = reading.parts.body[0].start
    cuts = [first, *(start for start in starts if start > first), end]
    return reading._replace(sections=tuple(Span(a, b) for a, b in pairwise(cuts) if a < b))


def _glued(page: Page, lines: list[Span]) -> list[int]:
    """Where another report begins: a headline with a header line of its own below it."""
    plain = page.plain
    return [
        line.start
        for at, (line, after) in enumerate(pairwise(lines))
        if _SHORTEST < line.end - line.start <= LONGEST
        and is_header_line(plain, head := _below(plain, line, after))
        and any(each.isdigit() for each in head.of(plain))
        and looks_like_title(plain, line)
        and any(boilerplate.is_report(plain, before) for before in lines[max(0, at - _NEAR) : at])
    ]


def _below(plain: str, line: Span, after: Span) -> Span:
    """The line below one: the next of the body, or what stands between and is none of it."""
    between = trimmed(plain, Span(line.end, after.start))
    end = plain.find("\n", between.start, between.end)
    return Span(between.start, end if end > 0 else between.end) if between.start < between.end else after


def _digest(page: Page, reading: Reading, lines: list[Span]) -> list[int]:
    """Where the items of a digest begin: boxed heads, else short lines without a full stop before paragraphs."""
    plain = page.plain
    boxed = [at for at, line in enumerate(lines) if plain[line.start] in _BOXES and _BOXED.match(plain, *line)]
    if len(boxed) >= _FEWEST and not _are_points(page.plain, lines, boxed):
        return [lines[at].start for at in boxed]
    if not DIGEST.search(reading.title or ""):
        return []
    for begins in (_NUMBERED, _HEADED):
        items = [line.start for line in lines if begins.match(plain, *line) and _ENDED.search(line.of(plain))]
        told = items and plain[max(0, items[0] - _NEAR) : items[0]].rstrip().endswith(":")
        if len(items) >= _FEWEST and 2 * len(items) > len(lines) and not told:
            return items
    heads = [
        line.start
        for line, after in pairwise(lines)
        if len(line.of(page.plain)) <= 40
        and not _ENDED.search(line.of(page.plain))
        and len(after.of(page.plain)) > len(line.of(page.plain))
        and _ENDED.search(after.of(page.plain))
    ]
    return heads if len(heads) >= _FEWEST else []


def _are_points(plain: str, lines: list[Span], boxed: list[int]) -> bool:
    """Whether boxed lines only tell in short what one report says, or are its points: 一是, 二是."""
    if _POINT.match(plain, *lines[boxed[0]]):
        return True
    return boxed[-1] - boxed[0] == len(boxed) - 1 and not any(_ENDED.search(lines[at].of(plain)) for at in boxed)
