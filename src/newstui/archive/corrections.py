"""Corrections by hand, kept in ``corrections.toml``: what a reading got wrong, and who is whom.

::

    [[not_a_person]]
    name = "高质量"

    [[alias]]                       # other words for the same human
    name = "陈必昌"
    also = ["陈必長"]

    [[post]]                        # an office made right; article is optional
    name = "张晓彬"
    wording = "县长"
    organization = "利津县"
    rank = "代县长"

    [[merge]]                       # these places and organisations know one and the same
    name = "张军"
    grounds = ["青川县", "云台市"]

    [[split]]                       # and this one is another
    name = "张军"
    grounds = ["江门县"]
"""

from __future__ import annotations

import sqlite3
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newstui.archive import settings
from newstui.archive.errors import ArchiveError
from newstui.model.clean import line
from newstui.model.fold import fold

if TYPE_CHECKING:
    from newstui.model.people import Person
    from newstui.model.reading import Reading


@dataclass(frozen=True, slots=True)
class OfficeCorrection:
    """The office that a wording means for a person, in one article or in all."""

    name: str
    wording: str
    organization: str
    rank: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """A name and the places and organisations with which one bearer of it appears."""

    name: str
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a file. Names are folded."""

    not_a_person: frozenset[str] = frozenset()
    alias: tuple[tuple[str, str], ...] = ()
    """Pairs: a name, and other words for it."""
    post: tuple[OfficeCorrection, ...] = ()
    merge: tuple[Grounds, ...] = ()
    split: tuple[Grounds, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names whose readings they change."""
        return self.not_a_person | {one.name for one in self.post}

    def also(self, name: str) -> frozenset[str]:
        """A folded name with all others of the same human."""
        known = {name}
        while more := {each for pair in self.alias if known & set(pair) for each in pair} - known:
            known |= more
        return frozenset(known)


NONE: Final = Corrections()
_KEYS: Final[dict[str, dict[str, type]]] = {
    "not_a_person": {"name": str},
    "alias": {"name": str, "also": list},
    "post": {"name": str, "wording": str, "organization": str, "rank": str, "article": str},
    "merge": {"name": str, "grounds": list},
    "split": {"name": str, "grounds": list},
}
_OPTIONAL: Final = frozenset({"article"})


def load(path: Path) -> Corrections:
    """The corrections of a file, none where there is no file. Raises ArchiveError that says what is wrong in it."""
    try:
        return parse(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return NONE
    except (OSError, ValueError) as error:
        raise ArchiveError("other", path, error) from error


def parse(text: str) -> Corrections:
    """The corrections of a TOML text. Raises ValueError that says what is wrong."""
    given: dict[str, list[dict[str, Any]]] = {}
    for kind, entries in tomllib.loads(text).items():
        if kind not in _KEYS or not isinstance(entries, list):
            raise ValueError(f"[[{kind}]] is none of {', '.join(f'[[{each}]]' for each in _KEYS)}")
        given[kind] = [_checked(f"[[{kind}]] number {number}", kind, each) for number, each in enumerate(entries, 1)]
    return Corrections(
        frozenset(fold(one["name"]) for one in given.get("not_a_person", ())),
        tuple((fold(one["name"]), fold(other)) for one in given.get("alias", ()) for other in one["also"]),
        tuple(OfficeCorrection(**{**one, "name": fold(one["name"])}) for one in given.get("post", ())),
        tuple(Grounds(fold(one["name"]), tuple(one["grounds"])) for one in given.get("merge", ())),
        tuple(Grounds(fold(one["name"]), tuple(one["grounds"])) for one in given.get("split", ())),
    )


def overlaid(first: Corrections, second: Corrections) -> Corrections:
    """Both together."""
    return Corrections(
        first.not_a_person | second.not_a_person,
        first.alias + second.alias,
        first.post + second.post,
        first.merge + second.merge,
        first.split + second.split,
    )


def corrections_of(connection: sqlite3.Connection) -> Corrections:
    """The corrections that hold in an archive: the owner's."""
    kept = settings.setting(connection, "corrections")
    return parse(kept) if kept else NONE


def corrected(article_id: str, reading: Reading, corrections: Corrections) -> Reading:
    """A reading without those who are no people, and with the offices as corrected."""
    if not any(fold(person.name) in corrections.names for person in reading.people):
        return reading
    people = (one for one in reading.people if fold(one.name) not in corrections.not_a_person)
    return reading._replace(people=tuple(_with_offices(article_id, one, corrections.post) for one in people))


def _with_offices(article_id: str, person: Person, post: tuple[OfficeCorrection, ...]) -> Person:
    from newstui.model.people import Office

    offices = list(person.offices)
    for number, worded in enumerate(person.posts):
        for one in post:
            is_meant = one.name == fold(person.name) and one.article in (None, article_id)
            if is_meant and fold(one.wording) == fold(worded.text):
                right = Office(one.organization + one.rank, one.organization, one.rank, number, "correction")
                offices = [*(each for each in offices if each.post != number), right]
    return replace(person, offices=tuple(sorted(offices, key=lambda office: office.post)))


def _checked(which: str, kind: str, entry: object) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise ValueError(f"{which} is no table")
    wanted = _KEYS[kind]
    for key, value in entry.items():
        if key not in wanted:
            raise ValueError(f"{which} knows no {key}; it has {', '.join(wanted)}")
        words = value if isinstance(value, list) else [value]
        if not isinstance(value, wanted[key]) or not all(isinstance(each, str) and line(each) for each in words):
            raise ValueError(f"{which}: {key} is {'a list of words' if wanted[key] is list else 'a word'}")
    if missing := set(wanted) - set(entry) - _OPTIONAL:
        raise ValueError(f"{which} lacks {', '.join(sorted(missing))}")
    return entry
