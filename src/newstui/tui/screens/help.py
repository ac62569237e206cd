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
                found.append(Entry((self._row(one, keys, label),), above))
        return found

    def _row(self, one: Command, keys: int, label: int) -> Pieces:
        here = self._from in one.where
        return [
            ("  " + column(_keys(one), keys) + "  ", self.look["key" if here else "dim"]),
            (column(one.label, label) + "  ", self.look["title" if here else "dim"]),
            (one.help, self.look["post" if here else "dim"]),
        ]


def _keys(command: Command) -> str:
    return " ".join(map(shown, command.keys))


class Help(PageScreen[None]):
    """The help screen."""

    def __init__(self, keys: Keymap, place: str) -> None:
        super().__init__(say("help"))
        self._list = KeyList(keys, place)

    def body(self) -> ComposeResult:
        yield self._list
