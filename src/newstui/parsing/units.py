"""The units that a text names: schools, bureaus, firms, societies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newstui.model.late import late
from newstui.parsing import lexicon, segments, words
from newstui.parsing.places import is_known

KINDS: Final = {
    "校": "大学|学院(?<!科学院)|中学|小学|学校|高中|一中(?!学)|二中(?!学)|三中(?!学)|四中(?!学)|五中(?!学)|六中(?!学)"
    "|党校|附中|职校|技校",
    "院": "医院|法院|检察院|研究院|科学院|学院|卫生院|设计院|一院|二院|中院",
    "厅": "厅",
    "局": "总局|林局|管理局|局",
    "部": "部(?<!支部)",
    "司": "有限公司|公司",
    "集团": "集团公司|集团",
    "馆": "馆(?!学会|协会|联盟)",
    "中心": "中心(?!组)",
    "队": "(?:大队|支队|总队)(?!长|教导员|政委|领导|民警|党)",
    "会": "(?:(?<!协)商会|协会|学会|联合会|联谊会|研究会|促进会)(?!处|会长|组织|工作)",
    "委": "委员会|委",
    "所": "派出所|研究所|司法所|税务所|供电所",
    "联盟": "(?<!欧洲)(?<!非洲)联盟",
}
"""What the short word for one's own unit stands for, as the unit's full name ends."""
_WIDE: Final = late("(?:全国|中华|国际|世界)[\u4e00-\u9fff]{2,28}$")
"""What a society of many places begins with."""
_GUEST: Final = late("#|党委|党组|副?(?:校|院|董事|处|局|部)长|副?总(?:经理|裁)|书记|教授|一行|代表团|校际")
_AMONG_GUESTS: Final = late("考察|参观|观摩|等[^,。;]{0,8}(?:单位|部门|高校|院校|企业|机构)")
"""Behind a unit that somebody visits, or that is one of several whose people came."""
_NO_UNIT: Final = (
    *("上市公司", "子公司", "母公司"),
    *(
        f"{before}{after}"
        for after, befores in (
            ("部", "干全内外中学西东北南总顶底腹上下"),
            ("局", "格开全大结布终定僵新变残对危战政时棋"),
            ("厅", "大餐展客舞歌"),
            ("委", "省市县区州旗镇乡党纪政常工团"),
        )
        for before in befores
    ),
)
_BESIDE: Final = frozenset("与同和、及,赴到向对往的")
"""Before a unit that somebody else is with, or goes to."""
_RECEIVED: Final = ("会见", "会见了", "接见", "接见了", "拜会", "拜访", "拜会了", "拜访了", "走访", "走访了")
"""Before a unit whose people are guests or hosts, not those who tell."""
_SOCIETIES: Final = ("会", "联盟")
_INNER: Final = late(
    "(?:集团|公司|大学|学院|医院|银行).{1,12}部$|委[大中小]学$|召开|举行|举办|学习(?!中心)|(?:调研|考察|走访|慰问|视察|检查|督导)(?!组|室|处|科|局|中心|院|站)"
)
"""A part of a unit, or words about a visit: no unit by itself."""
_QUARTERS: Final = frozenset(("西北", "西南", "东北", "东南", "华北", "华东", "华南", "华中"))
"""Parts of the country, before which the name of a firm may begin: 中某西北公司."""
_BRAND: Final = 5
BARE: Final = frozenset(("集团公司", "股份公司", "有限公司", "总公司", "分公司", "医学院", "党校", "委员会"))
"""What a unit calls itself, which is no name."""
_SUBJECT: Final = late(
    "(?P<name>[\u4e00-\u9fffA-Za-z]{3,24}?)(?:召开|举行|举办|组织|开展|启动|部署|传达|学习|深入|积极|扎实|全力|认真|隆重|成功|与|赴|到)"
)


@cache
def _kind(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"(?:{KINDS[kind]})"), re.compile(f"(?:{KINDS[kind]})$")


def unit_ends(name: str, kind: str) -> bool:
    """Whether the name of a unit ends as those of a kind do: 大学 for 校."""
    return _kind(kind)[1].search(name) is not None


def units(text: str, kind: str, unnamed: bool = False) -> Iterator[str]:
    """The units of a kind a text names: the body of a headline, a body of the centre, a body with its place.

    Where the text says 我校 for its own unit (``unnamed``), units that are plainly somebody else's are left out.
    """
    pattern, ends = _kind(kind)
    subject = _SUBJECT.match(text)
    if subject and ends.search(subject["name"]) and _is_clean(subject["name"]):
        yield subject["name"]
    guests: set[str] = set()
    for found in pattern.finditer(text):
        start = _placed_start(text, found.start(), found.end())
        if start is None and kind in _SOCIETIES and (wide := _WIDE.search(text, found.start() - 30, found.start())):
            start = wide.start()
        if start is None or _AMONG_GUESTS.match(text, found.end()):
            continue
        name = text[start : found.end()]
        if text.endswith(_RECEIVED, 0, start):
            guests.add(name)
        beside = unnamed and (text[start - 1 : start] in _BESIDE or _GUEST.match(text, found.end()))
        whole = name not in guests and name.count("(") == name.count(")") and not name.endswith(_NO_UNIT)
        if whole and not beside and not _INNER.search(name):
            yield name


def _is_clean(name: str) -> bool:
    """Whether the front of a headline is one name, nothing of a sentence in it."""
    if name in BARE or name.endswith(_NO_UNIT):
        return False
    return segments.reach(name, len(name), 0) == 0 and name[0] not in "我本该各全第"


@cache
def _central() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The bodies of the centre, and their lengths by their last two letters."""
    known = frozenset(lexicon.words("organs", "central"))
    return known, lexicon.lengths(known, front=False)


def _placed_start(text: str, start: int, end: int) -> int | None:
    """Where the name of a unit that ends here begins: at a body of the centre or at a place."""
    known, lengths = _central()
    for length in lengths.get(text[end - 2 : end], ()) if end > 1 else ():
        if text[max(0, end - length) : end] in known:
            return end - length
    heads = words.place_heads()
    first = segments.reach(text, start, max(0, start - 20))
    for at in range(first, start):
        sizes = (6, 5, 4, 3, 2) if text[at : at + 2] in heads else ()
        length = next((size for size in sizes if is_known(text[at : at + size])), 0)
        if length and at + length <= start and (at + length < start or text[at : at + length] not in words.countries()):
            quarter = text[at : at + length] in _QUARTERS and at - first < _BRAND
            return first if quarter or text[first:at] in lexicon.words("organs", "firms") else at
    return None


def unit_before(text: str, at: int) -> str | None:
    """The unit that stands right before a name: 市教育局 of 市教育局石某副局长."""
    found = _UNIT_END.search(text, max(0, at - 8), at)
    if not found:
        return None
    start = segments.reach(text, found.start(), max(0, found.start() - 20))
    name = text[start:at]
    return name if len(name) > 1 else None


UNIT_LASTS: Final = frozenset("学院校中厅局部司团馆心队会委办协所盟")
"""The letters such words end in, to be asked for first."""
_UNIT_END: Final = late(f"(?:{'|'.join(KINDS.values())}|[我本该][校院厅局部]|中心|协会|办|友协|科协|作协)$")
