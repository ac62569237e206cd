"""Several pieces in one text: reports glued together, digests of short items."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Reading
from newstui.parsing import boilerplate
from newstui.parsing.labels import is_header_line
from newstui.parsing.text import Page
from newstui.parsing.title_lines import DIGEST, looks_like_title

_BOXED: Final = late(r"【[^】]{2,40}】|[●■◆▲★•]\s*\S")
_BOXES: Final = frozenset("【●■◆▲★•")
_ENDED: Final = late(r"[。!?…][”’\"'」』)]*$")
_FEWEST: Final = 3


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
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if is_header_line(plain, after)
        and any(each.isdigit() for each in after.of(plain))
        and looks_like_title(plain, line)
        and len(line.of(plain)) > 5
        and boilerplate.is_report(plain, before)
    ]


def _digest(page: Page, reading: Reading, lines: list[Span]) -> list[int]:
    """Where the items of a digest begin: boxed heads, else short lines without a full stop before paragraphs."""
    plain = page.plain
    boxed = [at for at, line in enumerate(lines) if plain[line.start] in _BOXES and _BOXED.match(plain, *line)]
    if len(boxed) >= _FEWEST and not _are_points(page.plain, lines, boxed):
        return [lines[at].start for at in boxed]
    if not DIGEST.search(reading.title or ""):
        return []
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
    """Whether boxed lines only tell in short what one report says: each right below the other, without a stop."""
    return boxed[-1] - boxed[0] == len(boxed) - 1 and not any(_ENDED.search(lines[at].of(plain)) for at in boxed)
