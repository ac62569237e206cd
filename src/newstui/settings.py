"""The settings: what ``config.toml`` may hold, read from the site's file and then the user's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class Settings:
    """Every setting with its default; a key of ``config.toml`` has the same name."""

    archive: str | None = None
    """Path of the archive; ``--archive`` and ``$NEWSTUI_ARCHIVE`` go before it."""
    theme: str = "dark"
    """Name of a theme; chosen in the program, the choice is kept and goes before this."""
    language: str = "auto"
    """``zh``, ``en`` or ``auto``: by locale."""
    mouse: bool = False
    """Whether the program takes the mouse; off leaves selecting text to the terminal."""
    read_after: float = 2.0
    """Seconds an opened article is shown before it counts as read; 0: at once, negative: never."""
    exports: str | None = None
    """Folder that the export dialog proposes; else the one newstui was started in, in a kiosk one of its own."""
    leave_after: float = 0
    """Minutes without a key after which the screen ends of itself; 0: never."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Own keys by command id, several parted by commas: ``filter_person = "p,F"``."""


def load(files: Iterable[Path]) -> tuple[Settings, tuple[str, ...]]:
    """The settings of the files, the later before the earlier, and a line for each thing wrong in them."""
    settings, faults = Settings(), []
    for path in files:
        try:
            if not path.exists():
                continue
            if not path.is_file():
                raise OSError("is no file")
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
            faults.append(f"{path}: not read: {error}")
            continue
        for key, value in values.items():
            fault = _fault(key, value)
            if fault:
                faults.append(f"{path}: {fault}")
            else:
                settings = replace(settings, **{key: value})
    return settings, tuple(faults)


def _fault(key: str, value: Any) -> str | None:
    """What is wrong with one entry, None where nothing is."""
    known = {one.name: one for one in fields(Settings)}
    if key not in known:
        from difflib import get_close_matches  # here, as every start loads the settings

        near = get_close_matches(key, known, n=1)
        return f"unknown setting {key!r}" + (f"; did you mean {near[0]!r}?" if near else "")
    wanted = _TYPES[key]
    if isinstance(value, bool) is not (wanted is bool) or not isinstance(value, wanted):
        return f"{key} must be {_WORDS[key]}, not {value!r}"
    if key == "language" and value not in ("zh", "en", "auto"):
        return f"language must be zh, en or auto, not {value!r}"
    if key == "keys" and not all(isinstance(each, str) for each in value.values()):
        return "keys must give a string for each command"
    return None


_TYPES: dict[str, Any] = {
    "archive": str, "theme": str, "language": str, "mouse": bool,
    "read_after": (int, float), "exports": str, "leave_after": (int, float), "keys": dict,
}  # fmt: skip
_WORDS = {"archive": "a path", "theme": "a name", "language": "a word", "mouse": "true or false",
          "read_after": "a number of seconds", "exports": "a path", "leave_after": "a number of minutes",
          "keys": "a table"}  # fmt: skip
