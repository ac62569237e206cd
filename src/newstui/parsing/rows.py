"""What rows of people tell: names of rare surnames between others, before (女) and (藏族), longer by a small word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import contexts, letters, ranks, words
from newstui.parsing.candidates import ENOUGH, Candidate
from newstui.parsing.hanzi import LETTER, is_han
from newstui.parsing.text import occurrences

_SIDE: Final = rf"(?:\((?:女|女?[,、]?{LETTER}{{1,7}}族(?:[,、]女)?)\))?"
"""What lists of officials say of some: (女), (女,蒙古族)."""
_GAP: Final = late(f"{_SIDE}、({LETTER}{{2,3}}){_SIDE}、")
_GAP_SIZES: Final = range(4, 27)
"""How long that is."""
_LAST: Final = late(f"、({LETTER}{{2,3}})等(?:[,。;出参陪]|同志|领导|人|[省市县区校院]级?老?领导)")
"""What ends a list of names: 瓦某某 of 李某、王某、赵某、瓦某某等出席."""
_HOLDS: Final = late(f"、({LETTER}{{2,3}})担任")
"""The same of those who hold a post: 由李某、王某、瓦某某担任."""
_SHORT: Final = 2
"""Names of so many letters may be the front of a longer one."""
_USUAL: Final = 1.5
"""Surnames that weigh more are usual ones."""
_OF_PEOPLE: Final = late(f"({LETTER}(?:·?{LETTER}){{1,11}}){_SIDE}")
"""What a list gives before what it says of somebody."""
_OF_SIDE: Final = late(_SIDE)
_FEW: Final = 5
"""So many letters such a name has not right behind a rank: 副省长天宝(藏族)."""
_LONGEST: Final = 24
"""So far before a closing bracket such a name begins."""
_LEVELS: Final = {"、": 3, ",": 1, ";": 1}
"""Behind these marks such names may be words that are less usual."""
_NO_PEOPLE: Final = frozenset("县市区州镇乡村族人们学生户")
"""The last letters of places and of many, who may be of a people too."""
_NO_MORE: Final = frozenset("等某们均都也还说将已任")
"""Letters behind a name that are no part of it, even in a list."""
_SMALL: Final = frozenset("有为和")
"""Small words that end given names, and stand before no verb of saying."""
_HANDED: Final = ("颁发", "颁奖", "授奖", "授牌", "授旗", "揭牌", "揭幕", "佩戴")
"""What is handed over to somebody, or done for them: 王某为出席会议的委员颁发聘书."""
_NEAR: Final = 24
"""So far behind the name."""
_SAID: Final = 2.0
"""So much, and more, speaks a verb of saying or a rank for the name before it."""
_CHOSEN: Final = ("选举", "推选", "任命", "补选", "增选", "决定")
"""Before a name that 为 follows: 选举张玉成为院长."""


def between(text: str, sure: list[Candidate]) -> Iterator[Candidate]:
    """Names of rare surnames: what alone stands between two sure names of a list, or behind three before 等."""
    for left, right in pairwise(sure):
        found = _GAP.fullmatch(text, left.end, right.start) if right.start - left.end in _GAP_SIZES else None
        if found and not _is_noun(found[1]):
            yield Candidate(*found.span(1), found[1], ENOUGH, "name-between-names")
        if right.start - left.end == 1 and text[right.end : right.end + 1] == "、":
            found = _HOLDS.match(text, right.end)
            if found and not _is_noun(found[1]):
                yield Candidate(*found.span(1), found[1], ENOUGH, "name-between-names")
    for first, left, right in zip(sure, sure[1:], sure[2:], strict=False):
        if left.start - first.end == right.start - left.end == 1 and (found := _LAST.match(text, right.end)):
            word = found[1]
            usual = len(word) > _SHORT or letters.surnames().get(word[0], 0.0) > _USUAL
            if usual and not any(pair in words.nouns() for pair in (word[:2], word[1:])):
                yield Candidate(*found.span(1), word, ENOUGH, "name-between-names")


def _is_noun(word: str) -> bool:
    return any(part in words.nouns() for part in (word, word[:2]))


def of_peoples(text: str, span: Span, ends: frozenset[int]) -> Iterator[Candidate]:
    """Names of any letters in a list before what it says of their people: 、江巴吉才(藏族)、昂毛(女,藏族).

    ``ends`` are those of known names.
    """
    for end in (at + 2 for last in ("族)", "女)") for at in occurrences(text, last, span.start, span.end)):
        opened = text.rfind("(", span.start, end)
        start = max(text.rfind(mark, max(span.start, end - _LONGEST), max(opened, 0)) for mark in "、,;") + 1
        found = _OF_PEOPLE.fullmatch(text, start, end) if start else None
        if opened in ends or not _OF_SIDE.fullmatch(text, opened, end):
            continue
        ranked = next((at for at in range(opened - 2, max(opened - 5, 0), -1) if ranks.before(text, at)), 0)
        if ranked and opened - ranked < _FEW and words.level(text[ranked:opened]) < _LEVELS["、"]:
            yield Candidate(ranked, opened, text[ranked:opened], 15.0, "name-before-people")
        if ranked or not found or any(ranks.before(text, at) for at in range(start + 1, opened + 1)):
            continue
        if found[1][-1] not in _NO_PEOPLE and words.level(found[1]) < _LEVELS[text[start - 1]]:
            yield Candidate(*found.span(1), found[1], 15.0, "name-before-people")


def lengthened(text: str, sure: list[Candidate]) -> list[Candidate]:
    """The same with the last letter of names that end in a small word: 毛致用、, 傅全有上将, 选举张玉成为院长."""
    starts = {one.start for one in sure}
    longer = {one.name: text[one.end] for one in sure if len(one.name) == _SHORT and _is_longer(text, one, starts)}
    if not longer:
        return sure
    return [_with(one, longer[one.name], text) if one.name in longer else one for one in sure]


def _with(one: Candidate, letter: str, text: str) -> Candidate:
    """A candidate with the letter behind it, where it stands there."""
    if text[one.end : one.end + 1] != letter:
        return one
    return Candidate(one.start, one.end + 1, one.name + letter, one.weight, one.rule)


def _is_longer(text: str, one: Candidate, starts: Iterable[int]) -> bool:
    """Whether the letter behind a name of two belongs to it."""
    end = one.end
    letter, follows = text[end : end + 1], text[end + 1 : end + 2]
    if not is_han(letter) or letter in _NO_MORE:
        return False
    if follows == "、":
        listed = text[one.start - 1] == "、" or contexts.before(text, one.start)[1] == "rank"
        return listed and end + 2 in starts
    if letter == "为" and any(word in text[end : end + _NEAR].partition(",")[0] for word in _HANDED):
        return False
    if letter in _SMALL:
        weight, kind = contexts.after(text, end + 1)
        return kind == "word" and weight >= _SAID and (weight < contexts.RANKED or letter == "有")
    return letter == "成" and follows == "为" and text.endswith(_CHOSEN, 0, one.start)
