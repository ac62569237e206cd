"""The work of the export dialog, done in lanes: the preview, and the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from textual.message import Message

from newstui.export.summary import Pair
from newstui.export.write import Options, chunks
from newstui.query.query import Query
from newstui.tui.shelf import Shelf

_STEP: Final = 50
"""Articles between two words of progress."""


class Exported(Message):
    """The file is written."""

    def __init__(self, number: int, path: Path, size: int) -> None:
        super().__init__()
        self.number, self.path, self.size = number, path, size


class Progress(Message):
    """So many are done."""

    def __init__(self, number: int, total: int) -> None:
        super().__init__()
        self.number, self.total = number, total


class Preview(Message):
    """The beginning of what would be written, and how many there are of each scope."""

    def __init__(self, form: str, scope: str, words: str, marked: int) -> None:
        super().__init__()
        self.form, self.scope, self.words, self.marked = form, scope, words, marked


def _pairs(shelf: Shelf, scope: str, query: Query, id: str | None) -> tuple[Iterator[Pair], int, Query | None]:
    """The articles of a scope, how many they are, and the query they answer."""
    from newstui.analysis import takeaway

    if scope == "found":
        return takeaway.found(shelf.reader, query), shelf.reader.count(query), query
    ids = shelf.marked() if scope == "marked" else (id,) if id else ()
    return takeaway.chosen(shelf.reader, ids), len(ids), None


def previewed(shelf: Shelf, scope: str, form: str, query: Query, id: str | None) -> Preview:
    """The beginning of what would be written."""
    from newstui.analysis import takeaway

    pairs, number, asked = _pairs(shelf, scope, query, id)
    first = [pair for _, pair in zip(range(2), pairs, strict=False)]
    origin = takeaway.provenance(shelf.reader, query=asked, articles=number)
    words = b"".join(chunks(form, first, origin, Options())).decode()
    return Preview(form, scope, words, len(shelf.marked()))


def exported(
    shelf: Shelf, scope: str, form: str, query: Query, id: str | None,
    path: Path, overwrite: bool, post: Callable[[Message], object],
) -> Exported:  # fmt: skip
    """Write the file, telling how far it is. Raises TargetError."""
    from newstui.analysis import takeaway
    from newstui.archive.pinyin import toned
    from newstui.export.target import write

    pairs, number, asked = _pairs(shelf, scope, query, id)
    origin = takeaway.provenance(shelf.reader, query=asked, articles=number)

    def counted() -> Iterator[Pair]:
        for at, pair in enumerate(pairs):
            if at % _STEP == 0:
                post(Progress(at, number))
            yield pair

    size = write(path, chunks(form, counted(), origin, Options(pinyin=toned)), overwrite=overwrite)
    return Exported(number, path, size)
