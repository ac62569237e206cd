"""The meeting or event reported: its name as the body gives it, day, period of the day, form and venues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from newstui.model.article import Span
from newstui.model.reading import Meeting, Reading
from newstui.parsing.boilerplate import FORMER_TITLE
from newstui.parsing.dates import day_of
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page

_HEAD: Final = rf"(?P<head>{either([*words('meeting', 'heads.full'), '会'])})"
_BODY: Final = re.compile(rf"(?:{either(words('meeting', 'heads.no_meeting'))}|(?<!协)商)$")
_FOLLOWS: Final = (
    r"(?=[,。;:!?\n、]|$|\s|并|传达|时|上(?!级)|在|于|以|\d{1,2}[日月]|[一二三十]{1,3}[日月]|召|举|隆重|顺利|如期|正式|圆满|成功|今|昨|日前|近日"
    r"|开幕|闭幕|拉开|落|启动|研究|学习|听取|讨论|贯彻|对|就|期间|通过|安排|部署|审议|集中|专题|要求|强调|指出|认为|明确|提出|决定|的|又|”)"
)
_NAME_END: Final = re.compile(rf"{_HEAD}(?:\([^)\n]{{1,16}}\))?{_FOLLOWS}")
_STOP: Final = re.compile(
    r"“[^”\n]{1,40}”|《[^》\n]{1,40}》|\d日(?:电|讯|消息)\s*(?:\([^)\n]{1,30}\))?|讯\s*\([^)\n]{1,30}\)|\([^)\n]{1,30}\)|[,。;:!?]"
)
_HOLD: Final = re.compile(either(words("meeting", "verbs.hold")))
_WEAK: Final = re.compile(rf"(?:{either(words('meeting', 'verbs.weak'))})(?!的)")
_ATTEND: Final = re.compile(rf"(?:{either(words('meeting', 'verbs.attend'))})")
_HELD: Final = re.compile(
    rf"(?:又一次)?[^,。;:]{{0,40}}?(?:{either(words('meeting', 'verbs.held'))})(?!后|前|时|以来|之后|期间|的)"
)
_LONGEST: Final = 75
_PARAGRAPHS: Final = 12
_TIME: Final = re.compile(
    r"^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?(?:至|-|—|~)?(?:\d{1,2}[日号])?|\d{1,2}日|[今昨近]日|今天|昨天|日前|近日)?(?:上午|下午|晚上?|中午)?\s*"
)
_LEADING: Final = re.compile(
    r"^(?:为此|[我本](?:校|院|市|县|区|省|局|厅|司|公司|单位|镇|乡)|(?:学校|学院|医院|公司|集团|全校|全院)(?=\d|第[一二三四五六七八九十])|据悉|随后|期间|会后|当天|当日|同日|了|\s|由[^,。;]{2,60}?(?:主办|承办|协办|举办|组织|召集|参加|发起|牵头)的|在[^,。;的]{2,20}?(?:举行|召开|举办)的|[^,。;的由在]{2,24}(?:举行|召开|举办|开展|组织)的|了?一[次场]|第?一期)+"
)
_OTHER_TIME: Final = re.compile(
    r"将(?:于|在|要)?|前来|胜利|拟|去年|此前|曾|日前印发|计划|即将|下一步|每年|定期|要|以来"
)
_DAY: Final = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]\s*(?P<period>上午|下午|晚上|晚|中午|凌晨|清晨)?"
)
_FORM: Final = re.compile(
    rf"(?:以|采取|采用|通过|采取了)\s*“?(?P<form>{either(words('meeting', 'form.words'))})”?"
    r"(?:会议)?的?(?:相结合的|结合的)?(?:形式|方式)"
)
_NAME_FORM: Final = re.compile(r"电视电话会议|视频会议|视频会|电视会议|网络会议|线上会议|现场会|视频推进会|视频座谈会")
_MAIN_PLACE: Final = re.compile(
    r"(?P<place>[^,。;:、]{2,24}?)(?:设立|设有|设)(?:了)?(?:中心|主)会场|(?:中心|主)会场设在(?P<set>[^,。;:、]{2,24})"
)
_HELD_AT: Final = re.compile(
    r"[在于](?P<place>[^,。;:在]{2,24}?)(?:隆重|顺利|如期|正式|成功|圆满)*(?:组织)?(?:召开|举行|举办|开幕|闭幕|启动|开班|揭牌|开讲)"
)
_VENUE_END: Final = re.compile(
    r"(?:宾馆|酒店|饭店|会议室|会议中心|礼堂|大厅|报告厅|会堂|剧院|广场|中心|馆|厅|室|楼|校区|学校|大学|学院|[中小]学|医院|现场|会场|堂|园区?|基地|公司|大厦|宫|机关|大院)[一二三四五六七八九十\d]*$"
)
_BASE: Final = {"held-by": 3, "is-held": 3, "attended": 2, "said-of": 1, "said-at": 0}
_NOT_AFTER: Final = ("精神", "期间", "的要求", "部署", "后", "召开后")
_NOT_FIRST: Final = ("的", "有关", "相关", "本次", "此次", "这次", "上述", "每", "各")
_AT_MEETINGS: Final = frozenset({"presided", "attended", "was-heard"})
_NEAR: Final = 160
"""How near the name of a meeting deep in a report somebody must take part for it to be the event."""
_ABOVE: Final = re.compile(
    r"(?:党的|中共|中国共产党)第?[一二三四五六七八九十]{1,3}(?:大|届[一二三四五六七八九]中全会|届中央委员会.*全体会议)$|(?:中共|中国共产党).*全国代表大会$"
)
_ASKS: Final = re.compile(r"(?:要求|强调|指出|认为|明确|提出|决定)")
"""Behind the name of a meeting held some days ago, that makes its words the news."""
_ONLY_STUDIED: Final = re.compile(r"上的?[^,。;]{0,16}精神")
_GENERIC: Final = frozenset(words("meeting", "heads.generic"))
_TOUR_TITLE: Final = re.compile(r"会见|会谈|访问|接见")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of a meeting found in the text, with how far it can be trusted."""

    span: Span
    rule: str
    sentence: Span
    weight: int


def find_meeting(page: Page, reading: Reading) -> Reading:
    """The meeting that the report is about; None for tours and reactions that name none."""
    candidates = [found for found in _candidates(page, reading) if found.weight > 0]
    if not candidates:
        return reading
    best = max(candidates, key=lambda each: (each.weight, -each.span.start))
    date, period = _day(page, reading, best)
    name = re.sub(r"\s+", "", best.span.of(page.text)) if "\n" in best.span.of(page.text) else best.span.of(page.text)
    meeting = Meeting(
        name, best.span, date, period, _form(page, reading, best), _venues(page, reading, best), best.rule
    )
    return replace(reading, meeting=meeting)


def _candidates(page: Page, reading: Reading) -> Iterator[Candidate]:
    """Every name of a meeting in the body, weighed by how it is introduced, where, and whether the title repeats it."""
    plain = page.plain
    acts = sorted(
        role.span.start for person in reading.people for role in person.roles if _AT_MEETINGS & {role.role, role.rule}
    )
    title = re.sub(r"\s", "", reading.parts.title.of(plain)) if reading.parts.title else ""
    for depth, sentence in _sentences(page, reading):
        ends = list(_NAME_END.finditer(plain, sentence.start, sentence.end))
        stops = [sentence.start, *_stops(plain, sentence)] if ends else []
        for end in ends:
            if _inside_brackets(plain, max(sentence.start, end.start() - _LONGEST), end.start()):
                continue
            if end["head"] == "会" and _BODY.search(plain, max(0, end.start() - 4), end.start()):
                continue
            clause = stops[bisect_right(stops, end.start()) - 1]
            found = _introduced(plain, max(clause, end.end() - _LONGEST), end.end())
            span = _trim(plain, Span(found[1], end.end())) if found else None
            if plain.startswith("的", end.end()) and not _describes_somebody(plain, end.end(), reading):
                continue
            if found and span:
                takes_part = bisect_left(acts, span.start - _NEAR) < bisect_right(acts, span.end + _NEAR)
                weight = _BASE[found[0]] + _weight(plain, sentence, span, title, depth, found[0], takes_part, clause)
                yield Candidate(span, found[0], sentence, weight)


def _inside_brackets(plain: str, start: int, end: int) -> bool:
    """Whether a bracket that opens in a stretch is still open at its end."""
    return plain.rfind("(", start, end) > plain.rfind(")", start, end)


def _describes_somebody(plain: str, at: int, reading: Reading) -> bool:
    """Whether ``出席某活动的某某`` goes on to name the one who attended."""
    stop = min((end for mark in ",。;" if (end := plain.find(mark, at, at + 40)) >= 0), default=at + 40)
    return any(at < mention.start < stop for person in reading.people for mention in person.mentions)


def _stops(plain: str, sentence: Span) -> list[int]:
    """Where clauses begin: behind marks outside quotes and brackets, and behind datelines."""
    return [
        match.end()
        for match in _STOP.finditer(plain, sentence.start, sentence.end)
        if match.group()[0] not in "“《(" and len(match.group()) != 0
    ]


def _introduced(plain: str, clause: int, end: int) -> tuple[str, int] | None:
    """How a name that ends here is introduced, and where it begins."""
    if hold := _HOLD.search(plain, clause, end):
        told = plain.startswith("的", hold.end())
        return ("said-of", hold.end() + 1) if told else ("held-by", hold.end())
    attends = list(_ATTEND.finditer(plain, clause, end))
    if attends:
        return "attended", attends[-1].end()
    after = plain[end : end + 60].removeprefix("”")
    at = plain.find("在", clause, end)
    if after.startswith("上") and at >= 0:
        return "said-at", at + 1
    if _HELD.match(after):
        return "is-held", clause
    weak = list(_WEAK.finditer(plain, clause, end))
    return ("held-by", weak[-1].end()) if weak and not after.startswith("的") else None


def _sentences(page: Page, reading: Reading) -> Iterator[tuple[int, Span]]:
    """The sentences of the body, each with the number of its paragraph."""
    depth = -1
    for body in reading.parts.body:
        for line in page.lines:
            start, end = max(line.start, body.start), min(line.end, body.end)
            if start >= end or page.plain.startswith(FORMER_TITLE, start):
                continue
            depth += 1
            if depth >= _PARAGRAPHS:
                return
            for sentence in page.sentences(Span(start, end)):
                if depth == 0 or not _said(reading, sentence):
                    yield depth, sentence


def _said(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence is part of somebody's words."""
    return any(speech.span.start < sentence.start < speech.span.end for speech in reading.outline)


def _trim(plain: str, span: Span) -> Span | None:
    """The name without times and openings before it; None where nothing but a general word is left."""
    start, end = span
    for pattern in (_TIME, _LEADING, _TIME, _LEADING):
        match = pattern.match(plain[start:end])
        start += match.end() if match else 0
    if plain[start] == "“" and "”" not in plain[start:end]:
        start += 1
    name = plain[start:end]
    if name in _GENERIC or len(name) < 3 or name.startswith(_NOT_FIRST) or re.match(r"(?:会议|活动|座谈)?[由在]", name):
        return None
    return Span(start, end) if not re.search(r"[,。;]|会议指出|强调|指出", name) else None


def _weight(
    plain: str, sentence: Span, span: Span, title: str, depth: int, rule: str, takes_part: bool, clause: int
) -> int:
    before, after = plain[max(clause, span.start - _LONGEST) : span.start], plain[span.end : span.end + 6]
    if _OTHER_TIME.search(before) or after.startswith(_NOT_AFTER) or (after.startswith("的") and rule != "attended"):
        return -9
    if _ABOVE.search(plain, span.start, span.end):
        return -9
    shared = _shared(re.sub(r"\s", "", span.of(plain)), title)
    named = 3 if shared >= 6 else 2 if shared >= 4 else 0
    place = 2 if depth == 0 else 1 if depth == 1 else 0
    if rule == "said-of" and (depth or not _ASKS.match(plain, span.end)):
        return -9
    if rule == "said-at" and _ONLY_STUDIED.match(plain, span.end, span.end + 30):
        return -9
    if rule == "said-at":
        return (named + place) if shared >= 5 and depth < 2 else -9
    if (rule == "attended" or span.of(plain).endswith("活动")) and depth > 1:
        return -9
    if depth > 1 and not takes_part:
        return -9
    return named + place - (2 if span.end - span.start < 5 else 0)


def _shared(name: str, title: str) -> int:
    """Length of the longest run of characters that a name has in common with the title."""
    best = 0
    for start in range(len(name)):
        while start + best < len(name) and name[start : start + best + 1] in title:
            best += 1
    return best


def _day(page: Page, reading: Reading, found: Candidate) -> tuple[str | None, str | None]:
    """The ISO day (where the year is certain) and the period of the day, before the name or right behind it."""
    days = list(_DAY.finditer(page.plain, found.sentence.start, found.span.start))
    behind = _DAY.match(page.plain, found.span.end + page.plain.startswith(("于", "在"), found.span.end))
    day = days[-1] if days else behind
    if day is None:
        return None, None
    year = day["year"] or _year(reading.published, day)
    return (day_of(year, day["month"], day["day"]) if year else None), day["period"]


def _year(published: str | None, day: re.Match[str]) -> str | None:
    """The year of a day without one: that of publication, or the one before for a day later than that."""
    if published is None:
        return None
    same = day_of(published[:4], day["month"], day["day"])
    return published[:4] if same and same <= published[:10] else str(int(published[:4]) - 1)


def _form(page: Page, reading: Reading, found: Candidate) -> str | None:
    for body in reading.parts.body:
        match = _FORM.search(page.plain, body.start, body.end)
        if match:
            return page.text[match.start("form") : match.end("form")]
    named = _NAME_FORM.search(page.plain, found.span.start, found.span.end)
    return page.text[named.start() : named.end()] if named else None


def _venues(page: Page, reading: Reading, found: Candidate) -> tuple[str, ...]:
    """Main venues: where one was set up, else where the meeting was held."""
    venues: list[str] = []
    for body in reading.parts.body:
        for match in _MAIN_PLACE.finditer(page.plain, *body) if "会场" in body.of(page.plain) else ():
            group = "place" if match["place"] else "set"
            venues.append(page.text[match.start(group) : match.end(group)])
    if venues:
        return tuple(dict.fromkeys(venues))
    held = _HELD_AT.search(page.plain, found.sentence.start, found.sentence.end)
    if held and _VENUE_END.search(held["place"]):
        return (page.text[held.start("place") : held.end("place")],)
    return ()
