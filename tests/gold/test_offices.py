"""Offices of real articles, over the annotations kept here; the texts are shared beside the repo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newstui.intake.articles import article
from newstui.parsing.pipeline import read

GOLD = Path(__file__).with_name("offices.jsonl")
TEXTS = Path(__file__).parents[2].parent / "shared" / "gold" / "dev.texts.jsonl"
FLOOR = 0.98


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.skipif(not TEXTS.exists(), reason="the shared gold texts are not here")
def test_offices() -> None:
    texts = {record["id"]: record["text"] for record in lines(TEXTS)}
    want, got = set(), set()
    for record in lines(GOLD):
        want |= {(record["id"], name, office) for name, office in record["offices"]}
        people = read(article(texts[record["id"]])).people
        got |= {(record["id"], person.name, office.text) for person in people for office in person.offices}
    assert 2 * len(want & got) / (len(want) + len(got)) >= FLOOR
