"""Ranks: the words for an office at the end of a post, and what stands where one ends or begins."""

from __future__ import annotations

from functools import cache
from itertools import chain, product
from typing import Final

from newstui.model.late import late
from newstui.parsing import lexicon

_LONG: Final = late("长期(?![待望盼许])")
_PARTED: Final = frozenset("长记任席")
"""The last letters of ranks that a space may part."""
SHORT: Final = frozenset("总检局厅处")
"""Ranks cut to one letter, behind a surname alone: 秦总, 方检."""
_MANY: Final = ("各位", "全体", "所有", "广大", "每位", "每名")
"""Before the ranks of many."""


@cache
def known() -> frozenset[str]:
    """Every rank word: 书记, 副主任, 常务副省长 …"""
    made = map("".join, product(_prefixes(), lexicon.words("posts", "core")))
    return frozenset(chain(made, spaced(), lexicon.words("posts", "alone")))


@cache
def spaced() -> tuple[str, ...]:
    """Short ranks with a space that broken lines leave in them: 厅 长."""
    return tuple([f"{word[0]} {word[1]}" for word in lexicon.words("posts", "core") if word[1:] in _PARTED])


@cache
def like_all() -> frozenset[str]:
    """So many ranks that each other is as long as one of them that begins alike, and as one that ends alike."""
    core, prefixes = lexicon.words("posts", "core"), _prefixes()
    made = chain(product(prefixes, _of_each_length(core)), product(_of_each_length(prefixes), core))
    return frozenset(chain(map("".join, made), spaced(), lexicon.words("posts", "alone")))


def _of_each_length(words: tuple[str, ...]) -> list[str]:
    """A word of each length, and every one of a letter alone, which tells less than two."""
    return [*{len(word): word for word in words}.values(), *(word for word in words if len(word) == 1)]


@cache
def _prefixes() -> tuple[str, ...]:
    """What stands before ranks, and nothing: 副, 常务副."""
    return ("", *lexicon.words("posts", "prefix"))


@cache
def _ends() -> dict[str, tuple[int, ...]]:
    return lexicon.lengths(like_all(), front=False)


@cache
def _starts() -> dict[str, tuple[int, ...]]:
    return lexicon.lengths(like_all(), front=True)


@cache
def lasts() -> frozenset[str]:
    """The letters some rank word ends in."""
    return frozenset(rank[-1] for rank in lexicon.words("posts", "core", "alone"))


def before(text: str, at: int) -> int:
    """The length of the longest rank word that ends here; 0 for none."""
    lengths = _ends().get(text[at - 2 : at]) if at > 1 else None
    if lengths:
        every = known()
        for length in lengths:
            if length <= at and text[at - length : at] in every:
                return 0 if length == len("主教") and text[at - 3 : at] == "天主教" else length
    return 0


def after(text: str, at: int) -> int:
    """The length of the longest rank word that starts here; 0 for none."""
    lengths = _starts().get(text[at : at + 2])
    if lengths:
        every = known()
        for length in lengths:
            end = min(at + length, len(text))
            if text[at:end] in every and not goes_on(text, end) and not _is_for_long(text, end - 1):
                return end - at
    return 0


def _is_for_long(text: str, at: int) -> bool:
    """Whether the last letter of a rank begins 长期 instead: 王某院长期从事…."""
    return text[at : at + 2] == "长期" and _LONG.match(text, at) is not None


def goes_on(text: str, end: int) -> bool:
    """Whether a rank goes on as the name of a body: 律师协会, 律师(青石)事务所."""
    first = text[end : end + 1]
    if first == "(":
        closed = text.find(")", end, end + 8)
        return closed > 0 and text.startswith("事务所", closed + 1)
    return first in _bodies_begin() and text.startswith(_bodies(), end)


@cache
def _bodies_begin() -> frozenset[str]:
    """The first letters of what goes on so."""
    return frozenset(word[0] for word in _bodies())


@cache
def _bodies() -> tuple[str, ...]:
    """What goes on after a rank as the name of a body: 协会 of 律师协会."""
    return lexicon.words("posts", "of_ranks")


@cache
def going_on() -> frozenset[str]:
    """The letters behind a rank that show a body named after it: 室 of 参事室."""
    return frozenset(str(lexicon.table("posts")["going_on"]))


@cache
def courtesies() -> frozenset[str]:
    """Words after a name that are no posts, yet show that it is one: 同志, 老师, 少将."""
    return frozenset(lexicon.words("posts", "courtesy", "military"))


@cache
def titles_begin() -> frozenset[str]:
    """The first two letters of ranks and courtesies."""
    return frozenset(_starts()).union([word[:2] for word in courtesies()])


@cache
def titles_front() -> frozenset[str]:
    """The first letters of all that, and of ranks cut to one letter: 总."""
    return frozenset(title[0] for title in titles_begin()).union(SHORT)


def is_of_many(text: str, at: int) -> bool:
    """Whether the rank that ends here is that of many, whose names are not told: 各位班主任, 全体法官."""
    start = at - before(text, at)
    return text.startswith(_MANY, start - 2)
