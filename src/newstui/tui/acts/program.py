"""Help, palette, theme, mouse, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen


def quit(room: ReaderScreen, screen: Any) -> None:
    room.newsroom.leave(0)


def interrupt(room: ReaderScreen, screen: Any) -> None:
    room.newsroom.leave(130)


def leave(room: ReaderScreen, screen: Any) -> None:
    screen.dismiss()


def suspend(room: ReaderScreen, screen: Any) -> None:
    """To the shell, where there is one to go to."""
    if not room.newsroom.kiosk:
        room.newsroom.action_suspend_process()
