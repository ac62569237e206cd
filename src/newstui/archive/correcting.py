"""The owner's corrections made to hold in an archive."""

from __future__ import annotations

from pathlib import Path

from newstui.archive.corrections import parse
from newstui.archive.reparse import reread
from newstui.archive.store import PutResult, Writer


def correct(path: Path, text: str) -> PutResult:
    """Keeps corrections (the text of a ``corrections.toml``) with the archive and applies them to what it holds.

    Articles that the ones before had changed are read again too. Raises ArchiveError, and ValueError that says what
    is wrong in the text.
    """
    new = parse(text)
    with Writer(path) as writer:
        before = writer.corrections()
        writer.keep_corrections(text)
        return reread(writer, writer.with_names(sorted(before.names | new.names)))
