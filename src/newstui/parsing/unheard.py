"""Names of surnames that no list has: after a rank, and plainly a person by what follows or by being said again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import contexts, letters, ranks, words
from newstui.parsing.candidates import Candidate
from newstui.parsing.hanzi import LETTER

NO_START: Final = frozenset(
    "和与及兼的在对向为是将已也级会馆府办团处组等率领出说还都均又则亲任做作担当要用请让给被由以到赴去"
)
"""Letters that begin and end no such name."""
_DONE: Final = frozenset("抓促搞推把跟帮替访这那")
"""Verbs of one letter and their like: what somebody does, 党支部书记抓党建."""
_NO_END: Final = frozenset("方市县区镇乡村州省旗盟了着过")
"""Of an unheard name: it would be a place, 省长乐市 in a province's 长乐市, or a verb."""
_RANK_LASTS: Final = frozenset("长记任席理授事 ")
"""The last letters of ranks behind which such names are looked for, and a space behind one."""
_AFTER_RANK: Final = re.compile(f"[长记任席理授事使臣统相王官卿人家](?<![^言]人)(?<![^专]家) {{0,2}}(?={LETTER}{{2}})")
"""The same with the last letters of further posts that other countries have."""
_MOST_UNHEARD: Final = 300
_SHORT: Final = 3
"""A longer name is written by sound: no two letters of it make a word."""
SOME: Final = 0.3
"""What follows a name speaks for it where it weighs more."""
_SAYING: Final = 2.0
"""So much, and more, speaks a verb of saying for the name before it."""
HAN: Final = late(LETTER)


def after_ranks(text: str, span: Span) -> list[int]:
    """The places of a span behind what may end a rank."""
    return [found.end() for found in _AFTER_RANK.finditer(text, span.start, span.end)]


def unheard(text: str, ranked: Iterable[int], known: frozenset[int]) -> Iterator[Candidate]:
    """Names of surnames no list has: after a rank, before a verb or a mark, and said again in the text."""
    common = words.levels()
    usual = [at for at in ranked if text[at - 1] in _RANK_LASTS and text[at] not in NO_START and at not in known]
    clear = [at for at in usual if text[at : at + 2] not in common]
    named = (at for at in clear if contexts.before(text, at)[1] == "rank" and not ranks.is_of_many(text, at))
    heard = [one for at in named for one in _heard(text, at)]
    counts = {one.name: text.count(one.name) for one in heard[:_MOST_UNHEARD]}
    for one in heard:
        inside = words.noun_begins(text, one.start + 1)
        sounds = len(one.name) > _SHORT or letters.given_weight(one.name[1:]) > 1.2
        fits = not inside and (sounds or contexts.after(text, one.end)[0] > _SAYING)
        if fits or counts.get(one.name, 0) > (2 if inside else 1):
            yield one


def _heard(text: str, start: int) -> Iterator[Candidate]:
    """The letters after a rank that may be such a name, the longer first."""
    noun = words.noun_begins(text, start)
    place = noun == 2 and not words.level(text[start : start + 2])
    if ranks.after(text, start) or (noun and not place) or text[start] in _DONE:
        return
    if ranks.before(text, start + 1) or text[start] in ranks.going_on():  # 长 of 理事长, 室 of 参事室
        return
    for end in (start + 4,) if place else (start + 4, start + 3, start + 2):
        name = text[start:end]
        if len(name) > _SHORT and any(words.level(name[at : at + 2]) for at in range(len(name) - 1)):
            continue
        if name in words.no_names() or name in contexts.verbs():
            continue
        right, kind = contexts.after(text, end)
        if len(name) > _SHORT and (kind != "word" or words.level(name)):
            continue
        ended = name[-1] not in NO_START and name[-1] not in _NO_END
        if ended and right > SOME and kind in ("word", "mark", "letter") and len(HAN.findall(name)) == len(name):
            yield Candidate(start, end, name, 4.4, "unheard-name-after-post")
