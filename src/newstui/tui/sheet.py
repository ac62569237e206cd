"""An article laid out for a width: the rows of the text pane, each pointing into the text. Pure."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.model.article import Article, Span
from newstui.tui.wrap import wrap

if TYPE_CHECKING:
    from newstui.model.reading import Reading

INDENT: Final = 4
"""Cells before the first line of a paragraph: two characters, as Chinese is set."""


class Row(NamedTuple):
    """One row: a stretch of the text, or words that are not in it (``start`` then tells where it stands)."""

    kind: str
    start: int
    end: int
    indent: int = 0
    words: str | None = None


class Sheet(NamedTuple):
    """All rows of an article, and where a place of the text is found in them."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]

    def row_at(self, offset: int) -> int:
        """The row that shows this place of the text, or the nearest before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rows_of(self, span: Span) -> range:
        """The rows that show some of the span."""
        return range(self.row_at(span.start), self.row_at(max(span.start, span.end - 1)) + 1)


def lay_out(article: Article, reading: Reading, width: int, byline: str) -> Sheet:
    """Title, byline, body and credits in rows of so many cells. Without parts, the whole text."""
    parts, text = reading.parts, article.text
    rows = _title(article, reading, width)
    rows += [
        Row("byline", _start(rows), _start(rows), 0, text[line.start : line.end])
        for text, line in _wrapped(byline, width)
    ]
    rows.append(_blank(rows))
    for span in parts.body or ((Span(0, len(text)),) if parts.title is None else (Span(parts.title.end, len(text)),)):
        for paragraph in _paragraphs(text, span):
            rows += _body("body", text, paragraph, width)
            rows.append(_blank(rows))
    if parts.credits:
        for paragraph in _paragraphs(text, parts.credits):
            rows += _body("credits", text, paragraph, width, 0)
    while rows and rows[-1].kind == "blank":
        rows.pop()
    return Sheet(tuple(rows), _rising(rows))


def _title(article: Article, reading: Reading, width: int) -> list[Row]:
    span = reading.parts.title
    if span is not None:
        return [
            Row("title", line.start, line.end) for line in wrap(article.text, width, start=span.start, end=span.end)
        ]
    title = article.title or reading.title or ""
    return [Row("title", 0, 0, 0, words[line.start : line.end]) for words, line in _wrapped(title, width)]


def _wrapped(words: str, width: int) -> list[tuple[str, Span]]:
    return [(words, Span(*line)) for line in wrap(words, width)]


def _body(kind: str, text: str, span: Span, width: int, indent: int = INDENT) -> list[Row]:
    indent = indent if width > 3 * indent else 0
    lines = wrap(text, width, start=span.start, end=span.end, indent=indent)
    return [Row(kind, line.start, line.end, 0 if at else indent) for at, line in enumerate(lines)]


def _paragraphs(text: str, span: Span) -> list[Span]:
    """The lines of the text inside the span that hold something, without the white space around them."""
    found, start = [], span.start
    while start < span.end:
        stop = text.find("\n", start, span.end)
        stop = span.end if stop < 0 else stop
        words = text[start:stop]
        if words.strip():
            found.append(Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
        start = stop + 1
    return found


def _start(rows: list[Row]) -> int:
    return rows[-1].end if rows else 0


def _blank(rows: list[Row]) -> Row:
    return Row("blank", _start(rows), _start(rows), 0, "")


def _rising(rows: list[Row]) -> tuple[int, ...]:
    """The starts of the rows, made to rise, so that a place is found by halving."""
    starts, highest = [], 0
    for row in rows:
        highest = max(highest, row.start)
        starts.append(highest)
    return tuple(starts)
