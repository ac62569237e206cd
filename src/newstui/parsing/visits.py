"""Visits: who came, and who has met: both sides, and those not named where they are received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Role
from newstui.parsing import doers
from newstui.parsing.acts import Act
from newstui.parsing.figures import Mention
from newstui.parsing.hanzi import NUMERALS

Found = tuple[int, Role]
_PARTY_COMES: Final = "[^,;]{0,16}[团组](?:一行[^,;]{0,6})?访"
_VISIT: Final = late(
    "访问了?[我本][校院局厅市县区省会司公]|来(?<!会见来)(?<!接见来)(?<!接待来)(?<!欢迎来)(?<!见了来)(?<!待了来)(?<!迎了来)(?:访|[校院局厅]"
    "|我[校院局厅处市县区省会司公]|[^,;]{0,8}(?:访问|考察))"
    "|来(?<![以年后本原未带到出起从由]来)[^,;]{1,8}(?:对标|参观|学习|洽谈|取经)|到(?:访|我[校院局厅处市县区省会司公])|莅临|率团"
    f"|率领?{_PARTY_COMES}|带领{_PARTY_COMES}|为团长的[^,;]{{2,30}}?团(?:一行)?(?:访|来|到|赴)"
    "|对(?:[^,;]{2,20}?进行)了?[^,;]{0,8}?访问|一行[^,;]{0,8},?(?:于[^,;]{2,16})?访问"
)
"""How somebody comes on a visit."""
_TALKS: Final = late(
    "[^,。;]{0,60}?(?:,(?:[就围针][^,。;]{2,40}?|[与同][^,。;]{2,30}?))?(?:参观|考察|访问|学习|洽谈|调研|座谈|深入|友好)?(?P<verb>交流)(?!会|活动|经验|平台|中心|基地|生|项目|合作)"
    "(?=[,。;]|研讨|学习|座谈|$)"
)
"""What guests come for who meet their hosts: 来我校考察交流."""
_JOURNEY: Final = late("[到赴][^,;]{2,20}?(?:调研|考察|检查|督导|指导|参观|交流(?!会)|访问|学习|洽谈)")
"""How somebody goes about: they are visitors where one of them is received by name."""
_WITH_GUESTS: Final = late("[与同和][^,;]{0,24}?(?:来宾|客人|一行|[察表问观访流习]团|考察组|来访|到访)[^,;]*$")
"""Before 座谈 and its kind: with guests who were named before."""
_GUESTS: Final = late("了?[^,。;]{0,24}?(?:来宾|客人|一行|[察表问观访流习]团|考察组|参观(?:人员|者)|来访|到访)")
_BESIDE: Final = late("在[^在。;]{2,160}?(?:的)?(?:陪同|陪伴|引领|引导)下")
"""Around those in whose company the visitors come."""
_RECEIVES: Final = frozenset(("会见", "会谈", "会晤", "接见", "接待"))
_LIST_ENDS: Final = late(
    rf"(?:先生|女士)?(?:等(?:[\d{NUMERALS}]{{1,3}}人|人|来宾|客人|嘉宾|专家)?)?(?:一行|。|[和及与][^,。;、]{{2,20}}(?:。|一行))"
)
"""Behind the last of those received."""
_FACE_TO_FACE: Final = frozenset(("会谈", "会晤"))
"""Of these either side may stand before the verb."""
_TOGETHER: Final = frozenset((*_FACE_TO_FACE, "会面", "会商", "座谈"))
"""Of these the other side may stand in a clause before: 王某、李某,与赵某、钱某,见证签约并举行会谈."""
_RECEIVING: Final = _RECEIVES | _TOGETHER
_LED_BY: Final = late("[团组][^,;]{0,8}由(?P<who>[^。;]{2,400}?)(?:率领|带队|带领|任团长|组成|,率团)")
_MEMBERS: Final = late("(?:成员|来访(?:人员|嘉宾|客人|领导|的)|来宾)(?:还?包括|主?要?还?有|为|是)(?P<who>[^。;]+)")
_PARTY: Final = late("(?:等[^,。;]{0,6})?(?:一行)?[^,。;]{0,6}(?:莅临|来我|来校|来访)")
"""Behind a list of those who come to inspect, the first of whom leads; guests who 考察 are equals."""
_GO_OUT: Final = late("(?:等[^,。;]{0,6})?一行(?:先后|专程|实地)*(?:前往|赴)")
"""Behind a list of those of one place who go out, the first of whom leads them."""
_MANY: Final = 3
"""So many in a row have a leader."""
_AS_EQUALS: Final = ("交流", "座谈", "洽谈", "学习")
"""Behind 调研, what guests come for who are all received: 来校调研交流."""
_BEHIND: Final = 2
"""So many commas behind them it is told of all of them."""
_SPEAK_FOR: Final = late("代表[^,;]{0,12}[表访问考察]团[^,;]{0,4}(?:发言|致辞|讲话|表示)")
_FOR_PARTY: Final = late("[团组](?:代表|成员)(?:、[^,。;、]{2,40})?$")
"""Before somebody who speaks as one of a party: 考察团代表、董事长某某."""
_HEADS: Final = ("团团长", "团副团长", "团秘书长")
"""What those are called who head a party that has come."""
_NEAR: Final = 48
"""So near before somebody stands what party they belong to."""
_SO_NEAR: Final = 12
"""So close behind a comma stands who is received as well."""


class Visit:
    """The visitors of an article as far as it has been read, and whether a party of theirs was received."""

    def __init__(self, plain: str) -> None:
        self._is_told = "交流" in plain or "座谈" in plain or any(word in plain for word in _RECEIVES)
        """Whether anybody is received in the article at all, or comes to exchange views."""
        self._visitors: list[Mention] = []
        self._plain_visit = False
        self._came_in = -1
        self._last, self._now = -1, -1
        self._party: Span | None = None
        self._talk: Span | None = None

    def note(self, plain: str, sentence: Span, mentions: Sequence[Mention]) -> None:
        """Remember those of whom a sentence says that they have come: ``某学院院长郭某一行来访我校``."""
        if not self._is_told or not mentions:
            return
        self._last, self._now = self._now, sentence.start
        start, end = sentence.start, sentence.end
        listed = _MEMBERS.match(plain, start, end) if plain.startswith("来", start) else None
        if listed is None and self._plain_visit and plain.find("成员", start, min(start + _SO_NEAR, end)) >= 0:
            listed = _MEMBERS.search(plain, start, end)
        if listed:
            behind = [each for each in mentions if each.name > listed.start("who")]
            known = [] if plain.startswith("来", start) else self._visitors
            self._visitors, self._plain_visit, self._came_in = [*known, *behind], True, start
            return
        visit = _VISIT.search(plain, start, end)
        journey = None if visit or self._plain_visit else _JOURNEY.search(plain, start, end)
        came = visit or journey
        if not came:
            return
        beside = [found.span() for found in _BESIDE.finditer(plain, start, came.start())] if "下" in came.string else []
        near = [
            each
            for each in mentions
            if each.end <= came.start()
            and not each.is_object
            and not any(first <= each.name < last for first, last in beside)
        ]
        visitors = list(doers.acting(plain, near, came.start()))
        if visitors:
            self._visitors, self._plain_visit, self._came_in = visitors, visit is not None, sentence.start
        talk = _TALKS.match(plain, visit.end(), sentence.end) if visit and visitors else None
        self._talk = Span(*talk.span("verb")) if talk else None
        self._party = self._talk or self._party

    def received(self, plain: str, sentence: Span, mentions: Sequence[Mention], roles: Sequence[Found]) -> list[Found]:
        """The visitors named before, where ``来宾``, ``考察团一行`` or one of them is received."""
        if not self._is_told:
            return []
        found = self._delegates(plain, sentence, mentions)
        if self._talk and self._came_in == sentence.start:
            found += [(each.person, Role("met", self._talk, "came-to-talk")) for each in self._visitors]
        met = [(number, role) for number, role in roles if role.role == "met" and role.span.of(plain) in _RECEIVING]
        if not met:
            return found
        span = met[0][1].span
        together = span.of(plain) in _TOGETHER and _WITH_GUESTS.search(plain, sentence.start, span.start)
        if not together and span.of(plain) not in _RECEIVES:
            return found
        guests = together or _GUESTS.match(plain, span.end, sentence.end)
        if guests:
            self._party = span
        either = together or span.of(plain) in _FACE_TO_FACE
        behind = {each.person for each in mentions if either or each.name >= span.end}
        one_of_them = {number for number, _ in met} & {each.person for each in self._visitors} & behind
        just_come = self._came_in in (sentence.start, self._last) and plain[span.end : span.end + 1] in ",。;并"
        if one_of_them or (self._plain_visit and (guests or just_come)):
            found += [(each.person, Role("met", span, "visitor")) for each in self._visitors]
        return found

    def _delegates(self, plain: str, sentence: Span, mentions: Sequence[Mention]) -> list[Found]:
        """Those of whom it is told later that they head a party which was received, or are members of it."""
        if self._party is None:
            return []
        members = (_LED_BY.search(plain, *sentence), _MEMBERS.search(plain, *sentence))
        told = [each.span("who") for each in members if each]
        if speak := _SPEAK_FOR.search(plain, *sentence):
            told.append((sentence.start, speak.start()))
        return [
            (each.person, Role("met", self._party, "of-the-party"))
            for each in mentions
            if any(start <= each.name < end for start, end in told)
            or any(plain.find(head, each.start, each.name) >= 0 for head in _HEADS)
            or _FOR_PARTY.search(plain, max(sentence.start, each.name - _NEAR), each.name)
        ]


def both(between: str, subjects: tuple[Mention, ...], met: list[Mention]) -> tuple[Mention, ...]:
    """Who attends: both sides where they met before and go together: ``会见某某,并共同出席签约仪式``."""
    if "共同" not in between:
        return subjects
    return tuple({each.person: each for each in (*subjects, *met)}.values())


def sides(plain: str, sentence: Span, act: Act, mentions: list[Mention]) -> list[Mention]:
    """Both sides of a meeting: those named behind the verb, and those with whom it was before the verb."""
    stop = _clause_end(plain, act.span.end, sentence.end)
    while further := next((each for each in mentions if stop < each.start <= stop + _SO_NEAR and each.is_object), None):
        stop = _clause_end(plain, further.end, sentence.end)
    stop = _listed_behind(plain, stop, mentions) if act.verb in _RECEIVES else stop
    start = max(max(plain.rfind(mark, sentence.start, act.span.start) for mark in ",;:") + 1, sentence.start)
    if act.verb in _TOGETHER and not any(start <= each.name < act.span.start for each in mentions):
        start = next((each.start for each in mentions if each.is_object and plain[each.start - 1] in "与同和"), start)
    return [each for each in mentions if start <= each.name < stop]


def _listed_behind(plain: str, stop: int, mentions: list[Mention]) -> int:
    """Where the list of those received ends, which commas part: 会见理事长某某,副理事长某某一行."""
    last = None
    for each in mentions:
        if each.start == (last.end if last else stop) + 1 and plain[each.start - 1] in ",、和及与":
            last = each
    return last.end if last and _LIST_ENDS.match(plain, last.end) else stop


def _clause_end(plain: str, start: int, end: int) -> int:
    return min((at for mark in ",。;" if (at := plain.find(mark, start, end)) >= 0), default=end)


def leads_party(plain: str, act: Act, subjects: Sequence[Mention]) -> bool:
    """Whether the first of those who come to inspect leads them: not where it is told far behind them."""
    end = subjects[-1].end
    if len(subjects) >= _MANY and plain[subjects[0].end] == "," and _GO_OUT.match(plain, end):
        return True
    if act.verb in ("考察", "参观访问") or plain.endswith("考察", 0, act.span.start):
        return False
    if plain.startswith(_AS_EQUALS, act.span.end):
        return False
    return bool(_PARTY.match(plain, end)) and plain.count(",", end, act.span.start) < _BEHIND
