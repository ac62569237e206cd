"""Articles made by chance, and what a query finds among them by looking at each."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.model.outline import Speech
from newstui.model.people import ROLES, Office, Person, Post, Role
from newstui.model.reading import Reading, Statement
from newstui.query.query import And, Joined, Node, Not, Or, Query, Term
from tests.archive.samples import Pair, plain

LETTERS = "会议要求市县长委，。要,a1Ａ!“”－-＿_ \u3000會議ﬁ㈱％%*\"'\U00020000😀ж"
DAYS = (None, "2019-12-31", "2020-01-01", "2020-04-17T23:30:00+08:00", "2020-04-17T23:30:00+00:00", "1931-09-18")
SOURCES = (None, "新华社", "新华社客户端", "青川日报")
NAMES = ("林远山", "單雪梅", "曾可", "欧阳一鸣", "买买提·江", "何川")
ORGANIZATIONS = ("", "青川县", "青川县委", "山南市财政局", "财政局")
RANKS = ("县长", "副县长", "书记", "局长")
AT = Span(0, 1)


def made(seed: int, number: int = 160) -> list[Pair]:
    """So many articles."""
    chance = random.Random(seed)

    def words(most: int) -> str:
        return "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, most)))

    pairs = []
    for n in range(number):
        title = words(6).strip() or "题"
        body = "\n".join(words(14) for _ in range(chance.randint(0, 3)))
        article, reading = plain(title, f"{body}{n % 7}", chance.choice(DAYS), chance.choice(SOURCES))
        pairs.append((article, _peopled(reading, chance)))
    return pairs


def _peopled(reading: Reading, chance: random.Random) -> Reading:
    people = tuple(_person(name, chance) for name in chance.sample(NAMES, chance.choice((0, 0, 1, 2, 3))))
    said = tuple(Speech(one.name, "强调", AT, "test") for one in people if chance.random() < 0.3)
    stated = (Statement(chance.choice(ORGANIZATIONS[1:]), "表态发言", AT),) if chance.random() < 0.2 else ()
    return reading._replace(people=people, outline=said, organizations=stated)


def _person(name: str, chance: random.Random) -> Person:
    held = [(chance.choice(ORGANIZATIONS), chance.choice(RANKS)) for _ in range(chance.choice((0, 1, 1, 2)))]
    posts = tuple(Post(organization + rank, AT, "test") for organization, rank in held)
    offices = tuple(Office(a + b, a, b, number, "test") for number, (a, b) in enumerate(held))
    roles = tuple(Role(role, AT, "test") for role in chance.sample(ROLES[:3], chance.choice((0, 1, 2))))
    return Person(name, (AT,), posts, offices, roles, "test")


def found(pairs: Iterable[Pair], query: Query) -> list[Pair]:
    """Those that meet every part."""
    return [pair for pair in pairs if all(holds(pair, part) for part in query.parts)]


def holds(pair: Pair, node: Node) -> bool:
    """Whether an article meets a part of a query."""
    match node:
        case Not():
            return not holds(pair, node.node)
        case And():
            return all(holds(pair, each) for each in node.nodes)
        case Or():
            return any(holds(pair, each) for each in node.nodes)
        case Joined():
            return any(all(_is(person, term) for term in node.terms) for person in pair[1].people)
    return _meets(pair, node)


def _meets(pair: Pair, term: Term) -> bool:
    article, reading = pair
    value = fold(term.value)
    match term.field:
        case "title":
            return value in fold(reading.title or "")
        case "source":
            return value in fold(article.source or "")
        case "date":
            return _of_date(article.published, term.value)
        case "org":
            return any(value in fold(one) for one in organizations(reading))
        case "speaker":
            return any(
                value in map(fold, (one.speaker, *one.speakers)) for one in reading.outline if isinstance(one, Speech)
            )
        case "person" | "post" | "role":
            return any(_is(person, term) for person in reading.people)
    body = "\n".join(part.of(article.text) for part in reading.parts.body)
    return value in fold(reading.title or "") or value in fold(body)


def _is(person: Person, term: Term) -> bool:
    value = fold(term.value)
    if term.field == "person":
        return fold(person.name) == value
    if term.field == "role":
        return any(role.role == term.value for role in person.roles)
    return any(
        value.endswith(fold(one.rank)) and value.removesuffix(fold(one.rank)) in fold(one.organization)
        for one in person.offices
    )


def organizations(reading: Reading) -> set[str]:
    """The organisations of posts and statements."""
    offices = {office.organization for person in reading.people for office in person.offices if office.organization}
    return offices | {one.name for one in reading.organizations}


def _of_date(published: str | None, value: str) -> bool:
    day = day_of(published)
    if value == "none":
        return day is None
    if ".." in value:
        start, end = value.split("..")
        return day is not None and start <= day <= (end or "9999")
    return day is not None and day.startswith(value)


def day_of(published: str | None) -> str | None:
    """The day in Shanghai."""
    changed = {"2020-04-17T23:30:00+08:00": "2020-04-17", "2020-04-17T23:30:00+00:00": "2020-04-18"}
    return changed.get(published or "", published)


def spread(pairs: Iterable[Pair], field: str) -> list[tuple[str, int]]:
    """How often each value of a field stands in these articles, the most frequent first; months in their order."""
    counts: Counter[str] = Counter()
    for article, reading in pairs:
        match field:
            case "person":
                counts.update({one.name for one in reading.people})
            case "post":
                counts.update({office.rank for one in reading.people for office in one.offices})
            case "org":
                counts.update(organizations(reading))
            case "source":
                counts.update([article.source] if article.source else [])
            case "month":
                counts.update([day[:7]] if (day := day_of(article.published)) else [])
    return sorted(counts.items(), key=lambda item: item[0] if field == "month" else (-item[1], item[0]))
