"""One thing to read: a file, standard input or a member of an archive, as a stream of bytes that never goes back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from newstui.intake.failed import MOST_BYTES, IntakeError, too_large

HEAD: Final = 1 << 16
"""Bytes by which a document is recognised."""


@dataclass(slots=True)
class Document:
    """``origin`` names it in messages, ``name`` is its file name: a hint where the content leaves a doubt."""

    origin: str
    name: str
    stream: BinaryIO
    size: int | None = None
    """Bytes in all, where known before reading."""
    url: str | None = None
    """Where it was fetched from."""
    declared: str | None = None
    """The encoding that whoever sent it named."""
    head: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.head = _exactly(self.stream, HEAD)

    def whole(self) -> bytes:
        """All of it; raises IntakeError over the limit, before reading it where the size is known."""
        if (self.size or 0) > MOST_BYTES:
            raise IntakeError(too_large("document"))
        rest = self.stream.read(MOST_BYTES + 1 - len(self.head))
        if len(self.head) + len(rest) > MOST_BYTES:
            raise IntakeError(too_large("document"))
        return self.head + rest

    def chunks(self, size: int = 1 << 18) -> Iterator[bytes]:
        """All of it, piece by piece."""
        yield self.head
        while chunk := self.stream.read(size):
            yield chunk

    def rejoined(self) -> BinaryIO:
        """The stream from its beginning, for readers that want a file."""
        if self.stream.seekable():
            self.stream.seek(0)
            return self.stream
        return io.BufferedReader(_Rejoined(self.head, self.stream), HEAD)


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """Up to so many bytes, fewer only at the end."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
