"""One article made ready for the archive: all that costs time, done before the writer holds its lock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newstui.archive import codec, tokens
from newstui.archive.numbers import day_of
from newstui.model.article import Article, Span
from newstui.model.clean import line
from newstui.model.outline import Action, Item, walk
from newstui.model.people import ROLES, Person
from newstui.model.reading import Reading

_REGION: Final = re.compile(r".{1,7}?(?:自治区|自治州|自治县|特别行政区|[省市县区州盟旗])")
_FORMER: Final = re.compile(r"原|前(?![线台])")
_AUTHORS: Final = ("author", "reporter")


@dataclass(frozen=True, slots=True)
class PreparedPost:
    """A post of a person with its office; ``n`` tells several offices of one post apart."""

    start: int
    n: int
    stop: int
    wording: str
    organization: str
    rank: str
    reason: str


@dataclass(frozen=True, slots=True)
class PreparedPerson:
    """A person of the article; ``grounds`` are the organisations and places by which namesakes are told apart."""

    name: str
    mentions: tuple[tuple[int, int], ...]
    posts: tuple[PreparedPost, ...]
    roles: tuple[tuple[int, int, int], ...]
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the writer stores of one article. Picklable and small, as it crosses from the parsing process."""

    id: str
    day: int
    title: str
    published: str | None
    source: str | None
    parser: str
    fields: bytes | None
    text: bytes
    reading: bytes
    search: str
    characters: str
    people: tuple[PreparedPerson, ...]
    speeches: tuple[tuple[int, int, str, str], ...]
    items: tuple[tuple[int, int, str], ...]
    actions: tuple[tuple[int, int, str | None, str | None], ...]
    statements: tuple[tuple[str, int, int, str], ...]


def prepare(article: Article, reading: Reading) -> Prepared:
    """The rows, tokens and packed forms of one article."""
    title, body = title_of(article, reading), body_of(article, reading)
    published, source = article.published or reading.published, article.source or reading.source
    own = tokens.indexed(title) + tokens.END + tokens.indexed(body)
    nodes = [node for _, node in walk(reading.outline)]
    return Prepared(
        id=article.id,
        day=day_of(published),
        title=title,
        published=published,
        source=source,
        parser=reading.parser,
        fields=codec.pack_fields(article),
        text=codec.pack_text(article.text),
        reading=codec.pack_reading(reading, article.text),
        search=" ".join([tokens.pairs(own), *_field_tokens(article, reading, title, source), tokens.EVERY]),
        characters=" ".join(set(own) - {tokens.END}),
        people=tuple(_people(reading)),
        speeches=tuple((*one.span, line(one.speaker), one.verb) for one in reading.outline),
        items=tuple((*one.span, one.ordinal) for one in nodes if isinstance(one, Item)),
        actions=tuple(_action(one) for one in nodes if isinstance(one, Action)),
        statements=tuple((line(one.name), *one.span, one.act) for one in reading.organizations),
    )


def title_of(article: Article, reading: Reading) -> str:
    """The title the record gave, else the one read, else the first line; on one line."""
    return line(article.title or reading.title or article.text.strip().split("\n", 1)[0][:100])


def body_of(article: Article, reading: Reading) -> str:
    """What is searched beside the title: the body, or the whole text where no body was found."""
    return "\n".join(span.of(article.text) for span in reading.parts.body) or article.text


def _field_tokens(article: Article, reading: Reading, title: str, source: str | None) -> Iterator[str]:
    authors = [one.name for one in reading.credits if one.credit in _AUTHORS]
    values = {
        "title": [title],
        "source": [source],
        "author": [article.author, *authors],
        "doc": [one.title for one in reading.documents],
        "term": [one.text for one in reading.terms],
        "place": [reading.dateline.place if reading.dateline else None],
    }
    for field, given in values.items():
        letter = tokens.FIELD_LETTERS[field]
        yield from (tokens.value_pairs(value, letter) for value in dict.fromkeys(given) if value)


def _people(reading: Reading) -> Iterator[PreparedPerson]:
    place = reading.dateline.place if reading.dateline else None
    for person in reading.people:
        posts = tuple(_posts(person))
        grounds = {ground for post in posts for ground in _grounds(post.organization)} or ({place} if place else set())
        roles = {(ROLES.index(one.role), *one.span) for one in person.roles if one.role in ROLES}
        mentions = tuple(dict.fromkeys((*span,) for span in person.mentions))
        yield PreparedPerson(line(person.name), mentions, posts, tuple(sorted(roles)), tuple(sorted(grounds)))


def _posts(person: Person) -> Iterator[PreparedPost]:
    for number, post in enumerate(person.posts):
        former = found[0] if (found := _FORMER.match(post.text)) else ""
        offices = [one for one in person.offices if one.post == number]
        for n, office in enumerate(offices):
            rank = office.rank if office.rank.startswith(former) else former + office.rank
            yield PreparedPost(
                post.span.start, n, post.span.end, line(post.text), line(office.organization), line(rank), office.reason
            )
        if not offices:
            yield PreparedPost(post.span.start, 0, post.span.end, line(post.text), "", line(post.text), "")


def _grounds(organization: str) -> Iterator[str]:
    if organization:
        yield organization
    if region := _REGION.match(organization):
        yield region[0]


def _action(action: Action) -> tuple[int, int, str | None, str | None]:
    span: Span = action.span
    addressee, deadline = action.addressee, action.deadline
    return (*span, addressee and line(addressee.text), deadline and (deadline.date or deadline.text))
