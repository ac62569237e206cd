"""The look in use, for widgets and for the toolkit."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme
from textual.widget import Widget

from newstui.tui.themes import Look


def look_of(widget: Widget) -> Look:
    """The look of the program the widget is shown in."""
    look: Look = widget.app.look  # type: ignore[attr-defined]
    return look


def forget_painted(leaving: Widget) -> None:
    """Let go of the rows a widget that leaves has painted: the toolkit keeps the caches of the last thousand widgets.

    A widget that is to be painted anew as a whole empties its cache.
    """
    for widget in (leaving, *leaving.walk_children(Widget)):
        widget.refresh()


def textual_theme(look: Look) -> Theme:
    """The toolkit's own theme for the few widgets that are its own (the line one types in)."""

    if look.ansi:
        ansi = BUILTIN_THEMES["ansi-dark" if look.dark else "ansi-light"]
        return replace(ansi, name=look.name, variables={**ansi.variables, "input-cursor-text-style": "reverse"})

    def color(name: str) -> str:
        return look.colors[name]

    return Theme(
        name=look.name, primary=color("accent"), secondary=color("role"), warning=color("warn"), error=color("error"),
        success=color("role"), accent=color("accent"), foreground=color("text"), background=color("background"),
        surface=color("background"), panel=color("background"), dark=look.dark,
    )  # fmt: skip
