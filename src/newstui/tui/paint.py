"""Text and how it is painted, in pieces. Nothing reaches the terminal but through here; no toolkit is loaded.

Text comes from news, from users and from error messages, and none of it is trusted: control codes are
cleaned out, and no text is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.style import Style

from newstui.model.clean import clean

Piece = tuple[str, Style]
"""Some text and how it is painted."""
Pieces = Sequence[Piece]


def safe(text: str) -> str:
    """The text as it may stand in one row of the screen."""
    return text if text.isprintable() else clean(text).replace("\n", " ")


@lru_cache(maxsize=4096)
def fit(text: str, width: int) -> str:
    """The text cut to so many cells, with ``…`` where something was cut; never wider, perhaps narrower."""
    text = safe(text)
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def fit_ends(text: str, width: int) -> str:
    """The beginning and the end of the text in so many cells, with ``…`` where its middle was cut."""
    text = safe(text)
    if cell_len(text) <= width:
        return text
    head, tail = fit(text, width // 2), text
    while tail and cell_len(head) + cell_len(tail) > width:
        tail = tail[1:]
    return head + tail


def column(text: str, width: int) -> str:
    """The text cut or filled to exactly so many cells."""
    text = fit(text, width)
    return text + " " * (width - cell_len(text))


def cells(pieces: Iterable[Piece]) -> int:
    """How many cells the pieces take."""
    return sum(cell_len(safe(text)) for text, _ in pieces)


def cut(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """The pieces as far as there is room for them; half a wide character is a space."""
    found: list[Piece] = []
    for text, style in pieces:
        if width > 0 and text:
            text = safe(text)
            text = text if cell_len(text) <= width else set_cell_size(text, width)
            found.append((text, style))
            width -= cell_len(text)
    return found
