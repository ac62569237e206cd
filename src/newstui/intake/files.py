"""Files and folders as documents: stable order, nothing outside a folder, nothing that could hang."""

from __future__ import annotations

import io
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

from newstui.intake.document import Document
from newstui.intake.failed import MISSING, MOST_BYTES, Failed, IntakeError
from newstui.intake.names import shown

CHANGED: Final = "changed while it was read; import it again"
_ATTEMPTS: Final = 3
_FRESH: Final = 2.0
"""Seconds after a write within which the clock of the file system may hide another."""
_KINDS: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISLNK, "a symbolic link; not followed inside a folder"),
)


def documents(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None) -> Iterator[Document | Failed]:
    """Every document under the paths, in the order given; ``-`` is standard input."""
    for path in paths:
        if os.fspath(path) == "-":
            yield from _opened_stream(stdin or sys.stdin.buffer)
        else:
            yield from _under(Path(path))


def _opened_stream(stream: BinaryIO) -> Iterator[Document | Failed]:
    try:
        yield Document("-", "", stream)
    except OSError as error:
        yield Failed("-", _reason(error))


def _under(path: Path) -> Iterator[Document | Failed]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Failed(shown(path), _reason(error), fleeting=isinstance(error, FileNotFoundError))
        return
    if not stat.S_ISDIR(mode):
        yield from _file(path)
        return
    empty = True
    for found in _tree(path):
        empty = False
        yield from [found] if isinstance(found, Failed) else _file(found, follow=False)
    if empty:
        yield Failed(shown(path), "a folder without files")


def _tree(folder: Path) -> Iterator[Path | Failed]:
    """The files of a folder and its folders, by name; no recursion, so depth costs nothing."""
    waiting: list[Path | os.DirEntry[str]] = [folder]
    while waiting:
        entry = waiting.pop()
        path = Path(entry)
        if entry is not folder and (reason := _passed_over(path)):
            yield Failed(shown(path), reason, how="skipped")
        elif isinstance(entry, os.DirEntry) and not entry.is_dir(follow_symlinks=False):
            yield path
        else:
            try:
                waiting += sorted(os.scandir(path), key=lambda each: os.fsencode(each.name), reverse=True)
            except OSError as error:
                yield Failed(shown(path), _reason(error))


def _passed_over(path: Path) -> str | None:
    if path.name.startswith("."):
        return "hidden; name it to import it"
    page = path.name.removesuffix("_files").removesuffix(".files")
    if page != path.name and any(path.with_name(page + end).is_file() for end in (".html", ".htm")):
        return "the parts of a saved page"
    return None


def _file(path: Path, follow: bool = True) -> Iterator[Document | Failed]:
    try:
        state = path.stat(follow_symlinks=follow)
        _refuse_others(state.st_mode)
        flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW)
        with io.FileIO(os.open(path, flags), "rb") as file:
            state = os.fstat(file.fileno())
            _refuse_others(state.st_mode)
            stream: BinaryIO = io.BytesIO(_whole(file)) if state.st_size <= MOST_BYTES else _watched(file)
            yield Document(shown(path), path.name, stream, state.st_size)
    except (OSError, IntakeError) as error:
        yield Failed(shown(path), _reason(error))


def _refuse_others(mode: int) -> None:
    """Only regular files are opened: anything else could hang or never end."""
    if not stat.S_ISREG(mode):
        raise IntakeError(next((what for test, what in _KINDS if test(mode)), "not a file"))


def _whole(file: io.FileIO) -> bytes:
    """One whole version of a file, or IntakeError where it keeps changing."""
    for _ in range(_ATTEMPTS):
        before = _version(file)
        file.seek(0)
        read = file.read(MOST_BYTES + 1)
        fresh = time.time() - os.fstat(file.fileno()).st_mtime < _FRESH
        if _version(file) == before and len(read) == before[0] and not (fresh and _reread(file) != read):
            return read
        time.sleep(0.05)
    raise IntakeError(CHANGED)


def _reread(file: io.FileIO) -> bytes:
    file.seek(0)
    return file.read(MOST_BYTES + 1)


def _version(file: io.FileIO) -> tuple[int, int]:
    state = os.fstat(file.fileno())
    return state.st_size, state.st_mtime_ns


def _watched(file: io.FileIO) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Watched(file), 1 << 18))


class _Watched(io.RawIOBase):
    """A large file, streamed: at its end it says whether it is still the one that was opened."""

    def __init__(self, file: io.FileIO) -> None:
        self._file = file
        self._version = _version(file)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = self._file.readinto(buffer) or 0
        if _version(self._file) != self._version:
            raise IntakeError(CHANGED)
        return size


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return MISSING
    return shown(str(error.strerror if isinstance(error, OSError) and error.strerror else error))
