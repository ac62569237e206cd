"""The questions asked of an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.analysis.dossier import dossier, person
from newstui.analysis.network import network, of_readings
from newstui.analysis.timeline import Month, timeline
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.analysis.samples import PAIRS


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with Writer(tmp_path / "archive.db") as writer:
        writer.put(list(PAIRS))
    with Reader(tmp_path / "archive.db") as opened:
        yield opened


def test_a_dossier_from_the_archive_is_that_of_its_articles(reader: Reader) -> None:
    assert person(reader, "单立新") == dossier("单立新", PAIRS)
    assert person(reader, "单立新", parse("date:2020")).articles == 2
    assert (person(reader, "单立新", most=1).articles, person(reader, "单立新", most=1).seen) == (4, 1)


def test_months_and_ties(reader: Reader) -> None:
    months = timeline(reader, parse("p:单立新"))
    assert (months[0], months[-1], len(months)) == (Month("2020-04", 1), Month("2021-03", 1), 12)
    assert network(reader, Query()).ties == of_readings(reading for _, reading in PAIRS).ties


def test_pinyin_means_the_most_frequent_such_name(reader: Reader) -> None:
    assert person(reader, "shanlixin") == person(reader, "slx") == person(reader, "单立新")
    assert person(reader, "nobody").seen == 0
