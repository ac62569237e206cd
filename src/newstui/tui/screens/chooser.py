"""Choose one of several: people, orders, themes, commands. What is typed narrows the choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from newstui.model.fold import fold
from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import keys_said, say
from newstui.tui.paint import Pieces, column, fit
from newstui.tui.prompt import AnswerLine
from newstui.tui.screens.page import PageScreen


@dataclass(frozen=True)
class Choice:
    """One of several: what it stands for, its words, what is said of it, a number or key at the end."""

    value: Any
    label: str
    detail: str = ""
    tail: str = ""
    also: str = ""
    """Further words by which it is found."""


def matching(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that hold what was typed, those that begin with it first."""
    words = fold(typed)
    held = [one for one in choices if words in fold(f"{one.label} {one.detail} {one.tail} {one.also}")]
    return sorted(held, key=lambda one: not any(fold(each).startswith(words) for each in (one.label, one.also)))


class Chosen(Message):
    """Choices for what was typed have come."""

    def __init__(self, typed: str, choices: Sequence[Choice], *, more: bool = False) -> None:
        super().__init__()
        self.typed, self.choices = typed, choices
        self.more = more
        """Whether there are others, which typing leads to."""


class ChoiceList(FixedView):
    """The choices."""

    DEFAULT_CSS = "ChoiceList { height: 1fr; }"

    def __init__(self, none: str) -> None:
        super().__init__(id="choices")
        self.choices: Sequence[Choice] | None = None
        self._none, self._more = none, False

    def offer(self, choices: Sequence[Choice], cursor: int = 0, *, more: bool = False) -> None:
        """Other choices."""
        self.choices, self._more = choices, more
        self.lay(cursor)

    def heading(self) -> tuple[str, str]:
        return "", f"{len(self.choices or ()):,}{'+' * self._more}"

    def beyond(self, row: int, width: int) -> Pieces:
        return [(" " + fit(self._none, width - 1), self.look["dim"])] if row == 0 and self.choices == [] else ()

    def entries(self, width: int) -> Sequence[Entry]:
        choices = self.choices or ()
        label = min(max((cell_len(choice.label) for choice in choices), default=0), max(8, width // 2))
        tail = max((cell_len(choice.tail) for choice in choices), default=0)
        return [Entry((self._row(choice, label, tail, width),)) for choice in choices]

    def _row(self, choice: Choice, label: int, tail: int, width: int) -> Pieces:
        look, room = self.look, max(0, width - label - tail - 5)
        return [
            (" " + column(choice.label, label) + "  ", look["title"]),
            (column(fit(choice.detail, room), room), look["dim"]),
            (" " + choice.tail.rjust(tail), look["count"]),
        ]


class Chooser(PageScreen[Any]):
    """Ends with the chosen value, or None. ``narrow`` answers what is typed, at once or by posting ``Chosen``."""

    def __init__(
        self, title: str, choices: Sequence[Choice] = (), *, remark: str = "", typed: bool = True, cursor: int = 0,
        ask: Callable[[str, Callable[[Message], object]], None] | None = None, none: str = "",
    ) -> None:  # fmt: skip
        """``none`` says what to do where nothing fits what is typed."""
        super().__init__(title, remark)
        self._choices, self._typing, self._cursor, self._ask = choices, typed, cursor, ask
        self._answered = None if ask else ""
        self._taken = False
        self._none = none or say("none_such")

    def body(self) -> ComposeResult:
        if self._typing:
            yield AnswerLine()
        yield ChoiceList(self._none)

    def hints(self) -> tuple[tuple[str, str], ...]:
        return keys_said("choose_hint")

    @property
    def choices(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def opened(self) -> None:
        if self._typing:
            self.set_focus(self.query_one(AnswerLine))
        else:
            self.attend(self.choices)
        if self._ask is None:
            self.choices.offer(self._choices, self._cursor)
        else:
            self._ask("", self.post_message)

    # What is typed --------------------------------------------------------------------------------

    @property
    def typed(self) -> str:
        return self.query_one(AnswerLine).value.strip() if self._typing else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow()

    def _narrow(self) -> None:
        if self._ask is not None:
            self._ask(self.typed, self.post_message)
        elif self._answered != self.typed:
            self._offer(self.typed, matching(self._choices, self.typed))

    def on_chosen(self, chosen: Chosen) -> None:
        if chosen.typed == self.typed:
            self._offer(chosen.typed, chosen.choices, more=chosen.more)
            if self._taken:
                self.take()

    def _offer(self, typed: str, choices: Sequence[Choice], *, more: bool = False) -> None:
        self._answered = typed
        self.choices.offer(choices, more=more)

    # Taking ---------------------------------------------------------------------------------------

    def take(self) -> None:
        """The choice under the cursor; where the choices for what was typed are still to come, once they have."""
        self._taken = self._ask is not None and self._answered != self.typed
        if self._taken:
            return
        self._narrow()
        choices = self.choices.choices
        if choices:
            self.dismiss(choices[self.choices.cursor].value)
        else:
            self.refuse(self._none)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.take()

    def on_click(self, event: events.Click) -> None:
        if event.widget is self.choices and event.chain > 1:
            self.take()

    def on_key(self, event: events.Key) -> None:
        moves = {"down": 1, "up": -1, "j": 1, "k": -1}
        pages = {"pagedown": 1, "pageup": -1, "space": 1, "b": -1}
        event.prevent_default()
        if self._typing and self.query_one(AnswerLine).missed(event):
            event.stop()
        elif event.key in moves:
            self.choices.move(moves[event.key])
        elif event.key in pages:
            self.choices.move_page(pages[event.key])
        elif event.key == "enter":
            self.take()
        elif event.key in ("escape", "q", "ctrl+c"):
            self.dismiss(None)
        else:
            return
        event.stop()
