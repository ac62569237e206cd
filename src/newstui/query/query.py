"""The query: a frozen value which the screen, the command line and saved searches share, and which says itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newstui.model.clean import MARK, line
from newstui.model.fold import fold
from newstui.query.errors import QueryError

__all__ = ["FIELDS", "IS", "PERSONAL", "And", "Joined", "Node", "Not", "Or", "Query", "QueryError", "Term",
           "opposite", "quoted"]  # fmt: skip

PERSONAL: Final = ("person", "post", "role")
"""The fields that say something of one person, and so may be joined with ``&``."""
FIELDS: Final = (
    "", *PERSONAL, "speaker", "org", "place", "date", "source", "author", "title", "doc", "term", "tag", "is"
)  # fmt: skip
IS: Final = ("unread", "read", "starred", "marked", "new")

_BARE: Final = re.compile(r"[\w·•.,;!?/%+*~@《》、。，；！？…—～]+(?:-[\w·•.,;!?/%+*~@《》、。，；！？…—～]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: ``Term("person", "陈必昌")``; the field ``""`` means words of the title or the body.

    A value is one line without control codes; where nothing is left of it, the mark that stands for those.
    ``phrase`` says that it stands, or has to stand, in quotes; it changes nothing in what is found.
    """

    field: str
    value: str
    phrase: bool = False

    def __post_init__(self) -> None:
        if self.field not in FIELDS:
            raise ValueError(f"there is no field {self.field!r}")
        value = line(self.value)
        value = value if fold(value) else MARK
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "phrase", self.phrase or _needs_quotes(value))

    def __str__(self) -> str:
        value = quoted(self.value) if self.phrase else self.value
        return f"{self.field}:{value}" if self.field else value


@dataclass(frozen=True, slots=True)
class Joined:
    """``p:张晓彬&presided``: one person, in one article, meets all of the terms, whose fields are PERSONAL."""

    terms: tuple[Term, ...]

    def __post_init__(self) -> None:
        if len(self.terms) < 2 or any(term.field not in PERSONAL for term in self.terms):
            raise ValueError("two or more terms of person, post or role are joined")

    def __str__(self) -> str:
        return "&".join(map(str, self.terms))


@dataclass(frozen=True, slots=True)
class Not:
    """All but what the node finds; ``opposite`` makes it, so that no ``-`` stands before another."""

    node: Node

    def __post_init__(self) -> None:
        if isinstance(self.node, Not):
            raise ValueError("the opposite of an opposite is the thing itself")

    def __str__(self) -> str:
        return f"-{_inner(self.node)}"


@dataclass(frozen=True, slots=True)
class Or:
    """What any of the nodes finds."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        _at_least_two(self.nodes)

    def __str__(self) -> str:
        return " or ".join(map(_inner, self.nodes))


@dataclass(frozen=True, slots=True)
class And:
    """What all of the nodes find; stands inside ``or``, ``-`` and parentheses only, as a query itself is and-ed."""

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        _at_least_two(self.nodes)

    def __str__(self) -> str:
        return " ".join(map(_inner, self.nodes))


Node = Term | Joined | Not | Or | And


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Empty, it finds every article; each part is one chip of the filter bar."""

    parts: tuple[Node, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __str__(self) -> str:
        """The words that parse back to this very query."""
        if len(self.parts) == 1 and isinstance(self.parts[0], Or):
            return str(self.parts[0])
        return " ".join(map(_inner, self.parts))

    @property
    def chips(self) -> tuple[str, ...]:
        """The parts in words, in order."""
        return tuple(map(str, self.parts))

    def with_part(self, node: Node) -> Query:
        """Narrowed by one more condition; the same where it holds it already."""
        return self if node in self.parts else Query((*self.parts, node))

    def with_person(self, name: str) -> Query:
        """Only articles that name this person."""
        return self.with_part(Term("person", name))

    def excluding(self, node: Node) -> Query:
        """All but what the node finds; a part that asks for it goes."""
        return self.without(node).with_part(opposite(node))

    def without(self, node: Node) -> Query:
        """Without that part."""
        return Query(tuple(part for part in self.parts if part != node))

    def without_last(self) -> Query:
        """Without the last part, as Backspace drops it."""
        return Query(self.parts[:-1])

    def replacing(self, field: str, node: Node | None) -> Query:
        """The parts of one field give way to the node, or just go: a new date for the old one."""
        kept = [node if _is_of(part, field) else part for part in self.parts]
        if node is not None and node not in kept:
            kept.append(node)
        return Query(tuple(dict.fromkeys(part for part in kept if part is not None)))

    def terms(self, *, wanted: bool = False) -> Iterator[Term]:
        """All terms, from left to right; ``wanted`` leaves out those under a ``-``, as marks in the text want it."""
        for part in self.parts:
            yield from _terms(part, wanted)


def opposite(node: Node) -> Node:
    """All but what the node finds."""
    return node.node if isinstance(node, Not) else Not(node)


def quoted(value: str) -> str:
    """A value in quotes; a quote inside is doubled."""
    return '"' + value.replace('"', '""') + '"'


def _needs_quotes(value: str) -> bool:
    return _BARE.fullmatch(value) is None or fold(value) == "or"


def _inner(node: Node) -> str:
    return f"({node})" if isinstance(node, And | Or) else str(node)


def _is_of(node: Node, field: str) -> bool:
    return isinstance(node, Term) and node.field == field


def _at_least_two(nodes: tuple[Node, ...]) -> None:
    if len(nodes) < 2:
        raise ValueError("two or more conditions are joined")


def _terms(node: Node, wanted: bool) -> Iterator[Term]:
    match node:
        case Term():
            yield node
        case Joined():
            yield from node.terms
        case Not():
            if not wanted:
                yield from _terms(node.node, wanted)
        case And() | Or():
            for each in node.nodes:
                yield from _terms(each, wanted)
