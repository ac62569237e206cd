"""The people behind one name: each with where and with which posts the archive knows them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from newstui.archive import tokens

_APPEARANCES: Final = """
SELECT l.id, l.entry, coalesce(h.same_as, m.person) FROM lines l JOIN mentions m ON m.entry = l.entry
LEFT JOIN persons h ON h.id = m.person
WHERE l.article IN (SELECT rowid FROM search WHERE search MATCH ?) AND m.name = ? AND m.person IS NOT NULL
ORDER BY l.article DESC
"""
_GROUNDS: Final = """
SELECT w.text FROM evidence e JOIN words w ON w.id = e.ground LEFT JOIN persons h ON h.id = e.person
WHERE e.name = ? AND coalesce(h.same_as, e.person) = ? ORDER BY w.text
"""
_POSTS: Final = """
SELECT DISTINCT g.name || k.word FROM posts p JOIN offices o ON o.id = p.office
JOIN organizations g ON g.id = o.organization JOIN ranks k ON k.id = o.rank WHERE p.entry = ? AND p.name = ?
"""


@dataclass(frozen=True, slots=True)
class Namesake:
    """One human of a name, or (without grounds) the appearances which do not say whose they are."""

    name: str
    grounds: tuple[str, ...]
    """Places and organisations by which this one is told from others of the name."""
    posts: tuple[str, ...]
    """The newest first."""
    articles: tuple[str, ...]
    """Ids, the newest first."""


def namesakes(connection: sqlite3.Connection, names: Iterable[int]) -> tuple[Namesake, ...]:
    """The people behind names given by number, those of most articles first."""
    found: list[Namesake] = []
    for number in names:
        name = connection.execute("SELECT name FROM names WHERE id = ?", (number,)).fetchone()[0]
        articles: dict[int, list[str]] = defaultdict(list)
        posts: dict[int, dict[str, None]] = defaultdict(dict)
        given = (tokens.token(tokens.NAME, number), number)
        for article_id, entry, person in connection.execute(_APPEARANCES, given).fetchall():
            articles[person].append(article_id)
            posts[person] |= {post: None for (post,) in connection.execute(_POSTS, (entry, number))}
        for person, ids in articles.items():
            grounds = connection.execute(_GROUNDS, (number, person)).fetchall() if person else []
            known = tuple(ground for (ground,) in grounds)
            found.append(Namesake(name, known, tuple(posts[person]), tuple(ids)))
    return tuple(sorted(found, key=lambda one: (-len(one.articles), one.grounds)))
