"""The layout of an article: title, header lines, body, what stands around; time and source of the header."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from newstui.model.article import Article, Span
from newstui.model.reading import Parts, Reading
from newstui.parsing import boilerplate
from newstui.parsing.dates import first_date
from newstui.parsing.labels import Labelled, is_header_line, label_alone, pairs
from newstui.parsing.lexicon import words
from newstui.parsing.text import Page, trimmed
from newstui.parsing.title import DIGEST, Headline, headline

_NOBODY: Final = frozenset(words("header", "noise.values"))
_TAKEN_FROM: Final = re.compile(
    r"^\W{0,2}(?:摘自|转自|转载自|来源于|原载于?|选自)\s*:?\s*[《〈]?([^《》〈〉\s,。]{2,24})[》〉]?"
)
_WITH_WRITER: Final = re.compile(r"^(\S+(?:报|网|社|台))\s+[\u3400-\u9fff]{2,3}$")
_OUTLET: Final = re.compile(r"^[^\d\s,。;:|]{2,16}$")
_NO_OUTLET: Final = re.compile(r"国务院$|.{0,8}(?:人民政府|党中央|人大常委会|政协)$")
"""A body that acts rather than reports: beside a date it says whose act the text is."""
_TRAILING_DAY: Final = re.compile(r"^\(?\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*\)?$")
_LEAD: Final = 400
"""How far into the body the day of the event is looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of an article by their part, and the labelled values of its header."""

    head: Headline
    header: tuple[Span, ...]
    labelled: tuple[Labelled, ...]
    body: Span | None
    below: Span | None


def read_header(page: Page, reading: Reading) -> Reading:
    """Title, time, source and parts; fields which the article has of its own win."""
    article = page.article
    if not page.lines:
        return own_fields(article, reading)
    layout = lay_out(page)
    published, source = _published(page, layout), _source(page, layout)
    spans = [span for span in (layout.head.above, layout.below) if span and span.end > span.start]
    parts = Parts(
        title=layout.head.title,
        header=_header_span(layout),
        body=(layout.body,) if layout.body else (),
        boilerplate=tuple(spans),
    )
    title = re.sub(r"\s*\n\s*", " ", layout.head.title.of(page.text)) if layout.head.title else None
    return own_fields(article, replace(reading, title=title, published=published, source=source, parts=parts))


def _header_span(layout: Layout) -> Span | None:
    """The header lines below the title, or those above it where none are below."""
    title = layout.head.title
    below = [line for line in layout.header if title is None or line.start >= title.end] or list(layout.header)
    return Span(below[0].start, below[-1].end) if below else None


def own_fields(article: Article, reading: Reading) -> Reading:
    """The reading with what the input record said of itself in place of what its text says."""
    return replace(
        reading,
        title=article.title or reading.title,
        published=article.published or reading.published,
        source=article.source or reading.source,
    )


def lay_out(page: Page) -> Layout:
    """Cut an article into title, header, body and what stands below."""
    head = headline(page)
    plain, lines = page.plain, page.lines
    at, labelled, header = head.next_line, [], []
    if head.glued_header:
        header.append(head.glued_header)
        labelled += pairs(plain, head.glued_header)
    while head.start_of_body is None and at < len(lines) and _belongs_to_header(page, head, lines, at):
        row = lines[at]
        if label_alone(plain, row) and _is_value(plain, lines, at + 1):
            at += 1
            row = Span(row.start, lines[at].end)
        header.append(row)
        labelled += pairs(plain, row)
        at += 1
    labelled += [each for line in head.before for each in pairs(plain, line)]
    start = head.start_of_body if head.start_of_body is not None else (lines[at].start if at < len(lines) else None)
    if start is None:
        return Layout(head, (*head.before, *header), tuple(labelled), None, None)
    end_line = boilerplate.below(plain, lines, min(at, len(lines) - 1))
    last = lines[end_line - 1]
    end = max(start, boilerplate.tail_label(plain, last))
    below = Span(end, lines[-1].end) if end < lines[-1].end else None
    body = trimmed(plain, Span(start, end))
    signed = [line for line in lines[max(at, end_line - 6) : end_line] if is_header_line(plain, line)]
    labelled += [each for line in signed for each in pairs(plain, line)]
    return Layout(head, (*head.before, *header), tuple(labelled), body, trimmed(plain, below) if below else None)


def _is_value(plain: str, lines: tuple[Span, ...], at: int) -> bool:
    """Whether a line can be the value of the label that stands alone above it."""
    if at + 1 >= len(lines):
        return False
    words_of = lines[at].of(plain)
    value = len(words_of) <= 24 and not pairs(plain, lines[at]) and words_of[-1] not in "。!?;"
    return value and (first_date(words_of) is not None or is_header_line(plain, lines[at + 1]))


def _belongs_to_header(page: Page, head: Headline, lines: tuple[Span, ...], at: int) -> bool:
    line = lines[at]
    words_of = line.of(page.plain)
    if words_of.startswith(boilerplate.FORMER_TITLE):
        return at + 1 < len(lines) and _belongs_to_header(page, head, lines, at + 1)
    if is_header_line(page.plain, line) or (boilerplate.is_after(page.plain, line) and at - head.next_line < 6):
        return True
    if boilerplate.is_site(page.plain, line) or boilerplate.is_link(page.plain, line):
        return at - head.next_line < 6
    again = head.title is not None and words_of == head.title.of(page.plain)
    return again or (words_of.endswith((".png", ".jpg", ".jpeg", ".gif")) and len(words_of) < 40)


def _published(page: Page, layout: Layout) -> str | None:
    """The day of the header; else of the line that names a paper; else of the event; else of the last line."""
    plain = page.plain
    for each in layout.labelled:
        if each.kind == "date" and (found := first_date(plain, each.value.start, each.value.end)):
            return found[0]
    for line in layout.header:
        if found := first_date(plain, line.start, line.end):
            return found[0]
    if layout.body is None:
        return None
    tail = [line for line in page.lines if layout.body.holds(line)][-4:]
    for line in tail:
        if _TAKEN_FROM.search(line.of(plain)) and (found := first_date(plain, line.start, line.end)):
            return found[0]
    return _event_day(page, layout.body) or _last_line_day(plain, tail)


def _event_day(page: Page, body: Span) -> str | None:
    """The full date that opens a clause of the first paragraph, as the day of what is reported."""
    paragraph = page.plain.find("\n", body.start, min(body.end, body.start + _LEAD))
    for sentence in page.sentences(Span(body.start, paragraph if paragraph > 0 else min(body.end, body.start + _LEAD))):
        found = first_date(page.plain, sentence.start, sentence.end)
        if found:
            before, after = page.plain[sentence.start : found[1]], page.plain[found[2] : found[2] + 6]
            opens = not before or before[-1] in ",、:) ” " or before.endswith(("日前", "于", "在", "电", "讯"))
            return (
                found[0]
                if opens and not re.match(r"\s*(?:[-—~至到]|以来|起|之前|前|后|发布|印发|出生)", after)
                else None
            )
    return None


def _last_line_day(plain: str, tail: list[Span]) -> str | None:
    """A date that stands alone at the end, as under a letter or a notice."""
    for line in tail[-2:]:
        if _TRAILING_DAY.match(line.of(plain)) and (found := first_date(plain, line.start, line.end)):
            return found[0]
    return None


def _source(page: Page, layout: Layout) -> str | None:
    """The outlet: a labelled value; else ``摘自《…》``; else the lone words beside the date of the header."""
    for each in layout.labelled:
        value = _WITH_WRITER.sub(r"\1", _bare(each.value.of(page.text)))
        if each.kind == "source" and value and value not in _NOBODY:
            return value
    tail = [line for line in page.lines if layout.body and layout.body.holds(line)][-4:]
    for line in tail:
        match = _TAKEN_FROM.match(line.of(page.plain))
        if match and len(line.of(page.plain)) < 80:
            return page.text[line.start + match.start(1) : line.start + match.end(1)]
    title = layout.head.title
    sites = [
        line
        for line in layout.header
        if title
        and line.start >= title.end
        and boilerplate.is_site(page.plain, line)
        and not DIGEST.search(line.of(page.plain))
    ]
    return _beside_the_date(page, layout) or (sites[-1].of(page.text) if sites else None)


def _bare(value: str) -> str:
    """Without the marks around it; a bracket whose other half is no part of the value is one."""
    value = value.strip('《》〈〉"“” ·|')
    return value if re.search(r"[(（]", value) else value.rstrip("）)")


def _beside_the_date(page: Page, layout: Layout) -> str | None:
    for line in layout.header:
        found = first_date(page.plain, line.start, line.end)
        if not found or pairs(page.plain, line):
            continue
        for piece in (Span(line.start, found[1]), Span(found[2], line.end)):
            rest = re.sub(r"^[\s()|\[\]]+|[\s()|\[\]]+$", "", piece.of(page.text))
            is_outlet = _OUTLET.match(rest) and not _NO_OUTLET.match(rest)
            if (
                is_outlet
                and not rest.startswith(("作者", "来源", "发布"))
                and not is_header_line(page.plain, trimmed(page.plain, piece))
            ):
                return rest
    return None
