"""The headline: where it stands, what stands above it, and where the report begins when they share a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.parsing import boilerplate, dateline
from newstui.parsing.dates import ANY_DATE
from newstui.parsing.labels import is_byline, is_header_line, pairs
from newstui.parsing.lead import lead_title
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, trimmed

_LONGEST: Final = 110
_HEAD_LINES: Final = 7
_CHANNEL: Final = 6
"""Up to so many letters a line above the title may be the name of a channel."""
_SECTION: Final = 2
"""So short a word for short news is the name of a page: ``要闻``."""
_LATIN: Final = re.compile(r"[A-Za-z\s]+")
"""What a channel says of itself in English."""
_DECK: Final = 40
"""So long may a further line of a headline be."""
_UNFINISHED: Final = ("强调", "指出", "要求", "提出")
"""A line that ends so only announces the next."""
_ASIDE: Final = re.compile(
    r"^(?:图|[(（【■●◆▲★]|[一二三四五六七八九十\d]+[、.])|(?:现场|合影|[)）】:])$|摄$|^.{0,6}记者|评论员|供图"
)
"""What opens or ends a caption, a head within the report, a byline."""
_CAPTION: Final = re.compile(
    r"[(【]?(?:图[一二三四五六七八九十\d]{0,2}|资料图片?|(?:会议|活动|签约|启动|颁奖|座谈会|仪式|培训|调研|慰问|学习|大会)?(?:现场|会场)(?:图片?)?|签约仪式|合影)[)】]?"
    r"|[\u3400-\u9fff]{2,3}(?:讲话|致辞|发言|主持会议|作报告)"
    r"|.{0,30}(?:长|书记|主任|主席|员|教授|院士|代表).{1,4}(?:主持)?(?:致辞|讲话|发言|作报告|[做作](?:重要|总结|动员)?讲话|主持会议(?:并\S{2,6})?)"
)
_SENTENCE_END: Final = re.compile(r"[。;,:]$|。")
_SUBTITLE: Final = re.compile(r"^(?:——|--|―|—)")
_BULLET: Final = re.compile(r"(?:[•●■◆▲★·\-*#|]+\s*)+|(?:文章|新闻)?题\s*目\s*:\s*|原(?:标\s*)?题\s*:\s*")
_NAMED: Final = re.compile(r"(?:文章|新闻)?(?:标\s*题|名\s*称)\s*:\s*(?=\S.{5})")
_INDEX: Final = 12
"""Among so many of the first lines a label says what the title is, as in the index of a document."""
_TWICE: Final = re.compile(r"(\S.{5,}?)\s*[-—_|:]\s*(?=\1)")
"""A title that stands twice in its line, the second time often with the site's name."""
_MORE: Final = re.compile(rf"(\S.{{5,}}?)\s+(?:{either(words('header', 'navigation.boards'))})")
"""A title and what a board puts behind it."""
_SITE_TAIL: Final = re.compile(r"\s*(?<![-—_|])[-—_|]\s*([^-—_|\n]{2,16})$")
_GLUED: Final = re.compile(r"(?:来源|稿源|发布时间|发布日期|时间|作者)\s*:")
_HEADED: Final = re.compile(
    rf"\s+[\[(【]?\s*(?:(?:{ANY_DATE})(?P<alone>\s*[\])】]?$)?|(?:来源|稿源|发布时间|发布日期|时间|日期|作者)\s*:)"
    r"|(?:来源|稿源|时间|日期|作者|编辑)\s*:\s*(?:来源|稿源|[发添更][布加新](?:时间|日期)|时间|日期|作者|编辑)\s*:",
    re.MULTILINE,
)
"""Where a header begins behind a title in its own line."""
_REPORT_BEHIND: Final = re.compile(r"(?<=[^,。;:])\s+(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚上?|中午)?,)")
"""Where a report begins behind a title in its own line."""
_STEP: Final = re.compile(r"[>/»]\s*(?=\S)([^>/»\n]{9,60})$")
"""The last step of a path, too long for the name of a section."""
_DATED: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:上午|下午|晚上?|中午)?,")
DIGEST: Final = re.compile(rf"(?:{either(words('header', 'digest.words'))})")
"""Words in the title of a text made of many short items."""


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
    while first < len(lines) - 1 and (
        (issue := boilerplate.is_issue(plain, lines[first]))
        or is_header_line(plain, lines[first])
        or _signs_below(plain, lines, first)
    ):
        before += [] if issue else [lines[first]]
        first += 1
    if first >= len(lines):
        return Headline(None, len(lines), above)
    if page.article.title:
        return _given(page, first, above, tuple(before))
    named = _labelled(page, first, above, tuple(before))
    found = named or _glued(page, first, above, tuple(before)) or _own_lines(page, first, above, tuple(before))
    step = _last_step(plain, above) if above and found.start_of_body is not None else None
    return replace(found, title=step, above=trimmed(plain, Span(above.start, step.start))) if above and step else found


def _last_step(plain: str, above: Span) -> Span | None:
    """The headline as the last step of the path above a report that has no other: ``首页 > 要闻 > 市委召开…会议``."""
    step = _STEP.search(plain, above.start, above.end)
    title = Span(*step.span(1)) if step else None
    return title if title and _may_be_title(plain, title) and _is_headline(plain, title) else None


def _signs_below(plain: str, lines: tuple[Span, ...], at: int) -> bool:
    """Whether a line names the reporters of a headline that stands below it."""
    if at + 2 >= len(lines) or not is_byline(lines[at].of(plain)) or is_caption(lines[at].of(plain)):
        return False
    return _may_be_title(plain, lines[at + 1]) and _is_headline(plain, lines[at + 1])


def _labelled(page: Page, first: int, above: Span | None, before: tuple[Span, ...]) -> Headline | None:
    """A title behind its label: ``标题:…``, or ``名 称:…`` among the rows of a document's index."""
    for at in range(first, min(first + _INDEX, len(page.lines) - 1)):
        line = page.lines[at]
        if boilerplate.is_report(page.plain, line):
            return None
        if label := _NAMED.match(page.plain, line.start, line.end):
            title = Span(label.end(), line.end)
            return Headline(title, at + 1, above, (*before, *page.lines[first:at]))
    return None


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
    captions = not has_header and all(is_caption(lines[at].of(plain)) for at in range(first, end))
    if captions or (end == len(lines) and len(lines) == first + 1):
        return Headline(_lead(page, first), first, above, before, start_of_body=lines[first].start)
    if below := _below_the_site(plain, lines, first, end):
        return _own_lines(page, below, above, (*before, *lines[first:below]))
    if end < len(lines) and all(boilerplate.is_clutter(plain, line) for line in lines[first:end]):
        while end < len(lines) - 1 and is_header_line(plain, lines[end]):
            end += 1
        aside = (*before, *lines[first:end])
        untitled = Headline(_lead(page, end), end, above, aside, start_of_body=lines[end].start)
        return _glued(page, end, above, aside) or untitled
    at = _chosen(plain, lines, first, end, has_header)
    last = _last_of_title(plain, lines, at, end)
    aside = (*lines[first:at], *(lines[last + 1 : end] if has_header else ()))
    title = _bare(plain, Span(lines[at].start, lines[last].end))
    return Headline(title, end if has_header else last + 1, above, (*before, *aside))


def _lead(page: Page, first: int) -> Span | None:
    """The event of the first paragraph, which is no byline and no caption."""
    paragraphs = (line for line in page.lines[first : first + _HEAD_LINES] if not _is_aside(page.plain, line))
    return lead_title(page, next(paragraphs, page.lines[first]))


def _is_aside(plain: str, line: Span) -> bool:
    words_of = line.of(plain)
    return is_byline(words_of) or is_caption(words_of) or words_of.endswith(":")


def is_caption(words_of: str) -> bool:
    """Whether a line only says what a picture shows: ``会议现场``, ``市长某某致辞``."""
    return bool(_CAPTION.fullmatch(words_of))


def _last_of_title(plain: str, lines: tuple[Span, ...], at: int, end: int) -> int:
    """The number of the last line of a title that begins in a line: its subtitle, the further lines of its deck."""
    last, row = at, lines[at].of(plain)
    decked = row.endswith(_UNFINISHED) or (end - at > 2 and all(_is_deck(plain, line) for line in lines[at + 1 : end]))
    while last + 1 < end and (
        _goes_on(plain, lines[at].start, lines[last], lines[last + 1])
        or (decked and row not in lines[last + 1].of(plain) and _is_deck(plain, lines[last + 1]))
    ):
        last += 1
    return last


def _below_the_site(plain: str, lines: tuple[Span, ...], first: int, end: int) -> int | None:
    """The number of a title below header lines that have nothing but names of the site above: a channel, a logo."""
    if any(_is_headline(plain, line) for line in lines[first:end]):
        return None
    at = end
    while at < len(lines) - 1 and at < first + _HEAD_LINES and _is_above(plain, lines[at]):
        at += 1
    stands = at > end and at < len(lines) - 1 and _may_be_title(plain, lines[at]) and _is_headline(plain, lines[at])
    long = stands and (lines[at + 1].end - lines[at + 1].start > 10 or is_header_line(plain, lines[at + 1]))
    return at if long else None


def _is_above(plain: str, line: Span) -> bool:
    return is_header_line(plain, line) or boilerplate.is_clutter(plain, line)


def _is_headline(plain: str, line: Span) -> bool:
    """Whether a line is long enough for a headline of its own, or says that short news follow, and is no furniture."""
    row = line.of(plain)
    return (len(row) > _CHANNEL or bool(DIGEST.search(row))) and not boilerplate.is_furniture(plain, line)


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
    digests = {at for at, row in rows if not has_header and DIGEST.search(row) and len(row) > _SECTION}
    long = [at for at, row in rows if len(_LATIN.sub("", row)) > _CHANNEL or at in digests]
    return next(iter(long or [at for at, _ in rows]), first)


def _goes_on(plain: str, start: int, line: Span, after: Span) -> bool:
    """Whether a title runs on in the next line: a subtitle, an open bracket, a mark that closes nothing."""
    row = plain[start : line.end]
    is_open = row.count("“") != row.count("”") or row.count("《") != row.count("》") or row.endswith(("、", ":", ","))
    return is_open or bool(_SUBTITLE.match(after.of(plain)))


def _is_deck(plain: str, line: Span) -> bool:
    """Whether a line below the headline is a further line of it rather than a caption, a head or the site's."""
    row = line.of(plain)
    fits = 7 <= len(row) <= _DECK and not boilerplate.is_former_title(row)
    return fits and not _ASIDE.search(row) and not boilerplate.is_furniture(plain, line)


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


def _bare(plain: str, span: Span) -> Span:
    """Without the bullet or the label before a title, and the name of the site behind it."""
    match = _BULLET.match(plain, span.start, span.end)
    start = match.end() if match and match.end() < span.end else span.start
    last = _bare_end(plain, start, span.end)
    tail = _SITE_TAIL.search(plain, start, last)
    end = tail.start() if tail and tail.start() > start + 6 and boilerplate.names_site(tail[1]) else last
    return Span(start, end)


def _bare_end(plain: str, start: int, end: int) -> int:
    """Where a title ends that a bar closes or that stands twice."""
    twice = _TWICE.match(plain, start, end) or _MORE.match(plain, start, end)
    return twice.end(1) if twice else start + len(plain[start:end].rstrip("| "))


def _glued(page: Page, first: int, above: Span | None, before: tuple[Span, ...]) -> Headline | None:
    """A title that shares its line with header and report, before them or right behind the dateline."""
    plain, line = page.plain, page.lines[first]
    opening = dateline.find(plain, line.start, line.end)
    if opening:
        rest = trimmed(plain, Span(opening.dateline.span.end, line.end))
        if 4 <= len(rest.of(plain)) <= 60 and looks_like_title(plain, rest) and first + 1 < len(page.lines):
            return Headline(rest, first + 1, above, (*before, Span(line.start, rest.start)))
        return None
    if len(line.of(plain)) > 60 and _GLUED.match(plain, line.start, line.end):
        header = _glued_header(plain, line.start, line.end)
        body = trimmed(plain, Span(header.end, line.end))
        return Headline(lead_title(page, body), first + 1, above, before, header, body.start)
    label = _GLUED.search(plain, line.start + 4, min(line.end, line.start + _LONGEST))
    if label and len(line.of(plain)) > 60:
        title, header = trimmed(plain, Span(line.start, label.start())), _glued_header(plain, label.start(), line.end)
        if looks_like_title(plain, title):
            return Headline(title, first + 1, above, before, header, header.end)
    behind = _HEADED.search(plain, line.start + 6, min(line.end, line.start + 2 * _LONGEST))
    rest = trimmed(plain, Span(behind.start(), line.end)) if behind else line
    if behind and (behind["alone"] is not None or pairs(plain, rest)) and is_header_line(plain, rest):
        title = _bare(plain, Span(line.start, behind.start()))
        if looks_like_title(plain, title):
            return Headline(title, first + 1, above, before, rest)
    inside = dateline.find_inside(plain, line.start, line.end)
    dated = _REPORT_BEHIND.search(plain, line.start + _CHANNEL, min(line.end, line.start + _LONGEST))
    begin = inside.start if inside else dated.end() if dated and "。" in plain[dated.end() : line.end] else None
    if begin and looks_like_title(plain, Span(line.start, begin)):
        title = trimmed(plain, Span(line.start, begin))
        is_title = not boilerplate.is_clutter(plain, title)
        return Headline(title if is_title else None, first + 1, above, before, None, begin)
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
