"""A screen that reads keys for one of its views. The toolkit's own focus is left to the lines one types in,
because every change of it paints whole widgets anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from rich.cells import cell_len
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from newstui.tui.desk import Desk
from newstui.tui.line_view import LineView
from newstui.tui.panes.status import Status
from newstui.tui.wish import Completer, Wish

if TYPE_CHECKING:
    from newstui.tui.newsroom import Newsroom

Answer = TypeVar("Answer")


class KeyedScreen(Screen[Answer], Generic[Answer], inherit_bindings=False):
    """Knows the view that the keys move, and has a line for answers."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    @property
    def newsroom(self) -> Newsroom:
        return cast("Newsroom", self.app)

    @property
    def view(self) -> LineView:
        """What the keys move."""
        views = list(self.query(LineView))
        return next((view for view in views if view.active), views[0])

    def attend(self, view: LineView) -> None:
        """From now on the keys move this view; only headers are painted anew."""
        if self.focused is not None:
            self.set_focus(None)
        for one in self.query(LineView):
            if one.active is not (one is view):
                one.active = one is view
                one.repaint_header()

    def tell(self, words: str, failed: bool = False) -> None:
        """One line of answer; it stays until the next key."""
        status = self.query_one(Status)
        status.words, status.failed, status.caret = words, failed, -1

    def quiet(self) -> None:
        """The line of answer goes."""
        self.tell("")

    def prompt(
        self, label: str, value: str, take: Callable[[str], bool], changed: Callable[[str], None] | None = None, *,
        dropped: Callable[[], None] | None = None, completer: Completer | None = None,
    ) -> None:  # fmt: skip
        """Ask for a line at the bottom, as ``Wish`` says."""
        before = self.view

        def given_up() -> None:
            self.quiet()  # what was wrong in the line
            if dropped is not None:
                dropped()

        wish = Wish(label, value, take, changed, given_up, completer)
        self.query_one(Desk).prompt(wish, lambda: self.attend(before))

    def point(self, before: str, words: str) -> None:
        """What is wrong in the prompt, pointing at the place after the words before it."""
        self.tell(words, failed=True)
        self.query_one(Status).caret = cell_len(before)
