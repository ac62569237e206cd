"""A stream of bytes as numbered lines of text, whatever its size; none is ever held beyond the limit of a record."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from newstui.intake.decode import Decoded, decode
from newstui.intake.document import Document
from newstui.intake.failed import MOST_BYTES, IntakeError, too_large

Line = tuple[int, str | IntakeError]
"""Number from 1, and the line with its end, or why it cannot be read."""


def decoded_head(document: Document) -> Decoded:
    """The beginning of a document, cut where no character is cut."""
    head = document.head
    cut = head.rfind(b"\n") + 1
    whole = cut == 0 or b"\0" in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return decode(head if whole else head[:cut], document.declared)


def encoding_of(document: Document) -> str:
    """The encoding of a document by its beginning."""
    found = decoded_head(document)
    return found.encoding if not found.encoding.endswith("by line") else "utf-8"


def lines_of(document: Document) -> Iterator[Line]:
    """The lines of a document, each decoded by itself, so that one bad byte costs one line."""
    encoding = encoding_of(document)
    wide = encoding.startswith(("utf-16", "utf-32"))
    if not wide and b"\n" not in document.head and b"\r" in document.head.rstrip(b"\r"):
        whole = document.whole().replace(b"\r", b"\n")
        numbered: Iterator[tuple[int, str | bytes | IntakeError]] = _byte_lines(io.BytesIO(whole))
    else:
        numbered = _wide_lines(document, encoding) if wide else _byte_lines(document.rejoined())
    for number, line in numbered:
        if isinstance(line, bytes):
            yield number, _decoded(line, encoding)
        else:
            yield number, line


def text_chunks(document: Document) -> Iterator[str]:
    """The text of a document in pieces, for values that run over lines; what cannot be decoded is marked."""
    decoder = codecs.getincrementaldecoder(encoding_of(document))("replace")
    first = True
    for chunk in document.chunks():
        text = decoder.decode(chunk)
        yield text.lstrip("\ufeff") if first else text
        first = False
    yield decoder.decode(b"", final=True)


def _byte_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | IntakeError]]:
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        if len(line) <= MOST_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
        yield number, IntakeError(too_large("record"))


def _wide_lines(document: Document, encoding: str) -> Iterator[tuple[int, str | IntakeError]]:
    """Lines of UTF-16, whose line ends are not single bytes."""
    held, number = "", 0
    for chunk in text_chunks(document):
        *lines, held = (held + chunk).split("\n")
        for line in lines:
            number += 1
            yield number, line + "\n"
        if len(held) > MOST_BYTES // 2:
            yield number + 1, IntakeError(too_large("record"))
            return
    if held:
        yield number + 1, held


def _decoded(line: bytes, encoding: str) -> str | IntakeError:
    try:
        return line.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError:
        pass
    other = "gb18030" if encoding == "utf-8" else encoding
    try:
        return line.decode(other)
    except UnicodeDecodeError as error:
        return IntakeError(f"neither UTF-8 nor {other.upper()}: byte {error.start + 1}")
