"""A query in the words of one language: ``人:陈必昌``, ``角色:主持``. What is said here parses back to the same."""

from __future__ import annotations

from newstui.query.aliases import FIELD_WORDS, VALUE_WORDS, shown
from newstui.query.query import And, Joined, Node, Not, Or, Query, Term, quoted


def chips(query: Query, language: str = "en") -> tuple[str, ...]:
    """The parts of a query in words, in order; ``zh`` for Chinese, else English."""
    return tuple(label(part, language) for part in query.parts)


def label(node: Node, language: str = "en") -> str:
    """One condition in words."""
    match node:
        case Term():
            return _term(node, language)
        case Joined():
            return "&".join(_term(term, language) for term in node.terms)
        case Not():
            return f"-{_inner(node.node, language)}"
        case Or():
            return " or ".join(_inner(each, language) for each in node.nodes)
        case And():
            return " ".join(_inner(each, language) for each in node.nodes)


def _inner(node: Node, language: str) -> str:
    words = label(node, language)
    return f"({words})" if isinstance(node, And | Or) else words


def _term(term: Term, language: str) -> str:
    if not term.field:
        return str(term)
    words = VALUE_WORDS.get(term.field)
    value = shown(term.value, words, language) if words and term.value in words else term.value
    return f"{shown(term.field, FIELD_WORDS, language)}:{quoted(value) if term.phrase else value}"
