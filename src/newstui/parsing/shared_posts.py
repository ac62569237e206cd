"""Posts that several people share: of a list, behind it, by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Post
from newstui.parsing import lexicon, ranks
from newstui.parsing.candidates import Candidate
from newstui.parsing.chains import chain
from newstui.parsing.hanzi import LETTER, LEVELS
from newstui.parsing.segments import THERE
from newstui.parsing.text import Page

_BETWEEN: Final = re.compile(r"(?:\([^()\n]{1,12}\))?(?:老师|同志|先生|女士|同学|医生)? *(?:[、,]|和|及|与|以及)? *@?")
_BETWEEN_ENDS: Final = frozenset(")师志生士学 、,和及与@")
"""The last letters of all that."""
_STRANGER: Final = late(rf"(?:、{LETTER}{{2,4}}|{LETTER}|、[A-Za-z][A-Za-z.\- ]{{2,24}})[、和与]")
"""Between two of a list: somebody whose name is not known as one."""
_HELD_BY: Final = late(r"(?:(?P<verb>分别为|分别是|还有|包括|为|是|有|由):?|:)$")
HOLDING: Final = frozenset("为是有括由:")
"""The last letters of such words."""
_CHOSEN: Final = ("当选", "任命为", "选为", "增补为", "担任", "出任", "时任", "现任", "新任", "聘为", "聘任为")
"""Before the post of whom 的还有 and a list name: 当选为县委常委的还有某某, 时任县长的是某某."""
_LIST_END: Final = late(r"(?:\([^()\n]{1,8}\))?(?:等(?:\d+人|人)?)?(?:[,。;)\n]|$)")
_TAKES_OFFICE: Final = late("(?:再度|继续|兼)?(?:担任|出任|兼任|接任)")
_NO_OFFICE: Final = frozenset(("领导", "领导人", "专家", "学者", "主持人", "召集人", "嘉宾", "代表", "成员"))
"""Ranks that only describe those a list names."""
_COUNTED: Final = late("(?:等)?[二两三四五六七八九十]{1,2}(?:位|名)")
"""Before a rank of those listed: 李某、王某两位副处长."""
AND: Final = frozenset("、和及与")
"""Between two of those named."""
_SEVERAL: Final = late(rf"(?:常务|执行|名誉|荣誉|专职|轮值)副(?![{LEVELS}]长)")
"""Deputies of a society or a firm, of whom there are several; a province has one first deputy."""


@cache
def _collectives() -> re.Pattern[str]:
    """Behind a list of names, as whom all of them are there: 等市领导."""
    levels = "(?:[省市县区州旗校院]、)?"
    leaders = f"{levels}(?:{LETTER}{{1,20}}领导(?:人|干部)?|{LETTER}{{0,8}}领导班子成员)"
    return re.compile(rf"等(?:\w{{0,3}}[位名])?(?:{THERE.pattern}|在[院校局])?({leaders})(?!班子|小组|下|同志)")


def goes_on(text: str, floor: int, start: int, given: list[Post]) -> bool:
    """Whether a list goes on from one name to the next, where they share a post past one that was not understood."""
    if (start == floor or text[start - 1] in _BETWEEN_ENDS) and _BETWEEN.fullmatch(text, floor, start):
        return True
    if start - floor < len("某、") or text[start - 1] not in AND or not _STRANGER.fullmatch(text, floor, start):
        return False
    return any(is_shared(text, post) for post in given)


def bare_before(text: str, mentions: list[Candidate], head: int, at: int) -> list[Candidate]:
    """Those of a list before the one who bears the post: 王某、李某、赵某副校长."""
    first = at
    while first > head and text[mentions[first - 1].end : mentions[first].start] in AND:
        first -= 1
    return mentions[first:at]


def given_to_all(mentions: list[Candidate], post: Post) -> list[tuple[str, Post]]:
    """A post of each of those named."""
    return [(each.name, post) for each in mentions]


def of_list(page: Page, mentions: list[Candidate], at: int, floor: int) -> list[Post]:
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
    return [post_of(page, span, "post-of-list") for span in spans]


def counted(page: Page, mentions: list[Candidate], at: int) -> list[tuple[str, Post]]:
    """The post behind the number of those listed: 李某、王某两位副处长."""
    number = _COUNTED.match(page.plain, mentions[at].end)
    length = ranks.after(page.plain, number.end()) if number else 0
    if not number or not length:
        return []
    post = post_of(page, Span(number.end(), number.end() + length), "post-after-list")
    return given_to_all([*bare_before(page.plain, mentions, 0, at), mentions[at]], post)


def behind_list(page: Page, last: Candidate) -> Iterator[Post]:
    """The post after a list of names: 李某、王某等校领导."""
    found = _collectives().match(page.plain, last.end)
    if found and not found[1].startswith("领导"):
        yield post_of(page, Span(*found.span(1)), "post-after-list")


@cache
def _many() -> tuple[str, ...]:
    """Rank words that several people hold at once."""
    return lexicon.words("posts", "shared")


def is_shared(text: str, post: Post) -> bool:
    """Whether several people hold a post at once."""
    if post.rule == "post-of-list":
        return True
    words = text[post.span.start : post.span.end]
    rank = words[-ranks.before(words, len(words)) :]
    return rank.startswith(("副", "原")) or rank.endswith(_many()) or bool(_SEVERAL.match(rank))


def post_of(page: Page, span: Span, rule: str) -> Post:
    """A stretch of the text as a post, without white space."""
    return Post("".join(page.text[span.start : span.end].split()), span, rule)
