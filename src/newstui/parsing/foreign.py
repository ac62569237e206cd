"""Names of foreigners and of peoples who write by sound: dotted, transliterated, in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import contexts, lexicon, ranks, words
from newstui.parsing.candidates import ENOUGH, Candidate
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.text import occurrences, pairs
from newstui.parsing.unheard import HAN, NO_START, SOME, after_ranks, unheard

_TITLES: Final = ("总统", "首相", "总理", "国王", "女王", "外长", "防长", "国务卿", "外交大臣")
"""Behind a name by sound that nothing need announce."""
_SMALL: Final = frozenset("于以因当今本达")
"""Letters that write sounds and are words before a name."""
_LEAST: Final = 3
"""So many letters such a name has, or two behind its country."""
_DOT: Final = "·•・‧∙．"
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
_VILLAGERS: Final = (
    *("村民", "居民", "市民", "农民", "渔民", "牧民", "股民", "网民"),
    *("学生", "青年", "工人", "战士", "民警", "同学"),
)
"""Before the short name of one of them: 村民小王."""
_CROWNED: Final = late(f"[{NUMERALS}]{{1,3}}世")
_MORE: Final = "逊荪义铁江买合吾肉音更肯汗孜甫乎衣牙亥"
"""Letters that write sounds in dotted names only."""
_FRONT: Final = "来提"
"""Letters that write sounds in their first parts only; after them they begin words."""
_HELD: Final = frozenset(("不力", "不都", "布都", "卜都", "不来", "不拉", "不里", "则孜"))
"""Sounds in the midst of a name which would be a word of their own: 阿不力孜, 阿不都满, 艾则孜."""
_NO_FIRST: Final = NO_START | {"国"}
"""Letters that begin no name behind a post of another country: 欧盟主席国英国."""
_NO_LAST: Final = NO_START | frozenset("时同曾正")
"""Letters that end none: 国务卿库克时说."""
_REACH: Final = 16
"""So near before a post stands the country it is a post of."""
_COMMON: Final = frozenset("及与和科上下中大小来到对要高力立理马金石当道地多易因生因于米以及约")


@cache
def _letters() -> str:
    return "".join(sorted({*lexicon.table("surnames")["abroad"]} - {"\n"}))


@cache
def _sounding() -> frozenset[str]:
    return frozenset(_letters() + _MORE)


@cache
def _dotted() -> re.Pattern[str]:
    run = f"(?:(?:[{_letters()}{_MORE}{_FRONT}]|不(?=[都力来拉里])|(?<=[不布卜])都|则(?=孜)){{1,9}}|[A-Z])"
    tail = f"(?:(?:(?![和与及]){LETTER}){{1,10}}|[A-Z]\\.?|[A-Z][a-z]+)"
    return re.compile(f"{run}(?:[{_DOT}]{tail}){{1,5}}")


_LONGEST: Final = 8
"""How many letters of a run that writes sounds are looked at."""


_LONGEST_PART: Final = 12
"""How many letters before a dot are looked at."""
_FOLLOWING: Final = late(r"本[月周]|时[说称指强希表]|同来|所[说言指]|向|[于自][\d去今昨本前]")
"""Behind a name by sound, with letters that write sounds: 克林顿本月, 杰姆向钱某."""
_SHORT_PART: Final = 4
"""A last part of so many letters is whole where a list goes on behind it: 阿沛·阿旺晋美、."""
_DOTS: Final = late(f"[{_DOT}]")


@cache
def _any_dotted() -> re.Pattern[str]:
    return re.compile(
        f"{LETTER}{{2,{_LONGEST_PART}}}(?P<dot>[{_DOT}]){LETTER}{{1,10}}(?:[{_DOT}]{LETTER}{{1,10}}){{0,4}}"
    )


@cache
def _run() -> re.Pattern[str]:
    """Two letters behind what announces a name, three anywhere, and more."""
    sound, announcing = f"[{_letters()}]", re.escape("".join(sorted(contexts.announcing())))
    return re.compile(f"{sound}{{2}}(?:{sound}+|(?<![^{announcing}]..))")


def _cut(text: str, start: int, end: int, least: int = 1) -> int:
    """Where the last part of a name ends: before what plainly follows a name, or where the sounds end."""
    sounds = _sounding()
    others = text.find("等", start + least, end)
    end = others if others > 0 else end
    follows = _FOLLOWING.search(text, start + max(least, 2), end + 1)
    end = follows.start() if follows else end
    last = start
    while last < end and (text[last] in sounds or _is_held(text, last, start)):
        last += 1
    if last < start + least:
        last = end
    fits = {at: contexts.after(text, at) for at in range(start + least, last + 1) if not _is_held(text, at, start)}
    plain = [at for at, (weight, kind) in fits.items() if kind == "word" and weight > 1]
    if plain:
        return plain[0]
    if end - start <= _SHORT_PART and text[end : end + 1] in ("、", "("):
        return end
    good = [at for at, (weight, _) in fits.items() if weight >= (0.0 if at > start + 1 else 0.3)]
    best = [at for at in good if fits[at][0] >= 0.3] or good
    return best[-1] if best else last


def _is_held(text: str, at: int, start: int) -> bool:
    """Whether a letter writes a sound in the midst of a name, though it is a word by itself."""
    return text[at : at + 2] in _HELD or (at > start and text[at - 1 : at + 1] in _HELD)


def _head(text: str, start: int, end: int) -> int:
    """Where the first part of a name begins: after the last word before it that announces a name."""
    for at in range(end - 1, start, -1):
        kind = contexts.before(text, at)[1]
        if kind == "rank" or (kind == "word" and at < end - 1):
            return at
    return start


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


def dotted(text: str, span: Span) -> Iterator[Candidate]:
    """Names with a dot: 塔什玛古力·别列科穆拉扎诺夫; of any letters right after a rank: 总理巴颂·猜亚西."""
    known = list(_dotted().finditer(text, span.start, span.end))
    covered = {at for found in known for at in range(*found.span())}
    others = (found for found in _with_dot(text, span) if found.start("dot") not in covered)
    for found in (*known, *others):
        first = _DOTS.search(text, *found.span())
        assert first
        start = _head(text, found.start(), first.start())
        if found.re is _any_dotted() and contexts.before(text, start)[1] != "rank" and not _is_listed(text, found):
            continue
        last = max(text.rfind(dot, start, found.end()) for dot in _DOT) + 1
        end = found.end() if text[last].isascii() else _cut(text, last, found.end())
        slogan = text.startswith("”", end) and text[start - 1] != "“" and contexts.before(text, start)[1] != "rank"
        if end > last and not slogan:
            yield Candidate(start, end, text[start:end], 14.0, "name-with-dot")


def _is_listed(text: str, found: re.Match[str]) -> bool:
    """Whether a dotted name of any letters is one of a list: 、赛福鼎·艾则孜、."""
    start, end = found.span()
    return text[start - 1 : start] == "、" and text[end : end + 1] in ("、", "(") and not words.begins(text, start)


def latin(text: str, span: Span, known: frozenset[int]) -> Iterator[Candidate]:
    """Names in Latin letters beside a rank, and those that follow them or native ones in a list: S. Roe, G. Doe教授."""
    sure = -9
    for found in _LATIN.finditer(text, span.start, span.end):
        start, end = found.span()
        behind = end + (text[end : end + 1] == " ")
        if not found["more"]:
            named = text.startswith(_TITLED, behind)
        else:
            named = contexts.after(text, behind)[0] > 2.5 or contexts.before(text, start)[1] == "rank"
            listed = text[start - 1] == "、" and not known.isdisjoint((start - 3, start - 4))
            named = named or text.endswith(("Prof. ", "Dr. ", "Mr. ", "Ms. "), 0, start)
            named = named or (listed and text[end : end + 1] in ("、", ",", "等", "和"))
        if named or (found["more"] and text[sure:start].strip() in (",", "、") and start - sure < 3):
            yield Candidate(start, end, found.group(), 6.0, "name-in-latin")
            sure = end


def transliterated(text: str, span: Span) -> Iterator[Candidate]:
    """Names without a dot: after a rank, or of three sounds and more before a verb of saying."""
    announcing, ends, common = contexts.announcing(), ranks.lasts(), words.levels()
    for found in _run().finditer(text, span.start, span.end):
        first, last = found.span()
        announced = text[first - 1 : first] in announcing and text[first : first + 2] not in common
        inside = last - first > 2 and not ends.isdisjoint(text[first : last - 2])
        titled = text.startswith(_TITLES, last)
        if titled and (one := _before_title(text, first, last)):
            yield one
        elif announced or inside:
            yield from _sounds(text, first, min(last, first + _LONGEST), announced=announced)


def _sounds(text: str, first: int, last: int, *, announced: bool) -> Iterator[Candidate]:
    """The name among letters that write sounds, from their first one on or after a rank inside them."""
    starts = (at for at in range(first + 1, last - 1) if ranks.before(text, at))
    for start in (first, *starts) if announced else starts:
        left, kind = contexts.before(text, start)
        if (kind != "rank" and (start > first or left < 0.5)) or (kind == "rank" and ranks.is_of_many(text, start)):
            continue
        rare = kind == "rank" and words.level(text[start : start + 2]) == 1
        if words.begins(text, start) and not (rare and _names_country(text[max(0, start - _REACH) : start])):
            return
        end = _cut(text, start, last, 2)
        name = text[start:end]
        if (
            end - start < 2
            or name[-1] in NO_START
            or (words.level(name) and not rare)
            or _has_place(name, _LEAST if kind == "rank" and len(name) > _LEAST else 2)
            or name[1:] in ranks.courtesies()
            or (len(name) == len("向某") and name[0] == "向" and ranks.after(text, end))
        ):
            return
        crowned = _CROWNED.match(text, end)
        if crowned:
            yield Candidate(start, crowned.end(), text[start : crowned.end()], 9.0, "sounds-of-a-monarch")
            return
        right, right_kind = contexts.after(text, end)
        abroad = kind == "rank" and _names_country(text[max(0, start - _REACH) : start])
        weight = left + right + 0.5 * len(name) + (1.0 if abroad else 0.0)
        if len(name) <= _SHORT_PART - 1 and not abroad:
            weight -= 0.8 * sum(letter in _COMMON for letter in name)
        if (right < 0 and not (abroad and len(name) >= _LEAST)) or weight < ENOUGH:
            return
        rank = ranks.after(text, end)
        if kind == "rank":
            yield Candidate(start, end, name, weight + 1.0, "sounds-after-post")
        elif rank and contexts.after(text, end + rank)[0] > 0.25:
            yield Candidate(start, end, name, weight, "sounds-before-post")
        elif not rank and len(name) > 2 and right > 1.5 and right_kind == "word":
            yield Candidate(start, end, name, weight, "sounds-before-verb")
        return


def _before_title(text: str, first: int, last: int) -> Candidate | None:
    """The name right before the title of a foreign statesman, whatever stands before it: 做好克林顿总统来访的工作."""
    while first < last and text[first] in _SMALL:
        first += 1
    name = text[first:last]
    least = 2 if text.endswith(tuple(words.countries()), 0, first) else _LEAST
    if not least <= len(name) <= _LONGEST or _has_place(name):
        return None
    behind = last + next(len(title) for title in _TITLES if text.startswith(title, last))
    if text[behind : behind + 1] in ranks.going_on() or _sounding().issuperset(text[behind : behind + 2]):
        return None
    if any(ranks.before(text, at) for at in range(first, last)):
        return None
    return Candidate(first, last, name, 8.0, "sounds-before-title")


def _has_place(name: str, least: int = 2) -> bool:
    return any(words.is_place(name[:length]) for length in range(least, len(name) + 1))


def beside_country(text: str, ranked: Iterable[int]) -> Iterator[Candidate]:
    """Names of any letters after a post that names a country: 日本驻韩大使桐谷安志."""
    for start in ranked:
        if not text.endswith(_FOREIGN_POSTS, 0, start) or text[start] in _NO_FIRST:
            continue
        if not _names_country(text[max(0, start - _REACH) : start]):
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
            if end - start == 4 and contexts.is_verb(name[2:]):
                continue
            if not any(words.begins(text, at) for at in (start, start + 1)) and not words.is_place(name):
                yield Candidate(start, end, name, 4.2 + right, "name-after-foreign-post")
            break


def _names_country(before: str) -> bool:
    """Whether a country is named in the letters some words end in, and not as that of a communist party."""
    if words.country_fronts().isdisjoint(pairs(before)):
        return False
    run = next((before[at + 1 :] for at in range(len(before) - 1, -1, -1) if not HAN.match(before[at])), before)
    ends = ((run, run.find(country) + len(country)) for country in words.countries() if country in run)
    return any(not run.startswith("共产党", end) for run, end in ends)


def familiar(text: str, span: Span) -> Iterator[Candidate]:
    """Names of villagers known by a short name only: 村民小王介绍."""
    surnames = _usual()
    for start in (at for mark in "小阿" for at in occurrences(text, mark, span.start, span.end - 2)):
        if text[start + 1] in surnames and text.endswith(_VILLAGERS, 0, start) and HAN.match(text, start + 2):
            end = start + 2
            if text.startswith("向", end) or contexts.after(text, end)[0] > 1.4:
                yield Candidate(start, end, text[start:end], ENOUGH, "short-name")


@cache
def _usual() -> frozenset[str]:
    surnames = lexicon.table("surnames")["frequent"] + lexicon.table("surnames")["usual"]
    return frozenset("".join(surnames.split()))


def find(text: str, span: Span, known: frozenset[int]) -> Iterator[Candidate]:
    """Every foreign candidate of a span; none of a guess where a name is ``known`` to begin."""
    if any(dot in text for dot in _DOT):
        yield from dotted(text, span)
    yield from latin(text, span, known)
    yield from transliterated(text, span)
    ranked = after_ranks(text, span)
    yield from beside_country(text, ranked)
    yield from unheard(text, ranked, known)
    yield from familiar(text, span)
