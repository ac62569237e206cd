"""Enumerated points: 一是, 一要, 第一, （一）, 1., ①, 首先 … 其次."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing.ordinals import BEGINS, BULLETS, Point, ordinal
from newstui.parsing.text import CIRCLED, Page

_BEFORE: Final = late(rf"[。;:,!?\n“”](?=\s*(?:[{BULLETS}]\s*)?[{BEGINS}\d])")
"""What stands before an ordinal, with a letter after it that may begin one."""
_MARKS: Final = frozenset("。;:,!?\n“”")
_CIRCLED: Final = late(
    r"(?:(?<=[。；：，;:,!?\n”])|(?<=[。；：，;:,!?\n] )|^)\s*(?P<quan>[①-⑳⑴-⒇⒈-⒛㈠-㈩])", re.MULTILINE
)
"""Matched on the text itself: the half-width form has plain digits there."""
_UNMARKED: Final = late("(?<![唯惟万之第同单逐划其某])(?:(?<!统)|(?<=系统))一[是要](?!一)")
_HEADING: Final = late(r"[,:、\s]*([^。;,!?\n]*)")


def points(page: Page, start: int, end: int) -> list[Point]:
    """The ordinals of a stretch of text that belong to a series, in order."""
    plain = page.plain
    found = list(_ordinals(plain, start, end))
    if found and (unmarked := _unmarked(plain, start, found) or _foremost(plain, start, found)):
        found.insert(0, unmarked)
    if page.is_circled and any(page.text.find(first, start, end) >= 0 for first in CIRCLED):
        found = sorted([*found, *map(_circled, _CIRCLED.finditer(page.text, start, end))])
    if plain.find("(", start, end) >= 0:
        found = [point for point in found if not _aside(plain, start, point)]
    if not found:
        return []
    placed = [point for point in found if _placed(plain, point) or point.start <= start + 1]
    listed = any(point.number == 1 and plain[point.start - 1] == ":" for point in placed if _bare(plain, point))
    return list(_in_series([point for point in placed if listed or not _bare(plain, point)]))


def _aside(plain: str, start: int, point: Point) -> bool:
    """Whether a point is one of a list in brackets, which is no part of the one around it."""
    opened = plain.rfind("(", start, point.start)
    return opened > plain.rfind(")", start, point.start) and plain.find("\n", opened, point.start) < 0


def _bare(plain: str, point: Point) -> bool:
    """Whether no mark stands behind 第一: such ones are a list only where a colon announces it."""
    return point.family == "di" and plain[point.end : point.end + 1] not in ",、:是要个方"


def _ordinals(plain: str, start: int, end: int) -> Iterator[Point]:
    """Every ordinal of a stretch, looked for only where one may begin."""
    last = start if _may_begin(plain, start) else start + 1
    for at in [start, *[before.end() for before in _BEFORE.finditer(plain, start, end)]]:
        point = ordinal(plain, at, end) if at >= last else None
        if point:
            last = point.end
            yield point


def _may_begin(plain: str, at: int) -> bool:
    """Whether an ordinal may begin at a place: at the head of the text, behind a mark."""
    before = plain[at - 1 : at]
    return not at or before in _MARKS or (before == " " and at > 1 and plain[at - 2] in _MARKS)


def _unmarked(plain: str, start: int, found: list[Point]) -> Point | None:
    """The first point of a list with no mark before it: ``要求各单位一是…。二是…``."""
    second = next((point for point in found if point.family == "yi"), None)
    if second is None or second.number != 2:
        return None
    match = _UNMARKED.search(plain, start, second.start)
    return Point(match.start(), match.end(), "yi", 1) if match else None


def _foremost(plain: str, start: int, found: list[Point]) -> Point | None:
    """``首先`` with no mark before it, where ``其次`` follows: ``作为书记首先要…。其次，…``."""
    then = found[0] if found and found[0].family == "xian" and found[0].number == 2 else None
    at = plain.find("首先要", start, then.start) if then else -1
    return Point(at, at + 2, "xian", 1) if at >= 0 else None


def begins(plain: str) -> bool:
    """Whether a text begins with an ordinal."""
    first = ordinal(plain, 0, len(plain))
    return first is not None and not _bare(plain, first)


def inside(plain: str, sentence: Span) -> bool:
    """Whether a list begins in the midst of a sentence."""
    first = next(_ordinals(plain, sentence.start + 1, sentence.end), None)
    return first is not None and first.number == 1


def number(plain: str) -> int | None:
    """The number of the ordinal a text begins with, 首先 and its kind apart."""
    first = ordinal(plain, 0, len(plain))
    return first.number if first and first.family != "xian" else None


def opens(plain: str, text: str = "") -> bool:
    """Whether a text begins with the first ordinal of a list; ``text`` as stored shows circled ones."""
    first = ordinal(plain, 0, len(plain))
    circled = first is None and "①" <= text.lstrip()[:1] <= "㈩"
    if circled and (match := _CIRCLED.match(text)):
        first = _circled(match)
    return first is not None and first.number == 1


def _circled(match: re.Match[str]) -> Point:
    """An ordinal that is one letter, in a circle or with a point."""
    return Point(match.start(1), match.end(1), "quan", int(unicodedata.numeric(match[1])))


def _placed(plain: str, point: Point) -> bool:
    """一、 and 1. head a line or follow a full stop or colon; the others may follow a comma."""
    before = (
        plain[: point.start].rstrip(" ")[-1:]
        if point.start < 2
        else plain[point.start - 2 : point.start].rstrip(" ")[-1:]
    )
    if point.family in {"dian", "dun", "kuo", "quan"}:
        return before in {"", "\n", "。", ";", ":"} or (before == "," and point.family == "kuo")
    return True


def _in_series(found: list[Point]) -> Iterator[Point]:
    """Those that start a series or carry it on, one behind a series within it too; a lone 首先 or 第一 heads none."""
    families = {point.family for point in found}
    for family in ("xian", "di", "dian", "dun", "kuo", "quan", "qi", "ge"):
        numbers = [point.number for point in found if point.family == family]
        mixed = family == "xian" and "di" in families
        if 1 in numbers and (len(numbers) > 1 or mixed):
            continue
        if not (family == "di" and "xian" in families):
            found = [point for point in found if point.family != family]
    running: dict[str, list[int]] = {}
    for point in found:
        numbers = running.setdefault(point.family, [])
        if point.number == 1 or not numbers:
            numbers.append(point.number)
        elif point.number > numbers[-1] or point.family == "xian":
            numbers[-1] = point.number
        elif point.number - 1 in numbers:
            del numbers[numbers.index(point.number - 1) + 1 :]
            numbers[-1] = point.number
        else:
            continue
        yield point


def nests(found: list[Point], at: int) -> bool:
    """Whether the list that begins behind a point is part of it: the point's own goes on behind that list."""
    numbers = [point.number for point in found[at:] if point.family == found[at].family]
    return any(left >= right == numbers[0] + 1 for left, right in pairwise(numbers[1:]))


def heading(plain: str, point: Point, end: int) -> tuple[int, int]:
    """The words after the ordinal, up to the first of 。；，."""
    match = _HEADING.match(plain, point.end, end)
    return match.span(1) if match else (point.end, point.end)
