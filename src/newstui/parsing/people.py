"""Names and posts put together: one entry for each person of an article's body."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from newstui.model.article import Span
from newstui.model.people import Person, Post
from newstui.model.reading import Reading
from newstui.parsing import bylines
from newstui.parsing.candidates import Candidate
from newstui.parsing.names import find_names
from newstui.parsing.namesakes import bearers
from newstui.parsing.offices import offices
from newstui.parsing.posts import find_posts
from newstui.parsing.setting import Setting, setting
from newstui.parsing.text import Page
from newstui.parsing.units import UNIT_LASTS, unit_before

_MOST_SIGN: Final = 5
"""More names in a last line are a list of those who were there."""


def find_people(page: Page, reading: Reading) -> Reading:
    """The people the body names, with every mention and every post, in order of first appearance."""
    body = reading.parts.body or (Span(0, len(page.plain)),)
    mentions = _counted(page, reading, find_names(page.plain, body))
    posts = find_posts(page, mentions)
    people: dict[str, list[Candidate]] = {}
    for one in mentions:
        people.setdefault(one.name, []).append(one)
    where = setting(page, reading, [(one.start, one.end) for one in mentions])
    seen: dict[int, str] = {}
    each = (one for name, found in people.items() for one in bearers(found, posts.get(name, ()), reading.sections))
    pieces = reading.sections if len(reading.sections) > 1 else ()
    wheres = [where.within(piece.of(page.plain)) for piece in pieces] or [where]
    ends = [piece.end for piece in pieces[:-1]]
    persons = (
        _person(page, one.mentions, tuple(one.posts), wheres[bisect_right(ends, one.mentions[0].start)], seen)
        for one in each
    )
    return reading._replace(people=tuple(sorted(persons, key=lambda person: person.mentions[0])))


def _counted(page: Page, reading: Reading, mentions: list[Candidate]) -> list[Candidate]:
    """The mentions that make a person of the report: no credits, bylines, datelines, titles of books."""
    out = [one.span for one in reading.credits]
    out += bylines.books(page.plain, reading.parts.body)
    out += _signed(page, reading, mentions)
    out += [reading.dateline.span] if reading.dateline else []
    covered = {at for span in out for at in range(span.start, span.end)}
    return [one for one in mentions if one.start not in covered and not bylines.is_byline(page.plain, one)]


def _signed(page: Page, reading: Reading, mentions: list[Candidate]) -> list[Span]:
    """The last line where it holds names and nothing else: who wrote the report."""
    if not mentions or not reading.parts.body:
        return []
    end = reading.parts.body[-1].end
    start = page.plain.rfind("\n", 0, end) + 1
    inside = [one for one in mentions if one.start >= start]
    left = len(page.plain[start:end].replace(" ", "").replace("、", "")) - sum(len(one.name) for one in inside)
    return [Span(start, end)] if inside and start > 0 and left == 0 and len(inside) < _MOST_SIGN else []


def _person(
    page: Page, found: list[Candidate], posts: tuple[Post, ...], where: Setting, seen: dict[int, str]
) -> Person:
    """One person, of all that was found of a name: mentions, posts and the offices these make."""
    mentions = tuple([Span(one.start, one.end) for one in found])
    behind = [one for one in mentions if page.plain[one.start - 1 : one.start] in UNIT_LASTS]
    before = {span.end: unit for span in behind if (unit := unit_before(page.plain, span.start))}
    whole, heaviest = mentions[0], found[0]
    if len(found) > 1:
        whole = max(mentions, key=lambda span: span.end - span.start)
        heaviest = max(found, key=lambda one: one.weight)
    name = "".join(whole.of(page.text).split())
    return Person(
        name=name,
        mentions=mentions,
        posts=posts,
        offices=offices(page.plain, name, posts, where, before, seen),
        rule=heaviest.rule,
    )
