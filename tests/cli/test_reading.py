"""What the archive answers on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from newstui import paths
from tests.cli.conftest import Run, call, objects

SEED = next(paths.seeds().glob("000_*.txt"))


def test_list_finds_by_person_and_date(newstui: Run) -> None:
    found = objects(newstui("list", "--json", "p:cbc", "date:2020-04"))
    assert [one["title"] for one in found] == ["利津县“双招双引”工作推进会议召开"]
    assert objects(newstui("list", "--json", "陈必昌")) == found


def test_list_tells_how_many_more(newstui: Run) -> None:
    run = newstui("list", "--limit", "1")
    assert "--limit 0" in run.stderr
    assert len(run.stdout.splitlines()) == 2


def test_nothing_found_says_what_excludes(newstui: Run) -> None:
    run = newstui("list", "p:cbc", "date:1999")
    assert run.returncode == 1
    assert "date:1999" in run.stderr


def test_a_faulty_query_is_told_with_its_place(newstui: Run) -> None:
    run = newstui("list", "date:2020-13")
    assert run.returncode == 2
    assert "2020-13" in run.stderr
    assert "Traceback" not in run.stderr


def test_show_prints_the_text_as_stored(newstui: Run) -> None:
    [one] = objects(newstui("list", "--json", "p:陈必昌"))
    shown = newstui("show", one["id"])
    assert shown.stdout.split() == SEED.read_text(encoding="utf-8").split()
    assert newstui("show", one["id"][:6]).stdout == shown.stdout


def test_show_of_no_article(newstui: Run) -> None:
    assert newstui("show", "0" * 16).returncode == 1


def test_people_lists_posts_and_pinyin(newstui: Run) -> None:
    found = {one["name"]: one for one in objects(newstui("people", "--json", "p:陈必昌"))}
    assert found["张晓彬"]["pinyin"] == "Zhāng Xiǎobīn"
    assert len(found) == 7


def test_people_from_a_file_keeps_its_order(newstui: Run) -> None:
    run = newstui("people", "--json", "--from", "-", given="陈必昌\n无此人\n")
    assert [(one["name"], one["articles"]) for one in objects(run)] == [("陈必昌", 1), ("无此人", 0)]


def test_outline_prints_speakers_items_and_actions(newstui: Run) -> None:
    told = newstui("outline", "p:陈必昌").stdout
    assert "陈必昌 强调" in told
    assert "一是 招引方向要更加精准" in told


def test_parse_explains(newstui: Run) -> None:
    run = newstui("parse", "--explain", str(SEED))
    assert run.returncode == 0, run.stderr
    assert "published  2020-04-17T20:13:12+08:00  <- day-of-header: 【2020-04-17】 20" in run.stdout.splitlines()
    assert "source  大众网·海报新闻  <- outlet-of-header: 【大众网·海报新闻】 作者" in run.stdout.splitlines()
    assert any(
        line.startswith("post  陈必昌: 东营市委副书记  <- post-before-name: 【东营市委副书记】、利津县委书记陈必昌")
        for line in run.stdout.splitlines()
    )
    kinds = {line.split("  ", 1)[0] for line in run.stdout.splitlines()[1:]}
    assert kinds >= {"title", "credit", "dateline", "meeting", "person", "office", "role", "speech", "item", "action"}
    assert kinds >= {"addressee", "term", "statement"}


def test_parse_keeps_the_records_id(tmp_path: Path) -> None:
    run = call(
        tmp_path, "parse", "--format", "json", "-", given='{"id": "a-1", "text": "会议召开\\n\\n张三丰出席会议。"}\n'
    )
    assert objects(run)[0]["id"] == "a-1"


def test_parse_keeps_the_order_and_tells_of_what_failed(tmp_path: Path) -> None:
    texts = [{"id": f"a-{at}", "text": f"会议召开\n\n3月{at + 1}日,张三丰出席会议。"} for at in range(25)]
    lines = [json.dumps(text, ensure_ascii=False) for text in texts]
    (tmp_path / "many.jsonl").write_text("\n".join([*lines[:20], "{", *lines[20:]]), encoding="utf-8")
    run = call(tmp_path, "parse", "--format", "json", str(tmp_path / "many.jsonl"))
    assert run.returncode == 3
    assert "many.jsonl" in run.stderr
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == [text["id"] for text in texts]


def test_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1\n{"title": "好", "text": "会议召开。"}\n', encoding="utf-8")
    run = call(tmp_path, "import", str(tmp_path / "bad.jsonl"))
    assert run.returncode == 3
    assert "1 stored" in run.stdout
    assert "bad.jsonl" in run.stderr


def test_importing_again_changes_nothing(home: Path) -> None:
    run = call(home, "import", str(paths.seeds()))
    assert run.returncode == 0
    assert run.stdout.startswith("nothing changed")


def test_plain_mode_reads_without_drawing(newstui: Run) -> None:
    run = newstui("--plain", "p:cbc", given="1\np\no\nq\n")
    assert run.returncode == 0, run.stderr
    assert "\x1b" not in run.stdout
    assert "陈必昌: 东营市委副书记、利津县委书记" in run.stdout


def test_show_of_many(newstui: Run) -> None:
    ids = [one["id"] for one in objects(newstui("list", "--json", "--limit", "0"))]
    common = next(each for each in ids if sum(one[0] == each[0] for one in ids) > 1)[0]
    for start in (common, "", "%", "*", "\x1b[2J"):
        run = newstui("show", start)
        assert run.returncode == 1
        assert "newstui list" in run.stderr
        assert "\x1b" not in run.stderr


def test_a_negation_is_no_option(newstui: Run) -> None:
    everything = {one["id"] for one in objects(newstui("list", "--json"))}
    named = {one["id"] for one in objects(newstui("list", "--json", "会议"))}
    for words in (["-会议"], ["-title:会议", "-会议"], ["--limit", "50", "-(会议)"]):
        assert {one["id"] for one in objects(newstui("list", "--json", *words))} == everything - named
    assert (
        newstui("export", "-org:无此机构", "--reproducible").stdout
        == newstui("export", "--reproducible", "--", "-org:无此机构").stdout
    )
    assert newstui("--plain", "-会议", given="q\n").stdout.startswith("1. ")
    assert newstui("list", "--limti", "3").returncode == 2
