"""The headline: where it stands, what stands above it, and where the report begins when they share a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.model.reading import Reading
from newstui.parsing import boilerplate, dateline
from newstui.parsing.labels import is_byline, is_header_line, pairs
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, trimmed

_LONGEST: Final = 110
_HEAD_LINES: Final = 7
_SENTENCE_END: Final = re.compile(r"[。;,:]$|。")
_SUBTITLE: Final = re.compile(r"^(?:——|--|―|—)")
_BULLET: Final = re.compile(r"^(?:[•●■◆▲★·\-*#]+\s*)+")
_GLUED: Final = re.compile(r"(?:来源|稿源|发布时间|发布日期|时间|作者)\s*:")
_LEAD_TIME: Final = re.compile(
    r"^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日?(?:[-—至~、和](?:\d{1,2}月)?\d{1,2}日?)?(?:上午|下午|晚上?|中午|清晨|凌晨)?|[近今昨]日|日前|连日来|\d{1,2}日(?:上午|下午|晚)?)[,\s]?"
)
_HERE: Final = re.compile(r"在[我本][校市县区省院镇乡](?:隆重|成功|顺利|如期|正式)?(?:召开|举行|举办)$")
_BYLINE: Final = re.compile(r"[\s:)】]*(?:\([^()\n]{1,30}\))?\s*")
"""Between a dateline and the report."""
_DATED: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:上午|下午|晚上?|中午)?,")
_LEAD: Final = 2
"""In how many sentences from the first what happened is looked for."""
DIGEST: Final = re.compile(rf"(?:{either(words('header', 'digest.words'))})")
"""Words in the title of a text made of many short items."""
_ROOM: Final = re.compile(
    r"[在于][^,。]{2,20}(?:室|厅|楼|堂|馆|场|宫)[一二三四五六七八九十\d]{0,4}(?:隆重|组织)?(?:召开|举行|举办)了?"
)
_EVENT: Final = re.compile(
    r"(?:召开|举行|举办|开展|组织|调研|考察|督导|检查|视察|走访|慰问|会见|签约|启动|开幕|闭幕|开班|揭牌|奠基)(?![室组员处科局办])"
)


@dataclass(frozen=True, slots=True)
class Headline:
    """``next_line`` is the number of the first line below; ``before`` are header lines above the title.

    ``start_of_body`` is given where the report begins in the title's own line, or where no title stands.
    """

    title: Span | None
    next_line: int
    above: Span | None = None
    before: tuple[Span, ...] = ()
    glued_header: Span | None = None
    start_of_body: int | None = None


def headline(page: Page) -> Headline:
    """Find the headline among the first lines; a text that opens with its report is titled by the event it reports."""
    lines, plain = page.lines, page.plain
    first = boilerplate.above(plain, lines)
    above = Span(lines[0].start, lines[first - 1].end) if first else None
    before = []
    while first < len(lines) - 1 and is_header_line(plain, lines[first]):
        before.append(lines[first])
        first += 1
    if first >= len(lines):
        return Headline(None, len(lines), above)
    if page.article.title:
        return _given(page, first, above, tuple(before))
    return _glued(page, first, above, tuple(before)) or _own_lines(page, first, above, tuple(before))


def _given(page: Page, first: int, above: Span | None, before: tuple[Span, ...]) -> Headline:
    """A record with a title of its own: a line that repeats it is the headline, else the text is all report."""
    wanted = fold(page.article.title or "")
    for at in range(first, min(first + 4, len(page.lines))):
        if fold(page.lines[at].of(page.text)) == wanted:
            return Headline(page.lines[at], at + 1, above, (*before, *page.lines[first:at]))
    return Headline(None, first, above, before)


def _own_lines(page: Page, first: int, above: Span | None, before: tuple[Span, ...]) -> Headline:
    """A title on lines of its own: the first line above header or report that is no furniture, with its subtitle."""
    lines, plain = page.lines, page.plain
    end = first
    while end < min(first + _HEAD_LINES, len(lines)) and _may_be_title(plain, lines[end]):
        end += 1
    has_header = end < len(lines) and is_header_line(plain, lines[end])
    if end == first or (end == len(lines) and len(lines) == first + 1):
        return Headline(lead_title(page, lines[first]), first, above, before, start_of_body=lines[first].start)
    at = _chosen(plain, lines, first, end, has_header)
    last = at
    while last + 1 < end and _goes_on(plain, lines[at].start, lines[last], lines[last + 1]):
        last += 1
    aside = (*lines[first:at], *(lines[last + 1 : end] if has_header else ()))
    title = _without_bullet(plain, Span(lines[at].start, lines[last].end))
    return Headline(title, end if has_header else last + 1, above, (*before, *aside))


def _may_be_title(plain: str, line: Span) -> bool:
    return looks_like_title(plain, line) and not is_header_line(plain, line) and not is_byline(line.of(plain))


def _chosen(plain: str, lines: tuple[Span, ...], first: int, end: int, has_header: bool) -> int:
    """The number of the line that is the headline; a page title that repeats it with the site's name is none."""
    rows = [(at, lines[at].of(plain)) for at in range(first, end) if not boilerplate.is_furniture(plain, lines[at])]
    rows = [
        (at, row) for at, row in rows if not any(other in row and other != row and len(other) > 6 for _, other in rows)
    ]
    if not rows:
        rows = [(at, row) for at in range(first, end) if DIGEST.search(row := lines[at].of(plain)) and len(row) <= 12]
    long = [at for at, row in rows if len(row) > 6 or (not has_header and DIGEST.search(row))]
    return next(iter(long or [at for at, _ in rows]), first)


def _goes_on(plain: str, start: int, line: Span, after: Span) -> bool:
    """Whether a title runs on in the next line: a subtitle, an open bracket, a mark that closes nothing."""
    row = plain[start : line.end]
    is_open = row.count("“") != row.count("”") or row.count("《") != row.count("》") or row.endswith(("、", ":", ","))
    return is_open or bool(_SUBTITLE.match(after.of(plain)))


def looks_like_title(plain: str, line: Span) -> bool:
    """Short, and not a sentence."""
    row = line.of(plain)
    dated = _DATED.match(row)
    return (
        len(row) <= _LONGEST
        and not dated
        and not _SENTENCE_END.search(row)
        and not dateline.find(plain, line.start, line.end)
    )


def _without_bullet(plain: str, span: Span) -> Span:
    match = _BULLET.match(span.of(plain))
    return Span(span.start + match.end(), span.end) if match and match.end() < span.end - span.start else span


def _glued(page: Page, first: int, above: Span | None, before: tuple[Span, ...]) -> Headline | None:
    """A title that shares its line with header and report, before them or right behind the dateline."""
    plain, line = page.plain, page.lines[first]
    opening = dateline.find(plain, line.start, line.end)
    if opening:
        rest = trimmed(plain, Span(opening.dateline.span.end, line.end))
        if 4 <= len(rest.of(plain)) <= 60 and looks_like_title(plain, rest) and first + 1 < len(page.lines):
            return Headline(rest, first + 1, above, (*before, Span(line.start, rest.start)))
        return None
    label = _GLUED.search(plain, line.start + 4, min(line.end, line.start + _LONGEST))
    if label and len(line.of(plain)) > 60:
        title, header = trimmed(plain, Span(line.start, label.start())), _glued_header(plain, label.start(), line.end)
        if looks_like_title(plain, title):
            return Headline(title, first + 1, above, before, header, header.end)
    inside = dateline.find_inside(plain, line.start, line.end)
    if inside and looks_like_title(plain, Span(line.start, inside.start)):
        return Headline(trimmed(plain, Span(line.start, inside.start)), first + 1, above, before, None, inside.start)
    return None


def _glued_header(plain: str, start: int, end: int) -> Span:
    """The labels from ``start`` on; a date closes them, since words may follow without a gap."""
    stop = start
    for each in pairs(plain, Span(start, min(end, start + _LONGEST))):
        if each.value.start - stop > 12 and stop > start:
            break
        date = re.compile(r"(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?").match(
            plain, each.value.start, end
        )
        stop = date.end() if date else min(each.value.end, each.value.start + 16)
    return Span(start, stop)


def lead_title(page: Page, line: Span) -> Span | None:
    """The clause of the first sentence that says what happened, for a text that stands without a headline."""
    return next(filter(None, (_lead_clause(page, sentence) for sentence in page.sentences(line)[:_LEAD])), None)


def _lead_clause(page: Page, sentence: Span) -> Span | None:
    plain = page.plain
    opening = dateline.find(plain, sentence.start, sentence.end)
    begin = _BYLINE.match(plain, opening.dateline.span.end if opening else sentence.start)
    first = begin.end() if begin else sentence.start
    for clause in re.compile(r"[^,。;]+").finditer(plain, first, min(sentence.end, first + 300)):
        time = _LEAD_TIME.match(clause.group())
        start = clause.start() + (time.end() if time else 0)
        if start < clause.end() and _EVENT.search(plain, start, clause.end()):
            return _event_words(plain, Span(start, clause.end()))
    return None


def _event_words(plain: str, clause: Span) -> Span:
    """Without where it was held; a headline names no room, so behind one only the event itself is left."""
    room = _ROOM.search(plain, clause.start, clause.end)
    if room and room.end() < clause.end:
        return trimmed(plain, Span(room.end(), clause.end))
    ours = _HERE.search(plain, clause.start, clause.end)
    return trimmed(plain, Span(clause.start, ours.start()) if ours and ours.start() > clause.start + 6 else clause)


def settle_title(page: Page, reading: Reading) -> Reading:
    """A title taken from the lead begins with the name of the one who acts, the posts before it left out."""
    title = reading.parts.title
    if title is None or page.article.title or not any(body.holds(title) for body in reading.parts.body):
        return reading
    for person in reading.people:
        ends = {post.span.end for post in person.posts if title.start <= post.span.start}
        for mention in person.mentions:
            if title.start < mention.start < title.end and mention.start in ends:
                cut = Span(mention.start, title.end)
                return replace(reading, title=cut.of(page.text), parts=replace(reading.parts, title=cut))
    return reading
