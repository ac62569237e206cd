"""Files and folders: order, traps, hostile names, files that change while they are read."""

from __future__ import annotations

import io
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.intake import files
from newstui.intake.failed import MOST_BYTES, Failed
from newstui.intake.names import shown
from newstui.intake.walk import articles
from newstui.model.article import Article
from tests.intake.given import failure, only, parted, taken

TEXT = "会议召开\n\n会议强调，要抓好落实。\n"


def origins(found: list[Article | Failed], folder: Path) -> list[str]:
    return [str(each.origin).removeprefix(f"{folder}/") for each in found]


def test_a_folder_is_read_in_a_stable_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", "b/x/z.txt", "目录/文.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    wanted = ["a.txt", "b/1.txt", "b/2.txt", "b/x/z.txt", "c.txt", "目录/文.txt"]
    assert origins(taken(tmp_path), tmp_path) == wanted
    assert origins(taken(tmp_path), tmp_path) == wanted


def test_several_paths_in_the_order_given(tmp_path: Path) -> None:
    for name in ("1", "2"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    assert origins(taken(tmp_path / "2", str(tmp_path / "1")), tmp_path) == ["2", "1"]


@pytest.fixture
def traps(tmp_path: Path) -> Iterator[Path]:
    """A folder with everything that could hang, loop, or lead out of it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("不该读到的字。", encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "x.txt").mkdir(parents=True)
    (folder / "x.txt" / "good.txt").write_text(TEXT, encoding="utf-8")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "out").symlink_to(outside, target_is_directory=True)
    (folder / "passwd").symlink_to("/etc/passwd")
    (folder / "broken").symlink_to("nowhere")
    (folder / "zero").symlink_to("/dev/zero")
    (folder / "unreadable.txt").write_text(TEXT, encoding="utf-8")
    (folder / "unreadable.txt").chmod(0)
    (folder / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").touch()
    os.mkfifo(folder / "fifo")
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(folder / "socket"))
    yield folder
    server.close()


def test_traps_are_passed_over_with_a_reason(traps: Path) -> None:
    found, failed = parted(taken(traps))
    reasons = {each.origin.removeprefix(f"{traps}/"): each.reason for each in failed}
    assert "不该" not in "".join(article.text for article in found)
    for name in ("loop", "out", "passwd", "broken", "zero"):
        assert "link" in reasons.pop(name)
    assert "pipe" in reasons.pop("fifo")
    assert "socket" in reasons.pop("socket")
    assert "hidden" in reasons.pop(".hidden.txt")
    assert reasons.pop("empty.txt") == "empty"
    if os.geteuid() != 0:
        assert "permission" in reasons.pop("unreadable.txt")
    assert not reasons
    assert f"{traps}/x.txt/good.txt" in [article.origin for article in found]


@pytest.mark.parametrize(
    "path", ["/dev/zero", "/dev/null", "/nowhere/at/all", "a\x00b", "/" + "x" * 5000, "/proc/self/mem"]
)
def test_hopeless_paths_are_reported(path: str) -> None:
    assert failure(taken(path))


def test_a_named_pipe_given_by_name_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in failure(taken(tmp_path / "pipe"))


def test_a_link_given_by_name_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "real.txt")
    assert only(taken(tmp_path / "link")).text.startswith("会议召开")


NAMES = [
    b"line\nbreak.txt",
    b"\x1b]52;c;aGk=\x07.txt",
    b"\xff\xfe.txt",
    b"-rf",
    b"a" * 251 + b".txt",
    "\u202etxt.exe".encode(),
    b" ",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_hostile_names_are_read_and_shown_escaped(name: bytes, tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - bytes
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(TEXT.encode())
    article = only(taken(tmp_path))
    assert article.origin is not None
    assert article.origin.isprintable()
    assert article.origin.encode()


def test_names_shown() -> None:
    assert shown("新闻 2020.txt") == "新闻 2020.txt"
    assert shown("a\nb\x1b\u202e") == "a\\nb\\x1b\\u202e"
    assert shown(b"\xff.txt") == "\\xff.txt"


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "页面.html").write_text(
        "<html><title>会议召开</title><p>会议强调，要抓好落实。</p></html>", encoding="utf-8"
    )
    (tmp_path / "页面_files").mkdir()
    (tmp_path / "页面_files" / "x.js").write_text("var a = 1;", encoding="utf-8")
    found, failed = parted(taken(tmp_path))
    assert len(found) == 1
    assert [each.reason for each in failed] == ["the parts of a saved page"]


def test_many_files(tmp_path: Path) -> None:
    for number in range(3000):
        (tmp_path / f"{number:05}.txt").write_bytes(f"{TEXT}{number}".encode())
    found, failed = parted(taken(tmp_path))
    assert len(found) == 3000
    assert not failed
    assert [article.origin for article in found] == sorted(str(article.origin) for article in found)


def test_standard_input() -> None:
    article = only(articles(["-"], stdin=io.BytesIO(TEXT.encode("gbk"))))
    assert article.origin == "-"
    assert article.text == TEXT.strip() or article.text == TEXT


@pytest.mark.parametrize("size", [MOST_BYTES + 1, 5 * MOST_BYTES])
def test_a_document_over_the_limit_is_refused_unread(size: int, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(TEXT.encode() * 2000)
        file.truncate(size)
    assert "20 MB" in failure(taken(path))


def test_an_endless_stream_is_refused() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[:] = (b"x" * 70 + b"\n") * (len(buffer) // 71) + b"x" * (len(buffer) % 71)
            return len(buffer)

    endless = io.BufferedReader(Endless())  # type: ignore[type-var]
    assert "20 MB" in failure(articles(["-"], stdin=endless))


def test_a_file_that_changes_while_read_is_one_whole_version_or_none(tmp_path: Path) -> None:
    path = tmp_path / "busy.txt"
    versions = [f"版本{letter}\n\n" + letter * 200_000 for letter in "甲乙"]
    path.write_text(versions[0], encoding="utf-8")
    stop = threading.Event()

    def rewrite() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            path.write_text(versions[number % 2], encoding="utf-8")

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for _ in range(20):
            for each in taken(path):
                if isinstance(each, Article):
                    assert each.text.strip() in versions
                else:
                    assert "changed" in each.reason or each.reason == "empty"
    finally:
        stop.set()
        writer.join()


def test_a_replaced_file_is_the_old_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    read = files._whole

    def replaced_before_reading(file: io.FileIO) -> bytes:
        other = tmp_path / "other"
        other.write_text("别的文章，完全不同。", encoding="utf-8")
        other.replace(path)
        return read(file)

    monkeypatch.setattr(files, "_whole", replaced_before_reading)
    assert only(taken(path)).text.strip() == TEXT.strip()


def test_a_large_record_file_that_grows_ends_with_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 1000)
    path = tmp_path / "many.jsonl"
    line = '{"text": "会议强调，要抓好落实。"}\n'
    path.write_text(line * 20_000, encoding="utf-8")
    found = iter(articles([path]))
    assert isinstance(next(found), Article)
    with path.open("a", encoding="utf-8") as file:
        file.write(line)
    *_, last = found
    assert isinstance(last, Failed)
    assert "changed" in last.reason


def test_an_empty_folder_is_said_and_a_hidden_file_is_no_failure(tmp_path: Path) -> None:
    assert failure(taken(tmp_path)) == "a folder without files"
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (found,) = taken(tmp_path)
    assert isinstance(found, Failed)
    assert found.how == "skipped"


def test_what_is_not_there_is_not_told_again_later(tmp_path: Path) -> None:
    (missing,) = taken(tmp_path / "nowhere")
    (stream,) = articles(["-"], stdin=io.BytesIO())
    (tmp_path / "empty").touch()
    (empty,) = taken(tmp_path / "empty")
    assert [each.lasts for each in (missing, stream, empty) if isinstance(each, Failed)] == [False, False, True]
