"""Deadlines, amounts and sections of real articles, over the annotations kept here; the texts are shared beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.intake.articles import article
from newstui.model.outline import Action, walk
from newstui.parsing.pipeline import read
from tests.gold.test_addressees import TEXTS, f1, key, lines

GOLD = Path(__file__).with_name("deadlines.jsonl")
FLOOR = 0.99


@pytest.mark.skipif(not TEXTS.exists(), reason="the shared gold texts are not here")
def test_deadlines_quantities_and_sections() -> None:
    texts = {record["id"]: record["text"] for record in lines(TEXTS)}
    want: set[tuple[str, ...]] = set()
    got: set[tuple[str, ...]] = set()
    for record in lines(GOLD):
        reading = read(article(texts[record["id"]]))
        given = [node for _, node in walk(reading.outline) if isinstance(node, Action)]
        want |= {(record["id"], key(words), when, day) for words, when, day in record["deadlines"]}
        want |= {(record["id"], key(words), amount) for words, amount in record["quantities"]}
        for one in given:
            if one.deadline:
                got.add((record["id"], key(one.text), one.deadline.text, one.deadline.date or ""))
            got |= {(record["id"], key(one.text), quantity.text) for quantity in one.quantities}
        assert len(reading.sections) == record["sections"], record["id"]
    assert len(lines(GOLD)) >= 20
    assert f1(want, got) >= FLOOR, (want - got, got - want)
