"""How well letters make a name: the weight of a surname, of a given name, of the words hidden in them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from newstui.parsing import lexicon, words
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.remembered import Remembered

_RUNG: Final = {-4: -1.6, -3: -1.1, -2: -0.5, -1: -0.2, 0: 0.0, 1: 0.25, 2: 0.5, 3: 0.8, 4: 1.0}
LOOSE: Final = frozenset("都库和向应任于由党班时曾为将常全成方单对经同与及从令")
"""Surnames that stand more often for something else where no rank is before them."""
_NUMERALS: Final = frozenset(NUMERALS)
_BODIES: Final = {
    **dict.fromkeys("县镇乡屯村寨牌杯奖", 9.0),
    **dict.fromkeys("市区寺庙祠院委处局厅署校厂站馆社网户氏渠团", 4.0),
    **dict.fromkeys("部科室司所队报系党庄师鱼灯戏库", 2.0),
    **dict.fromkeys("河湖桥路街沟峪坪矶门化性式法学业工元台宫殿楼阁苑", 1.4),
}
_TRAILING: Final = frozenset("均作致常做说讲称和与同及对向为以从要会有过作到不率将说都而但并则让之其")
_QUALITIES: Final = frozenset("感度率性化型观堂亭碑章栏号刊")
"""Letters that make a word of another: 荣誉感, 纪念堂."""
_ENDING: Final = 1.3
"""Letters that weigh more end given names, whatever the two before them are: 韩美林."""
_SIDES: Final = frozenset(("政府", "警方", "军方", "议会", "三方", "双方", "中方", "总统", "总理", "首相"))
"""Behind the first letter of a country these are its side: 马政府."""
_OF_FAMILIES: Final = frozenset("汇坪沟坡湾岭坝沱垭垸嘴庄堡院桥店铺营渡塘垴冲墩窑岗洼台寨")
"""What makes the place of a family of its name: 孔家坪."""
_SIDE_DOES: Final = frozenset(("", *"愿将在对与希表高感赞支就"))
_CROSSING: Final = (0.0, 0.6, 1.2, 1.8)
_NEVER_LAST: Final = frozenset("曾等的了着在被把也还又且是就给答说另仍亦已因却便未按请问们讲系")
_SELDOM_LAST: Final = frozenset("更随想用将")
"""Letters that hardly end a given name, and those that stand there more often as a small word."""


def _levels(table: dict[str, str]) -> dict[str, float]:
    """Each letter of a table with its level."""
    return {letter: float(level) for level, letters in table.items() for letter in letters if letter != "\n"}


@cache
def surnames() -> dict[str, float]:
    """Every surname with its weight: how usual it is, and how often its letter is a surname at all."""
    fit = _levels(lexicon.table("surname_fit")["fit"]) | _levels(lexicon.table("surnames")["fit"])
    single = {
        letter: base + 0.35 * fit.get(letter, 0.0)
        for key, base in (("rare", 0.0), ("usual", 0.9), ("frequent", 1.5))
        for letter in "".join(lexicon.table("surnames")[key].split())
    }
    foreign = dict.fromkeys(lexicon.words("surnames", "japanese"), 1.7)
    return single | foreign | dict.fromkeys(lexicon.words("surnames", "double"), 2.5)


@cache
def japanese() -> frozenset[str]:
    """Surnames that take a given name of up to three letters."""
    return frozenset(lexicon.words("surnames", "japanese"))


@cache
def elements() -> frozenset[str]:
    """The parts of Tibetan and Mongol names."""
    return frozenset(lexicon.words("surnames", "elements"))


@cache
def _given(place: str) -> dict[str, float]:
    """How much each letter of a ``place`` in given names weighs."""
    weights: dict[str, float] = {}
    for level, letters in lexicon.table("given")[place].items():
        weights |= dict.fromkeys("".join(letters.split()), _RUNG[int(level)])
    return weights


REST: Final = _RUNG[-1]
"""The weight of a letter the lists leave out, as the first of two."""
ALONE: Final = 1.3 * REST
"""The same for a letter that is the whole given name, and LAST for the last of two."""
LAST: Final = REST + 0.8


@cache
def alone() -> dict[str, float]:
    """The weight of each letter as a whole given name."""
    weights = {letter: 1.3 * weight for letter, weight in _given("single").items()}
    return {**weights, **{letter: weights.get(letter, ALONE) - 3.0 for letter in _NUMERALS}, "某": -9.0}


@cache
def first() -> dict[str, float]:
    """The weight of each letter as the first of two."""
    weights = _given("first")
    weights |= {letter: max(0.5, weights.get(letter, REST)) for letter in lexicon.words("given_context", "modern")}
    return {**weights, "某": -9.0}


@cache
def last() -> dict[str, float]:
    """The weight of each letter as the last of two; most given names have two letters."""
    weights = {letter: weight + 0.8 for letter, weight in _given("last").items()}
    weights |= {letter: weights.get(letter, LAST) - 1.2 for letter in _TRAILING}
    weights |= {letter: weights.get(letter, LAST) - 2.0 for letter in _SELDOM_LAST}
    weights |= {letter: weights.get(letter, LAST) - 4.0 for letter in _NEVER_LAST}
    return {**weights, "某": -9.0}


@cache
def heaviest_last() -> float:
    """The weight no last letter goes beyond."""
    return max(last().values())


def given_weight(given: str) -> float:
    """How well the letters of a given name fit one."""
    if len(given) == 1:
        return alone().get(given, ALONE)
    return first().get(given[0], REST) + last().get(given[-1], LAST)


def _is_word(word: str) -> bool:
    return words.level(word) > 1 or word in words.doubtful()


@lru_cache(1 << 14)
def against(name: str, surname: str) -> float:
    """How much the ordinary words inside a candidate speak against it."""
    short = len(name) < 3
    cost = ((0.0, 3.0, 4.0, 5.0) if short else (0.0, 0.5, 1.8, 4.5))[words.level(name)]
    cost += (1.5 if name in words.doubtful() else 0.0) + _BODIES.get(name[-1], 0.0)
    if short and name in surnames():
        cost += 6.0
    if short and (name in words.body_heads() or name[-1] == "树"):
        cost += 3.0
    if name in words.no_names() or (name[1] == "方" and _is_side(name)):
        cost += 6.0
    if len(name) == 3 and (words.is_place(name + "市") or words.is_place(name + "县")):
        cost += 3.0
    if short and any(words.is_place(name + level) for level in "市县区"):
        cost += 1.2
    if words.is_place(name):
        cost += 6.0 if name in words.countries() else 4.5 if len(name) == 3 else 3.0
    if len(surname) > 1 and len(name) == len(surname) + 2:
        cost += 1.5 * words.level(name[-2:])
    if len(name) == 3 and len(surname) == 1:
        cost += (0.0, 0.3, 0.9, 2.0)[words.level(name[:2])]
        cost += (0.0, 0.1, 0.4, 1.0)[words.level(name[1:])]
        cost += 0.7 if name[:2] in words.doubtful() else 0.0
        cost += 6.0 if name[2] in _QUALITIES and _is_word(name[:2]) else 0.0
        cost += 6.0 if surname in "高初" and name[1] in _NUMERALS else 0.0
        cost += (3.5 if last().get(name[2], LAST) > _ENDING else 6.0) if name[:2] in words.no_names() else 0.0
        cost += 6.0 if name[:2] in words.countries() else 1.0 if words.is_place(name[:2]) else 0.0
        cost += 6.0 if name[1:] in words.countries() or (name[1] == "家" and name[2] in _OF_FAMILIES) else 0.0
        cost += 6.0 if name[1:] in _SIDES else 3.0 if name[0] == name[1] else 0.0
    return cost


def _is_side(name: str) -> bool:
    """Whether a name is the side of a country, with the word behind it: 安方, 安方愿."""
    return name[0] in words.country_heads() and name[2:] in _SIDE_DOES


def is_wordy(name: str) -> bool:
    """Whether a name is a word more often than a name: 文明, 高潮."""
    return len(name) == 2 and (words.level(name) > 1 or name in words.doubtful())


def covered(text: str, start: int) -> float:
    """How much a longer word that begins before a candidate and goes on into it speaks against it: 佛罗伦萨."""
    heads = words.long_heads()
    nearer = text[start - 1 : start + 1] in heads and _begins_long(text, start - 1)
    return 2.0 if nearer or (text[start - 2 : start] in heads and _begins_long(text, start - 2)) else 0.0


def _begins_long(text: str, at: int) -> bool:
    """Whether a word of three letters or four starts here."""
    known = words.nouns()
    return text[at : at + 3] in known or text[at : at + 4] in known


def crossing(text: str, at: int) -> float:
    """How much a word that runs across this place speaks against a border here."""
    return CROSSED[text[at - 1 : at + 1]]


CROSSED: Final = Remembered(lambda pair: _CROSSING[words.level(pair)])
"""What words that two letters make speak against a border between these."""
