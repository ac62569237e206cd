"""Every key of the program, drawn from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult

from newstui.tui.commands import GROUPS, Command, Keymap, shown
from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import LANGUAGES, language, say
from newstui.tui.paint import Pieces, column
from newstui.tui.screens.page import PageScreen
from newstui.tui.wrap import wrapped


class KeyList(FixedView):
    """Commands in their groups; those that do nothing where one came from are dim."""

    def __init__(self, keys: Keymap, place: str) -> None:
        super().__init__(id="keys")
        self._keys, self._from = keys, place

    def heading(self) -> tuple[str, str]:
        return say("place_" + self._from), ""

    def entries(self, width: int) -> Sequence[Entry]:
        commands = [one for one in self._keys.commands if one.keys]
        keys = max(cell_len(_keys(one)) for one in commands)
        label = max(cell_len(one.label) for one in commands)
        found: list[Entry] = []
        for group, titles in GROUPS.items():
            head: Pieces = [(" " + titles[LANGUAGES.index(language())], self.look["group"])]
            for at, one in enumerate(one for one in commands if one.group == group):
                above: tuple[Pieces, ...] = () if at else ([], head) if found else (head,)
                found.append(Entry(self._rows_of(one, keys, label, width), above))
        return found

    def _rows_of(self, one: Command, keys: int, label: int, width: int) -> tuple[Pieces, ...]:
        here = self._from in one.where
        key, title, post = (self.look[style if here else "dim"] for style in ("key", "title", "post"))
        named: Pieces = [("  " + column(_keys(one), keys) + "  ", key), (column(one.label, label) + "  ", title)]
        margin: Pieces = [(" " * (keys + label + 6), post)]
        said = wrapped(one.help, max(8, width - keys - label - 7))
        return tuple([*(margin if at else named), (words, post)] for at, words in enumerate(said))


def _keys(command: Command) -> str:
    return " ".join(map(shown, command.keys))


class Help(PageScreen[None]):
    """The help screen."""

    def __init__(self, keys: Keymap, place: str) -> None:
        super().__init__(say("help"))
        self._list = KeyList(keys, place)

    def body(self) -> ComposeResult:
        yield self._list
