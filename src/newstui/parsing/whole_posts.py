"""One post made whole: by its own words, by the office beside it, by the unit and the place the article is about."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import HERE, late
from newstui.model.people import Office
from newstui.parsing import lexicon, words
from newstui.parsing.hanzi import LETTER, LEVELS
from newstui.parsing.neighbours import (
    LEVEL_HEAD,
    LEVEL_RANK,
    NO_HOSPITALS,
    OF_MEETING,
    OF_VILLAGES,
    QUALIFYING,
    SMALL,
    UNIT_LED,
    Whole,
    beside,
    fields,
    split,
)
from newstui.parsing.organizations import is_whole, joined, owner_of, place_in
from newstui.parsing.setting import Setting
from newstui.parsing.units import BARE, KINDS, unit_ends

_LEVEL_LEADERS: Final = late(rf"{HERE}([{LEVELS}])领导$")
_LEAGUE: Final = late(r"团([省市县区])委")
_UNIT_HEAD: Final = late(
    r"(?:我|该|本)?(?:(学校|学院|医院|集团|公司|中心|协会|学会|商会|联盟|派出所|研究所)|(校|院|厅|局|部|司|馆|委)(?![长属分员法机队士友])|([大支]队))"
)
_SHORT: Final = {
    "学校": "校",
    "学院": "校",
    "医院": "院",
    "公司": "司",
    "集团": "集团",
    "中心": "中心",
    "联盟": "联盟",
    "派出所": "所",
    "研究所": "所",
    **dict.fromkeys(("协会", "学会", "商会"), "会"),
}
_OFTEN_PARTS: Final = ("派出所", "研究所")
"""Units that may be parts of the body of the post before."""
_BRANCHES: Final = {"分局": "局", "分公司": "司", "总公司": "司", "总局": "局"}
"""What a part or the whole of a unit calls itself."""
_LEADS: Final = late(r"(?:常务副|副|总|代|名誉)*(校|院|厅|局|部|馆|所)长|副?[大支总](队)长")
_OF_UNIT: Final = late(
    "(?:审计|学术|学位|学位评定|教学|教学指导|监督|薪酬|提名|战略|职称|伦理|招生|安全生产|语言文字|关心下一代工作)委员会"
)
"""Committees that a school or a firm has."""
_UNIT_OWNER: Final = late(rf"(?:{lexicon.either(lexicon.words('organs', 'kinds'))}|学校)$")
_BRANCH_OF_BANK: Final = late(f"{LETTER}{{0,8}}?(?:分行|支行|总行)(?!.*银行)")
_BANK: Final = late(f"{LETTER}{{2,12}}?银行")
_SENT: Final = ("驻部", "驻厅", "驻局", "驻委")
"""Begins a body that works in another one: 驻部纪检监察组."""
_OF_SCHOOLS: Final = ("招生", "教务", "教学", "学生", "学工", "研究生", "本科", "思政", "德育", "年级")
"""Begins a department that only schools have."""
_OUR_PART: Final = 4
"""So many letters are more than 我校, which a part of it follows."""
_LONG_BODY: Final = 8
_FIRM_RANK: Final = late(
    "(?:联合|共同)?创始人|(?:高级|资深|执行)?(?:副)?(?:总裁|总经理|董事长)|(?:首席.{2,3}官)|C[A-Z]O|董事|合伙人"
)
_INSIDE: Final = late(
    "中心|部门|(?:处|室|科|办|组|部|中心|支部|总支|团|系|院|所|司|局|厅|委|会|集团|公司|校|党组|事业群|板块|区域)$"
)
_VENUES: Final = ("中心", "馆")
"""Units that meetings are held at: the one of the headline alone has people of its own."""
_CHIEFS: Final = late(r"总(?:工程|经济|规划|会计|农艺|设计)师$")
_COMPANY: Final = late(r"(?:副)?(?:总经理|董事长|总裁)$")
_SOCIETY: Final = late(r"(?:常务|名誉|荣誉|执行|创会|轮值|副)*(?:会长|理事长|监事长)|(?:常务|副)*秘书长")
_FORMERLY: Final = late(f"^[原前](?={LETTER}{{2}})")
_OUR_BODY: Final = late(f"{HERE}[我本该](?:商会|协会|学会|会|行|所|台|社|馆|站|队|村|支部|单位|委|办|中心)")
"""One's own body, which only the text around could name."""
_MANY_BODIES: Final = late(f"(?:全[{LEVELS}])?(?:各|有关|相关|所有|部分|多个|每|某|涉[及事])(?!界)")
"""What stands before the bodies of many places: no organisation of one person."""
_OWN_PLACE: Final = late(f"[全本我该](?=[{LEVELS}])")
_TIME: Final = late(f"^(?:原|前|时任|现任)(?={LETTER}{{2}})|(?:新任|现任|首任|原任|时任)$")
"""What says when somebody held a post."""
_OF_STATES: Final = frozenset(("外长", "防长", "财长", "总理", "副总理"))
"""Offices of a government, never of a party beside which they stand."""
_TITLES: Final = frozenset(("教授", "副教授", "研究员", "副研究员", "院士", "博士", "老师"))
"""What somebody is besides an office, of no body by itself."""


def stands_alone(post: str) -> bool:
    """Whether a post needs no other one beside it."""
    head, rank = split(post)
    return head in _BRANCHES or bool((head and (is_whole(head) or LEVEL_HEAD.match(head))) or LEVEL_RANK.match(rank))


def made_whole(post: str, office: Office | None, setting: Setting, named: str | None) -> Whole | None:
    """Organisation, rank word and reason of one post; ``named`` is the unit before the name."""
    head, rank = split(post)
    rank = _FORMERLY.sub("", rank) if not head and rank[:1] in ("原", "前") else rank
    if not QUALIFYING.isdisjoint(head):
        if _MANY_BODIES.match(head) or (_OUR_BODY.match(head) and not _UNIT_HEAD.match(head)):
            return None
        head = _OWN_PLACE.sub("", _TIME.sub("", head))
    if not rank:
        return None
    if not head:
        return _named(named, rank, setting) if named and not LEVEL_RANK.match(rank) else _bare(rank, office, setting)
    league = _LEAGUE.match(head) if head[0] == "团" else None
    if league:
        place = setting.place(league[1])
        return Whole(f"共青团{place[0]}委{head[league.end() :]}", rank, place[1]) if place else None
    return _headed(head, rank, office, setting)


def _headed(head: str, rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A post with words before its rank: of a place of some level, a branch, a unit of one's own, a body by name."""
    of_level = LEVEL_RANK.match(rank)
    if of_level and len(head) < 5 and not LEVEL_HEAD.match(head):
        if head in ("政府", "人民政府"):
            return _placed(of_level[1] + head, of_level[1], rank, office, setting)
        return (
            _bare(rank, office, setting) if head in ("主管", "分管", "原", "前", "时任") else Whole(head, rank, "post")
        )
    level = LEVEL_HEAD.match(head)
    if level and (level[1] == "自治区" or not any(words.is_place(head[:length]) for length in (2, 3, 4))):
        return _placed(head, level[1], rank, office, setting)
    if head in _BRANCHES:
        branch = setting.unit(_BRANCHES[head])
        return Whole(branch[0], rank, branch[1]) if branch and branch[0].endswith(head) else None
    short = _UNIT_HEAD.match(head)
    if short:
        whole = _of_unit(head, short, rank, office, setting)
        return whole or (_by_name(head, rank, office, setting) if short[1] in _OFTEN_PARTS else None)
    if OF_MEETING.match(head):
        return Whole(head, rank, "post") if len(head) > _LONG_BODY else None
    return _by_name(head, rank, office, setting)


def _by_name(head: str, rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A post of a body with words of its own: 水利局局长, 吉林分行行长."""
    bank = _BANK.match(office.organization) if office and _BRANCH_OF_BANK.match(head) else None
    if bank:
        return Whole(bank.group() + head, rank, "previous post")
    if office and _OF_UNIT.fullmatch(head) and _UNIT_OWNER.search(owner_of(office.organization)):
        return Whole(joined(office.organization, head), rank, "previous post")
    if head == "领导小组" and office is None and (group := setting.group()):
        of_level = LEVEL_HEAD.match(group)
        return _placed(group, of_level[1], rank, None, setting) if of_level else Whole(group, rank, "lead")
    if is_whole(head) or head[0] == "《":
        return _of_university(head, rank, office, setting) or Whole(head, rank, "post")
    owner = owner_of(head)
    if owner != head and len(owner) > 2 and not SMALL.search(owner):
        return Whole(head, rank, "post")
    if f"{head}部" in lexicon.words("organs", "central") and rank == "部长":
        return Whole(head, rank, "post")
    if office:
        part = beside(owner_of(office.organization), head, rank)
        return part or Whole(joined(office.organization, head), rank, "previous post")
    if len(head) > 1 and _FIRM_RANK.fullmatch(rank) and not _INSIDE.search(head) and QUALIFYING.isdisjoint(head):
        return Whole(head, rank, "post")
    return _of_own_unit(head, rank, setting)


def _of_university(head: str, rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A school of a field of work, which is part of a university: 历史学院."""
    if not head.endswith("学院") or not head.startswith(fields()):
        return None
    owner = owner_of(office.organization) if office else ""
    if owner.endswith("大学"):
        return Whole(owner + head, rank, "previous post")
    unit = setting.unit("校")
    return Whole(unit[0] + head, rank, unit[1]) if unit and unit[0].endswith("大学") else None


def _named(unit: str, rank: str, setting: Setting) -> Whole | None:
    """A rank whose unit stands before the name: 市教育局石某副局长."""
    level = LEVEL_HEAD.match(unit)
    if unit[0] in "我本" and len(unit) > _OUR_PART and unit[1] in KINDS:
        ours = setting.unit(unit[1])
        return Whole(ours[0] + unit[2:], rank, ours[1]) if ours else None
    if level:
        return _placed(unit, level[1], rank, None, setting)
    if is_whole(unit) and unit not in BARE:
        return Whole(unit, rank, "post")
    own = _UNIT_HEAD.match(unit)
    found = setting.unit(_kind(own)) if own else None
    return Whole(found[0], rank, found[1]) if found else None


def _kind(short: re.Match[str]) -> str:
    """The kind of unit that a general word for one's own means: 校 for 学校, 队 for 大队."""
    return _SHORT.get(short[1], short[1]) if short[1] else short[2] or "队"


def _placed(head: str, level: str, rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A body of a level: 县政协 in an article of 青溪县."""
    near = place_in(office.organization, level) if office else None
    place = (near, "previous post") if near else setting.place(level)
    return Whole(place[0] + head[len(level) :], rank, place[1]) if place else None


def _bare(rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A rank word alone: 县长, 局长, 书记."""
    level = LEVEL_RANK.match(rank) or _LEVEL_LEADERS.match(rank)
    if level:
        if office and office.organization.endswith(f"{level[1]}人民政府"):
            return Whole(office.organization, rank, "previous post")
        return _placed(level[1], level[1], "领导" if rank.endswith("领导") else rank, office, setting)
    if rank == "总书记":
        return Whole("中共中央", rank, "post")
    if rank == "国务委员":
        return Whole("", rank, "post")
    if rank in ("总理", "副总理") and not office:
        return None if setting.is_abroad() else Whole("国务院", rank, "lead")
    if office and office.organization.startswith("中共中央") and rank in _OF_STATES:
        return None
    if rank in _TITLES:
        return None
    if office:
        return Whole(owner_of(office.organization), rank, "previous post")
    unit = _unit_led(rank, setting)
    return Whole(unit[0], rank, unit[1]) if unit else None


def _unit_led(rank: str, setting: Setting) -> tuple[str, str] | None:
    """The unit of the article that has such a rank, and what tells it: a school for 校长, a firm for 总经理."""
    lead = _LEADS.match(rank)
    if lead:
        return setting.unit(lead[1] or lead[2])
    if _SOCIETY.fullmatch(rank):
        return setting.society()
    kinds = ("部", "厅", "局", "集团", "司") if _CHIEFS.match(rank) else ("集团", "司") if _COMPANY.match(rank) else ()
    return next((found for kind in kinds if (found := setting.unit(kind))), None)


def _of_unit(head: str, short: re.Match[str], rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A body of one's own unit: 校党委, 厅党组, 部扶贫领导小组."""
    kind = _kind(short)
    near = owner_of(office.organization) if office else ""
    same = near.endswith(kind) and not (short[1] == "医院" and near.endswith(NO_HOSPITALS))
    if same:
        unit: tuple[str, str] | None = (near, "previous post")
    elif kind in ("司", "集团"):
        unit = setting.own_firm(kind) or (setting.own_firm("集团") if kind == "司" else None)
    else:
        unit = setting.society() if kind == "会" else setting.unit(kind)
    return Whole(unit[0] + head[short.end() :], rank, unit[1]) if unit else None


def _of_own_unit(head: str, rank: str, setting: Setting) -> Whole | None:
    """A body of the article's own place, court or unit: 教育局, 执行局, 驻部纪检监察组."""
    if head.startswith(_SENT):
        unit = setting.unit(head[1])
        return Whole(f"驻{unit[0]}{head[2:]}", rank, unit[1]) if unit else None
    if head.endswith("庭") or head == "执行局":
        court = setting.unit("院")
        return Whole(court[0] + head, rank, court[1]) if court and court[0].endswith("法院") else None
    led = UNIT_LED.fullmatch(rank)
    named = head + led["kind"] if led and head + led["kind"] in words.bodies() else head
    body = next((named[:n] for n in (5, 4, 3) if len(named) >= n and named[:n] in words.bodies()), None)
    body = body or ("法院" if named == "法院" else None)
    central = setting.named_in_full(body) if body else None
    if body and central:
        return Whole(central + head[len(body) :], rank, "lead")
    if body and body.endswith(("局", "厅", "委", "法院", "检察院")):
        level = setting.level_of(body) or setting.own_level()
        return _placed(level + head, level, rank, None, setting) if level else None
    return _inside(head, rank, setting)


def _inside(head: str, rank: str, setting: Setting) -> Whole | None:
    """A part that any unit may have, of the one the headline names if it does: 德育处, 理财专业委员会."""
    if not (SMALL.search(head) or rank.endswith("级长")) or len(head) > 12 or head.startswith(OF_VILLAGES):
        return None
    own = ("部",) if head.endswith("司") else ("校",) if head.startswith(_OF_SCHOOLS) else ()
    kinds = own or tuple(kind for kind in setting.kinds() if kind not in ("委", "会", "所", "联盟"))
    every = [unit for kind in kinds if (unit := setting.unit(kind)) and (unit[1] == "title" or kind not in _VENUES)]
    if head.endswith(("专委会", "专业委员会")):
        every = [unit for unit in (setting.unit("会"),) if unit]
    found = next((unit for unit in every if unit[1] == "title"), every[0] if every else None)
    if found and (rank.endswith("总监") or _FIRM_RANK.fullmatch(rank)) and unit_ends(found[0], "校"):
        return None
    if found and (found[0].endswith(head) or head.startswith(found[0])):
        return Whole(max(found[0], head, key=len), rank, found[1])
    return Whole(found[0] + head, rank, found[1]) if found else None
