"""What an archive says of itself in its table ``meta``."""

from __future__ import annotations

import sqlite3

from newstui.archive.numbers import Calendar


def setting(connection: sqlite3.Connection, key: str) -> str | None:
    """One value; None where it was never set."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row and str(row[0])


def change(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Sets a value, inside a transaction of the caller."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def calendar(connection: sqlite3.Connection) -> Calendar:
    """How the archive numbers its articles."""
    return Calendar(int(setting(connection, "shift") or 0))
