"""One row of the list of articles. Pure; no toolkit is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.style import Style

from newstui.tui.language import say
from newstui.tui.paint import Piece, Pieces, column, fit

if TYPE_CHECKING:
    from newstui.model.article import ArticleLine
    from newstui.tui.themes import Look
    from newstui.tui.values import Flags

_GAP: Final[Piece] = (" ", Style.null())


def article_row(
    look: Look, width: int, line: ArticleLine, flags: Flags, *, order: str, above: ArticleLine | None, below: bool
) -> Pieces:
    """Marks, date, source, title, and how often the report was printed.

    ``above`` is the line of the row above in the window, ``below`` says that the row is a reprint of such a one.
    """
    tail = f" ×{line.reprints}" if line.reprints > 1 and not below else ""
    lead = [*_marks(look, flags), *(_reprint(look, line) if below else _lead(look, width, line, order, above))]
    room = max(4, width - sum(cell_len(words) for words, _ in lead) - cell_len(tail))
    title = column(line.title, room) if tail else fit(line.title, room)
    return [*lead, (title, look["read" if flags.read else "title"]), (tail, look["dim"])]


def _marks(look: Look, flags: Flags) -> list[Piece]:
    """Two cells: marked; starred, else unread. An unread title is bold besides."""
    marked = ("✓", look["marked"]) if flags.marked else _GAP
    kept = ("★", look["starred"]) if flags.starred else _GAP if flags.read else ("●", look["unread"])
    return [marked, kept, _GAP]


def _lead(look: Look, width: int, line: ArticleLine, order: str, above: ArticleLine | None) -> list[Piece]:
    """Date and source as far as there is room; a group is named where it begins and at the top of the window."""
    date, source = _day(line), line.source or ""
    if order == "day" and above is not None and _day(above) == date:
        date = ""
    wide = 16 if width >= 72 else 10 if width >= 58 or order == "source" else 0
    repeated = order == "source" and above is not None and (above.source or "") == source
    day_style, name_style = "group" if order == "day" else "date", "group" if order == "source" else "source"
    dated: list[Piece] = [(column(date, 10), look[day_style]), _GAP]
    named: list[Piece] = [(column("" if repeated else source, wide), look[name_style]), _GAP]
    return [*named, *dated] if order == "source" else [*dated, *(named if wide else [])]


def _reprint(look: Look, line: ArticleLine) -> list[Piece]:
    """What leads a reprint: its outlet, as its title and day are those of the row above."""
    return [("└ ", look["line"]), (column(line.source or _day(line), 12), look["source"]), _GAP]


def _day(line: ArticleLine) -> str:
    return (line.published or say("no_date"))[:10]
