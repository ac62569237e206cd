"""The one list widget: draws rows itself and repaints only those that changed.

The first row is a header that says what the pane is; it alone shows the focus, so that changing panes
costs a line and not a pane. At the edge the view moves by half a page, so that holding a key scrolls rarely.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newstui.tui.frame import header
from newstui.tui.looks import look_of
from newstui.tui.paint import Piece, Pieces
from newstui.tui.strips import strip
from newstui.tui.themes import Look


class LineView(Widget, can_focus=False):
    """Items, each of one or more rows, with a cursor on one of them. Panes say what a row holds."""

    DEFAULT_CSS = "LineView { height: 1fr; width: 1fr; }"

    class Moved(Message):
        """The cursor went to another item."""

        def __init__(self, view: LineView, item: int) -> None:
            super().__init__()
            self.view, self.item = view, item

        @property
        def control(self) -> LineView:
            return self.view

    number = ""
    """The key that leads to the pane, shown in its header."""
    edged = False
    """Whether a line is drawn down the left side."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.active = False
        """Whether the keys go here."""
        self.cursor = 0
        self.top = 0
        self.wide = self.high = 0
        """Cells and rows of the pane, header included."""
        self._painted: dict[int, Strip] = {}
        self._look: Look | None = None

    # What a pane says of itself ---------------------------------------------------------------

    def item_count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def heading(self) -> tuple[str, str]:
        """What the header says on the left and on the right."""
        return "", ""

    def pieces(self, row: int, width: int) -> Pieces:
        """What stands in a row."""
        raise NotImplementedError

    def rows_of(self, item: int) -> tuple[int, int]:
        """First row of an item, and the row after its last."""
        return item, item + 1

    def item_at(self, row: int) -> int:
        """The item a row belongs to."""
        return row

    def row_count(self) -> int:
        """How many rows all items take."""
        return self.item_count()

    def wants_rows(self) -> None:
        """Called before the window is painted, for panes that fetch their rows."""

    # Moving -----------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """Rows that can be seen at once."""
        return max(1, self.high - 1)

    @property
    def room(self) -> int:
        """Cells of a row: an edged pane keeps a cell free on the right, so that no words run into the next."""
        return max(1, self.wide - (3 if self.edged else 0))

    def move(self, by: int) -> None:
        """The cursor so many items on, or back; an item higher than the window is first shown to its end."""
        if not self._scroll_within(by):
            self.go(self.cursor + by)

    def move_page(self, by: float) -> None:
        """The cursor so many pages on, or back."""
        if self._scroll_within(by):
            return
        row = self.rows_of(self.cursor)[0] + round(by * self.page)
        item = self.item_at(max(0, min(row, self.row_count() - 1))) if self.row_count() else 0
        self.go(item if item != self.cursor else self.cursor + (1 if by > 0 else -1))

    def _scroll_within(self, by: float) -> bool:
        """Half a page on, or back, within the item under the cursor; says whether it goes on there."""
        first, after = self.rows_of(self.cursor)
        below, above = after - self.top - self.page, self.top - first
        left = below if by > 0 else above
        if left <= 0 or after - first <= self.page:
            return False
        self.top += min(left, max(1, self.page // 2)) * (1 if by > 0 else -1)
        self.repaint()
        return True

    def go(self, item: int, *, tell: bool = True) -> None:
        """The cursor to an item, as near as there is one."""
        item = max(0, min(item, self.item_count() - 1))
        before, self.cursor = self.cursor, item
        if item == before:
            return
        if self.show(item):
            self.repaint()
        else:
            self.repaint_items(before, item)
        if tell:
            self.post_message(self.Moved(self, item))

    def show(self, item: int) -> bool:
        """Bring an item into the window, by half a page at least; says whether the window moved."""
        first, after = self.rows_of(item)
        top, page = self.top, self.page
        if first < top:
            top = max(0, min(first, top - page // 2))
        elif after > top + page:
            top = min(first, max(after - page, min(top + page // 2, max(0, self.row_count() - page))))
        moved, self.top = top != self.top, top
        return moved

    def keep_in_range(self) -> None:
        """After the items changed: cursor and window where there is something."""
        self.cursor = max(0, min(self.cursor, self.item_count() - 1))
        self.top = max(0, min(self.top, self.row_count() - self.page))
        self.show(self.cursor)

    # Painting ---------------------------------------------------------------------------------

    @property
    def look(self) -> Look:
        if self._look is None:
            self._look = look_of(self)
        return self._look

    def repaint(self) -> None:
        """Everything that is not yet as it should be: rows that stay the same cost nothing."""
        self.wants_rows()
        self._repaint_lines(range(self.high))

    def repaint_items(self, *items: int) -> None:
        """Only the rows of these items."""
        self.repaint_rows(*(row for item in set(items) for row in range(*self.rows_of(item))))

    def repaint_rows(self, *rows: int) -> None:
        """Only these rows, as far as they are seen."""
        self._repaint_lines([row - self.top + 1 for row in rows if self.top <= row < self.top + self.page])

    def repaint_header(self) -> None:
        """Only the header."""
        self._repaint_lines((0,))

    def repaint_all(self) -> None:
        """Everything, in new colours."""
        self._look = None
        self._painted.clear()
        self.refresh()

    def _repaint_lines(self, lines: Iterable[int]) -> None:
        if not self._painted:
            self.refresh()
            return
        changed = []
        for y in lines:
            strip = self._paint(y)
            if strip != self._painted.get(y):
                self._painted[y] = strip
                edge = 2 if self.edged and y else 0
                changed.append(Region(edge, y, self.wide - edge, 1))
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        if y not in self._painted:
            self._painted[y] = self._paint(y)
        return self._painted[y]

    def _paint(self, y: int) -> Strip:
        width = self.wide
        if y == 0:
            return strip(header(self.look, width, self.number, self.heading(), self.active), width, self.look["base"])
        row = self.top + y - 1
        edge: list[Piece] = [("│ ", self.look["line"])] if self.edged else []
        if not 0 <= row < self.row_count():
            return strip([*edge, *self.beyond(row, self.room)], width, self.look["base"])
        first, after = self.rows_of(self.cursor)
        inside = width - 2 if self.edged else width
        inner = strip(self.pieces(row, self.room), inside, self.look["base"], self.over(first <= row < after))
        return Strip.join([strip(edge, 2, self.look["base"]), inner]) if edge else inner

    def over(self, here: bool) -> Style | None:
        """What goes on top of a row: the cursor's style on its item."""
        return self.look["cursor"] if here else None

    def beyond(self, row: int, width: int) -> Pieces:
        """What stands below the last row: nothing, or the words for an empty pane."""
        return ()

    def on_resize(self, event: events.Resize) -> None:
        self.wide, self.high = event.size
        self._painted.clear()
        self.resized()

    def resized(self) -> None:
        """The pane has another size."""
        self.keep_in_range()
        self.repaint()

    # The mouse, where it is wanted --------------------------------------------------------------

    def on_mouse_scroll_down(self) -> None:
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        self.move(-3)

    def on_click(self, event: events.Click) -> None:
        row = self.top + event.y - 1
        if event.y > 0 and 0 <= row < self.row_count():
            self.go(self.item_at(row))
