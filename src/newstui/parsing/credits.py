"""Those who made the article: author, reporters, editors, photographers; their lines are no part of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import find_folded
from newstui.model.late import late
from newstui.model.people import Credit
from newstui.model.reading import Reading
from newstui.parsing import dateline, labels, signatures, unlabelled
from newstui.parsing.credit_lines import OFFICE, SHORT_VALUE, is_labelled, labelled, whole_line
from newstui.parsing.dates import first_date
from newstui.parsing.hanzi import LETTER
from newstui.parsing.labels import is_byline, is_header_line, label_alone, places
from newstui.parsing.makers import WORKPLACE, is_likely, named
from newstui.parsing.text import Page, trimmed

_CLOSES: Final = late(r"[\W_]{0,2}(?:供稿|撰稿|撰文|来源|稿源|文字)[^:]{0,2}:")
"""Last lines that are the report's own: who sent it in, where it was taken from."""
_GAP: Final = re.compile(r"[\s、,;/|和&]+")
_SHORT_LINE: Final = 80
_CAPTION: Final = late(rf"[^()]*{LETTER}{{2}}[^()]*\([^()]*摄影?\)$")
"""Words on a picture, with who took it in brackets behind them."""
_WORD: Final = re.compile(r"\w")
_BEGINNING: Final = 30
"""So far into a body the report begins at the latest, behind a caption or a button."""
_FOOT: Final = 160
"""How near its end a body may have lines of its makers without a name."""
_SPACED_BYLINE: Final = late(
    rf"(?<=\s)(?:本[报网台刊])?(?:记者|通讯员|编辑|责编|责任编辑|作者)\s+(?={LETTER}{{1,4}}(?:\s|$))"
    rf"|(?<=\s)(?:记者|通讯员)(?!协会|站)(?={LETTER}{{2,3}}(?:\s|$))|(?<=\()(?:作者|记者|通讯员)(?={LETTER}{{2,3}}[\s。,;])"
)
_PARTS: Final = ("文/", "文|", "图/", "图|")
"""What opens a line with the day that says who made what: ``文/白露 图/何小云 时间:2026-01-15``."""
_PIECE: Final = late(rf"(?<![^\s|\d]){LETTER}{{2,3}}(?![^\s|(])(?!\s*:)")
"""What may be the name of an author beside the day and the outlet."""
_NAME_ALONE: Final = re.compile(
    rf"(?:[■□◎●◇(]|[—-]{{1,2}})?\s?(?:{WORKPLACE}\s+)?"
    rf"({LETTER}{{2,3}}(?:[ 、]{{1,3}}{LETTER}{{2,3}}){{0,3}}|{LETTER}\s{LETTER})\)?"
)
"""Names on a line of their own, perhaps behind their office."""
_ONE_NAME: Final = 3
_PAIR: Final = 2
"""Of more names in a row one may be a word: 米兰."""
_BOX: Final = late(r"[。!?”)]\s*[【\[]([^【】\[\]\n]{3,30})[】\]]$")
_LONGEST_BOX: Final = 40


def read_credits(page: Page, reading: Reading) -> Reading:
    """The credits of header, bylines, captions and last lines; whole lines of them leave the body."""
    found: dict[tuple[str, str], Credit] = {}
    gone: list[Span] = []
    for credit in _header_credits(page, reading):
        found.setdefault((credit.name, credit.credit), credit)
    for body in reading.parts.body:
        for line in _lines(page, body):
            credits, whole = _line_credits(page, line, body)
            for credit in credits:
                found.setdefault((credit.name, credit.credit), credit)
            if whole:
                gone.append(line)
    labelled_names = {credit.name for credit in found.values() if credit.label}
    found = {key: credit for key, credit in found.items() if credit.label or credit.name not in labelled_names}
    for credit in _own_authors(page, found):
        found[credit.name, credit.credit] = credit
    listed = tuple(sorted(found.values(), key=lambda credit: credit.span))
    last = _last_run(page.plain, gone)
    parts = reading.parts._replace(body=tuple(_without(page.plain, reading.parts.body, gone)), credits=last)
    return reading._replace(credits=listed, parts=parts)


def _last_run(plain: str, gone: list[Span]) -> Span | None:
    """The lines of credits that stand together nearest the end."""
    if not gone:
        return None
    start = gone[-1].start
    for line in reversed(gone[:-1]):
        if not plain[line.end : start].isspace():
            break
        start = line.start
    return Span(start, gone[-1].end)


def _own_authors(page: Page, found: dict[tuple[str, str], Credit]) -> list[Credit]:
    """The authors of the record's own field in place of those of the text; an empty span where the text names none."""
    names = [name for name in _GAP.split((page.article.author or "").strip()) if name]
    for key in [key for key in found if names and key[1] == "author"]:
        del found[key]
    places = [next(iter(find_folded(page.text, name)), (0, 0)) for name in names]
    return [Credit(name, "author", "", Span(*place)) for name, place in zip(names, places, strict=True)]


def _lines(page: Page, body: Span) -> Iterator[Span]:
    """The lines of the body; a label that stands alone is one with the short line below it."""
    waiting: Span | None = None
    for line in page.rows(body):
        short = line.end - line.start <= SHORT_VALUE
        if waiting and (short or is_header_line(page.plain, line)):
            yield Span(waiting.start, line.end)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = line if short and label_alone(page.plain, line) else None
        if not waiting:
            yield line
    if waiting:
        yield waiting


def _without(plain: str, body: tuple[Span, ...], gone: list[Span]) -> Iterator[Span]:
    """The body cut where whole lines left it; what holds no word is no piece."""
    for span in body:
        cuts = [(line.start, line.end) for line in gone if span.holds(line)]
        edges = [span.start, *(edge for cut in cuts for edge in cut), span.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            piece = trimmed(plain, Span(start, end))
            if _WORD.search(plain, piece.start, piece.end):
                yield piece


def _header_credits(page: Page, reading: Reading) -> Iterator[Credit]:
    """The credits of header lines, of lines beside the title, and of labelled lines below the report."""
    parts = reading.parts
    if parts.header:
        yield from labelled(page, parts.header)
        spaced = _SPACED_BYLINE.search(page.plain, parts.header.start, parts.header.end)
        yield from signatures.segments(page, Span(spaced.start(), parts.header.end)) if spaced else ()
        for line in page.lines_in(parts.header) if not spaced else ():
            yield from _beside_the_day(page, line)
    first = parts.body[0].start if parts.body else 0
    for line in page.lines_in(Span(0, first)):
        if not (parts.title and parts.title.holds(line)):
            yield from _aside(page, line)
    for line in (line for around in parts.boilerplate for line in page.lines_in(around)):
        if line.start > first and is_labelled(line.of(page.plain)):
            yield from labelled(page, line)


def _beside_the_day(page: Page, line: Span) -> Iterator[Credit]:
    """Names that stand in a line with the day, before its labels: ``某某 林溪日报 2021-03-12``."""
    if writer := labels.writer_of_desk(page.plain, line):
        yield from named(page, writer, "author", "", sure=False)
    elif first_date(page.plain, line.start, line.end):
        end = next((place.start for place in places(page.plain, line.start, line.end)), line.end)
        if page.plain.startswith(_PARTS, line.start):
            yield from signatures.segments(page, Span(line.start, end))
        for match in _PIECE.finditer(page.plain, line.start, end):
            if is_likely(match.group()):
                yield from named(page, Span(*match.span()), "author", "", sure=False)


def _aside(page: Page, line: Span) -> Iterator[Credit]:
    """The credits of a line above the report: labels, a byline, a name alone."""
    words_of = line.of(page.plain)
    if is_byline(words_of):
        caption = signatures.is_caption(page, line)
        yield from signatures.within(page, line) if caption else signatures.segments(page, line)
    else:
        yield from _alone(page, line)
        yield from signatures.sent_in(page, line)
        yield from signatures.within(page, line) if page.plain.endswith("摄", *line) else signatures.slashed(page, line)
        yield from labelled(page, line)


def _alone(page: Page, line: Span) -> Iterator[Credit]:
    """The author whose name stands alone in a line below the title."""
    alone = _NAME_ALONE.fullmatch(page.plain, line.start, line.end)
    names = (
        [alone[1].replace(" ", "")] if alone and len(alone[1]) <= _ONE_NAME else _GAP.split(alone[1]) if alone else []
    )
    likely = sum(map(is_likely, names))
    if alone and likely and likely >= len(names) - (len(names) > _PAIR):
        yield from named(page, Span(*alone.span(1)), "author", "", sure=False)


def _line_credits(page: Page, line: Span, body: Span) -> tuple[list[Credit], bool]:
    """The credits of a line, and whether it is a line of credits and nothing else."""
    words_of = line.of(page.plain)
    whole = whole_line(page, line) if len(words_of) <= _SHORT_LINE else None
    if whole is not None:
        return whole, not _CLOSES.match(words_of)
    found = [
        *signatures.within(page, line),
        *(unlabelled.inline(page, line) if _opens_report(page, line, body) else ()),
    ]
    found += unlabelled.lone(page, line)
    if line.end == body.end:
        found += unlabelled.bare(page, line)
        found += _boxed(page, line)
    found += _hanging(page, line) if line.end > body.end - _FOOT else ()
    if line.start == body.start or line.end == body.end:
        found += _alone(page, line)
    signed = line.start > body.end - _FOOT and is_header_line(page.plain, line)
    found += labelled(page, line) if signed else ()
    short = len(words_of) <= OFFICE and "。" not in words_of.rstrip("。")
    leaves = signed or (bool(found) and short and not _CAPTION.match(words_of))
    return found, leaves and not _CLOSES.match(words_of)


def _opens_report(page: Page, line: Span, body: Span) -> bool:
    """Whether a line opens the report, perhaps behind a caption, or opens it once more with a dateline."""
    near = line.start < body.start + _BEGINNING
    return near or (line.start < body.start + _FOOT and dateline.find(page.plain, *line) is not None)


def _hanging(page: Page, line: Span) -> Iterator[Credit]:
    """Those whose labels are glued to the last words of a report: ``……取得实效。来源:某某发布 编辑:某某``."""
    near = max(line.start, line.end - _SHORT_LINE)
    at = max(page.plain.rfind(mark, near, line.end) for mark in "。!?”") + 1
    first = next(places(page.plain, at, line.end), None) if at else None
    if first and not page.plain[at : first.start].strip():
        yield from labelled(page, Span(at, line.end))


def _boxed(page: Page, line: Span) -> Iterator[Credit]:
    """Those of the box that closes a report on its last line: ``……取得实效。(完) 【编辑:某某】``."""
    closed = page.plain[line.end - 1] in "】]"
    box = _BOX.search(page.plain, max(line.start, line.end - _LONGEST_BOX), line.end) if closed else None
    if box:
        yield from signatures.segments(page, Span(*box.span(1)))
