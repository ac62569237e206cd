"""Fragments of HTML, as feeds and records carry them, to lines of text."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_BLOCK: Final = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|section|article|blockquote)\b[^<>]*>", re.I)
_GONE: Final = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY: Final = re.compile(r"&(?:nbsp|ldquo|rdquo|amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", re.I)


def looks_marked_up(text: str) -> bool:
    """Whether a field's words are HTML rather than text."""
    head = text[:5000]
    return bool(_BLOCK.search(head)) or len(_ENTITY.findall(head)) > 1


def lines_of(fragment: str) -> list[str]:
    """The lines of a fragment, without tags; blocks and breaks end a line."""
    text = _TAG.sub("", _BLOCK.sub("\n", _GONE.sub("", fragment)))
    lines = (" ".join(unescape(line).replace("\u3000", " ").split()) for line in text.split("\n"))
    return [line for line in lines if line]
