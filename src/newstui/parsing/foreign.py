"""Names that are not Chinese ones: by sound, in Latin letters, behind the posts of other countries, short ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import contexts, lexicon, words
from newstui.parsing.candidates import ENOUGH, Candidate
from newstui.parsing.dotted import DOT, dotted
from newstui.parsing.sounds import REACH, names_country, transliterated
from newstui.parsing.text import occurrences
from newstui.parsing.unheard import HAN, NO_START, SOME, after_ranks, unheard

_COURTESY: Final = late(r"(?:Professor|Doctor|Mister|Prof|Dr|Mr|Mrs|Ms)\.? (?=[A-Z])")
"""Before such a name, and no part of it."""
_LATIN: Final = re.compile(
    r"[A-Z](?<![A-Za-z].)(?:[a-z]+(?:-[a-z]+)?|[A-Z]{5,}|\.)"
    r"(?P<more>[ -]?(?:[A-Z]\.|[A-Z](?:['’][A-Z])?[a-z]+|[A-Z]{2,}|de|van|von|bin|al)){0,5}(?![A-Za-z])"
)
_TITLED: Final = (
    *("教授", "副教授", "先生", "女士", "博士", "老师", "司长", "校长", "副校长", "院长", "主席", "总裁", "会长"),
    *("大使", "公使", "参赞", "部长", "主任", "议员"),
)
"""Behind a single word in Latin letters these make a name of it: SHARMA司长."""
_FOREIGN_POSTS: Final = (
    *("大使", "大臣", "总统", "总理", "首相", "外长", "外相", "部长", "议长", "主席", "国王", "长官", "国务卿"),
    *("发言人", "教授", "专家", "校长", "会长", "理事长", "社长", "知事", "市长", "总领事", "团长"),
)
_POST_ENDS: Final = frozenset(post[-2:] for post in _FOREIGN_POSTS)
_VILLAGERS: Final = (
    *("村民", "居民", "市民", "农民", "渔民", "牧民", "股民", "网民"),
    *("学生", "青年", "工人", "战士", "民警", "同学"),
)
"""Before the short name of one of them: 村民小王."""
_NO_FIRST: Final = NO_START | {"国"}
"""Letters that begin no name behind a post of another country: 欧盟主席国英国."""
_NO_LAST: Final = NO_START | frozenset("时同曾正")
"""Letters that end none: 国务卿库克时说."""


def _latin(text: str, span: Span, known: frozenset[int]) -> Iterator[Candidate]:
    """Names in Latin letters beside a rank, and those that follow them or native ones in a list: S. Roe, G. Doe教授."""
    sure = -9
    for found in _LATIN.finditer(text, span.start, span.end):
        start, end = found.span()
        courtesy = _COURTESY.match(text, start, end)
        start = courtesy.end() if courtesy else start
        behind = end + (text[end : end + 1] == " ")
        if not found["more"]:
            named = text.startswith(_TITLED, behind)
        else:
            named = contexts.after(text, behind)[0] > 2.5 or contexts.before(text, found.start())[1] == "rank"
            listed = text[start - 1] == "、" and not known.isdisjoint((start - 3, start - 4))
            named = named or text.endswith(("Prof. ", "Dr. ", "Mr. ", "Ms. "), 0, start)
            named = named or (listed and text[end : end + 1] in ("、", ",", "等", "和"))
        if named or (found["more"] and text[sure:start].strip() in (",", "、") and start - sure < 3):
            yield Candidate(start, end, text[start:end], 6.0, "name-in-latin")
            sure = end


def _beside_country(text: str, ranked: Iterable[int]) -> Iterator[Candidate]:
    """Names of any letters after a post that names a country: 日本驻韩大使桐谷安志."""
    for start in ranked:
        if text[start - 2 : start] not in _POST_ENDS or text[start] in _NO_FIRST:
            continue
        if not text.endswith(_FOREIGN_POSTS, 0, start):
            continue
        if not names_country(text[max(0, start - REACH) : start]):
            continue
        for end in range(start + 4, start + 1, -1):
            right, kind = contexts.after(text, end)
            name = text[start:end]
            if (
                name[-1] in _NO_LAST
                or kind not in ("word", "mark")
                or right <= SOME
                or len(HAN.findall(name)) < len(name)
            ):
                continue
            if end - start == 4 and name[2:] in contexts.verbs():
                continue
            if not any(words.begins(text, at) for at in (start, start + 1)) and not words.is_place(name):
                yield Candidate(start, end, name, 4.2 + right, "name-after-foreign-post")
            break


def _familiar(text: str, span: Span) -> Iterator[Candidate]:
    """Names of villagers known by a short name only: 村民小王介绍."""
    surnames = _usual()
    for start in (at for mark in "小阿" for at in occurrences(text, mark, span.start, span.end - 2)):
        if text[start + 1] in surnames and text.endswith(_VILLAGERS, 0, start) and HAN.match(text, start + 2):
            end = start + 2
            if text.startswith("向", end) or contexts.after(text, end)[0] > 1.4:
                yield Candidate(start, end, text[start:end], ENOUGH, "short-name")


@cache
def _usual() -> frozenset[str]:
    """The surnames that many bear."""
    surnames = lexicon.table("surnames")["frequent"] + lexicon.table("surnames")["usual"]
    return frozenset("".join(surnames.split()))


def find(text: str, span: Span, known: frozenset[int]) -> Iterator[Candidate]:
    """Every foreign candidate of a span; none of a guess where a name is ``known`` to begin."""
    if any(dot in text for dot in DOT):
        yield from dotted(text, span)
    yield from _latin(text, span, known)
    yield from transliterated(text, span)
    ranked = after_ranks(text, span)
    yield from _beside_country(text, ranked)
    yield from unheard(text, ranked, known)
    yield from _familiar(text, span)
