"""The JSON form of a reading, as PRODUCT and the README describe it, and the reading back from it.

Absent values are null or left out. Written out class by class, as every article of an archive passes through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newstui.model.article import Article, Span
from newstui.model.outline import Action, Addressee, Deadline, Item, Quantity, Speech
from newstui.model.people import Credit, Office, Person, Post, Role
from newstui.model.reading import (
    SCHEMA,
    Dateline,
    Document,
    Meeting,
    Parts,
    Reading,
    Statement,
    Term,
)

Pinyin = Callable[[str], str]
"""Gives the toned pinyin of a name."""


def reading_json(article: Article, reading: Reading, pinyin: Pinyin | None = None) -> dict[str, Any]:
    """A reading with its article as plain lists, dicts and strings, ready for ``json.dumps``."""
    values = reading_values(reading)
    if pinyin is not None:
        values["people"] = [{"name": (name := one["name"]), "pinyin": pinyin(name), **one} for one in values["people"]]
    return {"schema": SCHEMA, "id": article.ref or article.id, **values, "text": article.text}


def reading_values(reading: Reading) -> dict[str, Any]:
    """The reading alone, as the archive keeps it."""
    return {
        "parser": reading.parser,
        "title": reading.title,
        "published": reading.published,
        "source": reading.source,
        "url": reading.url,
        "parts": _parts(reading.parts),
        "sections": _spans(reading.sections),
        "credits": [
            {"name": one.name, "credit": one.credit, "label": one.label, "span": [*one.span]} for one in reading.credits
        ],
        "dateline": reading.dateline and _dateline(reading.dateline),
        "meeting": reading.meeting and _meeting(reading.meeting),
        "people": [_person(one) for one in reading.people],
        "outline": [_node(one) for one in reading.outline],
        "documents": [{"title": one.title, "span": [*one.span]} for one in reading.documents],
        "terms": [{"text": one.text, "meaning": one.meaning, "span": [*one.span]} for one in reading.terms],
        "organizations": [{"name": one.name, "act": one.act, "span": [*one.span]} for one in reading.organizations],
    }


def reading_from_json(values: Mapping[str, Any]) -> Reading:
    """The reading which ``reading_values`` and ``reading_json`` wrote. Raises KeyError or TypeError on another form."""
    return Reading(
        values["parser"],
        values.get("title"),
        values.get("published"),
        values.get("source"),
        values.get("url"),
        _parts_back(values.get("parts") or {}),
        _spans_back(values.get("sections")),
        tuple([Credit(x["name"], x["credit"], x["label"], Span(*x["span"])) for x in values.get("credits") or ()]),
        _dateline_back(values.get("dateline")),
        _meeting_back(values.get("meeting")),
        tuple([_person_back(x) for x in values.get("people") or ()]),
        tuple([_speech_back(x) for x in values.get("outline") or ()]),
        tuple([Document(x["title"], Span(*x["span"])) for x in values.get("documents") or ()]),
        tuple([Term(x["text"], Span(*x["span"]), x.get("meaning")) for x in values.get("terms") or ()]),
        tuple([Statement(x["name"], x["act"], Span(*x["span"])) for x in values.get("organizations") or ()]),
    )


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[*span] for span in spans]


def _spans_back(spans: Iterable[Iterable[int]] | None) -> tuple[Span, ...]:
    return tuple([Span(*span) for span in spans or ()])


def _parts(parts: Parts) -> dict[str, Any]:
    return {
        "title": parts.title and [*parts.title],
        "header": parts.header and [*parts.header],
        "body": _spans(parts.body),
        "credits": parts.credits and [*parts.credits],
        "boilerplate": _spans(parts.boilerplate),
    }


def _parts_back(values: Mapping[str, Any]) -> Parts:
    title, header, credits_ = values.get("title"), values.get("header"), values.get("credits")
    return Parts(
        Span(*title) if title else None,
        Span(*header) if header else None,
        _spans_back(values.get("body")),
        Span(*credits_) if credits_ else None,
        _spans_back(values.get("boilerplate")),
    )


def _dateline(one: Dateline) -> dict[str, Any]:
    return {"agency": one.agency, "place": one.place, "date": one.date, "span": [*one.span]}


def _dateline_back(values: Mapping[str, Any] | None) -> Dateline | None:
    if values is None:
        return None
    return Dateline(values.get("agency"), values.get("place"), values.get("date"), Span(*values["span"]))


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "name": meeting.name,
        "date": meeting.date,
        "period": meeting.period,
        "form": meeting.form,
        "span": [*meeting.span],
        "venues": [*meeting.venues],
        "rule": meeting.rule,
    }


def _meeting_back(x: Mapping[str, Any] | None) -> Meeting | None:
    if x is None:
        return None
    own = x.get("date"), x.get("period"), x.get("form")
    return Meeting(x["name"], Span(*x["span"]), *own, tuple(x.get("venues") or ()), x.get("rule", ""))


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "mentions": _spans(person.mentions),
        "posts": [{"text": one.text, "span": [*one.span], "rule": one.rule} for one in person.posts],
        "offices": [
            {
                "text": one.text,
                "organization": one.organization,
                "rank": one.rank,
                "post": one.post,
                "reason": one.reason,
            }
            for one in person.offices
        ],
        "roles": [{"role": one.role, "span": [*one.span], "rule": one.rule} for one in person.roles],
        "rule": person.rule,
    }


def _person_back(x: Mapping[str, Any]) -> Person:
    return Person(
        x["name"],
        _spans_back(x["mentions"]),
        tuple([Post(one["text"], Span(*one["span"]), one["rule"]) for one in x.get("posts") or ()]),
        tuple(
            [
                Office(one["text"], one["organization"], one["rank"], one["post"], one["reason"])
                for one in x.get("offices") or ()
            ]
        ),
        tuple([Role(one["role"], Span(*one["span"]), one["rule"]) for one in x.get("roles") or ()]),
        x.get("rule", ""),
    )


def _node(node: Speech | Item | Action) -> dict[str, Any]:
    if isinstance(node, Action):
        return _action(node)
    if isinstance(node, Item):
        values: dict[str, Any] = {"kind": "item", "ordinal": node.ordinal, "heading": node.heading}
    else:
        values = {"kind": "speech", "speaker": node.speaker, "verb": node.verb}
    values["span"] = [*node.span]
    values["rule"] = node.rule
    values["children"] = [_node(child) for child in node.children]
    return values


def _action(action: Action) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": "action", "text": action.text, "span": [*action.span], "rule": action.rule}
    if whom := action.addressee:
        values["addressee"] = {"text": whom.text, "span": [*whom.span]}
    if when := action.deadline:
        values["deadline"] = {"text": when.text, "date": when.date, "span": [*when.span]}
    if action.quantities:
        values["quantities"] = [{"text": one.text, "span": [*one.span]} for one in action.quantities]
    return values


def _speech_back(x: Mapping[str, Any]) -> Speech:
    children = tuple([_node_back(child) for child in x.get("children") or ()])
    return Speech(x["speaker"], x["verb"], Span(*x["span"]), x["rule"], children)


def _node_back(x: Mapping[str, Any]) -> Item | Action:
    span = Span(*x["span"])
    if x["kind"] == "item":
        children = tuple([_node_back(child) for child in x.get("children") or ()])
        return Item(x["ordinal"], x["heading"], span, x["rule"], children)
    addressee, deadline = x.get("addressee"), x.get("deadline")
    return Action(
        x["text"],
        span,
        x["rule"],
        addressee and Addressee(addressee["text"], Span(*addressee["span"])),
        deadline and Deadline(deadline["text"], Span(*deadline["span"]), deadline.get("date")),
        tuple([Quantity(one["text"], Span(*one["span"])) for one in x.get("quantities") or ()]),
    )
