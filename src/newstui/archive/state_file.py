"""The user's state file: made private, opened or refused, brought to the newest schema."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from newstui.archive.errors import ArchiveError
from newstui.model.clean import line

APPLICATION_ID: Final = 0x6E657753
MIGRATIONS: Final = (
    """
    CREATE TABLE flags (
        id TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,
        marked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
    CREATE INDEX flags_starred ON flags (id) WHERE starred;
    CREATE INDEX flags_marked ON flags (id) WHERE marked;
    CREATE TABLE tags (tag TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tag, id)) WITHOUT ROWID;
    CREATE INDEX tags_id ON tags (id);
    CREATE TABLE notes (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE places (id TEXT PRIMARY KEY, offset INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE searches (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE visit (one INTEGER PRIMARY KEY CHECK (one = 1), before REAL, last REAL NOT NULL);
    CREATE TABLE steps (
        step INTEGER PRIMARY KEY AUTOINCREMENT, session TEXT NOT NULL, at REAL NOT NULL, change TEXT NOT NULL);
    """,
)
"""Append only: the n-th brings a file of version n - 1 to version n."""
VERSION: Final = len(MIGRATIONS)
_WAIT: Final = 30.0
"""Seconds a change waits for another session's."""


def opened(path: Path) -> tuple[sqlite3.Connection, ArchiveError | None]:
    """A connection to the state and no notice; where the file cannot be used, one to memory and the reason.

    Memory is shared by all connections of the program, and ends with it.
    """
    try:
        _make(path)
        connection = _connect(f"file:{quote(os.fsencode(path.absolute()))}?mode=rw")
        try:
            _fit(connection)
            return connection, None
        except (ArchiveError, sqlite3.Error):
            connection.close()
            raise
    except (ArchiveError, OSError, sqlite3.Error) as error:
        reason = ArchiveError("unread", None, error) if isinstance(error, sqlite3.Error) else error
    connection = _connect(f"file:newstui-state-{os.getpid()}?mode=memory&cache=shared")
    _fit(connection)
    return connection, ArchiveError("passing", line(str(path)), reason)


def attachable(path: Path) -> bool:
    """Whether the archive's reader can look into this state; a change that was cut off is rolled back first."""
    if not path.exists():
        return False
    try:
        connection = _connect(f"file:{quote(os.fsencode(path.absolute()))}?mode=rw")
        try:
            return _application(connection) == APPLICATION_ID and _version(connection) == VERSION
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def _make(path: Path) -> None:
    """Makes the file and its folder, readable by their owner alone."""
    if not path.parent.is_dir():
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        if path.stat().st_mode & 0o077 and path.stat().st_uid == os.geteuid():
            path.chmod(0o600)


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _fit(connection: sqlite3.Connection) -> None:
    """Brings the schema to the newest version. Raises ArchiveError where that may not be done."""
    if _version(connection) == VERSION and _application(connection) == APPLICATION_ID:
        if not _writable(connection):
            raise ArchiveError("read-only", None)
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        _check(connection, version, _application(connection))
        for number in range(version, VERSION):
            for statement in MIGRATIONS[number].split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except (ArchiveError, sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check(connection: sqlite3.Connection, version: int, application: int) -> None:
    empty = not connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and not (empty and application == version == 0):
        raise ArchiveError("not-state", None)
    if version > VERSION:
        raise ArchiveError("newer", None, version, VERSION)


def _writable(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    return True


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])
