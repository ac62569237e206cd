"""Copying through the terminal: OSC 52, sized, wrapped for tmux and screen. No terminal says whether it obeyed."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Final

LIMIT: Final = 74_000
"""Bytes of base64 that terminals in common use still take."""


def sequence(text: str, environment: Mapping[str, str]) -> str | None:
    """What to send to have the text copied; None where it is too long."""
    coded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(coded) > LIMIT:
        return None
    plain = f"\x1b]52;c;{coded}\x07"
    if environment.get("TMUX"):
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environment.get("STY"):
        return "".join(f"\x1bP{plain[at : at + 250]}\x1b\\" for at in range(0, len(plain), 250))
    return plain
