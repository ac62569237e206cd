"""What the archive promises when things go wrong."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from newstui.archive.backup import backup
from newstui.archive.errors import ArchiveError, Interrupted
from newstui.archive.facets import FIELDS
from newstui.archive.loader import load
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.archive.verify import verify
from newstui.archive.workers import Means, ready
from newstui.intake.articles import article
from newstui.model.article import Article
from newstui.model.reading import Reading
from newstui.parsing import pipeline
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.archive.samples import archive_of, plain

ROOT = Path(__file__).parents[2]
LOAD = """
import sys
from pathlib import Path
from newstui.archive.loader import load
from tests.archive.test_faults import texts
if __name__ == "__main__":
    result = load(texts(int(sys.argv[2])), Path(sys.argv[1]), workers=int(sys.argv[3]))
    print(result.stored, result.unchanged, len(result.failed))
"""


def texts(number: int) -> Iterator[Article]:
    """Small texts, all different."""
    for n in range(number):
        yield article(
            f"第{n}次会议召开\n\n2020-{n % 12 + 1:02}-11\n\n会议指出,要抓好第{n}项工作。" + "各级要落实。" * 20
        )


def run_load(path: Path, number: int, workers: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LOAD, str(path), str(number), str(workers)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def whole(path: Path, number: int | None = None) -> int:
    """CHECK: verified, every article in list, texts and index."""
    result = verify(path)
    assert result.is_whole, result
    with Reader(path) as reader:
        count = reader.count(Query())
        assert count == result.checked == len(reader.page(Query(), 0, 100_000))
        assert count == reader.count(parse("会议")) == reader.count(parse("会"))
    if number is not None:
        assert count == number
    return count


def kill_and_resume(path: Path, number: int, seconds: float, workers: int) -> None:
    run = run_load(path, number, workers)
    time.sleep(seconds)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    if path.exists():
        whole(path)
    assert load(texts(number), path, workers=0).failed == ()
    whole(path, number)
    assert load(texts(number), path, workers=0).unchanged == number


@pytest.mark.parametrize("seconds", [0.2, 0.9, 1.6])
def test_f01_a_kill_leaves_whole_articles(tmp_path: Path, seconds: float) -> None:
    kill_and_resume(tmp_path / "a.db", 400, seconds, 0)


@pytest.mark.slow
def test_f01_fifty_kills(tmp_path: Path) -> None:
    """An import is killed and goes on until it is done; then the next archive, until there were fifty kills."""
    chance, kills = random.Random(1), 0
    for path in (tmp_path / f"{number}.db" for number in range(50)):
        while kills < 50 and killed(path, 5000, chance.uniform(0.2, 4)):
            kills += 1
            if path.exists():
                whole(path)
        assert load(texts(5000), path).failed == ()
        whole(path, 5000)
        assert load(texts(5000), path).unchanged == 5000
        if kills == 50:
            break
    assert kills == 50


def killed(path: Path, number: int, seconds: float) -> bool:
    """Imports so many texts; kills that after so many seconds, where it is not done before."""
    run = run_load(path, number, 2)
    try:
        run.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        return True
    return False


def test_workers_parse_the_same(tmp_path: Path) -> None:
    run = run_load(tmp_path / "a.db", 300, workers=2)
    said, errors = run.communicate(timeout=120)
    assert (said.strip(), errors) == ("300 0 0", "")
    load(texts(300), tmp_path / "b.db", workers=0)
    with Reader(tmp_path / "a.db") as many, Reader(tmp_path / "b.db") as one:
        lines = many.page(Query(), 0, 400)
        assert set(lines) == set(one.page(Query(), 0, 400))  # within a day, batches stay apart
        assert all(many.opened(line.id) == one.opened(line.id) for line in lines[::9])
    whole(tmp_path / "a.db", 300)


@pytest.mark.parametrize("signal_of", [KeyboardInterrupt, SystemExit])
def test_what_is_parsed_is_stored_when_an_import_is_stopped(tmp_path: Path, signal_of: type[BaseException]) -> None:
    def stopped() -> Iterator[Article]:
        yield from texts(110)
        raise signal_of

    with pytest.raises(signal_of):
        load(stopped(), tmp_path / "a.db", workers=0)
    assert whole(tmp_path / "a.db") == 0  # nothing was parsed yet: the beginning is looked at first

    def later() -> Iterator[Article]:
        yield from texts(400)
        raise signal_of

    with pytest.raises(signal_of):
        load(later(), tmp_path / "a.db", workers=0)
    assert whole(tmp_path / "a.db") >= 340
    load(texts(400), tmp_path / "a.db", workers=0)
    whole(tmp_path / "a.db", 400)


def test_ctrl_c_ends_quietly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    run = run_load(tmp_path / "a.db", 8000, workers=2)
    time.sleep(4)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=300)
    assert errors.count("Traceback") <= 1, errors  # that of the main process, which the command line catches
    assert "spawn" not in errors
    if (tmp_path / "a.db").exists():
        assert whole(tmp_path / "a.db") < 8000  # it went no further


def test_f02_disk_full(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", [])
    with Writer(path) as writer:
        pages = writer._connection.execute("PRAGMA page_count").fetchone()[0]
        writer._connection.execute(f"PRAGMA max_page_count = {pages + 8}")
        from newstui.archive.prepared import prepare
        from newstui.parsing.pipeline import read

        with pytest.raises(ArchiveError, match="full"):
            for one in texts(3000):
                writer.put_prepared([prepare(one, read(one))])
    whole(path)
    load(texts(200), path, workers=0)
    whole(path, 200)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.mark.slow
def test_f02_a_real_disk_full(small_disk: Path) -> None:
    path = small_disk / "a.db"
    with pytest.raises(ArchiveError, match="full"):
        load(texts(20_000), path, workers=2)
    assert whole(path) > 0
    with pytest.raises(ArchiveError, match="full"):
        load(texts(20_000), path, workers=2)
    whole(path)
    subprocess.run(["mount", "-o", "remount,size=120m", small_disk], check=True)
    assert load(texts(5000), path, workers=2).failed == ()
    assert whole(path) >= 5000


@pytest.mark.parametrize("content", [b"", b"plain words, no database at all", b"SQLite format 3\x00" + b"\x01" * 40])
def test_f07_what_is_no_archive_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    for attempt in (Reader, Writer):
        with pytest.raises(ArchiveError, match=r"a\.db"):
            attempt(path)
    assert path.read_bytes() == content


def test_f07_a_newer_or_foreign_database_is_refused(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", [plain("题", "文")])
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    foreign = tmp_path / "b.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for file, word in ((path, "newer"), (foreign, "another program")):
        before = hashlib.sha256(file.read_bytes()).digest()
        for attempt in (Reader, Writer):
            with pytest.raises(ArchiveError, match=word):
                attempt(file)
        assert hashlib.sha256(file.read_bytes()).digest() == before


def test_f07_a_truncated_archive_is_named_damaged(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", [plain(f"题{n}", "会议文" * 90) for n in range(200)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ArchiveError), Reader(path) as reader:
        for line in reader.page(Query(), 0, 300):
            reader.opened(line.id)
        reader.count(parse("会议文"))
        raise ArchiveError("damaged", path, "its half is missing")


def test_f10_an_archive_moved_away_is_noticed(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", [plain("题", "文")])
    with Writer(path) as writer:
        path.rename(tmp_path / "b.db")
        with pytest.raises(ArchiveError, match="moved or replaced"):
            writer.put([plain("新", "文")])
        shutil.copy(tmp_path / "b.db", path)
        with pytest.raises(ArchiveError, match="moved or replaced"):
            writer.put([plain("新", "文")])


def test_f11_a_backup_while_an_import_writes(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", [])
    load(texts(120), path, workers=0)
    with Writer(path) as writer:
        writer._connection.execute("BEGIN IMMEDIATE")
        writer._connection.execute("INSERT INTO words (text) VALUES ('half')")
        backup(path, tmp_path / "copy.db")
        writer._connection.execute("ROLLBACK")
    whole(tmp_path / "copy.db", 120)
    with pytest.raises(ArchiveError, match="exists"):
        backup(path, tmp_path / "copy.db")
    backup(path, tmp_path / "copy.db", replace=True)
    assert not list(tmp_path.glob(".newstui-*"))


@pytest.mark.parametrize("offsets", [25, pytest.param(200, marks=pytest.mark.slow)])
def test_f06_every_damaged_article_is_named(tmp_path: Path, offsets: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.archive.postings._CLOSING", (100, 10))
    pairs = [
        plain(f"题目{n}", f"会议第{n}号" + "".join(random.Random(n).choices("甲乙丙丁戊己庚辛", k=400)))
        for n in range(300)
    ]
    path = archive_of(tmp_path / "a.db", pairs)
    good = path.read_bytes()
    chance = random.Random(6)
    for _ in range(offsets):
        at = chance.randrange(100, len(good) - 64)
        path.write_bytes(good[:at] + chance.randbytes(64) + good[at + 64 :])
        try:
            named = {one.id for one in verify(path).damaged}
            with Reader(path) as reader:
                wrong = {made.id for made, reading in pairs if not comes_back(reader, made, reading)}
        except ArchiveError:
            continue
        assert wrong <= named
        ask_everything(path)


def ask_everything(path: Path) -> None:
    """Every question is answered or refused, whatever is damaged."""
    questions: list[Callable[[Reader], object]] = [
        lambda reader: reader.page(parse("会议"), 0, 50),
        lambda reader: reader.count(parse("甲乙 -丙丁")),
        lambda reader: reader.days(parse("会")),
        *(partial(Reader.facets, query=parse("会"), field=field) for field in FIELDS),
        lambda reader: reader.people("", parse("会议")),
    ]
    for question in questions:
        with suppress(ArchiveError), Reader(path) as reader:
            question(reader)


def comes_back(reader: Reader, made: Article, reading: object) -> bool:
    try:
        return reader.opened(made.id) == (made, reading)
    except ArchiveError:
        return False


def test_one_bad_article_among_a_few_is_told_of_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    every = list(texts(20))
    read_all = pipeline.read_all

    def failing(articles: Sequence[Article]) -> list[Reading]:
        if every[7] in articles:
            raise ValueError("seven")
        return read_all(articles)

    expected, _ = ready([*every[:7], *every[8:]], Means())
    monkeypatch.setattr(pipeline, "read_all", failing)
    prepared, failed = ready(every, Means())
    assert prepared == expected
    assert [(one.origin, one.reason) for one in failed] == [(every[7].id, "could not be parsed: ValueError('seven')")]


def slowly(text: str) -> str:
    time.sleep(0.05)
    return text


def test_interrupt_ends_a_question(tmp_path: Path) -> None:
    path = archive_of(tmp_path / "a.db", [plain(f"题{n}", f"会议{n}") for n in range(50)])
    with Reader(path) as reader:
        reader._connection.create_function("fold", 1, slowly)
        threading.Timer(0.3, reader.interrupt).start()
        with pytest.raises(Interrupted), reader._asking():
            reader._connection.execute("SELECT count(fold(title)) FROM lines").fetchone()
        assert reader.count(Query()) == 50
