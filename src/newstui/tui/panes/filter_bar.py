"""The first row: what is looked for, in chips, with the exact count; at the start, what is new."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newstui.tui.frame import filter_row
from newstui.tui.looks import look_of
from newstui.tui.strips import strip
from newstui.tui.values import Asked, Hits


class FilterBar(Widget):
    """The filter bar."""

    asked: reactive[Asked] = reactive(Asked())
    hits: reactive[Hits] = reactive(Hits())
    news: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__(id="filter")

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        return strip(filter_row(look, width, self.asked, self.hits, self.news), width, look["base"])
