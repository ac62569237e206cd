"""Joins the lines of texts that a PDF or a mailer broke at a fixed width, in the middle of words and names."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from newstui.model.late import late

_NARROWEST: Final = 26
"""Cells; narrower columns are poems, name lists and tables, which stay as they are."""
_WIDEST: Final = 200
"""And wider ones are no columns."""
_NARROW: Final = 36
"""In columns narrower than this more has to show that it is prose: full lines cut amid words, and full stops."""
_FEWEST_NARROW: Final = 8
"""Full lines of such a column, at the least."""
_FULL: Final = 0.82
"""From this share of the column on, a line counts as full: indents and closing marks shorten a line by a few cells."""
_SHORTEST: Final = 12
"""Characters of a full line at the least, as wide ones take two cells."""
_FEWEST: Final = 2
"""Full lines that end inside a sentence where lines are cut, at the least."""
_ENDS: Final = frozenset("。!?！？…;；:：")
_CLOSING: Final = "”’\"'」』)）"
"""What ends a sentence, and what may close behind it."""
_MARGIN: Final = late(r"^(?:[ \u3000]{2,}|\u3000)")
_ITEM: Final = late(r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[●■◆▲★•]|——)")
_CAREER: Final = late(r"(?:19|20)\d\d[年.]\d{1,2}月?(?:起|\s|[-—–~－至])")
"""A line of a CV, which goes on with no sentence."""
_META: Final = late(
    r"^.{0,8}(?:(?:发布|更新|时间|日期|来源|稿源)[^:：]{0,4}[:：]|(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2})"
)
_MARKS: Final = tuple("，。、；：）》”！？")
_STRAY: Final = late(rf"\s(?<!\s\s)\s*+(?=[{''.join(_MARKS)}](?![^\n]{{0,3}}$))", re.MULTILINE)
"""White space before a mark that opens no line, left where a page set a part of a sentence apart.

It is met at its first character alone and taken whole, so that a million empty lines take no time.
"""
_SYLLABLES: Final = 8
"""Cells of what is left of a word that was cut."""
_TAKEN: Final = ("摘自", "转自", "来源", "（", "(")
_META_WIDTH: Final = 80
_HEAD_LINES: Final = 5


def unwrapped(text: str) -> str:
    """The text with broken lines joined; where lines are not cut at one width, only breaks before a comma."""
    lines = text.split("\n")
    column = _column(lines)
    if column is None:
        return _STRAY.sub(_closed, text) if any(line.lstrip().startswith(_MARKS) for line in lines) else text
    head = _reunited(lines[:_HEAD_LINES], column)
    lines = _settled(head + lines[_HEAD_LINES:])
    joined = [lines[0]]
    for before, line in pairwise(lines):
        twice = before == line or (len(joined) > 1 and joined[-1] == joined[-2])
        if len(joined) > 1 and not twice and _runs_on(joined[-1], line, column):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(line)
    return "\n".join(str(line) for line in joined)


def _closed(stray: re.Match[str]) -> str:
    """Nothing for a break inside a sentence; the break where a sentence ended before it."""
    before = stray.string[max(0, stray.start() - 1) : stray.start()]
    broken = "\n" in stray[0] and before and not _is_ended(before)
    return "" if broken else stray[0]


class _Line(str):
    """A joined line; ``last`` is the width in cells of the last piece of it, as it stood in the input."""

    __slots__ = ("last",)
    last: int


def width(line: str) -> int:
    """Cells of a line, white space at its end aside; its length in GBK, where what is wide takes two bytes."""
    return len(line.rstrip().encode("gbk", "replace"))


def _column(lines: list[str]) -> int | None:
    """The width at which the lines were cut, or None: most full lines then end inside a sentence."""
    if sum(len(line) >= _SHORTEST and not _is_ended(line.rstrip()) for line in lines) < _FEWEST:
        return None
    head = max((number for number, line in enumerate(lines[:_HEAD_LINES]) if _is_meta(line)), default=-1)
    rows = [row for line in lines[head + 1 :] if (row := line.rstrip())]
    longest = sorted(map(len, rows))[len(rows) * 3 // 4 :]
    if len(rows) < 4 or longest[0] > _WIDEST:  # and wider still in cells
        return None
    widths = [(width(row), row) for row in rows]
    widest = sorted(size for size, _ in widths)[len(widths) * 3 // 4 :]
    if not _NARROWEST <= widest[0] <= _WIDEST:
        return None
    column = widest[0]
    full = [line for size, line in widths if column * _FULL <= size <= column * 1.2]
    cut = sum(not _is_ended(line) for line in full)
    regular = sum(size > column * 1.2 for size, _ in widths) <= len(widths) // 20
    if column < _NARROW and not _is_prose(full, [line for _, line in widths]):
        return None
    return column if regular and len(full) >= 3 and cut * 5 >= len(full) * 3 else None


def _is_prose(full: list[str], lines: list[str]) -> bool:
    """Whether the full lines of a narrow column are many, cut amid words, and full stops stand among all lines."""
    amid = sum(line[-1:].isalnum() for line in full)
    return len(full) >= _FEWEST_NARROW and amid * 3 >= len(full) * 2 and sum("。" in line for line in lines) > 1


def _reunited(lines: list[str], column: int) -> list[str]:
    """The head with a title broken over lines made whole, also where the date line came between its halves."""
    at = next((number for number, line in enumerate(lines) if number and _is_meta(line)), None)
    if at is None and _is_broken_title(lines, column):
        return [_joined(lines[0], lines[1]), *lines[2:]]
    if at is None or width(lines[0]) < column * 0.45 or _is_ended(lines[0].strip()):
        return lines
    before, after = lines[:at], lines[at + 1 :]
    below = next(iter(after), "").strip()
    if at == 1 and below and width(below) <= column * 0.3 and not _is_ended(below) and not _is_meta(below):
        before, after = [*before, below], after[1:]
    title = before[0]
    for line in before[1:]:
        title = _joined(title, line) if line.strip() else title
    return [title, lines[at], *after]


def _is_broken_title(lines: list[str], column: int) -> bool:
    """Whether the first line is full and goes on in the second, above a paragraph that is set in."""
    full = width(lines[0]) >= column * _FULL and not _is_ended(lines[0].rstrip()) and not _MARGIN.match(lines[0])
    rest = lines[1].strip() if len(lines) > 2 else ""
    short = 0 < width(rest) < column * _FULL and not _is_ended(rest) and not _MARGIN.match(lines[1])
    return full and short and _MARGIN.match(lines[2]) is not None


def _settled(lines: list[str]) -> list[str]:
    """The lines with a last syllable or two, which a PDF put before its line, behind it again."""
    for at in range(1, len(lines) - 1):
        line = lines[at].strip()
        if len(line) > _SYLLABLES:
            continue
        before, after = lines[at - 1].strip(), lines[at + 1].strip()
        stray = 0 < width(line) <= _SYLLABLES and _is_ended(line) and _is_ended(before)
        if stray and after and not _is_ended(after) and (at + 2 == len(lines) or _ends_before(lines[at + 2])):
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return lines


def _ends_before(line: str) -> bool:
    """Whether a paragraph surely ends above a line."""
    return not line.strip() or bool(_MARGIN.match(line)) or line.startswith(_TAKEN) or _is_meta(line)


def _runs_on(before: str, line: str, column: int) -> bool:
    """Whether a line goes on with the sentence or the paragraph of the one before."""
    last = before.last if isinstance(before, _Line) else width(before)
    bare = line.lstrip()
    if not bare or last < column * _FULL or _MARGIN.match(line) or _is_meta(before):
        return False
    if bare.startswith(("19", "20")) and _CAREER.match(bare):
        return False
    if not _is_ended(before.rstrip()):
        return True
    if last < column * 0.94 or _ITEM.match(line):
        return False
    size = width(line)
    return _is_ended(line.rstrip()) if size < column * _FULL else size > column - 3


def _is_meta(line: str) -> bool:
    """Whether a line is a header line, with a day or an outlet, rather than a sentence that opens with a day."""
    return len(line) < _META_WIDTH and _META.match(line.strip()) is not None and width(line) < _META_WIDTH


def _is_ended(line: str) -> bool:
    """Whether a sentence ends where a line does."""
    return line.rstrip(_CLOSING)[-1:] in _ENDS


def _joined(before: str, line: str) -> _Line:
    head, tail = before.rstrip(), line.strip()
    between = " " if _is_latin(head[-1:]) and _is_latin(tail[:1]) else ""
    made = _Line(head + between + tail)
    made.last = width(line)
    return made


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
