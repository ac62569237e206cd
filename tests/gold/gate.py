"""Scores of the parsing core on the shared gold articles; ``python -m tests.gold.gate`` raises the floors."""

from __future__ import annotations

import importlib.util
import json
import math
import tomllib
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import tomli_w

from newstui.export.json import reading_json
from newstui.intake.articles import article
from newstui.parsing.pipeline import read

SHARED: Final = Path(__file__).parents[2].parent / "shared" / "gold"
FLOORS: Final = Path(__file__).with_name("floors.toml")
NAMES: Final = ("seed", "dev")
HEADER: Final = (
    "# F1 floors per field; `python -m tests.gold.gate` raises them to what is reached. Never lower one.\n\n"
)


def floors() -> dict[str, Any]:
    """The floors as kept: ``[seed]``, ``[dev]`` and the hashes of the files they were measured on."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def hashes() -> dict[str, str]:
    """SHA-256 of every file of the gold set that the scores rest on."""
    files = ["score.py", *(f"{name}{kind}" for name in NAMES for kind in (".jsonl", ".texts.jsonl"))]
    return {file: sha256((SHARED / file).read_bytes()).hexdigest() for file in files}


@cache
def scorer() -> ModuleType:
    """The shared score.py as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def scores(name: str) -> dict[str, float]:
    """F1 per field, as score.py counts it."""
    score = scorer()
    gold, texts = score.load(SHARED / f"{name}.jsonl"), score.load(SHARED / f"{name}.texts.jsonl")
    hits, said, asked = Counter[str](), Counter[str](), Counter[str]()
    for key, record in gold.items():
        one = article(texts[key]["text"], ref=key)
        want = score.facts(record)
        got = score.facts(json.loads(json.dumps(reading_json(one, read(one)))))
        score.comparable(record, want, got)
        for field in score.FIELDS:
            hits[field] += sum((want[field] & got[field]).values())
            said[field] += sum(got[field].values())
            asked[field] += sum(want[field].values())
    return {
        field: 2 * hits[field] / (said[field] + asked[field]) for field in score.FIELDS if said[field] + asked[field]
    }


def main() -> None:
    """Write the floors anew: for each field the higher of what stood and what is reached, cut to three digits."""
    kept = floors()
    raised = {
        name: {
            field: max(kept.get(name, {}).get(field, 0.0), math.floor(value * 1000) / 1000)
            for field, value in scores(name).items()
        }
        for name in NAMES
    }
    FLOORS.write_text(HEADER + tomli_w.dumps({**raised, "files": hashes()}), encoding="utf-8")


if __name__ == "__main__":
    main()
