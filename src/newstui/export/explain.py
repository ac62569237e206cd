"""Why: each fact of a reading with the rule that decided and the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from newstui.model.article import Article, Span
from newstui.model.clean import line
from newstui.model.outline import Action, Item, Speech, walk
from newstui.model.people import Office, Person
from newstui.model.reading import Reading

_BORDERS: Final = "，。；：！？,;:!?\n"
_BESIDE: Final = 24
"""So many characters on each side of some words tell what stood around them."""
_MOST: Final = 48
"""Longer words are cut short."""
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_GIVEN: Final = "field-of-input"


@dataclass(frozen=True, slots=True)
class Fact:
    """``Fact("post", "陈必昌: 县长", "post-before-name", "【县长】陈必昌", Span(3, 5))``; each string one clean line.

    In ``words`` the span stands in 【】 among the words around it, or is cut short; a field of the input has none.
    """

    kind: str
    value: str
    rule: str
    words: str
    span: Span


def facts(article: Article, reading: Reading) -> Iterator[Fact]:
    """All facts: title, day, outlet, makers; meeting; people with posts, offices, roles; outline; documents, terms."""
    text = article.text
    yield from _of_header(article, reading)
    if reading.meeting:
        yield _fact(text, "meeting", reading.meeting.name, reading.meeting.rule, reading.meeting.span)
        for venue in reading.meeting.venues:
            yield _fact(text, "venue", venue, "held-there", _found(text, venue))
        if reading.meeting.form:
            yield _fact(text, "form", reading.meeting.form, "held-so", _found(text, reading.meeting.form))
    for person in reading.people:
        yield from _of_person(text, reading, person)
    for _, node in walk(reading.outline):
        yield from _of_node(text, node)
    for document in reading.documents:
        yield _fact(text, "document", document.title, "title-in-marks", document.span)
    for term in reading.terms:
        means = f"{term.text} = {term.meaning}" if term.meaning else term.text
        yield _fact(text, "term", means, "meaning-beside" if term.meaning else "coined-phrase", term.span)
    for told in reading.organizations:
        yield _fact(text, "statement", f"{told.name}: {told.act}", "body-before-act", told.span)


def _of_header(article: Article, reading: Reading) -> Iterator[Fact]:
    """Title, day, outlet and makers, with the part of the text that gave them."""
    text, parts = article.text, reading.parts
    if reading.title:
        headed = parts.title or _found(text, reading.title)
        rule = _GIVEN if article.title else "headline" if parts.title else "event-clause"
        yield _fact(text, "title", reading.title, rule, headed)
    if reading.published:
        day = None if article.published else _day(text, reading.published[:10])
        rule = _GIVEN if article.published else f"day-of-{_part(reading, day)}" if day else "day-worked-out"
        yield _fact(text, "published", reading.published, rule, day)
    if reading.source:
        outlet = None if article.source else _found(text, reading.source)
        rule = f"outlet-of-{_part(reading, outlet)}" if outlet else _GIVEN
        yield _fact(text, "source", reading.source, rule, outlet)
    for one in reading.credits:
        rule = f"maker-labelled-{one.label}" if one.label else "maker-unlabelled"
        yield _fact(text, "credit", f"{one.name}: {one.credit}", rule, one.span)
    if reading.dateline:
        told = reading.dateline
        value = " ".join(filter(None, (told.agency, told.place, told.date)))
        yield _fact(text, "dateline", value, "dateline", told.span)


def _found(text: str, words: str) -> Span | None:
    """Where some words stand first, broken lines and spaces apart."""
    match = re.search(r"\s*".join(map(re.escape, "".join(words.split()))), text)
    return Span(*match.span()) if match else None


def _day(text: str, day: str) -> Span | None:
    """Where a day stands first in digits, whatever marks part them."""
    iso = _ISO.fullmatch(day)
    worded = r"(?<!\d){}\D{{0,3}}0?{}\D{{1,3}}0?{}(?!\d)".format(*map(int, iso.groups())) if iso else ""
    match = re.search(worded, text) if worded else None
    return Span(*match.span()) if match else None


def _part(reading: Reading, span: Span) -> str:
    """Which part of the article some words stand in."""
    parts, dateline = reading.parts, reading.dateline and reading.dateline.span
    named = {"dateline": dateline, "title": parts.title, "header": parts.header, "foot": parts.credits}
    inside = next((name for name, part in named.items() if part and part.holds(span)), None)
    return inside or ("body" if any(part.holds(span) for part in parts.body) else "foot")


def _of_person(text: str, reading: Reading, person: Person) -> Iterator[Fact]:
    first = person.mentions[0] if person.mentions else Span(0, 0)
    yield _fact(text, "person", person.name, person.rule, first)
    for post in person.posts:
        yield _fact(text, "post", f"{person.name}: {post.text}", post.rule, post.span)
    for office in person.offices:
        span = person.posts[office.post].span if 0 <= office.post < len(person.posts) else first
        told = _fact(text, "office", f"{person.name}: {office.text}", office.reason, span)
        owner = _owner(text, reading, office)
        yield replace(told, words=f"{line(_around(text, owner))} + {told.words}") if owner else told
    for role in person.roles:
        yield _fact(text, "role", f"{person.name}: {role.role}", role.rule, role.span)


def _owner(text: str, reading: Reading, office: Office) -> Span | None:
    """Where the part of the article that made a post whole names the place or the unit."""
    parts, dateline = reading.parts, reading.dateline and reading.dateline.span
    named = {"title": parts.title, "dateline": dateline, "source": dateline or parts.header}
    place = named.get(office.reason) or (parts.body[0] if office.reason == "lead" and parts.body else None)
    sizes = range(len(office.organization), 1, -1)
    found = ((text.find(office.organization[:size], *place), size) for size in sizes) if place else ()
    return next((Span(at, at + size) for at, size in found if at >= 0), None)


def _of_node(text: str, node: Speech | Item | Action) -> Iterator[Fact]:
    """A node of the outline; of a speech the words are those that open it."""
    if isinstance(node, Speech):
        verb = text.find(node.verb, node.span.start, node.span.end)
        opens = Span(node.span.start, verb + len(node.verb)) if verb >= 0 else node.span
        yield _fact(text, "speech", f"{node.speaker} {node.verb}", node.rule, opens)
    elif isinstance(node, Item):
        yield _fact(text, "item", f"{node.ordinal} {node.heading}", node.rule, node.span)
    else:
        yield _fact(text, "action", node.text, node.rule, node.span)
        if node.addressee:
            yield _fact(text, "addressee", node.addressee.text, "named-before-order", node.addressee.span)
        if node.deadline:
            value = f"{node.deadline.text} = {node.deadline.date}" if node.deadline.date else node.deadline.text
            yield _fact(text, "deadline", value, "time-in-action", node.deadline.span)
        for amount in node.quantities:
            yield _fact(text, "quantity", amount.text, "amount-in-action", amount.span)


def _fact(text: str, kind: str, value: str, rule: str, span: Span | None) -> Fact:
    return Fact(kind, line(value), line(rule), line(_around(text, span)) if span else "", span or Span(0, 0))


def _around(text: str, span: Span) -> str:
    """The words of a span in 【】 between those of its clause; long ones alone and cut short."""
    if span.end - span.start > _BESIDE:
        words = span.of(text)
        return words if len(words) <= _MOST else f"{words[:_MOST]}…"
    before, after = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
    start = max(before.rfind(mark) for mark in _BORDERS) + 1
    stop = min((at for mark in _BORDERS if (at := after.find(mark)) >= 0), default=len(after))
    return f"{before[start:]}【{span.of(text)}】{after[:stop]}"
