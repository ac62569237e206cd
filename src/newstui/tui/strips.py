"""Pieces of paint as the toolkit takes them: strips for rows, content for its own widgets."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from newstui.tui.paint import Piece, safe


def content(text: str) -> Content:
    """The text for a widget of the toolkit: literal, never markup."""
    return Content(safe(text))


def strip(pieces: Iterable[Piece], width: int, base: Style, over: Style | None = None) -> Strip:
    """One row of the screen, exactly so many cells wide; ``over`` goes on top of every piece."""
    ground = base + over if over else base
    segments = [Segment(safe(text), (base + style + over) if over else base + style) for text, style in pieces if text]
    used = sum(cell_len(segment.text) for segment in segments)
    if used < width:
        segments.append(Segment(" " * (width - used), ground))
    row = Strip(Segment.simplify(segments), max(used, width))
    return row if used <= width else row.adjust_cell_length(width, ground)
