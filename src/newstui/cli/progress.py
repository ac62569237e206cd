"""The progress line of a long work: count, rate, time left."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn

if TYPE_CHECKING:
    from newstui.archive.loader import Progress


class Line:
    """Draws reports of the loader on standard error while it is open."""

    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
        console = Console(stderr=True, markup=False, highlight=False, emoji=False)
        self._bar = Bar(*columns, console=console, transient=True)
        self._task = self._bar.add_task("importing …", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._bar.stop()

    def show(self, progress: Progress) -> None:
        """Draw the newest numbers."""
        words = f"{progress.stored:,} stored, {progress.unchanged:,} already there, {progress.rate:,.0f} articles/s"
        if progress.failed:
            words += f", {progress.failed:,} failed"
        if progress.left is not None:
            words += f", {_time(progress.left)} left"
        self.say(words)

    def say(self, words: str) -> None:
        """Draw these words."""
        self._bar.update(self._task, description=words)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
