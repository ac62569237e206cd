"""The thing under the cursor, as conditions to filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.model.article import Span
from newstui.model.outline import Action, Item, Speech
from newstui.query.query import Node, Term
from newstui.tui.frame import chip_words
from newstui.tui.language import say

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen

Thing = tuple[Node, str, str]
"""A condition, how it is shown, what is said of it."""


def thing(room: ReaderScreen) -> list[Thing]:
    """What ``.`` and ``,`` mean here; several make a menu."""
    found = {"list": _of_row, "text": _of_line, "people": _of_person, "outline": _of_node}[room.place](room)
    return list({str(node): (node, label, detail) for node, label, detail in found}.values())


def _thing(field: str, value: str, detail: str = "") -> list[Thing]:
    try:
        node = Term(field, value)
    except ValueError:
        return []
    return [(node, chip_words(node), detail)]


def _of_row(room: ReaderScreen) -> list[Thing]:
    line = room.listed.line
    if line is None:
        return []
    found: list[Thing] = []
    if line.published:
        day = line.published[:10]
        found += (
            _thing("date", day, say("day"))
            + _thing("date", day[:7], say("month"))
            + _thing("date", day[:4], say("year"))
        )
    if line.source:
        found += _thing("source", line.source)
    if room.opened is not None and room.opened.article.id == line.id:
        for person in room.opened.reading.people[:30]:
            found += _thing("person", person.name, person.posts[0].text if person.posts else "")
    return found


def _of_person(room: ReaderScreen) -> list[Thing]:
    person = room.people.person
    if person is None:
        return []
    found = _thing("person", person.name)
    for post in person.offices or person.posts:
        found += _thing("post", post.text)
    return found


def _of_node(room: ReaderScreen) -> list[Thing]:
    node = room.outline.node
    if isinstance(node, Speech):
        return [thing for each in node.speakers for thing in _thing("speaker", each)]
    if isinstance(node, Action) and node.addressee:
        return _thing("", node.addressee.text)
    return _thing("", node.heading) if isinstance(node, Item) and node.heading else []


def _of_line(room: ReaderScreen) -> list[Thing]:
    """People, documents and terms of the line the reader is at."""
    if room.opened is None:
        return []
    reading, here = room.opened.reading, room.text.span_here
    found: list[Thing] = []
    for person in reading.people:
        if any(_touch(mention, here) for mention in person.mentions):
            found += _thing("person", person.name, person.posts[0].text if person.posts else "")
    for document in reading.documents:
        found += _thing("doc", document.title) if _touch(document.span, here) else []
    for term in reading.terms:
        found += _thing("term", term.text) if _touch(term.span, here) else []
    return found


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
