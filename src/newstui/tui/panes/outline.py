"""What was ordered: speeches, numbered points and instructions of the opened article, as a tree that folds."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.reactive import var

from newstui.model.outline import Action, Item, Node, Speech, walk
from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import say
from newstui.tui.paint import Piece, Pieces, cells
from newstui.tui.river import Opened
from newstui.tui.wrap import wrap


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
        self._shown: list[int] = []
        self._folded: set[int] = set()

    @property
    def node(self) -> Node | None:
        """The node under the cursor."""
        return self._all[self._shown[self.cursor]][1] if self.cursor < len(self._shown) else None

    def watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        if before is not None and opened is not None and before.article.id == opened.article.id:
            return
        self._all = list(walk(opened.reading.outline)) if opened else []
        self._folded = set()
        self._lay_shown(0)

    def watch_read_at(self, offset: int) -> None:
        inside = [at for at, (_, node) in enumerate(self._all) if node.span.start <= offset < node.span.end]
        if inside:
            self.go(self._nearest_shown(inside[-1]), tell=False)

    def fold(self) -> bool:
        """Fold or unfold the node under the cursor; says whether it has anything to fold."""
        if self.node is None or isinstance(self.node, Action) or not self.node.children:
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
        actions = sum(isinstance(node, Action) for _, node in self._all)
        return say("outline"), say("actions", number=actions) if actions else ""

    def entries(self, width: int) -> Sequence[Entry]:
        found: list[Entry] = []
        for at in self._shown:
            depth, node = self._all[at]
            above: tuple[Pieces, ...] = ([],) if found and isinstance(node, Speech) else ()
            found.append(Entry(self._rows_of(at, depth, node, width), above))
        return found

    def _rows_of(self, at: int, depth: int, node: Node, width: int) -> tuple[Pieces, ...]:
        head = self._head(at, node)
        margin = " " * min(2 * depth, width // 3)
        inner = cells(head)
        words, style = self._words(node)
        room = max(6, width - len(margin) - inner)
        lines = [words[line.start : line.end] for line in wrap(words, room)] or [""]
        tail = self._tail(node)
        rows: list[Pieces] = []
        for number, line in enumerate(lines):
            first = head if number == 0 else [(" " * inner, Style.null())]
            rows.append([(margin, Style.null()), *first, (line, style)])
        if tail:
            rows.append([(margin + " " * inner, Style.null()), *tail])
        return tuple(rows)

    def _head(self, at: int, node: Node) -> list[Piece]:
        look = self.look
        if isinstance(node, Action):
            return [("· ", look["dim"])]
        sign = "▸ " if at in self._folded else "▾ " if node.children else "  "
        if isinstance(node, Item):
            return [(sign, look["dim"]), (node.ordinal + " ", look["ordinal"])]
        return [(sign, look["dim"])]

    def _words(self, node: Node) -> tuple[str, Style]:
        look = self.look
        if isinstance(node, Speech):
            return f"{node.speaker} {node.verb}", look["speaker"]
        if isinstance(node, Item):
            return node.heading, look["title"]
        return node.text, look["post"]

    def _tail(self, node: Node) -> list[Piece]:
        if not isinstance(node, Action):
            return []
        tail: list[Piece] = []
        if node.addressee:
            tail.append(("→ " + node.addressee.text + " ", self.look["addressee"]))
        if node.deadline:
            tail.append(("◷ " + node.deadline.text, self.look["deadline"]))
        return tail

    def beyond(self, row: int, width: int) -> Pieces:
        return [(say("no_outline"), self.look["dim"])] if row == 0 and self.opened is not None else ()
