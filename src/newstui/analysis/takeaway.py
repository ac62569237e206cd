"""What an export takes: articles with their readings, and where they come from; one for screen and command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstui.archive.reader import Reader
from newstui.export.provenance import Provenance, now
from newstui.export.summary import Pair
from newstui.query.query import Query

_WINDOW = 200
_ALL = 2**31


def found(reader: Reader, query: Query, order: str = "newest") -> Iterator[Pair]:
    """Every article that matches, with its reading, a window of rows at a time."""
    start = 0
    while lines := reader.page(query, start, start + _WINDOW, order):
        yield from chosen(reader, [one.id for one in lines])
        start += _WINDOW


def ids(reader: Reader, query: Query) -> tuple[str, ...]:
    """The ids of every article that matches, the newest first: those of one moment, whatever is imported meanwhile."""
    return tuple([one.id for one in reader.page(query, 0, _ALL)])


def chosen(reader: Reader, ids: Sequence[str]) -> Iterator[Pair]:
    """The articles of these ids, in this order; one that is not there is left out."""
    for id in ids:
        opened = reader.opened(id)
        if opened:
            yield opened


def provenance(reader: Reader, *, query: Query | None, articles: int, reproducible: bool = False) -> Provenance:
    """Where an export comes from; no query for articles chosen by hand, no clock in a reproducible one."""
    summary = reader.summary()
    return Provenance(
        query=str(query or ""),
        articles=articles,
        archive=reader.path.name,
        parser=", ".join(summary.parsers),
        made="" if reproducible else now(),
    )
