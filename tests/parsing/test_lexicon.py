"""The shipped word lists: readable, each with its source, the counted ones as the tool writes them."""

from __future__ import annotations

import importlib.metadata
import runpy
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newstui.model.fold import aligned
from newstui.parsing import contexts, ranks, votes
from newstui.parsing.lexicon import counted, lengths, words
from tests.blocks import cases

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "newstui" / "parsing" / "lexicon"
LISTS = sorted(FOLDER.glob("*.t*"))
TOOL = ROOT / "tools" / "lexicon.py"
COUNTED = ("given.toml", "surname_fit.toml", "words.txt", "places_known.txt", "letter_readings.txt")
BY_HAND = [path for path in LISTS if path.suffix == ".toml" and path.name not in (*COUNTED, "surname_readings.toml")]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_list_is_readable_and_names_its_source(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text) if path.suffix == ".toml" else counted(path.stem)
    assert "ource" in "".join(line for line in text.splitlines() if line.startswith("#"))


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.name)
def test_no_list_kept_by_hand_says_a_word_twice(path: Path) -> None:
    for name, listed in lists(tomllib.loads(path.read_text(encoding="utf-8"))):
        known = listed.split() if isinstance(listed, str) else listed
        assert not [word for word, times in Counter(known).items() if times > 1], name


@pytest.mark.parametrize("path", BY_HAND, ids=lambda path: path.name)
def test_every_list_kept_by_hand_is_asked_for(path: Path) -> None:
    code = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "src").rglob("*.py"))
    for name, _ in lists(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert any(f"{mark}{each}{mark}" in code for each in (name, *name.split(".")) for mark in "\"'"), name


def lists(table: dict[str, Any], front: str = "") -> Iterator[tuple[str, Any]]:
    """The lists of a file with their keys, those of its tables among them: ``verbs.met``."""
    for key, value in table.items():
        if isinstance(value, dict) and not front:
            yield from lists(value, f"{key}.")
        elif isinstance(value, str | list):
            yield f"{front}{key}", value


def test_collective_words_are_no_places() -> None:
    known = counted("places_known")["known"].split()
    assert not [place for place in known if place.startswith("各")]
    assert len(known) > 15_000


def test_the_tool_writes_the_counted_lists_byte_by_byte(tmp_path: Path) -> None:
    try:
        importlib.metadata.version("jieba")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("jieba, which the lists are counted over, is not installed")
    if not TOOL.is_file():
        pytest.skip("the tools are not part of this tree")
    runpy.run_path(str(TOOL))["main"](tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(COUNTED)
    for name in COUNTED:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_the_plain_ranks_end_all_ranks() -> None:
    known = ranks.known()
    endless = [rank for rank in known if known.isdisjoint(rank[at:] for at in range(1, len(rank) - 1))]
    assert set(endless) <= {*words("posts", "core", "alone"), *ranks.spaced()}


def test_few_ranks_begin_and_end_as_all_do() -> None:
    for front in (True, False):
        assert lengths(ranks.like_all(), front) == lengths(ranks.known(), front)
    assert ranks.like_all() < ranks.known()


def test_no_rank_is_longer_than_looked_for_behind_names() -> None:
    assert max(map(len, ranks.known())) < votes.LONGEST_RANK


def test_what_two_letters_tell_is_what_the_whole_text_tells() -> None:
    folder = Path(__file__).parent / "cases"
    texts = [aligned(case.text) for path in sorted(folder.rglob("*.txt")) for case in cases(path)]
    for text in texts:
        for at in range(len(text) + 1):
            assert contexts.before(text, at) == contexts.before_by_words(text, at), text[max(0, at - 8) : at]
            assert contexts.after(text, at) == contexts.after_by_words(text, at), text[at : at + 8]
