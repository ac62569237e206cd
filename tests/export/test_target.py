"""The file an export goes to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.export.target import LONGEST, TargetError, file_name, inside, write

NAUGHTY = Path(__file__).parents[2].parent / "shared" / "adversarial" / "blns.json"
TITLES = """
../../x                 x.md
/etc/x                  etc x.md
.                       newstui.md
..                      newstui.md
CON                     newstui CON.md
con.txt                 newstui con.txt.md
-rf                     rf.md
~root                   root.md
a/b\\c:d*e?f"g<h>i|j    a b c d e f g h i j.md
全县  会议              全县 会议.md
会议。                  会议。.md
name. .                 name.md
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("case", TITLES.strip().splitlines())
def test_names(case: str) -> None:
    title, _, name = case.rpartition("   ")
    assert file_name(title.strip(), ".md") == name.strip()


@given(st.text(st.sampled_from(list("./\\-~:*\x00\x9b\u202e甲 ")) | st.characters(), max_size=300))
def test_every_title_gives_a_name_within_the_folder(title: str) -> None:
    name = file_name(title, ".toml")
    assert len(name.encode()) <= LONGEST and "/" not in name and "\x00" not in name
    assert not name.startswith(("-", ".")) and name.endswith(".toml")
    assert not any(category(each) == "Cc" or each in "\u202e\ufeff" for each in name)
    assert inside(Path("/tmp"), name).parent == Path("/tmp")


def test_the_same_title_gives_distinct_names() -> None:
    taken: list[str] = []
    for _ in range(12):
        taken.append(file_name("全县会议" * 100, ".md", taken))
    assert len({name.casefold() for name in taken}) == 12 and all(len(name.encode()) <= LONGEST for name in taken)
    assert file_name("ABC", ".md", ["abc.md"]) == "ABC (2).md"


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/b", "", ".", ".."])
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(TargetError, match="not a file name within") as raised:
        inside(tmp_path, name)
    assert raised.value.said("zh").endswith(f"不是文件夹 {tmp_path} 里的文件名")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    umask = os.umask(0o027)
    try:
        assert write(tmp_path / "a.md", [b"one ", b"two"]) == 7
    finally:
        os.umask(umask)
    assert (tmp_path / "a.md").read_bytes() == b"one two" and (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a.md"]


def test_an_existing_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with pytest.raises(TargetError, match="exists"):
        write(path, [b"new"])
    assert path.read_bytes() == b"old"
    write(path, [b"new"], overwrite=True)
    assert path.read_bytes() == b"new" and names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "pipe"])
def test_what_is_no_file_is_never_replaced(tmp_path: Path, kind: str, overwrite: bool) -> None:
    path, other = tmp_path / "target", tmp_path / "other"
    other.write_bytes(b"secret")
    match kind:
        case "link":
            path.symlink_to(other)
        case "dangling":
            path.symlink_to(tmp_path / "none")
        case "folder":
            path.mkdir()
        case _:
            os.mkfifo(path)
    with pytest.raises(TargetError, match="name another file"):
        write(path, [b"new"], overwrite=overwrite)
    assert other.read_bytes() == b"secret" and names(tmp_path) == ["other", "target"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_failure_on_the_way_leaves_nothing(tmp_path: Path, overwrite: bool) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("the archive went away")

    path = tmp_path / "a.md"
    if overwrite:
        path.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write(path, failing(), overwrite=overwrite)
    assert names(tmp_path) == (["a.md"] if overwrite else [])
    assert not overwrite or path.read_bytes() == b"old"


def test_one_who_comes_first_in_the_meantime_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    def slow() -> Iterator[bytes]:
        path.write_bytes(b"theirs")
        yield b"ours"

    with pytest.raises(TargetError, match="exists"):
        write(path, slow())
    assert path.read_bytes() == b"theirs" and names(tmp_path) == ["a.md"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "newstui", folder], capture_output=True).returncode:
        pytest.skip("no right to mount")
    try:
        path = folder / "a.md"
        write(path, [b"old"])
        with pytest.raises(TargetError, match="No space left on device; nothing was written"):
            write(path, [b"x" * 40_000, b"y" * 40_000], overwrite=True)
        with pytest.raises(TargetError, match="nothing was written"):
            write(folder / "b.md", [b"x" * 80_000])
        assert names(folder) == ["a.md"] and path.read_bytes() == b"old"
    finally:
        subprocess.run(["umount", folder], check=True)


def test_killed_on_the_way_the_file_is_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    old, new = b"old" * 100_000, b"new" * 100_000
    code = (
        "import sys; from pathlib import Path; from newstui.export.target import write\n"
        "print('go', flush=True)\n"
        f"while True: write(Path({str(path)!r}), [b'new' * 1000] * 100, overwrite=True)"
    )
    for wait in range(8):
        path.write_bytes(old)
        export = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert export.stdout is not None and export.stdout.readline()
        time.sleep(wait / 400)
        export.send_signal(signal.SIGKILL)
        export.wait(10)
        export.stdout.close()
        assert path.read_bytes() in (old, new)


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the list of hostile strings is not here")
def test_hostile_titles(tmp_path: Path) -> None:
    taken: list[str] = []
    for title in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        taken.append(file_name(title, ".md", taken))
        write(inside(tmp_path, taken[-1]), [title.encode()])
    assert names(tmp_path) == sorted(taken) and len(set(taken)) == 515
