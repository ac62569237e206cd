"""Help, palette, theme, mouse, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.tui.language import language, say
from newstui.tui.terminal import has_shell

if TYPE_CHECKING:
    from newstui.tui.commands import Command
    from newstui.tui.reader import ReaderScreen


def quit(room: ReaderScreen, screen: Any) -> None:
    room.newsroom.leave(0)


def interrupt(room: ReaderScreen, screen: Any) -> None:
    room.newsroom.interrupt()


def leave(room: ReaderScreen, screen: Any) -> None:
    screen.dismiss()


def suspend(room: ReaderScreen, screen: Any) -> None:
    """To the shell, where there is one to go to."""
    if room.newsroom.kiosk or not has_shell():
        room.tell(say("no_shell"))
    else:
        room.newsroom.action_suspend_process()


def help(room: ReaderScreen, screen: Any) -> None:
    """``?``: every key, drawn from the table."""
    from newstui.tui.screens.help import Help

    if screen is room:
        room.newsroom.push_screen(Help(room.newsroom.keys, room.place))


def palette(room: ReaderScreen, screen: Any) -> None:
    """``:``: a command by name."""
    from newstui.tui.screens.chooser import Choice, Chooser

    choices = [
        Choice(one, one.label, one.help, one.key, f"{one.id} {' '.join(one.labels + one.helps)}")
        for one in room.newsroom.keys.palette(room.place)
    ]

    def take(command: Command | None) -> None:
        if command is not None:
            room.newsroom.do(command)

    room.newsroom.push_screen(Chooser(say("choose_command"), choices), take)


def theme(room: ReaderScreen, screen: Any) -> None:
    """The themes; the choice is kept."""
    from newstui.tui.acts.filtering import choose

    newsroom = room.newsroom
    looks = newsroom.looks()
    names = list(looks)

    def take(name: str) -> None:
        newsroom.wear(looks[name])
        newsroom.keep_theme(name)
        room.tell(say("theme_set", name=newsroom.look.title(language())))

    offered = [(name, looks[name].title(language()), name) for name in names]
    choose(
        room, say("choose_theme"), offered, take, names.index(newsroom.look.name) if newsroom.look.name in names else 0
    )


def mouse(room: ReaderScreen, screen: Any) -> None:
    """``m``: the mouse on or off."""
    room.tell(say("mouse_on" if room.newsroom.turn_mouse() else "mouse_off"))
