"""Counts as bars: the months of a result, the people who appear together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.message import Message

from newstui.query.query import Node
from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import say
from newstui.tui.paint import Pieces, column, fit
from newstui.tui.screens.page import PageScreen

_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True)
class Bar:
    """One row: its words, its number, what is said of it, and the condition that Enter adds."""

    label: str
    number: int
    detail: str = ""
    node: Node | None = None


class BarsCounted(Message):
    """The counts have come."""

    def __init__(self, bars: Sequence[Bar], total: int | None = None) -> None:
        super().__init__()
        self.bars = bars
        self.total = len(bars) if total is None else total
        """How many there are in all, where not all are shown."""


class Bars(FixedView):
    """The rows."""

    def __init__(self) -> None:
        super().__init__(id="bars")
        self.bars: Sequence[Bar] = ()
        self.total = 0

    def heading(self) -> tuple[str, str]:
        shown = f"{len(self.bars):,}" if self.bars else ""
        if self.total <= len(self.bars):
            return "", shown
        return "", say("strongest", shown=shown, total=f"{self.total:,}")

    def entries(self, width: int) -> Sequence[Entry]:
        most = max((bar.number for bar in self.bars), default=1)
        label = min(max(20, width * 2 // 5), max((cell_len(bar.label) for bar in self.bars), default=0))
        detail = min(width // 3, max((cell_len(bar.detail) for bar in self.bars), default=0))
        room = max(5, width - label - detail - 14)
        return [Entry((self._row(bar, label, detail, room, most),)) for bar in self.bars]

    def _row(self, bar: Bar, label: int, detail: int, room: int, most: int) -> Pieces:
        look = self.look
        said = [(column(fit(bar.detail, detail), detail) + " ", look["dim"])] if detail else []
        return [
            (" " + column(bar.label, label) + " ", look["title"]),
            *said,
            (f"{bar.number:>7,} ", look["count"]),
            (bar_of(bar.number, most, room), look["bar"]),
        ]


def bar_of(number: int, most: int, room: int) -> str:
    """A bar in eighths of a cell; something can be seen of every number above nothing."""
    eighths = max(1, number * room * 8 // max(1, most)) if number else 0
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


class BarScreen(PageScreen[Node]):
    """Ends with the condition of the row that was taken, or None."""

    own_hints = "narrow_hint"

    def body(self) -> ComposeResult:
        yield Bars()

    def opened(self) -> None:
        super().opened()
        self.tell(say("loading"))

    def on_bars_counted(self, counted: BarsCounted) -> None:
        bars = self.query_one(Bars)
        bars.bars, bars.total = counted.bars, counted.total
        bars.lay(0)
        self.tell("" if counted.bars else say("nothing_found"))

    def on_key(self, event: events.Key) -> None:
        bars = self.query_one(Bars)
        if event.key == "enter" and bars.bars:
            event.stop()
            event.prevent_default()
            node = bars.bars[bars.cursor].node
            self.dismiss(node) if node is not None else self.tell(say("nothing_found"))
