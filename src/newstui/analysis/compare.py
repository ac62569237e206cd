"""Two texts side by side: which clauses stayed, went, came or changed; and the same for their outlines."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from newstui.export.summary import Pair
from newstui.model.article import Article, Span
from newstui.model.fold import fold
from newstui.model.outline import Action, Item, Node, walk
from newstui.model.reading import Reading

MOST: Final = 3_000
"""Clauses of a text that are compared; what follows is reported as changed in one piece."""
_CLAUSE: Final = re.compile(r"[^。！？；，、!?;,\n]+[。！？；，、!?;,]*[”’」』）)]*")

Kind = Literal["same", "gone", "new", "changed"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of clauses: where it stands in the left and in the right text; None where it does not."""

    kind: Kind
    left: Span | None
    right: Span | None


@dataclass(frozen=True, slots=True)
class Step:
    """A node of an outline and its counterpart in the other; None where it has none."""

    kind: Kind
    left: tuple[int, Node] | None
    """Depth and node."""
    right: tuple[int, Node] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything in the order of the texts; ``likeness`` is the share of clauses in common, 0 to 1."""

    stretches: tuple[Stretch, ...]
    outline: tuple[Step, ...]
    likeness: float


def compare(left: Pair, right: Pair) -> Comparison:
    """Compares two articles by clauses of their bodies, folded, and by the nodes of their outlines."""
    ours, theirs = _clauses(*left), _clauses(*right)
    keys = _keys(left[0], ours[:MOST]), _keys(right[0], theirs[:MOST])
    stretches = [
        Stretch(kind, _cover(ours, start, stop), _cover(theirs, first, last))
        for kind, start, stop, first, last in _changes(*keys)
    ]
    if len(ours) > MOST or len(theirs) > MOST:
        stretches.append(Stretch("changed", _cover(ours, MOST, len(ours)), _cover(theirs, MOST, len(theirs))))
    return Comparison(tuple(stretches), tuple(_outlines(left[1], right[1])), _likeness(*keys))


def _clauses(article: Article, reading: Reading) -> list[Span]:
    """The clauses of the body; of the whole text where no body was found."""
    whole = (Span(0, len(article.text)),)
    return [
        Span(match.start(), match.end())
        for part in reading.parts.body or whole
        for match in _CLAUSE.finditer(article.text, part.start, part.end)
        if match[0].strip()
    ]


def _keys(article: Article, clauses: Sequence[Span]) -> list[str]:
    return [fold(span.of(article.text)).rstrip("。!?;,、.") for span in clauses]


def _changes(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[Kind, int, int, int, int]]:
    """Runs of kinds, with the ranges of both sides."""
    kinds: dict[str, Kind] = {"equal": "same", "delete": "gone", "insert": "new", "replace": "changed"}
    for tag, start, stop, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        yield kinds[tag], start, stop, first, last


def _cover(clauses: Sequence[Span], start: int, stop: int) -> Span | None:
    """From the beginning of the first clause to the end of the last."""
    run = clauses[start:stop]
    return Span(run[0].start, run[-1].end) if run else None


def _likeness(ours: Sequence[str], theirs: Sequence[str]) -> float:
    common = SequenceMatcher(None, ours, theirs, autojunk=False)
    return common.ratio() if ours or theirs else 1.0


def _outlines(left: Reading, right: Reading) -> Iterator[Step]:
    ours, theirs = list(walk(left.outline)), list(walk(right.outline))
    for kind, start, stop, first, last in _changes([_told(*one) for one in ours], [_told(*one) for one in theirs]):
        if kind in ("same", "changed"):
            pairs = min(stop - start, last - first)
            yield from (Step(kind, ours[start + n], theirs[first + n]) for n in range(pairs))
            start, first = start + pairs, first + pairs
        yield from (Step("gone", one, None) for one in ours[start:stop])
        yield from (Step("new", None, one) for one in theirs[first:last])


def _told(depth: int, node: Node) -> tuple[int, str]:
    """What makes two nodes the same: their depth and their words, folded; an ordinal may differ."""
    if isinstance(node, Action):
        return depth, fold(node.text).rstrip("。;,")
    return depth, fold(node.heading if isinstance(node, Item) else f"{node.speaker} {node.verb}")
