"""An article as it came in, and what one row of a list needs of it."""

from __future__ import annotations

from typing import NamedTuple

from newstui.model.fold import fold
from newstui.model.record import record


class Span(NamedTuple):
    """A half-open range of Unicode code points of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@record
class Article:
    """One news text. ``text`` is clean and never altered again; everything else points into it.

    Fields beside the text are what the input record gave of its own; None where it gave none,
    and then parsing reads them from the text.
    """

    id: str
    text: str
    ref: str | None = None
    """The source's own key of the article."""
    url: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601, a day or a full timestamp with its zone."""
    source: str | None = None
    author: str | None = None
    origin: str | None = None
    """Where it came from: the file (and the record or member in it), for messages."""


@record
class ArticleLine:
    """What one row of the article list needs."""

    id: str
    title: str
    published: str | None
    source: str | None
    reprints: int = 1
    """How many outlets printed the same report."""
    people: int = 0


def article_id(*fields: str | None) -> str:
    """The id of an article: a hash of its folded input alone, 16 hexadecimal digits.

    Takes the whole text for plain text; for structured input its fields, None where absent.
    """
    from hashlib import blake2b  # here, as the screen starts without it

    digest = blake2b(digest_size=8)
    for field in fields:
        digest.update(b"\x00" if field is None else b"\x01" + fold(field).encode() + b"\x02")
    return digest.hexdigest()
