"""How long a text is open, and where it was left: it counts as read after a while, and opens there again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.tui import questions
from newstui.tui.commands import TEXT
from newstui.tui.rest import Rest

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen


class ReadingTime:
    """Watches over the selected article of the reading room."""

    def __init__(self, room: ReaderScreen) -> None:
        self._room, self._rest = room, Rest(room)

    def begin(self) -> None:
        """Once the text has been open for the time the settings say, it counts as read."""
        room = self._room
        self._rest.forget()
        wait = room.newsroom.settings.read_after
        if wait >= 0 and room.place == TEXT and room.selected and not room.listed.flags_of(room.selected).read:
            self._rest.after(max(wait, 0.01), partial(self._done, room.selected))

    def _done(self, id: str) -> None:
        room = self._room
        if id == room.selected:
            room.lanes.state.ask(partial(questions.set_read, ids=(id,), read=True, undoable=False), room.post_message)

    def leave(self, article_id: str | None) -> None:
        """Where the text was left is remembered for the next time."""
        room = self._room
        if article_id is not None and room.opened is not None and room.text.offset_top:
            work = partial(questions.keep_place, id=article_id, top=room.text.offset_top)
            room.lanes.state.ask(work, room.post_message)
