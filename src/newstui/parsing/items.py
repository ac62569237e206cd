"""Enumerated points: 一是, 一要, 第一, （一）, 1., ①, 首先 … 其次."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import CIRCLED, Page

_DIGITS: Final = NUMERALS
_WORDS: Final = (
    f"(?![次个批届名位期线年季天阶代种类组项条章节款中小党支轮场人产医实监督分车时步]){LETTER}{{4,20}}[,。;]"
)
"""Behind 第一 with no mark: words, and nothing that is counted."""
_DOINGS: Final = words("cues", "numbered")
_DOING: Final = either(_DOINGS)
"""Behind a bare number: ``一提高认识，二加强管理``."""
_SAYS_ITEM: Final = "是要则来"
_TASKS: Final = "抓靠看强促保查讲严"
"""Behind a number alone: ``一是…``, ``一抓…``."""
FIRST: Final = late(
    rf"一(?:(?<=[第其(]一)|[{''.join(sorted({*_SAYS_ITEM, *_TASKS, *'、),', *(word[0] for word in _DOINGS)}))}])"
)
"""The number of a first ordinal in letters, wherever one may stand."""
_BULLETS: Final = "●■◆▲★▶•"
"""May stand before the ordinal that heads a line."""
_ORDINAL: Final = late(
    rf"(?:(?<=[。;:,!?\n“”])|(?<=[。;:,!?\n] )|^)\s*(?:[{_BULLETS}]\s*)?(?:"
    rf"(?P<yi>[{_DIGITS}]{{1,3}}(?:{'|'.join(_SAYS_ITEM)}))(?![一二三]、|[一二三][,。]|”)"
    rf"|(?P<ge>[{_DIGITS}](?:{'|'.join(_TASKS)}))(?!化|格|到底|一|[,;]|。)"
    rf"|(?P<ling>[{_DIGITS}])(?=(?:{_DOING})(?!到底|一|[,;]|。))"
    rf"|(?P<di>第[{_DIGITS}]{{1,3}}(?:[点步](?=[,:]))?)(?=[,:]|、|是|要|个?方面|{_WORDS})"
    rf"|(?P<qi>其[{_DIGITS}])(?=[,、:是要])"
    rf"|(?P<xian>首先|其次|再次|再者|此外|最后)(?=[,:要是])"
    rf"|(?P<kuo>\([{_DIGITS}\d]{{1,3}}\))"
    rf"|(?P<dian>\d{{1,2}}[.、),])(?!\d)"
    rf"|(?P<dun>[{_DIGITS}]{{1,3}}[、),])"
    rf")",
    re.MULTILINE,
)
_LETTERS: Final = f"{_DIGITS}第其首再此最("
_BEFORE: Final = late(rf"[。;:,!?\n“”](?=\s*(?:[{_BULLETS}]\s*)?[{_LETTERS}\d])")
"""What stands before an ordinal, with a letter after it that may begin one."""
_CIRCLED: Final = late(
    r"(?:(?<=[。；：，;:,!?\n”])|(?<=[。；：，;:,!?\n] )|^)\s*(?P<quan>[①-⑳⑴-⒇⒈-⒛㈠-㈩])", re.MULTILINE
)
"""Matched on the text itself: the half-width form has plain digits there."""
_UNMARKED: Final = late("(?<![唯惟万之第同单逐划其某])(?:(?<!统)|(?<=系统))一[是要](?!一)")
_HEADING: Final = late(r"[,:、\s]*([^。;,!?\n]*)")


class Point(NamedTuple):
    """An ordinal of a family of ordinals, with the words that head it."""

    start: int
    end: int
    """Where its words begin."""
    family: str
    number: int


def points(page: Page, start: int, end: int) -> list[Point]:
    """The ordinals of a stretch of text that belong to a series, in order."""
    plain = page.plain
    found = list(_ordinals(plain, start, end))
    if found and (unmarked := _unmarked(plain, start, found) or _foremost(plain, start, found)):
        found.insert(0, unmarked)
    if page.is_circled and any(page.text.find(first, start, end) >= 0 for first in CIRCLED):
        found = sorted([*found, *(_point(match) for match in _CIRCLED.finditer(page.text, start, end))])
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
    last = start
    for at in [start, *[before.end() for before in _BEFORE.finditer(plain, start, end)]]:
        match = _ORDINAL.match(plain, at, end) if at >= last else None
        if match:
            last = match.end()
            yield _point(match)


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
    match = _first(plain)
    return match is not None and not _bare(plain, _point(match))


def _first(plain: str) -> re.Match[str] | None:
    """The ordinal a text begins with, asked for only where its first letter may begin one."""
    first = plain.lstrip(f"{_BULLETS} \n")[:1]
    return _ORDINAL.match(plain) if first in _LETTERS or first.isdecimal() else None


def inside(plain: str, sentence: Span) -> bool:
    """Whether a list begins in the midst of a sentence."""
    first = next(_ordinals(plain, sentence.start + 1, sentence.end), None)
    return first is not None and first.number == 1


def number(plain: str) -> int | None:
    """The number of the ordinal a text begins with, 首先 and its kind apart."""
    match = _first(plain)
    return _point(match).number if match and match.lastgroup != "xian" else None


def opens(plain: str, text: str = "") -> bool:
    """Whether a text begins with the first ordinal of a list; ``text`` as stored shows circled ones."""
    match = _first(plain) or _CIRCLED.match(text)
    return match is not None and _point(match).number == 1


def _point(match: re.Match[str]) -> Point:
    """A match as a point of a list: its place, its family of ordinals and its number."""
    group = str(match.lastgroup)
    begin, end = match.span(group)
    family = "ge" if group == "ling" else group
    return Point(begin, end, family, _number(match[group], family))


def _number(ordinal: str, family: str) -> int:
    """The number an ordinal of a family stands for: 其次 2, 第十二 12; 最后 counts as 99."""
    if family == "xian":
        return {"首先": 1, "最后": 99}.get(ordinal, 2)
    if family == "quan":
        return int(unicodedata.numeric(ordinal))
    inner = re.sub(rf"[^{_DIGITS}\d]", "", ordinal)
    if inner.isdigit():
        return int(inner)
    tens, _, ones = inner.rpartition("十")
    if "十" not in inner:
        return _DIGITS.index(inner) + 1
    return (_DIGITS.index(tens) + 1 if tens else 1) * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


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
