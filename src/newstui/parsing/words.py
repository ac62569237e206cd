"""What is an ordinary word: the voter that tells a name from the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Final

from newstui.parsing import lexicon

LONGEST_NOUN = 9
_LEVELS: Final = ("rare", "plain", "common")
_LONGER: Final = (4, 3)
"""How long the words of more than two letters in the lists of how usual they are may be, the longest first."""
_FRONT: Final = itemgetter(slice(2))
_END: Final = itemgetter(slice(-2, None))


@cache
def levels() -> dict[str, int]:
    """Every known word with how usual it is: 3 common, 2 plain, 1 rare."""
    lists = [(level, _listed(key, size)) for level, key in enumerate(_LEVELS, 1) for size in (2, *_LONGER)]
    return {word: level for level, listed in lists for word in listed}


@cache
def doubtful() -> frozenset[str]:
    """Words that look like names and are more often words: 高峰, 文明."""
    return frozenset(_counted("names"))


@cache
def places() -> Set[str]:
    """The names of places."""
    known = set(lexicon.counted("places_known")["known"].split())
    known.update(lexicon.words("places", "added", "abroad", "prefectures", "counties", "provinces", "countries"))
    known.difference_update(lexicon.words("places", "persons"))
    return known


@cache
def place_heads() -> frozenset[str]:
    """The first two letters of the names of places."""
    return frozenset(map(_FRONT, places()))


@cache
def no_places() -> frozenset[str]:
    """Words that end like the name of a place and are none: 城市, 社区."""
    return frozenset(lexicon.words("places", "no_places"))


@cache
def countries() -> frozenset[str]:
    """The names of countries."""
    return frozenset(lexicon.words("places", "countries"))


@cache
def abroad() -> dict[str, tuple[str, ...]]:
    """Countries and cities abroad of three letters and more, by their first two letters."""
    found: dict[str, tuple[str, ...]] = {}
    for place in lexicon.words("places", "countries", "abroad"):
        if len(place) > 2:
            found[place[:2]] = (*found.get(place[:2], ()), place)
    return found


@cache
def country_heads() -> frozenset[str]:
    """The first letters of countries, which stand for their sides: 安方."""
    return frozenset(country[0] for country in countries())


@cache
def country_fronts() -> frozenset[str]:
    """The first two letters of countries."""
    return frozenset(country[:2] for country in countries())


def is_place(word: str) -> bool:
    """Whether a word is the name of a place."""
    return word in places()


@cache
def no_names() -> frozenset[str]:
    """Words that look like names and never are: 韩方, 马拉松."""
    return frozenset(lexicon.words("given_context", "no_names"))


def level(word: str) -> int:
    """How usual a word is; 0 for what is no word."""
    return levels().get(word, 0)


def _listed(key: str, size: int) -> list[str]:
    """The words that are so usual and of so many letters."""
    return _counted(f"{key}.{size}")


@cache
def _counted(key: str) -> list[str]:
    return lexicon.counted("words")[key].split()


def _longer() -> Iterator[str]:
    """The words of three letters and four."""
    return chain.from_iterable(_listed(key, size) for key in _LEVELS for size in _LONGER)


@cache
def body_heads() -> frozenset[str]:
    """What the short names of bodies begin with: 卫计, 文旅."""
    return frozenset(body[:2] for body in bodies() if len(body) > 2)


@cache
def bodies() -> frozenset[str]:
    """Bodies that belong to a place of some level: 县委, 教育局."""
    return frozenset(lexicon.words("organs", "bodies"))


@cache
def nouns() -> frozenset[str]:
    """Words, places and bodies: what a post is cut into."""
    return _names().union(levels())


@cache
def _names() -> frozenset[str]:
    """What a post is cut into beside the words."""
    own = lexicon.words("organs", "central", "own", "worded")
    return frozenset().union(places(), bodies(), own, lexicon.words("posts", "stops"))


@cache
def _long_names() -> list[str]:
    """Of these what has more than two letters."""
    return [name for name in _names() if len(name) > 2]


@cache
def long_heads() -> frozenset[str]:
    """The first two letters of nouns of three letters and more."""
    return longer_fronts().union(map(_FRONT, _long_names()))


@cache
def _long_tails() -> frozenset[str]:
    """The last two letters of nouns of three letters and more."""
    return longer_ends().union(map(_END, _long_names()))


@cache
def longer_fronts() -> frozenset[str]:
    """The first two letters of the words of three and four."""
    return frozenset(map(_FRONT, _longer()))


@cache
def longer_ends() -> frozenset[str]:
    """The last two letters of the words of three and four."""
    return frozenset(map(_END, _longer()))


def noun_begins(text: str, at: int) -> int:
    """The length of the longest word, place or body that starts here, of five letters at most; 0 for none."""
    known = nouns()
    for length in range(5, 1, -1):
        if text[at : at + length] in known:
            return length
    return 0


def begins(text: str, at: int) -> int:
    """The length of the longest word of two letters or more that starts here; 0 for none."""
    pair, known = text[at : at + 2], levels()
    if pair in longer_fronts():
        for length in _LONGER:
            word = text[at : at + length]
            if word in known:
                return len(word)
    return 2 if pair in known else 0


def ends(text: str, at: int) -> int:
    """The length of the longest word of two letters or more that ends here; 0 for none."""
    pair, known = text[at - 2 : at] if at > 1 else "", levels()
    if pair in longer_ends():
        for length in _LONGER:
            if length <= at and text[at - length : at] in known:
                return length
    return 2 if pair in known else 0


def backwards(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a stretch from its end to its start, the longest known one each time, as spans."""
    known, longer = nouns(), _long_tails()
    while end > start:
        pair = text[end - 2 : end]
        length = 2 if end - start > 1 and pair in known else 1
        if pair in longer:
            for size in range(min(LONGEST_NOUN, end - start), 2, -1):
                if text[end - size : end] in known:
                    length = size
                    break
        yield end - length, end
        end -= length
