"""A reading: everything the parsing core finds in one article."""

from __future__ import annotations

from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.model.outline import Speech
from newstui.model.people import Credit, Person
from newstui.model.record import record

SCHEMA: Final = "newstui.reading/1"


class Parts(NamedTuple):
    """Which spans of the text are what. ``body`` may be broken by captions, credits and the like."""

    title: Span | None = None
    header: Span | None = None
    body: tuple[Span, ...] = ()
    credits: Span | None = None
    boilerplate: tuple[Span, ...] = ()


@record
class Dateline:
    """``新华社北京4月17日电``; the date is an ISO day where the year is certain, else as worded."""

    agency: str | None
    place: str | None
    date: str | None
    span: Span


@record
class Meeting:
    """The event reported: its name as the body gives it, day, period of the day, form and venues."""

    name: str
    span: Span
    date: str | None = None
    period: str | None = None
    form: str | None = None
    venues: tuple[str, ...] = ()
    rule: str = ""


@record
class Document:
    """A title in 《》, without the marks."""

    title: str
    span: Span


@record
class Term:
    """A slogan or coined phrase, with its meaning where the text gives it."""

    text: str
    span: Span
    meaning: str | None = None


@record
class Statement:
    """An organisation that made a statement, and the act as worded: ``表态发言``."""

    name: str
    act: str
    span: Span


class Reading(NamedTuple):
    """Everything found in one article. Absent values are None or empty, never invented."""

    parser: str
    title: str | None = None
    published: str | None = None
    """ISO 8601: a day, or a timestamp with the zone of Shanghai."""
    source: str | None = None
    url: str | None = None
    parts: Parts = Parts()
    sections: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    meeting: Meeting | None = None
    people: tuple[Person, ...] = ()
    outline: tuple[Speech, ...] = ()
    documents: tuple[Document, ...] = ()
    terms: tuple[Term, ...] = ()
    organizations: tuple[Statement, ...] = ()

    def people_with(self, role: str) -> tuple[Person, ...]:
        """The people who did this: ``reading.people_with("presided")``."""
        return tuple(person for person in self.people if any(one.role == role for one in person.roles))
