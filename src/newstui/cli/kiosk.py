"""``newstui --kiosk``: the reading room for people who are given nothing else of this machine."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from newstui.settings import Settings

KEPT: Final = frozenset(("TERM", "COLORTERM", "NO_COLOR", "LANG", "LANGUAGE", "TZ", "HOME", "USER", "LOGNAME", "PATH"))
"""What a session may bring along beside ``LC_*``: how it looks and whose it is, never where things lie."""
FOLDER: Final = "newstui-exports"
"""The export folder below the home, where the settings name none."""


def enter(environment: MutableMapping[str, str] = os.environ) -> None:
    """Before anything is opened: only the allowed part of the environment, and files for their owner alone."""
    for name in [name for name in environment if name not in KEPT and not name.startswith("LC_")]:
        del environment[name]
    os.umask(0o077)


def bounded(settings: Settings) -> Settings:
    """The settings with an export folder of their own; where none can be made, reading goes on and exports say so."""
    folder = Path(settings.exports or Path.home() / FOLDER).expanduser().absolute()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return replace(settings, exports=str(folder))
