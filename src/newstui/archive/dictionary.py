"""What an archive's articles have in common, so that each is compressed against it.

Official news repeats itself: phrases taken from a few hundred texts, and a few readings as examples of their form,
take a third off every other article.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from newstui.archive.codec import form_of
from newstui.archive.errors import ArchiveError
from newstui.model.article import Article
from newstui.model.reading import Reading

ENOUGH: Final = 250
"""Articles a dictionary is made of; fewer are not worth one."""
EXAMPLES: Final = 20
"""Readings in it."""
_LENGTHS: Final = (4, 5, 6, 8, 10, 12, 16)
_SIZE: Final = 31_000
"""Bytes of phrases, and of forms: no further back than a packer looks."""
_CHARACTERS: Final = 3_000
"""Of each text; the rest of a long one is not looked at."""
_GROWTH: Final = 20
"""A new dictionary is made once the archive holds so many times more articles."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Phrases of texts and forms of readings; number None and nothing else where there is none."""

    number: int | None = None
    phrases: bytes = b""
    forms: bytes = b""


def phrases_of(texts: Sequence[str]) -> bytes:
    """The phrases that the texts have in common, the most useful last."""
    seen: Counter[str] = Counter()
    for text in (each[:_CHARACTERS] for each in texts):
        seen.update({text[at : at + n] for n in _LENGTHS for at in range(len(text) - n)})
    least = max(3, len(texts) // 60)
    common = [(number * len(phrase), phrase) for phrase, number in seen.items() if number >= least]
    kept: list[str] = []
    joined, size = "", 0
    for _, phrase in sorted(common, reverse=True):
        if size >= _SIZE:
            break
        if phrase not in joined:
            kept.append(phrase)
            joined += phrase
            size += len(phrase.encode())
    return "".join(reversed(kept)).encode()[-_SIZE:]


def forms_of(pairs: Iterable[tuple[Article, Reading]]) -> bytes:
    """The forms of readings, as many bytes of them as are of use."""
    return b"\n".join(form_of(article, reading)[0] for article, reading in pairs)[-_SIZE:]


def current(connection: sqlite3.Connection) -> Dictionary:
    """The newest dictionary of an archive."""
    row = connection.execute("SELECT max(id) FROM dictionaries").fetchone()
    return load(connection, row[0]) if row[0] else Dictionary()


def wanted(connection: sqlite3.Connection) -> bool:
    """Whether the archive has none yet, or has outgrown its newest one."""
    row = connection.execute("SELECT articles FROM dictionaries ORDER BY id DESC LIMIT 1").fetchone()
    return row is None or _held(connection) > _GROWTH * max(row[0], ENOUGH)


def add(connection: sqlite3.Connection, phrases: bytes, forms: bytes) -> Dictionary:
    """Keeps a dictionary, twice, as every article compressed against it depends on it."""
    values = (phrases, forms, _digest(phrases, forms), _held(connection))
    asked = "INSERT INTO dictionaries (phrases, forms, digest, articles) VALUES (?, ?, ?, ?)"
    number = connection.execute(asked, values).lastrowid
    connection.execute("INSERT INTO dictionary_copies VALUES (?, ?, ?, ?)", (number, *values[:3]))
    return Dictionary(number, phrases, forms)


def load(connection: sqlite3.Connection, number: int) -> Dictionary:
    """A dictionary by its number, from whichever copy is whole. Raises ArchiveError where none is."""
    for table in ("dictionaries", "dictionary_copies"):
        asked = f"SELECT phrases, forms, digest FROM {table} WHERE id = ?"  # noqa: S608  one of two constants
        try:
            row = connection.execute(asked, (number,)).fetchone()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            continue
        if row and _digest(row[0], row[1]) == row[2]:
            return Dictionary(number, row[0], row[1])
    raise ArchiveError("dictionary", None, number)


def _held(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(sum(articles), 0) FROM days").fetchone()[0])


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"\n".join(parts), digest_size=16).digest()
