"""The grammar of posts: chains of them before a name, after it, shared by a list, taken by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Post
from newstui.parsing import careers, lexicon, ranks
from newstui.parsing.candidates import Candidate
from newstui.parsing.chains import chain, is_of_another
from newstui.parsing.hanzi import LETTER, LEVELS
from newstui.parsing.segments import BODY_ENDS, LONGEST, THERE, reach
from newstui.parsing.text import Page

_BETWEEN: Final = re.compile(r"(?:\([^()\n]{1,12}\))?(?:老师|同志|先生|女士|同学|医生)? *(?:[、,]|和|及|与|以及)? *@?")
_BETWEEN_ENDS: Final = frozenset(")师志生士学 、,和及与@")
"""The last letters of all that."""
_STRANGER: Final = late(rf"(?:、{LETTER}{{2,4}}|{LETTER}|、[A-Za-z][A-Za-z.\- ]{{2,24}})[、和与]")
"""Between two of a list: somebody whose name is not known as one."""
_RESIGNED: Final = late(
    r"(?:(?:同志)?(?:分别)?(?:提出|请求|申请)?辞去|(?:同志)?(?:所任|兼任)?的|同志|(?:同志)?不再担任)"
    r"([^,。;\n]{2,60}?)职务"
)
_RESIGNATION: Final = 80
"""So many characters at most such words take."""
_SENTENCE_END: Final = re.compile(r"[。!?\n]")
_TIMES: Final = late("(?:时任|现任|曾任|曾担任|担任|出任|转任|调任|履新|新任|刚刚就任|身为|作为)$")
_HELD_BY: Final = late(r"(?:(?P<verb>分别为|分别是|还有|包括|为|是|有|由):?|:)$")
_HOLDING: Final = frozenset("为是有括由:")
"""The last letters of such words."""
_CHOSEN: Final = ("当选", "任命为", "选为", "增补为", "担任", "出任", "时任", "现任", "新任", "聘为", "聘任为")
"""Before the post of whom 的还有 and a list name: 当选为县委常委的还有某某, 时任县长的是某某."""
_LIST_END: Final = late(r"(?:\([^()\n]{1,8}\))?(?:等(?:\d+人|人)?)?(?:[,。;)\n]|$)")
_TAKES_OFFICE: Final = late("(?:再度|继续|兼)?(?:担任|出任|兼任|接任)")
_NO_OFFICE: Final = frozenset(("领导", "领导人", "专家", "学者", "主持人", "召集人", "嘉宾", "代表", "成员"))
"""Ranks that only describe those a list names."""
_HOST: Final = "主持人"
"""Of an event, which is what somebody does there; that of a station is a post."""
_OF_MANY: Final = late("[有相]关|[各全][^国]|负责人|领导|代表|人员|嘉宾|专家")
"""In a post before a comma: it is that of people without a name."""
_COUNTED: Final = late("(?:等)?[二两三四五六七八九十]{1,2}(?:位|名)")
"""Before a rank of those listed: 李某、王某两位副处长."""
_TITLES: Final = ("教授", "院士", "研究员", "工程师", "医师", "律师", "老师")
"""What somebody is called besides the post that a list shares."""
_AND: Final = frozenset("、和及与")
_HONOURS: Final = ("聘任", "聘书", "受聘", "称号", "聘请")
"""Behind a rank that somebody receives: 王某客座教授聘任仪式."""
_LEADING: Final = ("领导", "指挥")
"""Right behind a name these are what somebody does: 王某领导全村群众."""
_FEWEST: Final = 3
"""Behind a name fewer letters up to the next one give it no post."""
_SEVERAL: Final = late(rf"(?:常务|执行|名誉|荣誉|专职|轮值)副(?![{LEVELS}]长)")
"""Deputies of a society or a firm, of whom there are several; a province has one first deputy."""


@cache
def _collective() -> re.Pattern[str]:
    """Behind a list of names, as whom all of them are there: 等市领导."""
    levels = "(?:[省市县区州旗校院]、)?"
    leaders = f"{levels}{LETTER}{{1,10}}领导(?:人|干部)?"
    return re.compile(rf"等(?:\w{{0,3}}[位名])?(?:{THERE.pattern})?({leaders})(?!班子|小组|下|同志)")


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
        mine = [_post(page, _lent(text, span, previous, floor), "post-before-name") for span in spans]
        mine = _described(page, one, floor) if not mine and before == "的" else mine
        after = _after(page, one, titled)
        follows = at > 0 and _goes_on(text, floor, one.start, given)
        shares = follows and not mine and not (after and _is_another(text, one, after[0]))
        if shares and not (one.name in held and text.startswith("与", floor)):
            mine = [Post(post.text, post.span, "post-before-list") for post in given if _is_shared(text, post)]
        else:
            given = mine = _named(page, mentions, at, floor) if not mine and before in _HOLDING else mine
        if mine or after:
            held.add(one.name)
        near = follows or (bool(mine) and not _SENTENCE_END.search(text, floor, one.start))
        first, head = first if near else at, head if follows else at
        floor = after[-1].span.end if after else one.end
        for post in [*mine, *after]:
            yield one.name, post
        if after and follows and not mine and after[0].rule == "post-after-name":
            listed = Post(after[0].text, after[0].span, "post-after-list")
            yield from _shared(_bare_before(text, mentions, head, at), listed)
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
        yield from _shared(mentions[head : at + 1], _post(page, span, "post-taken"))
    if text[one.start - 1] in _AND:
        yield from _counted(page, mentions, at)
    lost = _resigned(page, floor, end) if tells and "职务" in text[floor : min(end, floor + _RESIGNATION)] else ()
    collective = _collective_post(page, one) if text.startswith("等", one.end) else ()
    for post in (*lost, *collective):
        yield from _shared(mentions[first : at + 1], post)
    for span in careers.career(text, floor, end) if tells else ():
        yield one.name, _post(page, span, "post-in-career")


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


def _goes_on(text: str, floor: int, start: int, given: list[Post]) -> bool:
    """Whether a list goes on from one name to the next, where they share a post past one that was not understood."""
    if (start == floor or text[start - 1] in _BETWEEN_ENDS) and _BETWEEN.fullmatch(text, floor, start):
        return True
    if start - floor < len("某、") or text[start - 1] not in _AND or not _STRANGER.fullmatch(text, floor, start):
        return False
    return any(_is_shared(text, post) for post in given)


def _bare_before(text: str, mentions: list[Candidate], head: int, at: int) -> list[Candidate]:
    """Those of a list before the one who bears the post: 王某、李某、赵某副校长."""
    first = at
    while first > head and text[mentions[first - 1].end : mentions[first].start] in _AND:
        first -= 1
    return mentions[first:at]


def _shared(mentions: list[Candidate], post: Post) -> list[tuple[str, Post]]:
    """A post of each of those named."""
    return [(each.name, post) for each in mentions]


@cache
def _no_post_lasts() -> frozenset[str]:
    """The last letters of words that describe somebody and are no posts."""
    return frozenset(word[-1] for word in lexicon.words("posts", "no_posts"))


def _passed(text: str, one: Candidate, floor: int, titled: bool) -> int:
    """Where the post ends that words without a rank part from a name: 组长、某大学王某院长, 会长、某班学生王某."""
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
    return [_post(page, span, "post-described") for span in found]


def _named(page: Page, mentions: list[Candidate], at: int, floor: int) -> list[Post]:
    """The post whose holders a list names: ``副会长为王某、李某``, ``市领导有…``, ``会长由赵某担任``."""
    text, one = page.plain, mentions[at]
    found = _HELD_BY.search(text, max(floor, one.start - 5), one.start)
    if not found:
        return []
    last = one
    for other in islice(mentions, at + 1, None):
        if not _BETWEEN.fullmatch(text, last.end, other.start):
            break
        last = other
    ends = _TAKES_OFFICE if found["verb"] == "由" else _LIST_END
    chosen = text[found.start() - 1] == "的"
    spans = chain(text, found.start() - chosen, floor) if ends.match(text, last.end) else []
    if chosen and spans and not text.endswith(_CHOSEN, floor, spans[0].start):
        return []
    if not spans or text[spans[-1].start : spans[-1].end] in _NO_OFFICE:
        return []
    return [_post(page, span, "post-of-list") for span in spans]


def _counted(page: Page, mentions: list[Candidate], at: int) -> list[tuple[str, Post]]:
    """The post behind the number of those listed: 李某、王某两位副处长."""
    counted = _COUNTED.match(page.plain, mentions[at].end)
    length = ranks.after(page.plain, counted.end()) if counted else 0
    if not counted or not length:
        return []
    post = _post(page, Span(counted.end(), counted.end() + length), "post-after-list")
    return _shared([*_bare_before(page.plain, mentions, 0, at), mentions[at]], post)


def _collective_post(page: Page, last: Candidate) -> Iterator[Post]:
    """The post after a list of names: 李某、王某等校领导."""
    found = _collective().match(page.plain, last.end)
    if found and not found[1].startswith("领导"):
        yield _post(page, Span(*found.span(1)), "post-after-list")


def _lent(text: str, span: Span, previous: Candidate | None, floor: int) -> Span:
    """The span with the name and post it is said of: 习近平总书记特使."""
    if previous and span.start == floor and text[span.start : span.end] in lexicon.words("posts", "lent"):
        return Span(previous.start, span.end)
    return span


@cache
def _many() -> tuple[str, ...]:
    """Rank words that several people hold at once."""
    return lexicon.words("posts", "shared")


def _is_shared(text: str, post: Post) -> bool:
    """Whether several people hold a post at once."""
    if post.rule == "post-of-list":
        return True
    words = text[post.span.start : post.span.end]
    rank = words[-ranks.before(words, len(words)) :]
    return rank.startswith(("副", "原")) or rank.endswith(_many()) or bool(_SEVERAL.match(rank))


def _after(page: Page, one: Candidate, length: int) -> list[Post]:
    """The post right after a name, as worded: 王某书记; ``length`` is that of the rank there."""
    behind = page.plain[one.end : one.end + 1]
    if behind == "(":
        return [_post(page, span, "post-in-brackets") for span in _bracketed(page.plain, one.end + 1)]
    end = one.end
    if behind == " " and one.name[-1].isascii():
        end += 1
        length = ranks.after(page.plain, end)
    if not length or page.plain.startswith((*_not_after(), *_LEADING), end):
        return []
    if page.plain.startswith(_HONOURS, end + length):
        return []
    return [_post(page, Span(end, end + length), "post-after-name")]


def _bracketed(text: str, start: int) -> list[Span]:
    """The posts that fill the brackets behind a name: 张某(省审计厅厅长)."""
    end = text.find(")", start, start + LONGEST)
    spans = chain(text, end, start) if end > 0 else []
    return spans if spans and spans[0].start == start else []


@cache
def _not_after() -> tuple[str, ...]:
    """What a rank word may begin that is no rank: 主任务, 书记员."""
    return lexicon.words("posts", "not_after")


def _resigned(page: Page, start: int, end: int) -> Iterator[Post]:
    """The posts somebody gives up or loses: 朱某提出辞去县长职务, 免去王某的县长职务."""
    found = _RESIGNED.match(page.plain, start, end)
    spans = chain(page.plain, found.end(1), found.start(1)) if found else []
    if found and spans and spans[0].start == found.start(1):
        yield from (_post(page, span, "post-resigned") for span in spans)


def _post(page: Page, span: Span, rule: str) -> Post:
    """A stretch of the text as a post, without white space."""
    return Post("".join(page.text[span.start : span.end].split()), span, rule)
