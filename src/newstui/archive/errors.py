"""What can go wrong with an archive, each in words that say what to do."""

from __future__ import annotations


class ArchiveError(Exception):
    """The archive cannot be used as asked; the message names the file and the remedy."""


class Interrupted(Exception):  # noqa: N818  an answer no longer wanted is no error
    """The running question was superseded by ``interrupt()``."""
