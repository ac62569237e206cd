"""How far the name of an event is trusted to be the one a report is about."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import late
from newstui.parsing.event_names import LONGEST, Name
from newstui.parsing.hanzi import NUMERALS

_OTHER_TIME: Final = late(
    r"将(?:于|在|要)?|前来|拟(?<![虚模比]拟)|本周末|下[周月]|明[天日年]|去年|此前|曾|日前印发|计划|即将|祝贺"
    r"|下一步|每[年月周季]|定期|1(?<=^1)9\d\d年(?=[^\d]{0,6}$)|2(?<=^2)0\d\d年(?=[^\d]{0,6}$)|要(?<![重主]要)|以来|来[^校院我]{1,2}(?:参加|出席)"
)
_SINCE: Final = late("以来,[^,。;]{0,24}(?:先后|多次|已|共|累计|相继|分别|定期)[^,。;]{0,8}$")
"""Before what was held again and again over some time."""
_LONG_RUN: Final = 14
"""So many letters in a row of a name deep in a report, said in its title, tell that it is the event."""
_BASE: Final = {"held-by": 3, "is-held": 3, "attended": 2, "said-of": 1, "decides": 1, "led": 1, "said-at": 0}
_AT_ONCE: Final = frozenset(("decides", "said-of"))
"""How the event of a report is introduced in its first paragraph alone."""
_STUDIED: Final = 30
"""So far behind a name it is said that only what was told there is studied."""
_TO_WHAT_END: Final = ("为", "根据", "按照", "结合")
"""Opens a clause that tells why something is done: ``为深入开展某某活动``."""
_NOT_AFTER: Final = ("精神", "期间", "的要求", "部署", "后", "召开后")
_ABOVE: Final = late(
    rf"(?:党的|中共|中国共产党)第?[{NUMERALS}]{{1,3}}(?:大|届[一二三四五六七八九]中全会|届中央委员会.*全体会议)$|(?:中共|中国共产党).*全国代表大会$"
)
_ASKS: Final = late(r"(?:要求|强调|指出|认为|明确|提出|决定|确定|部署(?![,。;的要])|审议|听取|研究)")
"""Behind the name of a meeting held some days ago, that makes its words the news."""
_WATCHED: Final = late("(?:(?:收听|收看|视频|电视电话)[^,。;]{0,12}|会议?(?:结束)?)后,[^,。;]{0,16}$")
"""Before a meeting called at once where another one was watched: it is what the report tells of."""
_OWN: Final = 3
"""So much more weighs such a meeting."""
_ONLY_STUDIED: Final = late(r"上的?[^,。;]{0,16}精神")


def trust(plain: str, name: Name, title: str, depth: int, *, takes_part: bool) -> int:
    """How far a name in the paragraph number ``depth`` is the event: by how it is told and what the title has of it.

    Zero where it is not. ``takes_part``: somebody does something there who speaks further on.
    """
    span, rule = name.span, name.rule
    if _is_another(plain, name):
        return 0
    shared = length_shared(close(span.of(plain)), title)
    told = 3 if shared >= 6 else 2 if shared >= 4 else 0
    told += 2 if depth == 0 else 1 if depth == 1 else 0
    if rule == "said-at":
        earlier = depth and plain.startswith("的", span.start - 1)
        return told if shared >= 5 and depth < 2 and not earlier else 0
    if depth and rule in _AT_ONCE:
        return 0
    if depth > 1 and (rule == "attended" or plain.endswith("活动", *span)):
        return 0
    if depth > 1 and not takes_part and shared < min(span.end - span.start, _LONG_RUN):
        return 0
    own = _OWN if rule == "held-by" and _stands_before("后,", _WATCHED, plain, span.start) else 0
    return _BASE[rule] + told + own - (2 if span.end - span.start < 5 else 0)


def _is_another(plain: str, name: Name) -> bool:
    """Whether an event is of another time, held further up, or only what something else is done for."""
    (start, end), rule = name.span, name.rule
    before, after = plain[max(name.clause, start - LONGEST) : start], plain[end : end + 6]
    if _OTHER_TIME.search(before) or _stands_before("以来,", _SINCE, plain, start):
        return True
    asks = rule == "said-of" and _ASKS.match(plain, end)
    if (rule == "said-of" or after.startswith(_NOT_AFTER)) and not asks:
        return True
    if plain.startswith("年,", name.clause - 2) or (after.startswith("的") and rule != "attended"):
        return True
    if before.startswith(_TO_WHAT_END) and before.endswith(("开展", "开展的", "开展了")):
        return True
    return bool(_ABOVE.search(plain, start, end) or _ONLY_STUDIED.match(plain, end, end + _STUDIED))


def _stands_before(word: str, told: re.Pattern[str], plain: str, end: int) -> bool:
    """Whether an expression, in which a word stands that is cheap to find, closes the words before a name."""
    start = max(0, end - LONGEST)
    return plain.find(word, start, end) >= 0 and bool(told.search(plain, start, end))


def close(words_of: str) -> str:
    """The words without white space."""
    return "".join(words_of.split())


def length_shared(name: str, title: str) -> int:
    """Length of the longest run of characters that a name has in common with the title."""
    best, length = 0, len(name)
    for start in range(length):
        while start + best < length and name[start : start + best + 1] in title:
            best += 1
    return best
