"""Import and its dry run, as a process: what is said of what was taken, passed over, in doubt and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import call

TEXT = "山阴县召开会议\n\n会议强调，要抓好落实。\n"
KOREAN = "정부는 오늘 새로운 경제 대책을 발표했다. 총리는 기자회견에서 물가 상승에 대응하겠다고 말했다.\n" * 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One of each: a text, one in doubt, one that is none, and one that is hidden."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(KOREAN.encode("euc-kr"))
    (folder / "c.txt").write_bytes(b"%PDF-1.7")
    (folder / ".d").touch()
    return folder


def test_a_dry_run_lists_and_stores_nothing(folder: Path, tmp_path: Path) -> None:
    run = call(tmp_path, "import", "--dry-run", str(folder))
    assert run.returncode == 3
    assert "2 articles in 4 files would be imported, 1 not; nothing was stored" in run.stderr
    rows = {line.split()[0].rpartition("/")[2]: line for line in run.stdout.splitlines()}
    assert "山阴县召开会议" in rows["a.txt"]
    assert "uncertain" in rows["b.txt"]
    assert "a PDF" in rows["c.txt"]
    assert not list(tmp_path.rglob("archive.db"))


def test_an_import_tells_apart_what_became_of_each(folder: Path, tmp_path: Path) -> None:
    run = call(tmp_path, "import", str(folder))
    assert run.returncode == 3
    assert "2 stored, 0 already there, 1 in doubt, 1 passed over, 1 failed" in run.stdout
    for words in (f"in doubt: {folder}/b.txt", f"not stored: {folder}/c.txt", f"passed over: {folder}/.d"):
        assert words in run.stderr


def test_doubts_and_hidden_files_are_no_failure(folder: Path, tmp_path: Path) -> None:
    (folder / "c.txt").unlink()
    assert call(tmp_path, "import", str(folder)).returncode == 0


def test_what_is_not_there_is_said_once(tmp_path: Path) -> None:
    run = call(tmp_path, "import", "nowhere")
    assert (run.returncode, run.stderr) == (3, "not stored: nowhere: no such file or folder\n")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert call(tmp_path, "import", str(tmp_path / "a.txt")).returncode == 0
    assert "nowhere" not in call(tmp_path, "doctor").stdout


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "a folder without files" in call(tmp_path, "import", str(tmp_path / "empty")).stderr
