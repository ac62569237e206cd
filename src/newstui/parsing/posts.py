"""The grammar of posts: organisation words and a rank word, read back from the name."""

from __future__ import annotations

import re
from functools import cache

from newstui.model.article import Span
from newstui.model.people import Post
from newstui.parsing import contexts, lexicon, words
from newstui.parsing.candidates import Candidate
from newstui.parsing.text import Page

_STOP_MARK = re.compile(r"[。!?;:,、()《》“”\"'\n…—|【】\[\]]")
_TIME = re.compile(r".*(?:\d+[日时分年月]|[上下中]午|当[天日晚]|近日|日前|期间|同时)", re.S)


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicon.words("posts", "stops"))


@cache
def _domains() -> frozenset[str]:
    return frozenset(lexicon.words("posts", "domains"))


def segment(text: str, end: int, floor: int) -> Span | None:
    """The one post that ends here: its organisation words and its rank word."""
    length = contexts.rank_before(text, end)
    if not length or end - length < floor:
        return None
    rank = end - length
    start = rank
    lowest = max(floor, rank - 40)
    mark = None
    for match in _STOP_MARK.finditer(text, lowest, rank):
        mark = match
    if mark:
        lowest = mark.end()
    for at, stop in words.backwards(text, lowest, rank):
        word = text[at:stop]
        if word in ("和", "与", "及") and _joins(text, at, lowest):
            start = at
            continue
        if word in _stops() or (text[at].isdigit() and text[stop - 1] in "日月时分年"):
            break
        if word in "日月" and at > lowest and text[at - 1].isdigit():
            break
        if word.isspace():
            break
        start = at
    return Span(start, end)


def _joins(text: str, at: int, floor: int) -> bool:
    left = words.ends(text, at)
    for length in range(min(4, at - floor), 1, -1):
        if text[at - length : at] in _domains():
            return True
    return bool(left) and text[at - left : at] in _domains()


def chain(text: str, end: int, floor: int) -> list[Span]:
    """The posts that stand one after the other right before a name."""
    found: list[Span] = []
    while True:
        one = segment(text, end, floor)
        if one is None:
            break
        found.append(one)
        at = one.start
        if at <= floor or text[at - 1] not in "、,兼":
            break
        if text[at - 1] in "、," and not contexts.rank_before(text, at - 1):
            break
        end = at - 1
    return found[::-1]


def find_posts(page: Page, mentions: list[Candidate]) -> dict[str, tuple[Post, ...]]:
    """The posts of each name."""
    text = page.plain
    posts: dict[str, dict[str, Post]] = {}
    floor = 0
    before: list[Post] = []
    previous: Candidate | None = None
    for one in mentions:
        mine = [_post(page, span, "post-before-name") for span in chain(text, one.start, floor)]
        if (
            not mine
            and previous
            and one.start - previous.end == 1
            and text[previous.end] == "、"
            and before
            and _is_shared(before[-1].text)
        ):
            mine = [_post(page, before[-1].span, "post-before-list")]
        after = _after(page, one)
        for post in mine + ([after] if after else []):
            posts.setdefault(one.name, {}).setdefault(post.text, post)
        floor = after.span.end if after else one.end
        previous, before = one, mine
    return {name: tuple(found.values()) for name, found in posts.items()}


@cache
def _shared() -> tuple[str, ...]:
    return lexicon.words("posts", "shared")


def _is_shared(post: str) -> bool:
    length = contexts.rank_before(post, len(post))
    rank = post[-length:]
    return rank.startswith("副") or any(rank.endswith(word) for word in _shared())


def _after(page: Page, one: Candidate) -> Post | None:
    length = contexts.rank_after(page.plain, one.end)
    if not length:
        return None
    return _post(page, Span(one.end, one.end + length), "post-after-name")


def _post(page: Page, span: Span, rule: str) -> Post:
    return Post(text="".join(span.of(page.text).split()), span=span, rule=rule)
