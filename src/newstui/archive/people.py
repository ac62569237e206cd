"""The people of the archive, as a picker asks for them: by the beginning of name, pinyin or initials."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from newstui.archive.plan import Plan
from newstui.model.fold import fold

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


def people(connection: sqlite3.Connection, typed: str, plan: Plan | None, limit: int) -> tuple[PersonLine, ...]:
    """The most frequent people first; with a plan, only those of the articles it finds, counted there."""
    where, values = _beginning(fold(typed))
    if plan is None:
        asked = f"SELECT id, name, pinyin, articles FROM names WHERE articles > 0 AND {where}"
        asked += " ORDER BY articles DESC, name LIMIT ?"
        rows = connection.execute(asked, [*values, limit]).fetchall()
    else:
        found, more = plan.select("@")
        entries = f"SELECT entry FROM lines WHERE article IN ({found})"
        asked = (
            f"SELECT names.id, names.name, pinyin, count(*) AS c FROM people p JOIN names ON names.id = p.name "
            f"WHERE p.entry IN ({entries}) AND {where} GROUP BY names.id ORDER BY c DESC, names.name LIMIT ?"
        )
        rows = connection.execute(asked, [*more, *values, limit]).fetchall()
    return tuple(PersonLine(name, pinyin, _post(connection, number), count) for number, name, pinyin, count in rows)


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
