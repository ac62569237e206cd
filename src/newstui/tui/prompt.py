"""The line one types in, at the bottom of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from newstui.model.clean import clean
from newstui.tui.strips import content
from newstui.tui.wish import Completed, Wish


class TypedLine(Input):
    """One line of input: nothing typed or pasted into it can hold a control code."""

    DEFAULT_CSS = """
    TypedLine { border: none; padding: 0; height: 1; width: 1fr; background: $background; }
    TypedLine:focus { border: none; background-tint: $background 0%; }
    """

    def __init__(self, value: str = "", *, id: str | None = None) -> None:
        super().__init__(value, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a line that waits for words sends nothing

    def on_mount(self) -> None:
        self._listened = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """The screen keeps whoever listens to it for as long as it lives, and the reading room lives long."""
        self._listened.unsubscribe(self)

    def validate_value(self, value: str) -> str:
        return clean(value).replace("\n", " ")


class AnswerLine(TypedLine):
    """The line of a dialog: Enter and Esc end it; keys pressed behind them are for what comes after the dialog."""

    def __init__(self) -> None:
        super().__init__(id="line")
        self.behind: list[events.Key] = []
        self._ended = False
        self._heard: events.Key | None = None

    def on_key(self, event: events.Key) -> None:
        self._heard = event
        if self._is_behind(event):
            event.stop()
            event.prevent_default()

    def missed(self, event: events.Key) -> bool:
        """A key that reached the dialog before the line had the focus; says whether it was for the line."""
        if event is self._heard:
            return False
        if self._is_behind(event):
            return True
        if event.is_printable and event.character:
            self.insert_text_at_cursor(event.character)
        return event.is_printable

    def _is_behind(self, event: events.Key) -> bool:
        if self._ended and (self.behind or event.key != "escape"):  # Esc alone ends the waiting for an answer
            self.behind.append(events.Key(event.key, event.character))
            return True
        self._ended = event.key in ("enter", "escape")
        return False

    def go_on(self) -> None:
        """The dialog stays, as what was typed will not do; what was pressed behind it counted on another end."""
        self._ended = False
        self.behind.clear()


class AheadLine(TypedLine):
    """A line that first takes the keys that were pressed before it was there, as far as one ends it."""

    def __init__(self, value: str, ahead: list[events.Key]) -> None:
        super().__init__(value, id="line")
        self._ahead = ahead
        self.ended = False
        """Whether one of those keys ended the line; the rest is for what comes after it."""

    def on_focus(self) -> None:
        self.take_ahead()

    def take_ahead(self) -> None:
        """Take the keys that wait."""
        while self._ahead and not self.ended:
            event = self._ahead.pop(0)
            if event.key in ("enter", "escape"):
                self.ended = True
                self.call_later(self.action_submit if event.key == "enter" else partial(self.post_message, event))
            elif event.key == "backspace":
                self.action_delete_left()
            elif event.is_printable and event.character:
                self.insert_text_at_cursor(event.character)


class Prompt(Widget):
    """A label and a line. Enter hands the words over, Tab completes them, Esc drops them."""

    DEFAULT_CSS = """
    Prompt { layout: horizontal; height: 1; width: 100%; }
    Prompt > #label { width: auto; }
    """

    def __init__(self, wish: Wish, done: Callable[[], None], *, ahead: list[events.Key]) -> None:
        super().__init__()
        self._wish, self._done, self._ahead = wish, done, ahead
        self._heard: events.Key | None = None
        self._is_over = False

    def compose(self) -> list[Widget]:
        return [Label(self._wish.label), AheadLine(self._wish.value, self._ahead)]

    def on_mount(self) -> None:
        self.query_one(TypedLine).focus()

    def missed(self, event: events.Key) -> None:
        """A key that was on its way to the screen when the line came; not one that the line has had and passed on."""
        if event is not self._heard:
            event.stop()
            self._ahead.append(events.Key(event.key, event.character))
            for line in self.query(AheadLine):  # none yet while the prompt is being made
                line.take_ahead()

    @property
    def left(self) -> list[events.Key]:
        """The keys pressed ahead that came after the end of this line."""
        return [events.Key(one.key, one.character) for one in self._ahead]

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._is_over:
            return
        if self._wish.changed is not None:
            self._wish.changed(event.value)
        if self._wish.completer is not None:
            self._wish.completer.offer(event.value, self.post_message)

    def on_completed(self, completed: Completed) -> None:
        if self._wish.completer is not None:
            self._wish.completer.show(completed)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._wish.take(event.value):
            self._finish()
        else:
            self._ahead.clear()
            self.query_one(AheadLine).ended = False

    def on_key(self, event: events.Key) -> None:
        self._heard = event
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self._finish()
            if self._wish.dropped is not None:
                self._wish.dropped()
        elif event.key == "tab":
            event.stop()
            event.prevent_default()
            self._complete()

    def _finish(self) -> None:
        self._is_over = True
        self._done()

    def _complete(self) -> None:
        line, completer = self.query_one(TypedLine), self._wish.completer
        done = completer.take(line.value, line.cursor_position) if completer is not None else None
        if done is not None:
            line.value, line.cursor_position = done


class Label(Widget):
    """The words before the line."""

    DEFAULT_CSS = "Label { width: auto; height: 1; }"

    def __init__(self, words: str) -> None:
        super().__init__(id="label")
        self._words = words

    def render(self) -> Content:
        return content(self._words)
