"""The parser's tree to a query; here the words of fields, roles, states and dates are understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from newstui.model.clean import line
from newstui.model.fold import fold
from newstui.query.aliases import FIELD_WORDS, ROLE_WORDS, VALUE_WORDS, meaning, nearest
from newstui.query.dates import DateError, normal, parse_dates
from newstui.query.errors import QueryError
from newstui.query.query import And, Joined, Node, Or, Query, Term, opposite, quoted

Token = Any
"""A leaf of the parser's tree: a string with a ``type`` and its place."""
Tree = Any
"""A node of it: ``data`` names the rule, ``children`` are nodes and tokens."""

_QUOTES: Final = ("PHRASE", "QUOTED")


class Builder:
    """Builds the query of one text; ``even`` is the text with ASCII marks, character for character."""

    def __init__(self, text: str, even: str, today: date | None) -> None:
        self.text, self.even, self.today = text, even, today

    def query(self, tree: Tree) -> Query:
        """The query of the whole tree. Raises QueryError."""
        if not tree.children:
            return Query()
        alternatives = self._alternatives(tree.children[0])
        return Query(alternatives[0] if len(alternatives) == 1 else (Or(tuple(map(_all, alternatives))),))

    def _alternatives(self, tree: Tree) -> list[tuple[Node, ...]]:
        alternatives = [each for each in tree.children if not _is_token(each)]
        return [tuple(self._node(unit) for unit in each.children) for each in alternatives]

    def _node(self, tree: Tree) -> Node:
        children = tree.children
        match tree.data:
            case "not":
                return opposite(self._node(children[1]))
            case "group":
                alternatives = [_all(each) for each in self._alternatives(children[0])]
                return alternatives[0] if len(alternatives) == 1 else Or(tuple(alternatives))
            case "joined":
                return self._joined([child for child in children if not _is_token(child)])
            case "named":
                return self._named(*children)
            case _:
                return self._words(children[0])

    def _joined(self, trees: Sequence[Tree]) -> Node:
        terms = tuple(
            self._named(*tree.children) if tree.data == "personal" else self._bare(tree.children[0]) for tree in trees
        )
        return terms[0] if len(terms) == 1 else Joined(terms)

    def _bare(self, token: Token) -> Term:
        """A value after ``&`` without a field: a role where it is the word for one, else a post."""
        value, span = self._value(token)
        role = meaning(value, ROLE_WORDS)
        if role:
            return Term("role", role)
        if value.isascii():
            raise QueryError("role", (value,), span, nearest(value, ROLE_WORDS))
        return self._term("post", value, token, span)

    def _named(self, name: Token, token: Token) -> Term:
        field = meaning(name.rstrip().rstrip(":"), FIELD_WORDS)
        value, span = self._value(token)
        assert field is not None
        if words := VALUE_WORDS.get(field):
            known = meaning(value, words)
            if known is None:
                raise QueryError(field, (value,), span, nearest(value, words))
            return Term(field, known)
        return self._date(value, span) if field == "date" else self._term(field, value, token, span)

    def _date(self, value: str, span: tuple[int, int]) -> Term:
        try:
            parse_dates(value, self.today)
        except DateError as error:
            raise QueryError(error.kind, error.values, span, error.suggestion) from None
        return Term("date", normal(value))

    def _words(self, token: Token) -> Term:
        value, span = self._value(token)
        if token.type == "WORD":
            self._check_word(token, value, span)
        return self._term("", value, token, span)

    def _check_word(self, token: Token, value: str, span: tuple[int, int]) -> None:
        """A word that looks like a field or a join is a mistake, unless it is plainly Chinese text."""
        head, colon, _ = token.partition(":")
        if colon and not re.fullmatch(r"[\d./]*", head):
            near = nearest(head, FIELD_WORDS)
            if near or self.text[span[0] + len(head)] == ":":
                there = span[0], span[0] + len(head) + 1
                raise QueryError("field", (line(head),), there, f"{near}:" if near else quoted(value))
        name, _, role = token.partition("&")
        if role and meaning(role, ROLE_WORDS):
            raise QueryError("join", (), span, f"p:{line(name)}&{role}")

    def _term(self, field: str, value: str, token: Token, span: tuple[int, int]) -> Term:
        if not fold(value):
            raise QueryError("empty", (), span)
        return Term(field, value, token.type in _QUOTES)

    def _value(self, token: Token) -> tuple[str, tuple[int, int]]:
        """The value as typed, without its quotes, and where it stands."""
        start, end = token.start_pos or 0, token.end_pos or 0
        raw = self.text[start:end]
        if token.type == "PHRASE":
            raw = raw[1:-1].replace('""', '"')
        elif token.type == "QUOTED":
            raw = raw[1:-1]
        return line(raw), (start, end)


def _all(nodes: tuple[Node, ...]) -> Node:
    return nodes[0] if len(nodes) == 1 else And(nodes)


def _is_token(child: object) -> bool:
    return isinstance(child, str)
