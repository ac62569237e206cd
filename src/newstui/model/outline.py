"""The directive outline: who said it, point by point, instruction by instruction."""

from __future__ import annotations

from collections.abc import Iterator

from newstui.model.article import Span
from newstui.model.record import record


@record
class Addressee:
    """Whom an action binds, as the text words it: ``各级各部门``."""

    text: str
    span: Span


@record
class Deadline:
    """``6月底前`` and, where the article's date makes it certain, the ISO day or month it means."""

    text: str
    span: Span
    date: str | None = None


@record
class Quantity:
    """``不少于3次``."""

    text: str
    span: Span


@record
class Action:
    """An instruction: a sentence, or a part of one between semicolons."""

    text: str
    span: Span
    rule: str
    addressee: Addressee | None = None
    deadline: Deadline | None = None
    quantities: tuple[Quantity, ...] = ()


@record
class Item:
    """An enumerated point: ``一是``, ``（二）``, ``首先``; ``heading`` are the words after the ordinal."""

    ordinal: str
    heading: str
    span: Span
    rule: str
    children: tuple[Item | Action, ...] = ()


@record
class Speech:
    """A passage opened by a speaker and a verb of saying; its words run to the next speech."""

    speaker: str
    verb: str
    span: Span
    rule: str
    children: tuple[Item | Action, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everyone who speaks: of ``王某、李某`` both."""
        return several(self.speaker)


def several(speaker: str) -> tuple[str, ...]:
    """The names of a speaker, who may be several together."""
    return tuple(speaker.split("、"))


Node = Speech | Item | Action


def walk(nodes: tuple[Node, ...], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Every node of an outline in reading order, with its depth (0 for a speech)."""
    for node in nodes:
        yield depth, node
        if not isinstance(node, Action):
            yield from walk(node.children, depth + 1)
