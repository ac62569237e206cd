"""The last two rows: a line that answers, and the keys of the place, which give way to a prompt."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newstui.tui.paint import Piece, cells, fit, strip
from newstui.tui.themes import look_of


class Status(Widget):
    """A rule with the newest message in it; ``caret`` points at a column of the prompt below."""

    words: reactive[str] = reactive("")
    failed: reactive[bool] = reactive(False)
    caret: reactive[int] = reactive(-1)

    def __init__(self) -> None:
        super().__init__(id="status")

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        if not self.words:
            return strip([("─" * width, look["line"])], width, look["base"])
        before = "─" * max(0, min(self.caret, width - 20)) + "▼ " if self.caret >= 0 else "─ "
        mark = "! " if self.failed else ""
        words = fit(f"{mark}{self.words} ", max(0, width - len(before) - 1))
        style = look["error" if self.failed else "notice"]
        pieces: list[Piece] = [(before, look["line"]), (words, style)]
        return strip([*pieces, ("─" * (width - cells(pieces)), look["line"])], width, look["base"])


class Hints(Widget):
    """The keys worth knowing here, as many as fit."""

    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def __init__(self) -> None:
        super().__init__(id="hints")

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        return strip(hint_pieces(self.hints, width, look["key"], look["dim"]), width, look["base"])


def hint_pieces(hints: Sequence[tuple[str, str]], width: int, key_style: Style, label_style: Style) -> list[Piece]:
    """Keys and labels in a row, none of them cut."""
    pieces: list[Piece] = []
    for key, label in hints:
        more: list[Piece] = [(" " + key, key_style), (" " + label + " ", label_style)]
        if cells(pieces) + cells(more) > width:
            break
        pieces += more
    return pieces
