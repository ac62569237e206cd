"""The gold gate: no field of the parsing core falls below the floor it once reached."""

from __future__ import annotations

import pytest

from tests.gold import gate

pytestmark = pytest.mark.skipif(not gate.SHARED.exists(), reason="no ../shared/gold beside the checkout")
FIELDS = [(name, field) for name in gate.NAMES for field in gate.floors()[name]]


def test_the_gold_is_the_one_measured() -> None:
    assert gate.hashes() == gate.floors()["files"]


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_floor(name: str, field: str) -> None:
    assert gate.scores(name).get(field, 0.0) >= gate.floors()[name][field]


def test_the_seed_is_read_without_a_fault() -> None:
    assert set(gate.scores("seed").values()) == {1.0}
    assert len(gate.scores("seed")) == 20
