"""Makers without a label of their own: behind the dateline, as the last words of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Credit
from newstui.parsing.hanzi import LETTER
from newstui.parsing.makers import named
from newstui.parsing.signatures import holds_label, segments
from newstui.parsing.text import Page

_AFTER_DATELINE: Final = re.compile(
    rf"(?:电|讯|消息|^{LETTER}{{2,10}}(?:在线|网|客户端|融媒):?)\s*"
    rf"\((?![^)]*(?:记者|员|社|摄))((?:{LETTER}{{2,4}}?[、 ,]{{0,2}}){{1,5}}?)(?:报道)?\)",
    re.MULTILINE,
)
_BEFORE_LABEL: Final = late(
    rf"讯\s*\((?:{LETTER}{{1,10}}[部处委院系办科校]\s+)?((?:(?!特约|学生|记者|通讯员)[^\s()、,:/]{{2,3}}[、 ,]){{1,3}})"
    r"\s*(?:特约|学生)?(?:记者|通讯员)"
)
"""Names before the first label behind a dateline: ``本报讯(某某 记者 某某)``."""
_REPORTS: Final = late(
    rf"(?:讯|消息|日电|^)\s*(?:\({LETTER}{{2,8}}\)\s*)?(?:{LETTER}{{2,6}}(?:报|网|台|客户端))?"
    r"((?:[全融]?媒?体?记者|特[约派]记者|(?:特约)?通讯员|实习生|见习记者)[^,。:()\n]{2,60}?)报道[:,\s]",
    re.MULTILINE,
)
_NAMED_REPORTS: Final = late(
    rf"(?:(?:讯|消息)\s+|^)({LETTER}{{2,3}}(?:[ 、]{LETTER}{{2,3}}){{0,2}})"
    rf"(?:、特约(?:记者|通讯员){LETTER}{{2,3}})?报道(?:[:,]|\s(?=\d))",
    re.MULTILINE,
)
"""Names without a label that report: ``本报讯 某某报道:``."""
_BEFORE_REPORT: Final = late(
    rf"(?:讯|消息)\s+((?:(?:全媒体)?(?:记者|通讯员)\s*{LETTER}{{2,3}}(?:、{LETTER}{{2,3}})*(?:报道)?\s+)+)"
)
"""Reporters between the dateline and the report, without brackets."""
_OPENED: Final = late(
    rf"\((?:{LETTER}{{2,12}}\s+)?((?:{LETTER}{{2,3}}|{LETTER} {LETTER})(?:[ 、]{LETTER}{{2,3}}){{0,2}})\)\s*"
    "(?=\\d|[近今昨]日|日前|为|近年)"
)
"""Writers in brackets who open the report, perhaps behind their office: ``(青潭县科协 何小云)3月2日,…``."""
_BOXED: Final = late(r"[【\[][^】\]\n]{0,14}?((?:记者|通讯员)[^】\]\n]{2,20})[】\]]")
"""Reporters in the box that opens a report: ``【林溪网报道 记者 某某】``."""
_INLINE: Final = late(
    rf"(?:新华社|本报|本网|中新社|新华网|人民网)记者\s+((?:{LETTER}{{2,4}}[、\s]+){{1,5}})(?=\S)(?!摄)"
)
_OPENING: Final = late(
    r"(?:【[^】\n]{2,12}】)?"
    rf"[\s□■◎●]*[\u3400-\u9fff·-]{{0,14}}?(?:记者|通讯员)\s*:?\s*((?:{LETTER}{{2,3}}[、 ]{{0,2}}){{1,4}}?)"
    r"\s*(?:摄影)?(?:报道)?(?=[:\s\d])(?!\s*/?\s*摄)"
)
"""Reporters who open the first paragraph: ``本报记者某某报道``."""
_LONE: Final = late(
    rf"(?:(?<=[。!?”\s])|^)\(\s*(?:《[^《》\n]{{2,12}}》)?(?:{LETTER}{{2,12}}(?:台|报|社|网|局|办(?!公)|办公室|部"
    rf"|中心|科|处|委|院|站|校|学|公司|集团|大队|政府)[\s:]*|{LETTER}{{5,12}}\s+)??"
    rf"((?:{LETTER}{{2,4}}|{LETTER} {LETTER})(?:[ 、/,]{{1,4}}{LETTER}{{2,4}}){{0,3}}"
    rf"|{LETTER}{{2,6}}(?:[ 、]{LETTER}{{2,6}}){{2,5}})"
    r"\s*\)\W{0,2}$"
)
_BARE: Final = late(rf"[。!?][”’]?[\s□■◎●/—]*({LETTER}{{2,3}}(?:[ 、]{LETTER}{{2,3}}){{0,2}})\)?[\s|]*$")
_REACH: Final = 160
"""How far into the first paragraph reporters are named."""


def inline(page: Page, line: Span) -> Iterator[Credit]:
    """Reporters named inside the first paragraph, behind the dateline."""
    end = min(line.start + _REACH, line.end)
    if page.plain.startswith(("【", "["), line.start) and (boxed := _BOXED.match(page.plain, line.start, end)):
        yield from segments(page, Span(*boxed.span(1)))
    opened = page.plain.find("(", line.start, end) >= 0
    if opened and page.plain[line.start] == "(" and (first := _OPENED.match(page.plain, line.start, end)):
        yield from named(page, Span(*first.span(1)), "author", "", sure=False)
    for match in _AFTER_DATELINE.finditer(page.plain, line.start, end) if opened else ():
        yield from named(page, Span(*match.span(1)), "reporter", "", sure=False)
    told = page.plain.find("报道", line.start, end) >= 0
    if told and (telling := _NAMED_REPORTS.search(page.plain, line.start, end)):
        yield from named(page, Span(*telling.span(1)), "reporter", "", sure=False)
    if all(page.plain.find(label, line.start, end) < 0 for label in ("记者", "通讯员", "实习生")):
        return
    if page.plain.find("讯", line.start, end) >= 0 and (before := _BEFORE_LABEL.search(page.plain, line.start, end)):
        yield from named(page, Span(*before.span(1)), "author", "", sure=False)
    for match in _REPORTS.finditer(page.plain, line.start, end) if told else ():
        found = list(segments(page, Span(*match.span(1))))
        pictured = match[1].rstrip().endswith("摄影")
        yield from (*found, *(replace(one, credit="photographer") for one in found if pictured))
    if before := _BEFORE_REPORT.search(page.plain, line.start, end):
        yield from segments(page, Span(*before.span(1)))
    if opening := _OPENING.match(page.plain, line.start, end):
        if holds_label(opening[1]):
            yield from segments(page, Span(opening.start(), opening.end(1)))
        else:
            yield from named(page, Span(*opening.span(1)), "reporter", "记者", sure=False)
    for match in _INLINE.finditer(page.plain, line.start, end):
        yield from named(page, Span(*match.span(1)), "reporter", "记者", sure=False)


def lone(page: Page, line: Span) -> list[Credit]:
    """``(某某)`` as the last words of a report."""
    closed = page.plain.find(")", max(line.start, line.end - 3), line.end) >= 0
    match = _LONE.search(page.plain, line.start, line.end) if closed else None
    if not match or holds_label(match.group()):
        return []
    one = Span(*match.span(1))
    return list(named(page, one, "author", "", sure=any(named(page, one, "author", "", sure=False))))


def bare(page: Page, line: Span) -> list[Credit]:
    """The writer's name behind the last full stop of a report, or in a line of its own: ``……取得实效。某某某``."""
    opened = page.plain.find("(", max(line.start, line.end - 18), line.end) >= 0
    if page.plain[line.end - 1] in "。!?”" or (opened and page.plain[line.end - 1] == ")"):
        return []
    match = _BARE.search(page.plain, max(0, line.end - 18), line.end)
    return list(named(page, Span(*match.span(1)), "author", "", sure=False)) if match else []
