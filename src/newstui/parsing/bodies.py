"""Bodies that made statements: those that stated, reported, were heard or speak in the outline, never a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import aligned
from newstui.model.late import HERE, late
from newstui.model.reading import Reading, Statement
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.lexicon import words
from newstui.parsing.places import is_known
from newstui.parsing.text import Page, occurrences, trimmed, where

_ACT: Final = late(
    r"(?:(?<![工操合协])作|做|进行)了?(?:典型|经验|大会|表态|交流|汇报|书面|个人)*(?:发言|(?<!行)(?<!行了)交流|表态|(?:主[旨题])?演讲)"
    r"|(?:表态|交流|典型|经验交流|汇报)发言|发(?:言(?![人席稿权台环提材的者])|了言)"
)
_ACT_ENDS: Final = ("发言", "发了言", "表态", "交流", "演讲")
_ACT_LONG: Final = 16
"""So many letters they take at most."""
_FARTHEST: Final = 400
"""How far before what they did those who made statements are looked for, in characters."""
_ACTING: Final = late("作(?<![工操合协]作)|做|进行|表态发|交流发|典型发|经验交|汇报发|发言|发了言")
_WHO: Final = late(
    rf"(?:等(?:地|[省市县区]{{1,3}}(?!县|区|市))?)?(?:[\d{NUMERALS}]+[个家名位])?"
    "(?:(?:民间|兄弟)?(?:单位|部门|企业|团体|机构|高校|地方|区县|县市区|乡镇)[和及]?)*的?(?:主要|分管|有关|相关)?(?:负责人|负责同志|代表|领导)?"
    r"(?:先后|分别|依次|在会上|一一|现场|踊跃|积极|也)*(?:(?:就|对|围绕|针对|结合)[^,。;]{2,40})?$"
)
_LEADING: Final = late(
    r"(?:会上|会议|会议上|以及|并)?(?:来自|以及|并|由|听取了?|邀请了?|请)(?=..)|[^,。;、]{0,16}代表(?=[^,。;、的]{3})"
)
"""Before a body: in whose name somebody spoke, or how it came to speak."""
_THEIRS: Final = late(
    rf"(?:等?[\d{NUMERALS}]+[个家](?:单位|部门|企业)?|的?(?:主要|分管|有关|相关)?(?:负责人|负责同志|代表|等)+)$"
)
"""Behind a body of a list: how many they are, or who spoke for it."""
_BODIES: Final = words("references", "statements.bodies")
_NO_BODY: Final = late(
    r"(?:[省市县区州]?各|有关|相关|与会|参会|其他|其它|部分|全体|双方|我|本|该|据|记者|每|在|优秀|集中|学习|传达|[一二三四五六七八九十两\d]+[个家])"
    r"|.*(?:[相有]关|(?<!人大)常委$|主任作|学习|贯彻|结合|听取|坚决|关于|督办$|[布格]局$|[领两]队$|[文理]科$)"
    r"|.*(?:会议|大会|全会|年会|(?:运动|奥运|残奥|座谈|推进|汇报|交流|研讨|培训|动员|部署|调度|表彰|报告|发布|通报"
    r"|现场|联席|见面|启动|论证|评审|听证|专题|工作|签约)会)$"
    r"|(?:会|机关|国际|参会|会上|会议上|座谈会上|会议现场|大会上|随后|其中|会议期间|期间|仪式上|活动中|之后|最后|接着|公司"
    r"|集团|学校|学院|医院|单位|部门|企业|政府|中心|社会|社区|现场"
    r"|乡镇|镇街|镇村|村组|[县区市]{2}|街道|园区|景区|校区|项目部|村委会|党?支部|小组|班组|课题组|工作组|院系|[科处]室"
    r"|[省市县区镇乡村校院局])$"
)
"""Bodies of no name, meetings, and what a clause begins with."""
_REPORTS: Final = ("汇报", "介绍", "通报", "说明", "报告", "致辞", "致词", "提交")
_REPORT: Final = late(rf"{HERE}(?:{'|'.join(_REPORTS)})(?![人会片信书稿厅后时]|材料|单位|结束)")
_BY_WORD: Final = ("说明", "报告", "提交")
"""What somebody does only where the words before say so: 作了说明, 向会议提交."""
_THERE: Final = late(
    "在(?:会|会议|大会|座谈会|推进会)上(?:先后|分别|依次|一一|也|还)*(?P<act>分析|提出|解读|阐述|回顾|总结|讲解|部署|承诺)了?"
)
"""What they did at a meeting: 在会上分析了原因."""
_SPEAKERS: Final = "(?:主要|分管|有关|相关)*(?:负责人|负责同志|代表)"
_SUBJECT_ENDS: Final = late(
    "作(?<![工合协操创写]作)|做|进行|就(?!业)|围绕|针对|在(?=.{0,3}会上)|向(?=会议|大会|全会)|对(?=会议|大会|全会)"
    f"|分别|先后|依次|一一|首先|的{_SPEAKERS}|主要{_SPEAKERS}|分管{_SPEAKERS}|有关{_SPEAKERS}|相关{_SPEAKERS}"
    "|负责人|负责同志|代表|等"
)
"""What stands behind bodies that say something."""
_SO: Final = late(
    "(?:等[^,。;、]{0,8}?)?(?:的?(?:主要|分管|有关|相关)*(?:负责人|负责同志|代表))?(?:分别|先后|依次|一一|首先|也)*"
    "(?:在(?:会|会议|大会|座谈会|推进会)上)?(?:分别|先后|依次|一一|也)*(?P<by>(?:[向对](?:会议|大会|全会))?"
    "(?:(?:就|围绕|针对)[^,。;]{2,40}?)?(?:(?:[作做]|进行)了?)?)(?:有关|相关|专题|工作|详细|简要|情况|补充)*"
)
"""The same up to what is said: who spoke for them, in what order, about what."""
_HEARD: Final = late(
    "听取了?(?P<who>[^,。;:\n]{2,80}?)(?=关于|就(?!业)|对|的?(?:各项|工作|情况|专题|有关|相关)*(?:汇报|报告|发言))"
)
_HEARING: Final = late("[^,。;:\n]{0,60}?(?:汇报|发言)")
_ISSUED: Final = late(
    "宣读了?由?(?P<who>[^,。;:“《]{2,60}?)(?:向[^,。;“《]{2,20})?(?:共同|联合)(?:发出|发起|印发|发布|签署|制定)"
)
"""A paper of several bodies that is read out: 宣读了甲局与乙局共同发出的倡议书."""
_ON_BEHALF: Final = late(
    "(?:分别代表(?P<all>[^。;:\n“《]{2,80}?)|代表(?!大会|团|们|性|作用)(?P<who>[^,。;:\n“《]{2,30}?))(?:全体(?:成员|人员|员工|同志))?"
    "(?:在会上|现场)?(?:[向对][^,。;]{2,16}?)?(?P<act>致(?:欢迎|开幕|闭幕|祝|贺)?[辞词]|致贺信|表态)"
)
"""In whose name somebody greets a meeting or pledges something."""
_ANSWERED: Final = late(
    "(?P<who>[^,。;:\n]{2,80}?)的?(?:主要|分管|有关|相关)*(?:负责人|负责同志)(?:共同|一起|分别)?(?:出席|参加|就|围绕|在|介绍)?[^。;:\n]{0,80}?"
    "(?P<act>[回解]答)了?[^,。;:\n]{0,8}记者"
)
"""Whose people answered the questions of reporters."""
_NEAR: Final = 10
"""So near before reporters stands that they were answered."""
_PARTY: Final = late("(?:督[查导]|检查|考核|调研|巡[视察]|验收|评估|指导|工作|专家|评审)[组团]")
_FULLER: Final = "(?:^|[,。;、:\n 率由])({letter}{{2,20}}?{party})"


def statements_of(page: Page, reading: Reading) -> Iterator[Statement]:
    """Bodies whose people made statements, each once: ``某局、某公司主要负责人作了表态发言``."""
    people = {start for person in reading.people for start, _ in person.mentions}
    found: dict[str, Statement] = {}
    for one in sorted((*_told(page, reading), *_speaking(page, reading)), key=lambda each: each.span):
        if people.isdisjoint(range(*one.span)):
            found.setdefault(one.name, one)
    yield from found.values()


def _told(page: Page, reading: Reading) -> Iterator[Statement]:
    """What bodies are told to have said."""
    for body in reading.parts.body:
        for told in (_acted, _reporting, _there, _heard, _issued, _on_behalf, _answered):
            yield from told(page, body)


def _acts(plain: str, body: Span) -> Iterator[re.Match[str]]:
    """The words for a speech, looked for around what they end with."""
    last = body.start
    for at in sorted(at for word in _ACT_ENDS for at in occurrences(plain, word, *body)):
        around = Span(max(last, at - _ACT_LONG), min(at + _ACT_LONG, body.end))
        for match in where(_ACTING, _ACT, plain, around):
            yield match
            last = match.end()


def _acted(page: Page, body: Span) -> Iterator[Statement]:
    """Those that spoke, exchanged experience or pledged something."""
    plain = page.plain
    for match in _acts(plain, body):
        start = _clause_start(plain, body.start, match.start())
        act = page.text[match.start() : match.end()].lstrip("作做了进行")
        if plain.startswith("以及", start) and plain[start - 1 : start] == ",":
            yield from _stated(page, _who(plain, _clause_start(plain, body.start, start - 1), start - 1), act)
        yield from _stated(page, _who(plain, start, match.start()), act, places=True)


def _reporting(page: Page, body: Span) -> Iterator[Statement]:
    """Those that reported or explained something."""
    for at in sorted(at for act in _REPORTS for at in occurrences(page.plain, act, *body)):
        if match := _REPORT.match(page.plain, at, body.end):
            yield from _reported(page, body, match)


def _there(page: Page, body: Span) -> Iterator[Statement]:
    """Those that did something at a meeting."""
    if page.plain.find("会上", *body) >= 0:
        for match in _THERE.finditer(page.plain, *body):
            yield from _stated(
                page, Span(_clause_start(page.plain, body.start, match.start()), match.start()), match["act"]
            )


def _heard(page: Page, body: Span) -> Iterator[Statement]:
    """Those whose report somebody heard."""
    plain = page.plain
    for at in occurrences(plain, "听取", *body):
        if (heard := _HEARD.match(plain, at, body.end)) and (told := _HEARING.match(plain, heard.end(), body.end)):
            yield from _stated(page, Span(*heard.span("who")), page.text[told.end() - 2 : told.end()])


def _issued(page: Page, body: Span) -> Iterator[Statement]:
    """Those whose paper was read out."""
    for at in occurrences(page.plain, "宣读", *body):
        if issued := _ISSUED.match(page.plain, at, body.end):
            yield from _stated(page, Span(*issued.span("who")), page.text[issued.end() - 2 : issued.end()])


def _on_behalf(page: Page, body: Span) -> Iterator[Statement]:
    """Those in whose name somebody greeted a meeting or pledged something."""
    for at in occurrences(page.plain, "代表", *body):
        start = at - 2 if page.plain.startswith("分别", at - 2) else at
        if told := _ON_BEHALF.match(page.plain, start, body.end):
            for part in _parts(page.plain, Span(*told.span("all" if told["all"] else "who"))):
                yield from _stated(page, part, page.text[told.start("act") : told.end("act")])


def _answered(page: Page, body: Span) -> Iterator[Statement]:
    """Those whose people answered reporters."""
    plain = page.plain
    for at in occurrences(plain, "记者", *body):
        if plain.find("答", max(body.start, at - _NEAR), at) < 0:
            continue
        floor = max(body.start, at - _FARTHEST)
        start = max(floor, plain.rfind("。", floor, at) + 1, plain.rfind("\n", floor, at) + 1)
        if told := _ANSWERED.match(plain, start, at + 2):
            yield from _stated(page, Span(*told.span("who")), page.text[told.start("act") : told.end("act")])


def _clause_start(plain: str, floor: int, at: int) -> int:
    floor = max(floor, at - _FARTHEST)
    return max(floor, *(plain.rfind(mark, floor, at) + 1 for mark in "。;:!?\n,"))


def _who(plain: str, start: int, end: int) -> Span:
    """Who did what stands behind, without how many they are and how."""
    return Span(start, start + len(_WHO.sub("", plain[start:end])))


def _parts(plain: str, who: Span) -> Iterator[Span]:
    """The parts of a list between commas."""
    at = who.start
    for part in who.of(plain).split(","):
        yield Span(at, at + len(part))
        at += len(part) + 1


def _stated(page: Page, who: Span, act: str, *, places: bool = False) -> Iterator[Statement]:
    """The bodies of a list; among ``places`` those that are named without a word for a body."""
    for span in _named_bodies(page.plain, who, places=places and "、" in who.of(page.plain)):
        yield Statement(span.of(page.text), act, span)


def _reported(page: Page, body: Span, match: re.Match[str]) -> Iterator[Statement]:
    """Those that reported or explained something, their names at the head of the clause."""
    start = _clause_start(page.plain, body.start, match.start())
    ends = _SUBJECT_ENDS.search(page.plain, start, match.start())
    stop = ends.start() if ends else match.start()
    so = _SO.fullmatch(page.plain, stop, match.start()) if stop > start + 1 else None
    if so and page.plain.endswith(_BODIES, start, stop) and (so["by"] or not match.group().startswith(_BY_WORD)):
        yield from _stated(page, Span(start, stop), page.text[match.start() : match.end()])


def _speaking(page: Page, reading: Reading) -> Iterator[Statement]:
    """Speakers of the outline that are bodies, each where it first speaks: 某省财政厅强调."""
    firsts = {aligned(speech.speaker).removesuffix("一行"): speech for speech in reversed(reading.outline)}
    for name, speech in firsts.items():
        if not name.endswith(_BODIES):
            continue
        at = page.plain.find(name, *speech.span)
        at = page.plain.rfind(name, 0, speech.span.start) if at < 0 else at
        if at < 0:
            continue
        whole = _whole_party(page.plain, name)
        span = whole if whole and whole.end <= at else Span(at, at + len(name))
        if len(list(_named_bodies(page.plain, span))) == 1:
            yield Statement(span.of(page.text), speech.verb, span)


def _whole_party(plain: str, name: str) -> Span | None:
    """Where a party that is called 督查组 alone is first named in full."""
    found = re.search(_FULLER.format(letter=LETTER, party=name), plain) if _PARTY.fullmatch(name) else None
    return Span(*found.span(1)) if found else None


def _named_bodies(plain: str, who: Span, *, places: bool = False) -> Iterator[Span]:
    """The organisations of a list, cut at 、 outside of quotes."""
    start = who.start
    pieces = re.split(r"(“[^”]*”|\([^)]*\)|[、和与及]|以及)", plain[start : who.end])
    at, begin = start, start
    for piece in [*pieces, "、"]:
        joined = piece in {"和", "与", "及", "以及"} and _THEIRS.sub("", plain[begin:at]).endswith(_BODIES)
        if piece == "、" or joined:
            led = _LEADING.match(plain, begin, at)
            span = trimmed(plain, Span(led.end() if led else begin, at))
            words_of = _THEIRS.sub("", span.of(plain))
            named = words_of.endswith(_BODIES) or (places and is_known(words_of))
            if "等" not in words_of and named and not _NO_BODY.match(words_of):
                yield Span(span.start, span.start + len(words_of))
            begin = at + len(piece)
        at += len(piece)
