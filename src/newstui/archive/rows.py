"""The rows of the narrow tables, and the marks of people, posts, roles and organisations in the search index."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from typing import Any, Final

from newstui.archive import tokens
from newstui.archive.identity import Identities
from newstui.archive.prepared import Prepared, PreparedPerson
from newstui.archive.vocabulary import Vocabulary
from newstui.model.outline import several

TABLES: Final = {"mentions": 5, "posts": 6, "roles": 5, "speeches": 5, "items": 4, "actions": 5, "statements": 5}
"""The narrow tables and how many columns each has; the first is the entry of the article."""


class Rows:
    """Gathers the rows of a batch."""

    def __init__(self, vocabulary: Vocabulary, identities: Identities) -> None:
        self._word = vocabulary
        self._identities = identities
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}

    def of(self, entry: int, one: Prepared, by: int = 1) -> str:
        """Takes the rows of one article; gives its marks as tokens, each counted (down, with by=-1)."""
        marks: set[str] = set()
        for person in one.people:
            self._person(entry, person, marks)
        for start, length, speaker, verb in one.speeches:
            name = self._word.name(speaker)
            self._rows["speeches"].append((entry, start, length, name, self._word.word(verb)))
            marks.update(f"{tokens.SPEAKER}{self._word.name(each)}" for each in {speaker, *several(speaker)})
        for start, length, ordinal in one.items:
            self._rows["items"].append((entry, start, length, self._word.word(ordinal)))
        for start, length, addressee, due in one.actions:
            whom = self._word.word(addressee) if addressee else None
            self._rows["actions"].append((entry, start, length, whom, due))
        for name_, start, length, act in one.statements:
            organization = self._word.organization(name_)
            self._rows["statements"].append((entry, organization, start, length, self._word.word(act)))
            marks.add(f"{tokens.ORGANIZATION}{organization}")
        self._word.count(marks, by)
        return " ".join(sorted(marks))

    def write(self, connection: sqlite3.Connection) -> None:
        """Stores what was gathered."""
        for table, width in TABLES.items():
            places = ", ".join("?" * width)
            self._rows[table].sort(key=lambda row: row[:3])  # in the order of the keys the pages fill
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", self._rows[table])

    def _person(self, entry: int, person: PreparedPerson, marks: set[str]) -> None:
        name = self._word.name(person.name)
        human: int | None = self._identities.person(name, [self._word.word(each) for each in person.grounds])
        for start, length in person.mentions:
            self._rows["mentions"].append((entry, name, start, length, human))
            human = None
        marks.add(f"{tokens.NAME}{name}")
        for role, start, length in person.roles:
            self._rows["roles"].append((entry, name, role, start, length))
            marks.add(f"{tokens.ROLE}{role}")
        for post in person.posts:
            organization, rank = self._word.organization(post.organization), self._word.rank(post.rank)
            office = self._word.office(organization, rank)
            wording = None if post.wording == post.organization + post.rank else self._word.word(post.wording)
            self._rows["posts"].append((entry, name, post.start, office, post.length, wording))
            marks.add(f"{tokens.RANK}{rank}")
            marks.add(f"{tokens.OFFICE}{office}")
            if post.organization:
                marks.add(f"{tokens.ORGANIZATION}{organization}")
