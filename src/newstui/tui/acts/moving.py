"""Moving in a view and between the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.tui.commands import PANES, TEXT
from newstui.tui.desk import Desk
from newstui.tui.language import say

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen


def down(room: ReaderScreen, screen: Any) -> None:
    screen.view.move(1)


def up(room: ReaderScreen, screen: Any) -> None:
    screen.view.move(-1)


def page_down(room: ReaderScreen, screen: Any) -> None:
    screen.view.move_page(1)


def page_up(room: ReaderScreen, screen: Any) -> None:
    screen.view.move_page(-1)


def first(room: ReaderScreen, screen: Any) -> None:
    screen.view.go(0)


def last(room: ReaderScreen, screen: Any) -> None:
    screen.view.go(screen.view.item_count() - 1)


def open_article(room: ReaderScreen, screen: Any) -> None:
    """To the text; it is opened at once, without waiting for the cursor to rest."""
    if room.article_id is None:
        room.tell(say("no_article"))
        return
    room.select()
    room.focus_pane(TEXT)


def fold(room: ReaderScreen, screen: Any) -> None:
    if not room.outline.fold():
        room.tell(say("no_children"))


def to_list(room: ReaderScreen, screen: Any) -> None:
    room.focus_pane("list")


def to_text(room: ReaderScreen, screen: Any) -> None:
    room.focus_pane("text")


def to_people(room: ReaderScreen, screen: Any) -> None:
    room.focus_pane("people")


def to_outline(room: ReaderScreen, screen: Any) -> None:
    room.focus_pane("outline")


def next_pane(room: ReaderScreen, screen: Any) -> None:
    room.focus_pane(PANES[(PANES.index(room.place) + 1) % len(PANES)])


def previous_pane(room: ReaderScreen, screen: Any) -> None:
    room.focus_pane(PANES[PANES.index(room.place) - 1])


def zoom(room: ReaderScreen, screen: Any) -> None:
    desk = room.query_one(Desk)
    desk.arrange_for(zoomed=not desk.zoomed)
