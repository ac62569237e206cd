"""One report in several outlets is one group; other reports stay apart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.archive.samples import Pair, archive_of, plain


def report(seed: int, source: str, *, day: int = 3, edit: int = 0, extra: str = "") -> Pair:
    """A report of twelve sentences; an outlet edits some of them."""
    chance = random.Random(seed)
    sentences = ["".join(chance.choices("春耕水利工程进展顺畅群众满意要求各地抓紧落实到位", k=18)) for _ in range(12)]
    for at in range(edit):
        sentences[at * 5 + 1] = f"本报补充说明第{at}点情况如下所述"
    return plain(f"报道{seed}{source}", extra + "。".join(sentences) + "。", f"2020-03-{day:02}", source)


PAIRS = [
    report(1, "甲报"), report(1, "乙报", edit=1), report(1, "丙网", day=5, edit=2, extra="编者按独家"),
    report(2, "甲报"), report(3, "乙报"), report(1, "丁报", day=28), plain("短讯", "会议召开。", "2020-03-03"),
]  # fmt: skip


@pytest.fixture(params=[1, 100])
def reader(request: pytest.FixtureRequest, tmp_path: Path) -> Reader:
    return Reader(archive_of(tmp_path / "a.db", PAIRS, batch=request.param))


def test_reprints_are_grouped(reader: Reader) -> None:
    lines = {line.title: line for line in reader.page(Query(), 0, 20)}
    assert {title for title, line in lines.items() if line.reprints == 3} == {"报道1甲报", "报道1乙报", "报道1丙网"}
    assert {line.title for line in reader.reprints(PAIRS[1][0].id)} == {"报道1甲报", "报道1乙报", "报道1丙网"}
    assert [line.title for line in reader.reprints(PAIRS[3][0].id)] == ["报道2甲报"]
    assert reader.count(Query()) == 7


WORDS = (
    "", "source:乙报", "春", "source:丙网 or 短讯", "-source:甲报", "本报补充说明", "date:2020-03-05",
    "春耕 -source:乙报", "会 or 春", "source:丁报 or source:丙网", "报道1 date:2020-03",
    "-短讯 -source:甲报 -source:乙报",
)  # fmt: skip


@pytest.mark.parametrize("near", [0, 5000])
def test_a_group_is_shown_once(reader: Reader, near: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.archive.pages._MANY", near)
    monkeypatch.setattr("newstui.archive.pages._WINDOW", 2)
    for query in map(parse, WORDS):
        articles = reader.page(query, 0, 20)
        reports = {frozenset(line.id for line in reader.reprints(line.id)) for line in articles}
        shown = reader.page(query, 0, 20, grouped=True)
        assert {line.id for line in shown} <= {line.id for line in articles}
        for order in ("newest", "oldest", "source"):
            lines = reader.page(query, 0, 20, order, grouped=True)
            assert set(lines) == set(shown)
            for at, line in enumerate(lines):
                assert reader.position(query, line.id, order, grouped=True) == at
                assert reader.page(query, at, at + 1, order, grouped=True) == (line,)
        assert len(shown) == len(reports) == reader.count(query, grouped=True), str(query)
        assert reader.page(query, 0, 20, grouped=True) == shown


def test_groups_outlive_a_new_reading(tmp_path: Path) -> None:
    from newstui.archive.prepared import prepare

    path = archive_of(tmp_path / "a.db", PAIRS)
    with Writer(path) as writer:
        writer.renew([(prepare(*pair), prepare(*pair)) for pair in PAIRS[:2]])
        writer.put([report(1, "戊报", day=4)])
    with Reader(path) as reader:
        assert len(reader.reprints(PAIRS[0][0].id)) == 4
        assert reader.count(Query(), grouped=True) == 5
