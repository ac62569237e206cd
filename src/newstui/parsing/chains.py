"""Posts that stand one after the other, read back from where the last one ends."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import lexicon, ranks
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.segments import reach, segment, several_fields

_MEMBER: Final = late("(?:常委|委员|成员|理事|董事|合伙人|创始人|、(?:副?教授|副?研究员|导师))$")
"""Of one who holds another post besides: 省委常委及统战部部长."""
_MOST: Final = 20
"""Posts of one chain; nobody has more."""
_HONOURED: Final = ("模范", "优秀", "十佳", "百佳", "最美", "杰出")
_HONOUR: Final = late("(?:模范|十佳|百佳|最美|(?:全[国省市县区州旗系]|国家级|[省市县区州]级?|年度)(?:优秀|杰出))$")
"""Before the bare rank of who is honoured as one."""
_HONOUR_LASTS: Final = frozenset(word[-1] for word in _HONOURED)
_TIMES: Final = ("现任", "新任", "时任", "曾任", "历任", "刚任", "候任")
"""Words before a post that say when it is held."""
_TIMES_END: Final = frozenset(word[-1] for word in _TIMES)
_HONOURS: Final = 2
"""So many honours may stand one after the other among posts."""
_LONG: Final = 24
"""So long such an honour is at most."""
_OFFICE: Final = late(
    rf"{LETTER}{{1,20}}(?:[室办处科局委组矿厂]|(?<![干全])部|公司|集团|中心|研究院|研究所|党校|学院"
    rf"|{lexicon.either(lexicon.words('organs', 'societies'))}"
    r"|(?:工商|社科|[妇文科侨残台])联)(?:党[委组]|党总支|机关党委)?$"
)
_TEACHING: Final = frozenset(("博士生导师", "硕士生导师", "博导", "硕导", "客座教授", "兼职教授", "特聘教授"))
"""What somebody is at several schools at once."""
_SCHOOLS: Final = ("大学", "学院")
_NAMELESS: Final = (
    *("有关负责人", "相关负责人", "主要负责人", "单位负责人", "部门负责人", "企业负责人", "科室负责人"),
    *("有关领导", "相关领导", "主要领导", "分管领导", "单位领导", "部门领导"),
)
"""Posts of people without a name."""
_NO_ONE: Final = late("(?:有关|相关)[^,、]{1,8}(?:负责人|负责同志|领导|代表|人员)$")
"""The same with a word for the body between: 有关处室负责人."""
_NTH: Final = f"第?[{NUMERALS}]{{1,3}}"
_LEVELS: Final = late("(?:(?<=[^\u4e00-\u9fff])|^)[省市县区州旗镇乡校院系](?:、?[省市县区州旗镇乡校院系])*$")
"""The levels named before the last one: 省、市领导."""
_LEADERS: Final = late("[省市县区州旗镇乡校院系]领导$")
_TERM: Final = late(f"{_NTH}[届次]")
_TERMS: Final = late(rf"(?:(?:中国共产党|中共|党的|全国政协|政协)(?=第))?(?:{_NTH}[届次]?、)+$")
"""Terms before the last one: 第十二届、第十三届政协委员."""


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf" *\((?:{lexicon.either(lexicon.words('posts', 'aside'))})\) *$")


def chain(text: str, end: int, floor: int) -> list[Span]:
    """The posts that stand one after the other right before a place: ``市委副书记、县委书记``."""
    found: list[Span] = []
    while end > floor and text[end - 1] in " @":
        end -= 1
    while end > floor and len(found) < _MOST:
        aside = _aside().search(text, max(floor, end - 12), end) if text[end - 1] in ") " else None
        end = aside.start() if aside else end
        if text[end - 1] == ")" and (both := _in_brackets(text, end, floor)):
            found.append(both)
            end = both.start - 1
        one = segment(text, end, floor)
        if one is None or _is_honour(text, one, floor):
            listed = found and text[end] == "、" and text.endswith(lexicon.words("posts", "no_posts"), floor, end)
            one = _past(text, end, floor) if one or listed else None
        if one is None:
            break
        if text[one.start] == "&" and (joined := segment(text, one.start, floor)):
            one = Span(joined.start, one.end)
        one = _several_terms(text, _two_bodies(text, one, floor), floor)
        if found and text[end] == "," and is_of_another(text, one, floor):
            break
        found.append(one)
        end = _unlinked(text, one.start, floor)
    return found[::-1]


def _past(text: str, end: int, floor: int) -> Span | None:
    """The post before one or two honours and the like that stand among posts: 书记、劳动模范、董事长."""
    for _ in range(_HONOURS):
        end = text.rfind("、", max(floor, end - _LONG), end)
        one = segment(text, end, floor) if end > 0 else None
        if one and not _is_honour(text, one, floor):
            return one
        if end < 0 or not (one or text.endswith(lexicon.words("posts", "no_posts"), floor, end)):
            return None
    return None


def _is_honour(text: str, one: Span, floor: int) -> bool:
    """Whether a post is an honour: 全国模范法官, 全省优秀辅导员; 全国优秀县委书记 is one who holds a post."""
    if _HONOUR_LASTS.isdisjoint(text[max(0, one.start - 1) : one.end - 1]):
        return False
    rank = one.end - ranks.before(text, one.end)
    return text.endswith(_HONOURED, floor, rank) and _HONOUR.search(text, floor, rank) is not None


def _in_brackets(text: str, end: int, floor: int) -> Span | None:
    """The post in brackets behind another one: 董事长(总裁)."""
    opened = text.rfind("(", max(floor, end - 14), end)
    inside = opened > floor and ranks.before(text, opened) and segment(text, end - 1, opened + 1)
    return inside if inside and inside.start == opened + 1 else None


def is_of_another(text: str, one: Span, floor: int) -> bool:
    """Whether a post before a comma is somebody else's: one in mid-sentence, one of people without a name."""
    if one.start > floor and text[one.start - 1] not in "。;,、\n !?)>》":
        return True
    return text.endswith(_NAMELESS, *one) or _NO_ONE.search(text, *one) is not None


def _unlinked(text: str, at: int, floor: int) -> int:
    """Where the post before the one that starts here may end: before the mark or 兼 that links the two."""
    if at <= floor:
        return at
    at = _behind_mark(text, at, floor)
    link = text[at - 1]
    if link == "兼":
        return at - 1 - (at - 2 >= floor and text[at - 2] in "、,")
    both = link in "及暨" and _MEMBER.search(text, floor, at - 1) is not None
    if link == " " and at - 1 > floor:
        return at - 1 - (text[at - 2] in "、,")
    return at - 1 if link in "、," or both else at


def _behind_mark(text: str, at: int, floor: int) -> int:
    """Where what says when a post is held begins behind a mark: 大使、新任外长, 社长,现任委员; the post else."""
    if text[at - 1] not in _TIMES_END:
        return at
    size = next((len(word) for word in _TIMES if text.endswith(word, floor, at)), 0)
    return at - size if size and text[at - size - 1 : at - size] in ("、", ",") else at


def _two_bodies(text: str, one: Span, floor: int) -> Span:
    """The post with the body named before it, where two have one office: 院医务科、护理部主任, 省、市领导."""
    if one.start - 1 <= floor or text[one.start - 1] not in "、/" or ranks.before(text, one.start - 1):
        return one
    levels = _LEVELS.search(text, floor, one.start - 1) if _LEADERS.fullmatch(text, *one) else None
    if levels:
        return Span(levels.start(), one.end)
    if fields := several_fields(text, one, floor):
        return fields
    length = ranks.before(text, one.end)
    begin = max(floor, one.start - 22)
    begin = reach(text, one.start - 1, begin)
    left, right = text[begin : one.start - 1], text[one.start : one.end - length]
    teaches = text[one.end - length : one.end] in _TEACHING and left.endswith(_SCHOOLS) and right.endswith(_SCHOOLS)
    return Span(begin, one.end) if teaches or (_OFFICE.match(left) and _OFFICE.match(right)) else one


def _several_terms(text: str, one: Span, floor: int) -> Span:
    """The post with the terms named before its last one: 第十届、十一届省政协委员."""
    if one.start - 1 <= floor or text[one.start - 1] != "、" or not _TERM.match(text, one.start, one.end):
        return one
    terms = _TERMS.search(text, max(floor, one.start - 40), one.start)
    return Span(terms.start(), one.end) if terms else one
