"""Ten invented cases and more for each thing that makes reports hard, each read whole and held against what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blocks import Case, cases
from tests.parsing.reported import reported

FILES = sorted((Path(__file__).parent / "cases" / "kinds").glob("*.txt"))
CASES = [(path.stem, case) for path in FILES for case in cases(path)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case.title}: {case.kind}" for name, case in CASES])
def test_case(name: str, case: Case) -> None:
    assert reported(case.text, case.kind) == case.expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_kind_has_ten_cases(path: Path) -> None:
    assert len({case.title for case in cases(path)}) >= 10
