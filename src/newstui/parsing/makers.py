"""The names in a byline: where each begins and ends, and which words are no people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Credit
from newstui.parsing import letters, lexicon, ranks, words
from newstui.parsing.hanzi import LETTER
from newstui.parsing.text import Page

_LABELS: Final = lexicon.words("header", *(f"labels.{kind}" for kind in lexicon.table("header")["labels"]))
_NOT_NAMES: Final = frozenset({*lexicon.words("credits", "not_names"), *_LABELS})
_NOT_BEGINS: Final = lexicon.words("credits", "not_begins")
_NOT_ENDS: Final = lexicon.words("credits", "not_ends")
_ENDING: Final = rf"\s*(?:{lexicon.either(lexicon.words('credits', 'suffix'))})\s*$"
_BARE_SUFFIX: Final = late(_ENDING)
_SUFFIX: Final = late(rf"(?:\s+(?P<place>{LETTER}{{2,3}})(?=报道|摄影报道))?{_ENDING}")
"""What makers did, perhaps behind the place they did it in: ``白露 北京报道``."""
_SURNAMES: Final = frozenset("".join(lexicon.words("surnames", "frequent", "usual", "rare")))
_DOUBLE: Final = frozenset(lexicon.words("surnames", "double"))
_OWN_LETTER: Final = late(rf"(?:^|[\s、,;/:|]){LETTER}{{1,2}}文$")
"""A last letter that ends a name rather than says what its bearer made: ``何小文``, ``何文`` beside ``何小文 文``."""
_ROLE: Final = late(rf"^(?:实习生|{LETTER}{{2,12}}记者)(?={LETTER}{{2,3}}$)")
"""What a name in a list is called before it: ``白露、实习生何小云``, ``林溪日报记者白露``."""
WORKPLACE: Final = rf"{LETTER}{{1,12}}(?:[处部科办局委室院校]|中心|大队|支队|公司|集团|大学|中学|小学)"
"""The name of an office beside that of somebody who made something there."""
_OF_OFFICE: Final = late(rf"{WORKPLACE}({LETTER}{{2,3}})")
"""The office glued to a name: ``青潭县水务局白露``."""
_CODE: Final = late(rf"(?<={LETTER})_?[A-Za-z]{{1,3}}\d{{2,6}}$")
"""The number of an editor glued to the name: ``白露SN012``, ``白露_b123``."""
_GAP: Final = late(rf"(?:[\s、,;。/|&\\]|\([^()\n]*\)|(?<={LETTER}{{2}})和(?={LETTER}{{2}}))+")
_CHINESE_NAME: Final = late(rf"{LETTER}{{2,4}}|{LETTER}{{1,8}}(?:·{LETTER}{{1,8}})+")
_LIKELY: Final = 1.2
"""How heavy letters weigh that are a name without anything beside them that says so."""
_BY_SOUND: Final = 4
"""Of so many letters is a name without a surname that is written by sound."""
_WITH_WRITER: Final = late(
    r"(\S+(?:报|网|社|台|融媒体?|中心|发布|客户端|部|办公室|委|局|处|院|校|会|站|在线))(?:\s+|\s*(?:记者|通讯员)\s*|\()"
    r"([^\s()、/／]{2,3}(?:[ 、][^\s()、/／]{2,3}){0,2})\)?(?:[/／][文图摄、]{1,3})?"
)
_GLUED: Final = late(rf"{LETTER}{{4,6}}")
_LONGEST_NAME: Final = 3
_LATIN_NAME: Final = late(r"[A-Za-z][A-Za-z.\-]{1,20}(?: [A-Z][A-Za-z.\-]{1,20}){0,2}")


def named(page: Page, span: Span, kind: str, label: str, *, sure: bool = True) -> Iterator[Credit]:
    """A credit for each name of a stretch; ``sure`` where a label stands before it, else a surname is asked for."""
    plain = page.plain
    suffix = _SUFFIX.search(plain, span.start, span.end)
    named_last = suffix and suffix["place"] and is_likely(suffix["place"])
    if suffix and (named_last or not plain[span.start : suffix.start()].strip(" :")):
        suffix = _BARE_SUFFIX.search(plain, span.start, span.end)
    left = suffix and len(plain[span.start : suffix.start()].strip()) > 1
    stop = suffix.start() if suffix and left and not _ends_a_name(plain, span) else span.end
    for start, end in _each(plain, _pieces(plain, span.start, stop)):
        name = plain[start:end].replace(" ", "")
        if _is_name(name, sure=sure):
            words_of = page.text[start:end]
            yield Credit(words_of if name.isascii() else re.sub(r"\s", "", words_of), kind, label, Span(start, end))


def _ends_a_name(plain: str, span: Span) -> bool:
    """Whether 文 at the end is a letter of the last name: glued to the two letters before it."""
    return bool(_OWN_LETTER.search(plain[span.start : span.end].rstrip()))


def _pieces(plain: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The words of a list of names; two single characters apart are one name (``李 燕``)."""
    found: list[tuple[int, int]] = []
    at = start
    for gap in [*_GAP.finditer(plain, start, stop), None]:
        end = gap.start() if gap else stop
        piece = _CODE.sub("", _ROLE.sub("", plain[at:end].strip(" :()[]【】·.。")))
        glued = _OF_OFFICE.fullmatch(piece) if len(piece) > _BY_SOUND else None
        piece = glued[1] if glued and is_likely(glued[1]) else piece
        if piece:
            begin = plain.rindex(piece, at, end)
            if len(piece) == 1 and found and found[-1][1] - found[-1][0] == 1 and plain[found[-1][1] : begin].isspace():
                found[-1] = (found[-1][0], begin + 1)
            else:
                found.append((begin, begin + len(piece)))
        at = gap.end() if gap else stop
    yield from found


def _each(plain: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, those cut that are two names without a mark between: ``白露林晓``, ``白露李小园``."""
    for start, end in pieces:
        name = plain[start:end]
        halves = _halves(name) if _GLUED.fullmatch(name) and name[:2] not in _DOUBLE and name not in _NOT_NAMES else []
        middle = start + max(halves, default=(0.0, end - start))[1]
        yield start, middle
        if middle < end:
            yield middle, end


def _halves(name: str) -> list[tuple[float, int]]:
    """Where two or three letters of a word and its others are a name each, and how heavy both are."""
    cuts = [(name[:at], name[at:]) for at in (2, 3) if 2 <= len(name) - at <= _LONGEST_NAME]
    return [(weight(one) + weight(other), len(one)) for one, other in cuts if is_likely(one) and is_likely(other)]


def _is_name(name: str, *, sure: bool) -> bool:
    """Whether a word of a byline is a person: no outlet, no office; with a surname where nothing else says so."""
    if name in _NOT_NAMES or name in ranks.known():
        return False
    if _LATIN_NAME.fullmatch(name):
        return sure
    if not _CHINESE_NAME.fullmatch(name) or name[0] in _NOT_BEGINS:
        return False
    if len(name) > 2 and name.endswith(_NOT_ENDS) and not (len(name) == _LONGEST_NAME and is_likely(name)):
        return False
    if not sure and len(name) == _BY_SOUND and name[:2] not in _DOUBLE and any(map(words.level, _pairs(name))):
        return False
    known = name[0] in _SURNAMES or name[:2] in _DOUBLE or "·" in name
    return known or (sure and (len(name) < _BY_SOUND or not any(map(words.level, _pairs(name)))))


def _pairs(name: str) -> list[str]:
    """The neighbouring letters of a name; those of one written by sound make no words: ``旺杰多尔``."""
    return [first + second for first, second in pairwise(name)]


def writer_behind(value: str) -> re.Match[str] | None:
    """The outlet and the writers behind it: ``青潭县水务局 白露``, ``林溪日报记者 白露``."""
    match = _WITH_WRITER.fullmatch(value)
    return match if match and all(map(is_likely, re.split("[ 、]", match[2]))) else None


def is_likely(name: str) -> bool:
    """Whether two or three letters make a name by themselves: 于小川 does, 石家庄 and 时政 do not."""
    return weight(name) > _LIKELY


def weight(name: str) -> float:
    """How much the letters of a word make a name, below zero where they begin with no surname or are nothing else."""
    surname = name[:2] if len(name) > 2 and name[:2] in _DOUBLE else name[0]
    if surname not in letters.surnames() or surname == name:
        return -1.0
    return letters.surnames()[surname] + letters.given_weight(name[len(surname) :]) - letters.against(name, surname)
