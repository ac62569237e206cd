"""The people of the archive, as a picker asks for them: by the beginning of name, pinyin or initials."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newstui.archive import tokens
from newstui.archive.plan import Plan
from newstui.model.fold import fold

if TYPE_CHECKING:
    from newstui.archive.found import Finder

_POST: Final = """
SELECT g.name || k.word FROM posts p JOIN offices o ON o.id = p.office JOIN organizations g ON g.id = o.organization
JOIN ranks k ON k.id = o.rank WHERE p.entry = (SELECT entry FROM lines WHERE article = ?) AND p.name = ?
ORDER BY p.start LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the picker: a name, its pinyin, the latest post known, the number of articles."""

    name: str
    pinyin: str
    post: str | None
    articles: int


def people(connection: sqlite3.Connection, typed: str, limit: int) -> tuple[PersonLine, ...]:
    """The most frequent people first."""
    where, values = _beginning(fold(typed))
    asked = f"SELECT id, name, articles FROM names WHERE articles > 0 AND {where} ORDER BY articles DESC, name LIMIT ?"
    return _lines(connection, connection.execute(asked, [*values, limit]).fetchall())


def people_of(finder: Finder, plan: Plan, typed: str, limit: int) -> tuple[PersonLine, ...]:
    """The same among what a plan finds, counted there."""
    from newstui.archive.ranking import ranking

    where, values = _beginning(fold(typed))
    return _lines(finder.connection, ranking(finder, plan, tokens.NAME, limit, where, tuple(values)))


def _lines(connection: sqlite3.Connection, ranked: Sequence[tuple[int, str, int]]) -> tuple[PersonLine, ...]:
    asked = "SELECT pinyin FROM names WHERE id = ?"
    return tuple(
        PersonLine(name, connection.execute(asked, (number,)).fetchone()[0], _post(connection, number), count)
        for number, name, count in ranked
    )


def _beginning(folded: str) -> tuple[str, list[object]]:
    if not folded:
        return "1", []
    last = folded[:-1] + chr(ord(folded[-1]) + 1)
    where = "folded >= ? AND folded < ?"
    if folded.isascii():
        where += " OR names.id IN (SELECT name FROM spellings WHERE letters >= ? AND letters < ?)"
        return f"({where})", [folded, last, folded.replace("'", ""), last.replace("'", "")]
    return f"({where})", [folded, last]


def _post(connection: sqlite3.Connection, name: int) -> str | None:
    newest = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 5"
    for (article,) in connection.execute(newest, (f'"Ｎ{name}"',)).fetchall():
        row = connection.execute(_POST, (article, name)).fetchone()
        if row:
            return str(row[0])
    return None
