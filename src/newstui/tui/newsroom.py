"""The application: theme, keymap, first screen. There is no news in it."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import io
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, Final

from rich.console import Console
from textual import events
from textual.app import App
from textual.screen import Screen

from newstui import paths
from newstui.query.query import Query
from newstui.settings import Settings
from newstui.tui import language, paint, themes
from newstui.tui.commands import Command, keymap, shown
from newstui.tui.driver import TerminalDriver
from newstui.tui.lanes import Lanes, Shelf
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.reader import ReaderScreen
from newstui.tui.themes import Look

PLAIN_LOOK: Final = "mono"
"""The theme taken where NO_COLOR is set."""
INTERNAL: Final = 70
UNREADABLE: Final = 4
HANGUP: Final = 129
_BROKE: Final = 1
"""The return code of the toolkit after an error inside."""


class Newsroom(App[None], inherit_bindings=False):
    """Holds what every screen needs: look, keys, lanes, settings."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    CSS = """
    Screen { layers: base; background: $background; color: $foreground; overflow: hidden; }
    FilterBar, Status, Hints { height: 1; width: 100%; }
    """

    def __init__(self, lanes: Lanes, look: Look, query: Query, settings: Settings, *, kiosk: bool = False) -> None:
        self.look = look
        self.terminal: TerminalDriver | None = None
        super().__init__(driver_class=TerminalDriver, ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.lanes, self.settings, self.kiosk = lanes, settings, kiosk
        self.mouse = settings.mouse
        self.keys, self.unknown = keymap(settings.keys)
        self.room = ReaderScreen(lanes, query)
        self.remarks: list[str] = []
        self.kept_theme = Path()
        self._parting = ""
        self._turning: asyncio.AbstractEventLoop | None = None
        self.error_console = Console(file=_Log(paths.log()), width=160)

    def on_mount(self) -> None:
        self._turning = asyncio.get_running_loop()
        threading.excepthook = self.broke
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())

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
        self.register_theme(themes.textual_theme(look))
        self.look = look
        if not self.is_running:
            self.set_reactive(App.theme, look.name)  # the start applies it anyhow; once is enough
            return
        self.theme = look.name
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

    # The end ---------------------------------------------------------------------------------------

    def leave(self, code: int = 0) -> None:
        """End in order; from any thread, and from a signal handler."""
        if self._turning is not None and self._turning.is_running():
            self._turning.call_soon_threadsafe(self._end, code)

    def _end(self, code: int) -> None:
        if self.room.is_mounted:
            self.room.reading.leave(self.room.selected)
        self.exit(return_code=code)

    def broke(self, thread: threading.ExceptHookArgs) -> None:
        """An error inside a thread: into the log, and an end in order. One of writing means that the line dropped."""
        if isinstance(thread.exc_value, OSError) and thread.exc_value.errno == errno.EIO:
            self.leave(HANGUP)
            return
        self.error_console.print("".join(traceback.format_exception(thread.exc_value)), markup=False)
        self.leave(_BROKE)

    def give_up(self, error: str) -> None:
        """The archive cannot be read: nothing is drawn, and the reason is said where one came from."""
        self._parting = error
        self.leave(UNREADABLE)

    def close(self) -> None:
        """Let go of archive and state; what was changed is kept."""
        self.lanes.close()

    def outcome(self) -> int:
        """The exit code after the end; an error inside is a line for the user and a page for the log."""
        if self._parting:
            print(f"newstui: {paint.safe(self._parting)}", file=sys.stderr)
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


def build(
    archive: Path, *, state: Path, query: str, settings: Settings, theme: str | None, lang: str | None,
    mouse: bool | None, kiosk: bool, samples: bool,
) -> Newsroom:  # fmt: skip
    """The application for these settings. Raises ArchiveError or QueryError while the terminal is still the user's."""
    chosen = lang or settings.language
    language.use(language.by_locale() if chosen == "auto" else chosen)
    settings = replace(settings, mouse=settings.mouse if mouse is None else mouse)
    kept = state.parent / "theme"
    plain = PLAIN_LOOK if os.environ.get("NO_COLOR") else None
    wanted = [name for name in (plain, theme, _kept(kept), settings.theme, "dark") if name]
    look, failed = themes.first_of(theme_folders(), wanted)
    lanes = Lanes(lambda: Shelf(archive, state, paths.user_corrections()))
    app = Newsroom(lanes, look, asked(query), settings, kiosk=kiosk)
    app.kept_theme = kept
    app.wear(look)
    app.remarks = [say("samples")] if samples else []
    app.remarks += [say("theme_failed", path=one.path.name, reason=one.reason) for one in failed]
    app.remarks += [say("unknown_commands", ids=", ".join(app.unknown))] if app.unknown else []
    return app


def _kept(path: Path) -> str | None:
    """The theme chosen in an earlier run."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None


def asked(words: str) -> Query:
    """The query of the command line; the grammar is loaded only where there is one."""
    if not words.strip():
        return Query()
    from newstui.query.grammar import parse

    return parse(words)


def theme_folders() -> tuple[Path, Path]:
    """Where themes lie: the shipped ones, and the user's own, which win."""
    return paths.themes(), paths.user_themes()
