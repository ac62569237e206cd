"""The frame round the panes: what is looked for, the headers, the line that answers, the keys. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from newstui.query.aliases import FIELD_WORDS, VALUE_WORDS, shown
from newstui.query.labels import label
from newstui.query.query import Node, Not, Query, Term
from newstui.tui.language import language, say
from newstui.tui.paint import Piece, Pieces, cells, fit, fit_ends
from newstui.tui.themes import Look
from newstui.tui.values import Asked, Hits


def filter_row(look: Look, width: int, asked: Asked, hits: Hits, news: str) -> Pieces:
    """The filter as chips with the exact count, and on the right what is new.

    Too many chips are cut in front, where the oldest stand.
    """
    left = [("newstui ", look["dim"]), *_chips(look, max(8, width - 34), asked)]
    left.append((" " + _count(asked, hits), look["count"]))
    rows = _rows(asked, hits)
    if cells(left) + cells([(rows, look["dim"])]) < width:
        left.append((rows, look["dim"]))
    room = width - cells(left) - 2
    news = fit(news, room) if room > 24 or cells([(news, look["new"])]) <= room else ""
    gap = max(0, width - cells(left) - cells([(news, look["new"])]) - 1)
    return [*left, (" " * gap, look["base"]), (news, look["new"])]


def _count(asked: Asked, hits: Hits) -> str:
    total = hits.total if hits.asked == asked else None
    if total is None:
        return say("counting")
    return say("count_one") if total == 1 else say("count", number=f"{total:,}")


def _rows(asked: Asked, hits: Hits) -> str:
    """How many rows the list has, where reports with reprints make fewer of them."""
    fewer = hits.asked == asked and hits.rows is not None and hits.rows != hits.total
    return " " + say("count_rows", number=f"{hits.rows:,}") if fewer else ""


def _chips(look: Look, room: int, asked: Asked) -> list[Piece]:
    if not asked.query:
        return [(say("all_articles"), look["dim"])]
    pieces: list[Piece] = []
    for part in reversed(asked.query.parts):
        chip = fit(f"[{chip_words(part)}]", max(6, room))
        if pieces and cells(pieces) + cells([(chip, look["chip"])]) + 3 > room:
            return [("… ", look["dim"]), *pieces]
        pieces = [(chip, look["chip"]), (" ", look["base"]), *pieces]
    return pieces


def chips(query: Query) -> str:
    """A query in words, as its chips show it."""
    return " ".join(f"[{chip_words(part)}]" for part in query.parts)


def chip_words(part: Node) -> str:
    """A condition as its chip shows it: the field in the user's language, ``−`` for what is left out."""
    if isinstance(part, Not):
        return "−" + chip_words(part.node)
    if isinstance(part, Term) and part.field and part.field not in VALUE_WORDS:
        return f"{shown(part.field, FIELD_WORDS, language())} {part.value}"
    return label(part, language())


def header(look: Look, width: int, number: str, heading: tuple[str, str], active: bool) -> Pieces:
    """The first row of a pane: its key and name, what it says on the right; a heavy line where the keys go."""
    words, right = heading
    line = "━" if active else "─"
    named = f"{number} {words}".strip()
    left = fit(f"{line}{'╸' if active else ' '}{named} " if named else line, max(0, width - 3))
    right = fit(f" {right} " if right else "", max(0, width - len(left) - 4))
    style = look["header_focus" if active else "header"]
    rule = look["header_focus" if active else "line"]
    gap = max(0, width - cells([(left, style), (right, style)]) - 1)
    return [(left, style), (line * gap, rule), (right, style), (line, rule)]


def status_row(look: Look, width: int, words: str, *, failed: bool = False, caret: int = -1) -> Pieces:
    """A rule with the newest message in it; ``caret`` points at a column of the prompt below.

    What went wrong begins with what it concerns and ends with the reason; long paths in the middle give way.
    """
    if not words:
        return [("─" * width, look["line"])]
    before = "─" * max(0, min(caret, width - 20)) + "▼ " if caret >= 0 else "─ "
    room = max(0, width - cell_len(before) - 1)
    cut = fit_ends if failed or "/" in words else fit
    mark = "! " if failed else ""
    said = f"{mark}{cut(words, max(0, room - len(mark) - 1))} "
    pieces: list[Piece] = [(before, look["line"]), (said, look["error" if failed else "notice"])]
    return [*pieces, ("─" * (width - cells(pieces)), look["line"])]


def hint_row(look: Look, width: int, hints: Sequence[tuple[str, str]]) -> Pieces:
    """Keys and labels in a row, none of them cut."""
    pieces: list[Piece] = []
    for key, words in hints:
        more: list[Piece] = [(" " + key, look["key"]), (" " + words + " ", look["dim"])]
        if cells(pieces) + cells(more) > width:
            break
        pieces += more
    return pieces
