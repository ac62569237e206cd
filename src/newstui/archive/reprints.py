"""The same report in several outlets: found as it comes in, by the sentences it shares with one already held.

Two neighbouring sentences are one shingle; the few shingles with the smallest hashes lead to the articles that may be
the same, and the share of common sentences decides. The article that came first leads the group; nothing is deleted.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from newstui.archive import codec, tokens
from newstui.archive.numbers import UNDATED, Calendar
from newstui.archive.prepared import Prepared
from newstui.archive.renew import Held
from newstui.archive.shingles import sentences

_COMMON: Final = 12
"""A shingle of more articles than this is a phrase of its kind, and leads nowhere."""
_ALIKE: Final = 0.6
"""The share of common sentences, by length, from which two articles are one report."""
_DAYS: Final = 10


class Reprints:
    """Finds the group of an article. Used inside the writer's transaction."""

    def __init__(self, connection: sqlite3.Connection, held: Held) -> None:
        self._connection = connection
        self._held = held

    def report_of(self, entry: int, one: Prepared, phrases: bytes, calendar: Calendar) -> int | None:
        """The entry that leads the group of a new article, None where it stands alone; its keys are kept then."""
        for other, article, article_id, report in self._candidates(one):
            day = calendar.day_of_number(article)
            if UNDATED not in (day, one.day) and abs(day - one.day) > _DAYS:
                continue
            if self._alike(tokens.indexed(codec.unpack_text(one.text, phrases)), article_id):
                self._connection.execute("UPDATE lines SET report = ? WHERE entry = ?", (report or other, other))
                return int(report or other)
        rows = [(key, entry) for key in one.keys]
        self._connection.executemany("INSERT OR IGNORE INTO shingles VALUES (?, ?)", rows)
        return None

    def _candidates(self, one: Prepared) -> list[tuple[int, int, str, int | None]]:
        found: dict[int, int] = {}
        for key in one.keys:
            asked = "SELECT entry FROM shingles WHERE key = ? LIMIT ?"
            entries = self._connection.execute(asked, (key, _COMMON + 1)).fetchall()
            if len(entries) <= _COMMON:
                for (entry,) in entries:
                    found[entry] = found.get(entry, 0) + 1
        best = sorted(found, key=lambda entry: (-found[entry], entry))[:3]
        asked = "SELECT entry, article, id, report FROM lines WHERE entry = ?"
        rows = (self._connection.execute(asked, (entry,)).fetchone() for entry in best)
        return [row for row in rows if row is not None]

    def _alike(self, folded: str, article_id: str) -> bool:
        try:
            article, _ = self._held.pair(article_id)
        except codec.DAMAGE:
            return False
        own, other = sentences(folded), sentences(tokens.indexed(article.text))
        common = sum(len(each) for each in own & other)
        return common >= _ALIKE * max(sum(map(len, own)), sum(map(len, other)))
