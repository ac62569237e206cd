"""Title, time, source and parts of an article, from the lines of its layout."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Parts, Reading
from newstui.parsing.boilerplate import is_record
from newstui.parsing.dates import WRITTEN_DATE, day_of, first_date
from newstui.parsing.labels import is_header_line, pairs
from newstui.parsing.layout import Layout, lay_out
from newstui.parsing.source import TAKEN_FROM, source_of
from newstui.parsing.text import Page

_TRAILING_DAY: Final = late(
    r"^\(?\s*(?:(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}"
    rf"|{WRITTEN_DATE})\s*\)?$"
)
_SHORT_YEAR: Final = late(r"([012]\d)年(\d{1,2})月(\d{1,2})日")
"""A day behind its label, the year in two digits."""
_YEAR: Final = late(r"((?:19|20)(?<!\d..)\d\d)年")
_CLOSING_SOURCE: Final = late(r"\(\s*(?:来源|稿源|原载|转自|摘自)\s*:[^()\n]*\)\W{0,2}$")
"""The outlet in the bracket that closes a report, perhaps with the day of its issue."""
_FOOT: Final = 60
"""How far before the end of a line that bracket may open."""
_MEMORY: Final = 20
"""So many years before the latest one a text names its day is history, no news."""
_HELD: Final = late(
    r"(?:\(?(?:星期|周)[一二三四五六日天]\)?)?(?:上午|下午|晚上?|中午)?,[^。;]*(?:召开|举行|举办|开展|开幕|闭幕|落幕|拉开帷幕)"
)
_MONTH_AND_DAY: Final = late(r"(\d(?<=[,。\n].)\d?)月(\d{1,2})日(?=上午|下午|晚|在|,)")
_FULL: Final = late(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_SIGNS: Final = ("年", "20", "19")
"""One of these stands in every full date."""
_BEFORE_DAY: Final = ("日前", "于", "在", "电", "讯", "当地时间", "北京时间", "东部时间", "美东时间")
"""Before a day that opens a clause."""
_UNTIL: Final = frozenset("-—~至到")
"""Behind the first day of an event of several."""
_DAYS: Final = 10
"""So many days before it a full date shows the year of a day."""
_PARAGRAPHS: Final = 3
_LEAD: Final = 400
"""How far into the body the day of the event is looked for."""


def read_header(page: Page, reading: Reading) -> Reading:
    """Title, time, source and parts; fields which the article has of its own win."""
    article = page.article
    if not page.lines:
        return reading._replace(title=article.title, published=article.published, source=article.source)
    layout = lay_out(page)
    published, source = _published(page, layout), source_of(page, layout)
    spans = [span for span in (layout.head.above, layout.below) if span and span.end > span.start]
    parts = Parts(
        title=layout.head.title,
        header=_header_span(layout),
        body=(layout.body,) if layout.body else (),
        boilerplate=tuple(spans),
    )
    title = re.sub(r"\s*\n\s*", " ", layout.head.title.of(page.text)) if layout.head.title else None
    return reading._replace(
        title=article.title or title,
        published=article.published or published,
        source=article.source or source,
        parts=parts,
    )


def _header_span(layout: Layout) -> Span | None:
    """The header lines below the title, or those above it where none are below."""
    title = layout.head.title
    below = [line for line in layout.header if title is None or line.start >= title.end] or list(layout.header)
    return Span(below[0].start, below[-1].end) if below else None


def _published(page: Page, layout: Layout) -> str | None:
    """The day of the header; else of the line that names a paper; else of the event; else of the last line."""
    plain = page.plain
    for each in layout.labelled:
        if each.kind == "date" and (found := first_date(plain, each.value.start, each.value.end)):
            return found[0]
        if each.kind == "date" and (short := _SHORT_YEAR.match(plain, each.value.start, each.value.end)):
            return day_of(f"20{short[1]}", short[2], short[3])
    for line in layout.header:
        if found := first_date(plain, line.start, line.end):
            return found[0]
    if layout.body is None:
        return None
    tail = page.lines_in(layout.body)[-4:]
    for line in page.lines_in(layout.below) if layout.below else ():
        if is_record(plain, line) and (found := first_date(plain, line.start, line.end)):
            return found[0]
    return (
        _foot_day(plain, tail)
        or _event_day(page, layout.body)
        or _near_day(page, layout.body)
        or _last_line_day(plain, tail)
    )


def _foot_day(plain: str, tail: tuple[Span, ...]) -> str | None:
    """The day beside labels in one of the last lines, in the bracket that closes a report, or of a paper's issue."""
    for line in tail:
        if is_header_line(plain, line) and pairs(plain, line) and (found := first_date(plain, *line)):
            return found[0]
    for line in tail:
        closing = _CLOSING_SOURCE.search(plain, max(line.start, line.end - _FOOT), line.end)
        if closing and (found := first_date(plain, *closing.span())):
            return found[0]
        if TAKEN_FROM.search(line.of(plain)) and (found := first_date(plain, line.start, line.end)):
            return found[0]
    return None


def _event_day(page: Page, body: Span) -> str | None:
    """The full date that opens a clause of the first paragraph, as the day of what is reported.

    Behind a preamble without a day it is the one that says when something was held: ``2026年3月2日上午,……召开``.
    """
    for number, line in enumerate(page.lines_in(body)[:_PARAGRAPHS] or (body,)):
        lead = Span(line.start, min(line.end, line.start + _LEAD))
        if all(page.plain.find(sign, *lead) < 0 for sign in (("年",) if number else _SIGNS)):
            continue
        for sentence in page.sentences(lead):
            start, end = sentence.start, sentence.end
            dated = page.plain.find("年", start, end) >= 0 and _YEAR.search(page.plain, start, end)
            found = first_date(page.plain, start, end) if dated or not number else None
            if found and (number == 0 or _HELD.match(page.plain, found[2], sentence.end)):
                told = _opens(page.plain, sentence.start, found) and not _is_history(page.plain, found[0])
                return found[0] if told else None
    return None


def _near_day(page: Page, body: Span) -> str | None:
    """A day of the first paragraph without its year, where a full date a few days before shows which year it is."""
    first = next(iter(page.lines_in(body)), body)
    told = _MONTH_AND_DAY.search(page.plain, first.start, min(first.end, first.start + _LEAD))
    if told is None:
        return None
    for full in _FULL.finditer(page.plain, *body):
        day = day_of(full[1], told[1], told[2])
        if day and int(full[2]) == int(told[1]) and 0 <= int(told[2]) - int(full[3]) <= _DAYS:
            return None if _is_history(page.plain, day) else day
    return None


def _opens(plain: str, start: int, found: tuple[str, int, int]) -> bool:
    """Whether a date in a sentence opens a clause that tells of that day."""
    before, after = plain[start : found[1]], plain[found[2] : found[2] + 6]
    if after[:1] in _UNTIL and plain[found[2] - 1] != "日":
        return False
    opens = not before or before[-1] in ",、:) ” " or before.endswith(_BEFORE_DAY)
    return opens and not re.match(r"\s*(?:以来|起|之前|前|后|发布|印发|出生)", after)


def _is_history(plain: str, day: str) -> bool:
    """Whether a day lies so far before the latest year the text names that it can only be told of."""
    return int(day[:4]) + _MEMORY < max(map(int, _YEAR.findall(plain)), default=0)


def _last_line_day(plain: str, tail: tuple[Span, ...]) -> str | None:
    """A date that stands alone at the end, as under a letter or a notice."""
    for line in tail[-2:]:
        if _TRAILING_DAY.match(line.of(plain)) and (found := first_date(plain, line.start, line.end)):
            return found[0]
    return None
