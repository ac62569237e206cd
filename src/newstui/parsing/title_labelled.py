"""The headline behind a label: ``标题:…`` among the first lines or at the foot, a row of a document's index."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import boilerplate
from newstui.parsing.lexicon import words
from newstui.parsing.text import Page

_NAMED: Final = re.compile(r"(?:文章|新闻)?(?:标\s*题|名\s*称)\s*:\s*(?=\S.{5})")
_INDEXED: Final = late(r"(?:标\s*题|名\s*称)\s+(?=\S.{5})")
"""The same among rows without colons."""
_INDEX_OPENS: Final = late(r"索\s*引\s*号")
_ROW: Final = late(rf"(?:{'|'.join(words('header', 'labels.other'))})(?=\s|$)")
"""Opens such a row."""
_INDEX: Final = 12
"""Among so many of the first lines a label says what the title is, as in the index of a document."""


def behind_label(page: Page, first: int) -> tuple[Span, int, int] | None:
    """The title behind its label, the number of the label's line and that of the first line below."""
    opens = page.lines[first].start if first < len(page.lines) else 0
    label_of = _INDEXED if _INDEX_OPENS.match(page.plain, opens) else _NAMED
    for at in range(first, min(first + _INDEX, len(page.lines) - 1)):
        line = page.lines[at]
        if boilerplate.is_report(page.plain, line):
            return None
        if label := label_of.match(page.plain, line.start, line.end) or _NAMED.match(page.plain, line.start, line.end):
            title = Span(label.end(), line.end)
            return title, at, at + 1 if label_of is _NAMED else _below_index(page, title, at + 1)
    return None


def _below_index(page: Page, title: Span, at: int) -> int:
    """The number of the line below the rows of an index, and below the title where it stands once more."""
    rows = enumerate(page.lines[at:-1], at)
    named = title.of(page.plain)
    return next((n for n, row in rows if not _ROW.match(page.plain, *row) and row.of(page.plain) != named), at)
