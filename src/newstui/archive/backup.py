"""A copy of the archive as it was at one moment, made while others read and write."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from newstui.archive.connection import leave_companions, open_reader, saying
from newstui.archive.errors import ArchiveError

_PAGES: Final = 2048
"""Copied between two looks at the clock of progress."""


def backup(
    path: Path, target: Path, *, replace: bool = False, progress: Callable[[int, int], None] | None = None
) -> None:
    """Copies the archive to a file, whole or not at all; progress gets pages done and pages in all.

    Raises ArchiveError, also where the target exists and is not to be replaced.
    """
    if target.exists() and not replace:
        raise ArchiveError("exists", target)
    with saying(target):
        handle, name = tempfile.mkstemp(prefix=".newstui-", suffix=".backup", dir=target.parent)
        os.close(handle)
    new = Path(name)
    try:
        _copy(path, new, progress)
        with saying(target):
            new.chmod(path.stat().st_mode & 0o777)
            if replace:
                new.replace(target)
            else:
                os.link(new, target)
            leave_companions(target)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            new.with_name(new.name + suffix).unlink(missing_ok=True)


def _copy(path: Path, new: Path, progress: Callable[[int, int], None] | None) -> None:
    source = open_reader(path)
    try:
        with saying(new):
            copy = sqlite3.connect(new)
            try:
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM meta").fetchone()
                source.backup(copy, pages=_PAGES, progress=_told(progress))
                source.execute("COMMIT")
            finally:
                copy.close()
            with new.open("rb") as file:
                os.fsync(file.fileno())
    finally:
        source.close()


def _told(progress: Callable[[int, int], None] | None) -> Callable[[int, int, int], object]:
    def tell(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining, total)

    return tell
