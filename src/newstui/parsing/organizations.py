"""Organisation words by themselves: whether they name a whole one, the place in front, a body joined to its owner."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.late import late
from newstui.parsing import lexicon, words
from newstui.parsing.hanzi import LETTER, LEVELS

_PARTY_BODIES: Final = (
    *("党组", "党委", "党工委", "分党组", "党总支部", "党总支", "直属党支部", "党支部", "总支", "支部"),
    *("纪委", "纪检组", "工会", "团委"),
)
_PARTY: Final = late(f"(?:机关)?(?:{lexicon.either(_PARTY_BODIES)})$")
_WHOLE: Final = late(
    rf"[\u4e00-\u9fff()]{{2,}}(?:{lexicon.either(lexicon.words('organs', 'kinds', 'societies'))}"
    r"|出版社|杂志社|报社|电视台|联盟|校友会|友协|总社|联社|总会|[^大]{3}论坛|委员会|社区|会议|省|自治区|市|县|镇"
    r"|开发区|高新区|经开区|林局|总局)"
)
_ABBREVIATED: Final = late("[A-Z]{2}")
_OWN_BODIES: Final = late(
    f"(?:(?!老干部|党史|档案|机要){LETTER}{{1,8}}[局厅]|公安(?=$)|纪委|监委|纪委监委|政府|人民政府|人大|人大常委会|政协|总工会|武装部|人武部|法院|检察院|工商联|妇联|残联|团委|科协)"
)
_COMMITTEE: Final = late(f"[{LEVELS}]委$")
_PLACE_FRONT: Final = late(f"{LETTER}{{2,8}}?[省市县区州旗]")
_BOARDS: Final = ("监事会", "董事会", "理事会")
_PARTS: Final = ("附属", "派驻", "直属", "下属")
"""Begins a part of somebody's."""
_TERM: Final = late("^第?[一二三四五六七八九十]{1,3}届")
_OF_PARTY: Final = ("党", "机关党", "纪", "工会", "团委")
"""Bodies of a whole organisation, not of its board."""
_OF_LEVEL: Final = ("政府", "政协", "人大", "人大常委会")
"""Ends a body of a place, beside which its other bodies stand: 县政协副主席、工商联主席."""


def place_in(organization: str, level: str) -> str | None:
    """The place of a level at the front of an organisation: 青溪县 of 青溪县委."""
    end = organization.find(level) + len(level)
    if end < len(level) + 1:
        return None
    if level in "镇乡" and re.search("[省市县区州旗]", organization[: end - 1]):
        return organization[:end]
    starts = (0, 2, 3) if organization.startswith(("中共", "共青团")) else (0,)
    for start in (*starts, *range(1, end - 1)):
        if words.is_place(organization[start:end]):
            return organization[start:end]
    return organization[:end] if end > 2 and organization[end : end + 1] in ("委", "政", "人") else None


@cache
def _starts() -> lexicon.Starts:
    """What an organisation of the whole country or another one begins with."""
    ours = "中共 全国 国家 中央 中国 联合国 世界 国务院 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟 朝方"
    known = lexicon.words("organs", "central", "parties", "firms") + lexicon.words("places", "countries")
    return lexicon.Starts((*known, *ours.split()))


def owner_of(body: str) -> str:
    """The organisation without its party group or union: 水利局 of 水利局党组."""
    return _PARTY.sub("", body) if body.endswith(_PARTY_BODIES) else body


def is_whole(head: str) -> bool:
    """Whether organisation words name their organisation by themselves: a place in front, a body of the centre."""
    if head.startswith(_PARTS):
        return False
    head = _TERM.sub("", head) if head[:1] in "第一二三四五六七八九十" else head
    placed = not words.places().isdisjoint((head[:2], head[:3], head[:4], head[:5], head[:6]))
    return bool(placed or _starts().at(head) or _ABBREVIATED.match(head) or _WHOLE.match(head))


def joined(owner: str, part: str) -> str:
    """A body of the organisation of the post before it: 县委常委、组织部部长."""
    place = _PLACE_FRONT.match(owner)
    if _COMMITTEE.search(owner):
        return owner[:-1] + part if _OWN_BODIES.match(part) else owner + part
    body = owner_of(owner)
    if body.endswith(_BOARDS) and part.startswith(_OF_PARTY):
        body = body[:-3]
    ends = (*_OF_LEVEL, "厅") if part.endswith("厅") else _OF_LEVEL
    return (place.group() if place and body.endswith(ends) and _OWN_BODIES.match(part) else body) + part
