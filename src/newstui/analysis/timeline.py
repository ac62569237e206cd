"""Articles month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newstui.archive.reader import Reader
from newstui.query.query import Query

_LONGEST: Final = 12 * 100
"""Months that are filled in where nothing was published; beyond, empty months are left out."""


@dataclass(frozen=True, slots=True)
class Month:
    """``Month("2020-04", 17)``."""

    month: str
    articles: int


def timeline(reader: Reader, query: Query) -> tuple[Month, ...]:
    """The months of what a query finds, the oldest first; months between without articles stand with 0."""
    return months(reader.days(query))


def months(days: Mapping[str, int]) -> tuple[Month, ...]:
    """Articles by ISO day, added up by month."""
    counts: Counter[str] = Counter()
    for day, articles in days.items():
        counts[day[:7]] += articles
    if not counts:
        return ()
    first, last = _number(min(counts)), _number(max(counts))
    if last - first > _LONGEST:
        return tuple(Month(month, counts[month]) for month in sorted(counts))
    return tuple(Month(month, counts[month]) for month in map(_name, range(first, last + 1)))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _name(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
