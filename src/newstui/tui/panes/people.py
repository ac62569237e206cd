"""The people of the opened article, grouped by what they did, each with posts and further roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import var

from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import say
from newstui.tui.paint import Piece, Pieces, column
from newstui.tui.values import Opened
from newstui.tui.wrap import wrap

if TYPE_CHECKING:
    from newstui.model.people import Person

MENTIONED: Final = "mentioned"
"""The group of those who are named but did nothing that was reported."""


class People(FixedView):
    """The people pane."""

    number = "3"
    edged = True
    opened: var[Opened | None] = var(None)

    def __init__(self) -> None:
        super().__init__(id="people")
        self._people: list[Person] = []

    @property
    def person(self) -> Person | None:
        """The person under the cursor."""
        return self._people[self.cursor] if self.cursor < len(self._people) else None

    def watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        same = before is not None and opened is not None and before.article.id == opened.article.id
        groups = grouped(opened.reading.people if opened else ())
        self._people = [person for _, people in groups for person in people]
        self._groups = groups
        self.lay(None if same else 0)

    def place(self, name: str) -> None:
        """The cursor on a person, without telling."""
        found = next((at for at, person in enumerate(self._people) if person.name == name), None)
        if found is not None:
            self.go(found, tell=False)

    def heading(self) -> tuple[str, str]:
        return say("people"), str(len(self._people)) if self._people else ""

    def entries(self, width: int) -> Sequence[Entry]:
        if not self._people:
            return ()
        name_width = min(12, max(cell_len(person.name) for person in self._people))
        found: list[Entry] = []
        for group, people in self._groups:
            head: Pieces = [(f"{say('role_' + group)} {len(people)}", self.look["group"])]
            for at, person in enumerate(people):
                above: tuple[Pieces, ...] = () if at else (head,) if not found else ([], head)
                found.append(Entry(self._rows_of(person, group, name_width, width), above))
        return found

    def _rows_of(self, person: Person, group: str, name_width: int, width: int) -> tuple[Pieces, ...]:
        look = self.look
        posts = "、".join(dict.fromkeys(post.text for post in person.posts))
        others = [say("role_" + role) for role in dict.fromkeys(one.role for one in person.roles) if role != group]
        name: Piece = (" " + column(person.name, name_width) + " ", look["person"])
        margin: Piece = (" " * (name_width + 2), Style.null())
        lines = [posts[line.start : line.end] for line in wrap(posts, max(4, width - name_width - 2))]
        rows: list[Pieces] = [
            [name if not at else margin, (line, look["post"])] for at, line in enumerate(lines or [""])
        ]
        if others:
            rows.append([margin, ("+ " + " ".join(others), look["role"])])
        return tuple(rows)

    def beyond(self, row: int, width: int) -> Pieces:
        return [(say("no_people"), self.look["dim"])] if row == 0 and self.opened is not None else ()


def grouped(people: Sequence[Person]) -> list[tuple[str, list[Person]]]:
    """The people by their weightiest role, each group in the order of the article."""
    from newstui.model.people import ROLES

    groups: dict[str, list[Person]] = {role: [] for role in (*ROLES, MENTIONED)}
    for person in people:
        roles = {one.role for one in person.roles}
        groups[next((role for role in ROLES if role in roles), MENTIONED)].append(person)
    return [(role, members) for role, members in groups.items() if members]
