"""In the text: find, step from hit to hit and from node to node, ask why something is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.model.article import Span
from newstui.model.fold import find_folded
from newstui.model.outline import Node
from newstui.model.people import Person
from newstui.tui.language import say

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen


def mark_person(room: ReaderScreen, screen: Any) -> None:
    """The person under the cursor marked at every mention, the first in sight."""
    person = room.people.person
    if person is not None and person.mentions:
        mentions = tuple(sorted(person.mentions))
        room.marks = room.marks._replace(mentions=mentions, found=(), outlined=(), pointed=mentions[0])
        room.tell(say("mentions", name=person.name, number=len(mentions)))


def mark_node(room: ReaderScreen, screen: Any) -> None:
    """The outline node under the cursor marked at its sentence."""
    node = room.outline.node
    if node is not None:
        room.marks = room.marks._replace(outlined=(node.span,), pointed=None)
        room.text.bring(node.span)


def find(room: ReaderScreen, screen: Any) -> None:
    """``/`` in the text: every place of some words, the first after the cursor pointed at."""

    def take(typed: str) -> bool:
        if room.opened is None or not typed.strip():
            return True
        found = tuple(Span(*span) for span in find_folded(room.opened.article.text, typed))
        if not found:
            room.tell(say("not_in_text", words=typed), failed=True)
            return False
        room.marks = room.marks._replace(found=found, pointed=None)
        _step(room, 1, room.text.offset_here - 1)
        return True

    room.prompt(say("ask_find"), "", take)


def next_hit(room: ReaderScreen, screen: Any) -> None:
    _step(room, 1)


def previous_hit(room: ReaderScreen, screen: Any) -> None:
    _step(room, -1)


def _step(room: ReaderScreen, by: int, start: int | None = None) -> None:
    """To the next stop after, or before, the one pointed at; round at the ends."""
    stops = room.marks.stops
    if not stops:
        room.tell(say("no_hits"))
        return
    pointed = room.marks.pointed
    here = start if start is not None else pointed.start if pointed else room.text.offset_here - (by > 0)
    after = [at for at, stop in enumerate(stops) if (stop.start > here if by > 0 else stop.start < here)]
    at = (after[0] if by > 0 else after[-1]) if after else (0 if by > 0 else len(stops) - 1)
    room.marks = room.marks._replace(pointed=stops[at])
    room.offset_read = stops[at].start
    room.tell(say("hit", number=at + 1, total=len(stops)))


def next_node(room: ReaderScreen, screen: Any) -> None:
    _to_node(room, 1)


def previous_node(room: ReaderScreen, screen: Any) -> None:
    _to_node(room, -1)


def _to_node(room: ReaderScreen, by: int) -> None:
    if not room.outline.item_count():
        room.tell(say("no_nodes"))
        return
    first = by > 0 and not room.marks.outlined and room.outline.cursor == 0
    room.outline.go(room.outline.cursor + (0 if first else by), tell=False)
    mark_node(room, room)


def why(room: ReaderScreen, screen: Any) -> None:
    """``w``: rule and words behind the thing under the cursor."""
    if room.opened is None:
        room.tell(say("why_nothing"))
        return
    text = room.opened.article.text
    here = room.text.span_here
    if room.place == "outline" and room.outline.node is not None:
        _explain_node(room, room.outline.node, text)
        return
    in_line = [
        one
        for one in room.opened.reading.people
        if any(mention.start < here.end and here.start < mention.end for mention in one.mentions)
    ]
    named = [one for one in ([room.people.person] if room.place == "people" else in_line) if one is not None]
    if len(named) > 1:
        from newstui.tui.acts.filtering import choose

        choose(room, say("why", name=""), [(one, one.name, "") for one in named], lambda one: _explain(room, one, text))
    elif named:
        _explain(room, named[0], text)
    elif room.place == "text" and (node := room.outline.node_at(here)) is not None:
        _explain_node(room, node, text)
    else:
        room.tell(say("why_nothing"))


def _explain_node(room: ReaderScreen, node: Node, text: str) -> None:
    room.tell(say("why_node", rule=node.rule, words=_clip(node.span.of(text))))


def _explain(room: ReaderScreen, person: Person, text: str) -> None:
    """Rule and words for every fact about a person."""
    from newstui.tui.acts.filtering import choose

    rows = [(mention, say("role_mentioned"), say("why_name", rule=person.rule, words=_around(text, mention)))
            for mention in person.mentions[:1]]  # fmt: skip
    rows += [(post.span, post.text, say("why_post", text=post.text, rule=post.rule, words=_around(text, post.span)))
             for post in person.posts]  # fmt: skip
    rows += [(role.span, say("role_" + role.role), say("why_role", role=say("role_" + role.role), rule=role.rule,
              words=_around(text, role.span))) for role in person.roles]  # fmt: skip

    def take(span: Span) -> None:
        room.marks = room.marks._replace(pointed=span)

    choose(room, say("why", name=person.name), rows, take)


def _clip(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _around(text: str, span: Span) -> str:
    """The words of the span with a little before and after."""
    return _clip(f"{text[max(0, span.start - 8) : span.start]}〔{span.of(text)}〕{text[span.end : span.end + 8]}")
