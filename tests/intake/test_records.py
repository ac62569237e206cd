"""JSON Lines, JSON arrays and CSV: fields, mapping, and one bad record among good ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newstui.intake import files
from newstui.intake.failed import MOST_BYTES, MOST_CHARACTERS
from newstui.intake.fields import mapping_of
from newstui.intake.walk import articles as walked
from newstui.model.article import Article, article_id
from tests.intake.given import failure, of_bytes, only, parted, taken

BODY = "3月11日下午，青禾县召开春季农业生产工作会议。\n县委书记张远帆出席会议并讲话。"
RECORD = {
    "id": "qh-1",
    "title": "青禾县召开春季农业生产工作会议",
    "date": "2021-03-12 09:41",
    "source": "青禾融媒",
    "author": "何一舟",
    "url": "https://example.invalid/1",
    "text": BODY,
}


def lines(*records: object) -> bytes:
    return "\n".join(
        each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records
    ).encode()


def test_fields_of_a_record() -> None:
    article = only(of_bytes(lines(RECORD)))
    assert article.title == RECORD["title"]
    assert article.published == "2021-03-12T09:41:00+08:00"
    assert article.source == "青禾融媒"
    assert article.author == "何一舟"
    assert article.url == RECORD["url"]
    assert article.ref == "qh-1"
    assert article.text == f"{RECORD['title']}\n\n{BODY}"
    assert article.origin == "given: line 1"


def test_a_record_with_only_a_text_is_read_like_a_file() -> None:
    article = only(of_bytes(lines({"id": 7, "text": f"标题在第一行\n\n{BODY}"})))
    assert (article.title, article.published, article.source) == (None, None, None)
    assert article.text.startswith("标题在第一行\n")
    assert article.ref == "7"


@pytest.mark.parametrize("name", ["text", "body", "content", "正文", "CONTENT"])
def test_names_of_the_text(name: str) -> None:
    assert only(of_bytes(lines({"title": "题目", name: BODY}))).text == f"题目\n\n{BODY}"


def test_a_title_that_opens_the_text_is_not_doubled() -> None:
    text = f"{RECORD['title']}\n2021-03-12 来源：青禾融媒\n{BODY}"
    assert only(of_bytes(lines(RECORD | {"text": text}))).text == text


def test_the_id_hashes_the_fields_and_no_parsing() -> None:
    first, second, third = (
        only(of_bytes(lines(record)))
        for record in (RECORD, RECORD | {"date": "2021-03-12  09:41"}, RECORD | {"source": "临川日报"})
    )
    assert first.id == second.id != third.id
    assert first.id != article_id(first.text)


def test_same_key_with_different_texts_keeps_both() -> None:
    found, _ = parted(of_bytes(lines(RECORD, RECORD | {"text": BODY + "补充一句。"})))
    assert len({article.id for article in found}) == 2
    assert {article.ref for article in found} == {"qh-1"}


BAD = [
    '{"text": "没有结尾',
    "{'text': '单引号'}",
    '["只是列表"]',
    '"只是字"',
    "123",
    "nul",
    "{}",
    '{"text": ""}',
    '{"text": null}',
    '{"text": NaN}',
    '{"text": "　\\u200b "}',
    '{"text": {"a": 1}}',
    "[" * 5000 + "]" * 5000,
    '{"a":' * 100_000 + "1" + "}" * 100_000,
    '{"text": "' + "\\",
    "\x00\x01\x02",
    '{"title": 1e999}',
]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_a_bad_line_is_numbered_and_the_rest_taken(bad: str) -> None:
    articles, failed = parted(of_bytes(lines(RECORD, bad, RECORD | {"id": "qh-2"})))
    assert [article.ref for article in articles if article.ref] == ["qh-1", "qh-2"]
    if len(articles) == 2:
        assert [each.origin for each in failed] == ["given: line 2"]


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        ('{"text": "一", "text": "后来的算数"}', "后来的算数"),
        ('{"text": "半个\\ud83d代理"}', "半个\ufffd代理"),
        ('{"text": "合起来\\ud83d\\ude00"}', "合起来😀"),
        ('{"text": "零\\u0000字", "n": -Infinity, "m": NaN}', "零\ufffd字"),
        ('{"text": "大数", "n": ' + "9" * 5000 + "}", "大数"),
        ('{"text": ["一段。", "二段。"]}', "一段。\n二段。"),
        ('{"text": "<p>一段。</p><p>二&nbsp;段。</p>"}', "一段。\n二 段。"),
        ('{"text": "a < b，而 c > d"}', "a < b，而 c > d"),
        ('\ufeff{"text": "有签名"}', "有签名"),
        ('   {"text" : "有空白"}   \r', "有空白"),
    ],
)
def test_odd_records(record: str, kept: str) -> None:
    assert only(of_bytes(record.encode())).text == kept


@pytest.mark.parametrize(
    "date", ["0000-00-00", "9999-12-31", "2021-02-31", "0300-01-01", "2021-03-12T00:00:00+99:00", "不详", 0, True, []]
)
def test_an_impossible_date_is_unknown(date: object) -> None:
    article = only(of_bytes(lines(RECORD | {"date": date})))
    assert article.published is None
    assert article.text.endswith(BODY)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("shape", ["jsonl", "array", "csv"])
def test_records_in_every_encoding(shape: str, name: str) -> None:
    records = [RECORD | {"id": f"qh-{i}"} for i in range(3)]
    text = {
        "jsonl": "\n".join(json.dumps(record, ensure_ascii=False) for record in records),
        "array": json.dumps(records, ensure_ascii=False, indent=2),
        "csv": "id,title,date,text\r\n"
        + "".join(f'{each["id"]},"{each["title"]}",2021-03-12,"{BODY}"\r\n' for each in records),
    }[shape]
    articles, failed = parted(of_bytes(text.encode(name)))
    assert not failed
    assert [article.ref for article in articles] == ["qh-0", "qh-1", "qh-2"]
    assert {article.text for article in articles} == {f"{RECORD['title']}\n\n{BODY}"}


def test_one_line_in_another_encoding() -> None:
    mixed = lines(RECORD) + b"\n" + json.dumps(RECORD | {"id": "qh-2"}, ensure_ascii=False).encode("gbk")
    articles, failed = parted(of_bytes(mixed))
    assert [article.text for article in articles] == [articles[0].text] * 2
    assert not failed


def test_a_line_that_is_no_text_is_refused_not_garbled() -> None:
    articles, failed = parted(of_bytes(lines(RECORD) + b'\n{"text": "\xff\xfe\x80"}\n' + lines(RECORD)))
    assert len(articles) == 2
    assert failed[0].origin == "given: line 2"


def test_values_over_several_lines_and_in_envelopes() -> None:
    pretty = json.dumps(RECORD, ensure_ascii=False, indent=2)
    assert only(of_bytes(pretty.encode())).ref == "qh-1"
    assert len(of_bytes(f"{pretty}\n{pretty}".encode())) == 2
    assert len(of_bytes(json.dumps({"version": 1, "items": [RECORD, RECORD]}, indent=1).encode())) == 2


def test_a_bad_value_in_an_array_costs_itself_alone() -> None:
    array = f"[{json.dumps(RECORD)}, {{'x': 1}}, 5, {json.dumps(RECORD)}]"
    articles, failed = parted(of_bytes(array.encode()))
    assert len(articles) == 2
    assert [each.origin for each in failed] == ["given: record 2", "given: record 3"]


def test_words_between_values_are_not_lost_unseen() -> None:
    pretty = json.dumps(RECORD, ensure_ascii=False, indent=1)
    articles, failed = parted(of_bytes(f"{pretty}\n这不是记录\n{pretty}\n]\n{pretty}".encode()))
    assert len(articles) == 3
    assert [each.origin for each in failed] == ["given: record 2", "given: record 4"]


def test_an_array_cut_short_says_so() -> None:
    articles, failed = parted(of_bytes(f'[{json.dumps(RECORD)}, {{"text": "断'.encode()))
    assert len(articles) == 1
    assert "ends inside" in failed[0].reason


TABLE = "标题;正文;时间;媒体\n会议召开;“一段；”;2021-03-12;青禾融媒\n"


def test_a_table_with_a_mapping() -> None:
    mapping = mapping_of("title=标题,text=正文,date=时间,source=媒体")
    article = only(of_bytes(TABLE.encode(), mapping=mapping))
    assert (article.title, article.published, article.source) == ("会议召开", "2021-03-12", "青禾融媒")


def test_a_mapping_names_columns_nobody_would_guess() -> None:
    table = "k1\tk2\n会议召开\t会议强调，要抓落实。\n"
    article = only(of_bytes(table.encode(), mapping={"title": "k1", "text": "k2"}))
    assert article.text == "会议召开\n\n会议强调，要抓落实。"


def test_a_mapping_may_use_any_name_of_a_field() -> None:
    article = only(of_bytes(TABLE.encode(), mapping={"date": "时间", "body": "正文"}))
    assert (article.published, article.text) == ("2021-03-12", "会议召开\n\n“一段；”")


@pytest.mark.parametrize("words", ["nofield=标题", "title", "title=", "=标题"])
def test_a_wrong_mapping_is_an_error(words: str) -> None:
    with pytest.raises(ValueError, match="FIELD"):
        mapping_of(words)


def test_rows_are_numbered_by_their_line() -> None:
    table = 'title,text\n一,"甲。\n乙。"\n二,\n三,丙。\n'
    articles, failed = parted(of_bytes(table.encode()))
    assert [article.origin for article in articles] == ["given: line 2", "given: line 4", "given: line 5"]
    assert articles[0].text == "一\n\n甲。\n乙。"
    assert not failed


def test_a_huge_record_is_refused_and_the_rest_taken() -> None:
    huge = b'{"text": "' + b"x" * MOST_BYTES + b'"}'
    articles, failed = parted(of_bytes(lines(RECORD) + b"\n" + huge + b"\n" + lines(RECORD)))
    assert len(articles) == 2
    assert "20 MB" in failed[0].reason
    long = json.dumps({"text": "长" * (MOST_CHARACTERS + 1)}, ensure_ascii=False).encode()
    assert "2,000,000 characters" in failure(of_bytes(long))


@pytest.mark.parametrize("shape", ["jsonl", "json", "csv"])
def test_record_files_are_streamed(shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100_000)
    one = json.dumps(RECORD, ensure_ascii=False)
    path = tmp_path / "many"
    path.write_text(
        {
            "jsonl": f"{one}\n" * 5_000,
            "json": "[" + f"{one},\n" * 4_999 + f"{one}]",
            "csv": "title,text\n" + f'青禾县召开春季农业生产工作会议,"{BODY}"\n' * 5_000,
        }[shape],
        encoding="utf-8",
    )
    taken_so_far = 0
    read = files._Watched.readinto

    def counted(self: files._Watched, buffer: memoryview) -> int:
        nonlocal taken_so_far
        size = read(self, buffer)
        taken_so_far += size
        return size

    monkeypatch.setattr(files._Watched, "readinto", counted)
    found = iter(walked([path]))
    assert isinstance(next(found), Article)
    assert taken_so_far < path.stat().st_size * 0.7
    assert sum(isinstance(each, Article) for each in found) == 4_999


def test_a_record_file_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(lines(RECORD))
    (tmp_path / "a.txt").write_text(f"第一篇\n\n{BODY}", encoding="utf-8")
    first, second = taken(tmp_path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, second.title) == (None, RECORD["title"])


BROKEN = [
    b"[1 true]", b"[,1]", b"[1,,2]", b'["x"', b"[x", b"[-]", b"[++1]", b"[0x1]", b"[NaN]", b'{"a" b}', b"{'a':0}",
    b'{"a":"b"}#', b'{"a":"b",,"c":"d"}', b'["\\"]', b'["\\u00A"]', b"[\x00]", b"[\xff]", b"abc", b"*", b"{]", b"]",
    b"{}}", b'[{"":', b"[" * 20_000, b"<.>", b"1]", b"[True]", b'"asd', b"2@",
]  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_line_is_named_and_the_others_are_taken(broken: bytes) -> None:
    whole = '{"title": "会议召开", "text": "会议强调。"}'.encode()
    articles, failed = parted(of_bytes(whole + b"\n" + broken + b"\n" + whole + b"\n"))
    assert [article.title for article in articles] == ["会议召开"] * 2
    assert {each.origin for each in failed} == {"given: line 2"}


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_of_json_is_no_article(broken: bytes) -> None:
    articles, failed = parted(of_bytes(broken, "records.json"))
    assert not articles
    assert failed


@pytest.mark.parametrize("empty", ["[]", "[][]", "[ ]", "title,text\n"])
def test_a_file_without_records_is_reported(empty: str) -> None:
    assert failure(of_bytes(empty.encode(), "records.json" if empty[0] == "[" else "table.csv")) == "no record in it"


TABLES = {
    "told": ("sep=;\ntitle;text\n会议召开;会议强调。\n", "given: line 3"),
    "old line ends": ("title,text\r会议召开,会议强调。\r", "given: line 2"),
    "spreadsheet": ("title\ttext\r\n会议召开\t会议强调。\r\n", "given: line 2"),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_spreadsheets(name: str) -> None:
    table, origin = TABLES[name]
    article = only(of_bytes(table.encode()))
    assert (article.title, article.text, article.origin) == ("会议召开", "会议召开\n\n会议强调。", origin)


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    reason = failure(of_bytes(b"a,b\n1,2\n", "x.csv", mapping={"text": "c", "title": "a"}))
    assert reason == "no column 'c' as --map wants it: the columns are a, b"


def test_a_table_of_unknown_columns_is_no_text() -> None:
    assert "--map" in failure(of_bytes("headline,words\n会议召开,会议强调。\n".encode(), "x.csv"))
