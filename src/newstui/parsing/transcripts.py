"""Transcripts: paragraphs that open with a name and a colon are the words of the one named; hosts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Role
from newstui.model.reading import Reading
from newstui.parsing.text import Page

_SAYS: Final = late(r" *(?:\([^()\n]{1,40}\))?(?:先生|女士|同志|[^,。;:\n]{0,8}[长任记员授])? *:(?P<words>[^\n]*)")
_FEWEST: Final = 24
"""Fewer letters than this with no full stop are a caption or the entry of a list."""
_BELOW: Final = late(r"\s*(?!男|女|汉族|\d{4}年)(?P<words>[^\n]*。)")
"""The words below a line of its own that names who says them."""
_HOST: Final = "主持人"
_BEFORE_HOST: Final = frozenset("由请是为在。,;:\n (的")


def spoken(page: Page, reading: Reading) -> Iterator[tuple[int, Role]]:
    """Those whose words a paragraph gives behind their name, ``张某:各位记者朋友,…``, and hosts."""
    headings: list[tuple[int, Role]] = []
    for number, person in enumerate(reading.people):
        posts = {end: start for start, end in [post.span for post in person.posts]}
        for span in person.mentions:
            start, end = span
            said = _SAYS.match(page.plain, end) if _opens(page.plain, start, posts) else None
            if not said or not _is_told(reading, span):
                continue
            if "。" in said["words"] or len(said["words"]) > _FEWEST:
                yield number, Role("spoke", span, "transcript")
                break
            if not said["words"].strip() and start in posts and _BELOW.match(page.plain, said.end()):
                headings.append((number, Role("spoke", span, "heading")))
                break
    if len(headings) > 1:
        yield from headings
    yield from _hosts(page, reading)


def _hosts(page: Page, reading: Reading) -> Iterator[tuple[int, Role]]:
    """Those whom the text calls the host of the event, not of a station: ``由主持人张某介绍…``."""
    if _HOST not in page.plain:
        return
    for number, person in enumerate(reading.people):
        for span in person.mentions:
            at = span.start - len(_HOST)
            if page.plain.endswith(_HOST, 0, span.start) and (not at or page.plain[at - 1] in _BEFORE_HOST):
                yield number, Role("presided", Span(at, span.start), "host")
                break


def _opens(plain: str, at: int, posts: dict[int, int]) -> bool:
    """Whether a paragraph begins here, or with the posts before a name here; spaces apart."""
    while at in posts or (at and plain[at - 1] == "、" and at - 1 in posts):
        at = posts[at] if at in posts else posts[at - 1]
    while at and plain[at - 1] == " ":
        at -= 1
    return not at or plain[at - 1] == "\n"


def _is_told(reading: Reading, span: Span) -> bool:
    return any(body.holds(span) for body in reading.parts.body)
