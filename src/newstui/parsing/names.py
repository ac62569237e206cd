"""Where a person's name begins and ends: candidates, weighed by their letters and by what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from newstui.model.article import Span
from newstui.parsing import contexts, foreign, letters, lexicon, mentions, ranks, rows, segments, votes, words
from newstui.parsing.against import JOINING, UNCLEAR, against
from newstui.parsing.candidates import ALMOST, ENOUGH, Candidate, best
from newstui.parsing.shapes import Shape, starts

_GUESSED: Final = frozenset(("name-after-foreign-post", "unheard-name-after-post"))
_RUNS: Final = frozenset((*_GUESSED, "sounds-before-verb"))
_LEAST: Final = 0.6
"""Letters and what stands before them that weigh less together are no name."""
_FOREIGN: Final = frozenset(("name-with-dot", "sounds-after-post", "sounds-before-verb", "sounds-of-a-monarch"))
_CLEAR: Final = frozenset(("rank", "mark", "word"))
_KEPT: Final = ALMOST - 1.5
"""Candidates that weigh less are not kept; neighbours could not lift them enough."""
_SOMETIMES: Final = frozenset("方曾于常任成")
"""Of the small words those that are surnames as often."""
_PLAIN: Final = 2
"""Words above this level are common ones."""
_GIVEN: Final = 2.0
"""From so much on, letters that are a word are a given name as often: 建华."""
_USUAL: Final = 1.5
"""Surnames that weigh more are usual ones."""
_LIGHTEST: Final = -1.6
"""What stands before a name may not speak more against one."""
_RARE_SHARE: Final = 0.2
"""How much of what a rare word costs remains where a rank stands before it and what follows fits: 主任强卫在…."""
_SHORT: Final = 2
"""Last parts of dotted names that are no longer may be anything."""
_SOME: Final = 0.3
_MUCH: Final = 1.5
"""What follows a name says something for it, or as much as a verb of people."""
_AT_HOME: Final = frozenset(",、。里看的")
"""Behind 家 of somebody who is called on: 走进村民王某家,…."""
_EACH: Final = "均"
"""Ends given names, and says that each of several did something, behind a list above all: 王某、李某均表示."""
_JOINED: Final = frozenset("、和与")


def candidates(text: str, span: Span, bodies: Counter[str]) -> Iterator[Candidate]:
    """Every candidate of a span worth keeping; counts those that go on as the name of a place or a body."""
    for at, heaviest, forms in starts(text, span):
        left = _left(text, at, heaviest)
        if left is None:
            continue
        for shape in forms:
            if shape[3] + left[0] >= _LEAST and shape[0] <= span.end:
                one = _weighed(text, at, shape, left, bodies)
                if one:
                    yield one


def _left(text: str, at: int, heaviest: float) -> contexts.Side | None:
    """What stands before, None where it lets no name begin, not even one of the ``heaviest`` letters."""
    weight, kind = contexts.ENDING[text[at - 2 : at] if at > 1 else text[:at]] or contexts.before_by_words(text, at)
    if kind == "rank" and ranks.is_of_many(text, at):
        weight, kind = -0.3, "other"
    if weight + heaviest < _LEAST:
        return None
    if kind in UNCLEAR:
        cost = letters.CROSSED[text[at - 1 : at + 1]]
        may = weight - cost >= _LIGHTEST and weight - cost + heaviest >= _LEAST
        if may and (inside := letters.covered(text, at)) > cost:
            cost = inside
        weight -= cost
        if weight < _LIGHTEST or weight + heaviest < _LEAST:
            return None
    if text[at] in letters.LOOSE:
        weight -= _looseness(text, at, kind == "rank", weight + heaviest - _LEAST)
    return weight, kind


def _weighed(text: str, at: int, shape: Shape, left: contexts.Side, bodies: Counter[str]) -> Candidate | None:
    """The candidate of a shape, weighed with what stands on both its sides."""
    end, surname, given, weight = shape
    before, left_kind = left
    ranked = left_kind == "rank"
    right, kind = contexts.STARTING[text[end : end + 2]] or contexts.after_by_words(text, end)
    if left_kind == "word" and text[end : end + 1] == "家" and text[end + 1 : end + 2] in _AT_HOME:
        right, kind = _MUCH, "word"
    weight += before + right
    if given[-1] == _EACH:
        weight += 1.5 if kind == "mark" else -3.0 if text[at - 1 : at] in _JOINED else -1.0
    if kind == "mark" and left_kind in _CLEAR:
        weight += 0.9
    if right < -2 and (ranked or not _is_titled_surname(text, at + len(surname), end)):
        bodies[surname + given] += 1
    if weight < _KEPT:
        return None
    name = surname + given
    cost = letters.against(name, surname)
    if cost:
        weight -= cost * _share(text, end, name, right if ranked else 0.0) if ranked or right > _MUCH else cost
        if weight < _KEPT:
            return None
    weight -= against(text, at, shape, left_kind, (right, kind))
    if weight < _KEPT or (given[0] in ranks.titles_front() and _is_titled_surname(text, at + len(surname), end)):
        return None
    return Candidate(at, end, name, weight, _rule(left_kind, kind))


def _share(text: str, end: int, name: str, after: float) -> float:
    """How much remains of what the words in a name cost it where a rank or 同志 stands beside it.

    ``after`` is what follows a name behind a rank, nothing where no rank is before it.
    """
    ranked = after > _SOME
    if (
        words.levels().get(name) == 1
        and name not in words.no_names()
        and (ranked or text.startswith(("同志", "先生", "女士"), end))
    ) or (ranked and name[-1] == "镇" and text[end] in ",。" and not words.is_place(name)):
        return _RARE_SHARE
    return (0.45 if after > _MUCH else 0.6) if ranked else 1.0


def _looseness(text: str, start: int, after_rank: bool, enough: float) -> float:
    """How much speaks against a surname that is also a small word: 和, 向, 任; beyond ``enough`` nothing is asked."""
    joins = text[start] in JOINING
    if text[start] == "于" and ranks.after(text, start + 3):
        return 1.0
    if text[start] == "于" and not after_rank and words.is_place(text[start + 1 : start + 3]):
        return 4.0
    cost = 1.5 if joins else 0.0 if after_rank else 0.5 if text[start] in _SOMETIMES else 1.5
    if joins and letters.surnames().get(text[start + 1], 0.0) > _USUAL:
        cost += 1.5
    if cost > enough + _SOME:
        return cost
    return cost + ((3.0 if joins else 2.0) if _is_small_word(text, start, joins) else 0.0)


def _is_small_word(text: str, start: int, joins: bool) -> bool:
    """Whether what follows a small word is a word, a rank, a field of work, not a given name."""
    after = text[start + 1 : start + 3]
    if joins and (after in words.doubtful() or after in segments.domains() or words.level(after) > _PLAIN):
        return True
    if ranks.after(text, start + 1):
        return True
    noun = text[start + 1 : start + 1 + words.noun_begins(text, start + 1)]
    wordy = bool(noun) and text[start] != "任" and words.level(noun) != 1
    return wordy and (joins or letters.given_weight(noun) < _GIVEN)


def _is_titled_surname(text: str, at: int, end: int) -> bool:
    """Whether the letters after a surname are a rank or a courtesy: 王主任, 李老师, 赵总."""
    if text[at : at + 2] not in ranks.titles_begin():
        return end - at == 1 and text[at] in ranks.SHORT
    if text[at:end] in ranks.SHORT:
        return True
    longest = ranks.after(text, at)
    if longest < 2:
        known = ranks.courtesies()
        longest = 2 if text[at : at + 2] in known else 3 if text[at : at + 3] in known else 0
    return longest >= 2 and at + longest >= end


def _rule(left: str, right: str) -> str:
    """The rule by which a name was found, after what stands beside it."""
    if left == "rank":
        return "name-after-post"
    if right == "word":
        return "name-before-verb"
    return "name-in-clause"


def find_names(text: str, spans: Iterable[Span]) -> list[Candidate]:
    """The names of the spans, in order, each mention for itself."""
    spans = tuple(spans)
    bodies: Counter[str] = Counter()
    found = votes.longer_or_shorter([one for span in spans for one in candidates(text, span, bodies)])
    found = votes.against_firms(votes.against_places(votes.against_bodies(found, bodies), text), text)
    heavy = [one for one in found if one.weight >= ENOUGH]
    native = frozenset([one.start for one in heavy])
    others = [one for span in spans for one in foreign.find(text, span, native)]
    ends = frozenset([one.end for one in heavy])
    others += [one for span in spans for one in rows.of_peoples(text, span, ends)]
    found += [one for one in others if not _is_native(one, native)]
    sure = _sure(found)
    for _ in range(3):
        lifted, before = votes.beside(found, sure, text), len(sure)
        if lifted == found:
            break
        found, sure = lifted, _sure(lifted)
        if len(sure) == before:
            break
    found = votes.against_ranks_taken(found, sure, text)
    found = votes.again(found) + _long_names(text, spans, found)
    sure = rows.lengthened(text, votes.without_places_abroad(votes.without_tails(_sure(found)), text))
    return mentions.everywhere(text, spans, sorted([*sure, *rows.between(text, sure)], key=lambda one: one.start))


def _is_native(one: Candidate, native: frozenset[int]) -> bool:
    """Whether what sounds foreign is a native name, or two with a word between them: 吴某向张某."""
    if one.start not in native or one.rule not in _RUNS:
        return False
    return one.rule in _GUESSED or any(at in native for at in range(one.start + 2, one.end))


def _sure(found: list[Candidate]) -> list[Candidate]:
    return best([one for one in found if one.weight >= ENOUGH])


def _long_names(text: str, spans: Iterable[Span], found: list[Candidate]) -> list[Candidate]:
    """Every mention of the foreign names that are sure somewhere, so that no part of one is taken for a name.

    Not of one that is itself the front of a heavier name: 胡英 of 胡英来.
    """
    sure = [one for one in found if one.weight >= ENOUGH]
    ends = {one.start: one.end for one in sorted(sure, key=lambda one: one.weight) if one.rule not in _FOREIGN}
    foreign_ones = [one for one in sure if one.rule in _FOREIGN or len(one.name) > 4]
    whole = {one.name for one in foreign_ones if ends.get(one.start, 0) <= one.end}
    names = whole | {last for name in whole if "·" in name and len(last := name.rpartition("·")[2]) > _SHORT}
    pattern = re.compile(lexicon.either(sorted(names)[:500]))
    every = (match for span in spans for match in pattern.finditer(text, span.start, span.end)) if names else ()
    return [Candidate(*match.span(), match.group(), 12.0, "name-said-again") for match in every]
