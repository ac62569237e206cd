"""Completion, saved searches, the network: what a user hands on to shells, colleagues and other programs."""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run, call, objects

SHARED = """schema = "newstui.searches/1"
[[searches]]
name = "近况\\u001b[2J"
query = "p:陈必昌 d:7d"
[[searches]]
name = "坏"
query = "d:2020-13"
"""


def completed(newstui: Run, word: str) -> list[str]:
    run = newstui(COMP_WORDS=f"newstui list {word}", COMP_CWORD="2", _NEWSTUI_COMPLETE="bash_complete")
    assert run.stderr == ""
    return [line.removeprefix("plain,") for line in run.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("p:陈", "p:陈必昌"), ("p:cbc", "p:陈必昌"), ("speaker:chenb", "speaker:陈必昌"), ("sou", "source:"),
     ("source:大众网", "source:大众网·海报新闻"), ("d:上", "d:上周"), ("role:pres", "role:presided")],
)  # fmt: skip
def test_a_word_of_a_query_is_completed(newstui: Run, typed: str, offered: str) -> None:
    assert offered in completed(newstui, typed)


def test_completion_without_an_archive_is_quiet(tmp_path: Path) -> None:
    assert completed(lambda *words, **more: call(tmp_path, *words, **more), "p:陈") == []
    assert not (tmp_path / ".local").exists()


def test_completion_scripts(newstui: Run) -> None:
    assert "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}" in newstui("completion", "bash").stdout
    assert all("_NEWSTUI_COMPLETE" in newstui("completion", shell).stdout for shell in ("bash", "zsh", "fish"))


def test_saved_searches_are_handed_on(tmp_path: Path) -> None:
    shared = tmp_path / "shared.toml"
    shared.write_text(SHARED, encoding="utf-8")
    assert call(tmp_path, "saved").returncode == 1
    run = call(tmp_path, "saved", "--import", str(shared))
    assert run.returncode == 3
    assert "search 2" in run.stderr
    assert [one["query"] for one in objects(call(tmp_path, "saved", "--json"))] == ["person:陈必昌 date:7d"]
    out = call(tmp_path, "saved", "--export").stdout
    assert len(tomllib.loads(out)["searches"]) == 1
    shared.write_text(out, encoding="utf-8")
    assert "0 searches" in call(tmp_path, "saved", "--import", str(shared)).stderr
    assert "\x1b" not in out + call(tmp_path, "saved").stdout


def test_a_file_that_holds_no_searches_is_refused(newstui: Run, tmp_path: Path) -> None:
    for content in (b"", b"\xff", b"a = [", b'schema = "x"'):
        (tmp_path / "x.toml").write_bytes(content)
        assert newstui("saved", "--import", str(tmp_path / "x.toml")).returncode == 2


def test_network_for_other_programs(newstui: Run) -> None:
    edges = list(csv.reader(io.StringIO(newstui("network", "p:陈必昌", "--format", "csv").stdout)))
    assert edges[0] == ["source", "target", "weight"]
    assert len(edges) == 1 + 7 * 6 // 2
    drawn = ElementTree.fromstring(newstui("network", "p:陈必昌", "--format", "graphml").stdout)
    assert len(list(drawn.iter("{http://graphml.graphdrawing.org/xmlns}edge"))) == len(edges) - 1
    assert len(objects(newstui("network", "p:陈必昌", "--format", "json", "--ties", "3"))) == 3
    assert newstui("network", "--around", "无此人").returncode == 1
