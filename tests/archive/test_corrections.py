"""Namesakes stay apart, and corrections by hand hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.archive.correcting import correct, follow
from newstui.archive.corrections import corrected, parse
from newstui.archive.errors import ArchiveError
from newstui.archive.loader import load
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.intake.articles import article
from newstui.model.people import Office, Person, Post
from newstui.query.grammar import parse as query
from newstui.query.query import Query
from tests.archive.samples import Pair, archive_of, plain, span


def told(number: int, name: str, organization: str | None, rank: str = "县长") -> Pair:
    """An article about somebody."""
    body = f"{organization or ''}{rank if organization else ''}{name}出席会议。"
    made, reading = plain(f"第{number}次会议", body, f"2020-01-{number:02}")
    posts: tuple[Post, ...] = ()
    offices: tuple[Office, ...] = ()
    if organization:
        posts = (Post(organization + rank, span(made.text, organization + rank), "test"),)
        offices = (Office(organization + rank, organization, rank, 0, "post"),)
    person = Person(name, (span(made.text, name),), posts, offices)
    return made, reading._replace(people=(person,))


PAIRS = [
    told(1, "张军", "青川县"), told(2, "张军", "江门县"), told(3, "张军", "青川县委", "书记"), told(4, "张军", None),
    told(5, "林远山", "云台市", "市长"),
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive_of(tmp_path / "a.db", PAIRS)


def ids(*numbers: int) -> frozenset[str]:
    return frozenset(PAIRS[number - 1][0].id for number in numbers)


def test_namesakes_are_told_apart_and_never_joined_by_name_alone(path: Path) -> None:
    with Reader(path) as reader:
        found = [(one.grounds, set(one.articles)) for one in reader.namesakes("张军")]
        assert found == [(("青川县",), set(ids(1, 3))), ((), set(ids(4))), (("江门县",), set(ids(2)))]
        assert reader.namesakes("zj")[0].posts == ("青川县委书记", "青川县县长")
        assert reader.count(query("p:张军")) == 4


def test_what_joins_two_makes_them_one(path: Path) -> None:
    pair = told(6, "张军", "江门县")
    person = pair[1].people[0]
    both = Office("青川县县长", "青川县", "县长", 0, "previous post")
    whole = Person(person.name, person.mentions, person.posts, (*person.offices, both))
    reading = pair[1]._replace(people=(whole,))
    archive_of(path, [(pair[0], reading)])
    with Reader(path) as reader:
        grounds = [one.grounds for one in reader.namesakes("张军")]
        assert grounds == [("江门县", "青川县"), ()]


def test_merge_and_split(path: Path) -> None:
    correct(path, '[[merge]]\nname = "张军"\ngrounds = ["青川县", "江门县"]\n')
    with Reader(path) as reader:
        assert [set(one.articles) for one in reader.namesakes("张军")] == [ids(1, 2, 3), ids(4)]
    correct(path, '[[split]]\nname = "张军"\ngrounds = ["江门县"]\n')
    with Reader(path) as reader:
        assert {frozenset(one.articles) for one in reader.namesakes("张军")} == {ids(1, 3), ids(2), ids(4)}


def test_an_overlay_acts_on_the_search_of_one_user(path: Path) -> None:
    own = parse('[[alias]]\nname = "张军"\nalso = ["林远山"]\n[[not_a_person]]\nname = "无此人"\n')
    with Reader(path, corrections=own) as reader:
        assert reader.count(query("p:张军")) == reader.count(query("p:lys")) == 5
    with Reader(path, corrections=parse('[[not_a_person]]\nname = "张军"\n')) as reader:
        assert reader.count(query("p:张军")) == 0
        assert [one.name for one in reader.people()] == ["林远山"]
        opened = reader.opened(PAIRS[0][0].id)
        assert opened is not None and opened[1].people == ()
    with Reader(path) as reader:
        assert reader.count(query("p:张军")) == 4


def test_an_office_made_right() -> None:
    made, reading = PAIRS[0]
    text = '[[post]]\nname = "张军"\nwording = "青川县县长"\norganization = "青川县"\nrank = "代县长"\n'
    offices = corrected(made.id, reading, parse(text)).people[0].offices
    assert [(one.text, one.reason) for one in offices] == [("青川县代县长", "correction")]
    assert corrected("another", reading, parse(text + 'article = "x"\n')) == reading


def test_the_owners_corrections_outlive_reading_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    text = "青川县召开春耕会议\n\n2020-04-17\n\n青川县委书记林远山主持会议。林远山强调,要抓好春耕。"
    load([article(text)], path, workers=0)
    with Reader(path) as reader:
        assert reader.count(query("p:林远山")) == 1
    correct(path, '[[not_a_person]]\nname = "林远山"\n')
    load([article(text + "再抓好夏收。")], path, workers=0)
    with Reader(path) as reader:
        assert reader.count(Query()) == 2
        assert reader.count(query("p:林远山")) == 0
        assert reader.count(query("林远山")) == 2
    correct(path, "")
    with Reader(path) as reader:
        assert reader.count(query("p:林远山")) == 2


def test_the_file_beside_the_archive_acts_on_it(tmp_path: Path) -> None:
    path, file = tmp_path / "a.db", tmp_path / "corrections.toml"
    text = "青川县召开春耕会议\n\n2020-04-17\n\n青川县委书记林远山主持会议。林远山强调,要抓好春耕。"
    load([article(text)], path, workers=0)
    assert follow(path, file).stored == 0
    file.write_text('[[not_a_person]]\nname = "林远山"\n', encoding="utf-8")
    assert follow(path, file).stored == 1
    assert follow(path, file).stored == 0
    with Reader(path) as reader:
        assert reader.count(query("p:林远山")) == 0
    file.write_text("", encoding="utf-8")
    with Writer(path) as writer:
        writer.keep_corrections("")  # and then the power went
    assert follow(path, file).stored == 1
    with Reader(path) as reader:
        assert reader.count(query("p:林远山")) == 1
    file.write_text("[[post]]\nname = 'x'", encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"corrections\.toml: \[\[post\]\] number 1 lacks"):
        follow(path, file)


MISTAKES = [
    "[[nonsense]]\na = 1",
    '[[alias]]\nname = "x"',
    '[[post]]\nnome = "x"',
    '[[merge]]\nname="x"\ngrounds="y"',
    "[",
]


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_in_the_file_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"\[\[|TOML|Invalid|Expected|Unclosed|key|character"):
        parse(text)
