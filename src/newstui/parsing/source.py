"""The outlet of an article: labelled, quoted at its foot, or beside the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import aligned
from newstui.model.late import late
from newstui.parsing import boilerplate, dateline
from newstui.parsing.dates import first_date
from newstui.parsing.hanzi import LETTER
from newstui.parsing.labels import Labelled, is_header_line, is_joined, is_noise, pairs, places
from newstui.parsing.layout import Layout
from newstui.parsing.lexicon import either, words
from newstui.parsing.makers import is_likely, writer_behind
from newstui.parsing.text import Page, trimmed
from newstui.parsing.title_lines import DIGEST

_ACCOUNT: Final = late(r"(?:admin|editor)\w*|[a-z]+_\w+")
"""The name of somebody's account."""
_NOBODY: Final = frozenset(words("header", "noise.values"))
TAKEN_FROM: Final = re.compile(
    r"^\W{0,2}(?:摘自|转自|转载自|来源于|原载于?|选自)\s*:?\s*[《〈]?([^《》〈〉()\s,。]{2,24})[》〉]?"
    r"|^\W{0,2}《\s*(?P<paper>[^《》\s]{2,14}[报刊])\s*》\s*\(\s*(?:19|20)\d\d"
)
_OUTLET_NAME: Final = (
    rf"[\u3400-\u9fff·/]{{1,14}}(?:{either(words('header', 'agencies.endings'))})(?:{LETTER}{{2,3}}记者站)?"
)
_CLOSING: Final = late(
    rf"\(\s*(?:本文)?(?:(?:信息|稿件|文章)?来源|稿源|据|转自|转载自|原载|摘自|选自)?\s*:?\s*《?({_OUTLET_NAME})》?\s*(?:电|讯|消息|报道)?\)\W{{0,2}}$"
    rf"|\(\s*(?:来源|稿源|出处|原载|转自)\s*:\s*《?({_OUTLET_NAME})》?\s+[^()\n]*(?:记者|作者|通讯员)[^()\n]*\)\W{{0,2}}$"
    r"|\(\s*(?:信息|稿件|文章|新闻)?(?:来源|稿源|出处)\s*:\s*《?([^\s()《》,。:;/]{2,14})》?\s*"
    r"(?:[\s/;|][^():\n]*:[^()\n]*)?\)\W{0,2}$"
)
"""The outlet in brackets behind the last words of a report."""
_HANGING: Final = late(r"[。!?”)]\s*(?:信息|文章|稿件)?(?:来源|稿源)\s*[:|]\s*([^\s。,:;|()]{2,16})(?=\s|$)")
"""The outlet behind its label, glued to the last words of a report."""
_QUOTING: Final = late(rf"({_OUTLET_NAME})据[^。,:]{{2,24}}(?:报道|消息|通报)(?=[\s:,])")
"""The outlet that opens a report with what another one said: ``某某在线据某某网站报道``."""
_FOOT: Final = 60
"""How far before the end of a line the bracket that closes it may open."""
_BOXED: Final = late(
    rf"[【\[]\s*({_OUTLET_NAME})\s*(?:(?:综合)?(?:报道|消息|讯))?\s*(?:记者[^】\]\n]{{2,16}})?[】\]](?!\s*:)"
)
"""The outlet in a box that opens a report: ``【林溪网报道 记者 某某】``."""
_OPENINGS: Final = (("【", _BOXED), ("[", _BOXED), ("据", _QUOTING))
"""What opens a report with its outlet, behind a sign without which it cannot."""
_OUTLET: Final = late(r"^[^\d\s,。;:|]{2,16}$")
_LATIN: Final = late(r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,3}|[A-Za-z]+\.(?:com|cn|net|org)")
"""An outlet that calls itself so: ``Qingtan Daily``."""
_PAGE: Final = late(
    r"\s+[图文摄]\s*/$|\s*(?:[(（]?第?\s*[A-Z]?\d+\s*版.*|\d*次(?:浏览|点击|阅读)|[(（][^()（）]*(?:记者|作者|通讯员)[^()（）]*[)）])$"
)
_APART: Final = late(r"[\s|/]+|^·|·$")
_NAMED: Final = late(r"[^\W\d_]{2}")
_AROUND: Final = "()（）【】[]| \t\n\u3000\xa0"
"""Marks around an outlet beside its day."""
_PAPER: Final = late(r"^[\d年月日.\- ]*《\s*([^《》]{2,16}?)\s*》[\d年月日期第.,，()（）版\- ]*$")
"""The name of a paper among its day and page."""
_JOURNAL: Final = late(r"([\u3400-\u9fff·]{2,12})\s+(?:19|20)\d\d\s*年\s*第?\s*\d{1,2}\s*期")
"""A journal and its issue."""
_BRACKETED: Final = late(r"^[(（]([^()（）]*)[)）]$")
_SPACED: Final = late(rf"(?:\s+{LETTER}){{2,}}$")
"""A column set apart letter by letter behind the outlet."""
_BUTTON: Final = late(rf"(?<={LETTER}{{3}})(?:评论|打印|收藏|分享)$")
"""A button glued to the outlet."""
_LONG_BUTTON: Final = late(r"(?:参与互动|我要评论|发表评论|分享到|打印本页|关闭窗口|我要纠错|加入收藏)$")
"""One that is no word of an outlet's name, behind a label either."""
_PUT_TOGETHER: Final = re.compile(r"(?:综合|整理|供稿|出品|报道)\W{0,2}$")
_COMPILED: Final = late(rf"\W{{0,3}}({_OUTLET_NAME})\s*(?:综合(?=报道|整理))?{_PUT_TOGETHER.pattern}")
"""A last line that says who put the report together."""
_ISSUED_BY: Final = ("发布机构", "发布单位", "发文机构", "发文单位", "发文机关")
"""Labels of the body that issues a page, where no outlet is named."""
_PUBLISHERS: Final = ("发布者", "发布人")
"""Labels of a body or of one of its people, whose name is short."""
_NAME: Final = 3
_FULL_NAME: Final = 4
"""No name beside the day is longer."""
_ISSUER: Final = late(rf"({LETTER}{{2,16}}(?:[厅局委办院校报网台社会]|大学|公司|集团))\s+{LETTER}{{2,4}}\s*:")
_BODY_ALONE: Final = late(rf"{LETTER}{{2,12}}(?:[厅局委办院校社]|大学|中学|小学|公司|集团|法院)")
_BESIDE_DAY: Final = late(
    rf"[\s:\d|]*(?:{LETTER}{{2,3}}\s+)?([^\s:\d|]{{2,16}}(?:[厅局院网台办处部校社]|日报|晚报|中心|大学|集团"
    rf"|公司)(?:\s[^\s:\d|]{{2,3}})?)[\s|(]*$"
)
"""An outlet between the day and a label, perhaps beside its writer: ``2026-01-15 10:20 林溪日报 浏览:12``."""
_OPENING_LINES: Final = 3
"""In how many of the first lines of a report a box may name the outlet."""


def source_of(page: Page, layout: Layout) -> str | None:
    """The outlet: a labelled value; else ``摘自《…》``; else the lone words beside the date of the header."""
    for each in layout.labelled:
        if value := _told_by(page, each):
            return value
    tail = page.lines_in(layout.body)[-4:] if layout.body else ()
    for line in tail:
        match = TAKEN_FROM.match(line.of(page.plain))
        if match and len(line.of(page.plain)) < 80 and not (match["paper"] and _has_dateline(page, layout)):
            group = "paper" if match["paper"] else 1
            return page.text[line.start + match.start(group) : line.start + match.end(group)]
    journals = (_JOURNAL.fullmatch(page.plain, line.start, line.end) for line in layout.header)
    if journal := next(filter(None, journals), None):
        return page.text[slice(*journal.span(1))]
    beside = _beside_the_date(page, layout) or _above_the_date(page, layout) or _alone(page, layout)
    if beside := beside or _around_the_report(page, layout, tail):
        return beside
    issuer = next((each.value for each in layout.labelled if _is_issuer(page.plain, each)), None)
    return (_bare(issuer.of(page.text)) or None) if issuer else None


def _alone(page: Page, layout: Layout) -> str | None:
    """The outlet whose name fills the last such line of the header below the headline."""
    title = layout.head.title
    below = (line for line in layout.header if title and line.start >= title.end and line.end - line.start > 1)
    sites = [line for line in below if boilerplate.is_site(page.plain, line) and not DIGEST.search(line.of(page.plain))]
    return _outlet_in(sites[-1].of(page.text)) or None if sites else None


def _told_by(page: Page, each: Labelled) -> str | None:
    """The outlet behind its label, without its writers; behind ``作者/来源`` what is nobody's name."""
    shared = is_joined(page.plain, each, "作者" if each.kind == "source" else "来源")
    if each.kind != "source" and not (shared and each.kind == "author"):
        return None
    value = _bare(each.value.of(page.plain))
    value = behind[1] if (behind := writer_behind(value)) else value.split("/")[0] if shared else value
    nobody = value in _NOBODY or _ACCOUNT.fullmatch(value)
    if not _NAMED.search(value) or nobody or (shared and is_likely(value)):
        return None
    at = page.plain.find(value, *each.value)
    return page.text[at : at + len(value)] if at >= 0 else value


def _is_issuer(plain: str, each: Labelled) -> bool:
    """Whether a label names the body that issues the page rather than one of its people."""
    if each.label not in _PUBLISHERS:
        return each.label in _ISSUED_BY
    value = each.value.of(plain)
    nobody = any(word in _NOBODY or word.endswith(("管理员", "编辑")) or is_likely(word) for word in value.split())
    return len(value) > _NAME and not (value.isascii() or nobody)


def _has_dateline(page: Page, layout: Layout) -> bool:
    """Whether the report says in its first line whose it is, whatever paper its page was taken from."""
    return layout.body is not None and dateline.find(page.plain, *layout.body) is not None


def _around_the_report(page: Page, layout: Layout, tail: tuple[Span, ...]) -> str | None:
    """The outlet in the box that opens a report, or in the brackets that close it."""
    lines = page.lines_in(layout.body)[:_OPENING_LINES] if layout.body else ()
    opened = (
        opens.match(page.plain, line.start, line.end)
        for line in lines
        for sign, opens in _OPENINGS
        if page.plain.find(sign, line.start, line.end) >= 0
    )
    for opening in filter(None, opened):
        return page.text[slice(*opening.span(1))]
    feet = [Span(max(line.start, line.end - _FOOT), line.end) for line in reversed(tail)]
    closed = (_CLOSING.search(page.plain, *foot) for foot in feet if page.plain.find("(", *foot) >= 0)
    compiled = (
        _COMPILED.match(page.plain, line.start, line.end)
        for line in (*reversed(tail), *lines)
        if _PUT_TOGETHER.search(page.plain, max(line.start, line.end - 4), line.end)
    )
    last = feet[:1] if feet and page.plain.find("源", *feet[0]) >= 0 else []
    hanging = (_HANGING.search(page.plain, *foot) for foot in last)
    found = (match for match in (*closed, *compiled, *hanging) if match)
    return next((page.text[slice(*match.span(match.lastindex or 0))] for match in found), None)


def _bare(value: str) -> str:
    """Without marks, the page of the paper, buttons; a bracket whose other half is no part of the value is one."""
    words_of = _LONG_BUTTON.sub("", _SPACED.sub("", _PAGE.sub("", value))).split(" ")
    buttons = (at for at, word in enumerate(words_of) if at and (is_noise(aligned(word)) or DIGEST.fullmatch(word)))
    value = _PAPER.sub(r"\1", " ".join(words_of[: next(buttons, None)])).strip('《》〈〉"“” ·|；;，,-—')
    value = _BRACKETED.sub(r"\1", value) + ("》" if value.count("《") > value.count("》") else "")
    return value if re.search(r"[(（].*[)）]", value) else value.strip("（）()")


def _beside_the_date(page: Page, layout: Layout) -> str | None:
    """The outlet beside the day in the header, by its name; by its address where no name stands."""
    addresses = []
    for line in layout.header:
        found = first_date(page.plain, line.start, line.end)
        if not found:
            continue
        labelled = pairs(page.plain, line)
        pieces = (Span(line.start, found[1]), Span(found[2], line.end))
        for piece in _beside_labels(page.plain, line, found) if labelled else pieces:
            name = _outlet_in(_PAPER.sub(r"\1", piece.of(page.text).strip(_AROUND)))
            name = behind[1] if " " in name and (behind := writer_behind(name)) else name
            if not _may_be_outlet(page.plain, trimmed(page.plain, piece), name):
                continue
            if not name.isascii():
                return name
            addresses.append(name)
    return next(iter(addresses), None)


def _may_be_outlet(plain: str, piece: Span, name: str) -> bool:
    """Whether a name in a piece of a header line is that of an outlet, and nobody's own."""
    if not (_OUTLET.match(name) or _LATIN.fullmatch(name)) or name.startswith(("作者", "来源", "发布")):
        return False
    if len(name) <= _FULL_NAME and not boilerplate.names_site(name) and is_likely(name):
        return False
    if name in _NOBODY:
        return False
    if plain.endswith("发表于", *piece) and not boilerplate.names_site(aligned(name)):
        return False
    return not is_header_line(plain, piece)


def _above_the_date(page: Page, layout: Layout) -> str | None:
    """The body whose name stands in a line of its own between the headline and the day."""
    title = layout.head.title
    for above, below in pairwise(line for line in layout.header if title and line.start >= title.end):
        if _BODY_ALONE.fullmatch(page.plain, *above) and first_date(page.plain, *below):
            return above.of(page.text)
    return None


def _beside_labels(plain: str, line: Span, day: tuple[str, int, int]) -> Iterator[Span]:
    """The name of a body before the first label of a header line, or by its day: ``青潭县水务局 时间:2026-01-15``."""
    if match := _ISSUER.match(plain, line.start, line.end):
        yield Span(*match.span(1))
    label = next((place.start for place in places(plain, day[2], line.end)), line.end)
    for start, end in ((day[2], label), (line.start, day[1])):
        if beside := _BESIDE_DAY.match(plain, start, end):
            yield Span(*beside.span(1))


def _outlet_in(words_of: str) -> str:
    """The outlet among buttons and the names of sections: ``临川新闻 林溪网 打印`` has ``林溪网``."""
    told = [word for word in _APART.split(words_of) if word and not is_noise(aligned(word))]
    sites = [word for word in told if boilerplate.names_site(aligned(word))]
    return _BUTTON.sub("", sites[-1] if sites and len(told) > 1 else " ".join(told))
