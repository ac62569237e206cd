"""The terminal and what can happen to it: environment switches, signals, a line that drops.

The toolkit restores no terminal on a signal and may spin on a closed one; this file does both instead.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import threading
import time
import tty
from collections.abc import Callable, MutableMapping
from types import FrameType
from typing import Any, Final, NamedTuple, NoReturn

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
GRACE: Final = 1.2
"""Seconds the program has for an orderly end before it is ended anyhow."""
_RESTORE: Final = "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"  # noqa: E501


def neutralise(environment: MutableMapping[str, str] = os.environ) -> None:
    """Take the switches of the toolkit out of the environment: they load modules, write files, press keys."""
    for name in [name for name in environment if name == "TEXTUAL" or name.startswith("TEXTUAL_")]:
        del environment[name]
    for name in ("COLUMNS", "LINES"):
        environment.pop(name, None)
    environment["TEXTUAL_ANIMATIONS"] = "none"
    environment["TEXTUAL_SMOOTH_SCROLL"] = "0"


def refusal(environment: MutableMapping[str, str] = os.environ) -> str | None:
    """Why no screen can be shown here; None where it can."""
    if not all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)):
        return "newstui: the screen needs a terminal. Try: newstui list, newstui show ID, newstui --help"
    if environment.get("TERM", "dumb") in ("", "dumb", "unknown"):
        return "newstui: this terminal (TERM=dumb) can show no screen. Try: newstui list, newstui --help"
    return None


def has_shell() -> bool:
    """Whether a shell waits for us that can go on with a stopped program; where we lead the session, nobody does."""
    return os.getpgrp() != os.getsid(0)


class Begun(NamedTuple):
    """What was done to the terminal before the toolkit came: whether the first frame is shown, its modes before."""

    drawn: bool = False
    attributes: list[Any] | None = None
    end: Callable[[int], None] = lambda code: None
    """Ends the program, by force where it must."""


class Guard:
    """Ends the program on a signal or a dropped line: in order if it can, by force after ``GRACE`` seconds.

    Whatever happens, the terminal has its own modes again afterwards.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._before: dict[int, Any] = {}
        self._ending, self._ended = threading.Event(), threading.Event()
        self._code = 0
        self._taken = False
        self.attributes: list[Any] | None = None
        """The terminal's modes as they were."""
        self.leave: Callable[[int], None] | None = None
        """Begins an orderly end, once there is something to end."""

    def __enter__(self) -> Guard:
        try:
            self.attributes = termios.tcgetattr(self._descriptor)
        except termios.error:
            self.attributes = None
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._on_signal)
        threading.Thread(target=self._watch_line, name="line-watch", daemon=True).start()
        threading.Thread(target=self._force, name="last-resort", daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._ended.set()
        self._ending.set()
        if kind is not None:
            self.restore()
        self._give_back()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def take(self, picture: str) -> None:
        """The terminal is the program's: it shows the picture, and keys are kept for later and not shown."""
        self._taken = True
        if self.attributes is not None and picture and sys.__stderr__ is not None:
            modes = list(self.attributes)
            modes[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
            modes[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
            termios.tcsetattr(self._descriptor, termios.TCSANOW, modes)
            sys.__stderr__.write(picture)
            sys.__stderr__.flush()

    @property
    def code(self) -> int:
        """128 + n once signal n ended the program, else 0."""
        return self._code

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.end(128 + number)

    def end(self, code: int) -> None:
        """Begin the end; safe from any thread and from a signal handler, which must start no thread of its own."""
        if self._code:
            return
        self._code = code
        if self.leave is None:
            self._end_now()
        self._ending.set()
        self.leave(code)

    def _end_now(self) -> NoReturn:
        self.restore()
        os._exit(self._code)

    def _watch_line(self) -> None:
        """Wait, without a busy loop, until the other end of the terminal is gone."""
        poll = select.poll()
        poll.register(self._descriptor, 0)
        while not self._ended.is_set():
            if any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll(500)):
                self.end(128 + signal.SIGHUP)
                return

    def _force(self) -> None:
        self._ending.wait()
        if not self._ended.wait(GRACE):
            self._end_now()

    def restore(self) -> None:
        """Give the terminal back as far as it still listens, without waiting for it."""
        self._give_back()
        if self._taken:
            try:
                os.set_blocking(2, False)
                os.write(2, _RESTORE.encode())
                os.set_blocking(2, True)
            except OSError:
                return
            time.sleep(0.02)

    def _give_back(self) -> None:
        """The terminal's own modes again."""
        if self.attributes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._descriptor, termios.TCSANOW, self.attributes)
