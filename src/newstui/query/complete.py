"""What is being typed: the field and the beginning of its value at the cursor, and the words that fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newstui.model.fold import fold
from newstui.query.aliases import FIELD_WORDS, VALUE_WORDS, meaning
from newstui.query.dates import WORDS as DATE_WORDS
from newstui.query.query import PERSONAL

_TYPED: Final = re.compile(r'(?:^|[\s(（])[-－]*(?P<word>(?:[^\s()（）"“”]|"[^"]*"|“[^”]*”)*(?:"[^"]*|“[^”]*)?)$')
_LONGEST: Final = 200
"""Characters before the cursor that are looked at."""


@dataclass(frozen=True, slots=True)
class Typing:
    """``Typing("person", "陈", 2, 3)`` at the end of ``p:陈``: a value replaces ``text[start:end]``.

    The field is ``""`` where words or the name of a field are typed.
    """

    field: str
    typed: str
    start: int
    end: int


def typing(text: str, cursor: int | None = None) -> Typing:
    """What stands before the cursor, which is at the end unless given."""
    end = len(text) if cursor is None else max(0, min(cursor, len(text)))
    begin = max(0, end - _LONGEST)
    match = _TYPED.search(text[begin:end])
    start = begin + match.start("word") if match else end
    field = ""
    for part in re.finditer(r"[^&＆]*[&＆]?", text[start:end]):
        name, colon, _ = part[0].rstrip("&＆").replace("：", ":").partition(":")
        known = meaning(name, FIELD_WORDS) if colon else None
        last = start + part.end() == end
        if last and known:
            return _value(known, text, start + part.start() + len(name) + 1, end)
        if last and field in PERSONAL and part.start():
            return _value("role", text, start + part.start(), end)
        if part[0][-1:] not in ("&", "＆") or not (known or field):
            break
        field = known or field
    return _value("", text, start, end)


def words(at: Typing, limit: int = 20) -> tuple[str, ...]:
    """The words of the language that begin with what is typed: fields with their colon, roles, states, dates."""
    beginning = fold(at.typed)
    if at.field == "date":
        known = [*DATE_WORDS]
    elif at.field in VALUE_WORDS:
        known = [word for each in VALUE_WORDS[at.field].values() for word in each]
    elif at.field or not beginning:
        known = []
    else:
        known = [f"{word}:" for each in FIELD_WORDS.values() for word in each if len(word) > 1 or not word.isascii()]
    return tuple(word for word in known if word.startswith(beginning) and word != beginning)[:limit]


def _value(field: str, text: str, start: int, end: int) -> Typing:
    opening = text[start:end].lstrip('"“')
    return Typing(field, opening, start, end)
