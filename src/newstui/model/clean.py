"""What may stand in a text and on a terminal."""

from __future__ import annotations

from typing import Final

from newstui.model.late import late

MARK: Final = "\ufffd"
"""Stands visibly where a control code, a bidirectional control or half a surrogate pair stood."""

_ENDS: Final = r"\x0b\x0c\x85\u2028\u2029"
_CONTROLS: Final = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb"
)
_UNSEEN: Final = r"\u00ad\u200b-\u200d\u2060\ufeff"
_LINE_END: Final = late(rf"\r\n?|[{_ENDS}]")
_FORBIDDEN: Final = late(f"[{_CONTROLS}]")
_INVISIBLE: Final = late(f"[{_UNSEEN}]")
_ANY: Final = late(rf"[\r{_ENDS}{_CONTROLS}{_UNSEEN}]")
"""One search for all of them, since most texts hold none."""


def clean(text: str) -> str:
    """A text that can stand in the archive: line ends as ``\\n``, tabs as spaces, controls as ``MARK``.

    Zero-width characters, which portals sprinkle between words, are dropped.
    """
    text = text.replace("\t", " ")
    if text.replace("\n", "").replace("\u3000", "").isprintable() or not _ANY.search(text):
        return text
    text = _LINE_END.sub("\n", text)
    return _FORBIDDEN.sub(MARK, _INVISIBLE.sub("", text))


def line(text: str) -> str:
    """The same for words that must stay on one line, as a title or a name in a notice."""
    return " ".join(clean(text).split())
