"""The line one types in, at the bottom of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from newstui.model.clean import clean
from newstui.tui.paint import content


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
    """A label and a line. Enter hands the words over; what comes back is an error to show, or None when done."""

    DEFAULT_CSS = """
    Prompt { layout: horizontal; height: 1; width: 100%; }
    Prompt > #label { width: auto; }
    """

    def __init__(
        self, label: str, value: str, take: Callable[[str], bool], *,
        changed: Callable[[str], None] | None = None, done: Callable[[], None],
        ahead: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(id="prompt")
        self._ahead = ahead
        self.label, self._value, self._take, self._changed, self._done = label, value, take, changed, done

    def compose(self) -> list[Widget]:
        return [Label(self.label), TypedLine(self._value, id="line")]

    def on_mount(self) -> None:
        line = self.query_one(TypedLine)
        line.focus()
        words = "".join(self._ahead)
        line.insert_text_at_cursor(words.split("\r")[0])
        if "\r" in words:
            self.call_later(line.action_submit)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._changed is not None:
            self._changed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._take(event.value):
            self._done()

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self._done()


class Label(Widget):
    """The words before the line."""

    DEFAULT_CSS = "Label { width: auto; height: 1; }"

    def __init__(self, words: str) -> None:
        super().__init__(id="label")
        self._words = words

    def render(self) -> Content:
        return content(self._words)
