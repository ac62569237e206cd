"""What an archive holds, in a few numbers."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from newstui.archive import numbers


@dataclass(frozen=True, slots=True)
class ArchiveSummary:
    """What an archive holds."""

    path: Path
    articles: int
    people: int
    undated: int
    first: str | None
    """ISO day of the oldest dated article."""
    last: str | None
    parsers: tuple[str, ...]
    schema: int


def summary(connection: sqlite3.Connection, path: Path) -> ArchiveSummary:
    """Of the archive at this path."""
    run = connection.execute
    spread = dict(run("SELECT day, articles FROM days WHERE articles > 0 ORDER BY day"))
    undated = spread.pop(numbers.UNDATED, 0)
    names = run("SELECT count(*) FROM names WHERE articles > 0").fetchone()[0]
    used = run("SELECT name FROM parsers WHERE id IN (SELECT DISTINCT parser FROM lines) ORDER BY name")
    version = run("PRAGMA user_version").fetchone()[0]
    first, last = (numbers.iso_day(min(spread)), numbers.iso_day(max(spread))) if spread else (None, None)
    parsers = tuple(name for (name,) in used)
    return ArchiveSummary(path, sum(spread.values()) + undated, names, undated, first, last, parsers, version)
