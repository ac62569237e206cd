"""What stands before and after a name, and how much it speaks for one."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from typing import Final

from newstui.parsing import lexicon, ranks, words
from newstui.parsing.hanzi import is_han
from newstui.parsing.remembered import Remembered

Side = tuple[float, str]
"""How much one side of a name speaks for it, and what stands there: rank, word, letter, mark, other or none."""


def _marks(weights: dict[str, float]) -> dict[str, Side]:
    """Marks with how much each speaks for a name beside it."""
    return {mark: (weight, "mark") for mark, weight in weights.items()}


_BEFORE_MARK: Final = _marks({
    "": 1.0, "\n": 1.0, "。": 1.2, ";": 1.0, "!": 1.0, "?": 1.0, ":": 0.8, ",": 0.9, "、": 1.0, "@": 1.0,
    "(": 0.4, " ": 0.5, ")": 0.3, '"': 0.0, "“": 0.0, "”": 0.4,
})  # fmt: skip
_AFTER_MARK: Final = _marks({
    "": 0.3, "\n": 0.3, "。": 0.4, ";": 0.4, "!": 0.2, "?": 0.2, ":": 1.2, ",": 0.8, "、": 1.0,
    "(": 0.8, " ": 0.5, ")": 0.3, "”": 0.0,
})  # fmt: skip
_CUTTING: Final = "出席"
RANKED: Final = 2.7
"""What follows a name and weighs more is a rank, which may go on as a body."""
_CLOSING: Final = frozenset("等说称摄的时前后答问")
_THERE: Final = frozenset("到赴入往")
"""The last letters of words that say where somebody goes."""
_DIGITS: Final = frozenset("0123456789")
_ASKING: Final = frozenset((*"和与同及有", *_DIGITS))
"""Behind a name these ask for what is behind them."""
_LOOSE_BEFORE: Final = frozenset("的了着过室处部局科院校班组队")
_RANK: Final = (3.5, "rank")
_RANK_AFTER: Final = (3.0, "word")
_PERSON: Final = (2.0, "word")
"""A noun for somebody: 村民, 儿子."""
_SIGN_BEFORE: Final = (0.2, "mark")
_LOOSELY_BEFORE: Final = (0.2, "other")
_OTHER_BEFORE: Final = (-0.3, "other")
_NONE_BEFORE: Final = (-1.5, "none")
_SIGN_AFTER: Final = (0.3, "mark")
_DAY_AFTER: Final = (0.8, "mark")
"""A day on which somebody does something: 王某28日表示."""
_OTHER_AFTER: Final = (0.0, "other")
_NONE_AFTER: Final = (-1.7, "none")


@cache
def announcing() -> frozenset[str]:
    """The marks before a name, and the last letters of the words and ranks before one."""
    return frozenset((*_BEFORE_MARK, *(word[-1] for word in _before().sides)))


class _Sides:
    """Words with what they speak for, found by the two letters they begin or end with."""

    def __init__(self, sides: dict[str, Side], lengths: dict[str, tuple[int, ...]]) -> None:
        self.sides = sides
        self.lengths = lengths


def _said(words_there: Iterable[str], letter: float, longer: float) -> dict[str, Side]:
    """Each word with its weight, that of a single letter apart."""
    return {word: (letter, "letter") if len(word) == 1 else (longer, "word") for word in words_there}


@cache
def _before() -> _Sides:
    """The words and ranks before a name; of ranks those that end in no shorter one."""
    sides = _said(lexicon.words("given_context", "before"), 0.7, 1.4)
    sides |= dict.fromkeys(lexicon.words("given_context", "persons"), _PERSON)
    known = ranks.known()
    plain = (*lexicon.words("posts", "core", "alone"), *ranks.spaced())  # what has a prefix ends in a plain one
    shortest = [rank for rank in plain if known.isdisjoint([rank[at:] for at in range(1, len(rank) - 1)])]
    sides |= dict.fromkeys(shortest, _RANK)
    return _Sides(sides, lexicon.lengths(sides, front=False))


@cache
def _after() -> _Sides:
    """The words and ranks after a name."""
    sides = _said(lexicon.words("given_context", "bodies"), -2.5, -2.5)
    sides |= _said(lexicon.words("given_context", "doing"), 0.6, 1.6)
    sides |= _said(lexicon.words("given_context", "saying"), 1.0, 2.2)
    sides |= _said(lexicon.words("given_context", "leading"), 2.6, 2.6)
    lengths = lexicon.lengths((*sides, *ranks.courtesies(), *ranks.like_all()), front=True)
    told: dict[str, Side] = dict.fromkeys(ranks.known(), _RANK_AFTER)
    for word, side in (sides | dict.fromkeys(ranks.courtesies(), _RANK_AFTER)).items():
        told.setdefault(word, side)
    return _Sides(told, lengths)


def before(text: str, at: int) -> Side:
    """How much what ends here speaks for a name that starts here, and its kind."""
    return ENDING[text[at - 2 : at] if at > 1 else text[:at]] or before_by_words(text, at)


def before_by_words(text: str, at: int) -> Side:
    """The same by the words themselves, as long as any may be."""
    last = text[at - 1] if at else ""
    mark = _BEFORE_MARK.get(last)
    if mark is not None:
        return mark if last not in "” " else _before_mark(text, at, last) or mark
    if last in announcing():
        known = _before()
        for length in known.lengths.get(text[at - 2 : at], ()) if at > 1 else ():
            side = known.sides.get(text[at - length : at]) if length <= at else None
            if side is not None and not _is_cut(text, at, side):
                return side
        side = known.sides.get(last)
        if side is not None:
            return side
    if not is_han(last):
        return _SIGN_BEFORE
    if last in _LOOSE_BEFORE:
        return _LOOSELY_BEFORE
    return _OTHER_BEFORE if words.ends(text, at) else _NONE_BEFORE


def _before_mark(text: str, at: int, last: str) -> Side | None:
    """The same of a rank that stands before a quotation mark or spaces; None where none does."""
    if last == "”" and ranks.before(text, at - 1):
        return 2.5, "rank"
    if last == " " and ranks.before(text, len(text[max(0, at - 4) : at].rstrip()) + max(0, at - 4)):
        return 3.0, "rank"
    return None


def _is_cut(text: str, at: int, side: Side) -> bool:
    """Whether a longer word takes the last letter of what ends here: 妇女|儿童."""
    return _runs_on(text, at) if side is _RANK else side is _PERSON and words.level(text[at - 1 : at + 1]) > 1


def _runs_on(text: str, at: int) -> bool:
    """Whether the last letter of a rank begins a longer word instead: 主席台, 办理事项, 长治久安, 成都市长春商会."""
    if text.startswith(_longer(), at - 2) or (text[at - 1] == "长" and text.startswith(_long(), at - 1)):
        return True
    crossing = text[at - 1 : at + 1]
    if words.level(crossing) > 1 and text[at - 1] not in "长记任委" and words.level(text[at - 3 : at - 1]) > 1:
        return True
    if crossing not in words.long_heads():
        return False
    if words.is_place(text[at - 1 : at + 1]) and text.startswith(_place_words("of_place"), at + 1):
        return True
    return text[at - 1 : at + 2] in words.nouns() or text[at - 1 : at + 3] in words.nouns()


@cache
def _longer() -> tuple[str, ...]:
    return lexicon.words("posts", "not_after", "longer")


@cache
def _long() -> tuple[str, ...]:
    return lexicon.words("posts", "long")


def _told_by_end(pair: str) -> Side | None:
    """What two letters before a name tell; None where a longer word may end in them, or a rank, before a mark too."""
    lengths, longer = _before().lengths.get(pair), pair in words.longer_ends() and pair not in words.levels()
    word = lengths == (2,) and _before().sides[pair] not in (_RANK, _PERSON)
    return None if longer or pair[-1:] in ("”", " ") or (lengths and not word) else before_by_words(pair, len(pair))


ENDING: Final = Remembered(_told_by_end)
"""What two letters before a name tell by themselves."""


def after(text: str, at: int) -> Side:
    """How much what starts here speaks for a name that ends here, and its kind."""
    return STARTING[text[at : at + 2]] or after_by_words(text, at)


def after_by_words(text: str, at: int) -> Side:
    """The same by the words themselves, as long as any may be."""
    first = text[at : at + 1]
    mark = _AFTER_MARK.get(first)
    if mark is not None:
        return mark
    known = _after()
    lengths = known.lengths.get(text[at : at + 2])
    for length in lengths if lengths and not text.startswith(_CUTTING, at + 1) else ():
        side = known.sides.get(text[at : at + length])
        if side is not None and not (side[0] > RANKED and ranks.goes_on(text, at + length)):
            return side
    side = known.sides.get(first)
    if side is not None:
        return _single(text, at, side)
    if not is_han(first):
        return _DAY_AFTER if first in _DIGITS and "日" in text[at + 1 : at + 3] else _SIGN_AFTER
    return _OTHER_AFTER if words.begins(text, at) else _NONE_AFTER


def _told_by_start(pair: str) -> Side | None:
    """What two letters behind a name tell, None where a longer word may begin with them, or others behind the first."""
    lengths, longer = _after().lengths.get(pair), pair in words.longer_fronts() and pair not in words.levels()
    word = lengths == (2,) and pair[1] != _CUTTING[0] and _after().sides[pair][0] <= RANKED
    return None if longer or pair[:1] in _ASKING or (lengths and not word) else after_by_words(pair, 0)


STARTING: Final = Remembered(_told_by_start)
"""What two letters behind a name tell by themselves."""


@cache
def verbs() -> frozenset[str]:
    """The words of two letters or more that are verbs that follow names: 陪同."""
    sides = _after().sides
    told = lexicon.words("given_context", "doing", "saying", "leading")
    return frozenset(word for word in told if 1.5 < sides[word][0] < RANKED)


@cache
def begin_after() -> Container[str]:
    """The first two letters of what may follow a name."""
    return _after().lengths


def holds_verb(text: str, at: int) -> bool:
    """Whether a longer verb that follows names starts here, so that no name ends in its first letter: 致欢迎词."""
    lengths = _after_lengths(text, at)
    return bool(lengths) and any(text[at : at + length] in verbs() for length in lengths if length > 2)


def _goes_on(text: str, at: int) -> bool:
    """Whether a verb of two letters or more starts here: no 和 that joins names stands before one."""
    return any(text[at : at + length] in verbs() for length in _after_lengths(text, at) if length < 5)


def _after_lengths(text: str, at: int) -> tuple[int, ...]:
    """How long the words may be that start here, none where another cuts them: 发|出席."""
    lengths = _after().lengths.get(text[at : at + 2], ())
    return lengths if lengths and not text.startswith(_CUTTING, at + 1) else ()


def _single(text: str, at: int, side: Side) -> Side:
    """What one letter after a name speaks for: nothing where it begins another word or stands before a mark."""
    if side[0] < 0:
        return side
    letter, follows = text[at], text[at + 1 : at + 2]
    if letter in "说称" and follows in (",", ":", "“"):
        return 2.2, "word"
    if letter in "和与及" and follows == "等":
        return _NONE_AFTER
    if words.begins(text, at):
        return _OTHER_AFTER
    if letter in "和与同及" and _goes_on(text, at + 1):
        return -0.3, "letter"
    if letter == "有" and _goes_on(text, at + 1):
        return _NONE_AFTER
    return (-0.8, "none") if letter not in _CLOSING and follows in _AFTER_MARK else side


def is_placed(text: str, start: int, end: int) -> bool:
    """Whether letters are named as a place: …村, …段, and 来到…, 位于… without a verb after them."""
    placed = text[end : end + 1] in _places_begin() and text.startswith(_place_words("place_after"), end)
    if not placed and text[start - 1 : start] in _going_ends():
        placed = text.endswith(_place_words("place_before"), 0, start) and after(text, end)[1] != "word"
        placed = placed or (text[start - 1] in _THERE and text.startswith(_place_words("gone_to"), end))
    return placed and not ranks.after(text, end)


@cache
def _places_begin() -> frozenset[str]:
    """The first letters of what makes a place of the letters before it."""
    return frozenset(word[0] for word in _place_words("place_after"))


@cache
def _going_ends() -> frozenset[str]:
    """The last letters of words before a place."""
    return _THERE.union(word[-1] for word in _place_words("place_before"))


@cache
def _place_words(key: str) -> tuple[str, ...]:
    return lexicon.words("given_context", key)
