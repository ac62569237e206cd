"""Tours: whether a verb of inspection tells an act or names a thing, and who takes part as company."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.late import HERE, late
from newstui.model.people import Role
from newstui.parsing.figures import Mention
from newstui.parsing.hanzi import is_han
from newstui.parsing.lexicon import Starts, either, words
from newstui.parsing.words import begins as word_begins

NOUNS_AFTER: Final = Starts(words("roles", "nouns.after"))
"""What makes a thing of the verb before it."""
TO_COME: Final = re.compile(
    r"要(?<!主要|重要|首要|概要|纲要|需要|简要|扼要)(?![求点]).{0,12}$"
    r"|将(?:(?<!即将)(?!此|其|以).{0,8}|(?:于|在|赴|会同|同|与|和|对).{0,30})$"
    r"|系(?<!体系|关系|联系|派系)$|旨在.{0,8}$|应当.{0,6}$|必须.{0,6}$|需要.{0,6}$|拟.{0,6}$"
)
"""Before a verb: it is still to be done."""
_CALLED: Final = late(r"(?:开展|进行|组织|举行|举办)[^,。;]*$")
_JOINS: Final = ("参加", "参加了", "出席", "出席了")
"""Before 慰问座谈 and its kind: talks that somebody joins."""
_SPOKEN_THERE: Final = late("(?:(?!学习|贯彻|落实|传达|宣)[^,。;]){0,12}?重要(?:讲话|指示|批示)")
"""Behind what somebody did where they spoke, whose words are gone into: 解读某某考察青石重要讲话精神."""
_MEETING_ON: Final = late("工作(?!并|后)[^,。;并后、召举]{0,8}会(?:议)?(?=[上,。要强])")
"""Behind a verb of inspection in the name of a meeting: 督导工作推进会上."""
_GREETING: Final = late("的$|(?:致以|表示|送上|送去|带来)(?:了|最|节日|新春|新年|深切|亲切|诚挚|崇高|衷心|热烈|美好)*$")
"""Before 慰问 as what is conveyed: 致以亲切慰问."""
_TO: Final = ("向", "给", "为")
_CAME_TO: Final = late("(?:来到|走进|前往|深入|赶到|[赴到])[^,。;]{1,20},$")
"""Before a clause of what is conveyed there: 来到医院,向医护人员表示慰问."""
_NEAR: Final = 24
_GIVES: Final = late("(?:送[上去来到]|带[去来])[^,。;]*$")
"""Before 慰问金 and 慰问品, which who calls on somebody brings along."""
_OF_GUESTS: Final = late("(?:对|向|感谢|欢迎).{0,40}(?:莅临|前来|来|到).{0,8}$")
_WHO_CAME: Final = late("[^,。;]{0,8}的|[^,。;]{0,30}表示")
"""Around what guests do who are greeted: 对莅临我校检查指导工作的各位领导表示欢迎."""
_ON_WORK: Final = late("[对就][^,。;]*$")
_WORK_IS: Final = late("(?:检查|督查|督导)?工作(?:进行|[作做]了|提出)")
"""Around an inspection that is only spoken of: 对督导检查工作进行了说明."""
_STRICT_NOUN: Final = late(r"(?:对照|剖析|自我|纪律|监督|自|督促|安全大)$")
_PARTIES: Final = either(words("roles", "inspection.parties"))
_PARTY_NAME: Final = late(rf"{HERE}(?:{_PARTIES})(?:[组团]|工作组)")
"""Behind 督导 and its kind in the name of those who inspect: 督导检查组."""
_LOOKED_AT: Final = frozenset(words("roles", "inspection.objects"))
_VISITS_HOST: Final = late(r"[^,。;]{0,12}?(?:拜会|拜访|会见|参加|出席|参会|招商)")
_MEMBERS: Final = ("组成", "组员", "组长", "员工", "团队", "团员", "队员", "队长")
"""Words that name who inspects."""
_WENT: Final = late(
    "(?:到|赴|深入|前往|来到|走进|在)[^,。;的]{2,20}$|^(?:先后|实地|分别|一行|专题|专程|重点|详细)*$|(?:现场|实地|亲自|再次)$"
)
"""Where somebody went, before a verb of inspection."""
_MEETING_BEFORE: Final = late(
    r"(?:座谈|会议|座谈会|大会)[^。]{0,6}。\s*[^。]*$|(?:召开|举行)[^。,;]{0,30}[会议],[^。;]{0,60}$"
)
_NO_MEETING: Final = late(r"了?(?:[^,。;第]{0,4}活动)?(?=[,。;]|$)")
_CEREMONY: Final = late("(?:仪式|典礼)[^,。;后]{0,12}(?:举行|举办|召开)|(?:举行|举办)[^,。;]{0,20}(?:仪式|典礼)")
_MEMBERS_ARE: Final = late(rf"(?:专家|{_PARTIES})[组团](?:成员(?:包括|有|为|是)|由(?=[^。;]{{2,400}}组成))")
_PARTY: Final = 3
"""Letters of what their party is called."""
_PARTY_CAME: Final = late(
    r"[组团](?:一行)?[^,。;]{0,20}?(?:莅临|来|到|赴)[^,。;]{0,16}?"
    rf"(?P<verb>{either(words('roles', 'verbs.inspected'))})[^,;。]{{0,12}}。\s*$"
)
_OPENING: Final = 100
"""So many letters are read to see what a report begins with."""


def tells(plain: str, clause: str, match: re.Match[str]) -> bool | None:
    """Whether a verb of inspection tells an act, where the words around it decide: ``对照检查``, ``诚挚的慰问``."""
    verb, end = match.group(), match.end()
    sent = verb == "慰问" and clause.startswith(("给", "为")) and _GIVES.search(clause)
    if sent or (verb == "慰问" and _GREETING.search(clause)):
        start = match.start() - len(clause)
        return _CAME_TO.search(plain, max(0, start - _NEAR), start) is not None and clause.startswith(_TO)
    if verb == "检查" and _STRICT_NOUN.search(clause):
        return False
    told_of = clause.endswith(("安排", "关于")) or plain.startswith(("的", "们", "座谈会"), end)
    told_of = told_of or (plain.startswith("座谈", end) and clause.endswith(_JOINS))
    told_of = told_of or (plain.find("重要", end, end + _NEAR) >= 0 and _SPOKEN_THERE.match(plain, end) is not None)
    if told_of or _PARTY_NAME.match(plain, end):
        return False
    if verb == "慰问" and plain.startswith(("金", "品"), end):
        return _GIVES.search(clause) is not None
    if verb == "督导" and clause.endswith(("教学", "责任", "届", "名", "位")):
        return False
    if plain.startswith("活动", end) and not _CALLED.search(clause):
        return False
    if plain.find("工作", end, end + 4) >= 0 and _ON_WORK.search(clause) and _WORK_IS.match(plain, end):
        return False
    if _MEETING_ON.match(plain, end) or (_OF_GUESTS.search(clause) and _WHO_CAME.match(plain, end)):
        return False
    return True if plain.startswith("了", end) else None


def goes_there(plain: str, clause: str, end: int) -> bool:
    """Whether somebody goes to a place to look at what a whole word names: ``到青石镇调研人才工作``, not ``调研组``."""
    after = NOUNS_AFTER.at(plain, end)
    if not after or plain.startswith(_MEMBERS, end):
        return False
    longer = after in _LOOKED_AT and is_han(plain[end + len(after) : end + len(after) + 1])
    whole = longer or (len(after) == 1 and word_begins(plain, end) > 1)
    return whole and bool(_WENT.search(clause)) and not TO_COME.search(clause)


def inspects(verb: str, clause: str, after: str) -> bool:
    """带队 and its kind are an inspection unless somebody is called on: 带队拜会省乡村振兴局."""
    return verb not in {"带队", "率队"} or not (after.startswith(("建", "伍")) or _VISITS_HOST.match(after))


def is_tour(plain: str, body: tuple[Span, ...], lead: Collection[str]) -> bool:
    """Whether the first sentences tell of a tour: nobody is received, and no ceremony comes first."""
    if "inspected" not in lead or "met" in lead:
        return False
    start = body[0].start if body else 0
    return _CEREMONY.search(plain, start, start + _OPENING) is None


def members(plain: str, sentence: Span, mentions: list[Mention]) -> list[tuple[int, Role]]:
    """The members of a party of inspectors, listed behind the sentence that says it came: ``专家组由…组成``."""
    if not (mentions and plain.startswith(("成员", "由"), sentence.start + _PARTY)):
        return []
    listed = _MEMBERS_ARE.match(plain, *sentence)
    came = _PARTY_CAME.search(plain, max(0, sentence.start - _OPENING), sentence.start) if listed else None
    if came is None:
        return []
    span = Span(*came.span("verb"))
    return [(each.person, Role("inspected", span, "member-of-party")) for each in mentions]


def as_company(plain: str, found: list[tuple[int, Role]]) -> list[tuple[int, Role]]:
    """On a tour ``某某参加`` and ``参加活动`` are company, unless a meeting is named."""
    company = []
    for number, role in found:
        before = plain[max(0, role.span.start - 160) : role.span.start]
        bare = (
            role.rule == "verb-参加" and _NO_MEETING.match(plain, role.span.end) and not _MEETING_BEFORE.search(before)
        )
        company.append(
            (number, replace(role, role="accompanied", rule="takes-part-in-tour")) if bare else (number, role)
        )
    return company
