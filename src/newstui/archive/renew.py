"""Articles of the archive read anew: their readings by a newer parser, or their whole search index."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newstui.archive import codec, dictionary, postings, schema, settings, tokens
from newstui.archive.dictionary import Dictionary
from newstui.archive.identity import Identities
from newstui.archive.numbers import SHIFTS
from newstui.archive.prepared import Prepared, prepare
from newstui.archive.rows import TABLES, Rows
from newstui.archive.vocabulary import Vocabulary
from newstui.model.article import Article
from newstui.model.reading import Reading

Pair = tuple[Article, Reading]


class Held:
    """The articles held, unpacked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._dictionaries: dict[int | None, Dictionary] = {None: Dictionary()}

    def pair(self, article_id: str) -> Pair:
        """An article with its reading. Raises one of DAMAGE, and KeyError where it is not held."""
        row = self._connection.execute(
            "SELECT dictionary, text, reading FROM texts WHERE entry = (SELECT entry FROM lines WHERE id = ?)",
            (article_id,),
        ).fetchone()
        if row is None:
            raise KeyError(article_id)
        against = self.dictionary(row[0])
        return codec.unpack(article_id, codec.unpack_text(row[1], against.phrases), row[2], against.forms)

    def dictionary(self, number: int | None) -> Dictionary:
        """A dictionary by its number."""
        if number not in self._dictionaries:
            self._dictionaries[number] = dictionary.load(self._connection, number or 0)
        return self._dictionaries[number]

    def ids(self) -> Iterator[tuple[int, int, str]]:
        """Article number, entry and id of all, in order of number."""
        yield from self._connection.execute("SELECT article, entry, id FROM lines ORDER BY article").fetchall()


def stale(connection: sqlite3.Connection, parser: str) -> list[str]:
    """The ids of the articles whose reading is by another parser version."""
    asked = "SELECT id FROM lines WHERE parser <> coalesce((SELECT id FROM parsers WHERE name = ?), 0) ORDER BY entry"
    return [article_id for (article_id,) in connection.execute(asked, (parser,))]


def with_names(connection: sqlite3.Connection, names: Iterable[str]) -> list[str]:
    """The ids of the articles whose text holds any of these folded names."""
    asked = "SELECT id FROM lines WHERE article IN (SELECT rowid FROM search WHERE search MATCH ?)"
    found: dict[str, None] = {}
    for name in names:
        found |= {article_id: None for (article_id,) in connection.execute(asked, (tokens.phrase(name),))}
    return list(found)


def take_out(
    connection: sqlite3.Connection, old: Prepared, vocabulary: Vocabulary, identities: Identities
) -> tuple[int, int | None]:
    """Takes an article out of index, list and narrow tables, inside a transaction; gives its entry and report."""
    asked = "SELECT article, entry, source, report FROM lines WHERE id = ?"
    article, entry, source, report = connection.execute(asked, (old.id,)).fetchone()
    marks = Rows(vocabulary, identities).of(entry, old, by=-1) + more_marks(entry, source, report)
    vocabulary.uncount_source(source)
    delete = "INSERT INTO {0} ({0}, rowid, tokens) VALUES ('delete', ?, ?)"
    connection.execute(delete.format("search"), (article, f"{marks} {old.search}"))
    connection.execute(delete.format("characters"), (article, old.characters))
    for table in ("lines", "texts", *TABLES):
        connection.execute(f"DELETE FROM {table} WHERE entry = ?", (entry,))
    connection.execute("UPDATE days SET articles = articles - 1 WHERE day = ?", (old.day,))
    postings.uncover(connection, entry, article)
    return entry, report


def more_marks(entry: int, source: int | None, report: int | None) -> str:
    """The marks of an article beside those of its people: its outlet, and whether another one leads it."""
    marks = f" {tokens.SOURCE}{source}" if source else ""
    return f"{marks} {tokens.REPRINT}" if report not in (None, entry) else marks


def index_anew(connection: sqlite3.Connection, shift: int | None = None) -> None:
    """Builds the search index from texts and readings, inside a transaction; with a shift, numbers articles anew."""
    vocabulary, identities = Vocabulary(connection), Identities(connection)
    held = Held(connection)
    postings.drop(connection)
    for table in ("search", "characters"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    if shift is not None:
        _number_anew(connection, shift)
    for article, entry, article_id in held.ids():
        one = prepare(*held.pair(article_id))
        more = connection.execute("SELECT source, report FROM lines WHERE article = ?", (article,)).fetchone()
        marks = Rows(vocabulary, identities).of(entry, one, by=0) + more_marks(entry, *more)
        connection.execute("INSERT INTO search (rowid, tokens) VALUES (?, ?)", (article, f"{marks} {one.search}"))
        connection.execute("INSERT INTO characters (rowid, tokens) VALUES (?, ?)", (article, one.characters))
    settings.change(connection, "index", schema.INDEX_VERSION)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the search index has the form this version writes."""
    return settings.setting(connection, "index") == schema.INDEX_VERSION


def _number_anew(connection: sqlite3.Connection, shift: int) -> None:
    old, new = settings.calendar(connection), replace(settings.calendar(connection), shift=shift)
    following: dict[int, int] = {}
    numbers = []
    for (article,) in connection.execute("SELECT article FROM lines ORDER BY article"):
        day = old.day_of_number(article)
        number = following.get(day, new.numbers_of(day)[0])
        following[day] = number + 1
        numbers.append((number, article))
    away = 1 << 50
    connection.execute("UPDATE lines SET article = article + ?", (away,))
    connection.executemany("UPDATE lines SET article = ? WHERE article = ?", ((n, a + away) for n, a in numbers))
    settings.change(connection, "shift", str(shift))


def roomier(shift: int) -> int | None:
    """The next larger room for a day; None where there is none."""
    return next((each for each in SHIFTS if each > shift), None)
