"""Names said again: every further mention of those that are sure, and of parts of dotted ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import bylines, contexts, letters
from newstui.parsing.candidates import ENOUGH, Candidate
from newstui.parsing.text import occurrences

_DOTS: Final = late(r"[·•・‧. ]+")
_MANY: Final = 100
"""So many names are looked for all at once, fewer each by itself."""
_WHOLE: Final = 3
"""Names of so many letters stand wherever what is beside them speaks for a name, whatever word they hold: 何方向."""


def everywhere(text: str, spans: Iterable[Span], sure: list[Candidate]) -> list[Candidate]:
    """The same with the mentions that nothing beside them announces, and parts of dotted names."""
    names = aliases(sure)
    known = {one.start for one in sure}
    taken = {at for one in sure for at in range(one.start, one.end)}
    more = []
    for span in spans:
        for at, length in _said(text, span, names):
            if at in known:
                continue
            name, place = text[at : at + length], range(at, at + length)
            if taken.isdisjoint(place) and _fits(text, at, at + length):
                more.append(Candidate(at, at + length, names[name], ENOUGH, "name-said-again"))
                taken.update(place)
    merged = sorted([*sure, *more], key=lambda one: one.start)
    whole = (one if names[one.name] == one.name else one.called(names[one.name]) for one in merged)
    return [one for one in whole if not bylines.is_fixed(text, one)]


def _said(text: str, span: Span, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where names stand and how long they are, in order, at one place the longer first."""
    known = set(names)
    if len(known) > _MANY:
        lengths = {len(name) for name in known}
        firsts = re.compile(f"[{re.escape(''.join(sorted({name[0] for name in known})))}]")
        every = [match.start() for match in firsts.finditer(text, *span)]
        found = [(at, size) for at in every for size in lengths if text[at : at + size] in known]
    else:
        found = [(at, len(name)) for name in known for at in occurrences(text, name, *span)]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def aliases(sure: list[Candidate]) -> dict[str, str]:
    """Every form a sure name may take, and the name: a dotted name by its last part too."""
    names = {one.name: one.name for one in sure}
    for one in sure:
        if not one.name.isalnum() and len(parts := _DOTS.split(one.name)) > 1:
            names.update((part, one.name) for part in (parts[-1], parts[0]) if len(part) > 1)
    return names


def _fits(text: str, start: int, end: int) -> bool:
    """Whether a known name can stand here: no ordinary word runs across its borders."""
    left, left_kind = contexts.before(text, start)
    right, right_kind = contexts.after(text, end)
    if (left_kind == "none" and letters.crossing(text, start)) or (
        right_kind == "none" and letters.crossing(text, end) > 1
    ):
        return False
    if end - start >= _WHOLE and left > 0 and right > 0:
        return True
    return left + right - letters.against(text[start:end], text[start]) > -2.8 and right > -2
