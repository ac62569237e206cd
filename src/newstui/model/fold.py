"""The one folding table: index, query, parsing cues and highlighting all fold alike.

A character folds to its NFKC form, simplified, in lower case; white space and invisible characters
fold to nothing. Folding is per character, so the fold of a text is the join of the folds of its parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import accumulate, count
from typing import Final

from newstui.model.traditional import PAIRS

FOLD_VERSION: Final = 1
"""Stored in the archive; another version there means that its search index is built anew."""

_SIMPLIFIED: Final = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def _fold_character(character: str) -> str:
    folded = character
    for _ in range(4):
        before = folded
        folded = unicodedata.normalize("NFKC", "".join(_SIMPLIFIED.get(each, each) for each in folded)).lower()
        if folded == before:
            break
    return "".join(each for each in folded if unicodedata.category(each) not in _INVISIBLE)


class _Folding(dict[int, str]):
    """Filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


class _Alignment(dict[int, str]):
    """As folding, but one character for one, and letters keep their case."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        simplified = _SIMPLIFIED.get(character, character)
        even = unicodedata.normalize("NFKC", simplified)
        aligned = self[code] = even if len(even) == 1 else simplified
        return aligned


_FOLDING: Final = _Folding()
_ALIGNMENT: Final = _Alignment({ord("丨"): "|"})
"""The stroke 丨 is written for a bar between a label and its value."""


_LONG: Final = 256
_FEW: Final = 99
_AT_HAND: Final = 16
"""So many texts are read together."""
_MANY: Final = 100
_COMMA: Final = "，"
"""Stands in texts more often than all else that is changed."""
_CHANGED: Final = count()
"""The texts changed so far."""


@cache
def _other() -> re.Pattern[str]:
    """All but commas, which every table changes, and what none does: simplified characters, 。, digits, letters."""
    traditional = sorted(ord(each) for each in (*_SIMPLIFIED, "丨") if "\u4e00" <= each <= "\u9fff")
    edges = zip([0x4DFF, *traditional], [*traditional, 0xA000], strict=True)
    common = "".join(f"{chr(left + 1)}-{chr(right - 1)}" for left, right in edges if right - left > 1)
    return re.compile(f"[^{common}。、“”《》{_COMMA}0-9a-z]")


@lru_cache(_AT_HAND)
def _others(text: str) -> frozenset[str]:
    """What a table may change in a text, which an article is asked twice: for its id and for its page."""
    return frozenset((_COMMA, *_other().findall(text)))


def changed(text: str, table: Mapping[int, str]) -> str:
    """The text by a table of this room, as ``text.translate(table)``.

    In a short text nothing changes, as a rule, and in a long one of simplified characters little does; looking for
    that takes a third of the time, once many are read: the expression for it is made as slowly as they are translated.
    """
    if next(_CHANGED) < _MANY:
        return text.translate(table)
    if len(text) < _LONG:
        return text.translate(table) if _COMMA in text or _other().search(text) else text
    made = {other: instead for other in _others(text) if (instead := table[ord(other)]) != other}
    if len(made) > _FEW or not made.keys().isdisjoint("".join(made.values())):
        return text.translate(table)
    for other, instead in made.items():
        text = text.replace(other, instead)
    return text


def fold(text: str) -> str:
    """The form in which texts are compared: ``fold("２０２０ 年,會議") == fold("2020年，会议")``."""
    return changed(text, _FOLDING)


def fold_map(text: str) -> tuple[str, list[int]]:
    """The fold of a text and, for each of its characters (and its end), the offset it came from."""
    pieces = [_FOLDING[ord(character)] for character in text]
    offsets = [at for at, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*offsets, len(text)]


def aligned(text: str) -> str:
    """The text simplified and half-width, one character for one, so that offsets stay.

    Rules match against this form: ``aligned("會議（上午），") == "会议(上午),"``.
    """
    return changed(text, _ALIGNMENT)


def find_folded(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in the text when both are folded: spans of the text, in order, not overlapping."""
    needle = fold(words)
    if not needle:
        return []
    folded, offsets = fold_map(text)
    found = []
    at = folded.find(needle)
    while at >= 0:
        last = at + len(needle) - 1
        found.append((offsets[at], offsets[last] + 1))
        at = folded.find(needle, last + 1)
    return found


def fold_lengths(text: str) -> list[int]:
    """Running length of the fold before each character: the offset map the other way."""
    return [0, *accumulate(len(_FOLDING[ord(character)]) for character in text)]
