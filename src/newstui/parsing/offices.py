"""Posts made whole: the organisation of each, found in the post, beside it, or where the article plays."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.people import Office, Post
from newstui.parsing import contexts, lexicon, words
from newstui.parsing.units import KINDS, Setting

_PARTY: Final = re.compile(r"(?:机关)?(?:党组|党委|党工委|分党组|党总支|党支部|直属党支部|纪委|纪检组|工会|团委)$")
_LEVELS: Final = "自治区|省|市|县|区|州|旗|镇|乡"
_LEVEL_HEAD: Final = re.compile(
    rf"({_LEVELS})(?=$|委|政府|人民|人大|政协|纪委|监委|法院|检察院|政法|公安|直|级|教育|发|住|卫|科|工|财|人|自|生|交|水|农|林|商|文|退|应|审|国|市场|统|医|乡村|行政|城|体|广|信|机|党|民|司|环|妇|残|侨|工商|红|总|团|组|宣|老|档|史|地|供|气|税|消|武|开|高新|经|大数据|金融|外|台|政务|安|质|食|粮|能|物|旅|建|国土|规划|房|计|中|检|一院|二院|一中)"
)
_LEVEL_RANK: Final = re.compile(rf"(?:常务副|副|代|代理|第一副)?(省|市|县|区|州|旗|镇|乡)长(?:助理)?$")
_UNIT_HEAD: Final = re.compile(r"(?:我|该|本)?(?:(学校|医院|学院|公司|集团|机关)|(校|院|厅|局|部|司|馆)(?!长|属))")
_SHORT: Final = {"学校": "校", "医院": "院", "学院": "校", "公司": "司", "集团": "集团"}
_LEADS: Final = re.compile(r"(?:常务副|副|总|代|名誉)*(校|院|厅|局|部|馆)(?:务委员)?长")
_COMPANY: Final = re.compile(r"(?:副)?(?:总经理|董事长|总裁)$")
_OWN_BODIES: Final = frozenset(
    "纪委 监委 纪委监委 政府 人民政府 人大 人大常委会 政协 总工会 武装部 人武部 法院 检察院 工商联 妇联 残联 团委 科协".split()
)


def offices(posts: tuple[Post, ...], setting: Setting) -> tuple[Office, ...]:
    """The offices of one person, in the order of the posts; a post whose organisation stays unknown has none."""
    found: list[Office] = []
    for index, post in enumerate(posts):
        beside = found[-1] if found and _beside(posts[found[-1].post], post) else None
        whole = _whole(post.text, beside, setting)
        if whole:
            organization, rank, reason = whole
            found.append(Office(organization + rank, organization, rank, index, reason))
    return tuple(_once(found))


def _once(found: list[Office]) -> list[Office]:
    return list({office.text: office for office in reversed(found)}.values())[::-1]


def _beside(former: Post, post: Post) -> bool:
    """Whether two posts stand in one chain."""
    return 0 <= post.span.start - former.span.end <= 2


def _whole(post: str, beside: Office | None, setting: Setting) -> tuple[str, str, str] | None:
    """Organisation, rank word, reason of one post."""
    length = contexts.rank_before(post, len(post))
    head, rank = (post[:-length], post[-length:]) if length else (post, "")
    if not rank or post.startswith("习近平"):
        return None
    if not head:
        return _bare(rank, beside, setting)
    level = _LEVEL_HEAD.match(head)
    if level and not words.is_place(head[: level.end() + 1]):
        return _placed(head, level[1], rank, beside, setting)
    if _is_whole(head):
        return head, rank, "post"
    if beside and _is_part(head, beside):
        return _joined(beside, head), rank, "previous post"
    return _of_own_unit(head, rank, beside, setting)


def _placed(head: str, level: str, rank: str, beside: Office | None, setting: Setting) -> tuple[str, str, str] | None:
    """A body of a level: 县政协 in an article of 利津县."""
    near = _place_in(beside.organization, level) if beside else None
    place = (near, "previous post") if near else setting.place(level)
    if place is None:
        return None
    return place[0] + head[len(level) :], rank, place[1]


def _place_in(organization: str, level: str) -> str | None:
    """The place of a level at the front of an organisation: 利津县 of 利津县委."""
    found = re.match(
        rf"(?:中共)?([\u4e00-\u9fff]{{1,8}}?{level})(?=委|政府|人|政协|纪委|$|[\u4e00-\u9fff])", organization
    )
    return found[1] if found and len(found[1]) > 1 else None


@cache
def _starts() -> re.Pattern[str]:
    wholes = lexicon.words("organs", "central") + lexicon.words("places", "countries")
    return re.compile(
        rf"(?:{lexicon.either(wholes)}|中共|全国|国家|中央|中国|联合国|世界|国务院|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)"
    )


def _is_whole(head: str) -> bool:
    """Whether organisation words name their organisation by themselves: a place in front, a body of the centre."""
    if _starts().match(head) or any(words.is_place(head[:n]) for n in (2, 3, 4, 5, 6)):
        return True
    return bool(
        re.match(
            r"[\u4e00-\u9fff]{2,}(?:大学|学院|医院|公司|集团|银行|中学|小学|研究院|研究所|法院|检察院|协会|学会|省|自治区|市|县|镇|开发区|高新区|经开区|林局|总局)",
            head,
        )
    )


def _is_part(head: str, beside: Office) -> bool:
    """Whether a body without an owner belongs to the organisation of the post before it: 县委常委、组织部部长."""
    return head in lexicon.words("organs", "bodies") or bool(_PARTY.search(head))


def _joined(beside: Office, part: str) -> str:
    owner = beside.organization
    if part in _OWN_BODIES:
        return (
            re.sub("(?:党)?委$", "", owner) + part
            if re.search("[省市县区州旗镇乡]委$", owner)
            else _PARTY.sub("", owner) + part
        )
    if re.search("[省市县区州旗]委$", owner):
        return owner + part
    return _PARTY.sub("", owner) + part


def _bare(rank: str, beside: Office | None, setting: Setting) -> tuple[str, str, str] | None:
    """A rank word alone: 县长, 局长, 书记."""
    level = _LEVEL_RANK.match(rank)
    if level:
        near = _place_in(beside.organization, level[1]) if beside else None
        place = (near, "previous post") if near else setting.place(level[1])
        return (place[0], rank, place[1]) if place else None
    if rank == "总书记":
        return "中共中央", rank, "post"
    if beside:
        return _PARTY.sub("", beside.organization), rank, "previous post"
    lead = _LEADS.match(rank)
    unit = (
        setting.unit(lead[1]) if lead else setting.unit("集团") or setting.unit("司") if _COMPANY.match(rank) else None
    )
    return (unit[0], rank, unit[1]) if unit else None


def _of_own_unit(head: str, rank: str, beside: Office | None, setting: Setting) -> tuple[str, str, str] | None:
    """A body inside the unit the article is about: 校党委, 厅党组, 德育处."""
    short = _UNIT_HEAD.match(head)
    if short:
        unit = setting.unit(_SHORT.get(short[1], short[1]) if short[1] else short[2])
        return (unit[0] + head[short.end() :], rank, unit[1]) if unit else None
    if beside:
        return _PARTY.sub("", beside.organization) + head, rank, "previous post"
    found = next((unit for kind in KINDS if (unit := setting.unit(kind))), None)
    return (found[0] + head, rank, found[1]) if found else None
