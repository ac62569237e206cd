"""What could be meant while a query is typed: words of the language, and names and values that the archive holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.message import Message

from newstui.model.fold import fold
from newstui.query.complete import Typing, typing, words
from newstui.query.query import Query, quoted
from newstui.tui.language import say
from newstui.tui.rest import Rest
from newstui.tui.wish import Completed

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen
    from newstui.tui.shelf import Shelf

_WAIT: Final = 0.15
_SHOWN: Final = 8
_PEOPLE: Final = ("person", "speaker")
_FACETS: Final = ("post", "org", "source")


class Completion:
    """Offers words for the end of the line as it is typed; Tab takes the first."""

    def __init__(self, room: ReaderScreen) -> None:
        self._room, self._rest = room, Rest(room)
        self._typed = ""
        self._offered: Sequence[str] = ()

    def offer(self, typed: str, post: Callable[[Message], object]) -> None:
        """Ask what the line could go on with, once no key came for a while."""
        self._typed, self._offered = typed, ()
        self._rest.after(_WAIT, partial(self._ask, post))

    def _ask(self, post: Callable[[Message], object]) -> None:
        at = typing(self._typed)
        if at.field or at.typed:
            self._room.lanes.side.ask(partial(completed, typed=self._typed, at=at), post)

    def show(self, completed: Completed) -> None:
        """The words have come."""
        if completed.typed == self._typed and completed.words:
            self._offered = completed.words
            self._room.tell(say("completions", words="  ".join(completed.words)))

    def take(self, typed: str, cursor: int) -> tuple[str, int] | None:
        """The line with the first word in place, and where the cursor stands then."""
        at = typing(typed, cursor)
        if typed != self._typed or not self._offered:
            return None
        word = self._offered[0]
        value = word if word.endswith(":") or re.fullmatch(r"[\w·.-]+", word) else quoted(word)
        return typed[: at.start] + value + typed[at.end :], at.start + len(value)


def completed(shelf: Shelf, typed: str, at: Typing) -> Completed:
    """The words that go on from what is typed."""
    found = list(words(at, _SHOWN))
    if at.field in _PEOPLE:
        found += [line.name for line in shelf.reader.people(at.typed, None, _SHOWN)]
    elif at.field in _FACETS:
        beginning = fold(at.typed)
        known = shelf.reader.facets(Query(), at.field, 400)
        found += [one.value for one in known if fold(one.value).startswith(beginning)]
    elif at.field == "tag":
        found += [tag for tag in shelf.state.tags() if fold(tag).startswith(fold(at.typed))]
    return Completed(typed, tuple(dict.fromkeys(found))[:_SHOWN])
