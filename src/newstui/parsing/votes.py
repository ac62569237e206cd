"""What the whole text says of candidates: neighbours in lists, second mentions, places, bodies of the same letters."""

from __future__ import annotations

from collections import Counter
from typing import Final

from newstui.parsing import contexts
from newstui.parsing.candidates import ALMOST, ENOUGH, Candidate

_LISTED: Final = "、 "


def beside(found: list[Candidate], sure: list[Candidate], text: str) -> list[Candidate]:
    """The same, heavier where a sure name stands beside it in a list."""
    starts, ends = {one.start for one in sure}, {one.end for one in sure}
    lifted = []
    for one in found:
        more = 1.5 if one.start - 1 in ends and text[one.start - 1] in _LISTED else 0.0
        if one.end + 1 in starts:
            more += 1.5 if text[one.end] in _LISTED else 1.0 if text[one.end] in "和与" else 0.0
        lifted.append(one.heavier(more, "name-in-list") if more else one)
    return lifted


def against_ranks_taken(found: list[Candidate], sure: list[Candidate], text: str) -> list[Candidate]:
    """The same, lighter where the rank before a candidate stands behind another name: 获奖 of 吴某副会长获奖."""
    after = {one.end + rank for one in sure if (rank := contexts.rank_after(text, one.end))}
    return [one.heavier(-3.5) if one.start in after else one for one in found] if after else found


def longer_or_shorter(found: list[Candidate]) -> list[Candidate]:
    """Of two candidates that begin alike, the one the whole text bears out: 张泽民, if 张泽 stands nowhere else."""
    starts: dict[str, set[int]] = {}
    longer: dict[str, set[int]] = {}
    for one in found:
        if one.weight >= ALMOST:
            starts.setdefault(one.name, set()).add(one.start)
            longer.setdefault(one.name[:-1], set()).add(one.start)
    shift: dict[str, float] = {}
    for name, where in starts.items():
        if name in longer and where <= longer[name]:
            shift[name] = -min(0.6 * len(where), 1.8)
        shorter = starts.get(name[:-1])
        if shorter:
            apart = len(shorter - longer[name[:-1]])
            shift[name] = (
                min(0.6 * len(where), 1.8)
                if not apart and len(where) > 1
                else -0.6 * min(apart, 4)
                if apart > 2 * len(where)
                else -0.9
                if apart >= len(where)
                else 0.0
            )
    return [one.heavier(shift[one.name]) if shift.get(one.name) else one for one in found]


def against_places(found: list[Candidate], text: str) -> list[Candidate]:
    """The same, lighter where the text names a place so somewhere, and nowhere a person of some rank: 朱家尖街道."""
    people = {one.name for one in found if one.rule == "name-after-post" and one.weight >= ENOUGH}
    counts = Counter(one.name for one in found if contexts.is_placed(text, one.start, one.end))
    places = {name for name in counts if name not in people}
    return [one.heavier(-4.5) if one.name in places else one for one in found]


def against_bodies(found: list[Candidate], bodies: Counter[str]) -> list[Candidate]:
    """The same, lighter where the letters stand as often for a place or a body: 黄石市."""
    counts = Counter(one.name for one in found)
    known = {name for name, count in bodies.items() if count >= counts[name] + (len(name) > 2)}
    return [one.heavier(-3.0) if one.name in known else one for one in found]


def again(found: list[Candidate]) -> list[Candidate]:
    """The same, heavier where the name is sure elsewhere in the text or almost sure twice."""
    heaviest: dict[str, float] = {}
    for one in found:
        heaviest[one.name] = max(one.weight, heaviest.get(one.name, one.weight))
    counts = Counter(one.name for one in found if one.weight >= ALMOST)
    lifted = []
    for one in found:
        if heaviest[one.name] >= ENOUGH:
            lifted.append(one.heavier(2.0))
        elif counts[one.name] > 1 and one.weight >= ALMOST:
            lifted.append(one.heavier(1.0, "name-said-again"))
        else:
            lifted.append(one)
    return lifted


def without_tails(sure: list[Candidate]) -> list[Candidate]:
    """The same without names that are only the end of another one: 元培 beside 蔡元培."""
    tails = {one.name[1:] for one in sure if len(one.name) > 2}
    return [one for one in sure if one.name not in tails]
