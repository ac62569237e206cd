"""What flows through the screen: frozen values down, messages up. An answer carries its question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.message import Message

from newstui.query.query import Query

if TYPE_CHECKING:
    from newstui.model.article import Article, ArticleLine, Span
    from newstui.model.reading import Reading

ORDERS: Final = ("newest", "oldest", "day", "source", "title")
"""How the list is sorted; ``day`` and ``source`` are groups too, each named once, where it begins."""

NOTHING_ASKED: Final = Query()


class Asked(NamedTuple):
    """The question behind the list: what is looked for, in which order, each report once or with its reprints."""

    query: Query = NOTHING_ASKED
    order: str = "newest"
    once: bool = True

    @property
    def sorting(self) -> str:
        """The order as the archive knows it."""
        return "newest" if self.order == "day" else self.order


class Flags(NamedTuple):
    """What this user did with an article."""

    read: bool = False
    starred: bool = False
    marked: bool = False


NO_FLAGS: Final = Flags()


class Rows(NamedTuple):
    """A window of the list: the rows from ``start`` on, with the user's flags by article id.

    ``cursor`` is given with the first window of a question: the row to stand on.
    """

    asked: Asked
    start: int
    wanted: int
    lines: tuple[ArticleLine, ...]
    flags: Mapping[str, Flags]
    cursor: int | None = None


class Hits(NamedTuple):
    """The answer as far as it is known: the exact count comes after the first rows."""

    asked: Asked = Asked()
    total: int | None = None
    rows: int | None = None
    """Rows of the list: fewer than articles where reports are shown once."""


class Opened(NamedTuple):
    """The article under the cursor with its reading, and what the user keeps with it."""

    article: Article
    reading: Reading
    hits: tuple[Span, ...] = ()
    """Where the searched words stand in title and body."""
    tags: tuple[str, ...] = ()
    note: str = ""
    top: int = 0
    """Where the reader left off: the text offset of the first row that was shown."""


class Marks(NamedTuple):
    """What is marked in the text: spans of each kind, sorted, and the one pointed at."""

    mentions: tuple[Span, ...] = ()
    outlined: tuple[Span, ...] = ()
    hits: tuple[Span, ...] = ()
    found: tuple[Span, ...] = ()
    pointed: Span | None = None

    @classmethod
    def of(cls, opened: Opened, query: Query) -> Marks:
        """What is marked at first: the searched words, and the people asked for."""
        names = {term.value for term in query.terms(wanted=True) if term.field == "person"}
        mentions = sorted(mention for one in opened.reading.people if one.name in names for mention in one.mentions)
        return cls(hits=opened.hits, mentions=tuple(mentions))

    @property
    def stops(self) -> tuple[Span, ...]:
        """Where ``n`` and ``N`` stop: found words first, else the mentions, else the searched words."""
        return self.found or self.mentions or self.hits


NO_MARKS: Final = Marks()


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
    """The exact count arrived: articles, and rows of the list."""

    def __init__(self, asked: Asked, total: int, rows: int) -> None:
        super().__init__()
        self.asked, self.total, self.rows = asked, total, rows


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
