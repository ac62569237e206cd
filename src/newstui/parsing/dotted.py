"""Names with a dot: of foreigners, and of peoples who write by sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import contexts, words
from newstui.parsing.candidates import Candidate
from newstui.parsing.hanzi import LETTER
from newstui.parsing.sounds import MORE, letters, part_end
from newstui.parsing.unheard import HAN

DOT: Final = "·•・‧∙．"
_FRONT: Final = "来提"
"""Letters that write sounds in their first parts only; after them they begin words."""
_LONGEST_PART: Final = 12
"""How many letters before a dot are looked at."""
_LONGEST_FRONT: Final = 9
"""How many of them write sounds."""
_LONGEST_REST: Final = 60
"""How many letters from the first dot on a name has at most."""
_PLAIN: Final = 2
"""Words more usual than that are in no name by sound."""
_DOTS: Final = late(f"[{DOT}]")


@cache
def _dotted() -> re.Pattern[str]:
    """Names whose first part is of letters that write sounds."""
    run = f"(?:(?:[{letters()}{MORE}{_FRONT}]|不(?=[都力来拉里])|(?<=[不布卜])都|则(?=孜)){{1,{_LONGEST_FRONT}}}|[A-Z])"
    tail = f"(?:(?:(?![和与及]){LETTER}){{1,10}}|[A-Z]\\.?|[A-Z][a-z]+)"
    return re.compile(f"{run}(?:[{DOT}]{tail}){{1,5}}")


@cache
def _any_dotted() -> re.Pattern[str]:
    """Names of any letters, as far as they may be of several parts."""
    return re.compile(
        f"{LETTER}{{2,{_LONGEST_PART}}}(?P<dot>[{DOT}]){LETTER}{{1,10}}(?:[{DOT}]{LETTER}{{1,10}}){{0,4}}"
    )


def dotted(text: str, span: Span) -> Iterator[Candidate]:
    """Names with a dot: 塔什玛古力·别列科穆拉扎诺夫; of any letters right after a rank: 总理巴颂·猜亚西."""
    known = list(_by_sound(text, span))
    covered = {at for found in known for at in range(*found.span())}
    others = (found for found in _with_dot(text, span) if found.start("dot") not in covered)
    for found in (*known, *others):
        first = _DOTS.search(text, *found.span())
        assert first
        if any(words.is_place(text[found.start() - more : first.start()]) for more in (1, 2) if found.start() >= more):
            continue  # 江 of 浙江·青山站
        start = _head(text, found.start(), first.start())
        if found.re is _any_dotted() and not (_is_named(text, start, first.start()) or _is_listed(text, found)):
            continue
        last = max(text.rfind(dot, start, found.end()) for dot in DOT) + 1
        end = found.end() if text[last].isascii() else part_end(text, last, found.end())
        slogan = text.startswith("”", end) and text[start - 1] != "“" and contexts.before(text, start)[1] != "rank"
        if end > last and not slogan:
            yield Candidate(start, end, text[start:end], 14.0, "name-with-dot")


def _by_sound(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Letters that write sounds with a dot behind them, looked for only before dots."""
    end = span.start
    for dot in _DOTS.finditer(text, span.start, span.end):
        at = dot.start()
        found = at > end and _dotted().search(text, max(end, at - _LONGEST_FRONT), min(span.end, at + _LONGEST_REST))
        if found and found.start() < at:
            end = found.end()
            yield found


def _with_dot(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Letters with a dot among them, looked for only before dots."""
    end = span.start
    for dot in _DOTS.finditer(text, span.start, span.end):
        start = dot.start()
        floor = max(end, start - _LONGEST_PART)
        while start > floor and HAN.match(text, start - 1):
            start -= 1
        found = _any_dotted().match(text, start, span.end)
        if found:
            end = found.end()
            yield found


def _head(text: str, start: int, end: int) -> int:
    """Where the first part of a name begins: after the last word before it that announces a name."""
    for at in range(end - 1, start, -1):
        kind = contexts.before(text, at)[1]
        if kind == "rank" or (kind == "word" and at < end - 1):
            return at
    return start


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether letters before a dot stand right behind a rank and are no words: not 负责人一行莅临湖畔·学苑."""
    usual = any(words.level(text[at : at + 2]) > _PLAIN for at in range(start, end - 1))
    return contexts.before(text, start)[1] == "rank" and not usual


def _is_listed(text: str, found: re.Match[str]) -> bool:
    """Whether a dotted name of any letters is one of a list: 、赛福鼎·艾则孜、."""
    start, end = found.span()
    return text[start - 1 : start] == "、" and text[end : end + 1] in ("、", "(") and not words.begins(text, start)
