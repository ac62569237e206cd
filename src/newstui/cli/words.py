"""Words of a query as a shell hands them over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Final

_NEGATION: Final = re.compile(r"-(?=[^\x00-\x7f]|\w+[:：]|[\"(])")


def typed(word: str) -> str:
    """A word of the command line; where the locale could not decode it, it is taken for UTF-8."""
    if not any("\ud800" <= each <= "\udfff" for each in word):
        return word
    return os.fsencode(word).decode("utf-8", "replace")


def negations(arguments: Iterable[str]) -> list[str]:
    """The arguments with ``-source:…`` and ``-会议`` written such that they are no options: with a wide minus."""
    return [_NEGATION.sub("－", each) if _NEGATION.match(each) else each for each in arguments]
