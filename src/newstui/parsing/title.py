"""The headline: where it stands, what stands above it, and where the report begins when they share a line."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.model.late import late
from newstui.parsing import boilerplate, dateline
from newstui.parsing.hanzi import LETTER
from newstui.parsing.labels import is_byline, is_header_line
from newstui.parsing.lead import lead_title
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, trimmed
from newstui.parsing.title_glued import glued
from newstui.parsing.title_labelled import behind_label
from newstui.parsing.title_lines import (
    CHANNEL,
    DIGEST,
    SIGNED,
    Headline,
    bare,
    is_aside,
    is_caption,
    is_first_half,
    is_headline,
    is_subtitle,
    last_of_title,
    may_be_title,
    opens_report,
)

_HEAD_LINES: Final = 7
_SECTION: Final = 2
"""So short a word for short news is the name of a page: ``要闻``."""
_FORMER: Final = "原标题:"
_LATIN: Final = late(r"[A-Za-z\s]+")
"""What a channel says of itself in English."""
_DOES: Final = (
    "(?:调研|考察|检查|督导|督查)(?![办室局处委组])|视察|走访|慰问|看望|参观|访问|走进|来到|到访|来访|做客|莅临|会见|牵手|携手|联姻|签约|落户|入选|获批|成立"
    "|揭牌|加盟|考入|考上|执教|入驻|对接|对话|亮相|捐赠|捐助|拜访|感谢|回访|重返"
)
"""What somebody does to a body or with one, which makes a headline of its name."""
_BODY: Final = late(
    rf"(?!{LETTER}{{1,12}}?(?:{_DOES}))"
    rf"{LETTER}{{2,14}}(?:{either(words('organs', 'kinds'))}|人民政府|政府网|委员会|办公室|[局厅]|党委)"
)
"""The name of a body alone, as on the head of its site."""
_STEP: Final = late(r"(?:[>/»]|\s{2})\s*(?=\S)((?:(?!\s{2})[^>/»\n]){9,60})$")
"""The last step of a path, too long for the name of a section."""


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
        or SIGNED.fullmatch(plain, *lines[first])
    ):
        before += [] if issue else [lines[first]]
        first += 1
    if first >= len(lines):
        return Headline(None, len(lines), above)
    if page.article.title:
        return _given(page, first, above, tuple(before))
    if labelled := behind_label(page, first):
        title, at, below = labelled
        return Headline(title, below, above, (*before, *page.lines[first:at]))
    found = glued(page, first, above, tuple(before)) or _own_lines(page, first, above, tuple(before))
    if found.start_of_body is not None and above and (step := _last_step(plain, above)):
        return replace(found, title=step, above=trimmed(plain, Span(above.start, step.start)))
    return found


def _last_step(plain: str, above: Span) -> Span | None:
    """The headline as the last step of the path above a report that has no other: ``首页 > 要闻 > 市委召开…会议``."""
    step = _STEP.search(plain, above.start, above.end)
    title = Span(*step.span(1)) if step else None
    return title if title and may_be_title(plain, title) and is_headline(plain, title) else None


def _signs_below(plain: str, lines: tuple[Span, ...], at: int) -> bool:
    """Whether a line names the reporters of a headline that stands below it."""
    if at + 2 >= len(lines) or not is_byline(lines[at].of(plain)) or is_caption(lines[at].of(plain)):
        return False
    return may_be_title(plain, lines[at + 1]) and is_headline(plain, lines[at + 1])


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
    while end < min(first + _HEAD_LINES, len(lines)) and (
        may_be_title(plain, lines[end]) or (end == first and is_first_half(plain, lines[end : end + 2]))
    ):
        if opens_report(plain, lines[end : end + 2]):
            break
        end += 1
    has_header = end < len(lines) and is_header_line(plain, lines[end])
    captions = not has_header and all(is_caption(lines[at].of(plain)) for at in range(first, end))
    if captions or (end == len(lines) and len(lines) == first + 1):
        return Headline(_lead(page, first), first, above, before, start_of_body=lines[first].start)
    if below := _below_the_site(plain, lines, first, end):
        return _own_lines(page, below, above, (*before, *lines[first:below]))
    if end < len(lines) and _is_all_furniture(plain, lines[first:end]):
        while end < len(lines) - 1 and is_header_line(plain, lines[end]):
            end += 1
        aside = (*before, *lines[first:end])
        untitled = Headline(_lead(page, end), end, above, aside, start_of_body=lines[end].start)
        return glued(page, end, above, aside) or untitled
    at = _chosen(plain, lines, first, end, has_header)
    last = last_of_title(plain, lines, at, end)
    aside = (*lines[first:at], *(lines[last + 1 : end] if has_header else ()))
    title = bare(plain, Span(lines[at].start, lines[last].end))
    return Headline(title, end if has_header else last + 1, above, (*before, *aside))


def _is_all_furniture(plain: str, lines: tuple[Span, ...]) -> bool:
    """Whether lines above a report are all the site's: buttons, bodies alone, or several names of outlets."""
    if all(boilerplate.is_clutter(plain, line) or _BODY.fullmatch(plain, *line) for line in lines):
        return True
    return len(lines) > 1 and all(map(boilerplate.names_site, " ".join(line.of(plain) for line in lines).split()))


def _lead(page: Page, first: int) -> Span | None:
    """The headline it had elsewhere, else the event of the first paragraph that is no byline, caption or dateline."""
    if former := _former(page):
        return former
    lines = page.lines[first : first + _HEAD_LINES]
    paragraphs = (line for line in lines if not is_aside(page.plain, line) and not _is_dateline(page.plain, line))
    return lead_title(page, next(paragraphs, page.lines[first]))


def _former(page: Page) -> Span | None:
    """The headline that a report had where it was taken from, as its foot quotes it: ``(原标题:…)``."""
    at = page.plain.rfind(_FORMER)
    line = next((line for line in page.lines if line.start <= at < line.end), None) if at >= 0 else None
    title = Span(at + len(_FORMER), line.end - page.plain.endswith(")", *line)) if line else None
    return title if title and may_be_title(page.plain, title) and is_headline(page.plain, title) else None


def _is_dateline(plain: str, line: Span) -> bool:
    """Whether a line is a dateline and nothing else."""
    opening = dateline.find(plain, line.start, line.end)
    return opening is not None and opening.dateline.span.end == line.end


def _below_the_site(plain: str, lines: tuple[Span, ...], first: int, end: int) -> int | None:
    """The number of a title below header lines that have nothing but names of the site above: a channel, a logo."""
    if any(is_headline(plain, line) for line in lines[first:end]):
        return None
    at = end
    while at < len(lines) - 1 and at < first + _HEAD_LINES and _is_above(plain, lines[at]):
        at += 1
    stands = at > end and at < len(lines) - 1 and may_be_title(plain, lines[at]) and is_headline(plain, lines[at])
    long = stands and (lines[at + 1].end - lines[at + 1].start > 10 or is_header_line(plain, lines[at + 1]))
    return at if long else None


def _is_above(plain: str, line: Span) -> bool:
    return is_header_line(plain, line) or boilerplate.is_clutter(plain, line)


def _chosen(plain: str, lines: tuple[Span, ...], first: int, end: int, has_header: bool) -> int:
    """The number of the line that is the headline; a page title that repeats it with the site's name is none."""
    rows = [(at, lines[at].of(plain)) for at in range(first, end) if not boilerplate.is_furniture(plain, lines[at])]
    rows = [(at, row) for at, row in rows if not any(_repeats(plain, lines, row, place) for place, _ in rows)]
    if not rows:
        every = [(at, _close(lines[at].of(plain))) for at in range(first, end)]
        rows = [(at, row) for at, row in every if DIGEST.search(row) and len(row) <= 12]
    named = [at for at, row in rows if len(row) > _SECTION and DIGEST.search(_close(row))]
    digests = set() if has_header else set(named)
    long = [at for at, row in rows if len(_LATIN.sub("", row)) > CHANNEL or at in digests]
    bodies = [at for at, row in rows if _BODY.fullmatch(row)]
    at = next(iter([at for at in long if at not in bodies] or long or [at for at, _ in rows]), first)
    is_second = at - 1 in dict(rows) and is_subtitle(plain, lines[at])
    return at - 1 if is_second else at


def _repeats(plain: str, lines: tuple[Span, ...], row: str, at: int) -> bool:
    """Whether a row has all of another line, and that line is no half of a headline which the row has whole."""
    other = lines[at].of(plain)
    if len(other) <= CHANNEL or other not in row or other == row:
        return False
    pairs_of = (lines[near : near + 2] for near in (at - 1, at) if near >= 0)
    return all(_close("".join(line.of(plain) for line in two)) != _close(row) for two in pairs_of)


def _close(row: str) -> str:
    """A row without white space."""
    return "".join(row.split())
