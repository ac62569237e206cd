"""The desk: bars and panes, laid out as ``places`` says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual import events
from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from newstui.tui.looks import forget_painted
from newstui.tui.places import Place, places
from newstui.tui.wish import Wish

if TYPE_CHECKING:
    from newstui.tui.prompt import Prompt


class _DeskLayout(Layout):
    name = "desk"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        assert isinstance(parent, Desk)
        regions = places(size.width, size.height, parent.focus_on, parent.zoomed)
        if parent.asking is not None and "hints" in regions:
            regions["prompt"] = regions.pop("hints")
        lying = [(child, regions.get("prompt" if child is parent.asking else child.id or "")) for child in children]
        return [WidgetPlacement(Region(*at), Offset(0, 0), Spacing(), child) for child, at in lying if at is not None]


_LAYOUT: Final = _DeskLayout()


class Desk(Widget):
    """Holds bars and panes and lays them out; nothing else decides where anything lies."""

    DEFAULT_CSS = "Desk { width: 100%; height: 100%; }"

    def __init__(self) -> None:
        super().__init__()
        self.focus_on, self.zoomed = "list", False
        self.asking: Prompt | None = None
        """The prompt in use; one that is done with may still be about to go."""
        self.ahead: list[events.Key] = []
        """The keys that were pressed before the prompt was there."""

    def arrange_for(self, *, focus_on: str | None = None, zoomed: bool | None = None) -> None:
        """Lay out anew, if this changes where anything lies."""
        before = self._lying
        self.focus_on = focus_on or self.focus_on
        self.zoomed = self.zoomed if zoomed is None else zoomed
        if self._lying != before:
            self._lay_anew()

    def _lay_anew(self) -> None:
        self.children[0].refresh(layout=True)  # a child's wish makes the toolkit forget how we lay

    def prompt(self, wish: Wish, then: Callable[[], None]) -> None:
        """A line to type in, in place of the hints, until its words will do or the user cancels."""
        from newstui.tui.prompt import Prompt

        self.ahead = []

        def done() -> None:
            if self.asking is not asking:
                return
            forget_painted(asking)
            asking.remove()
            self.asking = None
            self._lay_anew()
            then()
            for event in asking.left:
                self.screen.post_message(event)

        self.asking = asking = Prompt(wish, done, ahead=self.ahead)
        self.mount(asking)
        self._lay_anew()

    def hear(self, event: events.Key, *, typing: bool) -> None:
        """A key while a prompt is asked: kept until its line is there, or brought to it."""
        if typing and self.asking is not None:
            self.asking.missed(event)
        else:
            event.stop()  # else the toolkit takes it for a new one
            self.ahead.append(events.Key(event.key, event.character))

    @property
    def _lying(self) -> dict[str, Place]:
        return places(*self.size, self.focus_on, self.zoomed)

    @property
    def layout(self) -> Layout:
        return _LAYOUT
