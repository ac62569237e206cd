"""Whether every article of an archive is what was stored: its content hash says so, article by article."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newstui.archive import codec, dictionary
from newstui.archive.connection import open_reader
from newstui.archive.dictionary import Dictionary
from newstui.archive.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Damaged:
    """An article that is not what was stored; the id is None where even that cannot be read."""

    entry: int
    id: str | None
    title: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What a check found; ``structure`` lists what is wrong outside the articles: pages, tables, the search index."""

    checked: int
    damaged: tuple[Damaged, ...]
    structure: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damaged and not self.structure


def verify(path: Path, progress: Callable[[int, int], None] | None = None) -> VerifyResult:
    """Reads and checks every article; progress gets how many are done, and of how many. Raises ArchiveError."""
    connection = open_reader(path)
    try:
        check = _Check(connection)
        damaged = []
        last = check.last_entry()
        for entry in range(1, last + 1):
            reason = check.reason(entry)
            if reason:
                damaged.append(Damaged(entry, *check.naming(entry), reason))
            if progress and entry % 500 == 0:
                progress(entry, last)
        return VerifyResult(last, tuple(damaged), tuple(check.structure()))
    finally:
        connection.close()


class _Check:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._dictionaries: dict[int | None, Dictionary] = {None: Dictionary()}
        self._ids: dict[int, str] | None = None

    def last_entry(self) -> int:
        """The entry stored last, by whatever table still tells."""
        asked = (
            "SELECT max(entry) FROM texts",
            "SELECT max(entry) FROM lines",
            "SELECT max(first_entry + stored) - 1 FROM imports",
            "SELECT sum(articles) FROM days",
        )
        return max(row[0] or 0 for each in asked for row in self._rows(each))

    def reason(self, entry: int) -> str | None:
        """Why an article is damaged; None where it is whole."""
        try:
            line = self._row("SELECT id, title, published FROM lines WHERE entry = ?", entry)
            text = self._row("SELECT digest, dictionary, text, reading FROM texts WHERE entry = ?", entry)
            found = line and self._row("SELECT entry FROM lines WHERE id = ?", line[0])
        except sqlite3.DatabaseError as error:
            return str(error)
        if line is None or text is None:
            return "is missing in " + ("the list" if line is None else "the texts")
        if found != (entry,):
            return "is not found by its id"
        try:
            if codec.digest(line[0], line[1], line[2], text[2:]) != text[0]:
                return "does not match its content hash"
            against = self._dictionary(text[1])
            codec.unpack(line[0], codec.unpack_text(text[2], against.phrases), text[3], against.forms)
        except (ArchiveError, AttributeError, *codec.DAMAGE) as error:
            return f"cannot be read: {error}"
        return None

    def naming(self, entry: int) -> tuple[str | None, str | None]:
        """Id and title of a damaged article, as far as they can be read."""
        try:
            row = self._row("SELECT id, title FROM lines WHERE entry = ?", entry)
            if row and isinstance(row[0], str) and isinstance(row[1], str):
                return row[0], row[1]
        except sqlite3.DatabaseError:
            pass
        return self._from_indexes(entry), None

    def structure(self) -> Iterator[str]:
        """What SQLite and the search index themselves find wrong."""
        yield from (row[0] for row in self._rows("PRAGMA quick_check(20)") if row[0] != "ok")
        for table in ("search_terms", "character_terms"):
            try:
                self._connection.execute(f"SELECT sum(doc), sum(cnt) FROM {table}").fetchall()  # noqa: S608
            except sqlite3.DatabaseError as error:
                yield f"search index: {error}"

    def _from_indexes(self, entry: int) -> str | None:
        if self._ids is None:
            numbers = dict(self._rows("SELECT article, entry FROM lines INDEXED BY sqlite_autoindex_lines_1"))
            ids = dict(self._rows("SELECT article, id FROM lines INDEXED BY sqlite_autoindex_lines_2"))
            self._ids = {number: ids[article] for article, number in numbers.items() if article in ids}
        return self._ids.get(entry)

    def _dictionary(self, number: int | None) -> Dictionary:
        if number not in self._dictionaries:
            self._dictionaries[number] = dictionary.load(self._connection, number or 0)
        return self._dictionaries[number]

    def _row(self, asked: str, value: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(asked, (value,)).fetchone()
        return row

    def _rows(self, asked: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        try:
            for row in self._connection.execute(asked):
                found.append(row)
        except sqlite3.DatabaseError as error:
            if "quick_check" in asked:
                found.append((str(error),))
        return found
