"""Mark, star, read, tag, note, undo: what the user keeps, written at the change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from newstui.tui import questions
from newstui.tui.language import say

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen


def mark(room: ReaderScreen, screen: Any) -> None:
    """``x``: mark, and on to the next row."""
    id = _id(room)
    if id:
        on = not room.listed.flags_of(id).marked
        room.lanes.state.ask(partial(questions.set_mark, ids=(id,), on=on), room.post_message)
        if room.place == "list":
            room.listed.move(1)


def star(room: ReaderScreen, screen: Any) -> None:
    id = _id(room)
    if id:
        on = not room.listed.flags_of(id).starred
        room.lanes.state.ask(partial(questions.set_star, ids=(id,), on=on), room.post_message)


def read(room: ReaderScreen, screen: Any) -> None:
    id = _id(room)
    if id:
        on = not room.listed.flags_of(id).read
        room.lanes.state.ask(partial(questions.set_read, ids=(id,), read=on), room.post_message)


def tag(room: ReaderScreen, screen: Any) -> None:
    id = _id(room)

    def take(typed: str) -> bool:
        words = typed.strip()
        if id and words.strip("-#"):
            room.lanes.state.ask(
                partial(questions.set_tag, id=id, tag=words.lstrip("-#"), on=words[0] != "-"), room.post_message
            )
        return True

    if id:
        room.prompt(say("ask_tag"), "", take)


def note(room: ReaderScreen, screen: Any) -> None:
    id = _id(room)
    kept = room.opened.note if room.opened is not None and room.opened.article.id == id else ""

    def take(typed: str) -> bool:
        if id:
            room.lanes.state.ask(partial(questions.set_note, id=id, note=typed), room.post_message)
        return True

    if id:
        room.prompt(say("ask_note"), kept, take)


def undo(room: ReaderScreen, screen: Any) -> None:
    work = partial(questions.undo, shown=room.listed.ids_shown, post=room.post_message)
    room.lanes.state.ask(work, room.post_message)


def _id(room: ReaderScreen) -> str | None:
    if room.article_id is None:
        room.tell(say("no_article"))
    return room.article_id
