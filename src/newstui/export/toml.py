"""TOML 1.0, for any parser of it; ASCII keys alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newstui.export.json import Pinyin
from newstui.export.provenance import Provenance
from newstui.export.summary import Pair, article_summary, heading
from newstui.model.clean import MARK

_ESCAPED: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]"
)
"""What would act on a terminal or hide in an editor; TOML allows it raw, and the writer leaves it raw."""
_HALF: Final = re.compile("[\ud800-\udfff]")


def render(pairs: Iterable[Pair], provenance: Provenance, pinyin: Pinyin | None = None, *, text: bool = False) -> str:
    """An export as one document."""
    return "".join(parts(pairs, provenance, pinyin, text=text))


def parts(
    pairs: Iterable[Pair], provenance: Provenance, pinyin: Pinyin | None = None, *, text: bool = False
) -> Iterator[str]:
    """The same, article by article."""
    yield document(heading(provenance))
    for article, reading in pairs:
        yield "\n" + _table("articles", article_summary(article, reading, pinyin, text=text))


def document(values: dict[str, Any]) -> str:
    """Plain values as TOML that parses back to them: dicts, lists, str, bool, numbers, dates; no None.

    Line ends inside strings make multi-line strings; controls and halves of surrogate pairs are escaped or marked.
    """
    from tomli_w import dumps

    values = _whole(values)
    written = dumps(values, multiline_strings=not _returns(values))
    return _ESCAPED.sub(_escape, written)


def _table(name: str, values: dict[str, Any]) -> str:
    """``[[name]]`` and what stands in it; the long neighbour, cut off again, keeps the writer from one inline list."""
    neighbour = {"id": "x" * 200}
    return document({name: [values, neighbour]}).removesuffix(f"\n[[{name}]]\n{document(neighbour)}")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _whole(value: Any) -> Any:
    """With a mark for each half of a surrogate pair, which no file can hold."""
    if isinstance(value, str):
        return _HALF.sub(MARK, value)
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, list | tuple) else value


def _returns(value: Any) -> bool:
    """Whether a carriage return stands in a string, which a multi-line string would lose."""
    if isinstance(value, str):
        return "\r" in value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(map(_returns, inner))
