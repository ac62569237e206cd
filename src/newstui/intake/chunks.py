"""What was found, a few at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from newstui.intake.failed import Failed
from newstui.model.article import Article

Found = TypeVar("Found", bound=Article | Failed)
TOGETHER: Final = 16
CHARACTERS: Final = 50_000
"""So many articles, or characters of them, are read at a time; more would be no sooner."""


def chunks(found: Iterable[Found], most: int = TOGETHER, characters: int = CHARACTERS) -> Iterator[list[Found]]:
    """Chunks of at most so many, each closed by the text that brings it to so many characters."""
    chunk: list[Found] = []
    length = 0
    for one in found:
        chunk.append(one)
        length += len(one.text) if isinstance(one, Article) else 0
        if len(chunk) >= most or length >= characters:
            yield chunk
            chunk, length = [], 0
    if chunk:
        yield chunk
