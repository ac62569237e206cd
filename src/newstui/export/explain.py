"""Why: each fact of a reading with the rule that decided and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newstui.model.article import Article, Span
from newstui.model.clean import line
from newstui.model.outline import Action, Item, walk
from newstui.model.people import Person
from newstui.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Fact:
    """``Fact("post", "陈必昌: 县长", "post-before-name", "县长", Span(3, 5))``; every string is one clean line."""

    kind: str
    value: str
    rule: str
    words: str
    span: Span


def facts(article: Article, reading: Reading) -> Iterator[Fact]:
    """All facts that name a rule: meeting, people with posts, offices and roles, outline."""
    if reading.meeting:
        yield _fact(article, "meeting", reading.meeting.name, reading.meeting.rule, reading.meeting.span)
    for person in reading.people:
        yield from _of_person(article, person)
    for _, node in walk(reading.outline):
        kind = type(node).__name__.lower()
        if isinstance(node, Action):
            value = node.text
        elif isinstance(node, Item):
            value = f"{node.ordinal} {node.heading}"
        else:
            value = f"{node.speaker} {node.verb}"
        yield _fact(article, kind, value, node.rule, node.span)


def _of_person(article: Article, person: Person) -> Iterator[Fact]:
    first = person.mentions[0] if person.mentions else Span(0, 0)
    yield _fact(article, "person", person.name, person.rule, first)
    for post in person.posts:
        yield _fact(article, "post", f"{person.name}: {post.text}", post.rule, post.span)
    for office in person.offices:
        span = person.posts[office.post].span if 0 <= office.post < len(person.posts) else first
        yield _fact(article, "office", f"{person.name}: {office.text}", office.reason, span)
    for role in person.roles:
        yield _fact(article, "role", f"{person.name}: {role.role}", role.rule, role.span)


def _fact(article: Article, kind: str, value: str, rule: str, span: Span) -> Fact:
    return Fact(kind, line(value), line(rule), line(span.of(article.text)), span)
