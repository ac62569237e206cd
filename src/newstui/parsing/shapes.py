"""The ways in which a name can start at a place, with the weight of their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.parsing import contexts, letters, ranks, words
from newstui.parsing.hanzi import is_han
from newstui.parsing.remembered import Remembered

_LIGHT: Final = 0.4
"""Letters that weigh less are no name, whatever stands around them."""


_JOINS: Final = frozenset("及和等")
"""Behind the last name of a list."""
_FEMININE: Final = frozenset("草措吉加甲才本姆卓珍杰青让错太")
"""Letters that end Tibetan names of three: 扎西草, 才让吉."""
_ONE_PART: Final = 1.6
"""The weight of a name of one part, which needs a rank before it or a verb of saying after it."""
_DOUBLED: Final = 1.0
"""More for a given name that says one letter twice: 呦呦."""
_USUAL: Final = 1.5
"""Surnames that weigh more are usual ones."""
_VERB: Final = 1.5
"""What follows a name and weighs more is a verb of people or a rank."""
_FITTING: Final = 0.6
"""A given name behind two surnames weighs more."""
_TWICE: Final = 2.5
"""The weight of two surnames."""
_NONE: Final = -9.0
"""The weight of what is no name."""
Shape = tuple[int, str, str, float]
"""Letters read as a surname and a given name: where they end, the two, their weight."""


def starts(text: str, span: Span) -> Iterator[tuple[int, float, list[Shape]]]:
    """Where a name may start, with the shapes worth weighing further and the weight of the heaviest."""
    for found in _start().finditer(text, span.start, span.end):
        at = found.start()
        front = _FRONTS[text[at : at + 2]]
        if front is None:
            continue
        border = _BORDERS[text[at - 1 : at + 1]]
        if border == _SHUT:
            continue
        surname, given, whole, first, longer, is_word = front
        if border and (is_word or border != _NO_WORD) and not _may_start(text, at, border, is_word):
            continue
        third = text[at + 2 : at + 3]
        weight = first + _LASTS[third]
        if third == given:
            weight += _DOUBLED
        forms = [shape for shape in _longer(text, at) if shape[3] >= _LIGHT] if longer else []
        heaviest = whole if whole > weight else weight
        if forms:
            heaviest = max(heaviest, *(shape[3] for shape in forms))
        if heaviest < _LIGHT:
            continue
        if whole >= _LIGHT:
            forms.append((at + 2, surname, given, whole))
        if weight >= _LIGHT:
            forms.append((at + 3, surname, given + third, weight))
        yield at, heaviest, forms


_OPEN: Final = 0
"""Between two letters: a name may start with the second."""
_NO_WORD: Final = 1
"""A name that is no word may, or one with a rank behind it."""
_ONGOING: Final = 2
"""A name may where the letter before ends a word: 高 makes one with the last letter of 提."""
_TWICE_SAID: Final = 3
"""A letter is said twice, in a name or in 一张张."""
_SHUT: Final = 4
"""No name starts here."""
_COUNTING: Final = frozenset("万千百余")
"""Surnames that count too: 万 in 惠及群众30万人, 余 in 300余师生."""
_NUMBERS: Final = frozenset("0123456789一二两三四五六七八九十百千万亿几余多")


def _border(across: str) -> int:
    """Whether a name may start between two letters: not inside a word, nor where a letter counts."""
    before, at = across[:1], across[1:]
    if (at in _COUNTING and before in _NUMBERS) or (before not in contexts.announcing() and across in words.levels()):
        return _SHUT
    return _TWICE_SAID if across and before == at else _across(before, at)


def _across(before: str, at: str) -> int:
    """The same of letters that are not one said twice."""
    if before in contexts.announcing():
        inside = words.level(before + at) > 2 and at in letters.surnames() and before not in ranks.lasts()
        return _ONGOING if inside else _OPEN
    return _NO_WORD if is_han(before) else _OPEN


def _may_start(text: str, at: int, border: int, is_word: bool) -> bool:
    """Whether a name may start here after all: not with the second 张 of 一张张, inside a word, as a mere word."""
    if border == _TWICE_SAID:
        if text[at - 2 : at - 1] == "一":
            return False
        border = _across(text[at], text[at])
    if border == _ONGOING:
        return text[at - 2 : at] in words.levels()
    return border == _OPEN or not is_word or ranks.after(text, at + 3) > 0


@cache
def _start() -> re.Pattern[str]:
    """A letter of a surname, before any letter or one of those that go on as a longer one."""
    most = max(*letters.alone().values(), max(letters.first().values()) + letters.heaviest_last())
    strong = {name for name, own in letters.surnames().items() if own + most >= _LIGHT}
    firsts = {name[0] for name in (*letters.surnames(), *letters.elements())}
    seconds = "".join(sorted({head[1] for head in _heads()}))
    weak = "".join(sorted(firsts - strong))
    return re.compile(f"[{''.join(sorted(firsts))}](?:(?<![{weak}])|(?=[{seconds} ]))")


@cache
def _heads() -> frozenset[str]:
    """The first two letters of surnames and parts of names that have more than one."""
    return frozenset(name[:2] for name in (*letters.surnames(), *letters.elements()) if len(name) > 1)


Front = tuple[str, str, float, float, bool, bool]
"""Two letters, what they weigh as a name and as the front of one, whether they may begin a longer surname, and whether
they are a word, which begins a name only behind what announces one."""


def _front(pair: str) -> Front | None:
    """What two letters weigh, None where no name begins so, whatever follows."""
    if not is_han(pair[1:]) and pair[1:] != " ":
        return None
    longer = pair[1] == " " or pair in _heads() or _are_two_surnames(pair)
    base = letters.surnames().get(pair[0]) if pair[1] != " " else None
    whole = first = _NONE
    if base is not None:
        whole = base + letters.alone().get(pair[1], letters.ALONE)
        first = base + letters.first().get(pair[1], letters.REST)
    light = whole < _LIGHT and first + letters.heaviest_last() < _LIGHT
    return None if light and not longer else (*pair, whole, first, longer, words.level(pair) > 1)


_FRONTS: Final = Remembered(_front)
_BORDERS: Final = Remembered(_border)


def _last(letter: str) -> float:
    """The weight of the last of two letters; none where it is no letter."""
    return letters.last().get(letter, letters.LAST if is_han(letter) else _NONE)


_LASTS: Final = Remembered(_last)


def _longer(text: str, at: int) -> Iterator[Shape]:
    """The shapes of other forms than a surname of one letter with one or two letters right after it."""
    if text[at + 1] == " ":
        return _parted(text, at)
    return _compound(text, at) if text[at : at + 2] in _heads() else _married(text, at)


def _parted(text: str, at: int) -> Iterator[Shape]:
    """A name of two letters with spaces between them: 李 燕; before letters between a rank or a mark and a verb."""
    base = letters.surnames().get(text[at])
    end = next((k for k in range(at + 2, at + 5) if text[k : k + 1] != " "), at + 1) + 1
    alone = not is_han(text[end : end + 1])
    if base is None or not is_han(text[end - 1 : end]):
        return
    announced = {"rank": 0.5, "mark": _VERB}.get(contexts.before(text, at)[1])
    listed = text[at - 1 : at] == "、" and text[end : end + 1] in _JOINS
    if alone or listed or (announced is not None and contexts.after(text, end)[0] > announced):
        yield (end, text[at], text[end - 1], base + letters.given_weight(text[end - 1]))


def _compound(text: str, at: int) -> Iterator[Shape]:
    """A surname of two or three letters, or a name of two parts: 诸葛明, 佐佐木健, 洛桑平措."""
    known, run = letters.surnames(), _run(text, at, 6)
    for length in (2, 3):
        surname = text[at : at + length]
        if surname in known:
            long = surname in letters.japanese() and text[at + length + 2 : at + length + 3] in tuple("郎助辅介卫")
            for size in (1, 2, 3) if long else (1, 2):
                given = text[at + length : at + length + size]
                if length + size <= run:
                    yield (at + length + size, surname, given, known[surname] + letters.given_weight(given))
    yield from _of_elements(text, at)


def _are_two_surnames(pair: str) -> bool:
    """Whether both letters are usual surnames."""
    known = letters.surnames()
    return known.get(pair[0], 0.0) >= _USUAL and known.get(pair[1:], 0.0) >= _USUAL


def _married(text: str, at: int) -> Iterator[Shape]:
    """A name with the husband's surname before one's own, between a rank and a mark or a verb: 林周慧芳."""
    if not is_han(text[at + 3 : at + 4]) or text[at] in letters.LOOSE:
        return
    first, last = letters.first().get(text[at + 2], letters.REST), letters.last().get(text[at + 3], letters.LAST)
    if first + last <= _FITTING or not ranks.before(text, at):
        return
    weight, kind = contexts.after(text, at + 4)
    if kind == "mark" or (kind == "word" and weight >= _VERB):
        yield (at + 4, text[at : at + 2], text[at + 2 : at + 4], _TWICE + first + last)


def _run(text: str, at: int, most: int) -> int:
    """How many letters stand here without a break, up to a number."""
    run = 1
    while run < most and is_han(text[at + run : at + run + 1]):
        run += 1
    return run


def _of_elements(text: str, at: int) -> Iterator[Shape]:
    """Names of two parts, of two or three letters each: 洛桑平措, 乌力吉巴图; of one part: 卓玛, 扎西草."""
    parts = letters.elements()
    for first in (4, 3, 2):
        middle = at + first
        if text[at:middle] not in parts:
            continue
        for second in (3, 2):
            if text[middle : middle + second] in parts:
                yield (middle + second, text[at:middle], text[middle : middle + second], 4.5)
        if text[middle : middle + 1] in _FEMININE:
            yield (middle + 1, text[at:middle], text[middle], 2.6)
        yield (middle, text[at : at + 1], text[at + 1 : middle], _ONE_PART)
