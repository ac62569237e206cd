"""Who appears with whom: people as nodes, common articles as ties."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import islice
from typing import Final

from newstui.analysis.takeaway import found
from newstui.archive.reader import Reader
from newstui.model.fold import fold
from newstui.model.reading import Reading
from newstui.query.query import Query

MOST: Final = 2_000
"""Articles a network is drawn from, the newest."""
CROWD: Final = 150
"""An article that names more people ties nobody: a list of thousands says little of any two."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people, in order of their names, and the number of articles that name both."""

    one: str
    other: str
    articles: int


@dataclass(frozen=True, slots=True)
class Network:
    """People with the number of their articles, the most frequent first, and their ties, the strongest first."""

    people: Mapping[str, int]
    ties: tuple[Tie, ...]
    seen: int
    """Articles it is drawn from."""
    crowded: int
    """Articles among them with more than CROWD people."""
    drawn: int = 0
    """Ties in all, where only the strongest are here."""

    def around(self, name: str, neighbours: int = 20) -> Network:
        """The ego network: a person, the people most tied to them, and the ties among those."""
        own = [tie for tie in self.ties if name in (tie.one, tie.other)][:neighbours]
        near = {name, *(tie.one for tie in own), *(tie.other for tie in own)}
        people = {each: articles for each, articles in self.people.items() if each in near}
        return replace(self, people=people, ties=tuple(tie for tie in self.ties if {tie.one, tie.other} <= near))

    def strongest(self, ties: int) -> Network:
        """The strongest ties and the people they tie."""
        kept = self.ties[:ties]
        near = {each for tie in kept for each in (tie.one, tie.other)}
        return replace(self, people={each: n for each, n in self.people.items() if each in near}, ties=kept)


def network(reader: Reader, query: Query, most: int = MOST, strongest: int | None = None) -> Network:
    """The network of the newest articles a query finds, or its strongest ties."""
    return of_readings((reading for _, reading in islice(found(reader, query), most)), strongest)


def of_readings(readings: Iterable[Reading], strongest: int | None = None) -> Network:
    """The network of these readings. A name in two scripts is one, spelled as met first.

    Of many people there are far more ties than are worth a value of their own: they are counted person by person.
    """
    people: Counter[str] = Counter()
    numbers: dict[str, int] = {}
    together: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    spelled: dict[str, str] = {}
    seen = crowded = 0
    for reading in readings:
        names = sorted({spelled.setdefault(fold(person.name), person.name) for person in reading.people})
        seen += 1
        people.update(names)
        if len(names) > CROWD:
            crowded += 1
            continue
        own = [numbers.setdefault(name, len(numbers)) for name in names]
        for at, one in enumerate(own[:-1], 1):
            together[one].extend(own[at:])
    named = list(numbers)
    ties = (
        (-articles, named[one], named[other])
        for one, others in together.items()
        for other, articles in Counter(others).items()
    )
    kept = sorted(ties) if strongest is None else nsmallest(strongest, ties)
    return Network(
        dict(sorted(people.items(), key=lambda one: (-one[1], one[0]))),
        tuple(Tie(one, other, -articles) for articles, one, other in kept),
        seen,
        crowded,
        sum(len(set(others)) for others in together.values()),
    )
