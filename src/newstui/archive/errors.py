"""What can go wrong with an archive, each in words that say what to do."""

from __future__ import annotations

from newstui.archive.messages import SAID
from newstui.model.trouble import trouble


class ArchiveError(Exception):
    """The archive or a user's state cannot be used as asked: the kind of trouble, the file, what the words name."""

    def __init__(self, kind: str, file: object, *values: object) -> None:
        self.kind, self.file, self.values = kind, file, values
        super().__init__(self.said("en"))

    def said(self, language: str) -> str:
        """What is wrong and what to do, in English (``en``) or Chinese (``zh``); the message is the English one."""
        words = SAID[self.kind][language == "zh"].format(*(_said(value, language) for value in self.values))
        return words if self.file is None else f"{self.file}: {words}"


class Interrupted(Exception):  # noqa: N818  an answer no longer wanted is no error
    """The running question was superseded by ``interrupt()``."""


def _said(value: object, language: str) -> object:
    """What a message names: another trouble in the same language."""
    if isinstance(value, ArchiveError):
        return value.said(language)
    return trouble(value, language) if isinstance(value, OSError) else value
