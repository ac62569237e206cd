"""The text of the opened article, with what is marked in it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from rich.style import Style
from textual.message import Message
from textual.reactive import var

from newstui.model.article import Span
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.paint import Pieces
from newstui.tui.sheet import Row, Sheet, lay_out
from newstui.tui.values import NO_MARKS, Marks, Opened

_LAYERS: Final = (("outlined", "outlined"), ("mentions", "mention"), ("hits", "hit"), ("found", "hit"))
"""Kinds of marks and their styles, the later above the earlier."""
_NOTHING: Final = Sheet((), ())


class ArticleText(LineView):
    """The text pane: a cursor line to read by, marks of people, outline and searched words."""

    number = "2"
    edged = True
    opened: var[Opened | None] = var(None)
    marks: var[Marks] = var(NO_MARKS)

    class ReadingAt(Message):
        """The reader moved to this place of the text."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self) -> None:
        super().__init__(id="text")
        self._sheet = _NOTHING
        self._names: tuple[Span, ...] = ()

    # What comes down ----------------------------------------------------------------------------

    def watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        same = before is not None and opened is not None and before.article.id == opened.article.id
        offset = self.offset_here if same else opened.top if opened else 0
        people = opened.reading.people if opened else ()
        self._names = tuple(sorted(mention for person in people for mention in person.mentions))
        self._lay_out(offset)

    def watch_marks(self, before: Marks, marks: Marks) -> None:
        changed = _changed(before, marks)
        rows = {row for span in changed for row in self._sheet.rows_of(span)}
        if marks.pointed is not None and marks.pointed != before.pointed and self._follow(marks.pointed):
            self.repaint()
        else:
            self.repaint_rows(*rows)

    @property
    def offset_here(self) -> int:
        """The place of the text under the cursor."""
        rows = self._sheet.rows
        return rows[self.cursor].start if self.cursor < len(rows) else 0

    @property
    def span_here(self) -> Span:
        """The stretch of the text in the row under the cursor."""
        rows = self._sheet.rows
        return Span(rows[self.cursor].start, rows[self.cursor].end) if self.cursor < len(rows) else Span(0, 0)

    @property
    def offset_top(self) -> int:
        """The place of the text in the first row shown."""
        rows = self._sheet.rows
        return rows[self.top].start if self.top < len(rows) else 0

    def _follow(self, span: Span) -> bool:
        """Bring a span into sight, with room above it; says whether the window moved."""
        rows = self._sheet.rows_of(span)
        before, self.cursor = self.cursor, min(rows.start, max(0, self.item_count() - 1))
        if self.top <= rows.start and rows.stop <= self.top + self.page:
            self.repaint_items(before, self.cursor)
            return False
        self.top = max(0, min(rows.start - self.page // 3, self.row_count() - self.page))
        return True

    def bring(self, span: Span) -> None:
        """Bring a place of the text into sight."""
        if self._follow(span):
            self.repaint()

    def _lay_out(self, offset: int) -> None:
        if self.opened is None or self.wide < 4:
            self._sheet = _NOTHING
        else:
            article, reading = self.opened.article, self.opened.reading
            self._sheet = lay_out(article, reading, self.room - 2, byline(self.opened))
        self.cursor = self._sheet.row_at(offset) if offset else 0
        self.top = max(0, min(self.cursor, self.row_count() - self.page))
        self.repaint()

    def resized(self) -> None:
        self._lay_out(self.offset_here)

    def go(self, item: int, *, tell: bool = True) -> None:
        before = self.cursor
        super().go(item, tell=tell)
        if tell and before != self.cursor:
            self.post_message(self.ReadingAt(self.offset_here))

    # Painting -----------------------------------------------------------------------------------

    def item_count(self) -> int:
        return len(self._sheet.rows)

    def heading(self) -> tuple[str, str]:
        rows = self.row_count()
        if not rows:
            return say("text"), ""
        return say("text"), say("percent", number=min(100, 100 * (self.top + self.page) // rows))

    def over(self, here: bool) -> Style | None:
        return None

    def pieces(self, row: int, width: int) -> Pieces:
        line = self._sheet.rows[row]
        margin = "▸ " if row == self.cursor else "┃ " if self._is_outlined(line) else "  "
        head = (
            margin,
            Style.null() if margin.isspace() else self.look["header_focus" if row == self.cursor else "bar"],
        )
        if line.words is not None:
            return [head, (line.words, self.look["title" if line.kind == "title" else "dim"])]
        return [head, (" " * line.indent, Style.null()), *self._marked(line)]

    def _is_outlined(self, line: Row) -> bool:
        return any(span.start < line.end and line.start < span.end for span in self.marks.outlined)

    def _marked(self, line: Row) -> Pieces:
        """The words of a row, cut wherever a mark begins or ends."""
        assert self.opened is not None
        text, end = self.opened.article.text, line.start + len(self.opened.article.text[line.start : line.end].rstrip())
        layers = [(self.look["person"] if line.kind == "body" else Style.null(), _within(self._names, line.start, end))]
        layers += [(self.look[style], _within(getattr(self.marks, kind), line.start, end)) for kind, style in _LAYERS]
        if self.marks.pointed is not None:
            layers.append((self.look["pointed"], _within((self.marks.pointed,), line.start, end)))
        cuts = sorted({line.start, end, *(edge for _, spans in layers for span in spans for edge in span)})
        ground = self.look["title" if line.kind == "title" else "dim" if line.kind == "credits" else "post"]
        return [(text[a:b], _over(ground, layers, a)) for a, b in pairwise(cuts)]


def byline(opened: Opened) -> str:
    """Date, source and authors in one line, with the user's tags and note."""
    article, reading = opened.article, opened.reading
    authors = [credit.name for credit in reading.credits if credit.credit in ("author", "reporter")]
    published = (article.published or reading.published or "").replace("T", " ")[:16]
    words = [published, article.source or reading.source or "", article.author or " ".join(dict.fromkeys(authors))]
    words += [f"#{tag}" for tag in opened.tags]
    note = f"\n✎ {opened.note}" if opened.note else ""
    return " · ".join(word for word in words if word) + note


def _within(spans: tuple[Span, ...], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of sorted spans that fall between two places."""
    at = max(0, bisect_left(spans, (start, start)) - 1)
    found = []
    while at < len(spans) and spans[at].start < end:
        if spans[at].end > start:
            found.append((max(start, spans[at].start), min(end, spans[at].end)))
        at += 1
    return found


def _over(ground: Style, layers: list[tuple[Style, list[tuple[int, int]]]], at: int) -> Style:
    for style, spans in layers:
        if any(start <= at < end for start, end in spans):
            ground = ground + style
    return ground


def _changed(before: Marks, after: Marks) -> set[Span]:
    """The spans whose mark came or went."""
    changed: set[Span] = set()
    for kind, _ in _LAYERS:
        changed |= set(getattr(before, kind)) ^ set(getattr(after, kind))
    if before.pointed != after.pointed:
        changed |= {span for span in (before.pointed, after.pointed) if span is not None}
    return changed
