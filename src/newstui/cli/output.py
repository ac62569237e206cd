"""What goes to the terminal or a pipe: text of the archive leaves here without a control code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newstui.model.clean import clean, line


def say(text: str = "") -> None:
    """A line of the answer, on standard output."""
    sys.stdout.write(clean(text) + "\n")


def note(text: str) -> None:
    """A line beside the answer, on standard error."""
    sys.stderr.write(clean(text) + "\n")


def say_json(value: Any) -> None:
    """One object a line, in UTF-8 whatever the locale."""
    from newstui.export.escape import json_line

    sys.stdout.flush()
    sys.stdout.buffer.write(json_line(value).encode() + b"\n")


def say_bytes(content: bytes) -> None:
    """A file's bytes on standard output, unchanged."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def say_table(rows: Iterable[Sequence[str]], heads: Sequence[str]) -> None:
    """Rows in aligned columns of terminal cells; the last column is as wide as it wants."""
    from rich.cells import cell_len

    body = [[line(cell) for cell in row] for row in rows]
    widths = [max((cell_len(row[at]) for row in [list(heads), *body]), default=0) for at in range(len(heads))]
    for row in [list(heads), *body]:
        cells = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        say("  ".join(cells).rstrip())


def prepare_streams() -> None:
    """Let no missing stream, no locale and no character of a text end the program or make Chinese unreadable."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  open to the end
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", encoding=None if _holds_chinese(stream.encoding) else "utf-8")


def outlive_readers() -> None:
    """Let no closed pipe end this process: for commands that store things, whoever may read what they say."""
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)


def leave_stdout() -> None:
    """Nobody reads any more: what is still to be written goes nowhere, without complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _holds_chinese(encoding: str) -> bool:
    try:
        return bool("中".encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return False
