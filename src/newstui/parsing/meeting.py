"""The meeting or event reported: its name as the body gives it, day, period of the day, form and venues."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import aligned
from newstui.model.late import late
from newstui.model.reading import Meeting, Reading
from newstui.model.record import record
from newstui.parsing import held, unnamed
from newstui.parsing.boilerplate import is_former_title
from newstui.parsing.event_names import EARLIER, LONGEST, Name, names
from newstui.parsing.event_weights import close, length_shared, trust
from newstui.parsing.text import ENDLESS, Page

_PARAGRAPHS: Final = 12
_DIGEST: Final = 3
"""A text of so many pieces reports many events; one of them is its own only where the title says so."""
_SAME: Final = 4
"""So many letters in a row a loose name shares with the title."""
_HEAD_LINE: Final = 40
"""Up to so long a line is a caption or a head rather than a paragraph."""
_AT_MEETINGS: Final = frozenset({"presided", "attended", "was-heard"})
_NEAR: Final = 160
"""How near the name of a meeting deep in a report somebody must take part for it to be the event."""
_SURVEY: Final = late(r"\s*[^,。;\n]{0,12}(?:以|[年月])来,")
"""Begins a report, or a sentence, on what has been done over some time."""
_THERE: Final = late("上,?")
_SPEAKS: Final = late("上,?(?:发表|致辞|讲话|作)")
_HELD_THEN: Final = late(
    r"(?:[当今昨]天|[当今昨]日|\d[日号]|日前|近日)(?:[上下]午)?[^,。;]{0,24}(?:召开|举行|举办|主办|承办)的$"
)
"""Before the name of a meeting of that very day: ``在今天召开的…``."""
_PRESS: Final = ("发布会", "记者会", "吹风会", "招待会")
"""What somebody says there is the news, not that it was held."""
_DAILY: Final = ("例行记者会", "例行发布会", "例行新闻发布会")
"""Where a speaker answers day by day: the event of the report all the same."""
_DAY: Final = late(r"\d[日号]|[今昨]天|[今昨]日|[上下]午|日前|近日")
_MONTH: Final = late(r"\d(?<!\d.)\d?月(?=\d{1,2}[日号])")
_SPOKEN_AT: Final = 1
"""The weight of a meeting that only says where a speech was made."""
_ASKED_AT: Final = 4
"""That of one where a speaker is asked."""
_LONGER: Final = late("(?:工作|动员|推进|总结|部署|启动|表彰){1,2}(?:会议|大会|会|仪式)")
"""What makes a longer name of an activity in the title: …活动工作会议."""


@record
class Candidate:
    """A name of a meeting found in the text, with how far it can be trusted."""

    span: Span
    rule: str
    sentence: Span
    weight: int


def find_meeting(page: Page, reading: Reading) -> Reading:
    """The meeting that the report is about; None for tours and reactions that name none."""
    candidates = list(_candidates(page, reading))
    if len(reading.sections) >= _DIGEST:
        title = _title(page, reading)
        candidates = [each for each in candidates if length_shared(close(each.span.of(page.plain)), title) >= _SAME]
    best = max(candidates, key=_preferred, default=None) or (
        _unnamed(page, reading) if len(reading.sections) < _DIGEST else None
    )
    if best is None:
        return reading
    if best.rule == "held-by" and unnamed.ends_tour(page, reading, best.span):
        return reading
    best = _behind_posts(_whole(best, candidates, page.plain), page, reading)
    best = replace(best, span=unnamed.fuller(page.plain, best.span, reading.parts.body[0]))
    date, period = held.day_held(page, reading, best.sentence, best.span)
    name = re.sub(r"\s+", "", best.span.of(page.text)) if "\n" in best.span.of(page.text) else best.span.of(page.text)
    meeting = Meeting(
        name,
        best.span,
        date,
        period,
        held.form_of(page, reading, best.span),
        held.venues_of(page, reading, best.sentence),
        best.rule,
    )
    return reading._replace(meeting=meeting)


def _whole(best: Candidate, candidates: list[Candidate], plain: str) -> Candidate:
    """The best name, or one that begins with all of it and names what was joined to it: ``某某会暨某某仪式``."""
    joined = f"{best.span.of(plain)}暨"
    return next((each for each in candidates if plain.startswith(joined, each.span.start)), best)


def _behind_posts(best: Candidate, page: Page, reading: Reading) -> Candidate:
    """The best name without the posts before whom the title calls it by: ``某局局长何小云同志事迹报告会``."""
    title = _title(page, reading)
    for person in reading.people if best.rule == "is-held" else ():
        is_known = person.posts and len(person.mentions) > 1 and (person.name in title or not title)
        inside = next((one.start for one in person.mentions if best.span.holds(one)), -1) if is_known else -1
        post = next((post.span for post in person.posts if post.span.end == inside), best.span)
        if post.end == inside and (post.start == best.span.start or page.plain[post.start - 1] == "、"):
            return replace(best, span=Span(inside, best.span.end))
    return best


def _preferred(one: Candidate) -> tuple[int, int, int]:
    """The weightiest, then the first, then the longest of two that begin together."""
    return one.weight, -one.span.start, one.span.end


def _unnamed(page: Page, reading: Reading) -> Candidate | None:
    """What the title names, else a bare word of the body; its day is that of the lead."""
    name = unnamed.of_title(page, reading) or unnamed.bare(page, reading)
    lead = next((sentence for body in reading.parts.body for sentence in page.sentences(body)[:1]), None)
    if name is None or lead is None:
        return None
    return Candidate(name.span, name.rule, lead, 0)


def _candidates(page: Page, reading: Reading) -> Iterator[Candidate]:
    """Every name of a meeting in the body that may be the event, with how far it is trusted."""
    plain = page.plain
    roles = [role for person in reading.people for role in person.roles]
    acts = sorted(role.span.start for role in roles if role.role in _AT_MEETINGS or role.rule in _AT_MEETINGS)
    title, month = _title(page, reading), _month(page, reading)
    heard = _last_heard(reading)
    speeches = [speech.span for speech in reading.outline]
    for depth, sentence in _sentences(page, reading):
        start, end = sentence
        quoted = plain.startswith(("会议", "会上"), end) and plain.find("召开", start, end) >= 0
        near = depth < 2 or quoted or _is_near(acts, sentence)
        if not near and plain.find("上,", start, end) < 0:
            continue
        if depth and any(begins < start < ends for begins, ends in speeches):
            continue
        if depth and month and _is_earlier(plain, sentence, month):
            continue
        for name in names(plain, sentence):
            if not (near or name.rule == "said-at") or not _is_told(plain, reading, sentence, name, title, depth):
                continue
            chaired = _is_near(acts, name.span)
            here = (chaired and name.span.end < heard) or (quoted and name.rule == "held-by")
            weight = trust(plain, name, title, depth, takes_part=here)
            if name.rule == "said-at" and not weight:
                weight = _spoken_at(plain, reading, name, depth, chaired=chaired)
            if weight > 0:
                yield Candidate(name.span, name.rule, sentence, weight)


def _is_earlier(plain: str, sentence: Span, month: str) -> bool:
    """Whether a sentence opens with another time than the month of the report."""
    earlier = EARLIER.match(plain, *sentence)
    return earlier is not None and month not in earlier[0]


def _is_told(plain: str, reading: Reading, sentence: Span, name: Name, title: str, depth: int) -> bool:
    """Whether an event is told of: no ``出席某会的代表``, no words said, no part of a longer name in the title."""
    span = name.span
    if plain.startswith("的", span.end) and not _describes_somebody(plain, span.end, reading):
        return False
    if name.rule == "held-by" and _in_words(plain, reading, Span(sentence.start, span.start)):
        return False
    words_of = close(span.of(plain))
    if name.is_loose and (depth or length_shared(words_of, title) < _SAME):
        return False
    untold = plain.endswith("活动", *span) and length_shared(words_of, title) < _SAME
    if untold and _is_surveyed(plain, reading, Span(sentence.start, span.start)):
        return False
    return not _LONGER.match(title.partition(words_of)[2])


def _is_surveyed(plain: str, reading: Reading, before: Span) -> bool:
    """Whether an activity is one of what has been done over some time, on no day of its own."""
    heads = (reading.parts.body[0].start, before.start)
    surveyed = any(_SURVEY.match(plain, head, head + _NEAR) for head in heads)
    return surveyed and not _DAY.search(plain, *before)


def _spoken_at(plain: str, reading: Reading, name: Name, depth: int, *, chaired: bool) -> int:
    """How far a meeting is trusted of which it is only said that somebody speaks there."""
    span = name.span
    if plain.endswith(_DAILY, *span):
        return _ASKED_AT
    opens = depth == 0 and _opens(plain, reading.parts.body[0].start, span)
    then = depth < 2 and _HELD_THEN.search(plain, max(name.clause, span.start - LONGEST), span.start)
    spoken = then or (opens and _SPEAKS.match(plain, span.end))
    there = spoken or _speaks_there(plain, span.end, reading, chaired=chaired, opens=opens)
    return _SPOKEN_AT if there else 0


def _month(page: Page, reading: Reading) -> str:
    """The month of the day on which the first paragraph tells of something: ``3月``; empty where it tells of none."""
    first = next((line for body in reading.parts.body for line in page.lines_in(body)), None)
    told = first and _MONTH.search(page.plain, first.start, min(first.end, first.start + _NEAR))
    return told[0] if told else ""


def _last_heard(reading: Reading) -> int:
    """Where somebody named in the report, or a meeting, speaks for the last time; zero where nobody does."""
    people = {person.name for person in reading.people}
    said = (each.span.start for each in reading.outline if each.speaker in people or each.speaker.endswith("会议"))
    return max(said, default=0)


def _in_words(plain: str, reading: Reading, before: Span) -> bool:
    """Whether somebody's words begin in a stretch that ends where a name begins: 表示,各级要召开推进会."""
    return any(
        before.start <= speech.span.start < before.end and plain.find(f"{aligned(speech.verb)},", *before) >= 0
        for speech in reading.outline
    )


def _is_near(acts: list[int], span: Span) -> bool:
    """Whether somebody takes part in something near a stretch of the text; ``acts`` are the places that say so."""
    start, end = span
    return bisect_left(acts, start - _NEAR) < bisect_right(acts, end + _NEAR)


def _opens(plain: str, start: int, name: Span) -> bool:
    """Whether the report opens with the day and somebody at a meeting: ``3月5日,某某在全县推进会上强调``."""
    is_first = plain.find("。", start, name.start) < 0 and not plain.endswith(_PRESS, *name)
    return is_first and bool(_DAY.search(plain, start, name.start))


def _speaks_there(plain: str, at: int, reading: Reading, *, chaired: bool, opens: bool) -> bool:
    """Whether somebody speaks right behind ``在全县推进会上`` who is there for more, or where others take part."""
    after = _THERE.match(plain, at)
    start = after.end() if after else -1
    for speech in reading.outline:
        here = speech.span.start < at and plain.startswith(aligned(speech.verb), start)
        if start == speech.span.start or (here and (chaired or opens)):
            return chaired or opens or any(speech.speaker == one.name and len(one.roles) > 1 for one in reading.people)
    return False


def _describes_somebody(plain: str, at: int, reading: Reading) -> bool:
    """Whether ``出席某活动的某某`` goes on to name the one who attended."""
    stop = min((end for mark in ",。;" if (end := plain.find(mark, at, at + 40)) >= 0), default=at + 40)
    return any(at < mention.start < stop for person in reading.people for mention in person.mentions)


def _sentences(page: Page, reading: Reading) -> Iterator[tuple[int, Span]]:
    """The sentences of the body, each with the number of its paragraph."""
    depth = -1
    for body in reading.parts.body:
        for line in page.rows(body):
            start, end = line
            if is_former_title(page.plain, start):
                continue
            depth += end - start > _HEAD_LINE
            if depth >= _PARAGRAPHS:
                return
            number = max(depth, 0)
            for sentence in page.sentences(line):
                start, end = sentence
                yield number, Span(start, start + ENDLESS) if end - start > ENDLESS else sentence


def _title(page: Page, reading: Reading) -> str:
    """The headline without white space; words of the lead that serve as one say nothing of their own."""
    title = reading.parts.title
    headed = title and not any(body.holds(title) for body in reading.parts.body)
    return close(title.of(page.plain)) if title and headed else ""
