"""The writer of the archive: batches of articles with their readings, each batch whole or not at all."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from newstui.archive import codec, numbers, tokens
from newstui.archive.connection import leave_companions, open_writer, saying, transaction
from newstui.archive.errors import ArchiveError
from newstui.archive.identity import Identities
from newstui.archive.prepared import Prepared, PreparedPerson, prepare
from newstui.archive.vocabulary import Vocabulary
from newstui.model.article import Article
from newstui.model.reading import Reading

_TABLES: Final = {
    "people": 3, "mentions": 4, "posts": 8, "roles": 5, "speeches": 5, "items": 4, "actions": 5, "statements": 5
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be taken, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of a batch."""

    stored: int = 0
    unchanged: int = 0
    failed: tuple[Failed, ...] = ()

    def __add__(self, other: PutResult) -> PutResult:
        return PutResult(self.stored + other.stored, self.unchanged + other.unchanged, (*self.failed, *other.failed))


class Writer:
    """The one writer. Others wait for it batch by batch; readers never do. Raises ArchiveError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_writer(path)
        self._inode = _identity(path)
        self._vocabulary = Vocabulary(self._connection)
        self._identities = Identities(self._connection)
        self._import: int | None = None
        self._configure()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def put(self, pairs: Iterable[tuple[Article, Reading]]) -> PutResult:
        """Stores articles with their readings as one batch; those already held stay as they are."""
        return self.put_prepared([prepare(article, reading) for article, reading in pairs])

    def put_prepared(self, batch: Sequence[Prepared]) -> PutResult:
        """The same for articles made ready elsewhere."""
        with self._writing():
            new = self._unknown(batch)
            placed, failed = self._placed(new)
            rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _TABLES}
            for article, one in placed:
                self._store(article, one, rows)
            for table, width in _TABLES.items():
                self._insert(table, width, rows[table])
            self._count(placed)
            self._vocabulary.flush()
        return PutResult(len(placed), len(batch) - len(new), tuple(failed))

    def fail(self, failures: Iterable[Failed]) -> None:
        """Remembers what could not be taken, for ``newstui doctor``."""
        with self._writing():
            self._connection.executemany(
                "INSERT OR REPLACE INTO failures VALUES (?, ?, ?)",
                [(one.origin, one.reason, self._import) for one in failures],
            )

    def close(self) -> None:
        """Checkpoints and leaves the archive so that everyone can open it."""
        with saying(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()
            if self.path.exists() and _identity(self.path) == self._inode:
                leave_companions(self.path)

    def _configure(self) -> None:
        with saying(self.path), transaction(self._connection):
            for table in ("search", "characters"):
                self._connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('hashsize', ?)", (24 << 20,))  # noqa: S608

    def _writing(self) -> _Write:
        return _Write(self)

    def _begin(self) -> None:
        if not self.path.exists() or _identity(self.path) != self._inode:
            raise ArchiveError(f"{self.path}: was moved or replaced while it was written; run the import again")
        self._connection.execute("BEGIN IMMEDIATE")
        if self._import is None:
            cursor = self._connection.execute("INSERT INTO imports (started) VALUES (?)", (time.time(),))
            self._import = cursor.lastrowid

    def _end(self, well: bool) -> None:
        if well:
            self._connection.execute("COMMIT")
            return
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._vocabulary.forget()
        self._identities.forget()
        self._import = None

    def _unknown(self, batch: Sequence[Prepared]) -> list[Prepared]:
        fresh = {one.id: one for one in reversed(batch)}
        known = "SELECT 1 FROM lines WHERE id = ?"
        kept = [one for one in fresh.values() if not self._connection.execute(known, (one.id,)).fetchone()]
        return sorted(kept, key=lambda one: (one.day, one.published or "", one.id))

    def _placed(self, new: Sequence[Prepared]) -> tuple[list[tuple[int, Prepared]], list[Failed]]:
        placed: list[tuple[int, Prepared]] = []
        failed = []
        following: dict[int, int] = {}
        for one in new:
            first, end = numbers.numbers_of(one.day)
            article = following.get(one.day) or self._following(first, end)
            if article >= end:
                failed.append(Failed(one.id, f"{one.title}: more than 65,535 articles of one day"))
                continue
            following[one.day] = article + 1
            placed.append((article, one))
        return placed, failed

    def _following(self, first: int, end: int) -> int:
        newest = "SELECT max(article) FROM lines WHERE article >= ? AND article < ?"
        found = self._connection.execute(newest, (first, end)).fetchone()[0]
        return first if found is None else found + 1

    def _store(self, article: int, one: Prepared, rows: dict[str, list[tuple[object, ...]]]) -> None:
        marks = self._marks(article, one, rows)
        run, word = self._connection.execute, self._vocabulary
        source = word.source(one.source)
        line = (article, one.id, one.title, one.published, source, len(one.people), None, self._import)
        run("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*line, word.parser(one.parser)))
        parts = (one.fields, one.text, one.reading)
        digest = codec.digest(one.id, one.title, one.published, parts)
        run("INSERT INTO texts VALUES (?, ?, ?, ?, ?)", (article, digest, *parts))
        run("INSERT INTO search (rowid, tokens) VALUES (?, ?)", (article, f"{one.search} {' '.join(marks)}"))
        run("INSERT INTO characters (rowid, tokens) VALUES (?, ?)", (article, one.characters))

    def _marks(self, article: int, one: Prepared, rows: dict[str, list[tuple[object, ...]]]) -> list[str]:
        """Fills the rows of the narrow tables; gives the tokens of people, posts, roles, organisations."""
        word = self._vocabulary
        marks: set[str] = set()
        for person in one.people:
            self._person_rows(article, person, rows, marks)
        for start, stop, speaker, verb in one.speeches:
            name = word.speaker(speaker)
            rows["speeches"].append((article, start, stop, name, word.word(verb)))
            marks.add(f"{tokens.SPEAKER}{name}")
        rows["items"] += [(article, start, stop, word.word(ordinal)) for start, stop, ordinal in one.items]
        rows["actions"] += [
            (article, start, stop, addressee and word.word(addressee), due)
            for start, stop, addressee, due in one.actions
        ]
        for name_, start, stop, act in one.statements:
            organization = word.organization(name_)
            rows["statements"].append((article, organization, start, stop, word.word(act)))
            marks.add(f"{tokens.ORGANIZATION}{organization}")
        word.count(marks)
        return sorted(marks)

    def _person_rows(
        self, article: int, person: PreparedPerson, rows: dict[str, list[tuple[object, ...]]], marks: set[str]
    ) -> None:
        word = self._vocabulary
        name = word.name(person.name)
        marks.add(f"{tokens.NAME}{name}")
        rows["people"].append((article, name, self._identities.person(name, person.grounds)))
        rows["mentions"] += [(article, start, stop, name) for start, stop in person.mentions]
        for role, start, stop in person.roles:
            rows["roles"].append((article, name, role, start, stop))
            marks.add(f"{tokens.ROLE}{role}")
        for post in person.posts:
            organization, rank = word.organization(post.organization), word.rank(post.rank)
            office = word.office(organization, rank)
            wording = None if post.wording == post.organization + post.rank else word.word(post.wording)
            rows["posts"].append(
                (article, name, post.start, post.n, post.stop, office, wording, word.word(post.reason))
            )
            marks |= {f"{tokens.RANK}{rank}", f"{tokens.OFFICE}{office}"}
            if post.organization:
                marks.add(f"{tokens.ORGANIZATION}{organization}")

    def _insert(self, table: str, width: int, rows: list[tuple[object, ...]]) -> None:
        places = ", ".join("?" * width)
        self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", rows)  # noqa: S608

    def _count(self, placed: Sequence[tuple[int, Prepared]]) -> None:
        days = Counter(one.day for _, one in placed)
        self._connection.executemany(
            "INSERT INTO days VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET articles = articles + excluded.articles",
            days.items(),
        )
        stored = "UPDATE imports SET stored = stored + ? WHERE id = ?"
        self._connection.execute(stored, (len(placed), self._import))


class _Write:
    """One write of the writer, whole or not at all, its errors in words."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def __enter__(self) -> None:
        with saying(self._writer.path):
            self._writer._begin()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with saying(self._writer.path):
            try:
                self._writer._end(well=error is None)
            except sqlite3.Error:
                self._writer._end(well=False)
                raise
            if isinstance(error, sqlite3.Error):
                raise error


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
