"""The words the archive knows by number: names, organisations, ranks, offices, sources; and how often each occurs."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Final

from newstui.archive import tokens
from newstui.model.clean import line
from newstui.model.fold import fold

_LIMIT: Final = 400_000
"""Words kept in memory; the tables hold them all."""
COUNTED: Final = {
    tokens.NAME: ("names", "articles"),
    tokens.SPEAKER: ("names", "speeches"),
    tokens.RANK: ("ranks", "articles"),
    tokens.OFFICE: ("offices", "articles"),
    tokens.ORGANIZATION: ("organizations", "articles"),
}
"""The letters of marks, and where it is kept in how many articles each mark stands."""


class Vocabulary:
    """Gives each word its number, a new one where it is new. Used inside the writer's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[object, ...], int] = {}
        self._counts: Counter[str] = Counter()
        self._sources: Counter[int] = Counter()

    def forget(self) -> None:
        """After a write that was taken back, nothing remembered may be trusted."""
        self._known.clear()
        self._counts.clear()
        self._sources.clear()

    def name(self, name: str) -> int:
        """The name of a person or a speaker; its spellings are found when it is first met."""
        return self._known.get(("name", name)) or self._named(name)

    def organization(self, name: str) -> int:
        """An organisation; the empty one for a post that names none."""
        return self._known.get(("organization", name)) or self._folded(
            "organization", "organizations (name, folded)", name
        )

    def rank(self, word: str) -> int:
        """A whole rank word: 副县长."""
        return self._known.get(("rank", word)) or self._folded("rank", "ranks (word, folded)", word)

    def office(self, organization: int, rank: int) -> int:
        """A rank in an organisation."""
        key = ("office", rank, organization)
        values = (rank, organization)
        found = self._known.get(key)
        return found or self._number(
            key, "offices (rank, organization)", values, "rank = ? AND organization = ?", values
        )

    def word(self, text: str) -> int:
        """Any other word."""
        found = self._known.get(("word", text))
        return found or self._number(("word", text), "words (text)", (line(text),), "text = ?", (line(text),))

    def parser(self, version: str) -> int:
        """A parser version."""
        found = self._known.get(("parser", version))
        return found or self._number(("parser", version), "parsers (name)", (version,), "name = ?", (version,))

    def source(self, name: str | None) -> int | None:
        """An outlet, counted with each use."""
        if not name or not line(name):
            return None
        clean = line(name)
        known = self._known.get(("source", name))
        values = (clean, fold(clean))
        number = known or self._number(("source", name), "sources (name, folded)", values, "name = ?", (clean,))
        self._sources[number] += 1
        return number

    def count(self, marks: Iterable[str], by: int = 1) -> None:
        """One more article (or fewer) for each of its marks."""
        if by == 1:
            self._counts.update(marks)
        else:
            self._counts.subtract(dict.fromkeys(marks, -by))

    def uncount_source(self, number: int | None) -> None:
        """One article fewer of an outlet."""
        if number is not None:
            self._sources[number] -= 1

    def flush(self) -> None:
        """Writes the counts of the batch."""
        for letter, (table, column) in COUNTED.items():
            rows = [(n, int(mark[1:])) for mark, n in self._counts.items() if mark[0] == letter and n]
            self._connection.executemany(f"UPDATE {table} SET {column} = {column} + ? WHERE id = ?", rows)
        used = [(n, number) for number, n in self._sources.items() if n]
        self._connection.executemany("UPDATE sources SET articles = articles + ? WHERE id = ?", used)
        self._counts.clear()
        self._sources.clear()
        if len(self._known) > _LIMIT:
            self._known.clear()

    def _named(self, name: str) -> int:
        from newstui.archive.pinyin import spellings, toned

        folded = fold(name)
        row = self._connection.execute("SELECT id FROM names WHERE folded = ?", (folded,)).fetchone()
        if row is None:
            asked = "INSERT INTO names (name, folded, pinyin) VALUES (?, ?, ?)"
            row = (self._connection.execute(asked, (name, folded, toned(name))).lastrowid,)
            letters = sorted({each for spelling in spellings(name) for each in spelling})
            added = "INSERT OR IGNORE INTO spellings VALUES (?, ?)"
            self._connection.executemany(added, [(each, row[0]) for each in letters])
        self._known["name", name] = number = int(row[0])
        return number

    def _folded(self, kind: str, target: str, word: str) -> int:
        folded = fold(word)
        return self._number((kind, word), target, (word, folded), "folded = ?", (folded,))

    def _number(
        self,
        key: tuple[object, ...],
        target: str,
        values: tuple[object, ...],
        where: str,
        asked: tuple[object, ...],
    ) -> int:
        table = target.partition(" ")[0]
        row = self._connection.execute(f"SELECT id FROM {table} WHERE {where}", asked).fetchone()
        if row is None:
            places = ", ".join("?" * len(values))
            row = (self._connection.execute(f"INSERT INTO {target} VALUES ({places})", values).lastrowid,)
        self._known[key] = number = int(row[0])
        return number
