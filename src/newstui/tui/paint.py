"""The one place where text becomes paint. Nothing reaches the terminal but through here.

Text comes from news, from users and from error messages, and none of it is trusted: control codes are
cleaned out, and no text is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from newstui.model.clean import clean

Piece = tuple[str, Style]
"""Some text and how it is painted."""
Pieces = Sequence[Piece]


def safe(text: str) -> str:
    """The text as it may stand in one row of the screen."""
    return text if text.isprintable() else clean(text).replace("\n", " ")


def content(text: str) -> Content:
    """The text for a widget of the toolkit: literal, never markup."""
    return Content(safe(text))


@lru_cache(maxsize=4096)
def fit(text: str, width: int) -> str:
    """The text cut to so many cells, with ``…`` where something was cut; never wider, perhaps narrower."""
    text = safe(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def column(text: str, width: int) -> str:
    """The text cut or filled to exactly so many cells."""
    text = fit(text, width)
    return text + " " * (width - cell_len(text))


def cells(pieces: Iterable[Piece]) -> int:
    """How many cells the pieces take."""
    return sum(cell_len(safe(text)) for text, _ in pieces)


def strip(pieces: Iterable[Piece], width: int, base: Style, over: Style | None = None) -> Strip:
    """One row of the screen, exactly so many cells wide; ``over`` goes on top of every piece."""
    ground = base + over if over else base
    segments = [Segment(safe(text), (base + style + over) if over else base + style) for text, style in pieces if text]
    used = sum(cell_len(segment.text) for segment in segments)
    if used < width:
        segments.append(Segment(" " * (width - used), ground))
    row = Strip(Segment.simplify(segments), max(used, width))
    return row if used <= width else row.adjust_cell_length(width, ground)
