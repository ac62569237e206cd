"""Shorter output: styles are sent as differences. The toolkit resets and repeats colours for every segment."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_SGR: Final = re.compile(r"\x1b\[([0-9;]*)m")
_MOVES: Final = re.compile(r"(?:\x1b\[[0-9;]*H|\r|\n)*")


class _Pen(NamedTuple):
    """How the terminal paints: attributes, foreground and background as codes, empty for its own."""

    attributes: frozenset[str]
    foreground: str
    background: str


_PLAIN: Final = _Pen(frozenset(), "", "")


def shorter(written: str) -> str:
    """The same picture in fewer bytes, for output that begins and ends with the terminal's own style."""
    pieces = _SGR.split(written)
    said: list[str] = [pieces[0]]
    now = wanted = _PLAIN
    for codes, text in zip(pieces[1::2], pieces[2::2], strict=True):
        pen = _pen(codes)
        if pen is None:
            return written
        wanted = pen
        if text and wanted != now and not _MOVES.fullmatch(text):
            said.append(_change(now, wanted))
            now = wanted
        said.append(text)
    if now != wanted:
        said.append(_change(now, wanted))
    return "".join(said)


@lru_cache(maxsize=1024)
def _pen(codes: str) -> _Pen | None:
    """What a sequence means after a reset; None where it is not of the kind the toolkit sends."""
    if codes in ("", "0"):
        return _PLAIN
    attributes, foreground, background = set(), "", ""
    parts = codes.split(";")
    while parts:
        code = parts.pop(0)
        if code in ("38", "48") and parts:
            length = {"5": 2, "2": 4}.get(parts[0], 0)
            color, parts = ";".join([code, *parts[:length]]), parts[length:]
            foreground, background = (color, background) if code == "38" else (foreground, color)
        elif code in ("1", "2", "3", "4", "5", "7", "9"):
            attributes.add(code)
        elif code.isdigit() and (30 <= int(code) <= 39 or 90 <= int(code) <= 97):
            foreground = "" if code == "39" else code
        elif code.isdigit() and (40 <= int(code) <= 49 or 100 <= int(code) <= 107):
            background = "" if code == "49" else code
        else:
            return None
    return _Pen(frozenset(attributes), foreground, background)


@lru_cache(maxsize=4096)
def _change(now: _Pen, wanted: _Pen) -> str:
    """From one pen to another: only what differs, or all of it after a reset, whichever is shorter."""
    anew = ["0", *sorted(wanted.attributes), wanted.foreground, wanted.background]
    short = "\x1b[" + ";".join(filter(None, anew)) + "m"
    if wanted.attributes >= now.attributes:
        parts = sorted(wanted.attributes - now.attributes)
        parts += [wanted.foreground or "39"] if wanted.foreground != now.foreground else []
        parts += [wanted.background or "49"] if wanted.background != now.background else []
        short = min(short, "\x1b[" + ";".join(parts) + "m", key=len)
    return short
