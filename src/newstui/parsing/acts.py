"""Acts in a sentence: the verbs that give somebody a role, told from the same words used as nouns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import ROLES
from newstui.model.record import record
from newstui.parsing import attendance, statements, talks, tours
from newstui.parsing.bylines import BOOK
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.lexicon import either, either_two, words
from newstui.parsing.text import spanned
from newstui.parsing.verbal_nouns import is_noun

_VERBS: Final = {verb: role for role in (*ROLES, "other") for verb in words("roles", f"verbs.{role}")}
_SAYING: Final = frozenset(words("roles", "verbs.saying"))
_OPENS_WORDS: Final = ',:“"他她'
"""Right behind a verb of saying these open words that are said."""
_VERB: Final = re.compile(either_two({*_VERBS, *_SAYING}, _OPENS_WORDS))
_SAID: Final = late(r"《[^《》\n]{0,80}》|“[^“”\n]{0,40}”")
_ANALYSED: Final = late(r"(?:进行|作|做)了?.{0,16}$")
_ASKED_BEFORE: Final = late(
    "^为|按照?|根据|围绕|对照|针对|结合|落实|贯彻|达到|符合|学习|传达|解读|(?:提|的|有关|相关|具体|工作)$"
)
"""Before 要求 in its clause: what has been asked elsewhere."""
_TOUR: Final = late(
    rf"^了?[^,。;]{{0,16}}?(?:{either(words('roles', 'inspection.tour'))})"
    r"(?!会|工作会|启动|[^,。;]{0,8}(?:仪式|座谈|会))"
)
_JOINED_LATER: Final = late(
    rf"(?!来|[^,。;]{{0,20}}(?:{either(words('roles', 'inspection.tour'))}))"
    r"[^。;]*?(?:共同|一同|一起)?(?:参加|参与|参会(?:学习)?|出席)(?:了?(?:活动|会议|座谈))?(?:[,。;]|$)"
    r"|,[^,。;]{2,60}一行[^,。;]{0,24}(?:参加|出席)了?[^,。;]{2,60}(?:会议?|活动|仪式|论坛|典礼|培训|[比大]赛)(?=[,。;]|$)"
)
_ASKED: Final = late(
    r"^了?[^,。;的]{0,4}(?:具体|明确|相关|有关|整改|工作|殷切|几点|[一二三四五六七八]点|[一二三四五六七八]方面|[一二三四五六七八]项)?[^,。;]{0,8}(?:要求|希望)"
)
_LONG_DONE: Final = late("过(?![程去后])")
"""Behind a verb of what somebody has done in former times: 主持过大会."""
_ADVISED: Final = late(
    "了?(?![的批]|[^,。;]{0,12}(?:打算|整改))[^,。;的]{0,4}(?:[^,。;]{0,8}的)?[^,。;的]{0,8}(?:意见|建议)[,。;:]"
)
"""What a single one brings forward who advises: 提出了宝贵意见."""
_WILL: Final = late("将(?:在|于|出席|参加|主持|同|与|和|对|赴|会|继续|还|作|发表|举行|率)[^,。;]*$")
"""Before a verb of what will be done, as what follows it will be."""
_BESIDE: Final = late(r"(?:参加|陪同|随同|随团|随队|一同|一起)(?!会议|座谈|下).{0,16}$")
"""Who inspects in this clause goes along."""
_LED: Final = late("(?:带队|率队|任组长|任队长),[^。;]*(?:一同|一起)(?:前往|赶赴|深入|[到赴对])[^。;]*$")
"""Before what those do who go with another who leads: 由王某带队,李某等一起前往…检查."""
_WITH: Final = late("[与同](?<![陪随一共]同).{2,30}(?:一同|一起)")
"""Two who inspect together are named: 王某与李某一同检查."""
_ADVICE: Final = late(r"了?[^,。;]{0,24}(?:意见|建议|想法|看法)")
_TOGETHER: Final = late(
    rf"等(?:\d+|[{NUMERALS}]+)?(?:余?[位名人])?[^,。;]{{0,12}}?(?:代表|人士|老师|教师|委员|同志|专家|同学|职工|群众|党员)"
)
"""What several bring forward at a meeting: 某某、某某等8位老师就…提出了意见建议."""
_MAKES: Final = ("作", "作了", "做", "做了", "作题为")
"""Before the title of a report that is given: 作了《工作报告》."""
_MAKES_OF: Final = late("(?:作(?<![工合协操创运制写著当看]作)|做)了?(?!的)[^,。;《》]{2,32}的$")
"""The same where it is told whose it is: 作协会成立以来的《工作报告》."""
_BARE: Final = frozenset({"点评", "总结"})
"""Right behind a name, with nothing more, these are acts."""
_RANKS: Final = ("教授", "老师", "主任", "书记", "研究员", "校长", "院长", "局长", "部长", "同志")
"""Between a name and such a verb."""
_POINTS: Final = late(r"[一二两三四五六七八九十几\d]{1,2}(?:点|方面|个方面|个问题|条)")
"""How many things are stressed, told without them: 强调三点."""
_BY_SOMEBODY: Final = late("(?:^|首先|先后|然后|最后)由.{2,24}$")
"""Before 强调 told as an act: 会议首先由某某强调…."""
_PARTY_OF: Final = late(
    rf"[^,。;的]{{0,12}}(?:{either(words('roles', 'inspection.parties'))})[组团](?:一行)?(?:先后|深入|实地)*"
    "(?:到|赴|对|前往|来到|莅临|深入)"
)
"""Whom somebody leads who inspects: 带领检查组到青石镇."""
_SEVERAL: Final = frozenset({"表示", "参加", "提出", "带队", "率队", "带领", "率领", "强调", "指出", "汇报发言"})
"""Verbs that give one role or another, as what stands around them tells."""
_FAR: Final = 160
"""So far ahead is looked for what those do who came together."""
_LONGEST: Final = 400
"""So far before a verb its clause may begin."""
_CAME: Final = late(rf"一行(?:[\d{NUMERALS}]{{1,3}}余?人)?[^,。;]{{0,4}}[到赴来][^,。;]{{2,20}},?$")
_NEAR: Final = 40
"""So near before 交流 it is told that a party came for it: 某院长一行到我校,交流教学工作."""
_LEADING: Final = 8
"""Up to this many characters before it, a verb opens its clause."""


_OPENING_NOTHING: Final = {"要求": _ASKED_BEFORE, "介绍": _ANALYSED}
"""Before a verb of saying what makes a thing of it, behind which no words begin: 对情况作了介绍,会后…."""


@record
class Act:
    """A verb with the role it gives; ``other`` verbs only part one doer from the next.

    ``closes`` where what follows are the words of a speech; ``relative`` in ``应邀参会的某某``;
    ``leads`` where little stands before it in its clause.
    """

    role: str
    verb: str
    span: Span
    closes: bool = False
    relative: bool = False
    leads: bool = False


def verbs_in(plain: str, sentence: Span) -> list[re.Match[str]]:
    """The words of a sentence that may tell an act."""
    return list(_VERB.finditer(plain, sentence.start, sentence.end))


def acts(plain: str, sentence: Span, verbs: Iterable[re.Match[str]], names_end: Container[int] = ()) -> Iterator[Act]:
    """The acts that ``verbs`` of a sentence tell, in order; ``names_end`` are the places where names of people end."""
    start, end = sentence
    titles = [each.span() for each in BOOK.finditer(plain, start, end)] if plain.find("《", start, end) >= 0 else ()
    has_will = plain.find("将", start, end) >= 0
    ahead = -1
    for match in verbs:
        verb = match[0]
        at, behind = span = spanned(match)
        inside = [title for title in titles if title[0] < at < title[1]] if titles else ()
        if inside and not _is_given(plain, verb, behind, inside[0]):
            continue
        closes = verb in _SAYING and behind < len(plain) and plain[behind] in _OPENS_WORDS
        thing = _OPENING_NOTHING.get(verb) if closes else None
        if thing and thing.search(_clause(plain, start, at)):
            closes = False
        if (len(verb) == 1 and not closes) or (verb == "与会" and _are_others(plain, span)):
            continue
        if verb[0] == "会" and talks.ends_a_society(plain, at):
            continue
        long_done = plain.startswith("过", behind) and _LONG_DONE.match(plain, behind)
        role = "other" if long_done else _VERBS.get(verb, "other")
        if verb == "听取" and attendance.LECTURE.match(plain, behind):
            role = "attended"
        told = role != "other" or verb in _SEVERAL
        clause = _clause(plain, start, at) if told or has_will else ""
        will = has_will and "将" in clause and _WILL.search(clause) is not None
        if not told:
            ahead = behind if will else ahead
            yield Act(role, verb, span, closes)
            continue
        named = at in names_end
        toured = role == "inspected" and (named or tours.goes_there(plain, clause, behind))
        if role != "other" and ahead >= 0 and _stays_to_come(plain, ahead, span, names_end):
            ahead = behind
            continue
        if role != "other" and not toured and is_noun(plain, f"{clause}|" if named else clause, match, role):
            ahead = behind if will else -1
            continue
        bare = verb in _BARE and plain[behind : behind + 1] in ",。;"
        bare = bare and (named or any(at - len(rank) in names_end for rank in _RANKS if clause.endswith(rank)))
        for each in ("spoke",) if bare else _roles(plain, clause, match, role):
            relative = each == "attended" and attendance.describes(clause, plain[behind : behind + 60])
            leads = len(clause) <= _LEADING and not attendance.comes_for_it(clause)
            yield Act(each, verb, span, closes, relative, leads)


def _stays_to_come(plain: str, ahead: int, span: Span, names_end: Container[int]) -> bool:
    """Whether an act goes on with one still to be done that ends at ``ahead``: 王某将发言,介绍情况,并提出建议."""
    if plain.startswith("了", span.end) or ";" in plain[ahead : span.start]:
        return False
    return not any(at in names_end for at in range(ahead, span.start + 1))


def _are_others(plain: str, span: Span) -> bool:
    """Whether 与会 is part of 与会长, or names those to whom something is done: 向与会人员传达."""
    towards = plain[span.start - 1] in "向对给为" and plain[span.end : span.end + 1] != ","
    return towards or plain.startswith("长", span.end)


def _is_given(plain: str, verb: str, end: int, title: tuple[int, int]) -> bool:
    """Whether a title ends in a report that is given: 作了《工作报告》."""
    if verb != "报告" or title[1] != end + 1:
        return False
    return plain.endswith(_MAKES, 0, title[0]) or (
        plain[title[0] - 1] == "的" and _MAKES_OF.search(plain, max(0, title[0] - _NEAR), title[0]) is not None
    )


def _clause(plain: str, start: int, at: int) -> str:
    """The words of the clause before a verb in a sentence that begins at ``start``, titles without what they say."""
    words_of = plain[max(start, at - _LONGEST) : at]
    if "》" in words_of or "”" in words_of:
        words_of = _SAID.sub("《》", words_of)
    last = max(words_of.rfind(","), words_of.rfind(";"), words_of.rfind(":"), words_of.rfind("。"))
    return words_of[last + 1 :]


def _roles(plain: str, clause: str, match: re.Match[str], role: str) -> tuple[str, ...]:
    """参加调研 is company, 参加会见 attendance; 汇报发言 reports and states; a bare 报告 needs 作 or an object."""
    verb, after = match.group(), plain[match.end() : match.end() + 44]
    if verb in _SEVERAL and (several := _several(plain, clause, match, after)):
        return several
    came = verb == "交流" and _CAME.search(plain, max(0, match.start() - _NEAR), match.start())
    if verb == "交流" and (came or talks.exchanges(clause)):
        return ("met",)
    if role == "inspected" and not _WITH.search(clause):
        led = "一起" in clause or "一同" in clause
        led = led and _LED.search(plain, max(0, match.start() - _FAR), match.start()) is not None
        if led or _BESIDE.search(clause):
            return ("accompanied",)
    if role in _CHECKS and not _CHECKS[role](verb, clause, after):
        return () if verb in statements.TITLED and after.startswith("、") else ("other",)
    return (role,)


def _several(plain: str, clause: str, match: re.Match[str], after: str) -> tuple[str, ...]:
    """The roles of a verb that may give several, where the words around it decide."""
    verb = match.group()
    if verb == "参加" and _TOUR.match(after):
        return ("accompanied",)
    if verb == "提出":
        before = plain[max(0, match.start() - 200) : match.start()].rsplit("。", 1)[-1]
        if _ADVICE.match(after) and _TOGETHER.search(before):
            return ("stated",)
        asked = _ASKED.match(after) and not talks.shows_the_way(after)
        return ("spoke",) if asked or _ADVISED.match(after) else ("other",)
    if verb == "表示":
        return ("spoke",) if "代表" in clause and statements.speaks(verb, clause, after) else ("other",)
    if verb in {"带队", "率队"} and _JOINED_LATER.match(plain, match.end(), match.end() + _FAR):
        return ("attended",)
    if verb in {"带领", "率领"}:
        return ("inspected",) if _PARTY_OF.match(plain, match.end()) else ("other",)
    if verb in {"强调", "指出"}:
        stressed = after.startswith("了") or (after[:1] in ",。;" and _ANALYSED.search(clause)) or _POINTS.match(after)
        by = "由" in clause and _BY_SOMEBODY.search(clause)
        return ("spoke",) if stressed or by else ()
    return ("reported", "stated") if verb == "汇报发言" else ()


def _goes_along(verb: str, clause: str, after: str) -> bool:
    """随行 at the end of its clause is an act, and names those who went along before others: 随行人员."""
    return verb not in {"随行", "同行"} or after[:1] in {"", "。", ",", ";"}


_CHECKS: Final = {
    "accompanied": _goes_along,
    "inspected": tours.inspects,
    "met": talks.tells,
    "stated": statements.states,
    "spoke": statements.speaks,
    "attended": attendance.tells,
    "reported": statements.reports,
}
