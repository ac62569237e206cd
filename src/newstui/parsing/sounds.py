"""Names by sound without a dot, of the letters that write the sounds of other tongues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import contexts, lexicon, ranks, words
from newstui.parsing.candidates import ENOUGH, Candidate
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.text import pairs
from newstui.parsing.unheard import HAN, NO_START

_JOINING: Final = frozenset("向和与同对")
"""Words that join others to one who has a rank, and begin no such name: 王某董事长向许某总经理."""
_TITLES: Final = ("总统", "首相", "总理", "国王", "女王", "外长", "防长", "国务卿", "外交大臣")
"""Behind a name by sound that nothing need announce."""
_TITLES_BEGIN: Final = frozenset(title[0] for title in _TITLES)
_SMALL: Final = frozenset("于以因当今本达")
"""Letters that write sounds and are words before a name."""
_LEAST: Final = 3
"""So many letters such a name has, or two behind its country."""
_CROWNED: Final = late(f"[{NUMERALS}]{{1,3}}世")
_NUMERALS: Final = frozenset(NUMERALS)
_HELD: Final = frozenset(("不力", "不都", "布都", "卜都", "不来", "不拉", "不里", "则孜"))
"""Sounds in the midst of a name which would be a word of their own: 阿不力孜, 阿不都满, 艾则孜."""
REACH: Final = 16
"""So near before a post stands the country it is a post of."""
_COMMON: Final = frozenset("及与和科上下中大小来到对要高力立理马金石当道地多易因生因于米以及约")
_LONGEST: Final = 8
"""How many letters of a run that writes sounds are looked at."""
_FOLLOWING: Final = late(r"本[月周]|时[说称指强希表]|同来|所[说言指]|向|[于自][\d去今昨本前]")
"""Behind a name by sound, with letters that write sounds: 克林顿本月, 杰姆向钱某."""
_SHORT_PART: Final = 4
"""A last part of so many letters is whole where a list goes on behind it: 阿沛·阿旺晋美、."""
MORE: Final = "逊荪义铁江买合吾肉音更肯汗孜甫乎衣牙亥"
"""Letters that write sounds in dotted names only."""


@cache
def letters() -> str:
    """The letters that write sounds."""
    return "".join(sorted({*lexicon.table("surnames")["abroad"]} - {"\n"}))


@cache
def _sounding() -> frozenset[str]:
    """The same with those that do so in dotted names only."""
    return frozenset(letters() + MORE)


@cache
def _run() -> re.Pattern[str]:
    """Two letters behind what announces a name, three anywhere, and more.

    The first is written alone, not with a number behind it: such an expression finds where it may begin much sooner.
    """
    sound, announcing = f"[{letters()}]", re.escape("".join(sorted(contexts.announcing())))
    return re.compile(f"{sound}{sound}(?:{sound}+|(?<![^{announcing}]..))")


def part_end(text: str, start: int, end: int, least: int = 1) -> int:
    """Where the last part of a name ends: before what plainly follows a name, or where the sounds end."""
    sounds = _sounding()
    others = text.find("等", start + least, end)
    end = others if others > 0 else end
    follows = _FOLLOWING.search(text, start + max(least, 2), end + 1)
    end = follows.start() if follows else end
    last = start
    while last < end and (text[last] in sounds or _is_held(text, last, start)):
        last += 1
    if last < start + least:
        last = end
    fits = {at: contexts.after(text, at) for at in range(start + least, last + 1) if not _is_held(text, at, start)}
    plain = [at for at, (weight, kind) in fits.items() if kind == "word" and weight > 1]
    if plain:
        return plain[0]
    if end - start <= _SHORT_PART and text[end : end + 1] in ("、", "("):
        return end
    good = [at for at, (weight, _) in fits.items() if weight >= (0.0 if at > start + 1 else 0.3)]
    best = [at for at in good if fits[at][0] >= 0.3] or good
    return best[-1] if best else last


def _is_held(text: str, at: int, start: int) -> bool:
    """Whether a letter writes a sound in the midst of a name, though it is a word by itself."""
    return text[at : at + 2] in _HELD or (at > start and text[at - 1 : at + 1] in _HELD)


def transliterated(text: str, span: Span) -> Iterator[Candidate]:
    """Names without a dot: after a rank, or of three sounds and more before a verb of saying."""
    announcing, ends, common = contexts.announcing(), ranks.lasts(), words.levels()
    for found in _run().finditer(text, span.start, span.end):
        first, last = found.span()
        announced = text[first - 1 : first] in announcing and text[first : first + 2] not in common
        inside = last - first > 2 and not ends.isdisjoint(text[first : last - 2])
        titled = text[last : last + 1] in _TITLES_BEGIN and text.startswith(_TITLES, last)
        one = _before_title(text, first, last) if titled else None
        if one is None and (announced or inside):
            one = _sounds(text, first, min(last, first + _LONGEST), announced)
        if one:
            yield one


def _sounds(text: str, first: int, last: int, announced: bool) -> Candidate | None:
    """The name among letters that write sounds, from their first one on or after a rank inside them."""
    inside = (at for at in range(first + 1, last - 1) if ranks.before(text, at))
    for start in chain((first,), inside) if announced else inside:
        left, kind = contexts.before(text, start)
        ranked = kind == "rank"
        if ranks.is_of_many(text, start) if ranked else start > first or left < 0.5:
            continue
        if not ranked and last - start < _LEAST and not _is_of_office(text, last):
            return None
        rare = ranked and words.level(text[start : start + 2]) == 1
        if words.begins(text, start) and not (rare and names_country(text[max(0, start - REACH) : start])):
            return None
        end = part_end(text, start, last, 2)
        if _is_no_name(text, start, end, ranked=ranked, rare=rare):
            return None
        crowned = _CROWNED.match(text, end)
        if crowned:
            return Candidate(start, crowned.end(), text[start : crowned.end()], 9.0, "sounds-of-a-monarch")
        return _weighed(text, start, end, left, ranked=ranked)
    return None


def _is_of_office(text: str, end: int) -> bool:
    """Whether a rank follows, or the number of a monarch."""
    return text[end : end + 1] in _NUMERALS or ranks.after(text, end) > 0


def _is_no_name(text: str, start: int, end: int, *, ranked: bool, rare: bool) -> bool:
    """Whether letters that write sounds are a word, a place or a title; ``rare``: a word, if one, few use."""
    name = text[start:end]
    if len(name) < 2 or name[-1] in NO_START or (words.level(name) and not rare):
        return True
    if _has_place(name, _LEAST if ranked and len(name) > _LEAST else 2) or name[1:] in ranks.courtesies():
        return True
    return name[0] in _JOINING and (ranks.after(text, end) > 0 or words.level(name[1:]) > 2)


def _weighed(text: str, start: int, end: int, left: float, *, ranked: bool) -> Candidate | None:
    """A name by sound, if enough around it speaks for one; ``left`` is the weight of what stands before it."""
    name = text[start:end]
    right, kind = contexts.after(text, end)
    abroad = ranked and names_country(text[max(0, start - REACH) : start])
    weight = left + right + 0.5 * len(name) + (1.0 if abroad else 0.0)
    if len(name) < _SHORT_PART and not abroad:
        weight -= 0.8 * sum(letter in _COMMON for letter in name)
    if (right < 0 and not (abroad and len(name) >= _LEAST)) or weight < ENOUGH:
        return None
    if ranked:
        return Candidate(start, end, name, weight + 1.0, "sounds-after-post")
    rank = ranks.after(text, end)
    if rank:
        follows = contexts.after(text, end + rank)[0] > 0.25
        return Candidate(start, end, name, weight, "sounds-before-post") if follows else None
    said = len(name) > 2 and right > 1.5 and kind == "word" and not ranks.before(text, start + 1)
    return Candidate(start, end, name, weight, "sounds-before-verb") if said else None


def _before_title(text: str, first: int, last: int) -> Candidate | None:
    """The name right before the title of a foreign statesman, whatever stands before it: 做好克林顿总统来访的工作."""
    while first < last and text[first] in _SMALL:
        first += 1
    name = text[first:last]
    least = 2 if text.endswith(tuple(words.countries()), 0, first) else _LEAST
    if not least <= len(name) <= _LONGEST or _has_place(name):
        return None
    behind = last + next(len(title) for title in _TITLES if text.startswith(title, last))
    if text[behind : behind + 1] in ranks.going_on() or _sounding().issuperset(text[behind : behind + 2]):
        return None
    if any(ranks.before(text, at) for at in range(first, last)):
        return None
    return Candidate(first, last, name, 8.0, "sounds-before-title")


def _has_place(name: str, least: int = 2) -> bool:
    """Whether a name begins with that of a place of at least so many letters."""
    return any(words.is_place(name[:length]) for length in range(least, len(name) + 1))


def names_country(before: str) -> bool:
    """Whether a country is named in the letters some words end in, and not as that of a communist party."""
    if words.country_fronts().isdisjoint(pairs(before)):
        return False
    run = next((before[at + 1 :] for at in range(len(before) - 1, -1, -1) if not HAN.match(before[at])), before)
    ends = ((run, run.find(country) + len(country)) for country in words.countries() if country in run)
    return any(not run.startswith("共产党", end) for run, end in ends)
