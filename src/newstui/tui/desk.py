"""The desk: bars and panes, laid out as ``places`` says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from newstui.tui.places import places
from newstui.tui.wish import Wish


class _DeskLayout(Layout):
    name = "desk"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        assert isinstance(parent, Desk)
        regions = places(size.width, size.height, parent.focus_on, parent.zoomed)
        lying = {"prompt": "hints"} if parent.prompting else {}
        found = []
        for child in children:
            region = regions.get(lying.get(child.id or "", child.id or ""))
            if region is None or (child.id == "hints" and parent.prompting):
                continue
            found.append(WidgetPlacement(Region(*region), Offset(0, 0), Spacing(), child))
        return found


_LAYOUT: Final = _DeskLayout()


class Desk(Widget):
    """Holds bars and panes and lays them out; nothing else decides where anything lies."""

    DEFAULT_CSS = "Desk { width: 100%; height: 100%; }"

    def __init__(self) -> None:
        super().__init__()
        self.focus_on, self.zoomed, self.prompting = "list", False, False
        self.ahead: list[str] = []
        """What was typed for the prompt before it was there."""

    def arrange_for(
        self, *, focus_on: str | None = None, zoomed: bool | None = None, prompting: bool | None = None
    ) -> None:
        """Lay out anew, if this changes where anything lies."""
        before = self._lying
        self.focus_on = focus_on or self.focus_on
        self.zoomed = self.zoomed if zoomed is None else zoomed
        self.prompting = self.prompting if prompting is None else prompting
        if self._lying != before:
            self.children[0].refresh(layout=True)  # a child's wish makes the toolkit forget how we lay

    def prompt(self, wish: Wish, then: Callable[[], None]) -> None:
        """A line to type in, in place of the hints, until its words will do or the user cancels."""
        from newstui.tui.prompt import Prompt

        self.ahead = []

        def done() -> None:
            self.query_one(Prompt).remove()
            self.arrange_for(prompting=False)
            then()

        self.mount(Prompt(wish, done, ahead=self.ahead))
        self.arrange_for(prompting=True)

    @property
    def _lying(self) -> tuple[object, ...]:
        return (places(*self.size, self.focus_on, self.zoomed), self.prompting)

    @property
    def layout(self) -> Layout:
        return _LAYOUT
