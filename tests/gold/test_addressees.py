"""Addressees and deadlines of real articles, over the annotations kept here; the texts are shared beside the repo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newstui.intake.articles import article
from newstui.model.outline import Action, walk
from newstui.parsing.pipeline import read

GOLD = Path(__file__).with_name("addressees.jsonl")
TEXTS = Path(__file__).parents[2].parent / "shared" / "gold" / "dev.texts.jsonl"
FLOOR = 0.95
KEY = 8
"""How many letters of an instruction two annotations must share."""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def key(words: str) -> str:
    return "".join(character for character in words if character.isalnum())[:KEY]


def bare(words: str) -> str:
    return "".join(character for character in words if character.isalnum())


def f1(want: set[tuple[str, ...]], got: set[tuple[str, ...]]) -> float:
    return 2 * len(want & got) / (len(want) + len(got)) if want or got else 1.0


@pytest.mark.skipif(not TEXTS.exists(), reason="the shared gold texts are not here")
def test_addressees_and_deadlines() -> None:
    texts = {record["id"]: record["text"] for record in lines(TEXTS)}
    want: dict[str, set[tuple[str, ...]]] = {"addressees": set(), "deadlines": set()}
    got: dict[str, set[tuple[str, ...]]] = {"addressees": set(), "deadlines": set()}
    for record in lines(GOLD):
        outline = read(article(texts[record["id"]])).outline
        given = [node for _, node in walk(outline) if isinstance(node, Action)]
        want["addressees"] |= {(record["id"], key(words), bare(whom)) for words, whom in record["addressees"]}
        got["addressees"] |= {(record["id"], key(one.text), bare(one.addressee.text)) for one in given if one.addressee}
        want["deadlines"] |= {(record["id"], key(words), when, day) for words, when, day in record["deadlines"]}
        got["deadlines"] |= {
            (record["id"], key(one.text), one.deadline.text, one.deadline.date or "") for one in given if one.deadline
        }
    assert f1(want["addressees"], got["addressees"]) >= FLOOR
    assert f1(want["deadlines"], got["deadlines"]) >= FLOOR
