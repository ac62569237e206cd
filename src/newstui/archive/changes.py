"""Changes of a user's state, and the way back: each notes what stood there before, so undoing is changing again."""

# ruff: noqa: S608  the names put into SQL are constants of this file; values are bound

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

Value = bool | str | None
FLAGS: Final = ("read", "starred", "marked")
SESSION: Final = f"{os.getpid()}-{uuid4().hex}"
"""Of this run of the program: what one session did, another does not undo."""
_STEPS: Final = 100
"""Changes of one session that can be undone."""
_DAYS: Final = 7
"""After so many days the changes of other sessions are forgotten."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What ``undo`` took back: ``kind`` is ``read``, ``starred``, ``marked``, ``tag``, ``note`` or ``search``."""

    kind: str
    name: str
    """The tag; empty for the other kinds."""
    value: bool
    """What was taken back: True where something had been set, False where it had been taken away."""
    ids: tuple[str, ...]
    """The articles concerned; for a search its name."""

    def __str__(self) -> str:
        many = f"{len(self.ids):,} articles" if len(self.ids) != 1 else "1 article"
        what = f"tag {self.name}" if self.kind == "tag" else self.kind
        if self.kind == "search":
            return f"search {self.ids[0]}" if self.ids else "search"
        return f"{what}: {many}" if self.value else f"no {what}: {many}"


def change(
    connection: sqlite3.Connection, kind: str, name: str, values: Mapping[str, Value], *, undoable: bool = True
) -> int:
    """Sets values by article id (by name for searches) in one transaction; returns how many were not so before."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = _swap(connection, kind, name, values)
        if before and undoable:
            _remember(connection, kind, name, before)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return len(before)


def undo(connection: sqlite3.Connection) -> Undone | None:
    """Takes back the last change of this session; None where there is none left."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        row = connection.execute(
            "SELECT step, change FROM steps WHERE session = ? ORDER BY step DESC LIMIT 1", (SESSION,)
        ).fetchone()
        undone = None
        if row is not None:
            kind, name, before = json.loads(row[1])
            _swap(connection, kind, name, before)
            connection.execute("DELETE FROM steps WHERE step = ?", (row[0],))
            undone = Undone(kind, name, not any(before.values()), tuple(before))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return undone


def listed(ids: Iterable[str]) -> str:
    """Ids as the one value that ``json_each`` takes apart."""
    return json.dumps(list(ids))


def _swap(connection: sqlite3.Connection, kind: str, name: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """Writes the values; returns what stood where they differ."""
    current = _current(connection, kind, name, values)
    before = {key: current.get(key) for key, value in values.items() if (current.get(key) or None) != (value or None)}
    _write(connection, kind, name, {key: values[key] for key in before})
    return before


def _current(connection: sqlite3.Connection, kind: str, name: str, keys: Iterable[str]) -> dict[str, Value]:
    asked = {
        "tag": "SELECT id, 1 FROM tags WHERE tag = :name AND id",
        "note": "SELECT id, text FROM notes WHERE id",
        "search": "SELECT name, query FROM searches WHERE name",
    }.get(kind) or f"SELECT id, {_flag(kind)} FROM flags WHERE id"
    rows = connection.execute(
        f"{asked} IN (SELECT value FROM json_each(:keys))",
        {"name": name, "keys": listed(keys)},
    )
    return {key: value if isinstance(value, str) else bool(value) for key, value in rows}


def _write(connection: sqlite3.Connection, kind: str, name: str, values: Mapping[str, Value]) -> None:
    if kind in FLAGS:
        connection.executemany(
            f"INSERT INTO flags (id, {_flag(kind)}) VALUES (?, ?) "
            f"ON CONFLICT (id) DO UPDATE SET {_flag(kind)} = excluded.{_flag(kind)}",
            [(key, bool(value)) for key, value in values.items()],
        )
        return
    put, drop = {
        "tag": ("INSERT OR REPLACE INTO tags (id, tag) VALUES (:key, :name)", "tags WHERE id = :key AND tag = :name"),
        "note": ("INSERT OR REPLACE INTO notes VALUES (:key, :value)", "notes WHERE id = :key"),
        "search": ("INSERT OR REPLACE INTO searches VALUES (:key, :value)", "searches WHERE name = :key"),
    }[kind]
    rows = [{"key": key, "value": value, "name": name} for key, value in values.items()]
    connection.executemany(put, [row for row in rows if row["value"]])
    connection.executemany(f"DELETE FROM {drop}", [row for row in rows if not row["value"]])


def _flag(kind: str) -> str:
    """The column of a flag, which may stand in SQL because it is one of FLAGS."""
    return FLAGS[FLAGS.index(kind)]


def _remember(connection: sqlite3.Connection, kind: str, name: str, before: Mapping[str, Value]) -> None:
    words = json.dumps([kind, name, before], ensure_ascii=False)
    connection.execute("INSERT INTO steps (session, at, change) VALUES (?, ?, ?)", (SESSION, time.time(), words))
    connection.execute(
        "DELETE FROM steps WHERE at < ? OR session = ? AND step <= "
        "(SELECT step FROM steps WHERE session = ? ORDER BY step DESC LIMIT 1 OFFSET ?)",
        (time.time() - _DAYS * 86_400, SESSION, SESSION, _STEPS),
    )
