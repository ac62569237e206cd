"""Titles that share their line with header or report."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import boilerplate, dateline
from newstui.parsing.dates import ANY_DATE
from newstui.parsing.labels import is_byline, is_header_line, pairs
from newstui.parsing.lead import lead_title
from newstui.parsing.text import Page, trimmed
from newstui.parsing.title_lines import (
    CHANNEL,
    LONGEST,
    Headline,
    bare,
    looks_like_title,
)

_GLUED_LINE: Final = 60
"""A line longer than this has more in it than header labels."""
_GLUED: Final = re.compile(r"(?:来源|稿源|发布时间|发布日期|时间|作者)\s*:")
_GLUED_BELOW: Final = late(r"(?:文章|信息|新闻)?(?:来源|稿源|发布时间|发布日期|时间|作者)\s*:")
_DATED_BELOW: Final = late(
    rf"(?:{ANY_DATE})\s+(?:(?:来源|稿源|作者|编辑|责编|责任编辑)\s*:\s*[^\s:]{{2,16}}\s+){{1,4}}(?=\S)"
)
_DAY_CLOSES: Final = late(rf"(?:{ANY_DATE})(?::\d\d)?$")
_HEADED: Final = re.compile(
    rf"\s*(?P<site>https?://\S+)\s+(?=(?:19|20)\d\d)"
    rf"|\s+[\[(【]?\s*(?:(?:{ANY_DATE})(?P<alone>\s*[\])】]?$)?|(?:来源|稿源|发布时间|发布日期|时间|日期|作者)\s*:)"
    r"|(?:来源|稿源|时间|日期|作者|编辑)\s*:\s*(?:来源|稿源|[发添更][布加新](?:时间|日期)|时间|日期|作者|编辑)\s*:",
    re.MULTILINE,
)
"""Where a header begins behind a title in its own line."""
_CLOSING: Final = late(r"\s*[】\])]")
_REPORT_BEHIND: Final = re.compile(r"\s(?<=[^,。;:]\s)\s*(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚上?|中午)?,)")
"""Where a report begins behind a title in its own line."""
_AGAIN: Final = re.compile(r"((\S{6})[^。\n]{0,80}?)\s+(?=\2)")
"""A title whose first words open the report behind it in its own line."""


def glued(page: Page, first: int, above: Span | None, before: tuple[Span, ...]) -> Headline | None:
    """A title that shares its line with header and report, before them or right behind the dateline."""
    plain, line = page.plain, page.lines[first]
    around = Headline(None, first + 1, above, before)
    opening = dateline.find(plain, line.start, line.end)
    if opening:
        rest = trimmed(plain, Span(opening.dateline.span.end, line.end))
        if 4 <= len(rest.of(plain)) <= 60 and looks_like_title(plain, rest) and first + 1 < len(page.lines):
            return replace(around, title=rest, before=(*before, Span(line.start, rest.start)))
        return None
    if len(line.of(plain)) > _GLUED_LINE and _GLUED.match(plain, line.start, line.end):
        header = _glued_header(plain, line.start, line.end)
        body = trimmed(plain, Span(header.end, line.end))
        return replace(around, title=lead_title(page, body), glued_header=header, start_of_body=body.start)
    found = _before_labels(plain, line, around) or _before_header(plain, line, around)
    return found or _before_report(plain, line, around)


def _before_labels(plain: str, line: Span, around: Headline) -> Headline | None:
    """A title before labels that its report follows in the same line."""
    label = _GLUED.search(plain, line.start + 4, min(line.end, line.start + LONGEST))
    if not label or len(line.of(plain)) <= _GLUED_LINE:
        return None
    title = trimmed(plain, Span(line.start, label.start()))
    if not looks_like_title(plain, title):
        return None
    header = _glued_header(plain, label.start(), line.end)
    return replace(around, title=title, glued_header=header, start_of_body=header.end)


def _before_header(plain: str, line: Span, around: Headline) -> Headline | None:
    """A title before a header that fills the rest of its line."""
    start, end = line.start + 6, min(line.end, line.start + 2 * LONGEST)
    words_of = plain[start:end]
    marked = ":" in words_of or words_of.split() != [words_of]
    behind = _HEADED.search(plain, start, end) if marked else None
    if not behind:
        return None
    rest = trimmed(plain, Span(behind.start(), line.end))
    told = behind["alone"] is not None or behind["site"] or pairs(plain, rest)
    if not told or not is_header_line(plain, rest):
        return None
    title = bare(plain, Span(line.start, behind.start()))
    return replace(around, title=title, glued_header=rest) if looks_like_title(plain, title) else None


def _before_report(plain: str, line: Span, around: Headline) -> Headline | None:
    """A title that the report follows in the same line, told by its first words said again, a dateline or a day."""
    if (again := _AGAIN.match(plain, line.start, line.end)) and "。" in plain[again.end() : line.end]:
        return replace(around, title=Span(*again.span(1)), start_of_body=again.end())
    inside = dateline.find_inside(plain, line.start, line.end)
    dated = _REPORT_BEHIND.search(plain, line.start + CHANNEL, min(line.end, line.start + LONGEST))
    begin = inside.start if inside else dated.end() if dated and "。" in plain[dated.end() : line.end] else None
    title = trimmed(plain, Span(line.start, begin or line.end))
    if not begin or not looks_like_title(plain, title) or is_byline(title.of(plain)):
        return None
    is_title = not boilerplate.is_clutter(plain, title)
    return replace(around, title=bare(plain, title) if is_title else None, start_of_body=begin)


def header_before_report(plain: str, line: Span) -> Span | None:
    """The labels that open a paragraph, behind a day or before one: ``来源: 时间:2018-12-27 16:38:27 12月18日,…``."""
    if line.end - line.start <= _GLUED_LINE:
        return None
    if plain[line.start].isdecimal() and (dated := _DATED_BELOW.match(plain, line.start, line.end)):
        return trimmed(plain, Span(*dated.span()))
    label = _GLUED_BELOW.match(plain, line.start, line.end)
    if not label:
        return None
    header = _glued_header(plain, line.start, line.end)
    return header if _DAY_CLOSES.search(plain, header.start, header.end) else None


def _glued_header(plain: str, start: int, end: int) -> Span:
    """The labels from ``start`` on; a date closes them, since words may follow without a gap."""
    stop = start
    for each in pairs(plain, Span(start, min(end, start + LONGEST))):
        if each.value.start - stop > 12 and stop > start:
            break
        date = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?").match(
            plain, each.value.start, end
        )
        stop = date.end() if date else min(each.value.end, each.value.start + 16)
    closed = _CLOSING.match(plain, stop, end)
    return Span(start, closed.end() if closed else stop)
