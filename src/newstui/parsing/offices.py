"""Posts made whole: the organisation of each, found in the post, beside it, or where the article plays."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newstui.model.fold import aligned
from newstui.model.late import late
from newstui.model.people import Office, Post
from newstui.parsing import contexts, lexicon, words
from newstui.parsing.hanzi import LETTER
from newstui.parsing.organizations import is_whole, joined, owner_of, place_in
from newstui.parsing.setting import Setting

_LEVEL_HEAD: Final = re.compile(r"(自治区|[省市县区州旗镇乡])(?!场|域|村|镇|政[^府协法]|民)")
_LEVEL_RANK: Final = re.compile(r"(?:常务副|第一副|副|代理|代)?([省市县区州旗镇乡])长(?:助理)?$")
_LEVEL_LEADERS: Final = late(r"([省市县区州旗镇乡])领导$")
_LEAGUE: Final = re.compile(r"团([省市县区])委")
_UNIT_HEAD: Final = late(
    r"(?:我|该|本)?(?:(学校|学院|医院|集团|公司|中心|协会|学会|商会)|(校|院|厅|局|部|司|馆|委)(?!长|属|分|员))"
)
_SHORT: Final = {
    "学校": "校",
    "学院": "校",
    "医院": "院",
    "公司": "司",
    "集团": "集团",
    "中心": "中心",
    **dict.fromkeys(("协会", "学会", "商会"), "会"),
}
_LEADS: Final = late(r"(?:常务副|副|总|代|名誉)*(校|院|厅|局|部|馆)长")
_CHIEFS: Final = late(r"总(?:工程|经济|规划|会计|农艺|设计)师$")
_COMPANY: Final = late(r"(?:副)?(?:总经理|董事长|总裁)$")
_SOCIETY: Final = late(r"(?:常务|名誉|荣誉|执行|创会|轮值|副)*(?:会长|理事长|监事长)|(?:常务|副)*秘书长")
_FORMERLY: Final = late(f"^[原前](?={LETTER}{{2}})")
_OUR_BODY: Final = late("[我本该](?:商会|协会|学会|会|行|所|台|社|馆|站|队|村|支部|单位|委|办|中心)")
"""One's own body, which only the text around could name."""
_MANY_BODIES: Final = late("(?:全[省市县区州旗镇乡])?(?:各|有关|相关|所有|部分|多个|每|某|涉[及事])(?!界)")
"""What stands before the bodies of many places: no organisation of one person."""
_OWN_PLACE: Final = late("[全本我该](?=[省市县区州旗镇乡])")
_TIME: Final = late(f"^(?:原|前|时任|现任)(?={LETTER}{{2}})|(?:新任|现任|首任|原任|时任)$")
"""What says when somebody held a post."""
_QUALIFYING: Final = frozenset("我本该全各有相所部多每某涉原前时现新首")
"""The letters that words of the four kinds above begin with."""
_OF_STATES: Final = frozenset(("外长", "防长", "财长", "总理", "副总理"))
"""Offices of a government, never of a party beside which they stand."""
_SMALL: Final = late(r"(?:处|室|科|办|组|部|中心|支部|总支|委|团|会|系|院|所|司)$")


_DEPUTY: Final = late(r"(?P<body>)(?P<rank>(?:常务|执行)?副(?P<kind>[校院厅局部馆司处])长)")
_PARTY_MEMBER: Final = late(r"(?P<body>党组|党委|党工委)(?P<rank>(?:专职)?副书记|成员|委员)(?P<kind>)")
_IN_RANKS: Final = ("党组", "总工会", "工会")
"""Bodies that ranks begin with: 党组书记."""
_OF_VILLAGES: Final = ("村", "屯", "社区", "小区")
"""Begins a body below every unit of the article."""
_TITLES: Final = frozenset(("教授", "副教授", "研究员", "副研究员", "院士", "博士", "老师"))
"""What somebody is besides an office, of no body by itself."""
_CLOSE: Final = 40
"""So near behind the head of a body stand its other people."""
_NO_HOSPITALS: Final = ("学院", "法院", "检察院", "研究院", "科学院")


class Whole(NamedTuple):
    """An organisation, the rank word in it, where the organisation was found."""

    organization: str
    rank: str
    reason: str


def offices(
    name: str, posts: tuple[Post, ...], setting: Setting, places: dict[int, str], seen: dict[int, str]
) -> tuple[Office, ...]:
    """The offices of one person, in the order of the posts; a post whose organisation stays unknown has none.

    A bare 总书记 is ours of a ``name`` that has led our party, and of no other party's leader.

    ``places`` gives, by the start of a post after a name, the unit named before the name: 市教育局石某副局长.
    ``seen`` gives, by the end of a post, the organisations of the people before, and takes this one's.
    """
    found: dict[str, Office] = {}
    former: tuple[Post, Office | None] | None = None
    for index, post in enumerate(posts):
        beside = former if former and _beside(former[0], post) else None
        at, words_of = post.span.start, aligned(post.text)
        alone = beside is None and bool(seen) and at not in places
        if words_of == "总书记" and name not in lexicon.words("posts", "general"):
            continue
        whole = _near(words_of, at, seen, _PARTY_MEMBER) if alone else None
        if whole is None and not (beside and beside[1] is None and not _stands(words_of)):
            whole = _whole(words_of, beside[1] if beside else None, setting, places.get(at))
        if whole is None and alone:
            whole = _near(words_of, at, seen, _DEPUTY)
        office = None
        if whole and not any(one.rank == post.text for one in found.values() if not beside):
            text = whole.organization + whole.rank
            office = found.setdefault(text, Office(text, whole.organization, whole.rank, index, whole.reason))
        former = (post, office)
        if office:
            seen[post.span.end] = owner_of(office.organization)
    return tuple(found.values())


def _near(post: str, start: int, seen: dict[int, str], kind_of: re.Pattern[str]) -> Whole | None:
    """A post of the body whose head was just named: 副局长马某, 党组成员马某 after 水利局局长贺某."""
    lead = kind_of.fullmatch(post)
    if not lead:
        return None
    kind = lead["kind"] or ""
    around = [end for end in seen if 0 < start - end < _CLOSE and seen[end].endswith(kind)]
    return Whole(seen[max(around)] + (lead["body"] or ""), lead["rank"], "previous post") if around else None


def _beside(former: Post, post: Post) -> bool:
    """Whether two posts stand in one chain."""
    return 0 <= post.span.start - former.span.end <= 2


def _split(post: str) -> tuple[str, str]:
    length = contexts.rank_before(post, len(post))
    if length == len(post):
        length -= next((len(body) for body in _IN_RANKS if post.startswith(body)), 0)
    return (post[:-length], post[-length:]) if length else (post, "")


def _stands(post: str) -> bool:
    """Whether a post needs no other one beside it."""
    head, rank = _split(post)
    return bool((head and (is_whole(head) or _LEVEL_HEAD.match(head))) or _LEVEL_RANK.match(rank))


def _whole(post: str, office: Office | None, setting: Setting, named: str | None) -> Whole | None:
    """Organisation, rank word and reason of one post; ``named`` is the unit before the name."""
    head, rank = _split(post)
    rank = _FORMERLY.sub("", rank) if rank[:1] in ("原", "前") else rank
    if not _QUALIFYING.isdisjoint(head):
        if _MANY_BODIES.match(head) or (_OUR_BODY.match(head) and not _UNIT_HEAD.match(head)):
            return None
        head = _OWN_PLACE.sub("", _TIME.sub("", head))
    if not rank:
        return None
    if not head:
        return _named(named, rank, setting) if named and not _LEVEL_RANK.match(rank) else _bare(rank, office, setting)
    league = _LEAGUE.match(head)
    if league:
        place = setting.place(league[1])
        return Whole(f"共青团{place[0]}委{head[league.end() :]}", rank, place[1]) if place else None
    return _headed(head, rank, office, setting)


def _headed(head: str, rank: str, office: Office | None, setting: Setting) -> Whole | None:
    if _LEVEL_RANK.match(rank) and len(head) < 5 and not _LEVEL_HEAD.match(head):
        return (
            _bare(rank, office, setting) if head in ("主管", "分管", "原", "前", "时任") else Whole(head, rank, "post")
        )
    level = _LEVEL_HEAD.match(head)
    if level and (level[1] == "自治区" or not any(words.is_place(head[:length]) for length in (2, 3, 4))):
        return _placed(head, level[1], rank, office, setting)
    short = _UNIT_HEAD.match(head)
    if short:
        return _of_unit(head, short, rank, office, setting)
    if is_whole(head):
        return Whole(head, rank, "post")
    owner = owner_of(head)
    if owner != head and len(owner) > 2 and not _SMALL.search(owner):
        return Whole(head, rank, "post")
    if f"{head}部" in lexicon.words("organs", "central") and rank == "部长":
        return Whole(head, rank, "post")
    if office:
        return Whole(joined(office.organization, head), rank, "previous post")
    return _of_own_unit(head, rank, setting)


def _named(unit: str, rank: str, setting: Setting) -> Whole | None:
    """A rank whose unit stands before the name: 市教育局石某副局长."""
    level = _LEVEL_HEAD.match(unit)
    if level:
        return _placed(unit, level[1], rank, None, setting)
    if is_whole(unit):
        return Whole(unit, rank, "post")
    own = _UNIT_HEAD.match(unit)
    found = setting.unit(_SHORT.get(own[1], own[1]) if own[1] else own[2]) if own else None
    return Whole(found[0], rank, found[1]) if found else None


def _placed(head: str, level: str, rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A body of a level: 县政协 in an article of 利津县."""
    near = place_in(office.organization, level) if office else None
    place = (near, "previous post") if near else setting.place(level)
    return Whole(place[0] + head[len(level) :], rank, place[1]) if place else None


def _bare(rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A rank word alone: 县长, 局长, 书记."""
    level = _LEVEL_RANK.match(rank) or _LEVEL_LEADERS.match(rank)
    if level:
        near = place_in(office.organization, level[1]) if office else None
        place = (near, "previous post") if near else setting.place(level[1])
        rest = "领导" if rank.endswith("领导") else rank
        return Whole(place[0], rest, place[1]) if place else None
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
    lead = _LEADS.match(rank)
    if lead:
        unit = setting.unit(lead[1])
    elif _CHIEFS.match(rank):
        unit = next((found for kind in ("部", "厅", "局", "集团", "司") if (found := setting.unit(kind))), None)
    else:
        kinds = ("集团", "司") if _COMPANY.match(rank) else ()
        unit = next((found for kind in kinds if (found := setting.unit(kind))), None)
        unit = setting.society() if _SOCIETY.fullmatch(rank) else unit
    return Whole(unit[0], rank, unit[1]) if unit else None


def _of_unit(head: str, short: re.Match[str], rank: str, office: Office | None, setting: Setting) -> Whole | None:
    """A body of one's own unit: 校党委, 厅党组, 部扶贫领导小组."""
    kind = _SHORT.get(short[1], short[1]) if short[1] else short[2]
    near = owner_of(office.organization) if office else ""
    same = near.endswith(kind) and not (short[1] == "医院" and near.endswith(_NO_HOSPITALS))
    unit = (near, "previous post") if same else setting.society() if kind == "会" else setting.unit(kind)
    unit = unit or (setting.unit("集团") if kind == "司" else None)
    return Whole(unit[0] + head[short.end() :], rank, unit[1]) if unit else None


def _of_own_unit(head: str, rank: str, setting: Setting) -> Whole | None:
    """A body inside the unit the article is about: 德育处, 驻部纪检监察组."""
    posted = re.match("驻(部|厅|局|委)", head)
    if posted:
        unit = setting.unit(posted[1])
        return Whole(f"驻{unit[0]}{head[2:]}", rank, unit[1]) if unit else None
    body = next((head[:n] for n in (5, 4, 3) if len(head) >= n and head[:n] in words.bodies()), None)
    if body and body.endswith(("局", "厅", "委")):
        level = setting.level_of(body)
        return _placed(level + head, level, rank, None, setting) if level else None
    if not (_SMALL.search(head) or rank.endswith("级长")) or len(head) > 12 or head.startswith(_OF_VILLAGES):
        return None
    kinds = ("部",) if head.endswith("司") else [kind for kind in setting.kinds() if kind not in ("委", "会")]
    every = [unit for kind in kinds if (unit := setting.unit(kind))]
    found = next((unit for unit in every if unit[1] == "title"), every[0] if every else None)
    if found and found[0].endswith(head):
        return Whole(found[0], rank, found[1])
    return Whole(found[0] + head, rank, found[1]) if found else None
