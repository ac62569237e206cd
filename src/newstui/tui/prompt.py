"""The line one types in, at the bottom of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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

    def validate_value(self, value: str) -> str:
        return clean(value).replace("\n", " ")


class Prompt(Widget):
    """A label and a line. Enter hands the words over, Tab completes them, Esc drops them."""

    DEFAULT_CSS = """
    Prompt { layout: horizontal; height: 1; width: 100%; }
    Prompt > #label { width: auto; }
    """

    def __init__(self, wish: Wish, done: Callable[[], None], *, ahead: Sequence[str] = ()) -> None:
        super().__init__(id="prompt")
        self._wish, self._done, self._ahead = wish, done, ahead

    def compose(self) -> list[Widget]:
        return [Label(self._wish.label), TypedLine(self._wish.value, id="line")]

    def on_mount(self) -> None:
        line = self.query_one(TypedLine)
        line.focus()
        words = "".join(self._ahead)
        line.insert_text_at_cursor(words.split("\r")[0])
        if "\r" in words:
            self.call_later(line.action_submit)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
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
            self._done()

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self._done()
            if self._wish.dropped is not None:
                self._wish.dropped()
        elif event.key == "tab":
            event.stop()
            event.prevent_default()
            self._complete()

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
