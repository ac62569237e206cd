"""Where the parts of the window lie for each of its sizes. Pure; no toolkit is loaded."""

from __future__ import annotations

from typing import Final, NamedTuple

WIDE: Final = 100
"""Cells from which the four panes stand side by side."""


class Place(NamedTuple):
    """A part of the window: its first column and row, its cells and rows."""

    x: int
    y: int
    width: int
    height: int

    def columns(self, first: int) -> tuple[Place, Place]:
        """Parted in two, the left one so many cells wide."""
        return self._replace(width=first), self._replace(x=self.x + first, width=self.width - first)

    def rows(self, first: int) -> tuple[Place, Place]:
        """Parted in two, the upper one so many rows high."""
        return self._replace(height=first), self._replace(y=self.y + first, height=self.height - first)


def places(width: int, height: int, focus: str = "list", zoomed: bool = False) -> dict[str, Place]:
    """The place of each part that is shown: ``filter``, ``status``, ``hints`` and the panes."""
    if width < 16 or height < 3:
        return {"filter": Place(0, 0, width, 1)}
    if height < 7:
        return {"filter": Place(0, 0, width, 1), focus: Place(0, 1, width, height - 1)}
    lines = {"filter": 0, "status": height - 2, "hints": height - 1}
    bars = {part: Place(0, row, width, 1) for part, row in lines.items()}
    desk = Place(0, 1, width, height - 3)
    if zoomed or width < 40 or height < 12:
        return {**bars, focus: desk}
    return {**bars, **(_wide(desk) if width >= WIDE else _stacked(desk, focus))}


def _wide(desk: Place) -> dict[str, Place]:
    """List, text, people over outline."""
    side = max(30, min(48, desk.width * 26 // 100))
    left, rest = desk.columns((desk.width - side) * 49 // 100)
    middle, right = rest.columns(rest.width - side)
    upper, lower = right.rows(max(4, desk.height * 45 // 100))
    return {"list": left, "text": middle, "people": upper, "outline": lower}


def _stacked(desk: Place, focus: str) -> dict[str, Place]:
    """The list over the text; people or outline over it while one is in them."""
    above = focus if focus in ("people", "outline") else "list"
    upper, lower = desk.rows(max(4, desk.height * (40 if above == "list" else 50) // 100))
    return {above: upper, "text": lower}
