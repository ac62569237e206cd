"""A lane: one thread with its own connection, which answers questions for the screen.

The toolkit's own thread workers cannot be stopped; a lane drops a question that a newer one supersedes and
interrupts it when it is running already.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Condition, Thread
from typing import Generic, Protocol, TypeVar

from textual.message import Message

from newstui.tui.language import told
from newstui.tui.river import Failed


class Connection(Protocol):
    """What a lane needs of the thing it owns."""

    def close(self) -> None: ...


Own = TypeVar("Own", bound=Connection)
Work = Callable[[Own], Message | None]
Post = Callable[[Message], object]
"""Where the answer goes: the ``post_message`` of whoever asked."""


class Lane(Generic[Own]):
    """Questions in, messages out. ``latest`` keeps only the newest question; without it each is answered in turn."""

    def __init__(
        self, name: str, connect: Callable[[], Own], *, latest: bool = True,
        expected: tuple[type[Exception], ...] = (), dropped: tuple[type[Exception], ...] = (),
    ) -> None:  # fmt: skip
        self._name, self._connect, self._latest = name, connect, latest
        self._expected, self._dropped = expected, dropped
        self._waiting: deque[tuple[Work[Own], Post]] = deque()
        self._changed = Condition()
        self._own: Own | None = None
        self._busy = self._closed = False
        self._thread = Thread(target=self._run, name=f"lane-{name}", daemon=True)

    @property
    def idle(self) -> bool:
        """Whether nothing is asked or under way."""
        with self._changed:
            return not self._busy and not self._waiting

    def ask(self, work: Work[Own], post: Post) -> None:
        """Have it answered; with ``latest``, what was asked before is dropped, even under way."""
        with self._changed:
            if self._latest:
                self._waiting.clear()
                self._interrupt()
            self._waiting.append((work, post))
            self._changed.notify()
            if not self._thread.ident:
                self._thread.start()

    def close(self, wait: float = 1.0) -> None:
        """No more answers; what is asked without ``latest`` is still done, at most for so many seconds."""
        with self._changed:
            self._closed = True
            if self._latest:
                self._waiting.clear()
                self._interrupt()
            self._changed.notify()
        if self._thread.ident:
            self._thread.join(wait)

    def _interrupt(self) -> None:
        interrupt = getattr(self._own, "interrupt", None)
        if self._busy and interrupt is not None:
            interrupt()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            work, post = asked
            try:
                if self._own is None:
                    self._own = self._connect()
                answer = work(self._own)
            except self._dropped:
                answer = None
            except self._expected as error:
                answer = Failed(self._name, told(error))
            if answer is not None and not self._closed:
                post(answer)
            with self._changed:
                self._busy = False
        if self._own is not None:
            self._own.close()

    def _next(self) -> tuple[Work[Own], Post] | None:
        with self._changed:
            while not self._waiting and not self._closed:
                self._changed.wait()
            if not self._waiting:
                return None
            self._busy = True
            return self._waiting.popleft()
