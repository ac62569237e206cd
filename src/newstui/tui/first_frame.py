"""The first frame, held until the first rows are there: one whole picture early in place of three partial ones."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from typing import Final

from textual.screen import Screen

LONGEST: Final = 0.3
"""Seconds it waits for the rows."""


class FirstFrame:
    """Holds back painting from ``hold`` to ``show``; garbage is not collected meanwhile."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self.shown = False

    def hold(self, screen: Screen[None]) -> None:
        """Paint nothing before the first rows are there."""
        self._screen = screen
        for rack in screen.query("ToastRack"):
            rack.display = False  # it would hide itself after the first frame, and lay everything out again
        self._held.enter_context(screen.app.batch_update())
        screen.set_timer(LONGEST, self.show)

    def show(self) -> None:
        """From now on everything is painted as it comes."""
        if not self.shown:
            self.shown = True
            self._held.close()
            self._paint_now()
            gc.freeze()
            gc.enable()

    def _paint_now(self) -> None:
        """The toolkit would wait for its next tick, which comes up to a sixtieth of a second later."""
        paint = getattr(self._screen, "_on_timer_update", None)
        if paint is not None:
            paint()
