"""The lanes of the screen: which questions wait for which others."""

from __future__ import annotations

from collections.abc import Callable

from newstui.archive.errors import ArchiveError, Interrupted
from newstui.tui.lane import Lane
from newstui.tui.shelf import Shelf


class Lanes:
    """Rows, count, article, why there are none, and what dialogs ask each have a lane of their own.

    A question supersedes the one before it in its lane, so that none may share one with what somebody waits for.
    Changes of the state go in turn.
    """

    def __init__(self, connect: Callable[[], Shelf]) -> None:
        def lane(name: str, latest: bool = True) -> Lane[Shelf]:
            return Lane(name, connect, latest=latest, expected=(ArchiveError, OSError), dropped=(Interrupted,))

        self.rows = lane("rows")
        self.count = lane("count")
        self.article = lane("article")
        self.why = lane("side")
        self.side = lane("side")
        self.export = lane("export", latest=False)
        self.state = lane("state", latest=False)

    @property
    def all(self) -> tuple[Lane[Shelf], ...]:
        return (self.rows, self.count, self.article, self.why, self.side, self.export, self.state)

    @property
    def idle(self) -> bool:
        """Whether no question is open."""
        return all(lane.idle for lane in self.all)

    def close(self) -> None:
        """Finish what changes the state, drop the rest."""
        for lane in self.all:
            lane.close()
