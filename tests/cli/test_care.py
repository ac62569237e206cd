"""Looking after the archive: doctor, verify, backup, reparse, stats."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from newstui import paths
from tests.cli.conftest import Run, call, objects


def test_doctor_lists_what_failed(tmp_path: Path) -> None:
    (tmp_path / "bad\x1b]2;x\x07.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "good.txt").write_text("山阴县召开会议\n\n张三丰出席会议。\n", encoding="utf-8")
    assert call(tmp_path, "import", str(tmp_path / "good.txt"), str(tmp_path / "bad\x1b]2;x\x07.txt")).returncode == 3
    run = call(tmp_path, "doctor")
    assert run.returncode == 3
    assert "1 articles" in run.stdout
    assert "a PDF" in run.stdout
    assert "\x1b" not in run.stdout
    told = json.loads(call(tmp_path, "doctor", "--json").stdout)
    assert [one["reason"] for one in told["failed"]] == ["a PDF; save its text and import that"]


def test_doctor_lists_what_was_passed_over_and_calls_nothing_failed(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "good.txt").write_text("山阴县召开会议\n\n张三丰出席会议。\n", encoding="utf-8")
    (news / ".hidden.txt").write_text("不看", encoding="utf-8")
    assert call(tmp_path, "import", str(news)).returncode == 0
    run = call(tmp_path, "doctor")
    assert run.returncode == 0
    assert "1 passed over:" in run.stdout and ".hidden.txt: hidden" in run.stdout
    [told] = json.loads(call(tmp_path, "doctor", "--json").stdout)["failed"]
    assert told["how"] == "skipped"


def test_doctor_of_a_sound_archive(newstui: Run) -> None:
    [told] = objects(newstui("doctor", "--json"))
    assert told["failed"] == []
    assert told["articles"] == len(objects(newstui("list", "--json", "--limit", "0")))


def test_verify_names_the_damaged_article(home: Path, newstui: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert newstui("backup", str(copy)).returncode == 0
    assert newstui("verify", "--archive", str(copy)).returncode == 0
    connection = sqlite3.connect(copy)
    [hurt] = connection.execute("SELECT id FROM lines WHERE entry = 3").fetchone()
    connection.execute("UPDATE texts SET text = x'00' WHERE entry = 3")
    connection.commit()
    connection.close()
    run = newstui("verify", "--archive", str(copy), "--json")
    assert run.returncode == 4
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == [hurt]


def test_backup_replaces_nothing_unasked(newstui: Run, tmp_path: Path) -> None:
    target = tmp_path / "there.db"
    target.write_text("mine")
    assert newstui("backup", str(target)).returncode == 4
    assert target.read_text() == "mine"
    assert newstui("backup", "--force", str(target)).returncode == 0
    assert newstui("list", "--archive", str(target)).stdout == newstui("list").stdout


def test_reparse_of_current_readings_changes_nothing(tmp_path: Path) -> None:
    assert call(tmp_path, "import", str(next(paths.seeds().glob("000_*.txt")))).returncode == 0
    run = call(tmp_path, "reparse")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("nothing changed")


def test_reparse_makes_no_archive(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert call(tmp_path, "reparse", "--archive", str(missing)).returncode == 4
    assert not missing.exists()


def test_stats_count_all_or_what_is_found(newstui: Run) -> None:
    [all_] = objects(newstui("stats", "--json"))
    [some] = objects(newstui("stats", "--json", "--by", "source", "p:陈必昌"))
    assert all_["articles"] == all_["of"] > some["articles"] == 1
    assert sum(some["source"].values()) == 1
    assert "person" not in some


def test_a_failure_goes_when_its_file_is_mended(tmp_path: Path) -> None:
    given = tmp_path / "given.txt"
    given.write_bytes(b"%PDF-1.7")
    assert call(tmp_path, "import", str(given)).returncode == 3
    assert call(tmp_path, "doctor").returncode == 3
    given.write_text("会议召开\n\n县长温小禾出席会议。\n", encoding="utf-8")
    assert call(tmp_path, "import", str(given)).returncode == 0
    assert call(tmp_path, "doctor").returncode == 0


def test_corrections_of_the_owner_act_and_a_users_own_are_laid_over(tmp_path: Path) -> None:
    archive, file = ["--archive", str(tmp_path / "a.db")], tmp_path / "corrections.toml"
    (tmp_path / "news.txt").write_text(
        "青川县召开春耕会议\n\n2020-04-17\n\n青川县委书记林远山主持会议。林远山强调,要抓好春耕。", encoding="utf-8"
    )
    file.write_text("[[alias]]\nname = 3\n", encoding="utf-8")
    loaded = call(tmp_path, "import", str(tmp_path / "news.txt"), *archive)
    assert loaded.returncode == 0
    assert f"{file}: [[alias]] number 1: name is a word" in loaded.stderr
    assert call(tmp_path, "people", "p:林远山", *archive).returncode == 0
    own = tmp_path / ".config" / "newstui" / "corrections.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[[not_a_person]]\nname = "林远山"\n', encoding="utf-8")
    assert call(tmp_path, "people", "p:林远山", *archive).returncode == 1
    own.unlink()
    file.write_text('[[not_a_person]]\nname = "林远山"\n', encoding="utf-8")
    assert call(tmp_path, "reparse", *archive).returncode == 0
    assert call(tmp_path, "people", "p:林远山", *archive).returncode == 1
