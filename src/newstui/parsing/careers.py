"""Careers: the posts that a verb, the lines of a CV or a note in brackets give to the one they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import lexicon, ranks
from newstui.parsing.chains import chain
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.segments import reach
from newstui.parsing.text import occurrences

_DASH: Final = r" ?(?:[-—–─~―－]{1,4}|至) ?"
_YEARS: Final = r"\d{4}(?:[.年/]\d{1,2}月?|年)?"
_SINCE: Final = r"\d{4}[.年]\d{1,2}月?(?:起[ ,]?| )"
_LINE: Final = late(
    rf" *\(?(?:{_YEARS}{_DASH}(?:{_YEARS}|至?今|现在)?|(?={_YEARS}[^。;\n]{{0,3}}任)|{_SINCE})[ ,:]*"
    r"(?P<held>[^\n]{2,200})"
)
"""A line of a CV: ``1991.06--1992.09 某县财政局副局长、党组成员``, ``1991年6月起 某县财政局副局长``."""
_LINE_MARKS: Final = frozenset(" (")
"""Such a line begins with one of these or with its year."""
_TERMS: Final = late(rf"\s*[^\d,。;\n]{{0,8}}?第?[{NUMERALS}]{{1,3}}[届次][^\n]{{4,200}}")
"""A line below them: ``第十届省政协委员``."""
_GROUP: Final = late(r"(?:[^,;。()\n]|\([^()\n]*\))+")
_PART: Final = late(rf"(?:[^、()]|\([^()]*\)|(?<=[届次])、(?=第?[{NUMERALS}]))+")
_SENTENCE: Final = late(r"(?:[^。;\n()]|\([^()\n]*\))*")
_LINK: Final = late(r" *(?:(?:并|且|以及|及|和|同时|兼任|兼(?!职)|挂职|挂任|先后|历任|改任|[后现曾再又]?任)+(?!命))?")
_TAIL: Final = late(r"(?:等?(?:职务?|领导职务)|一职|等|至今|为止| |\([^()\n]*\)?|[〈<][^〈〉<>\n]*[〉>])+$")
_HEADING: Final = late("(?:同志)?为(?:[组团队班]长|领队)的")
"""What somebody is on a visit alone: 以王某为组长的调研组."""
_CAPACITY: Final = late(
    "[^,。;]{0,12}以(?!师长|家长|学长)(?P<held>[^,。;]{2,40}?)的?身份"
    "|作为(?P<as>[^,。;]{2,40}?)(?=应邀|出席|参加|主持|致|作|发言|讲话|介绍|代表|陪同)"
)
"""In what capacity somebody does something: 以某会会长的身份, 作为某会会长出席."""
_PAST: Final = late(
    r"(?:等?职务?(?:上的?|的|之)?便利?|期间|之后|以来|后|时(?!任)|的|并|表示[^,。;]{0,6}(?:祝贺|欢迎|拥护|支持|感谢))"
)
"""What goes on behind a post that somebody held: 任县长期间."""
_JOINED: Final = late(rf"{LETTER}{{2,20}}[和与及]")
"""The front of a body whose name is joined of two: 科学普及与 of 科学普及与教育委员会."""
_BORN: Final = late(
    r"[^。\n]{0,60}?(?:,(?:男|女),|年\d{1,2}月(?:\d{1,2}日)?(?:[^,。\n]{0,24}出)?生)[^。\n]{0,200}(?:。[^。\n]{0,120})?"
)
"""The sentences at the head of a CV."""
_HEAD: Final = 100
"""So near behind the name a CV says when somebody was born."""


@cache
def _manner() -> str:
    """What may stand between the time and the verb: 现, 先后."""
    return rf"(?:{lexicon.either(lexicon.words('posts', 'career_manner'))})*"


@cache
def _taking() -> re.Pattern[str]:
    """A verb right behind a name: ``王某任``, ``王某同志此后出任``."""
    verbs = lexicon.either((*lexicon.words("posts", "taking"), *lexicon.words("posts", "career_verbs")))
    whom = r"(?:\([^()\n]{1,8}\))?(?:[两三四五六七八九十][位名](?:法官|老师|教授|专家|同学)?)?(?:同志|先生|女士)?"
    behind = rf"{whom}(?:等[\d{NUMERALS}]*[名位]?(?:同志|人))?,?"
    return re.compile(rf"{behind}{_manner()}(?:{verbs})(?=[^\n。;,]{{2,60}})")


@cache
def _career() -> re.Pattern[str]:
    """The same verbs further on in the paragraph, behind a mark or a year."""
    verbs = lexicon.either(lexicon.words("posts", "career_verbs"))
    time = r"(?:并?[于在自从]?(?:\d{4}年)?(?:[当同次翌去今前]年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[起后底初]?,?)"
    front = rf"(?:(?<=[,。;(:])(?:他|她|其)?{time}|\d{{4}}[年./][^,。;\n]{{0,14}}?)"
    return re.compile(rf"{front}{_manner()}(?:{verbs})(?!命)")


@cache
def _onward() -> re.Pattern[str]:
    """A mark before the first letter of all that, or a year: a career goes on there."""
    words = lexicon.words("posts", "career_manner", "career_verbs")
    begins = "".join({*"他她其并于在自从当同次翌去今前起后底初,", *(word[0] for word in words)})
    return re.compile(rf"[,。;(:\d](?:(?<=[,。;(:])(?=[{begins}\d])|(?=\d{{3}}[年./]))")


@cache
def _taking_begins() -> frozenset[str]:
    """The first letters of all that."""
    known = ("career_manner", "taking", "career_verbs")
    return frozenset((*"(同先女等两三四五六七八九十", *(word[0] for word in lexicon.words("posts", *known))))


def taken(text: str, start: int, end: int) -> Iterator[Span]:
    """The posts that a verb right after a name gives to it: 张三任县委书记、县长."""
    first = start + text.startswith(",", start)
    verb = _taking().match(text, start, end) if text[first : first + 1] in _taking_begins() else None
    if verb and not _HEADING.match(text, start):
        yield from _listed(text, verb.end(), _stop(text, verb.end(), end))
    told = text.startswith("作为", start) or text.find("身份", start, end) >= 0
    capacity = _CAPACITY.match(text, start, end) if told else None
    if capacity:
        yield from _whole(text, *capacity.span("held" if capacity["held"] else "as"))


def career(text: str, start: int, end: int) -> Iterator[Span]:
    """The posts of a career told after a name, year by year or in lines of their own."""
    line = text.find("\n", start, end)
    stop = line if line >= 0 else end
    born = _BORN.match(text, start, stop) if text.find("生", start, min(stop, start + _HEAD)) >= 0 else None
    told = end if born else stop
    if text.find("任", start, told) >= 0 or text.find("当选", start, told) >= 0:
        yield from _told(text, start, told)
    if born and text.find(",", start, start + 8) >= 0:
        yield from _titles(text, start, born.end())
    if line >= 0:
        yield from _lines(text, start, end)


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    """The posts that verbs of a career give further on in a stretch."""
    last = start
    for begin in _onward().finditer(text, start, end):
        at = begin.end() - begin[0].isdigit()
        verb = _career().match(text, at, end) if at >= last else None
        if verb is None:
            continue
        last = verb.end()
        if text[at - 1] != "(" or at - 1 <= start:  # else a note on somebody else
            yield from _listed(text, last, _stop(text, last, end))


def _titles(text: str, start: int, end: int) -> Iterator[Span]:
    """The ranks in the head of a CV: ``大学学历,高级工程师``."""
    for group in _GROUP.finditer(text, start, end):
        if text[group.end() : group.end() + 1] in (",", "。", ";", "\n", ""):
            yield from _whole(text, *group.span())


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The posts in the lines of a CV, and in the lines of terms of office below them."""
    last = 0
    for at in occurrences(text, "\n", start, end):
        first = text[at + 1 : at + 2]
        line = _LINE.match(text, at + 1, end) if first.isdecimal() or first in _LINE_MARKS else None
        if line is None:
            continue
        held = Span(*line.span("held"))
        for group in _GROUP.finditer(text, *held):
            yield from _posts(text, group.start(), group.end())
        yield from _told(text, *line.span())
        last = line.end()
    terms = _TERMS.match(text, last, end) if last else None
    while terms:
        for group in _GROUP.finditer(text, *terms.span()):
            yield from _posts(text, group.start(), group.end())
        terms = _TERMS.match(text, terms.end(), end)


def _stop(text: str, start: int, end: int) -> int:
    """Where a list of posts ends at the latest: with the sentence, or before what belongs to the next name."""
    told = _SENTENCE.match(text, start, end)
    if told and told.end() < end:
        return told.end()
    if end == len(text) or text[end] in "\n。;":
        return end
    last = text.rfind(",", start, end)
    return last if last >= 0 else text.find("、", start, end)


def _listed(text: str, start: int, stop: int) -> Iterator[Span]:
    """The posts of a list that starts here, group by group, up to words that are none."""
    first = True
    for group in _GROUP.finditer(text, start, stop):
        spans = list(_posts(text, *group.span()))
        if not (first or (spans and _is_full(text, spans, group))):
            return
        yield from spans
        first = False


def _is_full(text: str, spans: list[Span], group: re.Match[str]) -> bool:
    """Whether the posts of a group stand from its beginning to its end: no ``县委常委、县政府领导参加``."""
    to_the_end = text.find("、", spans[-1].end, group.end()) < 0
    return to_the_end and spans[0].start == _begin(text, *group.span()) and "为" not in group[0]


def _begin(text: str, start: int, end: int) -> int:
    """Where the words begin behind a 兼 or 及."""
    link = _LINK.match(text, start, end)
    return link.end() if link else start


def _posts(text: str, start: int, end: int) -> Iterator[Span]:
    """The posts of a group between commas, as a whole or part by part."""
    spans = _whole(text, start, end)
    if spans:
        yield from spans
        return
    for part in _PART.finditer(text, start, end):
        yield from _whole(text, part.start(), part.end())


def _whole(text: str, start: int, end: int) -> list[Span]:
    """The posts that fill a stretch to the last letter, but for what links them and what goes on behind them."""
    start = _begin(text, start, end)
    if text.find("有关", start, end) >= 0:
        return []
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    ranked = ranks.before(text, end) > 0
    for stop in (end,) if ranked else (past.start() for past in _PAST.finditer(text, start + 2, end)):
        spans = chain(text, stop, start)
        if spans and spans[0].start > start and _JOINED.fullmatch(text, start, spans[0].start):
            spans[0] = Span(start, spans[0].end)
        if spans and spans[0].start == start:
            return spans
    plain = 0
    if not ranked and text.endswith(_plain_ranks(), start, end):
        plain = next(len(rank) for rank in _plain_ranks() if text.endswith(rank, start, end))
    return [Span(start, end)] if plain and reach(text, end - plain, start) == start else []


@cache
def _plain_ranks() -> tuple[str, ...]:
    """The ranks of a career alone, the longest first."""
    return tuple(sorted(lexicon.words("posts", "career_ranks"), key=len, reverse=True))
