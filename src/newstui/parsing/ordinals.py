"""Ordinals, told by their first letter: 一是, 一要, 第一, （一）, 1., 首先 … 其次."""

from __future__ import annotations

from typing import Final, NamedTuple

from newstui.model.late import late
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.lexicon import words

_NUMERALS: Final = frozenset(NUMERALS)
_FIGURES: Final = frozenset("0123456789")
BEGINS: Final = f"{NUMERALS}第其首再此最("
"""The letters an ordinal may begin with, figures apart."""
_BEGINS: Final = _FIGURES.union(BEGINS)
_LONGEST: Final = 8
"""So many letters tell what most ordinals are."""
BULLETS: Final = "●■◆▲★▶•"
"""May stand before the ordinal that heads a line."""
_BULLETS: Final = frozenset(BULLETS)
_MOST: Final = 3
"""So many numerals an ordinal has at most."""
_LEADING: Final = frozenset("是要则来")
"""Behind a numeral: 一是, 二要."""
_NO_LEADING: Final = (*(f"{each}{mark}" for each in "一二三" for mark in "、,。"), "”")
"""And behind that in a list of numbers, or of words for them."""
_ACTING: Final = frozenset("抓靠看强促保查讲严")
"""One verb behind each numeral: ``一抓…,二抓…``."""
_DOING: Final = frozenset(words("cues", "numbered"))
"""Behind a bare numeral: ``一提高认识，二加强管理``."""
_TO_THE_END: Final = ("到底", "一", ",", ";", "。")
"""Behind a verb that ends a saying: 一抓到底."""
_NOT_ACTING: Final = ("化", "格", *_TO_THE_END)
_CLOSING: Final = frozenset("、),")
"""Behind a numeral at the head of a point."""
_CLOSING_FIGURE: Final = _CLOSING.union(".")
_FIRSTS: Final = frozenset(("首先", "其次", "再次", "再者", "此外", "最后"))
_BEHIND_FIRST: Final = frozenset(",:要是")
_BEHIND_PART: Final = _BEHIND_FIRST.union("、")
"""Behind 其一."""
_WORDS: Final = (
    f"(?![次个批届名位期线年季天阶代种类组项条章节款中小党支轮场人产医实监督分车时步]){LETTER}{{4,20}}[,。;]"
)
"""Behind 第一 with no mark: words, and nothing that is counted."""
FIRST: Final = late(
    rf"一(?:(?<=[第其(]一)|[{''.join(sorted({*_LEADING, *_ACTING, *_CLOSING, *(word[0] for word in _DOING)}))}])"
)
"""The number of a first ordinal in letters, wherever one may stand."""
_COUNTED: Final = late(rf"第([{NUMERALS}]{{1,3}})(?:[点步](?=[,:]))?(?=[,:]|、|是|要|个?方面|{_WORDS})")


class Point(NamedTuple):
    """An ordinal of a family of ordinals, with the words that head it."""

    start: int
    end: int
    """Where its words begin."""
    family: str
    number: int


def ordinal(plain: str, at: int, end: int) -> Point | None:
    """The ordinal that stands at a place, behind white space and one of the bullets."""
    at = _behind_space(plain, at)
    if plain[at : at + 1] in _BULLETS:
        at = _behind_space(plain, at + 1)
    first = plain[at : at + 1]
    if first not in _BEGINS:
        return None
    words_of = plain[at : min(at + _LONGEST, end)]
    if first in _NUMERALS:
        return _numeral(words_of, at)
    if first == "第":
        match = _COUNTED.match(plain, at, end)
        return Point(at, match.end(), "di", value(match[1])) if match else None
    if first == "(":
        inside = words_of[1 : max(words_of.find(")"), 0)]
        numbered = inside.isdecimal() or (inside and _NUMERALS.issuperset(inside))
        return Point(at, at + len(inside) + 2, "kuo", value(inside)) if numbered and len(inside) <= _MOST else None
    if first in _FIGURES:
        return _figure(words_of, at)
    if first == "其" and words_of[1:2] in _NUMERALS:
        return Point(at, at + 2, "qi", value(words_of[1])) if words_of[2:3] in _BEHIND_PART else None
    if words_of[:2] in _FIRSTS and words_of[2:3] in _BEHIND_FIRST:
        return Point(at, at + 2, "xian", {"首先": 1, "最后": 99}.get(words_of[:2], 2))
    return None


def _behind_space(plain: str, at: int) -> int:
    """Where what is no white space begins, from a place on."""
    while plain[at : at + 1].isspace():
        at += 1
    return at


def _numeral(words_of: str, at: int) -> Point | None:
    """The ordinal that begins with a numeral: 一是, 一抓, 一提高, 一、."""
    size = len(words_of[:_MOST]) - len(words_of[:_MOST].lstrip(NUMERALS))
    behind, number = words_of[size : size + 1], value(words_of[:size])
    if behind in _LEADING and not words_of.startswith(_NO_LEADING, size + 1):
        return Point(at, at + size + 1, "yi", number)
    if behind in _CLOSING:
        return Point(at, at + size + 1, "dun", number)
    if size == 1 and behind in _ACTING and not words_of.startswith(_NOT_ACTING, 2):
        return Point(at, at + 2, "ge", number)
    if size == 1 and words_of[1:3] in _DOING and not words_of.startswith(_TO_THE_END, 3):
        return Point(at, at + 1, "ge", number)
    return None


def _figure(words_of: str, at: int) -> Point | None:
    """The ordinal that is a figure: 1., 12、."""
    size = 1 + words_of[1:2].isdecimal()
    closed = words_of[size : size + 1] in _CLOSING_FIGURE and not words_of[size + 1 : size + 2].isdecimal()
    return Point(at, at + size + 1, "dian", value(words_of[:size])) if closed else None


def value(numeral: str) -> int:
    """The number that figures or numerals stand for: 第十二 12."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return NUMERALS.find(numeral) + 1
    return (NUMERALS.find(tens) + 1 if tens else 1) * 10 + (NUMERALS.find(ones) + 1 if ones else 0)
