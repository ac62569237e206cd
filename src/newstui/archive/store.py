"""The writer of the archive: batches of articles with their readings, each batch whole or not at all."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from newstui.archive import codec, dictionary, postings, renew, settings
from newstui.archive.connection import leave_companions, open_writer, saying, transaction
from newstui.archive.corrections import Corrections, corrections_of, parse
from newstui.archive.dictionary import Dictionary
from newstui.archive.errors import ArchiveError
from newstui.archive.identity import Identities
from newstui.archive.prepared import Prepared, prepare
from newstui.archive.renew import Held
from newstui.archive.reprints import Reprints
from newstui.archive.rows import Rows
from newstui.archive.settings import calendar
from newstui.archive.vocabulary import Vocabulary
from newstui.intake.failed import Failed
from newstui.model.article import Article
from newstui.model.reading import Reading

_VACUUM: Final = 8000
"""Pages given back at most when a writer closes."""


@dataclass(frozen=True, slots=True)
class PutResult:
    """What became of a batch."""

    stored: int = 0
    unchanged: int = 0
    failed: tuple[Failed, ...] = ()

    def __add__(self, other: PutResult) -> PutResult:
        failed = (*self.failed, *other.failed)
        return PutResult(self.stored + other.stored, self.unchanged + other.unchanged, failed)


class Writer:
    """The one writer. Others wait for it batch by batch; readers never do. Raises ArchiveError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_writer(path)
        self._file = _file(path)
        self._vocabulary = Vocabulary(self._connection)
        self._identities = Identities(self._connection)
        self._calendar = calendar(self._connection)
        self._held = Held(self._connection)
        self._reprints = Reprints(self._connection, self._held)
        self._reports: dict[int, int | None] = {}
        self._import: int | None = None
        self._current()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def put(self, pairs: Iterable[tuple[Article, Reading]]) -> PutResult:
        """Stores articles with their readings as one batch; those already held stay as they are."""
        phrases = dictionary.current(self._connection)
        return self.put_prepared([prepare(article, reading, phrases) for article, reading in pairs])

    def put_prepared(self, batch: Sequence[Prepared]) -> PutResult:
        """The same for articles made ready elsewhere."""
        with self._writing():
            new = self._unknown(batch)
            entry = self._connection.execute("SELECT coalesce(max(entry), 0) FROM texts").fetchone()[0]
            failed = self._keep([(entry + n, one) for n, one in enumerate(new, 1)])
            stored = "UPDATE imports SET stored = stored + ? WHERE id = ?"
            self._connection.execute(stored, (len(new) - len(failed), self._import))
        with saying(self.path):
            postings.refresh(self._connection, closing=False)
        return PutResult(len(new) - len(failed), len(batch) - len(new), tuple(failed))

    def renew(self, pairs: Sequence[tuple[Prepared, Prepared]]) -> PutResult:
        """Puts new readings in the place of old ones, as one batch; ids stay."""
        with self._writing():
            taken = []
            for old, new in pairs:
                entry, report = renew.take_out(self._connection, old, self._vocabulary, self._identities)
                self._reports[entry] = report
                taken.append((entry, new))
            failed = self._keep(sorted(taken, key=lambda pair: _in_date_order(pair[1])))
        return PutResult(len(pairs) - len(failed), 0, tuple(failed))

    def stale(self, parser: str) -> list[str]:
        """The ids of the articles whose reading is by another parser version."""
        with saying(self.path):
            return renew.stale(self._connection, parser)

    def held(self, article_id: str) -> tuple[Article, Reading]:
        """An article with its reading. Raises one of ``codec.DAMAGE``."""
        with saying(self.path):
            return self._held.pair(article_id)

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids the archive holds already."""
        asked = "SELECT 1 FROM lines WHERE id = ?"
        with saying(self.path):
            return {each for each in ids if self._connection.execute(asked, (each,)).fetchone()}

    def fail(self, failures: Iterable[Failed]) -> None:
        """Remembers what could not be taken, for ``newstui doctor``."""
        failures = list(failures)
        if failures:
            with self._writing():
                rows = [(one.origin, one.reason, one.how, self._import) for one in failures]
                asked = "INSERT OR REPLACE INTO failures (origin, reason, how, import) VALUES (?, ?, ?, ?)"
                self._connection.executemany(asked, rows)

    def failed(self) -> set[str]:
        """The origins of what could not be taken so far."""
        with saying(self.path):
            return {origin for (origin,) in self._connection.execute("SELECT origin FROM failures")}

    def mend(self, origins: Iterable[str]) -> None:
        """Forgets failures that are none any more."""
        rows = [(origin,) for origin in origins]
        if rows:
            with self._writing():
                self._connection.executemany("DELETE FROM failures WHERE origin = ?", rows)

    def dictionary(self, sample: Callable[[], tuple[bytes, bytes]] | None = None) -> Dictionary:
        """The dictionary to compress against; a new one from the sample, phrases and forms, where one is wanted."""
        with saying(self.path):
            if sample is not None and dictionary.wanted(self._connection):
                phrases, forms = sample()
                with transaction(self._connection):
                    return dictionary.add(self._connection, phrases, forms)
            return dictionary.current(self._connection)

    def corrections(self) -> Corrections:
        """The owner's corrections."""
        with saying(self.path):
            return corrections_of(self._connection)

    def keep_corrections(self, text: str) -> list[str]:
        """Takes the place of the owner's corrections; gives the names whose articles are to be read again.

        They are remembered until ``corrections_hold``. Raises ValueError where the text is none.
        """
        new = parse(text)
        with self._writing():
            names = {*self._uncorrected(), *corrections_of(self._connection).names, *new.names}
            settings.change(self._connection, "corrections", text)
            settings.change(self._connection, "uncorrected", "\n".join(sorted(names)))
            self._identities.follow(new.merge, new.split, self._vocabulary)
        return sorted(names)

    def corrections_hold(self) -> None:
        """Every article is read as the corrections have it."""
        with self._writing():
            settings.change(self._connection, "uncorrected", "")

    def keeps(self, corrections: str) -> bool:
        """Whether this is the text of the owner's corrections, and they hold in every article."""
        with saying(self.path):
            kept = settings.setting(self._connection, "corrections") or ""
            return kept == corrections and not self._uncorrected()

    def _uncorrected(self) -> list[str]:
        return (settings.setting(self._connection, "uncorrected") or "").split()

    def with_names(self, names: Iterable[str]) -> list[str]:
        """The ids of the articles that name any of these folded names."""
        with saying(self.path):
            return renew.with_names(self._connection, names)

    def close(self) -> None:
        """Checkpoints and leaves the archive so that everyone can open it."""
        with saying(self.path):
            with suppress(sqlite3.OperationalError):  # another writer goes on, or the disk is full
                postings.refresh(self._connection, closing=True)
                self._connection.executescript(f"PRAGMA incremental_vacuum({_VACUUM});")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()
            if self.path.exists() and _file(self.path) == self._file:
                leave_companions(self.path)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with saying(self.path):
            if not self.path.exists() or _file(self.path) != self._file:
                raise ArchiveError("moved", self.path)
            try:
                with transaction(self._connection):
                    self._import = self._import or self._begun()
                    yield
            except BaseException:
                self._vocabulary.forget()
                self._identities.forget()
                self._reports.clear()
                self._import = None
                self._calendar = calendar(self._connection)
                raise

    def _begun(self) -> int:
        first = "SELECT coalesce(max(entry), 0) + 1 FROM texts"
        asked = f"INSERT INTO imports (started, first_entry, stored) VALUES (?, ({first}), 0)"
        return int(self._connection.execute(asked, (time.time(),)).lastrowid or 0)

    def _unknown(self, batch: Sequence[Prepared]) -> list[Prepared]:
        fresh = {one.id: one for one in reversed(batch)}
        known = "SELECT 1 FROM lines WHERE id = ?"
        kept = [one for one in fresh.values() if not self._connection.execute(known, (one.id,)).fetchone()]
        return sorted(kept, key=_in_date_order)

    def _keep(self, new: Sequence[tuple[int, Prepared]]) -> list[Failed]:
        """Stores articles, in date order, each under its entry."""
        placed, failed = self._placed(new)
        rows = Rows(self._vocabulary, self._identities)
        for article, entry, one in placed:
            self._store(article, entry, one, rows)
        rows.write(self._connection)
        self._count([one for _, _, one in placed])
        self._vocabulary.flush()
        return failed

    def _placed(self, new: Sequence[tuple[int, Prepared]]) -> tuple[list[tuple[int, int, Prepared]], list[Failed]]:
        placed: list[tuple[int, int, Prepared]] = []
        failed: list[Failed] = []
        following: dict[int, int] = {}
        for entry, one in new:
            first, end = self._calendar.numbers_of(one.day)
            article = following.get(one.day) or self._following(first, end)
            if article >= end and (shift := renew.roomier(self._calendar.shift)):
                renew.index_anew(self._connection, shift)
                self._calendar = calendar(self._connection)
                return self._placed(new)
            if article >= end:
                failed.append(Failed(one.id, f"{one.title}: more than a million articles of one day"))
                continue
            following[one.day] = article + 1
            placed.append((article, entry, one))
        return placed, failed

    def _following(self, first: int, end: int) -> int:
        newest = "SELECT max(article) FROM lines WHERE article >= ? AND article < ?"
        found = self._connection.execute(newest, (first, end)).fetchone()[0]
        return int(first if found is None else found + 1)

    def _store(self, article: int, entry: int, one: Prepared, rows: Rows) -> None:
        run, word = self._connection.execute, self._vocabulary
        source, parser = word.source(one.source), word.parser(one.parser)
        report = self._reports.pop(entry, None) if entry in self._reports else self._report(entry, one)
        marks = rows.of(entry, one) + renew.more_marks(entry, source, report)
        line = (article, entry, one.id, one.title, one.published, source, len(one.people), report, parser)
        run("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", line)
        packed = (one.text, one.reading)
        digest = codec.digest(one.id, one.title, one.published, packed)
        run("INSERT INTO texts VALUES (?, ?, ?, ?, ?)", (entry, digest, one.dictionary, *packed))
        run("INSERT INTO search (rowid, tokens) VALUES (?, ?)", (article, f"{marks} {one.search}"))
        run("INSERT INTO characters (rowid, tokens) VALUES (?, ?)", (article, one.characters))

    def _report(self, entry: int, one: Prepared) -> int | None:
        against = self._held.dictionary(one.dictionary)
        return self._reprints.report_of(entry, one, against.phrases, self._calendar)

    def _current(self) -> None:
        """Builds the search index anew where another version of newstui built it in another form."""
        if not renew.is_current(self._connection):
            with self._writing():
                renew.index_anew(self._connection)

    def _count(self, placed: Sequence[Prepared]) -> None:
        added = "INSERT INTO days VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET articles = articles + excluded.articles"
        self._connection.executemany(added, Counter(one.day for one in placed).items())


def _in_date_order(one: Prepared) -> tuple[int, str, str]:
    return one.day, one.published or "", one.id


def _file(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
