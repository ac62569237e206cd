"""The first row: what is looked for, in chips, with the exact count; at the start, what is new."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from newstui.query.aliases import FIELD_WORDS, VALUE_WORDS, shown
from newstui.query.labels import label
from newstui.query.query import Node, Not, Term
from newstui.tui.language import language, say
from newstui.tui.paint import Piece, cells, fit, strip
from newstui.tui.river import Asked, Hits
from newstui.tui.themes import look_of


class FilterBar(Widget):
    """The filter as chips; too many of them are cut in front, where the oldest stand."""

    asked: reactive[Asked] = reactive(Asked())
    hits: reactive[Hits] = reactive(Hits())
    news: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__(id="filter")

    def render_line(self, y: int) -> Strip:
        look, width = look_of(self), self.size.width
        left = [("newstui ", look["dim"]), *self._chips(max(8, width - 34))]
        left.append((" " + self._count(), look["count"]))
        rows = self._rows()
        if cells(left) + cells([(rows, look["dim"])]) < width:
            left.append((rows, look["dim"]))
        room = width - cells(left) - 2
        news = fit(self.news, room) if room > 12 else ""
        gap = max(0, width - cells(left) - cells([(news, look["new"])]) - 1)
        return strip([*left, (" " * gap, look["base"]), (news, look["new"])], width, look["base"])

    def _count(self) -> str:
        total = self.hits.total if self.hits.asked == self.asked else None
        return say("counting") if total is None else say("count", number=f"{total:,}")

    def _rows(self) -> str:
        """How many rows the list has, where reports with reprints make fewer of them."""
        hits = self.hits
        fewer = hits.asked == self.asked and hits.rows is not None and hits.rows != hits.total
        return " " + say("count_rows", number=f"{hits.rows:,}") if fewer else ""

    def _chips(self, room: int) -> list[Piece]:
        look = look_of(self)
        if not self.asked.query:
            return [(say("all_articles"), look["dim"])]
        pieces: list[Piece] = []
        for part in reversed(self.asked.query.parts):
            chip = fit(f"[{chip_words(part)}]", max(6, room))
            if pieces and cells(pieces) + cells([(chip, look["chip"])]) + 3 > room:
                return [("… ", look["dim"]), *pieces]
            pieces = [(chip, look["chip"]), (" ", look["base"]), *pieces]
        return pieces


def chip_words(part: Node) -> str:
    """A condition as its chip shows it: the field in the user's language, ``−`` for what is left out."""
    if isinstance(part, Not):
        return "−" + chip_words(part.node)
    if isinstance(part, Term) and part.field and part.field not in VALUE_WORDS:
        return f"{shown(part.field, FIELD_WORDS, language())} {part.value}"
    return label(part, language())
