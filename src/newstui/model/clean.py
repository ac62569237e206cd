"""What may stand in a text and on a terminal."""

from __future__ import annotations

import re
from typing import Final

MARK: Final = "\ufffd"
"""Stands visibly where a control code, a bidirectional control or half a surrogate pair stood."""

_LINE_END: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")


def clean(text: str) -> str:
    """A text that can stand in the archive: line ends as ``\\n``, tabs as spaces, controls as ``MARK``.

    Zero-width characters, which portals sprinkle between words, are dropped.
    """
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return _FORBIDDEN.sub(MARK, _INVISIBLE.sub("", text))


def line(text: str) -> str:
    """The same for words that must stay on one line, as a title or a name in a notice."""
    return " ".join(clean(text).split())
