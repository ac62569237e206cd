"""What a lane owns: a reader of the archive and the user's state, each opened when first used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newstui.archive.errors import ArchiveError
from newstui.tui.language import told

if TYPE_CHECKING:
    from newstui.archive.reader import Reader
    from newstui.archive.state import State


class Shelf:
    """One connection to the archive and one to the state, both opened when first used. Belongs to one thread."""

    def __init__(self, archive: Path, state: Path, corrections: Path | None = None) -> None:
        self._archive, self._state, self._corrections = archive, state, corrections
        self.fault = ""
        """Why the user's own corrections are left out."""
        self._reader: Reader | None = None
        self._kept: State | None = None
        self._opened: tuple[int, int] | None = None
        self._seen: tuple[int, int] | None = None

    @property
    def reader(self) -> Reader:
        """The reader; another one, once another file lies in the archive's place."""
        identity = self._identity()
        if self._reader is not None and identity != self._opened:
            self._reader.close()
            self._reader = None
        if self._reader is None:
            self._reader = self._open()
            self._opened = identity
        return self._reader

    def _open(self) -> Reader:
        """A reader with the user's own corrections laid over the archive's; a faulty file of them is left out."""
        from newstui.archive.corrections import NONE, load
        from newstui.archive.reader import Reader

        own = NONE
        try:
            own = load(self._corrections) if self._corrections else NONE
        except ArchiveError as error:
            self.fault = told(error)
        return Reader(self._archive, self.state.file, own)

    def moved(self) -> bool:
        """Whether, since this was last asked, another file came to lie in the archive's place, or none does."""
        try:
            found = self._identity()
        except ArchiveError:
            found = None
        before, self._seen = self._seen or self._opened or found, found
        return found != before

    def _identity(self) -> tuple[int, int] | None:
        """Which file the archive is. Raises ArchiveError where it is gone."""
        try:
            found = self._archive.stat()
        except OSError as error:
            raise ArchiveError("gone", self._archive, error) from error
        return found.st_dev, found.st_ino

    @property
    def state(self) -> State:
        if self._kept is None:
            from newstui.archive.state import State

            self._kept = State(self._state)
        return self._kept

    def marked(self) -> tuple[str, ...]:
        """The articles the user marked, those of this archive."""
        return self.reader.held(self.state.marked())

    def interrupt(self) -> None:
        """Stop the question under way; called from another thread."""
        if self._reader is not None:
            self._reader.interrupt()

    def close(self) -> None:
        for one in (self._reader, self._kept):
            if one is not None:
                one.close()
