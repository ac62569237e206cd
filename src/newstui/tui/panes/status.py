"""The last two rows: a line that answers, and the keys of the place, which give way to a prompt."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newstui.tui.frame import hint_row, status_row
from newstui.tui.looks import look_of
from newstui.tui.strips import strip


class Status(Widget):
    """A rule with the newest message in it; ``caret`` points at a column of the prompt below."""

    words: reactive[str] = reactive("")
    failed: reactive[bool] = reactive(False)
    caret: reactive[int] = reactive(-1)

    def __init__(self) -> None:
        super().__init__(id="status")

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        said = status_row(look, width, self.words, failed=self.failed, caret=self.caret)
        return strip(said, width, look["base"])


class Hints(Widget):
    """The keys worth knowing here, as many as fit."""

    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def __init__(self) -> None:
        super().__init__(id="hints")

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        return strip(hint_row(look, width, self.hints), width, look["base"])
