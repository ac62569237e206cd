"""What the reading room opens with: all that can be known before the toolkit is loaded."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import Final, NamedTuple

from newstui import paths
from newstui.archive.errors import Interrupted
from newstui.query.query import Query
from newstui.settings import Settings
from newstui.tui import language, listing, themes
from newstui.tui.commands import Keymap, keymap
from newstui.tui.language import say
from newstui.tui.shelf import Shelf
from newstui.tui.themes import Look
from newstui.tui.values import Asked, Hits, Rows

PLAIN_LOOK: Final = "mono"
"""The theme taken where NO_COLOR is set."""
LONGEST: Final = 0.3
"""Seconds the first rows may take; what takes longer is looked for when the screen is there."""


class Opening(NamedTuple):
    """The settings in force, and the first rows with their count where they were found in time."""

    archive: Path
    state: Path
    settings: Settings
    keys: Keymap
    look: Look
    asked: Asked
    faults: tuple[str, ...]
    """What is wrong in settings and themes."""
    samples: bool
    """Whether the archive is the bundled samples."""
    kept_theme: Path
    """Where the choice of a theme is kept."""
    kiosk: bool = False
    first: tuple[Rows, Hits | None] | None = None

    def shelf(self) -> Shelf:
        """Another connection to archive and state."""
        return Shelf(self.archive, self.state, paths.user_corrections())


def prepare(
    archive: Path, *, state: Path, query: str = "", settings: Settings | None = None, theme: str | None = None,
    lang: str | None = None, mouse: bool | None = None, kiosk: bool = False, samples: bool = False,
    faults: Sequence[str] = (),
) -> Opening:  # fmt: skip
    """The opening for these settings. Raises ArchiveError or QueryError."""
    own = settings or Settings()
    language.settle(lang, own.language)
    keys, unknown = keymap(own.keys)
    kept = state.parent / "theme"
    plain = PLAIN_LOOK if os.environ.get("NO_COLOR") else None
    wanted = [name for name in (plain, theme, _kept(kept), own.theme, "dark") if name]
    look, failed = themes.first_of(theme_folders(), wanted)
    wrong = [*faults, *(say("theme_failed", path=one.path.name, reason=one.reason) for one in failed)]
    wrong += [say("unknown_commands", ids=", ".join(unknown))] if unknown else []
    own = replace(own, mouse=own.mouse if mouse is None else mouse)
    opening = Opening(archive, state, own, keys, look, Asked(asked(query)), tuple(wrong), samples, kept, kiosk)
    return opening._replace(first=_first(opening))


def _first(opening: Opening) -> tuple[Rows, Hits | None] | None:
    """The first rows, and their count where it costs nothing; None where they take too long."""
    shelf = opening.shelf()
    limit = Timer(LONGEST, shelf.interrupt)
    limit.start()
    try:
        rows = listing.first(shelf, opening.asked)
        return rows, None if opening.asked.query else listing.count(shelf, opening.asked)
    except Interrupted:
        return None
    finally:
        limit.cancel()
        shelf.close()


def _kept(path: Path) -> str | None:
    """The theme chosen in an earlier run."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None


def asked(words: str) -> Query:
    """The query of the command line; the grammar is loaded only where there is one."""
    if not words.strip():
        return Query()
    from newstui.query.grammar import parse

    return parse(words)


def theme_folders() -> tuple[Path, Path]:
    """Where themes lie: the shipped ones, and the user's own, which win."""
    return paths.themes(), paths.user_themes()
