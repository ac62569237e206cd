"""When, where and in what form a meeting was held."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Reading
from newstui.parsing.dates import day_of
from newstui.parsing.hanzi import LEVELS
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import ENDLESS, Page

_DAY: Final = late(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]\s*(?P<period>上午|下午|晚上|晚|中午|凌晨|清晨)?"
)
_FORM: Final = late(
    rf"(?:以|采取|采用|通过|采取了)\s*“?(?P<form>{either(words('meeting', 'form.words'))})”?"
    r"(?:会议)?(?:[和与][^,。;]{2,8})?的?(?:相结合的|结合的)?(?:同步)?(?:形式|方式)"
)
_NAME_FORM: Final = late(r"电视电话会议|视频会议|视频会|电视会议|网络会议|线上会议|现场会|视频推进会|视频座谈会")
_MAIN_PLACE: Final = late(
    r"(?P<place>[^,。;:、]{2,24}?)(?:设立|设有|设)(?:了)?(?:中心|主)会场|(?:中心|主)会场设在(?P<set>[^,。;:、]{2,24})"
    r"|位于(?P<at>[^,。;:、的]{2,24})的(?:中心|主)会场"
)
_HELD_AT: Final = late(
    r"[在于](?P<place>[^,。;:在]{2,24}?)(?:隆重|顺利|如期|正式|成功|圆满|胜利|联合|主持)*"
    "(?:组织)?(?:召开|举行|举办|开幕|闭幕|启动|开班|揭牌|开讲|开展|进行|(?<=组织)(?=全体|各|全[校院县市局]))"
)
_VENUE_END: Final = late(
    rf"(?:{either(words('meeting', 'venue.ends'))}|[{LEVELS}]委|[^乡农]村)"
    r"[东南西北]?[A-Za-z]?[-一二三四五六七八九十\d]*$"
)


def day_held(page: Page, reading: Reading, sentence: Span, name: Span) -> tuple[str | None, str | None]:
    """The ISO day (where the year is certain) and the period of the day, before the name or right behind it."""
    end = name.start if sentence.holds(name) else sentence.end
    told = page.plain.find("月", sentence.start, end) >= 0
    days = list(_DAY.finditer(page.plain, sentence.start, end)) if told else []
    behind = _DAY.match(page.plain, name.end + page.plain.startswith(("于", "在"), name.end))
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


def form_of(page: Page, reading: Reading, name: Span) -> str | None:
    """How it was held: 电视直播, 视频会议 …, told in the body or by the name itself."""
    for body in reading.parts.body:
        told = page.plain.find("形式", *body) >= 0 or page.plain.find("方式", *body) >= 0
        match = _FORM.search(page.plain, body.start, body.end) if told else None
        if match:
            return page.text[match.start("form") : match.end("form")]
    named = _NAME_FORM.search(page.plain, name.start, name.end)
    return page.text[named.start() : named.end()] if named else None


def venues_of(page: Page, reading: Reading, sentence: Span) -> tuple[str, ...]:
    """Main venues: where one was set up, else where the meeting was held."""
    venues: list[str] = []
    told = any(place in page.plain for place in ("主会场", "中心会场"))
    for each in (each for body in reading.parts.body for each in page.sentences(body)) if told else ():
        near = Span(each.start, min(each.end, each.start + ENDLESS))
        for match in _MAIN_PLACE.finditer(page.plain, *near) if page.plain.find("会场", *near) >= 0 else ():
            group = match.lastgroup or "place"
            venues.append(page.text[match.start(group) : match.end(group)])
    if venues:
        return tuple(dict.fromkeys(venues))
    place = _HELD_AT.search(page.plain, sentence.start, sentence.end)
    if place is None or not _VENUE_END.search(place["place"]):
        return ()
    venue = page.text[place.start("place") : place.end("place")]
    both = venue.split("和")
    return tuple(both) if all(map(_VENUE_END.search, both)) else (venue,)
