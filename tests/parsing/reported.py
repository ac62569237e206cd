"""What a reading says, as lines of text that block cases can expect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newstui.intake.articles import article
from newstui.model.outline import Action, Item, Speech, walk
from newstui.model.reading import Reading
from newstui.parsing.pipeline import read

Kind = Callable[[str, Reading], list[str]]


def reported(text: str, kind: str) -> tuple[str, ...]:
    """The lines of one kind for a text; names of kinds are those of the block files."""
    one = article(text)
    return tuple(line for line in KINDS[kind](one.text, read(one)) if line.strip())


def _dateline(_: str, reading: Reading) -> list[str]:
    line = reading.dateline
    return [f"{line.agency or 'null'} | {line.place or 'null'} | {line.date or 'null'}"] if line else ["null"]


def _day(_: str, reading: Reading) -> list[str]:
    return [f"{reading.meeting.date or 'null'} {reading.meeting.period or ''}".strip()] if reading.meeting else ["null"]


def _people(_: str, reading: Reading) -> list[str]:
    return [f"{one.name}: {'、'.join(post.text for post in one.posts)}".removesuffix(": ") for one in reading.people]


def _offices(_: str, reading: Reading) -> list[str]:
    return [f"{one.name} {office.text} {office.reason}" for one in reading.people for office in one.offices]


def _outline(_: str, reading: Reading) -> list[str]:
    return [_node(depth, node) for depth, node in walk(reading.outline)]


def _node(depth: int, node: Speech | Item | Action) -> str:
    if isinstance(node, Speech):
        return f"S {node.speaker} {node.verb}"
    return f"I {node.ordinal} {node.heading}" if isinstance(node, Item) else "  " * (depth - 1) + f"A {node.text}"


def _lines_of(spans: list[str]) -> list[str]:
    return [line.strip() for span in spans for line in span.split("\n")]


KINDS: Final[dict[str, Kind]] = {
    "title": lambda _, reading: [reading.title or "null"],
    "published": lambda _, reading: [reading.published or "null"],
    "source": lambda _, reading: [reading.source or "null"],
    "credits": lambda _, reading: [f"{credit.name} {credit.credit}" for credit in reading.credits],
    "dateline": _dateline,
    "below": lambda text, reading: _lines_of([span.of(text) for span in reading.parts.boilerplate]),
    "body": lambda text, reading: _lines_of([span.of(text) for span in reading.parts.body]),
    "sections": lambda text, reading: [span.of(text)[:6] for span in reading.sections],
    "meeting": lambda _, reading: [reading.meeting.name if reading.meeting else "null"],
    "day": _day,
    "form": lambda _, reading: [(reading.meeting and reading.meeting.form) or "null"],
    "venues": lambda _, reading: list(reading.meeting.venues) if reading.meeting else [],
    "documents": lambda _, reading: [document.title for document in reading.documents],
    "terms": lambda _, reading: [
        f"{term.text} = {term.meaning}" if term.meaning else term.text for term in reading.terms
    ],
    "organizations": lambda _, reading: [f"{one.name} {one.act}" for one in reading.organizations],
    "people": _people,
    "offices": _offices,
    "outline": _outline,
    "speeches": lambda _, reading: [f"{speech.speaker} {speech.verb}" for speech in reading.outline],
    "roles": lambda _, reading: [
        f"{person.name}: {' '.join(role.role for role in person.roles)}".strip() for person in reading.people
    ],
}
