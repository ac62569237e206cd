"""A list whose rows are all at hand: people, outline, pickers, pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newstui.tui.line_view import LineView
from newstui.tui.paint import Pieces


class Entry(NamedTuple):
    """One item with its rows; ``above`` are rows before it that are no item: a heading, an empty row."""

    rows: tuple[Pieces, ...]
    above: tuple[Pieces, ...] = ()


class FixedView(LineView):
    """Items of one or more rows each, laid out again for every width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[Pieces] = []
        self._firsts: list[int] = []
        self._afters: list[int] = []

    def entries(self, width: int) -> Sequence[Entry]:
        """All items for a width in cells."""
        raise NotImplementedError

    def lay(self, cursor: int | None = None) -> None:
        """Lay everything out anew, the cursor on the item that is said or where it was."""
        self.cursor = self.cursor if cursor is None else cursor
        if not self.wide:
            return
        entries = self.entries(self.room)
        self._rows = [row for entry in entries for row in (*entry.above, *entry.rows)]
        self._afters = list(accumulate(len(entry.above) + len(entry.rows) for entry in entries))
        self._firsts = [after - len(entry.rows) for entry, after in zip(entries, self._afters, strict=True)]
        if cursor is not None:
            self.top = 0
        self.keep_in_range()
        if self.cursor == 0:
            self.top = 0
        self.repaint()

    def resized(self) -> None:
        self.lay()

    def item_count(self) -> int:
        return len(self._firsts)

    def row_count(self) -> int:
        return len(self._rows)

    def rows_of(self, item: int) -> tuple[int, int]:
        return (self._firsts[item], self._afters[item]) if 0 <= item < len(self._firsts) else (0, 0)

    def item_at(self, row: int) -> int:
        return min(bisect_right(self._afters, row), max(0, len(self._afters) - 1))

    def pieces(self, row: int, width: int) -> Pieces:
        return self._rows[row]
