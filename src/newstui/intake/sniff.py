"""What a document is, by its content; its name decides only where the content leaves a doubt."""

from __future__ import annotations

import json
import re
from typing import Final

from newstui.intake.decode import decode
from newstui.intake.document import HEAD, Document
from newstui.intake.failed import IntakeError
from newstui.intake.fields import known_columns
from newstui.intake.markup import without_code
from newstui.model.late import late

_SIGNATURES: Final = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
_FOREIGN: Final = (
    (b"%PDF-", "a PDF; save its text and import that"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office or WPS document; save it as text"),
    (b"{\\rtf", "an RTF document; save it as text"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"BZh", "packed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "packed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7z; unpack it first"),
    (b"Rar!", "packed with rar; unpack it first"),
)
_LONG_LINE: Final = 10_000
"""Characters; a record that fills the head without a line end is taken for a line."""
_FEED: Final = late(r"<(?:\w+:)?(?:rss|RDF|feed)[\s>]|\A\s*(?:<!doctype[^>]*>\s*|<\?[^>]*>\s*)*<channel[\s>]", re.I)
_ROOT: Final = late(
    r"\A\s*(?:<!doctype[^>]*>\s*|<\?[^>]*>\s*)*<([a-z][\w:.-]*)(?:\s[^<>]*)?(?:/>|>.*</\1\s*>)", re.I | re.S
)
"""The root of a document of markup, closed."""
_PAGE: Final = late(r"<(?:!doctype\s+html|html|head|body|meta|title)[\s>/]", re.I)
_TAG: Final = late(r"</?(?:p|div|br|span|h[1-6]|table|tr|td|ul|li|a|img|font|article|section)(?:\s[^<>]*)?/?>", re.I)
_SAVED: Final = late(r"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}Content-Type:\s*multipart/related", re.I)
"""The head of a page that a browser saved as one file."""
_FRONT: Final = late(r"(?:---[ \t]*\r?\n(?:\r?\n)*[^\n:]{1,60}:|\+\+\+[ \t]*\r?\n(?:\r?\n)*[^\n=]{1,60}=)")


def kind_of(document: Document, columns: frozenset[str] = frozenset()) -> str:
    """``text html mhtml feed json jsonl csv markdown gzip zip``; raises IntakeError for what cannot be read.

    ``columns`` are further names of CSV columns that are known to be fields.
    """
    head = document.head
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise IntakeError(f"{what} (not a text)" if " " not in what[4:] else what)
    text = head_text(head)
    if not text.strip():
        if len(head) < HEAD:
            raise IntakeError("empty")
        return "text"
    return _of_text(text.lstrip("\ufeff \t\r\n\x00"), document.name, columns)


def head_text(head: bytes) -> str:
    """The beginning of a document as text; raises IntakeError where it is none."""
    found = decode(head)
    text = found.text
    if b"\x00" in head and not found.sure:
        raise IntakeError("not a text")
    controls = sum(1 for each in text if each < " " and each not in "\t\n\r\f\x1b")
    if controls > 4 and controls * 8 > len(text):
        raise IntakeError("not a text")
    return text


def _of_text(text: str, name: str, columns: frozenset[str]) -> str:
    if text.startswith("<") and not name.lower().endswith((".json", ".jsonl", ".ndjson")):
        return _of_markup(text)
    if kind := _of_json(text, name):
        return kind
    if _SAVED.match(text):
        return "mhtml"
    if _FRONT.match(text):
        return "markdown"
    if _is_table(text, name, columns):
        return "csv"
    if len(_TAG.findall(text[:4000])) >= 3 or _PAGE.search(text[:2000]):
        return "html"
    return "markdown" if re.match(r"# \S|[^\n]{1,100}\n={3,}[ \t]*\r?\n", text) else "text"


def _of_markup(text: str) -> str:
    text = without_code(text)
    if feed := _FEED.search(text):
        page = _PAGE.search(text)
        if not page or feed.start() < page.start():
            return "feed"
    if text.startswith("<?xml") and not re.search(r"<(?:!doctype\s+)?html\b", text, re.I):
        raise IntakeError("XML, but neither a feed nor a page")
    if _PAGE.search(text) or len(_TAG.findall(text[:4000])) >= 2:
        return "html"
    if not text.strip() or (_ROOT.match(text) and not _TAG.match(text.lstrip())):
        raise IntakeError("XML, but neither a feed nor a page")
    return "text"


def _of_json(text: str, name: str) -> str | None:
    """One value a line, or values over several lines."""
    if re.match(r"\{\s*[\"}]|\[\s*[{\]]", text):
        return "jsonl" if _line_by_line(*text.partition("\n")[::2]) else "json"
    lines = [line for line in text.splitlines() if line.strip()]
    objects = sum(bool(re.match(r"\s*\{\s*\"", line)) for line in lines)
    if objects * 2 > len(lines) or name.lower().endswith((".jsonl", ".ndjson")):
        return "jsonl"
    return "json" if name.lower().endswith(".json") else None


def _line_by_line(first: str, rest: str) -> bool:
    """Whether each line is a value: the first is whole, or another begins at the margin as a record does."""
    if not rest and first.startswith("{") and len(first) > _LONG_LINE:
        return True
    if _whole(first):
        return not re.match(r"\s*\]?,", rest) and (first.startswith("{") or bool(rest.strip()))
    return first.startswith("{") and re.search(r'^\{"', rest, re.M) is not None


def _whole(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(text: str, name: str, columns: frozenset[str]) -> bool:
    """A first line of short columns, two of them fields we know; a name that says so makes up for what we know."""
    if re.match(r"sep=[,;|\t]\s*$", first := text.splitlines()[0].strip(), re.I):
        return True
    named = name.lower().endswith((".csv", ".tsv"))
    cells = [cell.strip(" \"'\ufeff") for cell in re.split(r"[,\t;|]", first)]
    known = known_columns(cells, columns)
    if named:
        return known > 0 or len(cells) > 1
    return known > 1 and all(len(cell) <= 40 for cell in cells)
