"""Waiting for a rest: something is done once nothing else came for a while."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget


class Rest:
    """One thing to do after so many seconds; asking again begins the wait anew."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._timer: Timer | None = None

    @property
    def pending(self) -> bool:
        """Whether something is still to be done."""
        return self._timer is not None

    def after(self, seconds: float, then: Callable[[], None]) -> None:
        """Do it after so many seconds, in place of what was to be done before."""
        self.forget()

        def do() -> None:
            self._timer = None
            then()

        self._timer = self._widget.set_timer(seconds, do)

    def forget(self) -> None:
        """Do nothing."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
