"""Where a person's name begins and ends: candidates, weighed by their letters and by what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from newstui.model.article import Span
from newstui.parsing import contexts, lexicon, words

ENOUGH = 4.0
"""The weight from which a candidate is a name by itself."""
ALMOST = 2.2
"""The weight from which a neighbour or a second mention can make it one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Letters that may be a name; ``rule`` says what spoke for them."""

    start: int
    end: int
    name: str
    weight: float
    rule: str


@cache
def _surnames() -> dict[str, float]:
    fit = {letter: float(key) for key, letters in lexicon.table("surnames")["fit"].items() for letter in letters}
    bases = (("rare", 0.0), ("usual", 0.9), ("frequent", 1.5))
    single = {
        letter: base + 0.35 * fit.get(letter, 0.0) for key, base in bases for letter in lexicon.table("surnames")[key]
    }
    return (
        single
        | dict.fromkeys(lexicon.words("surnames", "double"), 2.5)
        | dict.fromkeys(lexicon.words("surnames", "japanese"), 1.2)
    )


@cache
def _given(place: str) -> dict[str, float]:
    return {letter: float(key) for key, letters in lexicon.table("given")[place].items() for letter in letters}


@cache
def _start() -> re.Pattern[str]:
    letters = "".join(sorted({name[0] for name in _surnames()}))
    return re.compile(f"[{letters}](?=[\u4e00-\u9fff]| {{1,3}}[\u4e00-\u9fff](?![\u4e00-\u9fff]))")


def _fit(given: str) -> float:
    rest = -1.0
    if len(given) == 1:
        return 0.45 * _given("single").get(given, rest)
    first, last = _given("first"), _given("last")
    return 0.3 * (first.get(given[0], rest) + last.get(given[1], rest)) + (0.3 if len(given) == 2 else 0)


def _shapes(text: str, at: int) -> Iterator[tuple[int, str, str]]:
    """The ways a name can start here: its end, surname, given name."""
    if text[at + 1] == " ":
        end = next(k for k in range(at + 2, at + 6) if text[k] != " ") + 1
        yield end, text[at], text[end - 1]
        return
    run = 1
    while run < 4 and "\u4e00" <= text[at + run : at + run + 1] <= "\u9fff":
        run += 1
    if run >= 3 and text[at : at + 2] in _surnames():
        for length in range(3, run + 1):
            yield at + length, text[at : at + 2], text[at + 2 : at + length]
    if text[at] in _surnames():
        for length in range(2, min(run, 3) + 1):
            yield at + length, text[at], text[at + 1 : at + length]


def _against(text: str, start: int, end: int, strong: bool) -> float:
    """How much the ordinary words in and across a candidate speak against it."""
    name = text[start:end]
    cost = (0.0, 3.0, 4.0, 5.0)[words.level(name)] + (1.5 if name in words.doubtful() else 0.0)
    if end - start == 3:
        cost += (0.0, 0.4, 0.9, 1.5)[words.level(name[:2])] * (0.5 if strong else 1.0)
        cost += (0.0, 0.2, 0.5, 1.0)[words.level(name[1:])]
    return cost


def _crossing(text: str, at: int) -> float:
    return (0.0, 0.6, 1.2, 1.8)[words.level(text[at - 1 : at + 1])]


def candidates(text: str, span: Span) -> Iterator[Candidate]:
    """Every candidate of a span worth keeping."""
    surnames = _surnames()
    for found in _start().finditer(text, span.start, span.end):
        start = found.start()
        left, left_kind = contexts.before(text, start)
        if (left < -1 and left_kind == "none") or left_kind in ("letter", "other"):
            left -= _crossing(text, start)
        for end, surname, given in _shapes(text, start):
            if end > span.end:
                continue
            weight = surnames[surname] + _fit(given) + left
            if weight < 0:
                continue
            right, right_kind = contexts.after(text, end)
            weight += right - _against(text, start, end, left_kind == "rank")
            if right_kind in ("none", "other", "letter"):
                weight -= _crossing(text, end) * (1.0 if right_kind != "other" else 0.4)
            if weight >= ALMOST - 1.5:
                yield Candidate(start, end, surname + given, weight, _rule(left_kind, right_kind))


def _rule(left: str, right: str) -> str:
    if left == "rank":
        return "name-after-post"
    if right == "word":
        return "name-before-verb"
    return "name-in-clause"


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates without overlaps, the heavier first."""
    kept: dict[int, Candidate] = {}
    taken: set[int] = set()
    for one in sorted(found, key=lambda each: (-each.weight, each.start)):
        letters = range(one.start, one.end)
        if taken.isdisjoint(letters):
            taken.update(letters)
            kept[one.start] = one
    return [kept[start] for start in sorted(kept)]


def _beside(found: list[Candidate], sure: list[Candidate], text: str) -> list[Candidate]:
    """The same, heavier where a sure name stands beside it in a list."""
    starts, ends = {one.start for one in sure}, {one.end for one in sure}
    lifted = []
    for one in found:
        weight = one.weight
        if one.start and text[one.start - 1] in "、 " and one.start - 1 in ends:
            weight += 1.5
        if one.end < len(text) and text[one.end] in "、 " and one.end + 1 in starts:
            weight += 1.5
        lifted.append(replace(one, weight=weight, rule="name-in-list") if weight > one.weight else one)
    return lifted


def find_names(text: str, spans: Iterable[Span]) -> list[Candidate]:
    """The names of the spans, in order, each mention for itself."""
    found = [one for span in spans for one in candidates(text, span)]
    for _ in range(3):
        sure = [one for one in _best(found) if one.weight >= ENOUGH]
        lifted = _beside(found, sure, text)
        if len([one for one in _best(lifted) if one.weight >= ENOUGH]) == len(sure):
            break
        found = lifted
    best = {one.name: one.weight for one in sorted(found, key=lambda each: each.weight)}
    counts = Counter(one.name for one in found if one.weight >= ALMOST)
    again = [
        replace(one, weight=one.weight + 2.0, rule=one.rule)
        if best[one.name] >= ENOUGH
        else replace(one, weight=one.weight + 1.2)
        if counts[one.name] > 1 and one.weight >= ALMOST
        else one
        for one in found
    ]
    return [one for one in _best(again) if one.weight >= ENOUGH]
