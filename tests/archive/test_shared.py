"""What the archive promises to the many who share it: importers, readers, other accounts."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.archive.facets import FIELDS
from newstui.archive.loader import load
from newstui.archive.reader import Reader
from newstui.archive.store import Writer
from newstui.query.grammar import parse
from newstui.query.query import Query
from tests.archive.samples import archive_of, plain
from tests.archive.test_faults import ROOT, run_load, texts, whole
from tests.tui.test_terminal import OPENED, Screen

READ = """
import sys, time
from pathlib import Path
from newstui.archive.reader import Reader
from newstui.query.grammar import parse
path, stop, held = Path(sys.argv[1]), Path(sys.argv[2]), 0
print("ready", flush=True)
with Reader(path) as reader:
    while not stop.exists():
        now = reader.count(parse("会议"))
        assert now >= held, (now, held)
        held = now
        lines = reader.page(parse("各级 -第7项"), 0, 50)
        assert reader.opened(lines[-1].id) is not None
        reader.facets(parse("会"), "month")
print(held)
"""


def at_the_same_instant(path: Path, number: int) -> None:
    runs = [run_load(path, number) for _ in range(2)]
    said = [run.communicate(timeout=120) for run in runs]
    assert [errors for _, errors in said] == ["", ""]
    assert sum(int(words.split()[0]) for words, _ in said) == number
    whole(path, number)


def test_f09_two_importers_at_the_same_instant(tmp_path: Path) -> None:
    at_the_same_instant(tmp_path / "a.db", 150)


@pytest.mark.slow
def test_f09_fifty_times(tmp_path: Path) -> None:
    for n in range(50):
        at_the_same_instant(tmp_path / f"{n}.db", 40)


@pytest.mark.slow
def test_f08_two_importers_and_twenty_readers(tmp_path: Path) -> None:
    path, stop = tmp_path / "a.db", tmp_path / "stop"
    load(texts(200), path, workers=0)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READ, str(path), str(stop)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(18)
    ]  # fmt: skip
    screens = [Screen(path, tmp_path / f"{number}.state") for number in range(2)]
    for screen in screens:
        screen.read(OPENED, seconds=120)
    writers = [run_load(path, number) for number in (2500, 3000)]
    while any(writer.poll() is None for writer in writers):
        for screen in screens:
            screen.send(b"jjjkn")
            screen.read(quiet=0.05, seconds=1)
    said = [writer.communicate() for writer in writers]
    stop.touch()
    for reader in readers:
        answer, errors = reader.communicate(timeout=120)
        assert (reader.returncode, errors) == (0, ""), errors
        assert 200 <= int(answer.split()[-1]) <= 3000
    for screen in screens:
        screen.send(b"q")
        assert screen.end(30) == 0
        assert b"locked" not in screen.said and b"Traceback" not in screen.said
    assert [errors for _, errors in said] == ["", ""]
    assert sum(int(words.split()[0]) for words, _ in said) == 2800
    whole(path, 3000)


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """An archive in a folder that other accounts may enter, unlike those that pytest makes, but not write."""
    if os.geteuid() != 0:
        pytest.skip("needs another account")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(name) / "shared"
        folder.mkdir()
        path = archive_of(folder / "a.db", [plain("题", "会议文")])
        folder.chmod(0o555)
        yield path


def by_another_account(path: Path) -> str:
    """What nobody, who may only read, counts by every kind of question; or what went wrong."""
    out, into = os.pipe()
    if (child := os.fork()) == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        try:
            with Reader(path) as reader:
                lines = reader.page(parse("会议"), 0, 10_000)
                assert all(reader.opened(line.id) for line in lines[::50])
                assert all(reader.facets(parse("会"), field) is not None for field in FIELDS)
                said = str(len(lines)) if reader.count(Query()) >= len(lines) else "fewer than are found"
        except BaseException as error:
            said = repr(error)
        os.write(into, said.encode())
        os._exit(0)
    os.close(into)
    os.waitpid(child, 0)
    with os.fdopen(out) as file:
        return file.read()


def test_f05_a_reader_in_a_folder_that_may_not_be_written(shared: Path) -> None:
    assert by_another_account(shared) == "1"
    with Writer(shared) as writer:
        assert by_another_account(shared) == "1"
        writer.put([plain("新", "会议文")])
        assert by_another_account(shared) == "2"
    assert by_another_account(shared) == "2"
    for suffix in ("-wal", "-shm"):
        shared.with_name(shared.name + suffix).unlink()
    assert by_another_account(shared) == "2"


def test_f05_the_same_while_an_import_runs(shared: Path, tmp_path: Path) -> None:
    """Before, during and after the import of another process; the reader may write neither file nor folder."""
    assert by_another_account(shared) == "1"
    run = run_load(shared, 700)
    counted = []
    while run.poll() is None:
        counted.append(by_another_account(shared))
        time.sleep(0.02)
    said, errors = run.communicate()
    assert (said.split()[0], errors) == ("700", "")
    assert counted and counted == sorted(counted, key=int)
    assert by_another_account(shared) == "701"
