"""Names of files as they may be shown: whatever a hostile name holds stands escaped."""

from __future__ import annotations

import os


def shown(path: str | bytes | os.PathLike[str]) -> str:
    r"""``shown("a\nb")`` is ``a\nb`` in visible characters; bytes that are no text stand as ``\xff``."""
    return "".join(each if each.isprintable() else _escaped(each) for each in os.fsdecode(path))


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else ascii(character)[1:-1]
