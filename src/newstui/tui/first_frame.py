"""The first frame: the reading room with its list, sent before the toolkit is loaded, which takes longer.

It is the very picture that the toolkit paints first, so that nothing flickers when that comes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from rich.color import ColorSystem
from rich.style import Style

from newstui.tui.article_row import article_row
from newstui.tui.commands import LIST
from newstui.tui.frame import filter_row, header, hint_row, status_row
from newstui.tui.language import say
from newstui.tui.opening import Opening
from newstui.tui.paint import Piece, Pieces, cells, cut
from newstui.tui.places import places
from newstui.tui.sgr import shorter
from newstui.tui.values import NO_FLAGS, Hits, Rows

ALTERNATE: Final = "\x1b[?1049h"
"""To the terminal's other screen, which is cleared."""
_PANES: Final = {"text": "2", "people": "3", "outline": "4"}
"""The panes that are still empty, with their keys."""


def sequence(opening: Opening, width: int, height: int, environment: Mapping[str, str] = os.environ) -> str:
    """What to send for the first frame; empty without rows to show."""
    if opening.first is None or not opening.first[0].lines:
        return ""
    system = color_system(environment)
    said = [
        f"\x1b[{y};1H" + "".join(style.render(words, color_system=system) for words, style in row)
        for y, row in enumerate(picture(opening, width, height), 1)
    ]
    return f"{ALTERNATE}\x1b[?25l" + shorter("".join(said))


def picture(opening: Opening, width: int, height: int) -> list[list[Piece]]:
    """Every row of the window, each piece with its whole style."""
    window: list[list[Piece]] = [[] for _ in range(height)]
    base = opening.look["base"]
    for name, place in sorted(places(width, height).items(), key=lambda one: one[1].x):
        for y in range(place.height):
            window[place.y + y] += _filled(*_row(opening, name, y, place.width), place.width, base)
    return window


def _row(opening: Opening, name: str, y: int, width: int) -> tuple[Pieces, Style | None]:
    """A row of a part, and what goes on top of it."""
    look, (rows, hits) = opening.look, opening.first or (Rows(opening.asked, 0, 0, (), {}), None)
    hits = hits or Hits(opening.asked)
    if name == "filter":
        return filter_row(look, width, opening.asked, hits, ""), None
    if name == "status":
        return status_row(look, width, ""), None
    if name == "hints":
        return hint_row(look, width, [(one.key, one.label) for one in opening.keys.hints(LIST)]), None
    if name in _PANES:
        return header(look, width, _PANES[name], (say(name), ""), False) if y == 0 else [("│ ", look["line"])], None
    if y == 0:
        order = "" if hits.total is None else say("order_" + opening.asked.order)
        return header(look, width, "1", (say("articles"), order), True), None
    return _article(opening, rows, y - 1, width), look["cursor"] if y == 1 else None


def _article(opening: Opening, rows: Rows, at: int, width: int) -> Pieces:
    if at >= len(rows.lines):
        return ()
    line, above = rows.lines[at], rows.lines[at - 1] if at else None
    flags = rows.flags.get(line.id, NO_FLAGS)
    return article_row(opening.look, width, line, flags, order=opening.asked.order, above=above, below=False)


def _filled(pieces: Pieces, over: Style | None, width: int, base: Style) -> list[Piece]:
    """The pieces in their whole style, made as wide as their part."""
    ground = base + over if over else base
    painted = [(words, base + style + over if over else base + style) for words, style in cut(pieces, width)]
    return [*painted, (" " * (width - cells(painted)), ground)]


def color_system(environment: Mapping[str, str]) -> ColorSystem:
    """How many colours the terminal has, told as the toolkit tells it."""
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    _, _, colors = environment.get("TERM", "").strip().lower().rpartition("-")
    return {"kitty": ColorSystem.EIGHT_BIT, "256color": ColorSystem.EIGHT_BIT}.get(colors, ColorSystem.STANDARD)
