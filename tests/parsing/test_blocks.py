"""Invented reports, kind of difficulty by kind of difficulty: header, credits, layout, meeting, references, roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blocks import Case, cases
from tests.parsing.reported import reported

HERE = Path(__file__).parent / "cases"
FILES = ("header", "credits", "makers", "dateline", "layout", "meeting", "references", "roles")
CASES = [(name, case) for name in FILES for case in cases(HERE / f"{name}.txt")]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case.title}: {case.kind}" for name, case in CASES])
def test_block(name: str, case: Case) -> None:
    assert reported(case.text, case.kind) == case.expected


@pytest.mark.parametrize("name", FILES)
def test_each_difficulty_has_ten_cases(name: str) -> None:
    assert len(cases(HERE / f"{name}.txt")) >= 10
