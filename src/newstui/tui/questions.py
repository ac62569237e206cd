"""What the screen asks: one call of archive or state each, run in a lane, answered by one message."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from newstui.archive.errors import ArchiveError
from newstui.model.article import ArticleLine, Span
from newstui.model.fold import find_folded
from newstui.query.query import Query
from newstui.tui import listing
from newstui.tui.frame import chip_words
from newstui.tui.language import say, told
from newstui.tui.river import (
    Annotated,
    ArchiveMoved,
    Counted,
    Explained,
    Found,
    Greeted,
    Kept,
    Loaded,
    Reprinted,
    Searches,
    Spread,
    Told,
)
from newstui.tui.shelf import Shelf
from newstui.tui.values import Asked, Opened, Rows


def first_rows(shelf: Shelf, asked: Asked, kept: str | None, near: int = 0) -> Found:
    """The first window of a question, with the count where it costs nothing."""
    found = listing.first(shelf, asked, kept, near)
    return Found(found, None if asked.query else listing.count(shelf, asked))


def rows(shelf: Shelf, asked: Asked, start: int, stop: int) -> Found:
    """A further window of the list."""
    return Found(listing.rows(shelf, asked, start, stop))


def count(shelf: Shelf, asked: Asked) -> Counted:
    """The exact count."""
    return Counted(listing.count(shelf, asked))


def reprints(shelf: Shelf, asked: Asked, id: str) -> Reprinted:
    """The other articles of a row's report."""
    lines = tuple(line for line in shelf.reader.reprints(id) if line.id != id)
    return Reprinted(id, Rows(asked, 0, len(lines), lines, listing.flags(shelf, [line.id for line in lines])))


def why_empty(shelf: Shelf, asked: Asked) -> Explained:
    """Why nothing is found, in the lines the empty list shows."""
    if not shelf.reader.summary().articles:
        return Explained(asked, ("", say("empty_archive"), say("empty_remedy")))
    guilty = set(shelf.reader.why_empty(asked.query))
    chips = " ".join(f"[{chip_words(part)}]" for part in asked.query.parts if str(part) in guilty)
    excluded = say("excluded_by" if len(guilty) == 1 else "excluded_together", chips=chips)
    return Explained(asked, ("", say("nothing_found"), excluded, say("drop_remedy")))


def opened(shelf: Shelf, id: str, query: Query) -> Loaded:
    """An article with its reading, the places of the searched words, and what the user keeps with it."""
    found = shelf.reader.opened(id)
    if found is None:
        return Loaded(id, None)
    article, reading = found
    words = [term.value for term in query.terms(wanted=True) if term.field in ("", "title", "doc", "term", "org")]
    hits = tuple(sorted({Span(*span) for word in words for span in find_folded(article.text, word)}))
    kept = shelf.state.kept(id)
    return Loaded(id, Opened(article, reading, hits, kept.tags, kept.note, kept.offset))


def days(shelf: Shelf, query: Query) -> Spread:
    """How many articles each day has, for the calendar."""
    return Spread(shelf.reader.days(query))


def all_found(shelf: Shelf, query: Query, order: str, limit: int) -> tuple[ArticleLine, ...]:
    """Every row a query finds, up to a limit."""
    return shelf.reader.page(query, 0, limit, order)


def watch(shelf: Shelf) -> Message | None:
    """Whether the archive is still the file that was read."""
    if not shelf.moved():
        return None
    try:
        shelf.reader.summary()
    except ArchiveError as error:
        return ArchiveMoved(told(error))
    return ArchiveMoved()


# The user's own ------------------------------------------------------------------------------------


def greet(shelf: Shelf) -> Greeted:
    """What is new since the last visit; this visit is noted."""
    from newstui.query.query import Term

    last = shelf.state.last_visit(arrived=shelf.reader.arrived())
    new = shelf.reader.count(Query((Term("is", "new"),))) if last else None
    faults = [("not_kept", told(shelf.state.notice))] if shelf.state.notice else []
    faults += [("not_corrected", shelf.fault)] if shelf.fault else []
    return Greeted(last, new, faults)


def keep_place(shelf: Shelf, id: str, top: int) -> None:
    """Where in the text the reader was."""
    shelf.state.set_offset(id, top)


def set_read(shelf: Shelf, ids: Sequence[str], read: bool, undoable: bool = True) -> Kept:
    """Read or unread."""
    shelf.state.set_read(ids, read, undoable=undoable)
    return Kept(listing.flags(shelf, ids), say("made_read" if read else "made_unread") if undoable else "")


def set_star(shelf: Shelf, ids: Sequence[str], on: bool) -> Kept:
    """A star on or off."""
    shelf.state.set_star(ids, on)
    return Kept(listing.flags(shelf, ids), say("starred" if on else "unstarred"))


def set_mark(shelf: Shelf, ids: Sequence[str], on: bool) -> Kept:
    """A mark on or off."""
    shelf.state.set_mark(ids, on)
    said = say("marked_of", number=f"{len(shelf.marked()):,}") if on else say("unmarked")
    return Kept(listing.flags(shelf, ids), said)


def set_tag(shelf: Shelf, id: str, tag: str, on: bool) -> Annotated:
    """A tag on or off."""
    shelf.state.set_tag((id,), tag, on)
    return _annotated(shelf, id, say("tagged" if on else "untagged", tag=tag))


def set_note(shelf: Shelf, id: str, note: str) -> Annotated:
    """A note; an empty one goes."""
    shelf.state.set_note(id, note)
    return _annotated(shelf, id, say("noted"))


def _annotated(shelf: Shelf, id: str, said: str) -> Annotated:
    kept = shelf.state.kept(id)
    return Annotated(id, kept.tags, kept.note, said)


def undo(shelf: Shelf, shown: Sequence[str], post: Callable[[Message], object]) -> Message:
    """Take back the last change; what it touched is read anew."""
    undone = shelf.state.undo()
    if undone is None:
        return Told(say("nothing_to_undo"))
    said = say("undone", what=_what(undone.kind, undone.name, undone.value, len(undone.ids)))
    if undone.kind in ("tag", "note"):
        for id in undone.ids[:1]:
            post(_annotated(shelf, id, said))
    return Kept(listing.flags(shelf, list({*shown, *undone.ids})), said)


def _what(kind: str, name: str, value: bool, number: int) -> str:
    words = {
        "read": ("made_read", "made_unread"),
        "starred": ("starred", "unstarred"),
        "marked": ("marked", "unmarked"),
    }
    if kind in words:
        return f"{say(words[kind][not value])} ({number})"
    return f"{say('tagged' if value else 'untagged', tag=name)} ({number})" if kind == "tag" else say("undo_" + kind)


def searches(shelf: Shelf) -> Searches:
    """The saved searches by name."""
    return Searches(shelf.state.searches())


def save_search(shelf: Shelf, name: str, query: str) -> Told:
    """Keep a search, or drop it where the query is empty."""
    shelf.state.save_search(name, query)
    return Told(say("saved_as" if query else "forgotten", name=name))
