"""The directive outline: the report's sentences as a stream, a speech while somebody's words run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.outline import Action, Item, Speech
from newstui.model.reading import Reading
from newstui.parsing import actions, items
from newstui.parsing.lexicon import either, words
from newstui.parsing.speakers import speakers_of
from newstui.parsing.speech import Opening, Openings
from newstui.parsing.text import Page, trimmed

_MODAL_START: Final = re.compile(
    r"[“\s]*(?:我们|各[^,]{1,12}?|全[^,]{1,8}?)?(?:要|必须|应当?|须|务必|既要|也要|还要|更要)"
)
_STARTERS: Final = frozenset({"强调", "要求", "明确", "提出", "部署", "决定", "建议"})
_ANNOUNCED: Final = re.compile(
    r"(?P<verb>提出|谈|发表)了?[^,。;:]{0,24}?(?:要求|意见|建议|希望|看法|任务|举措)(?P<end>[:。,])"
)


@dataclass
class Passage:
    """A speech under way: its opening and the stretches of text its words take."""

    opening: Opening
    parts: list[Span] = field(default_factory=list)

    @property
    def span(self) -> Span:
        """From the speaker to the last of the words."""
        return Span(self.opening.start, max(self.opening.words, self.parts[-1].end if self.parts else 0))


def find_outline(page: Page, reading: Reading) -> Reading:
    """Every speech of the body with its items and actions."""
    openings = Openings(page.plain, speakers_of(page.plain, reading))
    passages = [passage for body in reading.parts.body for passage in _passages(page, body, openings)]
    return replace(reading, outline=tuple(_speech(page, passage) for passage in passages))


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{either(words('cues', 'turns'))})|.*(?:{either(words('cues', 'attendance'))})[了]?(?:会议|活动|座谈)?。?$"
    )


def _passages(page: Page, body: Span, openings: Openings) -> Iterator[Passage]:
    current: Passage | None = None
    for line in _lines(page, body):
        first = True
        for sentence in page.sentences(line):
            running = current if current and not _turns(page, sentence, first, openings, current) else None
            found = openings.within(sentence, running.opening.speaker if running else None)
            if not found and not running:
                announced = _announced(page, sentence, line, openings)
                found = [announced] if announced else []
            if not found:
                if current and not running:
                    yield current
                current = running
                if current:
                    current.parts.append(sentence)
            else:
                if current:
                    if running and found[0].start > sentence.start:
                        current.parts.append(trimmed(page.plain, Span(sentence.start, found[0].start)))
                    yield current
                for opening, after in zip(found, [*found[1:], None], strict=True):
                    end = after.start if after else sentence.end
                    current = Passage(opening, [trimmed(page.plain, Span(opening.words, end))])
                    if after:
                        yield current
            first = False
    if current:
        yield current


def _lines(page: Page, body: Span) -> Iterator[Span]:
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(page.plain, body.start, body.end):
        yield trimmed(page.plain, Span(*match.span()))


def _turns(page: Page, sentence: Span, first: bool, openings: Openings, current: Passage) -> bool:
    """Whether the report itself speaks again at this sentence."""
    plain = sentence.of(page.plain)
    if _turn().match(plain):
        return True
    subject = openings.speakers.within(sentence.start, sentence.end)
    named = bool(subject) and subject[0].start == sentence.start and not plain.startswith("习近平总书记")
    if named or re.match("[他她](?!们)", plain):
        return True
    if not first:
        return False
    if items.points(page.plain, sentence.start, sentence.end) or _MODAL_START.match(plain):
        return False
    return actions.instruction(plain, ordering=False, ordered=True) is None


def _announced(page: Page, sentence: Span, line: Span, openings: Openings) -> Opening | None:
    """``提出三点要求：`` is a speech only through the words that follow it."""
    match = None
    for match in _ANNOUNCED.finditer(openings.masked, sentence.start, sentence.end):
        pass
    if not match:
        return None
    rest = page.plain[match.end() : match.end() + 60].lstrip()
    name = openings.about(sentence.start, match.start()) or None
    speaker = name.name if name else openings.topic
    if not speaker or not (items._ORDINAL.match(rest) or _MODAL_START.match(rest)):
        return None
    return Opening(sentence.start, match.end(), speaker, match["verb"], "announced")


def _speech(page: Page, passage: Passage) -> Speech:
    opening = passage.opening
    return Speech(opening.speaker, opening.verb, passage.span, opening.rule, tuple(_children(page, passage)))


def _children(page: Page, passage: Passage) -> Iterator[Item | Action]:
    start, end = passage.opening.words, passage.span.end
    points = items.points(page.plain, start, end)
    edges = [*(point.start for point in points), end]
    lead = Span(start, edges[0])
    opening = passage.opening
    found = list(_actions(page, _cut(passage.parts, lead), opening.ordering, opening.verb in _STARTERS))
    yield from found
    for point, stop in zip(points, edges[1:], strict=True):
        head = items.heading(page.plain, point, stop)
        inside = list(page.sentences(Span(point.start, stop)))
        body = [part for part in inside[1:]]
        children = tuple(_actions(page, body, False, True))
        span = trimmed(page.plain, Span(point.start, stop))
        yield Item(
            page.text[point.start : point.end].strip(),
            page.text[head[0] : head[1]],
            span,
            f"ordinal-{point.family}",
            children,
        )


def _cut(parts: list[Span], limits: Span) -> list[Span]:
    return [
        Span(max(part.start, limits.start), min(part.end, limits.end))
        for part in parts
        if part.start < limits.end and part.end > limits.start
    ]


def _actions(page: Page, sentences: list[Span], ordering: bool, starter: bool) -> Iterator[Action]:
    ordered = starter
    for sentence in sentences:
        for clause in page.clauses(sentence):
            span = _bare(page.plain, clause)
            if span.end <= span.start:
                continue
            rule = actions.instruction(span.of(page.plain), ordering=ordering, ordered=ordered)
            ordering = False
            if rule:
                ordered = True
                yield Action(span.of(page.text), span, rule)


def _bare(plain: str, clause: Span) -> Span:
    """A clause without the marks around it."""
    words_ = clause.of(plain)
    start = clause.start + len(words_) - len(words_.lstrip(" ,:;。"))
    return Span(start, max(start, clause.start + len(words_.rstrip(" ,:;。!?"))))
