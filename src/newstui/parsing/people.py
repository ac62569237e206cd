"""Names and posts put together: one entry for each person of an article's body."""

from __future__ import annotations

from dataclasses import replace

from newstui.model.article import Span
from newstui.model.people import Person, Post
from newstui.model.reading import Reading
from newstui.parsing.names import Candidate, find_names
from newstui.parsing.posts import find_posts
from newstui.parsing.text import Page


def find_people(page: Page, reading: Reading) -> Reading:
    """The people the body names, with every mention and every post, in order of first appearance."""
    body = reading.parts.body or (Span(0, len(page.plain)),)
    credits = [one.span for one in reading.credits]
    mentions = [
        one for one in find_names(page.plain, body) if not any(span.start <= one.start < span.end for span in credits)
    ]
    posts = find_posts(page, mentions)
    people: dict[str, list[Candidate]] = {}
    for one in mentions:
        people.setdefault(one.name, []).append(one)
    return replace(reading, people=tuple(_person(page, found, posts.get(name, ())) for name, found in people.items()))


def _person(page: Page, found: list[Candidate], posts: tuple[Post, ...]) -> Person:
    mentions = tuple(Span(one.start, one.end) for one in found)
    name = "".join(mentions[0].of(page.text).split())
    rule = max(found, key=lambda one: one.weight).rule
    return Person(name=name, mentions=mentions, posts=tuple(posts), rule=rule)
