"""A person over time: posts with their evidence, what they did, what they ordered, whom they appeared with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from newstui.analysis.takeaway import found
from newstui.archive.numbers import UNDATED, day_of, iso_day
from newstui.archive.reader import Reader
from newstui.export.summary import Pair
from newstui.model.article import Article, Span
from newstui.model.fold import aligned, fold
from newstui.model.outline import Action, Speech, walk
from newstui.model.people import Person
from newstui.model.reading import Reading
from newstui.query.query import Query

MOST: Final = 2_000
"""Articles a dossier is drawn from, the newest; ``Dossier.articles`` counts all."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in which article something stands."""

    article_id: str
    title: str
    day: str | None
    """ISO day; None where the date is not known."""
    span: Span


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post as the articles show it; ``evidence`` is in order of time, undated ones last."""

    post: str
    organization: str
    first: str | None
    last: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Directive:
    """What the person said in one article: the verb and the instructions given."""

    verb: str
    actions: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the archive knows of a name. Namesakes are not told apart here: their posts show them."""

    name: str
    articles: int
    seen: int
    """Articles the rest is drawn from."""
    first: str | None
    last: str | None
    tenures: tuple[Tenure, ...]
    """The latest first."""
    roles: tuple[tuple[str, int], ...]
    """Role and number of articles, the most frequent first."""
    companions: tuple[tuple[str, int], ...]
    """Name and number of common articles, the most frequent first."""
    directives: tuple[Directive, ...]
    """The newest first."""


def person(reader: Reader, name: str, query: Query | None = None, most: int = MOST) -> Dossier:
    """The dossier of a name, of the articles a query finds. Pinyin or initials mean the most frequent such name."""
    name = _whole(reader, name)
    asked = (query or Query()).with_person(name)
    articles = reader.count(asked)
    return dossier(name, islice(found(reader, asked), most), articles)


def dossier(name: str, pairs: Iterable[Pair], articles: int | None = None) -> Dossier:
    """The dossier of a name from articles, the newest first; those that do not name it are passed over."""
    wanted, spelled = fold(name), dict[str, str]()
    days: list[str] = []
    roles: Counter[str] = Counter()
    companions: Counter[str] = Counter()
    posts: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
    directives: list[Directive] = []
    seen = 0
    for article, reading in pairs:
        one = next((each for each in reading.people if fold(each.name) == wanted), None)
        if one is None and not any(_by(speech, wanted) for speech in reading.outline):
            continue
        seen += 1
        days += filter(None, [day(article, reading)])
        directives += _directives(article, reading, wanted)
        others = {spelled.setdefault(fold(each.name), each.name) for each in reading.people}
        companions.update(other for other in others if fold(other) != wanted)
        if one is not None:
            roles.update({role.role for role in one.roles})
            for key, evidence in _posts(article, reading, one):
                posts[key].append(evidence)
    return Dossier(
        name=name,
        articles=seen if articles is None else articles,
        seen=seen,
        first=min(days, default=None),
        last=max(days, default=None),
        tenures=_tenures(posts),
        roles=_ranked(roles),
        companions=_ranked(companions),
        directives=tuple(directives),
    )


def _whole(reader: Reader, name: str) -> str:
    """The name that pinyin or initials stand for; other names as they are."""
    if not fold(name).isascii():
        return name
    from newstui.archive.pinyin import spellings

    typed = fold(name).replace("'", "")
    known = (line.name for line in reader.people(name, limit=200))
    meant = (each for each in known if fold(each) == typed or any(typed in spelling for spelling in spellings(each)))
    return next(meant, name)


def day(article: Article, reading: Reading) -> str | None:
    """The ISO day of an article in Shanghai; what its record gave goes before what was read."""
    number = day_of(article.published or reading.published)
    return None if number == UNDATED else iso_day(number)


def evidence(article: Article, reading: Reading, span: Span) -> Evidence:
    """Where something stands."""
    return Evidence(article.id, article.title or reading.title or "", day(article, reading), span)


def _posts(article: Article, reading: Reading, one: Person) -> Iterator[tuple[tuple[str, str], Evidence]]:
    """Each post of the person, made whole where the article allows; offices in one script, to be compared."""
    whole = {office.post: office for office in one.offices}
    for number, post in enumerate(one.posts):
        office = whole.get(number)
        key = (aligned(office.text), aligned(office.organization)) if office else (post.text, "")
        yield key, evidence(article, reading, post.span)


def _by(speech: Speech, wanted: str) -> bool:
    """Whether somebody speaks, alone or with others."""
    return any(fold(each) == wanted for each in speech.speakers)


def _directives(article: Article, reading: Reading, wanted: str) -> Iterator[Directive]:
    for speech in reading.outline:
        if _by(speech, wanted):
            actions = tuple(node.text for _, node in walk((speech,)) if isinstance(node, Action))
            yield Directive(speech.verb, actions, evidence(article, reading, speech.span))


def _tenures(posts: dict[tuple[str, str], list[Evidence]]) -> tuple[Tenure, ...]:
    tenures = []
    for (post, organization), places in posts.items():
        ordered = tuple(sorted(places, key=lambda place: (place.day is None, place.day or "", place.article_id)))
        days = [place.day for place in ordered if place.day]
        tenures.append(Tenure(post, organization, days[0] if days else None, days[-1] if days else None, ordered))
    by_name = sorted(tenures, key=lambda tenure: tenure.post)
    return tuple(sorted(by_name, key=lambda tenure: (tenure.last or "", tenure.first or ""), reverse=True))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
