"""The layout of an article: title, header lines, body, what stands around."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.record import record
from newstui.parsing import boilerplate
from newstui.parsing.dates import first_date
from newstui.parsing.labels import Labelled, is_header_line, label_alone, pairs
from newstui.parsing.text import Page, trimmed
from newstui.parsing.title import headline
from newstui.parsing.title_glued import header_before_report
from newstui.parsing.title_lines import Headline, is_aside

_SHORT: Final = 6
"""A line of so many letters may stand in a title by chance."""
_PICTURES: Final = 5
"""Among so many lines below the title header lines may stand below pictures."""
_LAST_LINES: Final = 6
"""Among so many lines at the end of a report header lines may stand."""
_BODY_LABEL: Final = re.compile(r"(?:正文|内容)\s*:\s*")


@record
class Layout:
    """The lines of an article by their part, and the labelled values of its header."""

    head: Headline
    header: tuple[Span, ...]
    labelled: tuple[Labelled, ...]
    body: Span | None
    below: Span | None


def lay_out(page: Page) -> Layout:
    """Cut an article into title, header, body and what stands below."""
    head = headline(page)
    plain, lines = page.plain, page.lines
    header, labelled, at = _header(page, head)
    labelled += [each for line in head.before for each in pairs(plain, line)]
    start = head.start_of_body
    if start is None and at < len(lines):
        opening = header_before_report(plain, lines[at])
        header += [opening] if opening else []
        labelled += pairs(plain, opening) if opening else []
        start = opening.end if opening else lines[at].start
    labelled += _below_pictures(plain, lines[at : at + _PICTURES])
    if start is None:
        return Layout(head, (*head.before, *header), tuple(labelled), None, None)
    first = at - 1 if at and start < lines[at - 1].end else at
    last = boilerplate.below(plain, lines, min(first, len(lines) - 1))
    body, below = _report(page, head, start, last)
    signed = [line for line in lines[max(at, last - _LAST_LINES) : last] if is_header_line(plain, line)]
    labelled += [each for line in signed for each in pairs(plain, line)]
    return Layout(head, (*head.before, *header), tuple(labelled), body, below)


def _header(page: Page, head: Headline) -> tuple[list[Span], list[Labelled], int]:
    """The header around a headline and the values it labels, with the number of the first line below it."""
    plain, lines = page.plain, page.lines
    at, header, labelled = head.next_line, [], []
    for row in (_labelled_path(page, head.above) if head.above else None, head.glued_header):
        header += [row] if row else []
        labelled += pairs(plain, row) if row else []
    while head.start_of_body is None and at < len(lines) and _belongs_to_header(page, head, lines, at):
        row = lines[at]
        if label_alone(plain, row) and _is_value(plain, lines, at + 1) and not _is_title(head, plain, lines[at + 1]):
            at += 1
            row = Span(row.start, lines[at].end)
        header.append(row)
        labelled += [] if boilerplate.is_after(plain, row) and not is_header_line(plain, row) else pairs(plain, row)
        at += 1
    return header, labelled, at


def _report(page: Page, head: Headline, start: int, last: int) -> tuple[Span, Span | None]:
    """The report and what stands below it, which is cut off in the ``last`` of its lines too."""
    plain, lines = page.plain, page.lines
    end = max(start, boilerplate.tail_label(plain, lines[last - 1]))
    named = _BODY_LABEL.match(plain, start, end)
    body = trimmed(plain, Span(named.end() if named else start, end))
    below = trimmed(plain, Span(end, lines[-1].end)) if end < lines[-1].end else None
    return _without_title(plain, head, body), below


def _without_title(plain: str, head: Headline, body: Span) -> Span:
    """The report without its headline, where that stands once more before it in the same line."""
    if head.title is None or head.title.end > body.start or not plain.startswith(head.title.of(plain), body.start):
        return body
    rest = body.start + head.title.end - head.title.start
    return trimmed(plain, Span(rest, body.end)) if plain[rest : rest + 1] == " " else body


def _labelled_path(page: Page, above: Span) -> Span | None:
    """The last line of the navigation, where outlet and day stand behind the path."""
    last = page.lines_in(above)[-1:]
    dated = (line for line in last if first_date(page.plain, *line) and pairs(page.plain, line))
    return next(dated, None)


def _below_pictures(plain: str, lines: tuple[Span, ...]) -> list[Labelled]:
    """Outlet and day in a line that stands below the captions of the first pictures, in the midst of the report."""
    for line in lines:
        is_header = is_header_line(plain, line)
        if is_header and (labelled := pairs(plain, line)) and (dated := first_date(plain, *line)):
            return [*labelled, Labelled("date", "", Span(*dated[1:]))]
        if not (plain.endswith(("摄", "摄)"), *line) or is_header or is_aside(plain, line)):
            break
    return []


def _is_value(plain: str, lines: tuple[Span, ...], at: int) -> bool:
    """Whether a line can be the value of the label that stands alone above it."""
    if at + 1 >= len(lines):
        return False
    words_of = lines[at].of(plain)
    value = len(words_of) <= 24 and not pairs(plain, lines[at]) and words_of[-1] not in "。!?;"
    after = lines[at + 1]
    return value and (first_date(words_of) is not None or after.end - after.start > 40 or is_header_line(plain, after))


def _is_title(head: Headline, plain: str, line: Span) -> bool:
    """Whether a line says the headline once more."""
    return head.title is not None and line.of(plain) == head.title.of(plain)


def _belongs_to_header(page: Page, head: Headline, lines: tuple[Span, ...], at: int) -> bool:
    """Whether a line, or the first below a title of another time, is a label, the site's, a picture or the headline."""
    below = (place for place in range(at, len(lines)) if not boilerplate.is_former_title(lines[place].of(page.plain)))
    at = next(below, -1)
    if at < 0:
        return False
    line = lines[at]
    words_of = line.of(page.plain)
    if is_header_line(page.plain, line) or (boilerplate.is_after(page.plain, line) and at - head.next_line < 6):
        return True
    if boilerplate.is_furniture(page.plain, line):
        return at - head.next_line < 6
    again = head.title is not None and (
        words_of == (title := head.title.of(page.plain)) or (len(words_of) > _SHORT and words_of in title)
    )
    return again or (words_of.endswith((".png", ".jpg", ".jpeg", ".gif")) and len(words_of) < 40)
