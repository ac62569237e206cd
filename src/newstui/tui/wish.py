"""What a line is asked for: its label, what it begins with, and what is done with the words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from textual.message import Message


class Completed(Message):
    """The words that go on from what is typed have come."""

    def __init__(self, typed: str, words: tuple[str, ...]) -> None:
        super().__init__()
        self.typed, self.words = typed, words


class Completer(Protocol):
    """Offers words for the end of the line."""

    def offer(self, typed: str, post: Callable[[Message], object]) -> None:
        """Ask for words; they come as ``Completed``."""

    def show(self, completed: Completed) -> None:
        """The words have come."""

    def take(self, typed: str, cursor: int) -> tuple[str, int] | None:
        """The line with the first word in place, and where the cursor stands then; None without one."""


class Wish(NamedTuple):
    """A line to be typed. ``take`` says whether the words will do; ``dropped`` is called when the user cancels."""

    label: str
    value: str
    take: Callable[[str], bool]
    changed: Callable[[str], None] | None = None
    dropped: Callable[[], None] | None = None
    completer: Completer | None = None
