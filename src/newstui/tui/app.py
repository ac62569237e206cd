"""The door of the screen: looks at the terminal, clears the environment, then opens the reading room."""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.tui.terminal import Guard, neutralise, refusal

if TYPE_CHECKING:
    from newstui.settings import Settings

REFUSED = 2
INTERNAL = 70


def run(
    archive: Path, *, state: Path, query: str = "", settings: Settings | None = None, theme: str | None = None,
    lang: str | None = None, mouse: bool | None = None, kiosk: bool = False, samples: bool = False,
) -> int:  # fmt: skip
    """Show the archive until the user leaves; returns the exit code.

    Raises QueryError for a faulty query, before anything is drawn.
    """
    reason = refusal()
    if reason:
        print(reason, file=sys.stderr)
        return REFUSED
    neutralise()
    for stream in (sys.__stdout__, sys.__stderr__):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.disable()
    from newstui.settings import Settings
    from newstui.tui import newsroom

    app = newsroom.build(
        archive, state=state, query=query, settings=settings or Settings(), theme=theme, lang=lang,
        mouse=mouse, kiosk=kiosk, samples=samples,
    )  # fmt: skip
    with Guard(app.leave) as guard:
        app.run(mouse=app.mouse)
        app.close()
        code = guard.code or app.outcome()
    settle()
    return code


def settle() -> None:
    """What a vanished terminal no longer takes goes nowhere; else Python ends with a code of its own, 120."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
