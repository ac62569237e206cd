"""Text and width to lines with offsets, by the rules of Chinese typesetting. Pure.

A line never begins with closing punctuation nor ends with opening punctuation, and numbers and Latin
words stay whole, unless one alone is wider than the line.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Final, NamedTuple

from rich.cells import cell_len

NOT_FIRST: Final = frozenset("，。、；：？！）〕］｝》〉」』】〗〙’”…—～·％‰℃%)]},.;:?!>»›°′″々ーゝゞ﹐﹑﹒﹔﹕﹖﹗")
"""Closing punctuation, which may not begin a line."""
NOT_LAST: Final = frozenset("（〔［｛《〈「『【〖〘‘“([{<«‹￥＄$#＃№")
"""Opening punctuation, which may not end a line."""
_WORD: Final = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,-_/:@&'+%~=?#")


class Line(NamedTuple):
    """One line as offsets into the text; trailing spaces belong to it, but may hang over the edge."""

    start: int
    end: int


class _Widths(dict[str, int]):
    """Cells of a character, 0 to 2, filled as characters are met."""

    def __missing__(self, character: str) -> int:
        width = self[character] = cell_len(character)
        return width


_WIDTH: Final = _Widths()


def wrapped(text: str, width: int) -> list[str]:
    """The lines themselves, without what hangs over the edge; an empty text is one empty line."""
    return [text[line.start : line.end].rstrip() for line in wrap(text, width)] or [""]


def wrap(text: str, width: int, *, start: int = 0, end: int | None = None, indent: int = 0) -> list[Line]:
    """The lines of ``text[start:end]``, at most ``width`` cells each, the first ``indent`` cells shorter.

    The lines tile the stretch: no character is lost. A line feed ends a line and belongs to it.
    """
    end = len(text) if end is None else end
    lines: list[Line] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        lines += _paragraph(text, start, stop, max(1, width), indent)
        start = stop
    return lines


def _paragraph(text: str, start: int, end: int, width: int, indent: int) -> list[Line]:
    ends = list(accumulate(map(_WIDTH.__getitem__, text[start:end]), initial=0))
    lines, at, room = [], start, max(1, width - indent)
    while at < end:
        fit = start + bisect_right(ends, ends[at - start] + room, at - start) - 1
        cut = _cut(text, at, max(fit, at + 1), end)
        lines.append(Line(at, cut))
        at, room = cut, width
    return lines


def _cut(text: str, start: int, fit: int, end: int) -> int:
    """Where a line begun at ``start`` ends, when ``fit`` is the first character that has no room left."""
    while fit < end and (text[fit] in " \n" or not _WIDTH[text[fit]]):
        fit += 1
    if fit >= end:
        return end
    for at in range(fit, start, -1):
        if _may_break(text[at - 1], text[at]):
            return at
    return fit


def _may_break(before: str, after: str) -> bool:
    if after == " " or not _WIDTH[after]:
        return False
    if before == " ":
        return True
    return after not in NOT_FIRST and before not in NOT_LAST and not (before in _WORD and after in _WORD)
