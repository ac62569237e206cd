"""Cases kept as text blocks: ``=== title``, the input, ``--- kind``, the expected lines; ``#`` opens a comment line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """One case of a block file."""

    title: str
    text: str
    kind: str
    expected: tuple[str, ...]


def cases(path: Path) -> list[Case]:
    """All cases of a file, in order; a block may expect several kinds of things of one text."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, rest = block.partition("\n")
        text, *parts = rest.split("\n--- ")
        for part in parts:
            kind, *lines = part.rstrip().split("\n")
            expected = tuple(line for line in lines if line.strip() and not line.startswith("#"))
            found.append(Case(title.strip(), text.strip("\n"), kind.strip(), expected))
    return found
