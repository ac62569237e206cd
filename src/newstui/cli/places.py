"""Which archive a command works on, and the settings that say so."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import newstui.settings
from newstui import paths
from newstui.settings import Settings

if TYPE_CHECKING:
    from newstui.archive.corrections import Corrections
    from newstui.archive.reader import Reader


@dataclass(frozen=True)
class Place:
    """An archive's path; ``samples`` where there is no archive yet and the bundled articles stand in."""

    path: Path
    samples: bool = False


@cache
def settings() -> tuple[Settings, tuple[str, ...]]:
    """The settings and what is wrong in the files."""
    return newstui.settings.load(paths.config_files())


def named(option: str | None) -> Path:
    """The archive meant: the option, else the environment, else the settings, else the user's own."""
    configured = settings()[0].archive
    if option:
        return paths.expanded(option)
    if configured and not os.environ.get("NEWSTUI_ARCHIVE"):
        return paths.expanded(configured)
    return paths.default_archive()


def to_read(option: str | None) -> Place:
    """The archive to read from; the samples where none is named and none made yet."""
    path = named(option)
    if path.exists() or option or os.environ.get("NEWSTUI_ARCHIVE"):
        return Place(path)
    from newstui.cli.samples import sample_archive

    return Place(sample_archive(), samples=True)


def reader(option: str | None) -> Reader:
    """A reader of the archive, with the user's marks beside it; says on standard error when it is the samples."""
    from newstui.archive.reader import Reader
    from newstui.cli.output import note
    from newstui.query.query import Query

    place = to_read(option)
    if place.samples:
        note("No archive yet: these are the bundled samples. `newstui import PATH…` makes one.")
    state = paths.state()
    opened = Reader(place.path, state if state.exists() else None, own_corrections())
    if not opened.count(Query()):
        note(f"{place.path}: holds no articles yet; `newstui import PATH…` brings them in")
    return opened


def correct(path: Path) -> None:
    """Makes an archive hold to the ``corrections.toml`` beside it; a faulty one is told of and changes nothing."""
    from newstui.archive.correcting import follow
    from newstui.archive.corrections import load
    from newstui.archive.errors import ArchiveError
    from newstui.cli.output import note

    file = paths.owner_corrections(path)
    if not file.exists():
        return
    try:
        load(file)
    except ArchiveError as error:
        note(f"{error}; the corrections stay as they were")
        return
    result = follow(path, file)
    if result.stored:
        note(f"{file}: {result.stored:,} articles read anew")


def own_corrections() -> Corrections:
    """The user's own corrections; none where their file is faulty, which standard error says."""
    from newstui.archive.corrections import NONE, load
    from newstui.archive.errors import ArchiveError
    from newstui.cli.output import note

    try:
        return load(paths.user_corrections())
    except ArchiveError as error:
        note(f"{error}; your corrections are left out")
        return NONE
