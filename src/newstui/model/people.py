"""People of an article: names, posts, offices, roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newstui.model.article import Span

ROLES: Final = ("presided", "spoke", "attended", "reported", "stated", "inspected", "accompanied", "met")
CREDITS: Final = ("author", "reporter", "editor", "photographer")


@dataclass(frozen=True, slots=True)
class Post:
    """An office as the text words it: ``县委常委``."""

    text: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post made whole: ``县政协主席`` in an article of 利津县 is 利津县政协主席."""

    text: str
    organization: str
    rank: str
    post: int
    """Index of the post it comes from, in the person's posts."""
    reason: str
    """Where the organisation was found: ``lead``, ``dateline``, ``title``, ``previous post``, ``post``."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a person did in the event; ``role`` is one of ROLES."""

    role: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """A named human of an article's body, one entry each."""

    name: str
    mentions: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    offices: tuple[Office, ...] = ()
    roles: tuple[Role, ...] = ()
    rule: str = ""
    """The rule that found the name."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Someone who made the article; ``credit`` is one of CREDITS, ``label`` the words of the text."""

    name: str
    credit: str
    label: str
    span: Span
