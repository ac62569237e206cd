"""What speaks against a name, whatever its letters weigh: words, places, bodies and ranks around it."""

from __future__ import annotations

from typing import Final

from newstui.parsing import contexts, letters, lexicon, ranks, words
from newstui.parsing.hanzi import LEVELS, is_han
from newstui.parsing.shapes import Shape

_BEFORE_RANK: Final = frozenset("受率代和与同及兼等为任是原前副")
_IN_NAMES: Final = frozenset("和原")
"""Of these, those that end names as well, before a verb: 魏某和强调, 高原主持."""
_OF_BODIES: Final = frozenset("矿厂局校院段店社办")
"""The last letters of bodies, which no given name ends in before a rank: 青石矿总工程师."""
_OF_OFFICES: Final = frozenset("科处室股部所站班")
"""The same of offices, which are given names of one letter: 康复科副主任."""
_LEARNED: Final = ("教授", "副教授", "院士", "研究员", "博士", "同志", "先生", "女士")
"""Behind a name, and no rank in an office: 柴某科教授."""
_OF_DEPARTMENT: Final = ("司长", "副司长")
"""Behind somebody of a department before their name: 教师司许某司长."""
_USUAL: Final = 1.5
"""Surnames that weigh more are usual ones."""
_OF_COURTS: Final = frozenset(("审判长", "审判员", "书记员", "陪审员", "公诉人", "辩护人", "记录员", "主持人"))
"""Behind 任 what somebody does at a hearing: 周某任书记员."""
_OTHERS: Final = frozenset("他她它0123456789")
"""Behind 和 these are others, who are joined to a name: 王某和她的同学, 李某和70岁的母亲."""
_NUMERALS: Final = frozenset("一二三四五六七八九十")
_NUMBERED: Final = frozenset("中小幼院所矿厂")
"""Behind a numeral the kind of what is numbered: 青石二中."""
_SMALL_LASTS: Final = _NUMERALS.union("和与道说时之任")
"""Small words and numerals that a name ends in as well."""
_NEVER: Final = 20.0
"""More than speaks for any name: the front of a longer rank, 荣誉 of 荣誉教授, the armed police."""
_WRITING: Final = frozenset("著译编")
"""What somebody did who is named before the title of a book."""
_TITLES: Final = ("《", "”")
_TELLING: Final = frozenset((*_TITLES, ")"))
"""The marks behind a candidate that tell what it is."""
_WATERS: Final = frozenset("湖湾岛溪")
_RUN_ON: Final = frozenset(("集团", "大队", "支队", "中队", "总队"))
"""Words for bodies across the border of a name: 青石集 before 团书记."""
UNCLEAR: Final = frozenset(("letter", "other", "none"))
"""What stands beside a name and does not say that it is one."""
_LEVELS: Final = frozenset(LEVELS)
JOINING: Final = frozenset("和与及同兼向对为从任由")
"""Surnames that are words more often, which join others to somebody."""


def against(text: str, at: int, shape: Shape, left_kind: str, right: contexts.Side) -> float:
    """What the words that run across its borders speak against a candidate."""
    end, surname, given, _ = shape
    weight, kind = right
    cost = 0.0
    name, across = surname + given, text[end - 1 : end + 1]
    last, follows = given[-1], across[1:]
    verbs = contexts.verbs()
    if across in contexts.begin_after():
        cost += (1.5 if contexts.holds_verb(text, end - 1) else 0.0) + (2.0 if across in verbs else 0.0)
    if kind in UNCLEAR:
        cost += letters.CROSSED[across] * (0.4 if kind == "other" or follows == "等" else 1.0)
    if weight > 2:
        ranked = left_kind == "rank" and surname in JOINING
        verb = (last in _IN_NAMES or ranked) and weight < contexts.RANKED
        cost += 0.0 if verb else _before_rank(text, end, surname, given, left_kind)
    elif left_kind != "rank" and end - at == 2 and letters.is_wordy(name):
        cost += 1.5
    front = name[:2]
    if front == "武警" or (front in ranks.titles_begin() and ranks.after(text, at) > end - at):
        return _NEVER
    if front in words.long_heads() and at + words.begins(text, at) > end:
        cost += 2.5
    if follows in _LEVELS or front in words.place_heads():
        cost += _of_place(text, at, end, name, follows)
    if len(surname) > 1 and ranks.before(text, at + 1):
        cost += 6.0
    if last in _SMALL_LASTS:
        cost += _of_small_last(name, last, follows, right)
    elif name in verbs:
        cost += 4.0
    if follows in _TELLING or last in _WATERS:
        cost += _before_mark(text, at, end)
    return cost


def _of_small_last(name: str, last: str, follows: str, right: contexts.Side) -> float:
    """What speaks against a name that ends so: 李某和 before 她, 介绍说, 由李某任 before 委员, 青石二 before 中."""
    weight, kind = right
    if last in _NUMERALS and follows in _NUMBERED:
        return 6.0
    verbs = contexts.verbs()
    told = len(name) > 2 and last in "道说" and name[:2] in verbs
    timed = last == "时" and weight > 1.5 and len(name) > 2
    if told or name in verbs or (timed and name not in lexicon.words("given_context", "of_time")):
        return 4.0
    if last == "任":
        return 2.5 if kind != "mark" and len(name) > 2 else 0.0
    if last == "之":
        return 6.0 if follows == "又" else 0.0
    return 3.0 if last in "和与" and follows in _OTHERS else 0.0


def _before_mark(text: str, at: int, end: int) -> float:
    """What the mark behind a candidate speaks against it: it closes a name, opens a title, parts waters in a row."""
    follows = text[end : end + 1]
    if follows in _TITLES:
        return _before_title(text, at, end)
    of_body = follows == ")" and _is_in_name(text, at, end)
    return 3.0 if of_body or (text[end - 1] in _WATERS and _is_water(text, at, end)) else 0.0


def _before_title(text: str, at: int, end: int) -> float:
    """What speaks against the words before a book's title, who wrote it, and against a title of their own."""
    if text[end] == "《":
        return 3.0 if text[end - 1] in _WRITING else 0.0
    return 1.5 if text[at - 1 : at] == "“" else 0.0


def _is_water(text: str, at: int, end: int) -> bool:
    """Whether three letters, the last one a word for waters, are a lake in a row of lakes: 青石湖、白沙湖."""
    last = text[end - 1]
    if end - at != 3:
        return False
    return (text[end] == "、" and text.find(last, end + 3, end + 6) > 0) or text[at - 2 : at] == f"{last}、"


def _is_in_name(text: str, at: int, end: int) -> bool:
    """Whether letters before a closing bracket fill it inside the name of a body: 青石谷(白沙湾)产业园."""
    if text[at - 1 : at] != "(" or not is_han(text[end + 1 : end + 2]):
        return False
    return is_han(text[at - 2 : at - 1]) and not ranks.before(text, at - 1)


def _of_place(text: str, at: int, end: int, name: str, follows: str) -> float:
    """What speaks against a name whose letters are a place: 青石市, 青石社科联."""
    cost = 0.0
    if follows in _LEVELS and words.is_place(text[at : end + 1]):
        cost += 6.0
    places = words.places()
    whole = name in places and text.startswith(name, at)
    if whole and any(text[end : end + size] in words.bodies() for size in (4, 3, 2)):
        cost += 3.0
    if len(name) == 3 and name[:2] in places:
        cost += 6.0 if name[2] == "籍" else 2.0 if text[end - 1 : end + 1] in words.levels() else 0.0
    return cost


def _before_rank(text: str, end: int, surname: str, given: str, left_kind: str) -> float:
    """What speaks against a name right before a rank: 贺宁和 before 省长, 和陈 before 部长, 感谢丁 before 阿姨."""
    last = given[-1]
    if surname in JOINING and given in letters.surnames():
        return 9.0
    if surname == "司" and text.startswith(_OF_DEPARTMENT, end):
        return 9.0
    if last == "任" and text[end : end + 3] in _OF_COURTS:
        return 6.0
    titled = len(given) == 2 and left_kind != "rank" and letters.surnames().get(last, 0.0) > _USUAL
    if titled and words.level(surname + given[0]) > (1 if left_kind in UNCLEAR else 2):
        return 4.0
    doubled = last == text[end : end + 1] and text[end : end + 2] not in contexts.verbs()
    of_body = last in _OF_BODIES or (len(given) > 1 and last in _OF_OFFICES and not text.startswith(_LEARNED, end))
    if last in "副总" or doubled or text[end - 1 : end + 1] in _RUN_ON or (of_body and ranks.after(text, end)):
        return 9.0
    return 2.5 if last in _BEFORE_RANK and not text.startswith("一行", end) else 0.0
