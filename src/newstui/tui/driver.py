"""The toolkit's driver, saying things shorter, and with a way to send what it has no words for."""

from __future__ import annotations

import os
import signal
import threading
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from newstui.tui.first_frame import ALTERNATE
from newstui.tui.sgr import shorter

if TYPE_CHECKING:
    from textual.app import App


class TerminalDriver(LinuxDriver):
    """Makes itself known to the application as its ``terminal``."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        app.terminal = self  # type: ignore[attr-defined]
        self._heard = monotonic()
        self._drawn, self._attributes, _ = app.begun  # type: ignore[attr-defined]

    def start_application_mode(self) -> None:
        """The modes to go back to are those before the first frame, which may be there already."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = self._attributes or self.attrs_before
        self._drawn = False

    def suspend_application_mode(self) -> None:
        """The terminal is given back before anybody of our job stops: make, where it was make that began us."""
        super().suspend_application_mode()
        stopping = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, stopping)

    @property
    def silence(self) -> float:
        """Seconds since the terminal last sent anything."""
        return monotonic() - self._heard

    def process_message(self, message: Message) -> None:
        """Esc and a character that arrive together are two keys, as on slow lines, and not Alt with that character."""
        self._heard = monotonic()
        if isinstance(message, events.Key) and message.key.startswith("alt+") and message.is_printable:
            super().process_message(events.Key("escape", "\x1b"))
            message = events.Key(message.key.rpartition("+")[2], message.character)
        if isinstance(message, events.Key) and message.key == "ctrl+c":
            threading.Thread(target=self._app.end_if_deaf, daemon=True).start()  # type: ignore[attr-defined]
        super().process_message(message)

    def write(self, data: str) -> None:
        """In fewer bytes, and all but what would clear the first frame, and the shape of the mouse pointer.

        Few terminals know that shape, and some print it.
        """
        if not data.startswith("\x1b]22;") and not (self._drawn and data == ALTERNATE):
            super().write(shorter(data) if "m" in data else data)
