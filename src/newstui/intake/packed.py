"""Archives: gzip and zip, each member a document; a bomb is stopped by the bytes it gives out."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from newstui.intake.document import HEAD, Document
from newstui.intake.failed import MOST_BYTES, Failed, IntakeError
from newstui.intake.names import shown

_RATIO: Final = 100
"""Text packs 3 to 10 times smaller, very uniform records 40 times."""
_SPOOL: Final = 500_000_000
"""Bytes of a zip that comes through a pipe and has to be kept to be read."""
_DAMAGED: Final = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)


class Budget:
    """Bytes that an archive and all within it may give out."""

    def __init__(self, packed: int) -> None:
        self.left = max(2 * MOST_BYTES, _RATIO * packed)

    def spend(self, size: int) -> None:
        """Raises IntakeError once more came out than honest text can."""
        self.left -= size
        if self.left < 0:
            raise IntakeError("unpacks to far more than text does; stopped")


def unpacked(document: Document, kind: str, budget: Budget | None = None) -> Iterator[Document | Failed]:
    """The documents inside a gzip or zip document."""
    if kind == "gzip":
        yield _of_gzip(document, budget or Budget(document.size or _SPOOL // _RATIO))
    else:
        yield from _of_zip(document, budget)


def _of_gzip(document: Document, budget: Budget) -> Document:
    inner = cast(BinaryIO, gzip.GzipFile(fileobj=document.rejoined()))
    name = document.name.removesuffix(".gz")
    return Document(document.origin, name, _measured(inner, budget))


def _of_zip(document: Document, budget: Budget | None) -> Iterator[Document | Failed]:
    stream = _seekable(document)
    size = stream.seek(0, io.SEEK_END)
    budget = budget or Budget(size)
    try:
        archive = zipfile.ZipFile(stream)
    except _DAMAGED as error:
        raise IntakeError(f"damaged zip: {error}") from error
    with archive:
        members = archive.infolist()
        if any(member.filename == "[Content_Types].xml" for member in members):
            raise IntakeError("an Office document; save it as text")
        for member in sorted(members, key=lambda each: each.filename):
            if not member.is_dir() and not member.filename.startswith("__MACOSX/"):
                yield _member(archive, member, document.origin, budget)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str, budget: Budget) -> Document | Failed:
    name = _real_name(member)
    where = f"{origin}: {shown(name)}"
    try:
        stream = _measured(cast(BinaryIO, archive.open(member)), budget)
        return Document(where, PurePosixPath(name).name, stream, member.file_size)
    except (*_DAMAGED, IntakeError) as error:
        return Failed(where, str(error) if isinstance(error, IntakeError) else f"cannot be unpacked: {error}")


def _real_name(member: zipfile.ZipInfo) -> str:
    """A member's name; Chinese Windows writes GBK where zipfile reads code page 437."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _seekable(document: Document) -> BinaryIO:
    """A zip has its table at its end, so a piped one is kept first."""
    stream = document.rejoined()
    if stream.seekable():
        return stream
    held = stream.read(_SPOOL + 1)
    if len(held) > _SPOOL:
        raise IntakeError("a zip this large cannot be read from a pipe; give the file")
    return io.BytesIO(held)


def _measured(inner: BinaryIO, budget: Budget) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Measured(inner, budget), HEAD))


class _Measured(io.RawIOBase):
    """Counts what comes out and turns damage into a reason."""

    def __init__(self, inner: BinaryIO, budget: Budget) -> None:
        self._inner = inner
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._inner.read(len(buffer))
        except _DAMAGED as error:
            raise IntakeError(f"damaged archive: {error}") from error
        self._budget.spend(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)
