"""The directive outline: the report's sentences as a stream, a speech while somebody's words run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import zip_longest
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
_PRONOUN: Final = re.compile("(?:[^,]{1,8},)?[他她](?!们|人|国|山|乡|日)")
_NARRATION: Final = re.compile(
    "介绍|汇报|主持|宣读|通报|发言|致辞|讲话|来到|走进|参观|察看|听取|会见|出席|参加|陪同|强调|指出|表示|要求|提出|认为|谈了"
)
_SAYING: Final = re.compile("[^,。;:]{0,40}(?:指出|强调|要求|表示|说)[,:]")
_HELD: Final = re.compile("[^,。;]{2,30}(?:组织)?召开")
_FELT: Final = re.compile("(?P<verb>表示|指出)(?:了)?[^,。;]{1,16}。$")
_STARTERS: Final = frozenset({"强调", "強調", "要求", "明确", "提出", "部署", "决定", "建议"})
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

    def stop(self, plain: str, end: int) -> Passage:
        """The passage with nothing from ``end`` on."""
        kept = [trimmed(plain, Span(part.start, min(part.end, end))) for part in self.parts if part.start < end]
        return replace(self, parts=kept)


def find_outline(page: Page, reading: Reading) -> Reading:
    """Every speech of the body with its items and actions."""
    openings = Openings(page.text, page.plain, speakers_of(page.plain, reading))
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
        for sentence in page.sentences(line):
            running = current and not _turns(page, sentence, line, openings, current)
            speaking = current.opening.speaker if current and running else None
            found = openings.within(sentence, speaking) or _unsaid(page, sentence, openings, speaking)
            if current and (found or not running):
                yield current.stop(page.plain, found[0].start if found else sentence.start)
                current = None
            for opening, after in zip_longest(found, found[1:]):
                if current:
                    yield current
                end = after.start if after else sentence.end
                words_ = trimmed(page.plain, Span(opening.words, max(opening.words, end)))
                quoted = list(page.sentences(opening.quoted)) if opening.quoted else []
                current = Passage(opening, [*quoted, words_])
            if current and not found:
                current.parts.append(sentence)
    if current:
        yield current


def _lines(page: Page, body: Span) -> Iterator[Span]:
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(page.plain, body.start, body.end):
        yield trimmed(page.plain, Span(*match.span()))


def _turns(page: Page, sentence: Span, line: Span, openings: Openings, current: Passage) -> bool:
    """Whether the report itself speaks again at this sentence."""
    plain = sentence.of(page.plain)
    if _turn().match(plain) or _PRONOUN.match(plain):
        return True
    first = sentence.start == line.start
    if first and items.begins(plain):
        return False
    subject = openings.subject(sentence)
    if subject and not plain.startswith(("习近平总书记", "总书记")):
        narrated = subject.name == current.opening.speaker or _NARRATION.search(plain)
        if first or narrated:
            return True
    if not first:
        return bool(_HELD.match(plain))
    if _MODAL_START.match(plain) or plain.startswith("总之"):
        return False
    listed = any(items.begins(part.of(page.plain)) for part in current.parts)
    return actions.instruction(plain, ordering=False, ordered=listed) is None


def _unsaid(page: Page, sentence: Span, openings: Openings, speaking: str | None) -> list[Opening]:
    """A speech through what follows: ``提出三点要求：一是…``, ``对…表示感谢。希望…``."""
    if speaking:
        return []
    rest = page.plain[sentence.end : sentence.end + 80].lstrip()
    for match in reversed(list(_ANNOUNCED.finditer(openings.masked, *sentence))):
        after = openings.masked[match.end() : sentence.end].strip() or rest
        name = openings.about(sentence.start, match.start())
        speaker = name.name if name else openings.topic
        if speaker and not _SAYING.match(after) and (items.begins(after) or actions.begins(after, match["end"])):
            return [Opening(sentence.start, match.end(), speaker, match["verb"], "announced")]
    felt = _FELT.search(openings.masked, *sentence)
    if felt and rest.startswith("希望") and openings.topic:
        return [Opening(sentence.start, sentence.end, openings.topic, felt["verb"], "hope-after-thanks")]
    return []


def _speech(page: Page, passage: Passage) -> Speech:
    opening = passage.opening
    return Speech(opening.speaker, opening.verb, passage.span, opening.rule, tuple(_children(page, passage)))


def _children(page: Page, passage: Passage) -> Iterator[Item | Action]:
    opening, end = passage.opening, passage.span.end
    start = passage.parts[0].start if passage.parts else opening.words
    points = items.points(page.plain, start, end)
    edges = [*(point.start for point in points), end]
    lead = _cut(passage.parts, Span(start, edges[0]))
    yield from _actions(page, lead, opening.ordering and not opening.quoted, opening.verb in _STARTERS)
    for point, stop in zip(points, edges[1:], strict=True):
        head = items.heading(page.plain, point, stop)
        body = list(page.sentences(Span(point.start, stop)))[1:]
        children = tuple(_actions(page, body, False, True))
        span = trimmed(page.plain, Span(point.start, stop))
        ordinal = page.text[point.start : point.end].strip()
        yield Item(ordinal, page.text[head[0] : head[1]], span, f"ordinal-{point.family}", children)


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
    """A clause without the marks around it, quotation marks that hold all of it included."""
    words_ = clause.of(plain)
    start = clause.start + len(words_) - len(words_.lstrip(" ,:;。"))
    span = Span(start, max(start, clause.start + len(words_.rstrip(" ,:;。!?"))))
    inner = span.of(plain)
    if inner[:1] == "“" and inner.find("”") in {-1, len(inner) - 1}:
        return _bare(plain, Span(span.start + 1, span.end - inner.endswith("”")))
    if inner[-1:] == "”" and "“" not in inner:
        return _bare(plain, Span(span.start, span.end - 1))
    return span
