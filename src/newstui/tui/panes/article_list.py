"""The articles found: one row each, fetched by window as they come into sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.style import Style
from textual.reactive import var

from newstui.model.article import ArticleLine
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.paint import Piece, Pieces, column, fit
from newstui.tui.river import NO_FLAGS, Asked, Flags, Hits, Rows, RowsWanted

WINDOW: Final = 120
"""Rows fetched at once."""
_KEPT: Final = 2_000
"""Rows kept; beyond that those far from the window go."""


class ArticleList(LineView):
    """The list. It knows the rows around its window and asks for others by ``RowsWanted``."""

    number = "1"
    hits: var[Hits] = var(Hits())
    remark: var[tuple[str, ...]] = var(())

    def __init__(self) -> None:
        super().__init__(id="list")
        self._lines: dict[int, ArticleLine] = {}
        self._flags: dict[str, Flags] = {}
        self._known = 0
        self._asked: Asked | None = None
        self._wanted: tuple[Asked, int, int] | None = None

    @property
    def line(self) -> ArticleLine | None:
        """The row under the cursor; None while it is not there."""
        return self._lines.get(self.cursor)

    def flags_of(self, article_id: str) -> Flags:
        """What the user did with an article, as far as the list has shown it."""
        return self._flags.get(article_id, NO_FLAGS)

    @property
    def ids_shown(self) -> tuple[str, ...]:
        """The articles in sight."""
        return tuple(filter(None, map(self._id_at, range(self.top, self.top + self.page))))

    # Rows -------------------------------------------------------------------------------------

    def watch_hits(self, before: Hits, hits: Hits) -> None:
        if hits.asked == self._asked and hits.total is not None and hits.total != self._known:
            self._known = hits.total
            self.keep_in_range()
            self.repaint()
        self.repaint_header()

    def watch_remark(self) -> None:
        if not self._known:
            self.repaint()

    def supply(self, rows: Rows) -> None:
        """Rows have come; the first ones of a question replace everything, with the cursor where they say."""
        if rows.cursor is not None:
            self._lines.clear()
            self._asked, self._known, self.top, self.cursor = rows.asked, 0, 0, rows.cursor
        self._flags.update(rows.flags)
        self._lines.update(enumerate(rows.lines, rows.start))
        end = rows.start + len(rows.lines)
        counted = self.hits.total if self.hits.asked == rows.asked else None
        self._known = end if len(rows.lines) < rows.wanted else max(self._known, end, counted or 0)
        self._drop_far()
        self._wanted = None
        self.keep_in_range()
        self.repaint()

    def reflag(self, flags: Mapping[str, Flags]) -> None:
        """The user's flags of some articles changed."""
        self._flags.update(flags)
        self.repaint_rows(*(row for row in range(self.top, self.top + self.page) if self._id_at(row) in flags))

    def wants_rows(self) -> None:
        stop = min(self.top + self.page, self._known)
        missing = [row for row in range(self.top, stop) if row not in self._lines]
        beyond = self.hits.total is None and self._known and self.top + self.page > self._known - WINDOW // 3
        if not missing and not beyond:
            return
        start = max(0, (missing[0] if missing else self._known) - WINDOW // 4)
        if self._asked is None:
            return
        wanted = (self._asked, start, start + WINDOW)
        if wanted != self._wanted:
            self._wanted = wanted
            self.post_message(RowsWanted(*wanted))

    def _id_at(self, row: int) -> str:
        line = self._lines.get(row)
        return line.id if line else ""

    def _drop_far(self) -> None:
        if len(self._lines) > _KEPT:
            near = range(self.top - _KEPT // 2, self.top + _KEPT // 2)
            self._lines = {row: line for row, line in self._lines.items() if row in near}

    # Painting -----------------------------------------------------------------------------------

    def item_count(self) -> int:
        return self._known

    def heading(self) -> tuple[str, str]:
        total = self.hits.total
        return say("articles"), "" if total is None else say("order_" + self.hits.asked.order)

    def pieces(self, row: int, width: int) -> Pieces:
        line = self._lines.get(row)
        if line is None:
            return [("   …", self.look["dim"])]
        flags = self._flags.get(line.id, NO_FLAGS)
        source = 16 if width >= 72 else 10 if width >= 58 else 0
        tail = f" ×{line.reprints}" if line.reprints > 1 else ""
        room = max(4, width - 15 - (source + 1 if source else 0) - len(tail))
        pieces = [*self._marks(flags), (column((line.published or say("no_date"))[:10], 10), self.look["date"]), _GAP]
        if source:
            pieces += [(column(line.source or "", source), self.look["source"]), _GAP]
        pieces.append((fit(line.title, room), self.look["read"] if flags.read else self.look["title"]))
        return [*pieces, (tail, self.look["dim"])]

    def _marks(self, flags: Flags) -> list[Piece]:
        marks = ((flags.marked, "✓", "marked"), (flags.starred, "★", "starred"), (not flags.read, "●", "unread"))
        return [*((sign, self.look[kind]) if on else _GAP for on, sign, kind in marks), _GAP]

    def beyond(self, row: int, width: int) -> Pieces:
        if self._known or not 0 < row <= len(self.remark):
            return ()
        return [("  " + fit(self.remark[row - 1], width - 2), self.look["notice"])]


_GAP: Final[Piece] = (" ", Style.null())
