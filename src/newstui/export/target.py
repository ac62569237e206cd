"""The file an export goes to: written whole or not at all, and nothing else touched."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from newstui.model.clean import line
from newstui.model.trouble import trouble

LONGEST: Final = 200
"""Bytes of a file name in UTF-8; systems allow 255, and a suffix or number must still fit."""
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\ufffd]+')
_DEVICE: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


_SAID: Final = {
    "outside": ("not a file name within {0}", "不是文件夹 {0} 里的文件名"),
    "folder": ("is a folder; name another file", "是文件夹；请换一个文件名"),
    "link": ("is a link; name another file", "是链接；请换一个文件名"),
    "odd": ("is no ordinary file; name another file", "不是普通文件；请换一个文件名"),
    "exists": ("exists; name another file, or ask for it to be replaced", "已经存在；请换一个文件名，或要求覆盖"),
    "failed": ("{0}; nothing was written", "{0}；什么也没有写"),
}
"""What is wrong with a file, in English and Chinese."""


class TargetError(OSError):
    """The file cannot be written as asked: what is wrong with it, and which it is."""

    def __init__(self, kind: str, path: Path, value: object = None) -> None:
        self._kind, self._path, self._value = kind, line(str(path)), value
        super().__init__(self.said("en"))

    def said(self, language: str) -> str:
        """The file, what is wrong and what to do, in English (``en``) or Chinese (``zh``)."""
        value = trouble(self._value, language) if isinstance(self._value, OSError) else self._value
        return f"{self._path}: {_SAID[self._kind][language == 'zh'].format(value)}"


def file_name(title: str, suffix: str, taken: Collection[str] = ()) -> str:
    """A safe file name from a title, distinct from those taken in any case: ``file_name("a/b", ".md") == "a b.md"``."""
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", line(title))).split())
    name = name.lstrip("-. ~").rstrip(". ")
    if not name or _DEVICE.fullmatch(name):
        name = f"newstui {name}".strip()
    used = {each.casefold() for each in taken}
    for number in range(1, len(used) + 2):
        candidate = _cut(name, suffix if number == 1 else f" ({number}){suffix}")
        if candidate.casefold() not in used:
            return candidate
    raise AssertionError("one of n + 1 names is free")


def inside(folder: Path, name: str) -> Path:
    """The path of a name in a folder. Raises TargetError where it would lie elsewhere or be hidden."""
    path = folder / name
    if path.parent.resolve() != folder.resolve() or not name or name.startswith("."):
        raise TargetError("outside", Path(name), line(str(folder)))
    return path


def write(path: Path, chunks: Iterable[bytes], *, overwrite: bool = False) -> int:
    """Writes the file and returns its size in bytes. The chunks are taken before anything at the target changes.

    A file that exists stays unless ``overwrite``; a link, folder, pipe or device is never replaced. Whatever goes
    wrong, the target is as before and nothing is left beside it. Raises TargetError.
    """
    try:
        _check(path, overwrite)
        new = path.with_name(f".newstui-{token_hex(8)}.part")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        try:
            size = _fill(handle, chunks)
            _put(new, path, overwrite)
        finally:
            with suppress(FileNotFoundError):
                new.unlink()
        _sync_folder(path.parent)
    except TargetError:
        raise
    except OSError as error:
        raise TargetError("failed", path, error) from error
    return size


def _check(path: Path, overwrite: bool) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        kind = "folder" if stat.S_ISDIR(mode) else "link" if stat.S_ISLNK(mode) else "odd"
        raise TargetError(kind, path)
    if not overwrite:
        raise TargetError("exists", path)


def _fill(handle: int, chunks: Iterable[bytes]) -> int:
    with os.fdopen(handle, "wb") as file:
        size = sum(file.write(chunk) for chunk in chunks)
        file.flush()
        os.fsync(file.fileno())
    return size


def _put(new: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        _check(path, True)
        new.replace(path)
        return
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise TargetError("exists", path) from None
    except OSError:
        # a file system without links: claim the name, then put the whole file over the claim
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666))
        new.replace(path)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last; some file systems cannot, and then it lasts as they do."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cut(name: str, suffix: str) -> str:
    """Name and suffix within LONGEST bytes, cut between characters."""
    room = LONGEST - len(suffix.encode())
    return name.encode()[:room].decode(errors="ignore").rstrip(". ") + suffix
