"""Who shares a role: lists of those there, company of whoever leads, those who were heard."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Role
from newstui.parsing.acts import Act, acts, verbs_in
from newstui.parsing.figures import Mention
from newstui.parsing.lexicon import either, words
from newstui.parsing.scene import Scene

Found = tuple[int, Role]
"""The number of a person and a role."""
_INSPECTED: Final = frozenset(words("roles", "verbs.inspected"))
_LOOKS: Final = late(
    r",?(?:专门|专程|先后|一行|实地|分别)*(?:(?:到|赴|来到|深入|前往)[^,。;]{2,20}?(?P<verb>了解|察看|参观)|(?P<looked>参观)了?)"
)
"""What somebody does in company who goes to see."""
_SEES: Final = late(r"(?:一行)?(?:先后|实地|还|首先)*(?P<verb>参观)了?")
"""What somebody named behind their company does."""
_INSPECTS: Final = late(rf"[^。;]{{0,80}}?(?P<verb>{either(words('roles', 'verbs.inspected'))})(?!演出|[团组队])")
_LISTING: Final = ("出席", "参加", "列席", "陪同", "随同", "莅临", "参会", "就座", "就坐")
_LISTED: Final = re.compile(
    rf"(?P<verb>{'|'.join(_LISTING)})[^,。;:并]{{0,44}}?(?:还有|有|是|包括|为|:),?(?=[^,。;]{{2,}})"
)
_OF_ANOTHER: Final = late(",[^,。;、]{0,16}(?:由|(?:特邀|邀请)[^,。;、]{0,16})$")
"""Before somebody of whom another clause tells behind such a list: ,会议由某某主持; ,还特邀某某作报告."""
_HEARD: Final = late(
    r"了?[^,。;]{0,60}?(?:(?:的|所作的|所做的)[^,。;、]{0,8}?|[关对][^,。;]{2,40}?|(?:书记|主任|[局处部县区镇乡院校]长|同志))"
    r"(?P<what>汇报|说明|介绍|通报)|了?[^,。;]{2,40}?所?(?P<told>汇报|介绍|通报)的"
)
_CONVENED: Final = late(r"(?:举行|召开|举办|开幕|启动)。\s*$")
_JUST: Final = 12
_FEWEST_LISTED: Final = 3
_LEFT: Final = 0.3
"""At most so much of a bare list is no person with posts."""
_TOURING: Final = late(rf"(?:{either(words('roles', 'inspection.tour'))})")


def escorted(plain: str, beside: Act, act: Act, mentions: list[Mention]) -> list[Found]:
    """Those inspect with whom somebody goes along: 陪同某某、某某一行到青石镇调研."""
    if act.verb not in _INSPECTED or any(mark in plain[beside.span.end : act.span.start] for mark in ",;"):
        return []
    inspects = replace(act, role="inspected")
    return [
        role_of(each, inspects)
        for each in mentions
        if each.is_object and beside.span.end <= each.start < act.span.start
    ]


def bare_list(plain: str, sentence: Span, mentions: list[Mention], scene: Scene) -> list[Found]:
    """Those of a sentence that holds nothing but people with their posts, behind one that says a meeting was held."""
    if len(mentions) < _FEWEST_LISTED:
        return []
    left = sentence.end - sentence.start - sum(each.end - each.start for each in mentions)
    if left > _LEFT * (sentence.end - sentence.start):
        return []
    inside = (act for act in acts(plain, sentence, verbs_in(plain, sentence)) if not scene.is_inside_name(act.span))
    if next(inside, None) or not _CONVENED.search(plain, max(0, sentence.start - _JUST), sentence.start):
        return []
    return [(each.person, Role("attended", Span(each.name, each.end), "bare-list")) for each in mentions]


def heard(plain: str, act: Act, mentions: list[Mention]) -> list[Found]:
    """``听取了某某、某某的汇报``: those heard reported."""
    match = _HEARD.match(plain, act.span.end)
    if not match:
        return []
    heard = [each for each in mentions if act.span.end <= each.name < match.end()]
    return [(each.person, Role("reported", Span(*match.span(match.lastgroup or 0)), "was-heard")) for each in heard]


def role_of(mention: Mention, act: Act) -> Found:
    """The role an act gives to one who does it; who is led does not inspect."""
    role = "accompanied" if mention.is_led and act.role == "inspected" else act.role
    return mention.person, Role(role, act.span, f"verb-{act.verb}")


def described(plain: str, act: Act, mentions: list[Mention]) -> list[Found]:
    """``应邀参会的某某``: the one described took part."""
    end = plain.find("的", act.span.end)
    near = [each for each in mentions if end < each.start <= end + 3]
    return [role_of(each, act) for each in near[:1]]


def beside(plain: str, spans: list[re.Match[str]], mentions: list[Mention], found: list[Found]) -> list[Mention]:
    """Those in whose company it was done: ``在某某、某某陪同下``."""
    beside: list[Mention] = []
    for match in spans:
        inside = [each for each in mentions if match.start() <= each.name < match.end()]
        beside += inside
        if match.group().endswith(("陪同下", "陪伴下", "引领下", "引导下")):
            found += [(each.person, Role("accompanied", Span(*match.span()), "in-company")) for each in inside]
            led = [each for each in mentions if each.end <= match.start() and not each.is_object]
            looks = _LOOKS.match(plain, match.end())
            if not led and not looks:
                led = [each for each in mentions if match.end() <= each.start <= match.end() + 1]
                looks = _SEES.match(plain, led[0].end) if led else None
            if looks:
                span = Span(*looks.span(looks.lastgroup or 0))
                found += [(each.person, Role("inspected", span, "in-company")) for each in led]
        elif inspects := _INSPECTS.match(plain, match.end()):
            span = Span(*inspects.span("verb"))
            found += [(each.person, Role("inspected", span, "leads-tour")) for each in inside]
    return beside


def _listing(plain: str, end: int, verbs: list[re.Match[str]]) -> re.Match[str] | None:
    """The first verb of a sentence that lists those who did it, with what leads the list."""
    for verb in verbs:
        if verb[0].startswith(_LISTING) and (match := _LISTED.match(plain, verb.start(), end)):
            return match
    return None


def lists(
    plain: str, sentence: Span, verbs: list[re.Match[str]], mentions: list[Mention], found: list[Found]
) -> tuple[list[Mention], int]:
    """Names behind ``出席会议的有``, and where that verb, one of all ``verbs`` of a sentence, stands."""
    match = _listing(plain, sentence.end, verbs)
    if not match:
        return [], -1
    listed = [each for each in mentions if each.name >= match.end()]
    inside = list(takewhile(lambda each: not _OF_ANOTHER.search(plain, match.end(), each.start), listed))
    role = "accompanied" if match["verb"] in ("陪同", "随同") or _TOURING.search(match.group()) else "attended"
    found += [(each.person, Role(role, Span(*match.span("verb")), "list-after-verb")) for each in inside]
    return inside, match.start() if inside else -1
