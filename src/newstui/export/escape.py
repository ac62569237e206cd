"""Text that stays text: in CommonMark, in YAML front matter, in a spreadsheet."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from newstui.model.clean import line
from newstui.model.late import late

_ANYWHERE: Final = late(r"[\\`*_\[\]<>&#|~{}$@^]|(?i:(?<=www)\.)|:(?=//)|(?i:(?<=ftp):|(?<=mailto):)")
_AT_START: Final = late(r"[-+=:]|\d{1,9}[.)]")
_HIDDEN: Final = late(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_CONTROL: Final = late("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def markdown(text: str) -> str:
    """One line of text which CommonMark renders as that very text: ``markdown("# 1. <b>")``."""
    words = line(text)
    escaped = _ANYWHERE.sub(lambda match: "\\" + match[0], words)
    start = _AT_START.match(escaped)
    return escaped if start is None else f"{escaped[: start.end() - 1]}\\{escaped[start.end() - 1 :]}"


def yaml(value: Any) -> str:
    """A plain value as JSON on one line, which every YAML parser reads as the same value."""
    return _HIDDEN.sub(_escape, json.dumps(value, ensure_ascii=False))


def json_line(value: Any) -> str:
    """JSON on one line; what would act on a terminal is escaped."""
    made = _ENCODER.encode(value)
    return made if made.replace("\u3000", "").isprintable() else _CONTROL.sub(_escape, made)


def cell(value: object) -> str:
    """A cell no spreadsheet takes for a formula: one line; ``'`` goes before what begins like one, or with ``'``."""
    words = line(str(value))
    return f"'{words}" if words.startswith(_FORMULA) else words


def cell_text(cell: str) -> str:
    """The text of a cell which ``cell`` wrote."""
    return cell.removeprefix("'")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
