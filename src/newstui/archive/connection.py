"""Opening the archive file: for one writer, for many readers, and plain refusals of what is no archive."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from newstui.archive import schema
from newstui.archive.errors import ArchiveError
from newstui.archive.settings import setting
from newstui.archive.state_file import attachable

_MAGIC: Final = b"SQLite format 3\x00"
_PAGE: Final = 16384
"""Bytes; a packed article fills a page of 4096 badly."""
_WAIT: Final = 60.0
"""Seconds a writer waits for another one."""
_CACHE: Final = 2000
"""KB of pages a reader keeps; a screen has five of them, and the system's own cache is as fast."""
_KINDS: Final = {
    "FULL": "full",
    "READONLY": "forbidden",
    "PERM": "forbidden",
    "AUTH": "forbidden",
    "BUSY": "busy",
    "LOCKED": "busy",
    "CORRUPT": "damaged",
    "NOTADB": "damaged",
    "CANTOPEN": "unreadable",
}
"""What SQLite calls a trouble, and the kind under which it is told."""


def open_writer(path: Path) -> sqlite3.Connection:
    """The archive for writing, made where there is none, brought to the newest schema.

    Raises ArchiveError where the file is no archive, a newer one, or may not be written.
    """
    with saying(path):
        if not path.exists():
            _create(path)
        check(path)
        connection = _connect(_uri(path, "rw"), _WAIT)
        _check_version(connection, path)
        connection.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -24000;"
            "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 0;"
        )
        with transaction(connection):
            schema.migrate(connection)
        return connection


def open_reader(path: Path, state: Path | None = None) -> sqlite3.Connection:
    """The archive for reading alone, the user's state beside it where there is one. Raises ArchiveError."""
    with saying(path):
        check(path)
        connection = _connect(_uri(path, _mode(path)), 5.0)
        connection.executescript(f"PRAGMA query_only = ON; PRAGMA cache_size = -{_CACHE}; PRAGMA temp_store = MEMORY;")
        _check_version(connection, path)
        if connection.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:
            raise ArchiveError("older", path)
        if setting(connection, "index") != schema.INDEX_VERSION:
            raise ArchiveError("index", path)
        if state is not None and attachable(state):
            connection.execute("ATTACH DATABASE ? AS state", (_uri(state, "ro"),))
        return connection


def check(path: Path) -> None:
    """Raises ArchiveError where there is no file, or one that is no SQLite database."""
    if not path.exists():
        raise ArchiveError("missing", path)
    if path.is_dir():
        raise ArchiveError("folder", path)
    if not path.is_file():
        raise ArchiveError("odd", path)
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head != _MAGIC:
        raise ArchiveError("foreign" if head else "empty", path)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One write, whole or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def saying(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into an ArchiveError that names file and remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(_kind(error), path, error) from error
    except OSError as error:
        raise ArchiveError("other", path, error) from error


def leave_companions(path: Path) -> None:
    """Leaves an empty -wal and -shm, without which a reader who may not write the folder cannot open the archive."""
    mode = path.stat().st_mode & 0o777
    for suffix in ("-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if not companion.exists():
            companion.touch()
            companion.chmod(mode)


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".newstui-", suffix=".new", dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        connection = _connect(_uri(new, "rw"), _WAIT)
        connection.executescript(f"PRAGMA page_size = {_PAGE}; PRAGMA auto_vacuum = INCREMENTAL;")
        connection.execute("PRAGMA journal_mode = WAL")
        with transaction(connection):
            schema.migrate(connection)
        connection.close()
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(0o666 & ~umask)
        os.link(new, path)
    except FileExistsError:
        pass  # another importer was first
    finally:
        for suffix in ("", "-wal", "-shm"):
            new.with_name(new.name + suffix).unlink(missing_ok=True)


def _connect(uri: str, wait: float) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


def _mode(path: Path) -> str:
    companions = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-shm"))
    return "ro" if companions or os.access(path.parent, os.W_OK) else "ro&immutable=1"


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != schema.APPLICATION_ID:
        raise ArchiveError("other-program", path)
    if version > schema.VERSION:
        raise ArchiveError("newer", path, version, schema.VERSION)


def _kind(error: sqlite3.Error) -> str:
    """Which of the troubles that are told an error of SQLite is."""
    name = getattr(error, "sqlite_errorname", "").split("_IOERR")[0].removeprefix("SQLITE_").split("_")[0]
    return _KINDS.get(name, "other")
