"""One user's own: read marks, stars, marks, tags, notes, saved searches. Written at the change, keyed by article id.

A rebuilt archive leaves it untouched. Several sessions of one user may use it at once.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from newstui.archive import changes
from newstui.archive.changes import Undone, Value, listed
from newstui.archive.errors import ArchiveError
from newstui.archive.state_file import opened
from newstui.model.clean import clean, line

SITTING: Final = 30 * 60
"""Seconds within which coming back counts as the same visit."""


@dataclass(frozen=True, slots=True)
class Flags:
    """What the list shows beside an article."""

    read: bool = False
    starred: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What the user keeps with one article; ``offset`` is where the text was left, in code points."""

    tags: tuple[str, ...] = ()
    note: str = ""
    offset: int = 0


class State:
    """The state file of one user. One connection: belongs to one thread, each thread may open its own.

    Where the file cannot be used, ``notice`` says why, ``file`` is None and everything is kept in memory until
    the program ends. A full or failing disk raises ArchiveError; what stood before stays.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection, self.notice = opened(path)
        self.file = None if self.notice else path

    def flags(self, ids: Iterable[str]) -> dict[str, Flags]:
        """The flags of these articles; one that has never had any may be missing."""
        asked = "SELECT id, read, starred, marked FROM flags WHERE id IN (SELECT value FROM json_each(?))"
        return {id: Flags(*map(bool, own)) for id, *own in self._rows(asked, listed(ids))}

    def set_read(self, ids: Iterable[str], read: bool = True, *, undoable: bool = True) -> int:
        """Read or unread; returns how many articles changed. What opening an article does needs no undo."""
        return self._change("read", "", dict.fromkeys(ids, read), undoable=undoable)

    def set_star(self, ids: Iterable[str], starred: bool = True) -> int:
        """A star on or off; returns how many articles changed."""
        return self._change("starred", "", dict.fromkeys(ids, starred))

    def set_mark(self, ids: Iterable[str], marked: bool = True) -> int:
        """A mark for the next export on or off; returns how many articles changed."""
        return self._change("marked", "", dict.fromkeys(ids, marked))

    def marked(self) -> tuple[str, ...]:
        """The ids of all marked articles."""
        return tuple(id for (id,) in self._rows("SELECT id FROM flags WHERE marked ORDER BY id"))

    def kept(self, id: str) -> Kept:
        """Tags, note and place of one article."""
        tags = tuple(tag for (tag,) in self._rows("SELECT tag FROM tags WHERE id = ? ORDER BY tag", id))
        places = self._rows("SELECT offset FROM places WHERE id = ?", id)
        return Kept(tags, self.notes((id,)).get(id, ""), places[0][0] if places else 0)

    def set_tag(self, ids: Iterable[str], tag: str, on: bool = True) -> int:
        """Adds or takes away a tag; returns how many articles changed. Raises ValueError on an empty tag."""
        if not line(tag):
            raise ValueError("a tag needs a word")
        return self._change("tag", line(tag), dict.fromkeys(ids, on))

    def tags(self) -> dict[str, int]:
        """All tags with the number of articles that bear them, the most used first."""
        return dict(self._rows("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY count(*) DESC, tag"))

    def set_note(self, id: str, text: str) -> int:
        """Keeps a note, or drops it where the text is empty; returns whether that changed anything."""
        return self._change("note", "", {id: clean(text).strip()})

    def notes(self, ids: Iterable[str]) -> dict[str, str]:
        """The notes of these articles."""
        return dict(self._rows("SELECT id, text FROM notes WHERE id IN (SELECT value FROM json_each(?))", listed(ids)))

    def set_offset(self, id: str, offset: int) -> None:
        """Where the text of an article was left."""
        self._rows("INSERT OR REPLACE INTO places VALUES (?, ?)", id, offset)

    def searches(self) -> dict[str, str]:
        """The saved searches: name to the words of the query, by name."""
        return dict(self._rows("SELECT name, query FROM searches ORDER BY name"))

    def save_search(self, name: str, query: str) -> int:
        """Keeps a search under a name, or drops it where the query is empty. Raises ValueError without a name."""
        return self.save_searches({name: query})

    def save_searches(self, searches: Mapping[str, str]) -> int:
        """Keeps several searches in one step, as a shared file brings them; returns how many are new or changed."""
        named = {line(name): line(query) for name, query in searches.items()}
        if "" in named:
            raise ValueError("a saved search needs a name")
        return self._change("search", "", named)

    def undo(self) -> Undone | None:
        """Takes back the last change of this session, bulk changes in one step; None where there is none left."""
        with self._saying():
            return changes.undo(self._connection)

    def last_visit(self, now: float | None = None, *, arrived: float | None = None) -> str | None:
        """When the user was last here, as ISO 8601 in UTC, None at the first visit; notes that they are here now.

        ``is:new`` means what came since. Coming back within SITTING seconds is the same visit, unless articles
        came meanwhile (``arrived``, in seconds since 1970).
        """
        now = time.time() if now is None else now
        self._rows(
            "INSERT INTO visit VALUES (1, NULL, ?1) ON CONFLICT (one) DO UPDATE SET "
            "before = iif(?1 - last > ?2 OR last < ?3, last, before), last = max(last, ?1)",
            now,
            SITTING,
            arrived or 0,
        )
        before = self._rows("SELECT before FROM visit")[0][0]
        return None if before is None else datetime.fromtimestamp(before, UTC).isoformat(timespec="seconds")

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _change(self, kind: str, name: str, values: Mapping[str, Value], *, undoable: bool = True) -> int:
        with self._saying():
            return changes.change(self._connection, kind, name, values, undoable=undoable)

    def _rows(self, asked: str, *values: object) -> list[tuple[Any, ...]]:
        with self._saying():
            return self._connection.execute(asked, values).fetchall()

    @contextmanager
    def _saying(self) -> Iterator[None]:
        """Turns what SQLite says into an ArchiveError that names the file."""
        try:
            yield
        except sqlite3.Error as error:
            raise ArchiveError("not-kept", line(str(self._path)), error) from error
