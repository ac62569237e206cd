"""The tables of the archive, and how an older archive becomes a newer one.

An article has two numbers. ``article`` is its place in date order, ``day << shift | n``, so that a page of the list
and a range of dates are ranges of numbers. ``entry`` is its place in the order of arrival, so that texts and the narrow
tables only ever grow at their end. The search index leads from words, people and posts to articles.
The first mention of a name carries its person; ``people`` shows just those.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from newstui.archive.numbers import SHIFTS
from newstui.model.fold import FOLD_VERSION

APPLICATION_ID: Final = 0x6E657773
INDEX_VERSION: Final = f"{FOLD_VERSION}.1"
"""Fold version and form of the tokens; an archive that names another one has its search index built anew."""

_HASH: Final = 12 << 20
"""Bytes of new index entries held in memory before they are written."""

FIRST: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE imports (id INTEGER PRIMARY KEY, started REAL NOT NULL, first_entry INTEGER, stored INTEGER NOT NULL);
CREATE TABLE failures (origin TEXT PRIMARY KEY, reason TEXT NOT NULL, import INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE parsers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE lines (
    article INTEGER PRIMARY KEY, entry INTEGER NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    published TEXT, source INTEGER, people INTEGER NOT NULL, report INTEGER, parser INTEGER NOT NULL);
CREATE INDEX lines_report ON lines (report) WHERE report IS NOT NULL;
CREATE TABLE shingles (key INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
CREATE TABLE days (day INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE texts (
    entry INTEGER PRIMARY KEY, digest BLOB NOT NULL, dictionary INTEGER, text BLOB NOT NULL, reading BLOB NOT NULL);
CREATE TABLE dictionaries (
    id INTEGER PRIMARY KEY, phrases BLOB NOT NULL, forms BLOB NOT NULL, digest BLOB NOT NULL, articles INTEGER);
CREATE TABLE dictionary_copies (
    id INTEGER PRIMARY KEY, phrases BLOB NOT NULL, forms BLOB NOT NULL, digest BLOB NOT NULL);

CREATE TABLE names (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, pinyin TEXT NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0, speeches INTEGER NOT NULL DEFAULT 0);
CREATE INDEX names_articles ON names (articles);
CREATE TABLE spellings (
    letters TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (letters, name)) WITHOUT ROWID;
CREATE TABLE persons (
    id INTEGER PRIMARY KEY, name INTEGER NOT NULL, same_as INTEGER);
CREATE INDEX persons_same ON persons (same_as) WHERE same_as IS NOT NULL;
CREATE TABLE evidence (
    name INTEGER NOT NULL, ground INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (name, ground)) WITHOUT ROWID;
CREATE TABLE organizations (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE ranks (
    id INTEGER PRIMARY KEY, word TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL DEFAULT 0);
CREATE TABLE offices (
    id INTEGER PRIMARY KEY, organization INTEGER NOT NULL, rank INTEGER NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0, UNIQUE (rank, organization));
CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

CREATE TABLE mentions (
    entry INTEGER NOT NULL, name INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, person INTEGER,
    PRIMARY KEY (entry, name, start)) WITHOUT ROWID;
CREATE VIEW people AS SELECT entry, name, person FROM mentions WHERE person IS NOT NULL;
CREATE TABLE posts (
    entry INTEGER NOT NULL, name INTEGER NOT NULL, start INTEGER NOT NULL, office INTEGER NOT NULL,
    length INTEGER NOT NULL, wording INTEGER, PRIMARY KEY (entry, name, start, office)) WITHOUT ROWID;
CREATE TABLE roles (
    entry INTEGER NOT NULL, name INTEGER NOT NULL, role INTEGER NOT NULL, start INTEGER NOT NULL,
    length INTEGER NOT NULL, PRIMARY KEY (entry, name, role, start)) WITHOUT ROWID;
CREATE TABLE speeches (
    entry INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, speaker INTEGER NOT NULL,
    verb INTEGER NOT NULL, PRIMARY KEY (entry, start)) WITHOUT ROWID;
CREATE TABLE items (
    entry INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    PRIMARY KEY (entry, start, length)) WITHOUT ROWID;
CREATE TABLE actions (
    entry INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, addressee INTEGER, due TEXT,
    PRIMARY KEY (entry, start, length)) WITHOUT ROWID;
CREATE TABLE statements (
    entry INTEGER NOT NULL, organization INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
    act INTEGER NOT NULL, PRIMARY KEY (entry, organization, start)) WITHOUT ROWID;
"""
INDEX: Final = """
CREATE VIRTUAL TABLE search USING fts5(tokens, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, row);
CREATE VIRTUAL TABLE characters USING fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE character_terms USING fts5vocab(characters, row);
"""

POSTINGS: Final = """
CREATE TABLE postings (
    letter TEXT NOT NULL, number INTEGER NOT NULL, keys BLOB NOT NULL, PRIMARY KEY (letter, number));
CREATE TABLE uncovered (entry INTEGER PRIMARY KEY, article INTEGER NOT NULL);
"""

KINDS_OF_FAILURE: Final = "ALTER TABLE failures ADD COLUMN how TEXT NOT NULL DEFAULT 'failed';\n"

MIGRATIONS: Final = (FIRST + INDEX, POSTINGS, KINDS_OF_FAILURE)
"""Append only: the archive of version n has gone through the first n."""
VERSION: Final = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Brings an open archive (inside a transaction of the caller) to the newest version."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        for statement in script.split(";\n"):
            if statement.strip():
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    if version == 0:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        settings = {"index": INDEX_VERSION, "shift": str(SHIFTS[0])}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", settings.items())
        for table in ("search", "characters"):
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('hashsize', ?)", (_HASH,))
