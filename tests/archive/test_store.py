"""What is put in comes out, once, and is found by every field."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from newstui.archive.errors import ArchiveError
from newstui.archive.reader import Reader
from newstui.archive.state import State
from newstui.archive.store import Writer
from newstui.model.article import Article
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.archive.samples import archive_of, meeting, person, plain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    other = plain("另一篇", "与此无关。", "2021-01-01", "新华社")
    return archive_of(tmp_path / "a.db", [meeting(), other, plain("无日期", "旧闻一则。")])


def found(reader: Reader, words: str) -> list[str]:
    query = parse(words)
    titles = [line.title for line in reader.page(query, 0, 50)]
    assert reader.count(query) == len(titles)
    return titles


def test_a_speech_of_two_is_found_by_either(tmp_path: Path) -> None:
    article, reading = meeting()
    together = replace(reading.outline[0], speaker="林远山、单雪梅")
    archive = archive_of(tmp_path / "two.db", [(article, reading._replace(outline=(together,)))])
    with Reader(archive) as reader:
        assert found(reader, "speaker:lys") == found(reader, "speaker:单雪梅") == MEETING


def test_an_office_is_the_same_in_both_scripts(tmp_path: Path) -> None:
    pairs = []
    for title, post in (("一", "青滩县县长"), ("二", "青灘縣縣長")):
        article, reading = plain(title, f"{post}林远山讲话。")
        pairs.append((article, reading._replace(people=(person(article.text, "林远山", post),))))
    with Reader(archive_of(tmp_path / "scripts.db", pairs)) as reader:
        (one,) = reader.namesakes("林远山")
        assert (one.grounds, one.posts, len(one.articles)) == (("青滩县",), ("青滩县县长",), 2)
        assert sorted(found(reader, "post:青滩县县长")) == ["一", "二"]


def test_article_and_reading_come_back(path: Path) -> None:
    article, reading = meeting()
    with Reader(path) as reader:
        assert reader.opened(article.id) == (article, reading)
        assert reader.opened("0" * 16) is None


def test_putting_again_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with Writer(path) as writer:
        result = writer.put([meeting()])
    assert (result.stored, result.unchanged) == (0, 1)
    with Reader(path) as reader:
        assert reader.count(Query()) == 3
    assert len(path.read_bytes()) == len(before)


MEETING = ["青川县春耕工作会议召开"]


@pytest.mark.parametrize(
    "words",
    [
        "p:林远山", "p:linyuanshan", "p:lys", "p:LYS", "p:单雪梅", "p:shanxuemei", "p:sxm", "p:zengke",
        "post:书记", "post:县委书记", "post:青川县委书记", "post:副县长", "post:青川县副县长", "post:原县长",
        "role:presided", "角色:主持", "p:林远山&presided", "p:lys&post:书记", "p:单雪梅&role:attended&post:副县长",
        "speaker:lys", "org:青川县委", "org:农业农村局", "place:青川", "doc:考核办法", "doc:考", "term:四个一",
        "author:钱小满", "author:小", "title:春耕", "title:春", "source:青川", "source:日报", "来源:青川日报",
        "date:2020-04 春耕",
        "p:林远山 or p:无此人", "-source:新华社 会议", "(p:lys or 旧闻) 会议",
    ],
)  # fmt: skip
def test_fields_find_the_meeting(path: Path, words: str) -> None:
    with Reader(path) as reader:
        assert found(reader, words) == MEETING


@pytest.mark.parametrize(
    "words",
    ["p:远山", "p:linyuan", "p:ly", "post:县长", "post:委书记局", "post:长", "p:单雪梅&presided",
     "p:林远山&post:副县长",
     "speaker:单雪梅", "org:无此机构", "is:starred", "tag:要闻", "date:1999"],
)  # fmt: skip
def test_fields_find_nothing(path: Path, words: str) -> None:
    with Reader(path) as reader:
        assert found(reader, words) == []


def test_dates_and_orders(path: Path) -> None:
    with Reader(path) as reader:
        assert found(reader, "") == ["另一篇", *MEETING, "无日期"]
        assert found(reader, "date:none") == ["无日期"]
        assert found(reader, "-date:none") == ["另一篇", *MEETING]
        assert found(reader, "date:..2020") == MEETING
        assert reader.days(Query()) == {"2020-04-17": 1, "2021-01-01": 1}
        titles = [line.title for line in reader.page(Query(), 0, 9, "title")]
        assert titles == sorted(titles)
        for order in ("newest", "oldest", "source", "title"):
            for at, line in enumerate(reader.page(Query(), 0, 9, order)):
                assert reader.position(Query(), line.id, order) == at


def test_people_by_what_is_typed(path: Path) -> None:
    with Reader(path) as reader:
        assert {one.name for one in reader.people()} == {"林远山", "单雪梅", "曾可"}
        assert [one.name for one in reader.people("sh")] == ["单雪梅"]
        assert [one.name for one in reader.people("ly")] == ["林远山"]
        line = reader.people("林")[0]
        assert (line.post, line.articles) == ("青川县委书记", 1)
        assert [one.name for one in reader.people("", parse("另一篇"))] == []


def test_facets_of_the_archive_and_of_a_result(path: Path) -> None:
    with Reader(path) as reader:
        for query in (Query(), parse("春耕")):
            assert {one.value: one.count for one in reader.facets(query, "person")}["林远山"] == 1
            assert "副县长" in {one.value for one in reader.facets(query, "post")}
            assert "青川县" in {one.value for one in reader.facets(query, "org")}
        assert [(one.value, one.count) for one in reader.facets(parse("春耕"), "month")] == [("2020-04", 1)]


def test_state_decides_what_is_starred_unread_and_new(path: Path, tmp_path: Path) -> None:
    state = State(tmp_path / "state.db")
    article, _ = meeting()
    state.set_star([article.id])
    state.set_tag([article.id], "要闻")
    state.set_read([article.id])
    state.last_visit(now=1000.0)
    state.last_visit(now=90_000.0)
    with Reader(path, tmp_path / "state.db") as reader:
        assert found(reader, "is:starred") == found(reader, "tag:要闻") == found(reader, "is:read") == MEETING
        assert found(reader, "is:unread") == ["另一篇", "无日期"]
        assert len(found(reader, "is:new")) == 3
        state.last_visit(now=4e9)
        state.last_visit(now=5e9)
        assert found(reader, "is:new") == []


def test_a_reader_sees_what_comes(path: Path) -> None:
    with Reader(path) as reader:
        assert reader.count(Query()) == 3
        with Writer(path) as writer:
            writer.put([plain("新来的", "一则。", "2022-02-02")])
        assert reader.count(Query()) == 4
        assert reader.page(Query(), 0, 1)[0].title == "新来的"


def test_renewing_moves_an_article_to_its_new_day(path: Path) -> None:
    from newstui.archive.prepared import prepare

    old = meeting()
    new = replace(old[0], published="2023-05-05"), old[1]._replace(people=old[1].people[:1], parser="newer")
    with Writer(path) as writer:
        writer.renew([(prepare(*old), prepare(*new))])
    with Reader(path) as reader:
        assert found(reader, "date:2023") == MEETING
        assert found(reader, "date:2020") == found(reader, "p:单雪梅") == []
        assert found(reader, "春耕") == found(reader, "p:lys") == MEETING
        assert {one.name for one in reader.people()} == {"林远山"}
        assert reader.opened(old[0].id) == new


def test_more_of_one_day_than_there_is_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.archive.schema.SHIFTS", (3, 20))
    monkeypatch.setattr("newstui.archive.renew.SHIFTS", (3, 20))
    pairs = [plain(f"第{n}篇", "会议。", f"2020-01-{1 + n % 2:02}") for n in range(30)]
    path = archive_of(tmp_path / "a.db", [*pairs, meeting()], batch=7)
    with Reader(path) as reader:
        assert reader.count(parse("date:2020-01-01")) == 15
        assert len(found(reader, "会议")) == 31
        assert found(reader, "p:lys") == MEETING


def test_ids_need_no_form(tmp_path: Path) -> None:
    article = Article("any id'; --", "标题\n\n正文")
    _, reading = plain("标题", "正文")
    with Reader(archive_of(tmp_path / "a.db", [(article, reading)])) as reader:
        assert reader.article("any id'; --") == article


def test_companions_stay_for_those_who_may_not_write(path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        assert path.with_name(path.name + suffix).stat().st_size == 0
    assert oct(path.stat().st_mode & 0o777) == oct(0o666 & ~_umask())


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


def test_an_index_of_another_version_is_built_anew(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'index'")
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    with pytest.raises(ArchiveError, match="another version"):
        Reader(path)
    Writer(path).close()
    with Reader(path) as reader:
        assert found(reader, "春耕") == found(reader, "p:lys&presided") == found(reader, "source:青川") == MEETING
        assert found(reader, "要") == MEETING
