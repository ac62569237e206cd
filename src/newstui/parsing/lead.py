"""The title of a text that stands without a headline: the clause of its lead that says what happened."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Reading
from newstui.parsing import dateline
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, trimmed

_LEAD_TIME: Final = late(
    r"^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日?(?:[-—至~、和](?:\d{1,2}月)?\d{1,2}日?)?(?:上午|下午|晚上?|中午|清晨|凌晨)?"
    r"|[近今昨]日|[今昨]天(?:\([^()\n]{3,8}\))?(?:上午|下午|晚上?)?|日前|连日来|\d{1,2}日(?:上午|下午|晚)?)"
    rf"(?:(?<=[午晨上晚])[{NUMERALS}\d]{{1,3}}(?:[点时][{NUMERALS}\d]{{0,3}}[分半整许]?|:\d\d)许?)?[,\s]?"
)
_HERE: Final = late(r"在[我本][校市县区省院镇乡](?:隆重|成功|顺利|如期|正式)?(?:召开|举行|举办)$")
_BYLINE: Final = late(r"[\s:)】]*(?:\([^()\n]{1,30}\))?\s*")
"""Between a dateline and the report."""
_LEAD: Final = 2
"""In how many sentences from the first what happened is looked for."""
_ROOM: Final = late(
    rf"[在于][^,。]{{2,20}}(?:室|厅|楼|堂|馆|场|宫)[{NUMERALS}\d]{{0,4}}(?:隆重|组织)?(?:召开|举行|举办)了?(?=\d{{4}}年|第[{NUMERALS}])"
)
_ASIDE: Final = late(
    "(?:由)?[^,。;“”]{2,40}(?:主办|承办|协办|支持|指导)的(?=[^,。;的]{6})|在[^,。;]{2,16}(?:会议室|报告厅|礼堂|大厅)(?=[^,。;的]{4})"
)
"""Who stood behind an event, or where it was held, before its name."""
_CLAUSE: Final = late(r"(?:“[^”\n]*”|\([^()\n]*\)|[^,。;])+")
_LONGEST: Final = 60
"""Words of more letters are no headline."""
_UNFINISHED: Final = late(r"(?:时|中|会上)(?:强调|指出|要求|提出|表示)$")
"""Ends a clause that only says who speaks."""
_CALLED: Final = late("(?:召开|举行)会议$")
"""Ends a clause that names a meeting by no more than this word."""
_MORE: Final = late(",(?!要求|强调)[^,。;]{4,40}(?=[,。;])")
_REACH: Final = 300
_WITHOUT_DOER: Final = late(
    rf"(?:{either(words('roles', 'inspection.tour'))}"
    r"|在|到|赴|来|来到|前往|深入|率|带队|带领|率队|先后|分别|联合|专程|实地|亲切|集中|现场|认真|并|就|对|围绕"
    r"|隆重|顺利|圆满|共同|赶赴|奔赴|邀请|特邀|以及|结合|通过|主持|组织(?!部|委)|召开"
    r"|举行|举办|开展|出席|参加|会见|听取|察看|查看|因病|于|视频|督办|随机|随后|立即|迅速|及时|马上|启动|开幕|闭幕|开班|揭牌|开工)(?!会)"
)
_EVENT: Final = late(
    r"(?:召开(?!的)|举行(?!的)|举办(?!的)|(?<!结合)开展|走进|收听收看|逝世"
    r"|组织(?!市|党|全|干|部|委|生活|关系|振兴|建设|机构|领导)|看望|慰问(?![品金信电])|会见|签约|启动|开幕|闭幕|开班"
    r"|揭牌|奠基|拉开(?:帷幕|序幕|大幕))"
    r"|(?:调研|考察|督导|检查|视察|走访)(?![室组员处科局办站报]|时(?!强调|指出|要求))"
    r"|组织[^,。;]{4,}(?:会|会议|班)(?=[,。;]|$)"
)
_AROUND: Final = late(r"(?:通过|根据|按照|依托|借助)|.*(?:之际|期间|以来|前夕|后)$")
_PURPOSE: Final = late(
    r"要求|确保|力争|为(?:了|进一步|深入|全面|切实|认真|更好|充分|扎实|有效|加强|推[进动]|贯彻|落实|做好|确保|提[高升]|纪念|庆祝|迎接)"
)
"""A clause that only says how, when or why something was done."""
_WATCHED: Final = late(r"(?:开幕|闭幕),[^。;]*(?:收看|收听)")
"""An event elsewhere, which those who act here only watched."""
_PRONOUN: Final = late(r"[他她它你]|大家")
"""Words that stand for somebody named before, as in a story: no headline begins so."""
_QUOTED: Final = late(r"“([^“”\n]{6,}[会坛式礼班赛动])”(?=在)")
"""The name of an event, too long to say besides where it was held."""
_SIGNED: Final = late("签署|签订|当选|竣工|通车|投产|落成|出台")
"""An act of the first sentence that is more than the event the second one tells of."""
_BACK: Final = late("[本此这该][次届]|活动|会议")
"""Begins a clause that says more of what was told before it."""
_ACT: Final = late(
    f"{_SIGNED.pattern}|参观|访问|来访|到访|抵达|成立|任命|颁奖|授予|开工|揭幕|传达|学习|听取|审议|研究|部署|收看|座谈|接待|赴"
    "|印发|发布|通报|做客|督办|督察|督查|调度|接访|下访|暗访|巡查|巡察|祭扫|宣讲|授课|颁发|表彰|捐赠|发放"
)
"""What a first sentence without a greater event tells."""


def lead_title(page: Page, line: Span) -> Span | None:
    """The clause of the first sentence that says what happened, for a text that stands without a headline."""
    lead = page.sentences(line)[:_LEAD]
    eventful = (each for each in lead if _EVENT.search(page.plain, each.start, each.end))
    first = next(eventful, None)
    if first and (first == lead[0] or not _SIGNED.search(page.plain, *lead[0])):
        told = _lead_clause(page, first, _EVENT)
        if told is None or not _BACK.match(page.plain, *told):
            return told
    return _lead_clause(page, lead[0], _ACT) if lead and _ACT.search(page.plain, *lead[0]) else None


def _lead_clause(page: Page, sentence: Span, event: re.Pattern[str]) -> Span | None:
    """The clause with a word for an event; one without a doer begins with the clause that names him."""
    plain = page.plain
    opening = dateline.find(plain, sentence.start, sentence.end)
    begin = _BYLINE.match(plain, opening.dateline.span.end if opening else sentence.start)
    start = None
    for clause in _CLAUSE.finditer(
        plain, begin.end() if begin else sentence.start, min(sentence.end, sentence.start + _REACH)
    ):
        time = _LEAD_TIME.match(clause.group())
        first = clause.start() + (time.end() if time else 0)
        if first == clause.end():
            continue
        if _PURPOSE.match(plain, first, clause.end()):
            continue
        if start is None or not _WITHOUT_DOER.match(plain, first, clause.end()):
            start = first
        if _PRONOUN.match(plain, first):
            return None
        watched = _WATCHED.search(plain, first, sentence.end)
        if _AROUND.match(plain, first, clause.end()) or (watched and watched.start() < clause.end()):
            continue
        if event.search(plain, first, clause.end()):
            words_of = _event_words(plain, Span(start, clause.end()))
            if _CALLED.search(plain, words_of.start, words_of.end) and (more := _MORE.match(plain, words_of.end)):
                words_of = Span(words_of.start, more.end())
            told = words_of.end - words_of.start <= _LONGEST and not _UNFINISHED.search(clause.group())
            named = _QUOTED.match(plain, words_of.start, words_of.end)
            return words_of if told else Span(*named.span(1)) if named else None
    return None


def _event_words(plain: str, clause: Span) -> Span:
    """Without where it was held: ``在我校举行``, and the room before an event whose name says its year."""
    aside = _ASIDE.match(plain, clause.start, clause.end)
    if aside and aside.end() < clause.end:
        clause = Span(aside.end(), clause.end)
    room = _ROOM.search(plain, clause.start, clause.end)
    if room and room.end() < clause.end:
        return trimmed(plain, Span(room.end(), clause.end))
    ours = _HERE.search(plain, clause.start, clause.end)
    return trimmed(plain, Span(clause.start, ours.start()) if ours and ours.start() > clause.start + 6 else clause)


def settle_title(page: Page, reading: Reading) -> Reading:
    """A title taken from the lead begins with the name of the one who acts, the posts before it left out.

    Where others who act stand before it (``县委书记某某,县长某某到……调研``) its words are but a part, and no title.
    """
    title = reading.parts.title
    if title is None or page.article.title or not any(body.holds(title) for body in reading.parts.body):
        return reading
    ends = {mention.end for person in reading.people for mention in person.mentions}
    if page.plain[title.start - 1 : title.start] == "," and title.start - 1 in ends:
        return reading._replace(title=None, parts=reading.parts._replace(title=None))
    for person in reading.people:
        posts = {post.span.end for post in person.posts if post.span.start >= title.start}
        first = min((post.span.start for post in person.posts if post.span.start >= title.start), default=-1)
        for mention in person.mentions if first == title.start else ():
            alone = not page.plain.startswith(("、", "和"), mention.end)
            if alone and title.start < mention.start < title.end and mention.start in posts:
                cut = Span(mention.start, title.end)
                return reading._replace(title=cut.of(page.text), parts=reading.parts._replace(title=cut))
    return reading
