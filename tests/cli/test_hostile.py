"""Odd users, odd terminals, odd locales: a clear word each time, and never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run, call, environment, objects

NO_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        ("<&-", "", 2), ("<&-", "parse", 3), ("<&-", "import -", 3),
        (">&-", "list", 0), ("2>&-", "list", 0), ("<&- >&- 2>&-", "", 2),
    ],
)  # fmt: skip
def test_closed_streams(home: Path, tmp_path: Path, closed: str, arguments: str, code: int) -> None:
    archive = tmp_path / "own.db" if "import" in arguments else home / ".local/share/newstui/archive.db"
    run = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -m newstui --archive "$1" {arguments} {closed}', sys.executable, str(archive)],
        capture_output=True, text=True, env=environment(home), timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stderr
    assert "internal" not in run.stderr


def test_chinese_in_a_locale_without_it(newstui: Run) -> None:
    assert newstui("list", "p:陈必昌", **NO_UTF8).stdout == newstui("list", "p:陈必昌").stdout
    assert newstui("person", "陈必昌", **NO_UTF8).stdout == newstui("person", "陈必昌").stdout
    assert "利津县" in newstui("list", PYTHONIOENCODING="ascii").stdout


def test_output_in_the_encoding_asked_for(home: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "newstui", "list", "p:cbc"],
        capture_output=True, env={**environment(home), "PYTHONIOENCODING": "gbk"}, timeout=60, check=True,
    )  # fmt: skip
    assert "双招双引" in run.stdout.decode("gbk")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_names_in_any_encoding(newstui: Run, tmp_path: Path, encoding: str) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes("# 名单\r\n陈必昌\r\n\r\n张晓彬\r\n".encode(encoding))
    run = newstui("people", "--from", str(names))
    assert run.returncode == 0, run.stderr
    assert [row.split()[0] for row in run.stdout.splitlines()[1:]] == ["陈必昌", "张晓彬"]


def test_names_with_controls_are_harmless(newstui: Run, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes("陈\x1b]2;x\x07\n\u202e\n\x9b2J\n[/]\np:陈必昌 or\n\0\n".encode())
    run = newstui("people", "--from", str(names))
    assert run.returncode == 1, run.stderr
    assert not set(run.stdout) & set("\x1b\x07\x9b\u202e\0")


def test_a_mistake_is_marked_at_its_place_whatever_stands_before(newstui: Run) -> None:
    told = newstui("list", "  会议   会议\t", "d:2020-13").stderr.splitlines()
    assert told[1] == "  会议 会议 d:2020-13"
    assert told[2].index("^") == 2 + 2 * 4 + 2 + 2
    told = newstui("list", "议" * 5000 + " d:2020-13").stderr.splitlines()
    assert told[1].endswith("d:2020-13")
    assert len(told[1]) < 200


def test_controls_of_a_query_are_not_echoed(newstui: Run) -> None:
    for words in (["\x1b]2;x\x07", "("], ["p:\x9b2J\u202e"], ["is:\x1b[2J"], ["\udcff\udc9b"]):
        run = newstui("list", *words)
        assert run.returncode in (1, 2)
        assert not set(run.stderr) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("since", "code"), [("2016", 0), ("上周", 1), ("..2019", 2), ("none", 2), ("foo", 2), ("2020-02-31", 2)]
)
def test_digest_since(newstui: Run, since: str, code: int) -> None:
    run = newstui("digest", "--since", since)
    assert run.returncode == code, run.stderr
    assert "internal" not in run.stderr


def test_a_period_begins_and_does_not_end(newstui: Run) -> None:
    assert "date:2016-01-01.." in newstui("digest", "--since", "2016年").stdout


def test_a_configuration_that_is_a_pipe(tmp_path: Path) -> None:
    folder = tmp_path / ".config" / "newstui"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "config.toml")
    run = call(tmp_path, "config")
    assert run.returncode == 2
    assert "is no file" in run.stderr


def test_wrong_options_are_not_echoed_raw(newstui: Run) -> None:
    for words in (
        ["--\x1b[2J"],
        ["--lang", "\x9b2J"],
        ["list", "--\x9b2J"],
        ["show", "\x9b"],
        ["--archive", "~\x1b/x", "list"],
    ):
        run = newstui(*words)
        assert run.returncode in (1, 2, 4), run.stderr
        assert not set(run.stderr) & set("\x1b\x9b")
        assert "Traceback" not in run.stderr


def test_json_holds_nothing_that_acts_on_a_terminal(tmp_path: Path) -> None:
    given = '{"id": "\\u202e\\u009b\\ud800\\u2028", "title": "\\u202e会", "text": "会议\\u202e召开。"}\n'
    run = call(tmp_path, "parse", "--format", "json", "-", given=given)
    assert run.returncode == 0, run.stderr
    assert not set(run.stdout) & set("\u202e\x9b\u2028")
    assert json.loads(run.stdout)["id"] == "\u202e\x9b\ufffd\u2028"


def test_plain_mode_takes_anything(newstui: Run) -> None:
    given = "9" * 30 + "\n²\n٣\n0\n-1\nn\nn\nn\nn\nn\nb\n/ (\n/ \x1b[2J\n\x1b]2;x\np\no\n/\n1\n"
    run = newstui("--plain", given=given)
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert "\x1b" not in run.stdout


def test_export_of_ids_that_are_not_there(newstui: Run, tmp_path: Path) -> None:
    for start in ("zz", "", "%"):
        run = newstui("export", "--id", start, "-o", str(tmp_path / "out.toml"))
        assert run.returncode == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments", ["list", "stats", "keys", "export --format md", "--plain", "list --json", "--help"]
)
def test_a_reader_who_leaves(home: Path, arguments: str) -> None:
    command = [sys.executable, "-m", "newstui", *arguments.split()]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(home)
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait(timeout=60) in (141, -signal.SIGPIPE)


STOPS = [signal.SIGTERM, *(pytest.param(each, marks=pytest.mark.slow) for each in (signal.SIGINT, signal.SIGHUP))]


@pytest.mark.parametrize("number", STOPS)
def test_an_import_that_is_stopped_goes_on_next_time(tmp_path: Path, number: signal.Signals) -> None:
    many = tmp_path / "many.jsonl"
    words = "山阴县召开会议。县委书记张明远出席会议并讲话。张明远强调，要抓好春耕。" * 12
    many.write_text("".join(json.dumps({"title": f"会议{n}", "text": f"{n}{words}"}) + "\n" for n in range(400)))
    command = [sys.executable, "-m", "newstui", "import", str(many), "--workers", "2"]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path), text=True
    )
    until = time.monotonic() + 30
    while not any(tmp_path.rglob("*.db")) and time.monotonic() < until:
        time.sleep(0.05)
    run.send_signal(number)
    _, noted = run.communicate(timeout=60)
    assert run.returncode in (0, 128 + number), noted
    assert "Traceback" not in noted
    again = call(tmp_path, "import", str(many))
    assert again.returncode == 0, again.stderr
    assert len(objects(call(tmp_path, "list", "--json", "--limit", "0"))) == 400
    assert call(tmp_path, "verify").returncode == 0


def test_an_archive_that_is_a_pipe_is_refused_at_once(newstui: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    for command in (["list"], ["import", "-"], ["verify"], ["backup", str(tmp_path / "x")]):
        run = newstui(*command, "--archive", str(tmp_path / "pipe.db"))
        assert run.returncode == 4
        assert "ordinary file" in run.stderr


def test_options_that_a_format_does_not_know(newstui: Run) -> None:
    assert newstui("export", "--rows", "people", "--format", "md").returncode == 2
    assert newstui("export", "--text", "--format", "csv").returncode == 2


@pytest.mark.parametrize("form", ["toml", "md", "json", "csv"])
def test_reproducible_exports_are_the_same_bytes(newstui: Run, tmp_path: Path, form: str) -> None:
    first = newstui("export", "--reproducible", "--format", form).stdout
    assert newstui("export", "--reproducible", "--format", form, "-o", str(tmp_path / "out")).returncode == 0
    assert (tmp_path / "out").read_bytes().decode().replace("\r\n", "\n") == first
    refused = newstui("export", "--format", form, "-o", str(tmp_path / "out"))
    assert refused.returncode == 4
    assert "exists" in refused.stderr


def test_limits_beyond_reason(newstui: Run) -> None:
    for words in (["list", "--limit"], ["people", "--limit"], ["stats", "--limit"], ["network", "--ties"]):
        run = newstui(*words, "9" * 30)
        assert run.returncode == 2
        assert "range" in run.stderr


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    assert call(tmp_path, "import", str(tmp_path / "none.txt")).returncode == 3
    run = call(tmp_path, "list")
    assert run.returncode == 1
    assert "newstui import" in run.stderr
