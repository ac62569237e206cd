"""The owner's corrections made to hold in an archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newstui.archive.corrections import parse
from newstui.archive.errors import ArchiveError
from newstui.archive.reparse import reread
from newstui.archive.store import PutResult, Writer


def correct(path: Path, text: str, progress: Callable[[int, int], None] | None = None) -> PutResult:
    """Keeps corrections (the text of a ``corrections.toml``) with the archive and applies them to what it holds.

    Articles that the ones before had changed are read again too; stopped on the way, the next call goes on. Where the
    archive keeps this very text nothing is done. Raises ArchiveError, and ValueError that says what is wrong in it.
    """
    parse(text)
    with Writer(path) as writer:
        if writer.keeps(text):
            return PutResult()
        result = reread(writer, writer.with_names(writer.keep_corrections(text)), progress)
        writer.corrections_hold()
        return result


def follow(path: Path, file: Path, progress: Callable[[int, int], None] | None = None) -> PutResult:
    """The same with what a file says; without the file, what the archive keeps stays. Raises ArchiveError."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        parse(text)
    except FileNotFoundError:
        return PutResult()
    except (OSError, ValueError) as error:
        raise ArchiveError("other", file, error) from error
    return correct(path, text, progress)
