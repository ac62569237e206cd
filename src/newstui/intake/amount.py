"""How much there is to read, and how much of it has been read: for the time that is left."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from newstui.intake.document import Document

Found = TypeVar("Found")


class Amount:
    """The bytes under some paths; unknown where standard input is among them."""

    def __init__(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        named = [os.fspath(path) for path in paths]
        self._whole = 0 if "-" in named else sum(map(_size, named))
        self._done = 0
        self._number = 0
        self._document: Document | None = None

    def counted(self, found: Iterable[Found], document: Document) -> Iterator[Found]:
        """What is found in a document, on its way."""
        self._document = document
        for each in found:
            self._number += 1
            yield each
        self._done += document.size or 0
        self._document = None

    @property
    def expected(self) -> int | None:
        """How many will have been found in the end, by what the bytes read so far held; None where that is unknown."""
        read = self._done + self._within()
        return round(self._number * max(self._whole / read, 1)) if self._whole and read else None

    def _within(self) -> int:
        """Bytes read of the document that is being read."""
        try:
            return self._document.stream.tell() if self._document else 0
        except (OSError, ValueError):
            return 0


def _size(path: str) -> int:
    """The bytes of a file, or of all files under a folder, links not followed."""
    try:
        if not Path(path).is_dir():
            return Path(path).stat().st_size
        return sum(_size_of(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
    except (OSError, ValueError):
        return 0


def _size_of(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
