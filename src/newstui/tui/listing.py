"""The rows of the list and how many they are, asked of the archive. No toolkit is loaded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from newstui.tui.values import NO_FLAGS, Asked, Flags, Hits, Rows

if TYPE_CHECKING:
    from newstui.tui.shelf import Shelf

WINDOW: Final = 120
"""Rows fetched at once."""


def first(shelf: Shelf, asked: Asked, kept: str | None = None, near: int = 0) -> Rows:
    """The first window: around the article the cursor was on, if it is found again, else around a row."""
    at = shelf.reader.position(asked.query, kept, asked.sorting, grouped=asked.once) if kept else None
    at = near if at is None else at
    start = max(0, at - WINDOW // 2)
    return rows(shelf, asked, start, start + WINDOW, at)


def rows(shelf: Shelf, asked: Asked, start: int, stop: int, cursor: int | None = None) -> Rows:
    """A window of the list, with the user's flags."""
    lines = shelf.reader.page(asked.query, start, stop, asked.sorting, grouped=asked.once)
    return Rows(asked, start, stop - start, lines, flags(shelf, [line.id for line in lines]), cursor)


def flags(shelf: Shelf, ids: Sequence[str]) -> Mapping[str, Flags]:
    """The user's flags of some articles."""
    kept = shelf.state.flags(ids)
    return {id: Flags(kept[id].read, kept[id].starred, kept[id].marked) if id in kept else NO_FLAGS for id in ids}


def count(shelf: Shelf, asked: Asked) -> Hits:
    """The exact count: articles, and rows of the list."""
    total = shelf.reader.count(asked.query)
    return Hits(asked, total, shelf.reader.count(asked.query, grouped=True) if asked.once else total)
