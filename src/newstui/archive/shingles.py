"""What of a text is compared with other texts: its sentences, and pairs of neighbouring ones as shingles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final
from zlib import crc32

_SENTENCE: Final = re.compile(r"[^。\uff01\uff1f\uff1b]{8,}")
KEYS: Final = 4
"""Shingles kept of an article: of two with half of their shingles in common, 94 % share at least one."""
_LEAST: Final = 60
"""Characters; shorter texts are alike by chance."""


def keys(folded: str) -> tuple[int, ...]:
    """The shingles by which an article is found; none where it is too short."""
    found = _SENTENCE.findall(folded)
    if sum(map(len, found)) < _LEAST:
        return ()
    return tuple(sorted({crc32(f"{a}。{b}".encode()) - (1 << 31) for a, b in pairwise(found)})[:KEYS])


def sentences(folded: str) -> set[str]:
    """The sentences of an indexed text that say enough to be compared."""
    return set(_SENTENCE.findall(folded))
