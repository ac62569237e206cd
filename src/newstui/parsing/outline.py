"""The directive outline: speeches, the items they enumerate, the instructions they give."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import aligned
from newstui.model.late import late
from newstui.model.outline import Action, Item, Speech
from newstui.model.reading import Reading
from newstui.parsing import actions, items
from newstui.parsing.addressees import addressee_of
from newstui.parsing.deadlines import deadline_in, quantities_in
from newstui.parsing.ordinals import Point
from newstui.parsing.passages import Passage, passages
from newstui.parsing.speakers import Speakers
from newstui.parsing.speech import Openings
from newstui.parsing.text import DASH, Page, trimmed

_QUOTES: Final = ("“”", "「」", '""')
_VERBS: Final = 64
_MOST_QUOTES: Final = 8
"""So many quotation marks, one in the other, are taken off a clause."""
_OPENS, _CLOSES = map("".join, zip(*_QUOTES, strict=True))
_STOPS: Final = frozenset((*"。:;!?", "\n"))
_EVERYBODY: Final = late(
    "各|大家|广大|全[体市县省区校院系局镇]|[^,;。:要的]{1,10}(?:部门|单位|干部|同志|企业|机关|成员)(?:还|也|都)?要"
)
"""Begins a sentence that turns to everybody, or to some."""
_STARTERS: Final = frozenset({"强调", "要求", "明确", "提出", "部署", "建议", "确定", "议定"})
"""After these an instruction may come without 要 from the first."""


def find_outline(page: Page, reading: Reading) -> Reading:
    """Every speech of the body with its items and actions."""
    openings = Openings(page.text, page.plain, Speakers(page, reading.people))
    day = reading.published or (reading.dateline.date if reading.dateline else None)
    found = (passage for stretch in _stretches(reading) for passage in passages(page, stretch, openings))
    return reading._replace(outline=tuple(_speech(page, passage, day) for passage in found))


def _stretches(reading: Reading) -> Iterator[Span]:
    """The body, cut where a digest's next report begins: nobody's words run on into that."""
    for body in reading.parts.body:
        for section in reading.sections or (body,):
            stretch = Span(max(body.start, section.start), min(body.end, section.end))
            if stretch.start < stretch.end:
                yield stretch


def _speech(page: Page, passage: Passage, day: str | None) -> Speech:
    """A passage as a speech, with the points and actions in it."""
    opening = passage.opening
    span = passage.span
    children = tuple(_children(page, passage, span.end, day))
    return Speech(opening.speaker, opening.verb, span, opening.rule, children)


def _children(page: Page, passage: Passage, end: int, day: str | None) -> Iterator[Item | Action]:
    """The points of a passage in order, each before the actions told behind it; first those before any point."""
    opening = passage.opening
    start = passage.parts[0].start if passage.parts else opening.words
    points = items.points(page, start, end)
    edges = [*[point.start for point in points], end]
    lead = _leading(page.plain, passage.parts, edges[0]) if points else passage.parts
    verb = _plain_verb(opening.verb)
    starts = verb in _STARTERS
    orders = opening.ordering and not opening.quoted
    orders = orders and not (verb == "希望" and actions.hopes_for_itself(page.plain, opening.words))
    yield from _actions(page, lead, day, ordering=orders, ordered=starts)
    for number, (point, stop) in enumerate(zip(points, edges[1:], strict=True), start=1):
        body = _between(passage.parts, point.end + 1, stop)
        anew = number < len(points) and points[number].number == 1 and points[number].family == point.family
        if anew and body and not items.nests(points, number - 1):
            ends = body[-1].start
        else:
            ends = stop if number < len(points) else _closes(page.plain, body, points[-2:], stop)
        yield _item(page, body, point, ends, day)
        yield from _actions(page, _between(body, ends, stop), day, ordering=False, ordered=True)


@lru_cache(_VERBS)
def _plain_verb(verb: str) -> str:
    """A verb of saying, simplified: the same few recur."""
    return aligned(verb)


def _leading(plain: str, parts: list[Span], first: int) -> list[Span]:
    """What stands before a list; whom and what it is about in the midst of its sentence orders nothing."""
    lead = _before(parts, first)
    about = (
        lead
        and plain[max(0, first - 4) : first].rstrip(" ")[-1:] not in _STOPS
        and not (actions.modal_of(lead[-1].of(plain)) or "以下" in lead[-1].of(plain))
    )
    return lead[:-1] if about else lead


def _closes(plain: str, body: list[Span], last: list[Point], stop: int) -> int:
    """Where the last item of a list ends: at a hope that closes the speech, at the paragraph behind a list in one, at
    the sentence that turns to everybody behind a list in one sentence."""
    within = len(last) > 1 and plain.find("\n", last[0].start, last[1].start) < 0
    hopes = (part.start for part in body if plain.startswith("希望", part.start))
    heads = (
        part.start for part in body if within and plain[max(0, part.start - 8) : part.start].rstrip(" ").endswith("\n")
    )
    one = within and ";" in plain[last[0].start : last[1].start] and "。" not in plain[last[0].start : last[1].start]
    everybody = (part.start for part in body if one and _EVERYBODY.match(plain, part.start))
    return min(next(hopes, stop), next(heads, stop), next(everybody, stop))


def _item(page: Page, body: list[Span], point: Point, stop: int, day: str | None) -> Item:
    """An item; its own sentence is its heading, the sentences after it hold its actions."""
    start, end = items.heading(page.plain, point, stop)
    children = tuple(_actions(page, _before(body, stop), day, ordering=False, ordered=True))
    span = trimmed(page.plain, Span(point.start, stop))
    ordinal, rule = page.text[point.start : point.end].strip(), f"ordinal-{point.family}"
    return Item(ordinal, page.text[start:end], span, rule, children)


def _between(parts: list[Span], start: int, stop: int) -> list[Span]:
    """The stretches that begin between two places, the last one up to the second."""
    return _before(parts[slice(*(bisect_left(parts, (at,)) for at in (start, stop)))], stop)


def _before(parts: list[Span], stop: int) -> list[Span]:
    """The stretches that begin before a place, the last one up to it."""
    return [Span(part.start, min(part.end, stop)) for part in parts if part.start < stop]


def _actions(page: Page, sentences: list[Span], day: str | None, *, ordering: bool, ordered: bool) -> Iterator[Action]:
    """What is to be done, clause by clause; ``ordering``: the verb of saying orders, ``ordered``: an order before."""
    for sentence in sentences:
        if _orders_nothing(page.plain, sentence):
            continue
        promised = False
        for clause in page.clauses(sentence):
            span = _bare(page.plain, clause)
            start, end = span
            words = page.plain[start : end + page.plain.startswith(":", end)]
            rule = actions.instruction(words, ordering=ordering, ordered=ordered and not promised)
            action = _action(page, span, rule, day) if rule else None
            ordering = False
            promised = promised or (not rule and actions.promises(words))
            if action and not (action.addressee and action.addressee.span.end >= end):
                ordered = True
                yield action


def _orders_nothing(plain: str, sentence: Span) -> bool:
    """Whether a sentence is a promise, handed on, a question, or but the heading of a point."""
    start, end = sentence
    if plain.startswith(DASH, start) and _heads_point(plain, sentence):
        return True
    if actions.binds_nobody(plain[start:end]):
        return True
    return plain.find("?", max(start, end - 2), end) >= 0 and plain[start:end].rstrip("”」").endswith("?")


def _heads_point(plain: str, sentence: Span) -> bool:
    """Whether a sentence with a dash is but the heading of a point: ``——深化合作。``, and more behind it."""
    more = plain[sentence.end : sentence.end + 1] not in ("", "\n")
    return more and plain.find(",", *sentence) < 0


def _action(page: Page, span: Span, rule: str, day: str | None) -> Action:
    """A clause as an action: by whom, until when, how much."""
    deadline = deadline_in(page.text, page.plain, span, day)
    quantities = quantities_in(page.text, page.plain, span, deadline)
    addressee = addressee_of(page.text, page.plain, span, rule)
    return Action(span.of(page.text), span, rule, addressee, deadline, quantities)


def _bare(plain: str, clause: Span) -> Span:
    """A clause without the marks around it, quotation marks that hold all of it included."""
    span = _unmarked(plain, clause)
    for _ in range(_MOST_QUOTES):
        start, end = span
        if start == end or not (plain[start] in _OPENS or plain[end - 1] in _CLOSES):
            break
        inner = _unquoted(plain[start:end], span)
        if inner == span:
            break
        span = _unmarked(plain, inner)
    return span


def _unmarked(plain: str, clause: Span) -> Span:
    """A clause without the marks and spaces around it; nothing is left of one of marks alone."""
    start, end = clause
    while start < end and plain[start] in " ,:;。":
        start += 1
    while start < end and plain[end - 1] in " ,:;。!?":
        end -= 1
    return Span(start, end)


def _unquoted(words: str, span: Span) -> Span:
    """The span without a pair of quotation marks that holds all its words, or half a pair."""
    for opening, closing in _QUOTES:
        if words[0] == opening and words.find(closing, 1) in {-1, len(words) - 1}:
            return Span(span.start + 1, span.end - (len(words) > 1 and words.endswith(closing)))
        if words[-1] == closing and opening not in words[:-1]:
            return Span(span.start, span.end - 1)
    return span
