"""Words to a query. Import this module only where words are typed: the parser library costs the start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from lark import Lark, Token, UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from newstui.query.aliases import FIELD_WORDS
from newstui.query.builder import Builder
from newstui.query.errors import QueryError
from newstui.query.query import PERSONAL, And, Node, Not, Or, Query, quoted

__all__ = ["QueryError", "parse"]

GRAMMAR: Final = r"""
start: any?
any: all (OR all)*
all: unit+
?unit: not | group | joined | named | words
not: NOT unit
group: "(" any ")"
joined: personal (JOIN (personal | bare))*
personal: PERSONAL (PERSONAL_VALUE | PHRASE | QUOTED)
bare: PERSONAL_VALUE | PHRASE | QUOTED
named: FIELD (VALUE | PHRASE | QUOTED)
words: WORD | PHRASE | QUOTED

OR.5: /or(?=[\s()]|$)/i
NOT.5: /-(?=[^\s)])/
JOIN.6: /\s*&\s*/
PERSONAL.4: /(?:%(personal)s):\s*/i
FIELD.4: /(?:%(fields)s):\s*/i
PHRASE.3: /"[^"]*(?:""[^"]*)*"/
QUOTED.3: /“[^”]*”(?=[\s()&]|$)/
WORD: /(?!(?i:or)(?:[\s()]|$))[^\s()"&-][^\s()]*(?:\([^\s()]*\)[^\s()]*)*/
VALUE: /[^\s()"][^\s()]*(?:\([^\s()]*\)[^\s()]*)*/
PERSONAL_VALUE: /[^\s()"&][^\s()&]*(?:\([^\s()&]*\)[^\s()&]*)*/
SPACE: /\s+/
%%ignore SPACE
"""
"""``%`` fills in the names of the fields. Parentheses inside a word belong to it: ``会议（上午）`` is one word."""

MAX_LENGTH: Final = 20_000
"""Of the query as typed, and as it says itself, in characters."""
MAX_TERMS: Final = 500
MAX_DEPTH: Final = 16
_MAX_OPEN: Final = 2 * MAX_DEPTH
"""Parentheses may be doubled for no reason; the parser stops here."""
_EVEN: Final = {0xFF01 + at: 0x21 + at for at in range(0x5E) if at != 1}
"""Full-width marks and letters as an input method types them, to ASCII, one for one."""
_VALUES: Final = frozenset({"WORD", "VALUE", "PERSONAL_VALUE", "PHRASE", "QUOTED"})
_MISPLACED: Final = {"-": "minus", "&": "join"}
"""What a mark that stands alone is told."""


def parse(text: str, today: date | None = None) -> Query:
    """The query these words mean. Raises QueryError; no words at all mean every article."""
    if len(text) > MAX_LENGTH:
        raise QueryError("long", (MAX_LENGTH,), (MAX_LENGTH, len(text)))
    even = text.translate(_EVEN)
    try:
        tree = _parser().parse(even)
    except UnexpectedInput as error:
        raise _mistake(error, even) from None
    query = Builder(text, even, today).query(tree)
    if max(map(_depth, query.parts), default=0) > MAX_DEPTH:
        raise QueryError("deep", (MAX_DEPTH,), (0, len(text)))
    if len(str(query)) > MAX_LENGTH:
        raise QueryError("long", (MAX_LENGTH,), (0, len(text)))
    return query


def _depth(node: Node) -> int:
    match node:
        case Not():
            return 1 + _depth(node.node)
        case And() | Or():
            return 1 + max(map(_depth, node.nodes))
        case _:
            return 0


class _Watch:
    """Stands between lexer and parser, and stops queries nobody can mean."""

    always_accept = ()

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The same tokens; raises QueryError beyond the limits."""
        depth = dashes = terms = 0
        for token in stream:
            depth += (token.type == "LPAR") - (token.type == "RPAR")
            dashes = dashes + 1 if token.type == "NOT" else 0
            terms += token.type in _VALUES
            if depth > _MAX_OPEN or dashes > 2:
                raise QueryError("deep", (MAX_DEPTH,), _span(token))
            if terms > MAX_TERMS:
                raise QueryError("many", (MAX_TERMS,), _span(token))
            yield token


@cache
def _parser() -> Lark:
    personal = [word for name in PERSONAL for word in FIELD_WORDS[name]]
    others = [word for name, words in FIELD_WORDS.items() if name not in PERSONAL for word in words]
    names = {"personal": "|".join(map(re.escape, personal)), "fields": "|".join(map(re.escape, others))}
    return Lark(GRAMMAR % names, parser="lalr", lexer="contextual", postlex=_Watch())


def _span(token: Token) -> tuple[int, int]:
    return token.start_pos or 0, token.end_pos or 0


def _mistake(error: UnexpectedInput, even: str) -> QueryError:
    """What the parser stumbled over, in the words of a reader."""
    if isinstance(error, UnexpectedCharacters):
        return _unreadable(error.pos_in_stream or 0, even)
    assert isinstance(error, UnexpectedToken)
    at = len(even) if error.token.type == "$END" else error.token.start_pos or 0
    span = (at, at) if error.token.type == "$END" else _span(error.token)
    before = even[:at].rstrip()
    if error.expected & {"VALUE", "PERSONAL_VALUE"}:
        return _missing_value(before, span, error.token.type)
    if error.token.type == "$END" and ("RPAR" in error.expected or before.endswith("(")):
        return QueryError("open", (), span, f"{even})" if len(even) < 80 and "RPAR" in error.expected else None)
    return _misplaced(error.token, before, span)


def _unreadable(at: int, even: str) -> QueryError:
    """A character that begins nothing."""
    span, character, before = (at, at + 1), even[at], even[:at].rstrip()
    if character == '"':
        return QueryError("quote", (), (at, len(even)), f'{even[at:]}"' if 1 < len(even) - at < 80 else None)
    if re.search(r"(?:^|[\s(-])\w+:$|&$", before):
        return _missing_value(before, span, "")
    return QueryError(_MISPLACED.get(character, "other"), (), span)


def _missing_value(before: str, span: tuple[int, int], found: str) -> QueryError:
    name = re.split(r"[\s(&-]", before[:-1])[-1] + before[-1:] if before.endswith(":") else before[-1:]
    return QueryError("group-value" if found == "LPAR" else "value", (name,), span)


def _misplaced(token: Token, before: str, span: tuple[int, int]) -> QueryError:
    if token.type == "RPAR" and not before.endswith("("):
        ended = re.search(r"(?i)(?:^|[\s(])or$", before)
        return QueryError("right", ("or",), span) if ended else QueryError("close", (), span)
    if token.type == "RPAR":
        return QueryError("group", (), span)
    if token.type == "OR":
        return QueryError("left", (), span, quoted(str(token)))
    if token.type == "$END":
        return QueryError("right", (before.split()[-1] if before else "",), span)
    return QueryError(_MISPLACED.get(str(token)[0], "other"), (), span)
