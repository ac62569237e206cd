"""Roles: who presided, spoke, attended, reported, stated, inspected, accompanied, met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.people import ROLES, Role
from newstui.model.reading import Reading
from newstui.parsing.acts import Act, acts
from newstui.parsing.lexicon import either, words
from newstui.parsing.scene import Mention, Scene
from newstui.parsing.text import Page

Found = tuple[int, Role]
_BY: Final = re.compile(r"由([^,。;]*?)$")
_COMPANY: Final = re.compile(r"在[^。;]{2,120}?(?:的)?(?:陪同|带领|率领)下")
_LISTED: Final = re.compile(
    r"(?P<verb>出席|参加|列席|陪同)[^,。;:]{0,30}?的?(?:[^,。;:]{0,14}?)(?:还有|有|是|包括|为|:)(?=[^,。;]{2,})"
)
_PRONOUN: Final = re.compile(r"(?:^|[,;])(?:[^,。;]{0,8})?[他她](?!们|人|国|山|乡|日)")
_MEETS: Final = frozenset(words("roles", "verbs.met"))
_TOURING: Final = re.compile(rf"(?:{either(words('roles', 'inspection.tour'))})")


def find_roles(page: Page, reading: Reading) -> Reading:
    """The reading with the roles of its people."""
    if not reading.people:
        return reading
    scene = Scene(page, reading)
    found: dict[tuple[int, str], Role] = {}
    for number, role in (*_spoken(page, reading), *_told(page, reading, scene)):
        found.setdefault((number, role.role), role)
    people = tuple(
        replace(person, roles=tuple(found[number, role] for role in ROLES if (number, role) in found))
        for number, person in enumerate(reading.people)
    )
    return replace(reading, people=people)


def _spoken(page: Page, reading: Reading) -> Iterator[Found]:
    """Every speaker of the outline spoke."""
    numbers = {person.name: number for number, person in enumerate(reading.people)}
    for speech in reading.outline:
        if speech.speaker in numbers:
            at = page.plain.find(speech.verb, speech.span.start)
            span = Span(at, at + len(speech.verb)) if at >= 0 else speech.span
            yield numbers[speech.speaker], Role("spoke", span, "speech")


def _told(page: Page, reading: Reading, scene: Scene) -> Iterator[Found]:
    """What the sentences of the body tell of each."""
    topic: tuple[Mention, ...] = ()
    for body in reading.parts.body:
        for sentence in page.sentences(body):
            mentions = scene.within(sentence)
            if not mentions and not (topic and _PRONOUN.search(sentence.of(page.plain))):
                continue
            roles, topic = _sentence(page.plain, sentence, mentions, topic)
            yield from roles


def _sentence(
    plain: str, sentence: Span, mentions: list[Mention], topic: tuple[Mention, ...]
) -> tuple[list[Found], tuple[Mention, ...]]:
    """The roles a sentence gives, and who it was about."""
    found: list[Found] = []
    company = _company(plain, sentence, mentions, found)
    listed = _lists(plain, sentence, mentions, found)
    doers = [each for each in mentions if not each.is_object and each not in company and each not in listed]
    subjects: tuple[Mention, ...] = topic[-1:] if _PRONOUN.search(sentence.of(plain)) else ()
    since = sentence.start
    for act in acts(plain, sentence):
        window = tuple(each for each in doers if since <= each.name < act.span.start)
        by = _BY.search(plain, since, act.span.start)
        if by and act.role == "presided":
            window = tuple(each for each in window if each.name >= by.start())
        if window:
            subjects, since = window, act.span.end
        for each in subjects:
            found += _roles_of(each, act)
        if act.role == "met":
            found += _others_met(plain, sentence, act, mentions)
    return found, subjects or topic


def _roles_of(mention: Mention, act: Act) -> list[Found]:
    if act.role == "other":
        return []
    return [(mention.person, Role(act.role, act.span, f"verb-{act.verb}"))]


def _company(plain: str, sentence: Span, mentions: list[Mention], found: list[Found]) -> list[Mention]:
    """Those in whose company it was done: ``在某某、某某陪同下``."""
    beside: list[Mention] = []
    for match in _COMPANY.finditer(plain, sentence.start, sentence.end):
        inside = [each for each in mentions if match.start() <= each.name < match.end()]
        beside += inside
        if match.group().endswith("陪同下"):
            found += [(each.person, Role("accompanied", Span(*match.span()), "in-company")) for each in inside]
    return beside


def _lists(plain: str, sentence: Span, mentions: list[Mention], found: list[Found]) -> list[Mention]:
    """Names behind ``出席会议的有``."""
    match = _LISTED.search(plain, sentence.start, sentence.end)
    if not match:
        return []
    inside = [each for each in mentions if each.name >= match.end()]
    role = "accompanied" if match["verb"] == "陪同" or _TOURING.search(match.group()) else "attended"
    found += [(each.person, Role(role, Span(*match.span("verb")), "list-after-verb")) for each in inside]
    return inside


def _others_met(plain: str, sentence: Span, act: Act, mentions: list[Mention]) -> list[Found]:
    """The other side of a meeting: those met behind the verb, or those with whom it was before the verb."""
    if re.search(r"(?:参加|出席|陪同|在座)[^,。;]{0,6}$", plain[sentence.start : act.span.start]):
        return []
    stop = min((at for mark in ",。;" if (at := plain.find(mark, act.span.end, sentence.end)) >= 0), default=sentence.end)
    start = max(plain.rfind(mark, sentence.start, act.span.start) for mark in ",;:") + 1
    sides = [each for each in mentions if max(start, sentence.start) <= each.name < stop and each.is_object]
    return [(each.person, Role("met", act.span, f"met-{act.verb}")) for each in sides]
