"""The values that flow down the screen, all of them frozen. They load no toolkit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

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
