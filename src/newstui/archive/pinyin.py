"""How names are read: ``chenbichang`` and ``cbc`` to find them by, ``Chén Bìchāng`` to show."""

from __future__ import annotations

import os
import unicodedata
from functools import cache, lru_cache
from itertools import groupby, islice, product
from typing import Any, Final, NamedTuple

from newstui.model.fold import aligned, fold
from newstui.model.late import late
from newstui.parsing.hanzi import is_han
from newstui.parsing.lexicon import counted, table

MOST: Final = 8
"""No name is kept under more spellings than this."""
_REMEMBERED: Final = 4096
"""Names whose readings are kept at hand; the same few recur."""
_NO_PHRASES: Final = "PYPINYIN_NO_PHRASES"
_PART: Final = late(r"[·•・‧∙⋅.\s-]+")
_HAN: Final = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SPACED: Final = late(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_TONES: Final = late("[\u0300\u0301\u0304\u030c]")
_UMLAUT: Final = {"lü": ("lv", "lu", "lyu"), "nü": ("nv", "nu", "nyu"), "lüe": ("lve", "lue"), "nüe": ("nve", "nue")}
"""How ``ü`` is typed."""

Syllables = tuple[tuple[str, ...], ...]
"""The readings of each character, the usual one first, with tones."""


class Spelling(NamedTuple):
    """One way to type a name without tones: ``Spelling("chenbichang", "cbc")``."""

    full: str
    initials: str


def readings(name: str) -> Spelling:
    """The usual spelling of a name: ``readings("单田芳") == ("shantianfang", "stf")``."""
    return spellings(name)[0]


@lru_cache(_REMEMBERED)
def spellings(name: str) -> tuple[Spelling, ...]:
    """All spellings under which a name is to be found, the usual one first, at most MOST."""
    choices = [
        tuple(spelling for reading in syllable for spelling in _typed(reading))
        for part in _parts(name)
        for group in part
        for syllable in group
    ]
    found = (Spelling("".join(choice), "".join(each[:1] for each in choice)) for choice in product(*choices))
    return tuple(dict.fromkeys(islice(found, MOST)))


@lru_cache(_REMEMBERED)
def toned(name: str) -> str:
    """The name as pinyin writes it: ``toned("陈必昌") == "Chén Bìchāng"``; Latin names stay."""
    words = [" ".join(_word(group) for group in part if group) for part in _parts(name)]
    marks = ["·" if "·" in fold(mark) else mark for mark in _PART.findall(_tidy(name))]
    return "".join(word + mark for word, mark in zip(words, [*marks, ""], strict=True))


def _tidy(name: str) -> str:
    """The name without dots at its ends, or the space that spreads two characters: ``李 燕``."""
    closed = _SPACED.sub("", name) if len(name.split()) > 1 else name
    return closed.strip("·•・‧∙⋅. \n\t\u3000-")


def _parts(name: str) -> list[tuple[Syllables, Syllables]]:
    """Surname and given name of each part between dots or spaces; only a name of one part has a surname."""
    parts = _PART.split(_tidy(name))
    if len(parts) > 1:
        return [((), _read(part)) for part in parts]
    surname = _surname(aligned(parts[0]))
    return [(surname, _read(parts[0][len(surname) :]))]


def _surname(name: str) -> Syllables:
    """The readings of the surname the name begins with; nothing where it is no Chinese name."""
    known = table("surname_readings")
    for length in (4, 3, 2):
        compound = known["compound"].get(name[:length])
        if compound:
            return tuple(tuple(syllable.split("/")) for syllable in compound.split())
    single = known["single"].get(name[:1])
    if single:
        return (tuple(single.split()),)
    return _read(name[0]) if name and _is_chinese(name[0]) else ()


def _read(words: str) -> Syllables:
    """The readings of each character of a given name; a run of other letters is one syllable."""
    given = table("surname_readings")["given"]
    found: list[tuple[str, ...]] = []
    for chinese, run in groupby(words, _is_chinese):
        if chinese:
            found += [tuple((given.get(aligned(each)) or _usual(each)).split()) for each in run]
        else:
            found.append(("".join(run),))
    return tuple(found)


def _is_chinese(letter: str) -> bool:
    """Whether a letter is read as Chinese: the compatibility block and all beyond the basic plane too."""
    return is_han(letter) or "\uf900" <= letter <= "\ufaff" or letter >= "\U00020000"


@cache
def _listed() -> dict[str, str]:
    """The readings of the letters that words and names are made of."""
    lines = (line.split() for line in counted("letter_readings")["readings"].splitlines())
    return {letter: reading for reading, letters in lines for letter in letters}


@lru_cache(_REMEMBERED)
def _usual(character: str) -> str:
    """The reading of a Chinese character by itself; one that nobody reads is itself."""
    known = _listed().get(character)
    if known:
        return known
    pypinyin = _library()
    return str(pypinyin.lazy_pinyin(character, style=pypinyin.Style.TONE)[0])


@cache
def _library() -> Any:
    """pypinyin without its phrases, which cost 0.2 s at import and mislead in names: 圆圆 is no endearment there."""
    before = os.environ.get(_NO_PHRASES)
    os.environ[_NO_PHRASES] = "1"
    try:
        import pypinyin
    finally:
        if before is None:
            del os.environ[_NO_PHRASES]
        else:
            os.environ[_NO_PHRASES] = before
    return pypinyin


def _typed(reading: str) -> tuple[str, ...]:
    """How a syllable is typed, without tones; Latin letters without their accents."""
    plain = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", fold(reading))))
    bare = "".join(each for each in unicodedata.normalize("NFD", plain) if not unicodedata.combining(each))
    return _UMLAUT.get(plain, (bare,))


def _word(syllables: Syllables) -> str:
    """Syllables as one word with a capital: an apostrophe parts them where a vowel begins the next."""
    words = ""
    for reading in (each[0] for each in syllables):
        vowel = words and _TONES.sub("", unicodedata.normalize("NFD", reading))[:1] in {"a", "e", "o"}
        words += f"'{reading}" if vowel else reading
    return words[:1].upper() + words[1:]
