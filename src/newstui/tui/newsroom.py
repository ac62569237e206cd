"""The application: theme, keymap, first screen. There is no news in it."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import io
import sys
import threading
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Final

from rich.console import Console
from textual import events
from textual.app import App
from textual.screen import Screen

from newstui import paths
from newstui.tui import looks, questions, river, themes
from newstui.tui.commands import Command, shown
from newstui.tui.driver import TerminalDriver
from newstui.tui.lanes import Lanes
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.opening import Opening, theme_folders
from newstui.tui.reader import ReaderScreen
from newstui.tui.terminal import Begun
from newstui.tui.themes import Look

INTERNAL: Final = 70
HANGUP: Final = 129
VIGIL: Final = 3.0
"""Seconds between two looks at the archive's file."""
INTERRUPTED: Final = 130
_BROKE: Final = 1
"""The return code of the toolkit after an error inside."""


class Newsroom(App[None], inherit_bindings=False):
    """Holds what every screen needs: look, keys, lanes, settings."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    CSS = """
    Screen { layers: base; background: $background; color: $foreground; overflow: hidden; }
    FilterBar, Status, Hints { height: 1; width: 100%; }
    ToastRack, Tooltip { display: none; }
    """

    def __init__(self, lanes: Lanes, opening: Opening) -> None:
        self.look = opening.look
        self.terminal: TerminalDriver | None = None
        self.begun = Begun()
        super().__init__(driver_class=TerminalDriver, ansi_color=opening.look.ansi)
        self.lanes, self.settings, self.kiosk = lanes, opening.settings, opening.kiosk
        self.mouse, self.keys = opening.settings.mouse, opening.keys
        self.faults, self.samples, self.kept_theme = opening.faults, opening.samples, opening.kept_theme
        self.room = ReaderScreen(lanes, opening.asked, opening.first)
        self._turning: asyncio.AbstractEventLoop | None = None
        self.error_console = Console(file=_Log(paths.log()), width=160)
        self.wear(opening.look)

    def on_mount(self) -> None:
        self._turning = asyncio.get_running_loop()
        threading.excepthook = self.broke
        self.set_interval(VIGIL, lambda: self.lanes.state.ask(questions.watch, self.post_message))
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())
        if self.settings.leave_after > 0:
            self.set_interval(min(30, self.settings.leave_after * 15), self._leave_if_silent)

    def get_default_screen(self) -> Screen[Any]:
        return self.room

    # Look ----------------------------------------------------------------------------------------

    def looks(self) -> dict[str, Look]:
        """All themes there are; those that cannot be used are named in the line of answer."""
        looks, failed = themes.load(theme_folders())
        for one in failed:
            self.room.tell(say("theme_failed", path=one.path.name, reason=one.reason), failed=True)
        return looks

    def wear(self, look: Look) -> None:
        """Another theme, at once."""
        self.register_theme(looks.textual_theme(look))
        self.look = look
        if not self.is_running:
            self.set_reactive(App.theme, look.name)  # the start applies it anyhow; once is enough
            return
        self.theme, self.ansi_color = look.name, look.ansi
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.repaint_all() if isinstance(widget, LineView) else widget.refresh()

    def keep_theme(self, name: str) -> None:
        """The choice lasts beyond this run, where the user's state can be written."""
        with contextlib.suppress(OSError):
            self.kept_theme.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.kept_theme.write_text(name + "\n", encoding="utf-8")

    def turn_mouse(self) -> bool:
        """The mouse on or off; says which."""
        self.mouse = not self.mouse
        codes = "".join(f"\x1b[?{mode}{'h' if self.mouse else 'l'}" for mode in (1000, 1003, 1015, 1006))
        self.send(codes)
        return self.mouse

    def send(self, codes: str) -> None:
        """Send control codes of our own making to the terminal, where there is one."""
        if self.terminal is not None and self.is_running:
            self.terminal.write(codes)

    # Keys ----------------------------------------------------------------------------------------

    def press(self, event: events.Key, place: str) -> None:
        """Do what a key means in a place, or say why it means nothing."""
        key = event.character if event.is_printable and event.character and event.key != "space" else event.key
        event.stop()
        event.prevent_default()
        self.room.quiet()
        command = self.keys.at(key, place)
        if command is None:
            self.room.tell(self._why_dead(key))
        else:
            self.do(command)

    def do(self, command: Command) -> None:
        """Run a command of the table."""
        self.run_act(command.run)

    def run_act(self, name: str) -> None:
        """Run a function below ``acts`` (``module:function``), whose module is loaded when it is first used."""
        module, _, function = name.partition(":")
        act: Callable[[ReaderScreen, Screen[Any]], None] = getattr(
            import_module(f"newstui.tui.acts.{module}"), function
        )
        act(self.room, self.screen)

    def _why_dead(self, key: str) -> str:
        other = self.keys.elsewhere(key)
        if other is None:
            return say("dead_key", pressed=shown(key))
        where = " ".join(say("place_" + place) for place in other.where)
        return say("dead_key_elsewhere", pressed=shown(key), label=other.label, places=where)

    def hints(self, place: str) -> tuple[tuple[str, str], ...]:
        """What the footer shows."""
        return tuple((command.key, command.label) for command in self.keys.hints(place))

    # What concerns no pane ------------------------------------------------------------------------

    def on_told(self, told: river.Told) -> None:
        self.room.tell(told.words, told.failed)

    def on_searches(self, searches: river.Searches) -> None:
        from newstui.tui.acts.searches import choose_search

        choose_search(self.room, searches.searches)

    def on_archive_moved(self, moved: river.ArchiveMoved) -> None:
        """What is shown is no longer what the archive holds: it is asked anew, or its loss is told."""
        if moved.error:
            self.room.tell(moved.error, failed=True)
        else:
            self.room.ask_again()

    # The end ---------------------------------------------------------------------------------------

    def leave(self, code: int = 0) -> None:
        """End in order; from any thread, and from a signal handler."""
        if self._turning is not None and self._turning.is_running():
            self._turning.call_soon_threadsafe(self._end, code)

    def _leave_if_silent(self) -> None:
        """Nobody is there any more; what they marked is kept already."""
        if self.terminal is not None and self.terminal.silence > self.settings.leave_after * 60:
            self._parting = say("left_alone")
            self._end(0)

    def _end(self, code: int) -> None:
        if self.room.is_mounted:
            self.room.reading.leave(self.room.selected)
        self.exit(return_code=code)

    def interrupt(self) -> None:
        """Ctrl-C: in order if the terminal takes what is still to be said, by force if it does not."""
        self.leave(INTERRUPTED)
        self.begun.end(INTERRUPTED)

    def end_if_deaf(self, patience: float = 2.0) -> None:
        """Ctrl-C ends a program that hears no keys, as it waits for a terminal that takes nothing; in a thread."""
        heard = threading.Event()
        if self._turning is not None:
            with contextlib.suppress(RuntimeError):  # it ended meanwhile
                self._turning.call_soon_threadsafe(heard.set)
            if not heard.wait(patience):
                self.begun.end(INTERRUPTED)

    def broke(self, thread: threading.ExceptHookArgs) -> None:
        """An error inside a thread: into the log, and an end in order. One of writing means that the line dropped."""
        if isinstance(thread.exc_value, OSError) and thread.exc_value.errno == errno.EIO:
            self.leave(HANGUP)
            return
        self.error_console.print("".join(traceback.format_exception(thread.exc_value)), markup=False)
        self.leave(_BROKE)

    def close(self) -> None:
        """Let go of archive and state; what was changed is kept."""
        self.lanes.close()

    def outcome(self) -> int:
        """The exit code after the end; an error inside is a line for the user and a page for the log."""
        if self.return_code == _BROKE:
            print(say("broke", path=paths.log()), file=sys.stderr)
            return INTERNAL
        return self.return_code or 0


class _Log(io.StringIO):
    """Errors go into the user's log file, which is made when there is one to write."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def write(self, words: str) -> int:
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._path.open("a", encoding="utf-8") as log:
                log.write(words)
        return len(words)


def build(opening: Opening) -> Newsroom:
    """The application that opens with this."""
    return Newsroom(Lanes(opening.shelf), opening)
