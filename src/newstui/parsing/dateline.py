"""Datelines: ``新华社北京4月17日电``, ``本报讯``, ``央视网消息(新闻联播):``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Dateline, Reading
from newstui.parsing.dates import day_of
from newstui.parsing.hanzi import LETTER
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page
from newstui.parsing.words import places

_NAMES: Final = words("header", "agencies.names")
_ENDINGS: Final = either(words("header", "agencies.endings"))
_AGENCY: Final = rf"(?:{either(_NAMES)}|[一-鿿A-Za-z]{{2,8}}(?:{_ENDINGS}))"
_FULL_AGENCY: Final = rf"(?P<agency>{_AGENCY}(?:[·・•/—-]{LETTER}{{2,6}}?(?:新闻|网|客户端|日报|头条|融媒|(?=讯)))?)"
_NUMBER: Final = r"(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})"
_DAY: Final = (
    rf"(?:(?P<year>\d{{4}})年)?\s*(?:(?P<month>{_NUMBER})\s*月)?\s*(?P<day>{_NUMBER})\s*[日号]"
    rf"\s*(?P<desk>{LETTER}{{2}}(?=专电|电))?"
)
_KIND: Final = r"(?:专?电|讯|消息|(?:综合)?报道|综合消息|综述)"
_KIND_WORDS: Final = ("电", "讯", "消息", "报道", "综述")
"""One of these ends every dateline but a bare one."""
_REACH: Final = 160
"""So soon a dateline ends."""
_PLACE: Final = rf"(?P<place>{LETTER}{{2,12}}?(?:[、/]{LETTER}{{2,6}})*?)??"
_DATELINE: Final = late(
    rf"{_FULL_AGENCY}(?:驻{LETTER}{{1,4}}?)?(?:记者[一-鿿、 ]{{2,9}}?)?\s*"
    rf"(?:{_PLACE}\s*{_DAY}\s*{_KIND}(?!{LETTER}{{1,2}}[台站费])"
    rf"|(?:快|综合)?(?:(?:(?<!通)讯|消息)(?=[\s:(),。】\]\d]|{LETTER}|\Z)|电(?=[\s:(),。】\]])))"
)
_OUR_OWN: Final = late(rf"(?P<agency>本[报网刊台站])(?P<place>{LETTER}{{2,4}})(?:讯|消息)(?=[\s(:])")
"""``本报临川讯``, without a day."""
_SOME_AGENCY: Final = late(
    rf"(?P<agency>(?!通|资|快|简|短|喜|电|问|综合){LETTER}{{2,6}}?)(?<![通资快简短喜电问])(?:专?讯(?=\s|[()】]|\Z)"
    rf"|消息(?=\((?:(?:[全融]媒体)?(?:记者|通讯员)|[^\s()]{{2,3}}\))))"
)
_OF_PLACE: Final = late(
    rf"(?P<agency>{LETTER}{{2,8}}(?:{_ENDINGS}))(?P<place>{LETTER}{{2,4}})讯(?=\s*\(|\s+[\d今昨近])"
)
"""``青潭新闻网白石讯(``, without a day."""
_WITHOUT_DAY: Final = late(rf"(?P<agency>{either(_NAMES)})(?P<place>{LETTER}{{2,4}})电(?=[\s(])")
"""``据新华社北京电``, as papers quote an agency."""
_BARE: Final = late(
    rf"(?P<agency>{LETTER}{{2,8}}(?:{_ENDINGS}))(?:\s?(?=\((?:(?:[全融]媒体)?(?:记者|通讯员)|{LETTER}{{2,3}}\)\s?\d))"
    rf"|:\s?(?=\((?:{LETTER}{{2,3}}[\s)]|记者|通讯员)))"
)
"""An outlet and the bracket of its reporters: ``青潭客户端(通讯员 白露)``."""
_BARE_REACH: Final = 20
"""So soon that bracket opens."""
_KINDS: Final = (_OUR_OWN, _DATELINE, _SOME_AGENCY, _OF_PLACE, _WITHOUT_DAY)
_NO_OUTLET: Final = late(r"[本我][校院市县区局省厅部村镇乡]$")
_NAMED_AGENCY: Final = re.compile(either(_NAMES))
_ISO: Final = late(r"\d{4}-\d\d-\d\d")
_OPENING: Final = late(r"^[\W_]{0,3}据?")
_GLUED_REACH: Final = 120
_PARAGRAPHS: Final = 4


class Found(NamedTuple):
    """A dateline with the stretches of its agency and its place."""

    dateline: Dateline
    start: int
    place: Span | None


def find(plain: str, start: int, end: int) -> Found | None:
    """The dateline at the very start of a stretch of text, behind brackets and marks."""
    reach = min(end, start + _REACH)
    kinds: tuple[re.Pattern[str], ...] = ()
    for word in _KIND_WORDS:
        if plain.find(word, start, reach) >= 0:
            kinds = _KINDS
            break
    if plain.find("(", start, min(end, start + _BARE_REACH)) >= 0:
        kinds = (*kinds, _BARE)
    if not kinds:
        return None
    opening = _OPENING.match(plain[start : min(end, start + 8)])
    first = start + (opening.end() if opening else 0)
    for kind in kinds:
        if match := kind.match(plain, first, end):
            return _found(match)
    return None


def find_inside(plain: str, start: int, end: int) -> Found | None:
    """A dateline some words into a line, where a title was glued to the report.

    ``某会议召开新华社北京4月17日电``, or behind a gap ``某会议召开 某某在线讯 今天``.
    """
    reach = min(end, start + _GLUED_REACH)
    for spaced in () if plain.find("讯", start, reach) < 0 else _SOME_AGENCY.finditer(plain, start + 4, reach):
        if plain[spaced.start() - 1].isspace():
            return _found(spaced)
    for name in _NAMED_AGENCY.finditer(plain, start + 4, reach):
        match = _DATELINE.match(plain, name.start(), end)
        if match and (match["month"] or plain.startswith("(", match.end())):
            return _found(match)
    return None


def _found(match: re.Match[str]) -> Found:
    """A match as a dateline, with where its agency begins and where its place stands."""
    place = match.groupdict().get("place")
    dateline = Dateline(match["agency"], place or None, _date(match), Span(*match.span()))
    return Found(dateline, match.start("agency"), Span(*match.span("place")) if place else None)


def _date(match: re.Match[str]) -> str | None:
    """ISO where the year stands in it, else the words: ``4月17日``."""
    if not match.groupdict().get("month"):
        return None
    if match["year"] and match["month"].isdigit() and match["day"].isdigit():
        return day_of(match["year"], match["month"], match["day"])
    return re.sub(r"\s", "", match.string[match.start("month") : match.end("day")]) + "日"


def read_dateline(page: Page, reading: Reading) -> Reading:
    """The dateline at the head of one of the first paragraphs, or of a header line above a title."""
    first = reading.parts.body[0].start if reading.parts.body else 0
    for span in _openings(page, reading):
        found = find(page.plain, span.start, span.end)
        quotes = found and span.start > first and page.plain.startswith("据", found.start - 1)
        if found and not quotes:
            agency = page.text[found.start : found.start + len(found.dateline.agency or "")]
            place = found.place.of(page.text) if found.place else None
            source = reading.source or (None if _NO_OUTLET.match(agency) or agency in places() else agency)
            day = found.dateline.date or ""
            published = reading.published or (day if _ISO.fullmatch(day) else None)
            return reading._replace(
                source=source,
                published=published,
                dateline=replace(found.dateline, agency=agency, place=place),
            )
    return reading


def _openings(page: Page, reading: Reading) -> list[Span]:
    """Where a dateline may stand: the header, then the first paragraphs of the body."""
    spans = [reading.parts.header] if reading.parts.header else []
    for body in reading.parts.body:
        spans += islice(page.rows(body), _PARAGRAPHS)
    return spans[: _PARAGRAPHS + 1]
