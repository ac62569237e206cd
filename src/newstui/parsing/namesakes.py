"""Two people of one name in a digest, told apart by posts that nobody holds together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Post
from newstui.parsing.candidates import Candidate
from newstui.parsing.hanzi import LEVELS

_HOUSE: Final = late(r"(?<!法院)(?<!检察院)(?:(?<!法)院长|校长|园长|馆长|厂长|台长|社长|董事长|总经理)$")
_SEAT: Final = late(rf"(?:[{LEVELS}]委(?:常务)?副?书记|副?[{LEVELS}]长)$")
_FEWEST: Final = 3
"""From so many pieces on a text is a digest, whose reports may be of different places."""


class Bearer(NamedTuple):
    """One bearer of a name: where it is theirs, and their posts."""

    mentions: list[Candidate]
    posts: list[Post]


def bearers(found: Sequence[Candidate], posts: Sequence[Post], sections: Sequence[Span]) -> Iterator[Bearer]:
    """Who bears a name: one person, but in a digest the head of a house and the holder of a seat are two."""
    known: list[Bearer] = []
    for section in sections if len(sections) >= _FEWEST else ():
        here = [one for one in found if section.start <= one.start < section.end]
        held = [post for post in posts if section.start <= post.span.start < section.end]
        same = next((bearer for bearer in known if not _clash(bearer.posts, held)), None)
        if here and same:
            same.mentions.extend(here)
            same.posts.extend(held)
        elif here:
            known.append(Bearer(here, held))
    yield from known if len(known) > 1 else [Bearer(list(found), list(posts))]


def _clash(one: Sequence[Post], other: Sequence[Post]) -> bool:
    return {_kind(one), _kind(other)} == {"house", "seat"}


def _kind(posts: Sequence[Post]) -> str | None:
    """``house`` for the head of a hospital, a school, a company; ``seat`` for one who leads a place; else None."""
    house = any(_HOUSE.search(post.text) for post in posts)
    seat = any(_SEAT.search(post.text) for post in posts)
    return None if house == seat else "house" if house else "seat"
