"""The articles of each person, rank, organisation and outlet as sets at hand, to count a large result by.

The search index knows the same sets, article by article. Here they lie as compressed bitmaps, built anew by the writer
when enough articles have come. Articles that came or changed since are not *covered*: whoever counts
looks at these one by one. A set that is missing or damaged is read from the search index.
"""

from __future__ import annotations

import sqlite3
import zlib
from json import loads
from typing import Final

from pyroaring import BitMap, BitMap64

from newstui.archive import tokens
from newstui.archive.connection import transaction
from newstui.archive.keys import Keys
from newstui.archive.settings import calendar, change, setting

KINDS: Final = {
    tokens.NAME: ("names", "name"),
    tokens.RANK: ("ranks", "word"),
    tokens.ORGANIZATION: ("organizations", "name"),
    tokens.SOURCE: ("sources", "name"),
}
"""By the letter of their tokens: the tables of what has a set, and the column that names it."""
_LEAST: Final = 50
"""What stands in fewer articles is as soon read from the search index."""
_ALL: Final = (tokens.EVERY, 0)
_CLOSING: Final = (2_000, 100)
_RUNNING: Final = (20_000, 4)
"""They are built anew where more articles are not covered than the first of these, and than this part of all."""


class Postings:
    """The sets of one archive, as they are now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.keys = Keys(calendar(connection))
        self.covered = self._covered()

    def of(self, letter: str, number: int) -> BitMap:
        """The keys of the articles that hold a mark."""
        kept = self._kept(letter, number)
        return self._indexed(f"{letter}{number}") if kept is None else kept

    def others(self) -> list[int]:
        """The numbers of the articles that are not covered."""
        asked = (
            "SELECT article FROM lines WHERE entry > ?1 UNION "
            "SELECT l.article FROM uncovered u JOIN lines l ON l.entry = u.entry"
        )
        return [article for (article,) in self._connection.execute(asked, (_last_entry(self._connection),))]

    def build(self) -> None:
        """Builds them anew, inside a transaction of the caller."""
        run = self._connection.execute
        run("DELETE FROM postings")
        run("DELETE FROM uncovered")
        self._keep(*_ALL, self._indexed(tokens.EVERY))
        for letter, (table, _) in KINDS.items():
            often = f"SELECT id FROM {table} WHERE articles >= ?"  # noqa: S608  one of the constants above
            for (number,) in run(often, (_LEAST,)).fetchall():
                self._keep(letter, number, self._indexed(f"{letter}{number}"))
        last = run("SELECT coalesce(max(entry), 0) FROM lines").fetchone()[0]
        change(self._connection, "covered", str(last))

    def _covered(self) -> BitMap:
        """The keys of the articles whose sets are known; of none where that is not known for certain."""
        gone = self._connection.execute("SELECT article FROM uncovered").fetchall()
        kept = self._kept(*_ALL)
        return (kept or self._bitmap([])) - self._bitmap([self.keys.of(article) for (article,) in gone])

    def _kept(self, letter: str, number: int) -> BitMap | None:
        asked = "SELECT keys FROM postings WHERE letter = ? AND number = ?"
        row = self._connection.execute(asked, (letter, number)).fetchone()
        return _unpacked(row[0], self.keys) if row else None

    def _indexed(self, token: str) -> BitMap:
        asked = f"SELECT group_concat({self.keys.sql('rowid')}) FROM search WHERE search MATCH ?"  # noqa: S608
        (listed,) = self._connection.execute(asked, (f'"{token}"',)).fetchone()
        return self._bitmap(loads(f"[{listed or ''}]"))

    def _bitmap(self, keys: list[int]) -> BitMap:
        return bitmap(self.keys, keys)

    def _keep(self, letter: str, number: int, keys: BitMap) -> None:
        keys.run_optimize()
        packed = keys.serialize()
        whole = zlib.crc32(packed).to_bytes(4, "big") + packed
        self._connection.execute("INSERT INTO postings VALUES (?, ?, ?)", (letter, number, whole))


def bitmap(keys: Keys, given: list[int]) -> BitMap:
    """A set of keys; where these are wide, of the wide kind, which does the same."""
    return BitMap(given) if keys.fit else BitMap64(given)  # type: ignore[return-value]


def refresh(connection: sqlite3.Connection, *, closing: bool) -> None:
    """Builds the sets anew where it is worth it; more often before the writer goes."""
    least, part = _CLOSING if closing else _RUNNING
    if _behind(connection) > max(least, _last_entry(connection) // part):
        with transaction(connection):
            Postings(connection).build()


def _behind(connection: sqlite3.Connection) -> int:
    """How many articles are not covered."""
    newest = connection.execute("SELECT coalesce(max(entry), 0) FROM lines").fetchone()[0]
    changed = connection.execute("SELECT count(*) FROM uncovered").fetchone()[0]
    return int(newest - _last_entry(connection) + changed)


def uncover(connection: sqlite3.Connection, entry: int, article: int) -> None:
    """An article changes, or goes from its number: it is not covered any more. Inside a transaction of the caller."""
    if entry <= _last_entry(connection):
        connection.execute("INSERT OR IGNORE INTO uncovered VALUES (?, ?)", (entry, article))


def drop(connection: sqlite3.Connection) -> None:
    """No article is covered any more. Inside a transaction of the caller."""
    connection.execute("DELETE FROM postings")
    connection.execute("DELETE FROM uncovered")
    change(connection, "covered", "0")


def _last_entry(connection: sqlite3.Connection) -> int:
    return int(setting(connection, "covered") or 0)


def _unpacked(packed: bytes, keys: Keys) -> BitMap | None:
    """A set as it was kept; None where it is damaged."""
    whole = memoryview(packed)[4:]
    if zlib.crc32(whole).to_bytes(4, "big") != packed[:4]:
        return None
    return BitMap.deserialize(bytes(whole)) if keys.fit else BitMap64.deserialize(bytes(whole))  # type: ignore[return-value]
