"""Roles: who presided, spoke, attended, reported, stated, inspected, accompanied, met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import ROLES, Person, Role
from newstui.model.reading import Reading
from newstui.parsing import company, doers, lectures, tours, transcripts, visits
from newstui.parsing.acts import Act, acts, verbs_in
from newstui.parsing.company import Found, role_of
from newstui.parsing.figures import Mention
from newstui.parsing.scene import Scene
from newstui.parsing.text import ENDLESS, Page

_BY: Final = late(r"由([^,。;]*?)$")
_CHAIRED: Final = late(r"(?<![^\s。;,])(?:会议)?(?P<verb>主持)(?:(?:人|者)?: ?|人\()")
"""The label before who is in the chair."""
_LABEL_ENDS: Final = ("", " ", "\n", "。", ";", "(", ",")
_CONVENES: Final = frozenset(("召开", "组织召开"))
"""Right behind a name these say who is in the chair; a body convenes otherwise."""
_CONVENER: Final = late(
    r"(?:在[^,。;]{2,16}(?:基础上|期间|后),)?(?:(?:\d{1,2}月)?\d{1,2}日)?(?:[上下]午|晚上?)?(?:在[^,。;的]{2,12}?连续)?(?:再次|又|亲自|专门|连夜|连续|先后)*"
)
"""Between who is in the chair and such a verb."""
_COMPANY: Final = late(r"在[^在。;]{2,120}?(?:的)?(?:陪同|陪伴|引导|(?<!共同|战略)(?:引领|带领|率领))下")
_UNDER: Final = ("同下", "领下", "伴下", "导下")
"""One of these ends all that."""
_PRONOUN: Final = late(r"(?:^|[,;])(?:[^,。;了映对向给把被让使为]{0,8})?(?<!其)[他她](?!们|人|国|山|乡|日)")
_PAST: Final = late(r"(?:不久前|此前|去年|前年|早在|过去|近年来|多年来|党的十[八九]大以来)")
_MONTH: Final = late(r"(?:今年|(?:19|20)\d\d年)\d{1,2}月[,底初中]")
"""Opens what is told of before, where a report tells of a day: 今年3月,王某参加某会时…."""
_CAME: Final = late("[^,。;]{0,4}一行[^,。;]{0,6}[到赴来](?![^,。;]*(?:开展|调研|考察|参观|学习))[^,。;]{2,20}$")
"""Between those who come and what they come for: 某所长一行到我院交流工作."""
_YEAR: Final = late(r"(?:19|20)\d\d年")
_DAY: Final = late(r"\d[日号]|今[天日]|昨[天日]")
_DATED: Final = late(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日[,上下晚]")
"""Opens what is told of a day of another year, where the report's first sentence names no year."""
_LEAD: Final = 120
"""In so many letters the first sentences of a report tell its day."""
_PAST_BEGINS: Final = frozenset("不此去前早过近多党今12")
_CAPTIONED: Final = "captioned"
"""Stands for 发言 in a caption, which is any kind of speech."""
_CAPTION: Final = 26
_BESIDE: Final = frozenset(("attended", "accompanied"))
"""Who only was there is not the one the next sentence goes on with."""
_LEAD_SENTENCES: Final = 4


def find_roles(page: Page, reading: Reading) -> Reading:
    """The reading with the roles of its people."""
    if not reading.people:
        return reading
    given = lectures.gathered(
        (
            *_spoken(page, reading),
            *transcripts.spoken(page, reading),
            *lectures.accounts(page, reading),
            *_told(page, reading, Scene(page, reading)),
        )
    )
    people = (_acting(person, given.get(number)) for number, person in enumerate(reading.people))
    return reading._replace(people=tuple(people))


def _acting(person: Person, given: dict[str, Role] | None) -> Person:
    """The person with their roles in the order of ROLES; 发言 in a caption says no more than that they spoke."""
    if not given:
        return person
    if "spoke" in given and "stated" in given and given["stated"].rule == f"verb-{_CAPTIONED}":
        del given["stated"]
    roles = tuple([given[role] for role in ROLES if role in given])
    return Person(person.name, person.mentions, person.posts, person.offices, roles, person.rule)


def _spoken(page: Page, reading: Reading) -> Iterator[Found]:
    """Every speaker of the outline spoke."""
    bearers: dict[str, list[int]] = {}
    for number, person in enumerate(reading.people):
        bearers.setdefault(person.name, []).append(number)
    for speech in reading.outline:
        start = speech.span.start
        at = page.plain.find(speech.verb, start)
        span = Span(at, at + len(speech.verb)) if at >= 0 else speech.span
        for same in filter(None, map(bearers.get, speech.speakers)):
            yield _nearest(reading, same, start), Role("spoke", span, "speech")


def _nearest(reading: Reading, same: list[int], start: int) -> int:
    """Of several people of one name the one named nearest to a place."""
    if len(same) == 1:
        return same[0]
    return min(same, key=lambda one: min(abs(span.start - start) for span in reading.people[one].mentions))


def _told(page: Page, reading: Reading, scene: Scene) -> Iterator[Found]:
    """What the sentences of the body tell of each; on a tour, those who merely take part are company."""
    found: list[Found] = []
    topic: tuple[Mention, ...] = ()
    lead: set[str] = set()
    visit = visits.Visit(page.plain)
    fresh = False
    together = [speech.span.start for speech in reading.outline if speech.speaker in ("他们", "她们")]
    for number, sentence in enumerate(_stretches(page, reading)):
        mentions = scene.within(sentence)
        start, end = sentence
        if _is_past(page.plain, reading, start, first=not number) or page.plain[end - 1] == "?":
            continue
        for at in together if len(topic) > 1 else ():
            if start <= at < end:
                found += [(each.person, Role("spoke", Span(at, at + 2), "they-say")) for each in topic]
        goes_on = fresh and doers.goes_on(page.plain, sentence)
        fresh = False
        goes_on = goes_on or (bool(topic) and _means_somebody(page.plain, sentence, mentions))
        carried = topic if goes_on else ()
        if not mentions and not carried:
            continue
        found += tours.members(page.plain, sentence, mentions)
        found += company.bare_list(page.plain, sentence, mentions, scene)
        found += _chair(page.plain, sentence, mentions)
        visit.note(page.plain, sentence, mentions)
        roles, about = _sentence(page.plain, sentence, mentions, carried, scene)
        topic = about or topic
        fresh = len(topic) == 1 and _BESIDE.isdisjoint([role.role for _, role in roles])
        if number < _LEAD_SENTENCES:
            lead |= {role.role for _, role in roles}
        found += roles + visit.received(page.plain, sentence, mentions, roles)
    return iter(tours.as_company(page.plain, found) if tours.is_tour(page.plain, reading.parts.body, lead) else found)


def _is_past(plain: str, reading: Reading, start: int, *, first: bool) -> bool:
    """Whether a sentence opens with a time before that of the report, whose first sentence tells its own day."""
    if plain[start] not in _PAST_BEGINS or first:
        return plain[start] in _PAST_BEGINS and _PAST.match(plain, start) is not None
    if _PAST.match(plain, start) or _MONTH.match(plain, start):
        return True
    if not _DATED.match(plain, start) or plain.startswith((reading.published or "-")[:4], start):
        return False
    head = reading.parts.body[0].start
    lead = plain[head : min(start, head + _LEAD)]
    return _DAY.search(lead) is not None and _YEAR.search(lead) is None


def _stretches(page: Page, reading: Reading) -> Iterator[Span]:
    """The sentences of the body; what runs on without end is cut, so that time stays linear."""
    for body in reading.parts.body:
        for sentence in page.sentences(body):
            start, end = sentence
            if end - start <= ENDLESS:
                yield sentence
                continue
            for first in range(start, end, ENDLESS):
                yield Span(first, min(first + ENDLESS, end))


def _sentence(
    plain: str, sentence: Span, mentions: list[Mention], carried: tuple[Mention, ...], scene: Scene
) -> tuple[list[Found], tuple[Mention, ...]]:
    """The roles a sentence gives, to those of the one before as well who are ``carried`` on, and who it was about."""
    found: list[Found] = []
    since, end = sentence
    under = plain.find("下", since, end) >= 0
    led = under and any(plain.find(word, since, end) >= 0 for word in _UNDER)
    accompanied = list(_COMPANY.finditer(plain, since, end)) if led else []
    beside = company.beside(plain, accompanied, mentions, found) if accompanied else []
    verbs = verbs_in(plain, sentence)
    listed, told = company.lists(plain, sentence, verbs, mentions, found)
    aside = {each.name for each in (*beside, *listed)} if beside or listed else ()
    able = [each for each in mentions if not each.is_object and each.name not in aside]
    subjects = carried[-1:]
    chaired = False
    met: list[Mention] = []
    beside_whom: Act | None = None
    for act in acts(plain, sentence, verbs, {each.end for each in able}):
        at = act.span.start
        inside = accompanied and any(match.start() <= at < match.end() for match in accompanied)
        if inside or at == told or scene.is_inside_name(act.span) or scene.is_said(sentence, act.span):
            continue
        if act.relative:
            found += company.described(plain, act, mentions) if act.leads else []
            continue
        window = _doing(plain, act, [each for each in able if since <= each.name < at])
        if window is None:
            continue
        between = plain[since:at]
        by = _BY.search(between) if act.role == "presided" else None
        if by:
            window = tuple(each for each in window if each.name >= since + by.start())
        if chaired and not window and doers.is_of_the_meeting(between, act):
            subjects = ()
            continue
        chaired = act.role == "presided" or (chaired and not window)
        window = window or doers.behind(plain, between, act, able)
        if window:
            subjects = (*subjects, *window) if all(each.is_led for each in window) else window
        elif doers.is_somebody_else(between, act):
            subjects = ()
        subjects = visits.both(between, subjects, met) if act.role == "attended" else subjects
        met = visits.sides(plain, sentence, act, mentions) if act.role == "met" else met
        since = act.span.end
        if act.verb == "听取":
            found += company.heard(plain, act, mentions)
        escorted = company.escorted(plain, beside_whom, act, mentions) if beside_whom and not window else []
        beside_whom = act if act.verb == "陪同" else beside_whom
        gives = not escorted and act.role != "other"
        found += _given(plain, sentence, act, mentions, subjects) if gives else escorted
        if act.closes or doers.asks(plain, act, window):
            break
    return found, subjects or tuple(able[:1])


def _doing(plain: str, act: Act, near: list[Mention]) -> tuple[Mention, ...] | None:
    """Those before an act who do it; None where a body convenes, and nobody who is in the chair."""
    window = doers.doing(plain, near, act)
    convenes = act.verb in _CONVENES
    if convenes and not (window and _CONVENER.fullmatch(plain, window[-1].end, act.span.start)):
        return None
    return window


def _given(plain: str, sentence: Span, act: Act, mentions: list[Mention], subjects: tuple[Mention, ...]) -> list[Found]:
    """The roles an act gives to those who do it, and to those they meet."""
    met = visits.sides(plain, sentence, act, mentions) if act.role == "met" else []
    if act.verb == "交流" and act.role == "met":
        together = plain[act.span.start - 1] == "," or any(plain[each.start - 1] in "与同和" for each in met)
        if not together and not (subjects and _CAME.match(plain, subjects[-1].end, act.span.start)):
            return []
    others = [(each.person, Role("met", act.span, f"met-{act.verb}")) for each in met]
    shown = _as_shown(plain, sentence, act, bool(others))
    if act.role == "inspected" and len(subjects) > 1 and visits.leads_party(plain, act, subjects):
        subjects = (subjects[0], *(each.marked(is_object=each.is_object, is_led=True) for each in subjects[1:]))
    return [*[role_of(each, shown) for each in subjects], *others]


def _chair(plain: str, sentence: Span, mentions: list[Mention]) -> list[Found]:
    """Who is in the chair by the label before the name: ``主持人:王某``."""
    found: list[Found] = []
    if "主持" not in plain[sentence.start : sentence.end]:
        return found
    chairs = {match.end(): match for match in _CHAIRED.finditer(plain, *sentence)}
    for each in mentions:
        ends = (")",) if plain[each.start - 1] == "(" else _LABEL_ENDS
        if each.start in chairs and plain[each.end : each.end + 1] in ends:
            found.append((each.person, Role("presided", Span(*chairs[each.start].span("verb")), "label")))
    return found


def _means_somebody(plain: str, sentence: Span, mentions: list[Mention]) -> bool:
    """Whether a sentence has a pronoun for somebody named before, rather than for those it begins with."""
    words_of = plain[sentence.start : sentence.end]
    said = ("他" in words_of or "她" in words_of) and _PRONOUN.search(words_of) is not None
    return said and not doers.others_begin(plain, sentence, mentions)


def _as_shown(plain: str, sentence: Span, act: Act, has_guests: bool) -> Act:
    """A caption's 发言 may be any speech; 接待 without a guest by name is company."""
    caption = sentence.end - sentence.start < _CAPTION and plain[sentence.end - 1] not in "。!?;”"
    if act.role == "stated" and caption:
        return replace(act, verb=_CAPTIONED)
    receives = act.verb == "接待" and act.role == "met" and not has_guests
    return replace(act, role="accompanied") if receives else act
