"""What could not become an article, and why; and what is too large to be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

MOST_BYTES: Final = 20_000_000
"""Of one document (a file that holds one article or a feed) and of one record."""

MISSING: Final = "no such file or folder"
MOST_CHARACTERS: Final = 2_000_000
"""Of one article."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that was given and did not become an article."""

    origin: str
    """The file and the record or member in it, safe to print."""
    reason: str
    how: Literal["failed", "doubted", "skipped"] = "failed"
    """Doubted is what became one all the same, but may read wrongly; skipped what was not meant to become one."""

    fleeting: bool = False
    """Whether the reason lies outside of what was given: nothing there, a server that does not answer."""

    @property
    def lasts(self) -> bool:
        """Whether it is worth being told later; what came through a pipe cannot be looked at again."""
        return not (self.fleeting or self.origin == "-" or self.origin.startswith("-: "))


class IntakeError(Exception):
    """A document that cannot be read; the message is the reason for the reader."""


def too_large(what: str) -> str:
    """The reason given for a document or record over the limit: ``too_large("record")``."""
    return f"{what} over {MOST_BYTES // 1_000_000} MB"
