"""Names of meetings and events: where they end, how they are introduced, where they begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import event_leads
from newstui.parsing.lexicon import either, words

_WORDS: Final = sorted((*words("meeting", "heads.full"), "会", "活动"), key=len, reverse=True)
_HEADS: Final[dict[str, tuple[str, ...]]] = {}
for _word in _WORDS:
    _HEADS[_word[-2:]] = (*_HEADS.get(_word[-2:], ()), _word)
"""What the name of an event ends with, by the last two letters or the only one, the longest first."""
_IN_SERIES: Final = late(r"(?:”|[讲课]堂|[讲论]坛|沙龙|会|活动|讲座|培训班?|大赛)总?第[一二三四五六七八九十百\d]{1,5}$")
_OF_SERIES: Final = "期讲场课站"
"""One of a series: ``“青年讲堂”第十期``."""
_BODY: Final = late(rf"(?:{either(words('meeting', 'heads.no_meeting'))}|(?<![协会])商|(?<!办)公)$")
_FOLLOWS: Final = (
    r"(?=[,。;:!?\n、\s”\"]|$|上(?!级)|\d{1,2} ?[日月]|[一二三十]{1,3}[日月]|周[一二三四五六日]"
    rf"|(?:开[幕班课讲赛营]|闭幕)(?!式)|{either(words('meeting', 'behind.words'))})"
)
"""What goes on behind a name."""
_FOLLOW: Final = "".join(sorted({*"上一二三十周开闭(", *(word[0] for word in words("meeting", "behind.words"))}))
"""The first letters of all that, and of brackets; marks go on too."""
_BODIES: Final = late(rf"(?<!人大)(?:{either(words('meeting', 'heads.bodies'))})$")
"""Bodies whose name stands for their meeting where somebody calls one: 召开县委常委会."""
_WHEN: Final = "后|前|时|以来|之后|期间|的|仪式"
"""Behind a verb that holds something these tell when or what it was, not that it was held."""
_CALLS: Final = late(rf"(?:组织)?(?:召开|举办)了?(?!{_WHEN}|第)[^,。;\n于在]")
"""Behind a body that holds a meeting: ``青潭商会召开…``."""
_SITS: Final = late("(?:[在于][^,。;]{2,30}?)?(?:胜利|顺利|如期|隆重)*(?:召开|举行|举办|闭幕|开幕)(?=[,。;]|$)")
_DOINGS: Final = ("活动", "演练", "展", "赛")
_CAMPAIGNS: Final = ("教育活动", "教育实践活动")
"""What is done for months rather than held on a day."""
_GATHERINGS: Final = ("讲座", "会议", "大会", "座谈会", "论坛", "仪式", "典礼")
_STAGED: Final = ("举行", "举办")
_LASTS: Final = "".join(sorted({*(word[-1] for word in _WORDS), *_OF_SERIES}))
_SHORT_FORM: Final = r"\((?:以下|下称|简称|英文|主题|(?!\d{4}\))[A-Za-z0-9 ,.&'/-]+\))"
"""A short form in brackets is no part of a name, as ``(扩大)`` is."""
_LONG: Final = r"\((?:[^()\n]{0,16}\(|[^)\n]{17})"
"""Nor is a long one, or one with another inside."""
_NAME_END: Final = re.compile(
    rf"[{_LASTS}](?![^{_FOLLOW},。;:!?、”\"\s\d])(?:(?={_SHORT_FORM}|{_LONG})|(?:\([^)\n]{{1,16}}\))?{_FOLLOWS})"
)
_FOLLOWED: Final = late(_FOLLOWS)
_STOP: Final = re.compile(
    r"[,。;:!?“《(日讯](?:(?<=[,。;:!?])|(?<=“)[^”\n]{1,40}”|(?<=《)[^》\n]{1,40}》|(?<=\()[^)\n]{1,30}\)"
    r"|(?<=\d日)(?:电|讯|消息)\s*(?:\([^)\n]{1,30}\))?|(?<=讯)\s*\([^)\n]{1,30}\))"
)
_HOLD: Final = re.compile(either(words("meeting", "verbs.hold")))
_WEAK: Final = late(
    rf"(?<!落实)(?:{either(words('meeting', 'verbs.weak'))}"
    rf"|进行(?=第|集体|\d{{4}}年)|启动了?(?=[^仪会式大活,。;]))(?![的、])"
)
_ATTEND: Final = re.compile(rf"(?:{either(words('meeting', 'verbs.attend'))})")
_HELD: Final = late(
    r"(?:又一次)?(?:(?:圆满|顺利)完成[^,。;]{1,14},)?"
    rf"(?:[^,。;:]|(?<=\d):(?=\d)){{0,40}}?(?:{either(words('meeting', 'verbs.held'))})"
    rf"(?!{_WHEN}|在即|会|大会|预备|记者会|(?:首场)?新闻发布会|记者招待会)"
)
_LED: Final = late("由[^,。;]{2,60}(?:主持|[主承举协]办)")
_GIVEN: Final = late(
    "(?:作(?<![工合协操]作)了?(?=题为|以|一[场次]|关于)|做(?<![工合协操]做)了?(?=题为|以|一[场次]|关于)|带来了?|上了?(?=一[堂节次]))(?:一?[场次堂节])?(?:精彩|生动)?"
)
"""Before a talk that somebody gives: ``作了题为…的形势报告会``."""
_DECIDES: Final = ("选举", "补选", "表决", "通过", "审议", "听取", "研究", "传达", "学习", "讨论", "决定")
"""Behind a meeting that does so itself on the day told before it: ``3月5日,某县人大常委会第六次会议决定…``."""
_DAY_BEFORE: Final = ("日", "日上午", "日下午", "日晚", "日前", "近日", "昨天", "今天")
_LEARNT: Final = late("上(?:了解到|获悉|得知|获知|看到|传出)")
"""Behind the name of a meeting from which a reporter has the news."""
_WISHED: Final = late("(?:真诚|诚挚|热烈|热切|衷心)(?:地)?欢迎|希望|期待|期盼|预祝|祝愿")
"""Opens a clause that only wishes for an event."""
LONGEST: Final = 75
"""So long may a name be."""
_BRACKET: Final = 240
"""And so long what a bracket behind it says, as its name in English."""
_ACTIVITY: Final = late(
    rf"(?:[在于][^,。;:]{{2,30}}?)?(?:隆重|顺利|成功|圆满|正式|如期|火热|有序)*(?:开展|展开|进行|启动|开启)(?!{_WHEN})"
)
"""Behind the name of an activity that took place."""
_QUOTED: Final = late(r"“[^”]*”|《[^》]*》")
_RUN_ON: Final = late(
    r"[,。;或]|进行了|并(?:举[办行]|召开|组织)|为[^,。;]{2,24}上[^,。;]{0,4}课|(?:书记|主席|总理|同志)在|会议指出|强调|指出|宣布(?!大?会)|[^机]会(?:议)?(?:传达|听取|审议)|(?:主持|召开)会议"
)
"""No part of a name."""
_ROUNDS: Final = ("走访", "慰问", "调研", "检查", "督导", "督查")
"""What those do who go round, before 活动: ``“八一”走访慰问活动`` is no event of its own."""
_WELL: Final = ("胜利", "顺利", "圆满", "成功")
_BULLETS: Final = "●■◆▲★▶•· "
_NOT_FIRST: Final = (
    *("标志着", "意味着", "的", "有关", "相关", "本次", "此次", "这次", "上述", "每"),
    *("各类", "各种", "各项", "各级", "各地", "各有关"),
)
_HOSTS: Final = late(
    "(?!“)[^,。;“”]{0,24}[与和及同][^,。;“”]{2,40}?(?:公司|集团|[局院校厅委社所]|政府|大学|银行|中心|[两三四多双]方)(?=“)"
)
"""Those who hold an event together, before the quotation mark its name begins with."""
EARLIER: Final = late(
    r"[一二两三四五六七八九十几多\d]{1,3}年前,|(?:早在|去年|前年|同年)[^,。;]{0,10},"
    r"|今年[^,。;]{1,8}[月日份初底中旬],|(?:19|20)\d\d年(?:\d{1,2}月[份初底中旬]{0,2})?,"
)
"""Opens a sentence that tells of what was before, where the report itself is of some day."""
_GENERIC: Final = frozenset(words("meeting", "heads.generic"))
_BARE: Final = frozenset(words("meeting", "heads.bare"))
"""Of whose name the title may have the whole."""


class Name(NamedTuple):
    """A name with how it is introduced and where its clause begins."""

    span: Span
    rule: str
    clause: int
    is_loose: bool = False
    """Any doing may be called so; the title must tell that it is the event."""


def names(plain: str, sentence: Span) -> Iterator[Name]:
    """Every name of a meeting in a sentence that something introduces."""
    ends = list(_ends(plain, sentence))
    stops = [sentence.start, *_stops(plain, sentence)] if ends else []
    for start, end, head in ends:
        if _inside_brackets(plain, max(sentence.start, start - LONGEST), start) or _goes_on(plain, end):
            continue
        clause = stops[bisect_right(stops, start) - 1]
        found = _introduced(plain, max(clause, end - LONGEST), end)
        if found is None or (_is_body(plain, start, head) and not _is_its_meeting(plain, found, end)):
            continue
        named = head == "活动" and (plain[start - 1] in "月周日节" or "”" in plain[max(found[1], start - 8) : start])
        named = named and not plain.endswith(_ROUNDS, found[1], start)
        loose = (head == "活动" and not named) or (head[-2:] == "活动" and plain.endswith(_CAMPAIGNS, found[1], end))
        loose = loose and not _is_staged(plain, found, end)
        span = _trim(plain, Span(found[1], _named_end(plain, found[1], start, end, head)))
        if span and (found[0] != "led" or plain[slice(*span)] not in _BARE):
            yield Name(span, found[0], clause, loose)


def _named_end(plain: str, begin: int, start: int, end: int, head: str) -> int:
    """Where a name ends by itself: before ``(以下简称“活动”)启动仪式``, before 活动 behind ``“安全讲座”``."""
    short = plain.find("(以下简称", begin, end)
    if short >= 0 and plain.endswith(("活动", *_GATHERINGS), begin, short - (plain[short - 1] == "”")):
        return short
    told = head == "活动" and plain[start - 1] == "”" and plain.endswith(_GATHERINGS, begin, start - 1)
    return start - 1 if told else end


def _ends(plain: str, sentence: Span) -> Iterator[tuple[int, int, str]]:
    """Where the last word of a name begins, where the name ends with its bracket, and the word."""
    start, stop = sentence
    for match in _NAME_END.finditer(plain, start, stop):
        last = match.start() + 1
        letter = plain[last - 1]
        head = _head(plain, start, last)
        if head:
            yield last - len(head), match.end(), head
        elif letter in _OF_SERIES and _IN_SERIES.search(plain, max(start, last - 8), last - 1):
            yield last - 1, match.end(), letter


def _head(plain: str, start: int, end: int) -> str:
    """The longest word for an event that ends at a place, or nothing."""
    for last in (plain[end - 2 : end], plain[end - 1]):
        for head in _HEADS.get(last, ()):
            if plain.endswith(head, start, end):
                return head
    return ""


def _goes_on(plain: str, end: int) -> bool:
    """Whether the name only begins in the quotes that close here: ``“两代会”主席团会议``."""
    return plain.startswith(("”", '"'), end) and not _FOLLOWED.match(plain, end + 1)


def _is_staged(plain: str, found: tuple[str, int], end: int) -> bool:
    """Whether an activity is held somewhere rather than done: ``举行…活动``, ``…活动在某地举行``."""
    if found[0] == "held-by":
        return plain[found[1] - 2 : found[1]] in _STAGED
    return found[0] == "is-held" and _SITS.match(plain, end) is not None


def _is_body(plain: str, start: int, head: str) -> bool:
    """Whether 会 ends the name of a body or another word; a body calls something, a meeting does not."""
    return head == "会" and bool(_BODY.search(plain, max(0, start - 4), start) or _CALLS.match(plain, start + 1))


def _is_its_meeting(plain: str, found: tuple[str, int], end: int) -> bool:
    sits = found[0] == "held-by" or (found[0] == "is-held" and _SITS.match(plain, end))
    return bool(sits and _BODIES.search(plain, found[1], end))


def _inside_brackets(plain: str, start: int, end: int) -> bool:
    """Whether a bracket or a title that opens in a stretch is still open at its end."""
    return plain.count("(", start, end) > plain.count(")", start, end) or (
        plain.count("《", start, end) > plain.count("》", start, end)
    )


def _stops(plain: str, sentence: Span) -> list[int]:
    """Where clauses begin: behind marks outside quotes and brackets, and behind datelines."""
    found = _STOP.finditer(plain, sentence.start, sentence.end)
    return [match.end() for match in found if plain[match.start()] not in "“《("]


def _introduced(plain: str, clause: int, end: int) -> tuple[str, int] | None:
    """How a name that ends here is introduced, and where it begins; words inside quotes introduce nothing."""
    hold = next(_outside(_HOLD, plain, clause, end), None)
    told = hold is not None and plain.startswith("的", hold.end())
    if (hold is None or told) and _LEARNT.match(plain, end) and (at := plain.find("从", clause, end)) >= 0:
        return "is-held", hold.end() + 1 if hold else at + 1
    if hold and not told:
        return "held-by", hold.end()
    attends = list(_outside(_ATTEND, plain, clause, hold.start() if hold else end))
    behind = plain.find(")", end, end + _BRACKET) + 1 if plain.startswith("(", end) else end
    after = plain[behind or end : (behind or end) + 60].removeprefix("”").removeprefix('"')
    if after.startswith(",于") or (after.startswith(",在") and _SITS.match(after, 1)):
        after = after[1:]
    if hold and told and after.startswith("上"):
        return "said-at", hold.end() + 1
    if hold and not attends:
        return "is-held" if _HELD.match(after) else "said-of", hold.end() + 1
    if attends:
        return "attended", attends[-1].end()
    at = plain.find("在", clause, end)
    if after.startswith("上") and at >= 0:
        return "said-at", at + 1
    if _HELD.match(after) and not _WISHED.match(plain, clause):
        return "is-held", clause
    weak = list(_outside(_WEAK, plain, clause, end))
    if weak:
        return None if after.startswith("的") else ("held-by", weak[-1].end())
    return _by_itself(plain, clause, end, after)


def _by_itself(plain: str, clause: int, end: int, after: str) -> tuple[str, int] | None:
    """How a name before which no verb stands is introduced: by what it does, by who leads it or gives the talk."""
    if plain.endswith(_DOINGS, clause, end) and _ACTIVITY.match(after):
        return "is-held", clause
    if _LED.match(after):
        return "led", clause
    given = list(_outside(_GIVEN, plain, clause, end))
    if given and plain.count("《", clause, end) == plain.count("》", clause, end):
        return "led", max(plain.rfind("的", clause, end) + 1, given[-1].end())
    decides = after.startswith(_DECIDES) and "经" not in plain[clause:end] and _is_dated(plain, clause, end)
    return ("decides", clause) if decides else None


def _is_dated(plain: str, clause: int, end: int) -> bool:
    """Whether a clause begins with a day, or the one before it is a day."""
    return event_leads.is_dated(plain, clause, end) or (
        plain.startswith(",", clause - 1) and plain.endswith(_DAY_BEFORE, 0, clause - 1)
    )


def _outside(words_of: re.Pattern[str], plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches in a stretch that stand in no quotes."""
    match = words_of.search(plain, start, end)
    while match:
        if plain.count("“", start, match.start()) <= plain.count("”", start, match.start()):
            yield match
        match = words_of.search(plain, match.end(), end)


def _trim(plain: str, span: Span) -> Span | None:
    """The name without times and openings before it; None where nothing but a general word is left."""
    start, end = span
    start += len(plain[start:end]) - len(plain[start:end].lstrip(_BULLETS))
    start = event_leads.passed(plain, start, end)
    if hosts := _HOSTS.match(plain, start, end):
        start = hosts.end()
    opened = plain.startswith("“", start, end) and "”" not in plain[start:end]
    if opened or (plain.startswith('"', start, end) and plain.count('"', start, end) == 1):
        start += 1
    elif plain.startswith("”", end) and plain.count("“", start, end) > plain.count("”", start, end):
        end += 1
    name = plain[start:end]
    if name[:1] == "为" and plain.startswith(_WELL, end):  # 为全国两会胜利召开营造良好环境
        return None
    if name in _GENERIC or len(name) < 3 or name.startswith(_NOT_FIRST) or re.match(r"(?:会议|活动|座谈)?[由在]", name):
        return None
    return Span(start, end) if not _RUN_ON.search(_QUOTED.sub("", name)) else None
