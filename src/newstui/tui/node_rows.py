"""The rows of one outline node: sign and ordinal, its words, whom it binds and until when."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style

from newstui.model.outline import Action, Item, Node, Speech
from newstui.tui.paint import Piece, Pieces, cells
from newstui.tui.themes import Look
from newstui.tui.wrap import wrap

_DEEPEST = 4
"""Cells of indentation at most: in a narrow pane the words need the room."""


def is_action(node: Node) -> bool:
    """Whether it is an instruction, and not what holds instructions."""
    return isinstance(node, Action)


def rows(node: Node, depth: int, folded: bool, look: Look, width: int) -> tuple[Pieces, ...]:
    """The rows of a node for a width in cells; no word of it is cut."""
    head = _head(node, folded, look)
    margin = " " * min(2 * depth, _DEEPEST, width // 3)
    indent = margin + " " * cells(head)
    room = max(6, width - len(indent))
    said: list[list[Piece]] = [[piece] for words, style in _words(node, look) for piece in _lines(words, style, room)]
    first, *others = said or [[("", Style.null())]]
    plain = Style.null()
    return ([(margin, plain), *head, *first], *([(indent, plain), *line] for line in others))


def _lines(words: str, style: Style, room: int) -> Iterator[Piece]:
    for line in wrap(words, room):
        yield words[line.start : line.end].rstrip(), style


def _head(node: Node, folded: bool, look: Look) -> list[Piece]:
    if isinstance(node, Action):
        return [("· ", look["dim"])]
    sign = ("▸ " if folded else "▾ " if node.children else "  ", look["dim"])
    return [sign, (node.ordinal + " ", look["ordinal"])] if isinstance(node, Item) else [sign]


def _words(node: Node, look: Look) -> Iterator[Piece]:
    """What is said of a node, each part beginning a row."""
    if isinstance(node, Speech):
        yield f"{node.speaker} {node.verb}", look["speaker"]
    elif isinstance(node, Item):
        yield node.heading, look["title"]
    else:
        yield node.text, look["post"]
        if node.addressee:
            yield "→ " + node.addressee.text, look["addressee"]
        if node.deadline:
            yield "◷ " + node.deadline.text, look["deadline"]
