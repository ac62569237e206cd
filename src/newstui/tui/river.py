"""The messages that flow up the screen. An answer carries its question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.message import Message

from newstui.tui.values import Asked, Flags, Hits, Opened, Rows


class RowsWanted(Message):
    """The list needs rows that it does not have."""

    def __init__(self, asked: Asked, start: int, end: int) -> None:
        super().__init__()
        self.asked, self.start, self.end = asked, start, end


class Found(Message):
    """A window of rows arrived; ``hits`` where they can be counted at no cost."""

    def __init__(self, rows: Rows, hits: Hits | None = None) -> None:
        super().__init__()
        self.rows, self.hits = rows, hits


class Reprinted(Message):
    """The other articles that print the report of a row."""

    def __init__(self, article_id: str, rows: Rows) -> None:
        super().__init__()
        self.article_id, self.rows = article_id, rows


class Counted(Message):
    """The exact count arrived."""

    def __init__(self, hits: Hits) -> None:
        super().__init__()
        self.hits = hits


class Loaded(Message):
    """An article was opened; None where the archive does not hold it any more."""

    def __init__(self, article_id: str, opened: Opened | None) -> None:
        super().__init__()
        self.article_id, self.opened = article_id, opened


class Explained(Message):
    """Why the question finds nothing, in lines for the empty list."""

    def __init__(self, asked: Asked, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.asked, self.lines = asked, lines


class Kept(Message):
    """The user's state changed: the new flags by article id, and what to say about it."""

    def __init__(self, flags: Mapping[str, Flags], said: str = "") -> None:
        super().__init__()
        self.flags, self.said = flags, said


class Annotated(Message):
    """Tags and note of an article changed."""

    def __init__(self, article_id: str, tags: tuple[str, ...], note: str, said: str) -> None:
        super().__init__()
        self.article_id, self.tags, self.note, self.said = article_id, tags, note, said


class Searches(Message):
    """The saved searches: name to query."""

    def __init__(self, searches: Mapping[str, str]) -> None:
        super().__init__()
        self.searches = searches


class Spread(Message):
    """How many articles each ISO day has."""

    def __init__(self, days: Mapping[str, int]) -> None:
        super().__init__()
        self.days = days


class Greeted(Message):
    """When the user was last here, None at the first visit, how many articles came since, and what is faulty.

    Faults are pairs: the text of the catalogue, and the error it quotes.
    """

    def __init__(self, last: str | None, new: int | None, faults: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.last, self.new, self.faults = last, new, faults


class ArchiveMoved(Message):
    """Another file lies in the archive's place, or, as the error says, none."""

    def __init__(self, error: str = "") -> None:
        super().__init__()
        self.error = error


class Told(Message):
    """Something for the status line."""

    def __init__(self, words: str, failed: bool = False) -> None:
        super().__init__()
        self.words, self.failed = words, failed


class Failed(Message):
    """Something could not be done; it becomes one status line."""

    def __init__(self, what: str, error: str) -> None:
        super().__init__()
        self.what, self.error = what, error
