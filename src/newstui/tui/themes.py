"""Theme files: how each kind of thing is painted.

A theme names colours; the styles follow from them and may be overridden. No toolkit is loaded.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from rich.color import ColorParseError
from rich.errors import StyleSyntaxError
from rich.style import Style

COLORS: Final = ("text", "background", "dim", "line", "cursor", "accent", "person", "role", "star", "mark",
                 "hit", "outlined", "warn", "error", "chip")  # fmt: skip
"""The colours that a theme must give, as ``#rrggbb`` or as one of the terminal's own sixteen."""

STYLES: Final = MappingProxyType({
    "base": "$text on $background",
    "dim": "$dim",
    "line": "$line",
    "header": "$dim",
    "header_focus": "bold $accent",
    "cursor": "on $cursor",
    "title": "bold",
    "read": "$dim",
    "date": "$dim",
    "source": "$dim",
    "unread": "$accent",
    "starred": "$star",
    "marked": "bold $mark",
    "person": "bold $person",
    "post": "none",
    "role": "$role",
    "group": "$role",
    "speaker": "bold $person",
    "ordinal": "bold $accent",
    "addressee": "$role",
    "deadline": "$warn",
    "mention": "underline $person",
    "outlined": "on $outlined",
    "hit": "bold on $hit",
    "pointed": "bold $background on $accent",
    "chip": "on $chip",
    "count": "bold",
    "new": "$star",
    "key": "bold $accent",
    "notice": "none",
    "error": "bold $error",
    "bar": "$accent",
})  # fmt: skip
"""What a theme paints, and how where it says nothing of its own; ``$name`` is one of its colours."""


@dataclass(frozen=True)
class Look:
    """A theme ready for use: the styles by kind of thing, and the colours."""

    name: str
    titles: Mapping[str, str]
    dark: bool
    ansi: bool
    colors: Mapping[str, str]
    styles: Mapping[str, Style]

    def __getitem__(self, kind: str) -> Style:
        return self.styles[kind]

    def title(self, language: str) -> str:
        """The name to show."""
        return self.titles.get(language, self.name)


@dataclass(frozen=True)
class Failure:
    """A theme file that could not be used, and why."""

    path: Path
    reason: str


def load(folders: Iterable[Path]) -> tuple[dict[str, Look], tuple[Failure, ...]]:
    """The themes of the folders by name, the later folder winning, and the files that failed."""
    loaded: dict[str, Look] = {}
    failed: list[Failure] = []
    for path in files(folders).values():
        look = read(path)
        if isinstance(look, Look):
            loaded[path.stem] = look
        else:
            failed.append(look)
    return loaded, tuple(failed)


def files(folders: Iterable[Path]) -> dict[str, Path]:
    """The theme files by name, the later folder winning."""
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def read(path: Path) -> Look | Failure:
    """One theme, or why it cannot be used."""
    try:
        return parse(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError, StyleSyntaxError, ColorParseError) as error:
        return Failure(path, str(error))


def first_of(folders: Iterable[Path], names: Iterable[str]) -> tuple[Look, tuple[Failure, ...]]:
    """The first of these themes that can be used, bare paint if none can, and the files that failed."""
    known = files(folders)
    failed: list[Failure] = []
    for path in (known[name] for name in names if name in known):
        look = read(path)
        if isinstance(look, Look):
            return look, tuple(failed)
        failed.append(look)
    return parse("bare", {"ansi": True, "colors": dict.fromkeys(COLORS, "default")}), tuple(failed)


def parse(name: str, table: Mapping[str, Any]) -> Look:
    """The look a theme's table describes; raises ValueError or StyleSyntaxError with what is wrong."""
    colors = {str(key): str(value) for key, value in dict(table.get("colors", {})).items()}
    missing = [color for color in COLORS if color not in colors]
    if missing:
        raise ValueError(f"colours missing: {', '.join(missing)}")
    words = {**STYLES, **dict(table.get("styles", {}))}
    unknown = sorted(set(words) - set(STYLES))
    if unknown:
        raise ValueError(f"unknown styles: {', '.join(unknown)}")
    styles = {kind: Style.parse(_filled(str(words[kind]), colors)) for kind in words}
    titles = {str(key): str(value) for key, value in dict(table.get("title", {})).items()}
    return Look(name, titles, bool(table.get("dark", True)), bool(table.get("ansi", False)), colors, styles)


def _filled(words: str, colors: Mapping[str, str]) -> str:
    def color(match: re.Match[str]) -> str:
        if match[1] not in colors:
            raise ValueError(f"unknown colour ${match[1]}")
        return colors[match[1]]

    return re.sub(r"\$(\w+)", color, words)
