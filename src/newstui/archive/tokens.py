"""Folded text as the tokens of the search index, and a searched word as a phrase of them.

A text becomes its overlapping pairs of characters, so that a phrase of pairs is a substring, exactly. The index table
takes ASCII letters and digits and everything beyond ASCII as parts of a token; ASCII punctuation is mapped to
its full-width form, which a folded text never holds. For the same reason a full-width capital letter can open the
tokens that are no text: those of titles, sources, people and so on.
"""

from __future__ import annotations

from itertools import pairwise
from operator import add
from typing import Final

from newstui.model.fold import changed, fold

_PUNCTUATION: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()}
END: Final = "\ufdd0"
"""Closes a value, so that each of its characters begins a pair."""
EVERY: Final = "Ａ"
"""The token of every article."""
FIELD_LETTERS: Final = {"title": "Ｔ", "author": "Ｕ", "doc": "Ｄ", "term": "Ｍ", "place": "Ｌ"}
"""Fields that are searched as text."""
REPRINT: Final = "Ｖ"
"""The token of every article that another one leads as the same report."""
SOURCE: Final = "Ｓ"
NAME: Final = "Ｎ"
SPEAKER: Final = "Ｐ"
ROLE: Final = "Ｒ"
RANK: Final = "Ｋ"
OFFICE: Final = "Ｏ"
ORGANIZATION: Final = "Ｇ"


class _Indexing(dict[int, str]):
    """Filled as characters are met."""

    def __missing__(self, code: int) -> str:
        made = self[code] = fold(chr(code)).translate(_PUNCTUATION)
        return made


_INDEXING: Final = _Indexing()


def indexed(text: str) -> str:
    """A text folded, with its ASCII punctuation out of the way of the tokenizer."""
    return changed(text, _INDEXING)


def pairs(folded: str, letter: str = "") -> str:
    """The pairs of an indexed text: ``招商引资`` is ``招商 商引 引资``; each opens with the letter."""
    if letter:
        return " ".join([f"{letter}{a}{b}" for a, b in pairwise(folded)])
    return " ".join(map(add, folded, folded[1:]))


def value_pairs(value: str, letter: str) -> str:
    """The tokens of a field's value, closed by END."""
    return pairs(indexed(value) + END, letter)


def phrase(word: str, letter: str = "") -> str:
    """The match expression of a word of two characters or more; of a field also of one."""
    folded = indexed(word)
    if len(folded) == 1:
        return f'"{letter}{folded}" *'
    return f'"{pairs(folded, letter)}"'


def character(word: str) -> str | None:
    """The match expression for the table of characters, where the word is but one."""
    folded = indexed(word)
    return f'"{folded}"' if len(folded) == 1 else None


def either(tokens: list[str]) -> str:
    """The match expression of any of the tokens; of none, one that matches nothing."""
    if not tokens:
        return f'"{EVERY}none"'
    return tokens[0] if len(tokens) == 1 else f"({' OR '.join(tokens)})"


def token(letter: str, number: int | str) -> str:
    """One exact token, quoted."""
    return f'"{letter}{number}"'
