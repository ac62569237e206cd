"""What was ordered: speeches, numbered points and instructions of the opened article, as a tree that folds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.reactive import var

from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import say
from newstui.tui.paint import Pieces
from newstui.tui.values import Opened

if TYPE_CHECKING:
    from newstui.model.article import Span
    from newstui.model.outline import Node


class Outline(FixedView):
    """The outline pane."""

    number = "4"
    edged = True
    opened: var[Opened | None] = var(None)
    read_at: var[int] = var(-1)
    """Where the reader is in the text: the node that lies there is marked."""

    def __init__(self) -> None:
        super().__init__(id="outline")
        self._all: list[tuple[int, Node]] = []
        self._actions = 0
        self._shown: list[int] = []
        self._folded: set[int] = set()

    @property
    def node(self) -> Node | None:
        """The node under the cursor."""
        return self._all[self._shown[self.cursor]][1] if self.cursor < len(self._shown) else None

    def node_at(self, place: Span) -> Node | None:
        """The innermost node that has some of a stretch of the text."""
        inside = [node for _, node in self._all if node.span.start < place.end and place.start < node.span.end]
        return inside[-1] if inside else None

    def watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        if before is not None and opened is not None and before.article.id == opened.article.id:
            return
        self._all, self._actions = _nodes(opened) if opened else ([], 0)
        self._folded = set()
        self._lay_shown(0)

    def watch_read_at(self, offset: int) -> None:
        inside = [at for at, (_, node) in enumerate(self._all) if node.span.start <= offset < node.span.end]
        if inside:
            self.go(self._nearest_shown(inside[-1]), tell=False)

    def fold(self) -> bool:
        """Fold or unfold the node under the cursor; says whether it has anything to fold."""
        if self.node is None or not getattr(self.node, "children", ()):
            return False
        here = self._shown[self.cursor]
        self._folded ^= {here}
        self._lay_shown(None)
        self.go(self._shown.index(here), tell=False)
        return True

    def _lay_shown(self, cursor: int | None) -> None:
        self._shown, hidden_below = [], None
        for at, (depth, _) in enumerate(self._all):
            if hidden_below is not None and depth > hidden_below:
                continue
            hidden_below = depth if at in self._folded else None
            self._shown.append(at)
        self.lay(cursor)

    def _nearest_shown(self, at: int) -> int:
        return max((place for place, one in enumerate(self._shown) if one <= at), default=0)

    # Painting -----------------------------------------------------------------------------------

    def heading(self) -> tuple[str, str]:
        return say("outline"), say("actions", number=self._actions) if self._actions else ""

    def entries(self, width: int) -> Sequence[Entry]:
        found: list[Entry] = []
        for at in self._shown:
            depth, node = self._all[at]
            above: tuple[Pieces, ...] = () if depth or not found else ([],)
            found.append(Entry(self._rows_of(at, depth, node, width), above))
        return found

    def _rows_of(self, at: int, depth: int, node: Node, width: int) -> tuple[Pieces, ...]:
        from newstui.tui.node_rows import rows

        return rows(node, depth, at in self._folded, self.look, width)

    def beyond(self, row: int, width: int) -> Pieces:
        return [(say("no_outline"), self.look["dim"])] if row == 0 and self.opened is not None else ()


def _nodes(opened: Opened) -> tuple[list[tuple[int, Node]], int]:
    """The nodes of an article with their depths, and how many are instructions."""
    from newstui.model.outline import walk
    from newstui.tui.node_rows import is_action

    nodes = list(walk(opened.reading.outline))
    return nodes, sum(is_action(node) for _, node in nodes)
