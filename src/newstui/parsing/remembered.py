"""What letters tell, remembered as they are met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

_Told = TypeVar("_Told")
_MOST: Final = 1 << 15
"""So many letters or pairs of them are kept at hand."""


class Remembered(dict[str, _Told], Generic[_Told]):
    """What each letter or pair of letters tells, asked of each once; emptied when it grows large."""

    def __init__(self, tell: Callable[[str], _Told]) -> None:
        self._tell = tell

    def __missing__(self, letters: str) -> _Told:
        if len(self) >= _MOST:
            self.clear()
        told = self[letters] = self._tell(letters)
        return told
