"""The door of the screen: looks at the terminal, clears the environment, then opens the reading room."""

from __future__ import annotations

import gc
import io
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.tui.terminal import Begun, Guard, neutralise, refusal

if TYPE_CHECKING:
    from newstui.settings import Settings
    from newstui.tui.opening import Opening

REFUSED = 2
INTERNAL = 70


def run(
    archive: Path, *, state: Path, query: str = "", settings: Settings | None = None, theme: str | None = None,
    lang: str | None = None, mouse: bool | None = None, kiosk: bool = False, samples: bool = False,
    faults: Sequence[str] = (),
) -> int:  # fmt: skip
    """Show the archive until the user leaves; returns the exit code.

    Raises ArchiveError or QueryError before anything is drawn. The first frame is drawn before the toolkit is loaded.
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
    with Guard() as guard:
        from newstui.tui import first_frame, opening

        found = opening.prepare(
            archive, state=state, query=query, settings=settings, theme=theme, lang=lang,
            mouse=mouse, kiosk=kiosk, samples=samples, faults=faults,
        )  # fmt: skip
        frame = first_frame.sequence(found, *shutil.get_terminal_size())
        guard.take(frame)
        code = _show(found, guard, bool(frame))
    settle()
    return code


def _show(opening: Opening, guard: Guard, drawn: bool) -> int:
    from newstui.tui import newsroom

    app = newsroom.build(opening)
    app.begun = Begun(drawn, guard.attributes, guard.end)
    guard.leave = app.leave
    app.run(mouse=app.mouse)
    app.close()
    return guard.code or app.outcome()


def settle() -> None:
    """What a vanished terminal no longer takes goes nowhere; else Python ends with a code of its own, 120."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
