"""People of an article: names, posts, offices, roles."""

from __future__ import annotations

from typing import Final

from newstui.model.article import Span
from newstui.model.record import record

ROLES: Final = ("presided", "spoke", "attended", "reported", "stated", "inspected", "accompanied", "met")
CREDITS: Final = ("author", "reporter", "editor", "photographer")


@record
class Post:
    """An office as the text words it: ``县委常委``."""

    text: str
    span: Span
    rule: str


@record
class Office:
    """A post made whole: ``县政协主席`` in an article of 利津县 is 利津县政协主席."""

    text: str
    organization: str
    rank: str
    post: int
    """Index of the post it comes from, in the person's posts."""
    reason: str
    """Where the organisation was found: ``lead``, ``dateline``, ``title``, ``source``, ``previous post``, ``post``."""


@record
class Role:
    """What a person did in the event; ``role`` is one of ROLES."""

    role: str
    span: Span
    rule: str


@record
class Person:
    """A named human of an article's body, one entry each."""

    name: str
    mentions: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    offices: tuple[Office, ...] = ()
    roles: tuple[Role, ...] = ()
    rule: str = ""
    """The rule that found the name."""


@record
class Credit:
    """Someone who made the article; ``credit`` is one of CREDITS, ``label`` the words of the text."""

    name: str
    credit: str
    label: str
    span: Span
