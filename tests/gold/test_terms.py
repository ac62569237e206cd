"""Terms and sections of real articles, over the annotations kept here; the texts are shared beside the repo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newstui.intake.articles import article
from newstui.model.fold import fold
from newstui.parsing.pipeline import read

GOLD = Path(__file__).with_name("terms.jsonl")
TEXTS = Path(__file__).parents[2].parent / "shared" / "gold" / "dev.texts.jsonl"
FLOOR = 0.9


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.skipif(not TEXTS.exists(), reason="no ../shared/gold beside the checkout")
def test_terms_and_sections() -> None:
    texts = {record["id"]: record["text"] for record in lines(TEXTS)}
    want, got = set(), set()
    for record in lines(GOLD):
        reading = read(article(texts[record["id"]]))
        assert len(reading.sections) == record["sections"], record["id"]
        want |= {(record["id"], fold(term)) for term in record["terms"]}
        got |= {(record["id"], fold(term.text)) for term in reading.terms}
    assert len(lines(GOLD)) >= 20
    assert 2 * len(want & got) / (len(want) + len(got)) >= FLOOR
