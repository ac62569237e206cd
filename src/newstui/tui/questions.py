"""What the screen asks: one call of archive or state each, run in a lane, answered by one message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.message import Message

from newstui.model.article import ArticleLine, Span
from newstui.model.fold import find_folded
from newstui.query.query import Query
from newstui.tui.lanes import Shelf
from newstui.tui.language import say
from newstui.tui.river import Asked, Counted, Explained, Flags, Found, Greeted, Kept, Loaded, Opened, Rows, Spread


def first_rows(shelf: Shelf, asked: Asked, wanted: int, kept: str | None) -> Found:
    """The first window of a question: around the article the cursor was on, if it is found again."""
    at = shelf.reader.position(asked.query, kept, asked.order) if kept else None
    start = max(0, (at or 0) - wanted // 2)
    return Found(_rows(shelf, asked, start, start + wanted, at or 0))


def rows(shelf: Shelf, asked: Asked, start: int, stop: int) -> Found:
    """A further window of the list."""
    return Found(_rows(shelf, asked, start, stop, None))


def _rows(shelf: Shelf, asked: Asked, start: int, stop: int, cursor: int | None) -> Rows:
    lines = shelf.reader.page(asked.query, start, stop, asked.order)
    return Rows(asked, start, stop - start, lines, flags(shelf, [line.id for line in lines]), cursor)


def flags(shelf: Shelf, ids: Sequence[str]) -> Mapping[str, Flags]:
    """The user's flags of some articles."""
    kept = shelf.state.flags(ids)
    return {id: Flags(one.read, one.starred, one.marked) for id, one in kept.items()}


def count(shelf: Shelf, asked: Asked) -> Counted:
    """The exact count."""
    return Counted(asked, shelf.reader.count(asked.query))


def why_empty(shelf: Shelf, asked: Asked) -> Explained:
    """Why nothing is found, in the lines the empty list shows."""
    if not shelf.reader.summary().articles:
        return Explained(asked, ("", say("empty_archive"), say("empty_remedy")))
    from newstui.tui.panes.filter_bar import chip_words

    guilty = set(shelf.reader.why_empty(asked.query))
    chips = " ".join(f"[{chip_words(part)}]" for part in asked.query.parts if str(part) in guilty)
    return Explained(asked, ("", say("nothing_found"), say("excluded_by", chips=chips), say("drop_remedy")))


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


# The user's own ------------------------------------------------------------------------------------


def greet(shelf: Shelf) -> Greeted:
    """What is new since the last visit; this visit is noted."""
    from newstui.query.query import Term

    last = shelf.state.last_visit()
    new = shelf.reader.count(Query((Term("is", "new"),))) if last else None
    return Greeted(last, new)


def keep_place(shelf: Shelf, id: str, top: int) -> None:
    """Where in the text the reader was."""
    shelf.state.set_offset(id, top)


def set_read(shelf: Shelf, ids: Sequence[str], read: bool, undoable: bool = True) -> Kept:
    """Read or unread."""
    shelf.state.set_read(ids, read, undoable=undoable)
    return Kept(flags(shelf, ids), say("made_read" if read else "made_unread") if undoable else "")


def set_star(shelf: Shelf, ids: Sequence[str], on: bool) -> Kept:
    """A star on or off."""
    shelf.state.set_star(ids, on)
    return Kept(flags(shelf, ids), say("starred" if on else "unstarred"))


def set_mark(shelf: Shelf, ids: Sequence[str], on: bool) -> Kept:
    """A mark on or off."""
    shelf.state.set_mark(ids, on)
    return Kept(flags(shelf, ids), say("marked" if on else "unmarked"))
