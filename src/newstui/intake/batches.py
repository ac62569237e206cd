"""A large feed as a row of small ones: its head, some entries, its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newstui.intake.failed import MOST_BYTES, IntakeError, too_large

_SIZE: Final = 1 << 20
"""Characters of entries given to the parser at once."""
_HEAD: Final = 1 << 20
_FIRST: Final = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_ROOT: Final = re.compile(r"<((?:\w+:)?(?:rss|rdf|feed|channel))[\s>]", re.I)


def batches(chunks: Iterable[str]) -> Iterator[str]:
    """Whole feeds of limited size with the entries of the one that comes in pieces, in order."""
    head: str | None = None
    held = ""
    for chunk in chunks:
        held += chunk
        if head is None and (first := _FIRST.search(held)):
            head, held = held[: first.start()], held[first.start() :]
        if head is None and len(held) > _HEAD:
            break
        if head is not None and len(held) > _SIZE and (end := _end_of_entries(held)):
            yield head + held[:end] + _closing(head)
            held = held[end:]
        if len(held) > MOST_BYTES:
            raise IntakeError(too_large("record"))
    if head is None or held.strip():
        yield (head or "") + held


def _end_of_entries(text: str) -> int:
    """Behind the last closed entry; 0 where none is closed."""
    at = max(text.rfind("</item"), text.rfind("</entry"), text.rfind(":entry>"), text.rfind(":item>"))
    return text.find(">", at) + 1 if at >= 0 else 0


def _closing(head: str) -> str:
    """The tags that end a feed whose head is this."""
    root = _ROOT.search(head)
    channel = "</channel>" if "<channel" in head and "</channel" not in head else ""
    return f"{channel}</{root[1]}>" if root else channel
