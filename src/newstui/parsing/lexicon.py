"""The word lists of the parsing core, read once from ``lexicon/``; each file names its source.

Lists kept by hand are TOML. The long ones, counted by ``tools/lexicon.py``, are plain text, which is read ten times as
fast: behind the source each list has its ``[key]`` in a line and its words, parted by white space, below.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).with_name("lexicon")


@cache
def table(name: str) -> dict[str, Any]:
    """One file of the lexicon: ``table("surnames")["single"]``."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def counted(name: str) -> dict[str, str]:
    """The lists of a plain file: ``counted("words")["common.2"]``."""
    _, *lists = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n[")
    return dict(each.split("]\n", 1) for each in lists)


@cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The words of one or more lists of a file; a list is an array or a string of words parted by white space."""
    found: list[str] = []
    for key in keys:
        value: Any = table(name)
        for step in key.split("."):
            value = value[step]
        found += value.split() if isinstance(value, str) else value
    return tuple(dict.fromkeys(found)) if len(keys) > 1 else tuple(found)


@cache
def verbs(key: str) -> frozenset[str]:
    """One of the lists of verbs and of words around them."""
    return frozenset(words("verbs", key))


class Starts(dict[str, tuple[str, ...]]):
    """Words by their first letter, the longest first: what a text begins with, told without an expression."""

    def __init__(self, known: Iterable[str]) -> None:
        for word in sorted(known, key=len, reverse=True):
            self[word[0]] = (*self.get(word[0], ()), word)

    def at(self, text: str, at: int = 0, end: int | None = None) -> str:
        """The longest of the words that stands at a place of a text, up to an end; empty for none."""
        for word in self.get(text[at : at + 1], ()):
            if text.startswith(word, at, end):
                return word
        return ""


def lengths(known: Iterable[str], front: bool) -> dict[str, tuple[int, ...]]:
    """The lengths of the words of two letters and more, the longest first, by their first or last two letters."""
    found: dict[str, tuple[int, ...]] = {}
    pair = slice(2) if front else slice(-2, None)
    for size, alike in groupby(sorted(known, key=len), len):
        if size > 1:
            for two in set(map(itemgetter(pair), alike)):
                found[two] = (size, *found.get(two, ()))
    return found


def either(alternatives: Iterable[str]) -> str:
    """A regular expression that matches any of the words, of several at one place the longest.

    Words that begin alike share their first letter, so that few are tried: ``会(?:议室|议|)|座谈``.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted({*alternatives}, key=lambda word: (-len(word), word)):
        rests.setdefault(_escaped(word[0]), []).append(_escaped(word[1:]))
    return "|".join(_any_end(first, rest) for first, rest in rests.items())


def _any_end(first: str, rests: list[str]) -> str:
    """Words that begin alike; where single letters are all that follows, each in full, as a class costs more."""
    if len(rests) == 1 or all(len(rest) == 1 for rest in rests):
        return "|".join(first + rest for rest in rests)
    return f"{first}(?:{'|'.join(rests)})"


def either_soon(alternatives: Iterable[str]) -> str:
    """The same behind a look at the first letter, for words in the midst of an expression, asked at many places."""
    words_of = (*alternatives,)
    firsts = "".join(sorted({word[0] for word in words_of}))
    return f"(?=[{re.escape(firsts)}])(?:{either(words_of)})"


def either_two(alternatives: Iterable[str], behind: str) -> str:
    """The same for very many words: told by two letters first, which at most places fit none of them.

    A word of a single letter counts only where one of the letters ``behind`` follows.
    """
    rests: dict[str, dict[str, list[str]]] = {}
    for word in sorted({*alternatives}, key=lambda word: (-len(word), word)):
        if len(word) > 1:
            rests.setdefault(word[1], {}).setdefault(word[0], []).append(_escaped(word[2:]))
    alone = "".join(sorted({word for word in alternatives if len(word) == 1}))
    firsts = "".join(sorted({*alone, *(first for begun in rests.values() for first in begun)}))
    goes_on = [f"{second}(?:{_goes_on(second, begun)})" for second, begun in rests.items()]
    if alone:
        goes_on.append(f"(?<=[{alone}])(?=[{behind}])")
    return f"[{firsts}](?=[{''.join(sorted(rests))}{behind}])(?:{'|'.join(goes_on)})"


def _goes_on(second: str, begun: dict[str, list[str]]) -> str:
    """How words of one second letter go on behind it, by their first letter."""
    return "|".join(f"(?<={first}{second})(?:{'|'.join(rest)})" for first, rest in begun.items())


def _escaped(letters: str) -> str:
    """As ``re.escape``, which is asked only where something may need it."""
    return letters if letters.isalnum() else re.escape(letters)


def any_verb(key: str) -> str:
    """A regular expression for any word of one of the lists of verbs."""
    return f"(?:{either(verbs(key))})"
