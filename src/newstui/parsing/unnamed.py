"""Meetings that the body gives no full name: those only the title names, and bare words such as 座谈会."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Reading
from newstui.parsing.event_names import EARLIER, Name, names
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, where

_BARE_WORDS: Final = frozenset(words("meeting", "heads.bare"))
_BARE: Final = either(_BARE_WORDS)
_STUDIES: Final = either(words("meeting", "heads.studies"))
_TALKS: Final = either(words("meeting", "heads.talks"))
_CEREMONY: Final = "(?:签约|启动|揭牌|授牌|颁奖|开班|开工|捐赠)仪式"
_HELD: Final = late(
    rf"(?:召开|举行|举办|组织)了?(?:[一两]?[次场个])?(?P<name>{_BARE})(?=[,。;!\n]|$|上|时|听取|并)|"
    rf"(?:参[加与]|出席|主持)了?(?:[本此这]次)?(?P<attended>座谈会|交流会|报告会|[开闭]幕式|{_CEREMONY})(?=[,。;!\n]|$)|"
    rf"(?:召开|举行)的(?P<later>{_BARE})上|"
    rf"(?<![^,。;\n ])(?P<past>成立大会|{_CEREMONY})[上后],|"
    rf"(?<![^,。;\n ])(?P<led>{_BARE})(?:由[^,。;]{{2,40}}主持|[在于][^,。;]{{2,24}}(?:召开|举行|举办))"
)
_STUDIED: Final = late(
    rf"(?:开展|进行|组织|举行|举办|召开)了?(?:一次)?(?P<name>{_STUDIES})(?=[,。;!\n]|$|并|时)"
    rf"|[作做]了?(?:一场|一次)?(?:关于|题为|以)?[《“][^《》“”\n]{{2,60}}[》”](?:为题的?|的|)(?:一场)?(?P<talk>{_TALKS})"
    rf"|以[《“][^《》“”\n]{{2,60}}[》”]为题,?(?:[为给对向][^,。;\n]{{2,24}}?)?"
    rf"(?:[作做上讲]|讲授|带来|进行)了?(?:一[场堂次节])?(?:精彩的?|生动的?)?(?P<given>{_TALKS})"
)
"""What people learnt together, and a talk they heard, which is called by no name."""
_FIRSTS: Final = f"成签启揭授颁开捐{''.join(sorted({word[0] for word in words('meeting', 'heads.bare')}))}"
_BEGINS: Final = late(rf"[召举组参出主{_FIRSTS}](?:(?<=[召举组参出主])(?=[开行办织加与席持])|(?<=[,。;\n ].)|(?<=^.))")
"""The first letters of a verb, or of a bare word for a meeting behind a mark or at the head of the text."""
_ORDERED: Final = late(
    "(?:要(?<![重主首摘纲概]要)|应(?![急对用邀届])|[须将拟曾每]|可以|定期|及时|去年|此前)[^,。;\n]{0,16}$"
)
"""Before a meeting that is only to be held, or that was held before."""
_TOLD: Final = frozenset({"held-by", "is-held", "attended"})
_HEAD: Final = 2
"""The last letters of a name, which the body must repeat where only the title has the whole."""
_ON_A_DAY: Final = late(r"\d[日号]|[今昨]天|[今昨]日|(?<!连)日前|近日")
_LEAD: Final = 600
_NEAR: Final = 18
_EARLY: Final = 3
"""In so many of the first paragraphs."""
_HEAD_LINE: Final = 40
"""Up to so long a line is a caption or a head rather than a paragraph."""
_OPENS: Final = late(rf"(?:在(?:随后的)?)?({_BARE})上,")
_WELCOMED: Final = late("举行了?(?:[^,。;]{0,10}的)?(欢迎(?:仪式|宴会|晚宴))[,。;]")
_THERE: Final = late("[。;,\n ](?:在)?(?:随后的)?(?:会|会议|座谈会|汇报会|交流会|调度会)上")
"""Begins what is told of a meeting held before."""
_SAT_THERE: Final = late("[,。][^,。;]{2,40}(?:出席|主持)了?(?:会议|座谈会)")
"""Right behind a meeting: who attended it or was in the chair."""
_HELD_THERE: Final = late("(?:召开|举行|举办)的(?=[^,。;、的“”《》]{2,8}$)")
"""Before a bare word, which a few letters more make a name."""
_OF_TOUR: Final = ("座谈会", "座谈会议", "汇报会", "交流会", "调度会", "协调会", "现场会", "碰头会", "办公会")
"""What those who inspect something hold on their way: no event of its own where nobody presides."""


def fuller(plain: str, name: Span, body: Span) -> Span:
    """A name, or where it is a bare word the longer one that ends with it and was held: 在某处举行的工作洽谈会上."""
    word = plain[slice(*name)]
    at = plain.find(f"{word}上", *body) if word in _BARE_WORDS else -1
    told = _HELD_THERE.search(plain, max(body.start, at - _NEAR), at) if at >= 0 else None
    return Span(told.end(), at + len(word)) if told else name


def of_title(page: Page, reading: Reading) -> Name | None:
    """The meeting that the title names and the body only speaks of: 会议指出."""
    title, body = reading.parts.title, reading.parts.body[:1]
    if title is None or not body or body[0].holds(title):
        return None
    lead = page.plain[body[0].start : min(body[0].end, body[0].start + _LEAD)]
    told = (name for name in names(page.plain, title) if name.rule in _TOLD)
    return next((name for name in told if _stem(page.plain, name.span.end) in lead), None)


def _stem(plain: str, end: int) -> str:
    """The letters at the end of a name that the body repeats: 仪式; 报告 of 报告会."""
    return plain[end - _HEAD - 1 : end - 1] if plain[end - 1] == "会" else plain[end - _HEAD : end]


def bare(page: Page, reading: Reading) -> Name | None:
    """The first bare word for a meeting that took place: 并召开座谈会."""
    found = (name for body in reading.parts.body for name in _bare(page, body))
    told = next((name for name in found if not ends_tour(page, reading, name.span)), None)
    return told or _studied(page, reading) or _scene(page, reading) or _welcome(page, reading)


def _studied(page: Page, reading: Reading) -> Name | None:
    """What the first paragraph says was learnt together on some day, or the talk that was given there."""
    first = next((line for body in reading.parts.body for line in page.lines_in(body)), None)
    if first and any(
        role.role == "inspected" and role.span.start < first.end for one in reading.people for role in one.roles
    ):
        return None
    for sentence in page.sentences(first) if first else ():
        told = _STUDIED.search(page.plain, *sentence)
        if not told or not _ON_A_DAY.search(page.plain, sentence.start, told.start()):
            continue
        if not _ORDERED.search(page.plain, max(sentence.start, told.start() - _NEAR), told.start()):
            return Name(Span(*told.span(told.lastgroup or 0)), "bare", told.start())
    return None


def _welcome(page: Page, reading: Reading) -> Name | None:
    """The ceremony or banquet that welcomes somebody; it is only a part of a visit where talks are held as well."""
    for body in reading.parts.body:
        is_visit = any(page.plain.find(word, *body) >= 0 for word in ("会谈", "访问", "来访"))
        if not is_visit and (welcome := _WELCOMED.search(page.plain, *body)):
            return Name(Span(*welcome.span(1)), "bare", welcome.start())
    return None


def _scene(page: Page, reading: Reading) -> Name | None:
    """The bare word that opens the second or third paragraph, where the report plays from there on: 座谈会上,某某…."""
    lines = (line for body in reading.parts.body for line in page.lines_in(body) if line.end - line.start > _HEAD_LINE)
    for line in islice(lines, 1, _EARLY):
        if opening := _OPENS.match(page.plain, *line):
            return Name(Span(*opening.span(1)), "bare", line.start)
    return None


def ends_tour(page: Page, reading: Reading, name: Span) -> bool:
    """Whether a bare word is what a tour ends with: ``现场察看后召开座谈会``.

    The first paragraph tells of somebody who inspects and sits down with nobody, nobody presides anywhere, and
    nothing is told of what was said there.
    """
    lead = next(iter(page.lines_in(reading.parts.body[0])), None)
    if lead is None or page.plain[slice(*name)] not in _OF_TOUR:
        return False
    roles = [role for one in reading.people for role in one.roles]
    first = {role.role for role in roles if role.span.start < lead.end}
    title = reading.parts.title or lead
    sits = any(page.plain.count("座谈", *line) > page.plain.count("座谈会", *line) for line in (title, lead))
    sits = sits or "met" in first or page.plain.find("双方", *lead) >= 0
    if page.plain.startswith("上", name.end) or _SAT_THERE.match(page.plain, name.end):
        return False
    if _THERE.search(page.plain, name.end, reading.parts.body[-1].end):
        return False
    return "inspected" in first and not sits and not any(role.role == "presided" for role in roles)


def _bare(page: Page, body: Span) -> Iterator[Name]:
    """The bare words for an event that a part of the body says is held; no earlier one, none that is ordered."""
    first = page.plain.find("\n", *body)
    for match in where(_BEGINS, _HELD, page.plain, body):
        begin = max(page.plain.rfind(mark, body.start, match.start()) for mark in "。\n") + 1
        if 0 <= first < begin and EARLIER.match(page.plain, begin):
            continue
        if not _ORDERED.search(page.plain, max(body.start, match.start() - _NEAR), match.start()):
            yield Name(Span(*match.span(match.lastgroup or 0)), "bare", match.start())
