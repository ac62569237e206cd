"""The grammar of posts: chains of them before a name, after it, shared by a list, taken by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Post
from newstui.parsing import careers, lexicon, ranks
from newstui.parsing.candidates import Candidate
from newstui.parsing.chains import chain, is_of_another
from newstui.parsing.segments import BODY_ENDS, LONGEST, reach
from newstui.parsing.shared_posts import (
    AND,
    HOLDING,
    bare_before,
    behind_list,
    counted,
    given_to_all,
    goes_on,
    is_shared,
    of_list,
    post_of,
)
from newstui.parsing.text import Page

_RESIGNED: Final = late(
    r"(?:(?:同志)?(?:分别)?(?:提出|请求|申请)?辞去|(?:同志)?(?:所任|兼任)?的|同志|(?:同志)?不再担任)"
    r"([^,。;\n]{2,60}?)职务"
)
_RESIGNATION: Final = 80
"""So many characters at most such words take."""
_SENTENCE_END: Final = re.compile(r"[。!?\n]")
_TIMES: Final = late("(?:时任|现任|曾任|曾担任|担任|出任|转任|调任|履新|新任|刚刚就任|身为|作为)$")
_HOST: Final = "主持人"
"""Of an event, which is what somebody does there; that of a station is a post."""
_OF_MANY: Final = late("[有相]关|[各全][^国]|负责人|领导|代表|人员|嘉宾|专家")
"""In a post before a comma: it is that of people without a name."""
_TITLES: Final = ("教授", "院士", "研究员", "工程师", "医师", "律师", "老师")
"""What somebody is called besides the post that a list shares."""
_HONOURS: Final = ("聘任", "聘书", "受聘", "称号", "聘请")
"""Behind a rank that somebody receives: 王某客座教授聘任仪式."""
_AGED: Final = late(r"、\d{1,3}岁(?:高龄)?的$")
"""Between a post and a name, how old somebody is: 名誉会长、90岁高龄的王某."""
_LONGEST_AGE: Final = 10
_LEADING: Final = ("领导", "指挥")
"""Right behind a name these are what somebody does: 王某领导全村群众."""
_FEWEST: Final = 3
"""Behind a name fewer letters up to the next one give it no post."""


def find_posts(page: Page, mentions: list[Candidate]) -> dict[str, tuple[Post, ...]]:
    """The posts of each name, in order of the text; a collective one only for who has none but what they become."""
    posts: dict[str, dict[str, Post]] = {}
    collective: list[tuple[str, Post]] = []
    for name, post in _said(page, mentions):
        if post.rule == "post-after-list":
            collective.append((name, post))
        else:
            posts.setdefault(name, {}).setdefault(post.text, post)
    taken = {name for name, held in posts.items() if all(post.rule == "post-taken" for post in held.values())}
    alone = {name for name, _ in collective if name not in posts or name in taken}
    for name, post in collective:
        if name in alone:
            posts.setdefault(name, {}).setdefault(post.text, post)
    return {name: tuple(sorted(found.values(), key=attrgetter("span"))) for name, found in posts.items()}


def _said(page: Page, mentions: list[Candidate]) -> Iterator[tuple[str, Post]]:
    """Every post the text gives to a mention, from mention to mention."""
    text, floor = page.plain, 0
    given: list[Post] = []
    held: set[str] = set()
    first = head = 0
    ends = [*[one.start for one in mentions[1:]], len(text)]
    for at, (one, end) in enumerate(zip(mentions, ends, strict=False)):
        titled, before = ranks.after(text, one.end), text[one.start - 1]
        spans, previous = _before(text, one, floor, titled > 0), mentions[at - 1] if at else None
        mine = [post_of(page, _lent(text, span, previous, floor), "post-before-name") for span in spans]
        mine = _described(page, one, floor) if not mine and before == "的" else mine
        after = _after(page, one, titled)
        follows = at > 0 and goes_on(text, floor, one.start, given)
        shares = follows and not mine and not (after and _is_another(text, one, after[0]))
        if shares and not (one.name in held and text.startswith("与", floor)):
            mine = [Post(post.text, post.span, "post-before-list") for post in given if is_shared(text, post)]
        else:
            given = mine = of_list(page, mentions, at, floor) if not mine and before in HOLDING else mine
        if mine or after:
            held.add(one.name)
        near = follows or (bool(mine) and not _SENTENCE_END.search(text, floor, one.start))
        first, head = first if near else at, head if follows else at
        floor = after[-1].span.end if after else one.end
        for post in [*mine, *after]:
            yield one.name, post
        if after and follows and not mine and after[0].rule == "post-after-name":
            listed = Post(after[0].text, after[0].span, "post-after-list")
            yield from given_to_all(bare_before(text, mentions, head, at), listed)
        yield from _told_behind(page, mentions, at, Span(floor, end), first, head)


def _is_another(text: str, one: Candidate, after: Post) -> bool:
    """Whether the post behind the last name of a list is one besides that of the others: 县长王某及李某书记."""
    return text[one.start - 1] == "及" and after.rule == "post-after-name" and not after.text.endswith(_TITLES)


def _told_behind(
    page: Page, mentions: list[Candidate], at: int, behind: Span, first: int, head: int
) -> Iterator[tuple[str, Post]]:
    """The posts told behind a name and its rank: taken, counted, given up, held by all of a list, of a career.

    ``head`` is the number of the first name of its list, ``first`` of the first one near it that has a post.
    """
    text, one, (floor, end) = page.plain, mentions[at], behind
    tells = end - floor >= _FEWEST
    for span in careers.taken(text, floor, end) if tells else ():
        yield from given_to_all(mentions[head : at + 1], post_of(page, span, "post-taken"))
    if text[one.start - 1] in AND:
        yield from counted(page, mentions, at)
    lost = _resigned(page, floor, end) if tells and "职务" in text[floor : min(end, floor + _RESIGNATION)] else ()
    collective = behind_list(page, one) if text.startswith("等", one.end) else ()
    for post in (*lost, *collective):
        yield from given_to_all(mentions[first : at + 1], post)
    for span in careers.career(text, floor, end) if tells else ():
        yield one.name, post_of(page, span, "post-in-career")


def _before(text: str, one: Candidate, floor: int, titled: bool) -> list[Span]:
    """The posts before a name; before the mark that parts them from one with a title behind: 某会秘书长、王某教授."""
    spans = chain(text, one.start, floor)
    if spans:
        spans = [span for span in spans if text[span.start : span.end] != _HOST]
    if not spans and (passed := _passed(text, one, floor, titled)) > floor:
        spans = chain(text, passed, floor)
    if not spans and titled and text[one.start - 1] == "、":
        spans = chain(text, one.start - 1, floor)
    return spans


@cache
def _no_post_lasts() -> frozenset[str]:
    """The last letters of words that describe somebody and are no posts."""
    return frozenset(word[-1] for word in lexicon.words("posts", "no_posts"))


def _passed(text: str, one: Candidate, floor: int, titled: bool) -> int:
    """Where the post ends that words without a rank part from a name: 组长、某大学王某院长, 会长、某班学生王某."""
    if text[one.start - 1] == "的" and (aged := _AGED.search(text, max(floor, one.start - _LONGEST_AGE), one.start)):
        return aged.start()
    known = lexicon.words("posts", "no_posts") if text[one.start - 1] in _no_post_lasts() else ()
    size = max([len(word) for word in known if text.endswith(word, floor, one.start)], default=0) if known else 0
    if not size:
        if not titled and not text.endswith(BODY_ENDS, floor, one.start):
            return floor
        size = int(text[one.start - 1] == "的")
    start = reach(text, one.start - size, max(floor, one.start - LONGEST))
    if not floor < start < one.start or text[start - 1] not in ("、," if titled else "、"):
        return floor
    before = chain(text, start - 1, floor) if text[start - 1] == "," else ()
    others = before and is_of_another(text, before[-1], floor) and not text.endswith("邀请", floor, before[-1].start)
    others = others or any(_OF_MANY.search(text, *span) for span in before)
    return floor if others else start - 1


def _described(page: Page, one: Candidate, floor: int) -> list[Post]:
    """The posts that describe somebody, before the 的 of their name: ``时任县长、曾任镇长的周某``."""
    text = page.plain
    found: list[Span] = []
    end = one.start - 1
    while spans := chain(text, end, floor) if end > floor else ():
        verb = _TIMES.search(text, floor, spans[0].start)
        if not verb:
            break
        found = [*spans, *found]
        end = verb.start() - (text[verb.start() - 1] in "、,")
    return [post_of(page, span, "post-described") for span in found]


def _lent(text: str, span: Span, previous: Candidate | None, floor: int) -> Span:
    """The span with the name and post it is said of: 习近平总书记特使."""
    if previous and span.start == floor and text[span.start : span.end] in lexicon.words("posts", "lent"):
        return Span(previous.start, span.end)
    return span


def _after(page: Page, one: Candidate, length: int) -> list[Post]:
    """The post right after a name, as worded: 王某书记; ``length`` is that of the rank there."""
    behind = page.plain[one.end : one.end + 1]
    if behind == "(":
        return [post_of(page, span, "post-in-brackets") for span in _bracketed(page.plain, one.end + 1)]
    end = one.end
    if behind == " " and one.name[-1].isascii():
        end += 1
        length = ranks.after(page.plain, end)
    length = length or len(_bodied().at(page.plain, end))
    if not length or page.plain.startswith((*_not_after(), *_LEADING), end):
        return []
    if page.plain.startswith(_HONOURS, end + length):
        return []
    return [post_of(page, Span(end, end + length), "post-after-name")]


def _bracketed(text: str, start: int) -> list[Span]:
    """The posts that fill the brackets behind a name: 张某(省审计厅厅长)."""
    end = text.find(")", start, start + LONGEST)
    spans = chain(text, end, start) if end > 0 else []
    return spans if spans and spans[0].start == start else []


@cache
def _bodied() -> lexicon.Starts:
    """Ranks with their body, as they stand behind a name: 王某纪委书记."""
    return lexicon.Starts(lexicon.words("posts", "bodied"))


@cache
def _not_after() -> tuple[str, ...]:
    """What a rank word may begin that is no rank: 主任务, 书记员."""
    return lexicon.words("posts", "not_after")


def _resigned(page: Page, start: int, end: int) -> Iterator[Post]:
    """The posts somebody gives up or loses: 朱某提出辞去县长职务, 免去王某的县长职务."""
    found = _RESIGNED.match(page.plain, start, end)
    spans = chain(page.plain, found.end(1), found.start(1)) if found else []
    if found and spans and spans[0].start == found.start(1):
        yield from (post_of(page, span, "post-resigned") for span in spans)
