"""One article made ready for the archive: all that costs time, done before the writer holds its lock.

Spans are start and length here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from newstui.archive import codec, tokens
from newstui.archive.dictionary import Dictionary
from newstui.archive.numbers import day_of
from newstui.archive.shingles import keys
from newstui.model.article import Article, Span
from newstui.model.clean import line
from newstui.model.fold import aligned
from newstui.model.outline import Action, Item, walk
from newstui.model.people import ROLES, Person
from newstui.model.reading import Reading

NO_DICTIONARY: Final = Dictionary()
_REGION: Final = re.compile(r".{1,7}?(?:自治区|自治州|自治县|特别行政区|[省市县区州盟旗])")
_FORMER: Final = re.compile(r"原|前(?![线台])")
_AUTHORS: Final = ("author", "reporter")


class PreparedPost(NamedTuple):
    """A post of a person made whole."""

    start: int
    length: int
    wording: str
    organization: str
    rank: str


class PreparedPerson(NamedTuple):
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
    dictionary: int | None
    text: bytes
    reading: bytes
    search: str
    characters: str
    keys: tuple[int, ...]
    people: tuple[PreparedPerson, ...]
    speeches: tuple[tuple[int, int, str, str], ...]
    items: tuple[tuple[int, int, str], ...]
    actions: tuple[tuple[int, int, str | None, str | None], ...]
    statements: tuple[tuple[str, int, int, str], ...]


def prepare(article: Article, reading: Reading, dictionary: Dictionary = NO_DICTIONARY) -> Prepared:
    """The rows, tokens and packed forms of one article."""
    title, body = title_of(article, reading), body_of(article, reading)
    published, source = article.published or reading.published, article.source or reading.source
    folded = tokens.indexed(body)
    own = tokens.indexed(title) + tokens.END + folded
    nodes = [node for _, node in walk(reading.outline)]
    return Prepared(
        id=article.id,
        day=day_of(published),
        title=title,
        published=published,
        source=source,
        parser=reading.parser,
        dictionary=dictionary.number,
        text=codec.pack_text(article.text, dictionary.phrases),
        reading=codec.pack_reading(article, reading, dictionary.forms),
        search=" ".join([tokens.pairs(own), *_field_tokens(article, reading, title, source), tokens.EVERY]),
        characters=" ".join({*own, tokens.EVERY} - {tokens.END}),
        keys=keys(folded),
        people=tuple(_people(reading)),
        speeches=tuple((*_placed(one.span), _line(one.speaker), one.verb) for one in reading.outline),
        items=tuple((*_placed(one.span), one.ordinal) for one in nodes if isinstance(one, Item)),
        actions=tuple(_action(one) for one in nodes if isinstance(one, Action)),
        statements=tuple((_line(one.name), *_placed(one.span), one.act) for one in reading.organizations),
    )


def title_of(article: Article, reading: Reading) -> str:
    """The title the record gave, else the one read, else the first line; on one line."""
    return line(article.title or reading.title or article.text.strip().split("\n", 1)[0][:100])


def body_of(article: Article, reading: Reading) -> str:
    """What is searched beside the title: the body, or the whole text where no body was found."""
    return "\n".join(span.of(article.text) for span in reading.parts.body) or article.text


def _field_tokens(article: Article, reading: Reading, title: str, source: str | None) -> Iterator[str]:
    authors = [one.name for one in reading.credits if one.credit in _AUTHORS]
    values: dict[str, list[str | None]] = {
        "title": [title],
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
        grounds = _grounds({post.organization for post in posts if post.organization}) or ({place} if place else set())
        roles = {(ROLES.index(one.role), *_placed(one.span)) for one in person.roles if one.role in ROLES}
        mentions = tuple({_placed(span) for span in person.mentions} or {(0, 0)})
        yield PreparedPerson(
            _line(person.name), tuple(sorted(mentions)), posts, tuple(sorted(roles)), tuple(sorted(grounds))
        )


def _posts(person: Person) -> Iterator[PreparedPost]:
    """The posts, made whole where the reading does; offices in one script, as they are compared between articles."""
    for number, post in enumerate(person.posts):
        former = found[0] if (found := _FORMER.match(post.text)) else ""
        own = post.span.start, post.span.end - post.span.start, _line(post.text)
        offices = [one for one in person.offices if one.post == number]
        for office in offices:
            rank = office.rank if office.rank.startswith(former) else former + office.rank
            yield PreparedPost(*own, _line(aligned(office.organization)), _line(aligned(rank)))
        if not offices:
            yield PreparedPost(*own, "", _line(post.text))


def _grounds(organizations: set[str]) -> set[str]:
    """By what a namesake is told apart: the regions of the organisations, or these where they name none."""
    regions = {found[0] for each in organizations if (found := _REGION.match(each))}
    return regions or organizations


def _action(action: Action) -> tuple[int, int, str | None, str | None]:
    addressee = _line(action.addressee.text) if action.addressee else None
    due = (action.deadline.date or _line(action.deadline.text)) if action.deadline else None
    return (*_placed(action.span), addressee, due)


def _placed(span: Span) -> tuple[int, int]:
    """Start and length, as the tables keep spans."""
    return span.start, span.end - span.start


def _line(words: str) -> str:
    """As ``clean.line``, at little cost for words that are clean already."""
    return words if words.isprintable() and " " not in words else line(words)
