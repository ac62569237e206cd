"""The articles found: one row each, fetched by window as they come into sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.reactive import var

from newstui.model.article import ArticleLine
from newstui.tui.article_row import article_row
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.listing import WINDOW
from newstui.tui.paint import Pieces
from newstui.tui.river import RowsWanted
from newstui.tui.values import NO_FLAGS, Asked, Flags, Hits, Rows
from newstui.tui.wrap import wrapped

_KEPT: Final = 2_000
"""Rows kept; beyond that those far from the window go."""


class ArticleList(LineView):
    """The list. It knows the rows around its window and asks for others by ``RowsWanted``.

    The reprints of one row may be unfolded below it: they are rows of the screen, but not of the answer.
    """

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
        self._unfolded = -1
        self._reprints: tuple[ArticleLine, ...] = ()

    @property
    def line(self) -> ArticleLine | None:
        """The row under the cursor; None while it is not there."""
        return self._line_at(self.cursor)

    def flags_of(self, article_id: str) -> Flags:
        """What the user did with an article, as far as the list has shown it."""
        return self._flags.get(article_id, NO_FLAGS)

    @property
    def ids_shown(self) -> tuple[str, ...]:
        """The articles in sight."""
        return tuple(filter(None, map(self._id_at, range(self.top, self.top + self.page))))

    # Rows -------------------------------------------------------------------------------------

    def watch_hits(self, before: Hits, hits: Hits) -> None:
        if hits.asked == self._asked and hits.rows is not None and hits.rows != self._known:
            self._known = hits.rows
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
            self._unfolded, self._reprints = -1, ()
            self._asked, self._known, self.top, self.cursor = rows.asked, 0, 0, rows.cursor
        self._flags.update(rows.flags)
        self._lines.update(enumerate(rows.lines, rows.start))
        end = rows.start + len(rows.lines)
        counted = self.hits.rows if self.hits.asked == rows.asked else None
        self._known = end if len(rows.lines) < rows.wanted else max(self._known, end, counted or 0)
        self._drop_far()
        self._wanted = None
        self.keep_in_range()
        self.repaint()

    def reflag(self, flags: Mapping[str, Flags]) -> None:
        """The user's flags of some articles changed."""
        self._flags.update(flags)
        self.repaint_rows(*(row for row in range(self.top, self.top + self.page) if self._id_at(row) in flags))

    def unfold(self, article_id: str, rows: Rows) -> None:
        """The reprints of the row of an article, below it."""
        if rows.asked == self._asked and self._id_at(self.cursor) == article_id:
            self._flags.update(rows.flags)
            self._unfolded, self._reprints = self.cursor, rows.lines
            self.keep_in_range()
            self.repaint()

    def fold(self) -> bool:
        """Away with the reprints, where the cursor is on them or on their row; another row only lets them go."""
        row, number = self._unfolded, len(self._reprints)
        if not number:
            return False
        self._unfolded, self._reprints = -1, ()
        inside = row <= self.cursor <= row + number
        if self.cursor > row:
            self.cursor = row if inside else self.cursor - number
        self.keep_in_range()
        self.repaint()
        if inside:
            self.post_message(self.Moved(self, self.cursor))
        return inside

    def wants_rows(self) -> None:
        stop = min(self.top + self.page, self._known)
        missing = [row for row in range(self.top, stop) if row not in self._lines]
        beyond = self.hits.rows is None and self._known and self.top + self.page > self._known - WINDOW // 3
        if self._asked is None or not (missing or beyond):
            return
        start = max(0, (missing[0] if missing else self._known) - WINDOW // 4)
        wanted = (self._asked, start, start + WINDOW)
        if wanted != self._wanted:
            self._wanted = wanted
            self.post_message(RowsWanted(*wanted))

    def _line_at(self, row: int) -> ArticleLine | None:
        """What stands in a row of the screen."""
        beyond = row - self._unfolded
        if self._reprints and beyond > 0:
            number = len(self._reprints)
            return self._reprints[beyond - 1] if beyond <= number else self._lines.get(row - number)
        return self._lines.get(row)

    def _id_at(self, row: int) -> str:
        line = self._line_at(row)
        return line.id if line else ""

    def _drop_far(self) -> None:
        if len(self._lines) > _KEPT:
            near = range(self.top - _KEPT // 2, self.top + _KEPT // 2)
            self._lines = {row: line for row, line in self._lines.items() if row in near}
        if len(self._flags) > 2 * _KEPT:
            held = {line.id for line in (*self._lines.values(), *self._reprints)}
            self._flags = {id: flags for id, flags in self._flags.items() if id in held}

    # Painting -----------------------------------------------------------------------------------

    def item_count(self) -> int:
        return self._known + len(self._reprints)

    def heading(self) -> tuple[str, str]:
        return say("articles"), "" if self.hits.total is None else say("order_" + self.hits.asked.order)

    def pieces(self, row: int, width: int) -> Pieces:
        line = self._line_at(row)
        if line is None:
            return [("  …", self.look["dim"])]
        return article_row(
            self.look, width, line, self._flags.get(line.id, NO_FLAGS),
            order=self._asked.order if self._asked else "", above=self._line_at(row - 1) if row > self.top else None,
            below=0 < row - self._unfolded <= len(self._reprints),
        )  # fmt: skip

    def beyond(self, row: int, width: int) -> Pieces:
        said = [] if self._known else [part for words in self.remark for part in wrapped(words, width - 4)]
        return [("  " + said[row], self.look["notice"])] if row < len(said) else ()
