"""Which human a name means: namesakes are told apart by the organisations and places they appear with.

A name alone never joins two articles. Where a person shares a ground (an organisation, a region) with a person of
that name already known, they are the same; where the grounds of one join two, those were one all along.
Person 0 is a name without any ground.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from newstui.archive.corrections import Grounds
from newstui.archive.vocabulary import Vocabulary

_LIMIT: Final = 400_000


class Identities:
    """Gives each appearance of a name its person. Used inside the writer's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """After a write that was taken back, nothing remembered may be trusted."""
        self._known.clear()

    def person(self, name: int, grounds: Iterable[int]) -> int:
        """The person of an appearance, a new one where no ground is known."""
        found = {ground: self._at(name, ground) for ground in grounds}
        if not found:
            return 0
        persons = sorted({person for person in found.values() if person})
        person = persons[0] if persons else self._new(name)
        for other in persons[1:]:
            self._join(name, other, person)
        for ground, known in found.items():
            if known != person:
                self._connection.execute("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?)", (name, ground, person))
                self._known[name, ground] = person
        return person

    def _at(self, name: int, ground: int) -> int:
        known = self._known.get((name, ground))
        if known is None:
            row = self._connection.execute(
                "SELECT person FROM evidence WHERE name = ? AND ground = ?", (name, ground)
            ).fetchone()
            if len(self._known) > _LIMIT:
                self._known.clear()
            known = self._known[name, ground] = row[0] if row else 0
        return known

    def _new(self, name: int) -> int:
        cursor = self._connection.execute("INSERT INTO persons (name) VALUES (?)", (name,))
        return int(cursor.lastrowid or 0)

    def _join(self, name: int, other: int, person: int) -> None:
        run = self._connection.execute
        run("UPDATE evidence SET person = ? WHERE name = ? AND person = ?", (person, name, other))
        run("UPDATE persons SET same_as = ? WHERE id = ? OR same_as = ?", (person, other, other))
        for (ground,) in run("SELECT ground FROM evidence WHERE name = ? AND person = ?", (name, person)):
            self._known[name, ground] = person

    def follow(self, merge: Iterable[Grounds], split: Iterable[Grounds], vocabulary: Vocabulary) -> None:
        """Joins and parts people as corrections say, now and for what comes."""
        run = self._connection.execute
        self.forget()
        for one in (*merge, *split):
            name = vocabulary.name(one.name)
            person = self._new(name)
            for ground in map(vocabulary.word, one.grounds):
                run("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?)", (name, ground, person))
            self._move(name, one.grounds, person)

    def _move(self, name: int, grounds: Iterable[str], person: int) -> None:
        """The appearances with these grounds, in posts held, become that person's."""
        for ground in grounds:
            self._connection.execute(
                "UPDATE mentions SET person = ? WHERE name = ? AND person IS NOT NULL AND entry IN ("
                "SELECT p.entry FROM posts p JOIN offices o ON o.id = p.office JOIN organizations g "
                "ON g.id = o.organization WHERE p.name = ? AND substr(g.name, 1, length(?)) = ?)",
                (person, name, name, ground, ground),
            )
