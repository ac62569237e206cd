"""The frame of every screen over the reading room: a title, a view, the keys. Opaque, so no wide character is cut."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.strip import Strip
from textual.widget import Widget

from newstui.tui.commands import PAGE
from newstui.tui.keyed import KeyedScreen
from newstui.tui.language import keys_said
from newstui.tui.looks import forget_painted, look_of
from newstui.tui.paint import cells, fit
from newstui.tui.panes.status import Hints, Status
from newstui.tui.prompt import AnswerLine
from newstui.tui.river import Failed
from newstui.tui.strips import strip

Answer = TypeVar("Answer")


class Head(Widget):
    """The first row: what this screen is."""

    DEFAULT_CSS = "Head { height: 1; width: 100%; }"

    def __init__(self, words: str, remark: str = "") -> None:
        super().__init__(id="head")
        self.words, self.remark = words, remark

    def say(self, words: str, remark: str) -> None:
        """Other words."""
        if (words, remark) != (self.words, self.remark):
            self.words, self.remark = words, remark
            self.refresh()

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        left = [("newstui ", look["dim"]), (fit(self.words, width // 2), look["title"]), ("  ", look["base"])]
        return strip([*left, (fit(self.remark, max(0, width - cells(left))), look["dim"])], width, look["base"])


class PageScreen(KeyedScreen[Answer | None], Generic[Answer], inherit_bindings=False):
    """A screen with one view; ``q`` and Esc close it."""

    place = PAGE

    def __init__(self, title: str, remark: str = "") -> None:
        super().__init__()
        self._head = (title, remark)

    def body(self) -> ComposeResult:
        """What stands between the title and the keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Head(*self._head)
        yield from self.body()
        yield Status()
        yield Hints()

    def on_mount(self) -> None:
        self.query_one(Hints).hints = self.hints()
        self.opened()

    def opened(self) -> None:
        """Called once everything is in place: where the focus goes, what is asked."""
        self.attend(self.view)

    own_hints: ClassVar[str] = ""
    """The text of the catalogue that names keys of this screen's own."""

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that the last row shows."""
        return (*(keys_said(self.own_hints) if self.own_hints else ()), *self.newsroom.hints(PAGE))

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Once; keys that were pressed ahead go to what comes after this screen."""
        if not self.is_active:
            return AwaitComplete()
        done = super().dismiss(result)
        forget_painted(self)
        for line in self.query(AnswerLine):
            for event in line.behind:
                self.newsroom.screen.post_message(event)
        return done

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not self.is_active:
            self.newsroom.screen.post_message(events.Key(event.key, event.character))
        else:
            await super().on_event(event)

    def refuse(self, words: str) -> None:
        """What was taken will not do: the reason, and the screen stays."""
        self.tell(words, failed=True)
        for line in self.query(AnswerLine):
            line.go_on()

    def on_failed(self, failed: Failed) -> None:
        """What was asked for this screen could not be answered."""
        self.refuse(failed.error)

    def on_key(self, event: events.Key) -> None:
        self.newsroom.press(event, PAGE)
