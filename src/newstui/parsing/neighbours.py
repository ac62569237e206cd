"""Posts whose body is that of whoever was named before them: a row of people of one firm, a part beside another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import Final, NamedTuple

from newstui.model.late import late
from newstui.parsing import lexicon, ranks, words
from newstui.parsing.hanzi import LETTER, LEVELS
from newstui.parsing.organizations import is_whole, owner_of, place_in
from newstui.parsing.units import unit_ends

LEVEL_HEAD: Final = re.compile(rf"(自治区|[{LEVELS}])(?!场|域|村|镇|政[^府协法]|民)")
LEVEL_RANK: Final = re.compile(rf"(?:常务副|第一副|副|代理|代)?([{LEVELS}])长(?:助理)?$")
SMALL: Final = late(r"(?:处|室|科|办|组|部|中心|支部|总支|委|团|会|系|院|所|司)$")
QUALIFYING: Final = frozenset("我本该全各有相所部多每某涉原前时现新首")
"""The letters that words begin with which say whose a body is, of how many, or when."""
DEPUTY: Final = late(r"(?P<body>)(?P<rank>(?:常务|执行)?副(?P<kind>[校院厅局部馆司处])长)")
_FIRM: Final = late(
    r"(?:(?:常务|执行|联席)?副|执行)*(?:总经理|董事长|总裁|监事长)(?:助理)?|副?总(?:工程|经济|会计|设计|规划)师|董事会秘书|.{0,6}总监"
)
_FIRMS: Final = ("公司", "集团", "银行")
_UNITS: Final = (*lexicon.words("organs", "kinds"), "学校", "局", "厅", "委员会")
_SHORTS: Final = ("总社", "联社", "联盟", "总会", "基金会")
"""What a body is called that was named in full before."""
_ACADEMIES: Final = ("科学院", "工程院")
_SENT: Final = ("派驻", "附属", "直属")
_OF_OTHERS: Final = frozenset("省市县区州旗镇乡村校院局厅部委会馆学社处科室心府组法协央")
"""The last letters of what is no firm, though a firm may have a name without 公司."""
_PARTS: Final = ("学院", "系", "处", "部", "科", "中心", "研究所", "组")
"""The ends of bodies that are parts of others."""
_SHORTEST_PART: Final = 2
"""So many letters stand before such an end at least."""
_OF_SOCIETY: Final = late("(?:(?:常务|执行|名誉)?副|常务|执行)?(?:会长|理事长)")
_SOCIETIES: Final = ("会", "协", "联盟")
_SECRETARY_GENERAL: Final = late("(?:常务)?副?秘书长")
_WITH_SECRETARY: Final = (*_SOCIETIES, "政府", "政协", "委")
_LEADER_OF_PARTY: Final = late("(?:常务)?副?书记")
_SCHOOLS: Final = ("大学", "学院", "学校", "中学", "小学", "医院", "镇", "乡", "街道")
_INSTITUTE: Final = late(".{2,14}(?:中心|研究所|研究院|实验室)")
"""A part of a university, which begins with no place."""
_HEADS: Final = late(r"(?:(?:常务|执行)?副)?(?P<kind>[校院厅局馆])长(?:助理)?")
_DEPUTY_OF: Final = late("^(?:常务|执行|第一|专职)?副")
_SECRETARY: Final = late(f"(党委|党组|党工委|党总支|党支部|支部|总支|[{LEVELS}]委)书记$")
_SECRETARY_REACH: Final = 6
_ROW: Final = late(
    rf" ?{LETTER}{{2,4}}(?:、{LETTER}{{2,4}}){{0,6}}(?:同志|先生|女士)?"
    r"(?:(?:出席|参加|主持|列席|陪同)了?(?:会议|活动|座谈|仪式|调研|检查)?)?[、,;] ?"
)
"""Between the posts of people told of in a row: their names."""
_IN_ROWS: Final = ("、", ",", ";", " ")
_LATEST: Final = 20
"""So many of those named last are looked at."""
_OWN_KINDS: Final = ("局", "部", "厅", "委", "办")
_OF_COMMITTEES: Final = frozenset(("组织部", "宣传部", "统战部", "政法委"))
_PLACE: Final = late(
    f"({LETTER}{{1,10}}[{LEVELS}])(?:委|人民政府|政府|人大常委会|人大|政协|纪委监委|纪委|监委|总工会|妇联|团委|政法委"
    f"|委?{LETTER}{{2}}部|{LETTER}{{1,8}}局)?"
)
"""A place, or one of the bodies that every place has."""
_SIBLING: Final = late(r"(?P<field>.{1,8})(?P<kind>部|处|科|室|局|办公室|学院|系)")
_OFFICES: Final = ("部", "处", "室", "办公室")
_WITH_OFFICES: Final = ("集团", "公司", "大学", "学院", "总社", "联社", "协会", "总会")
"""Bodies whose parts have names of many kinds."""
_OWNER: Final = late(
    rf".{{0,30}}(?:总社|联社|协会|总会|集团|公司|大学|学院|医院|银行|[中小]学|学校|局|厅|[{LEVELS}]委?)(?=.{{1,8}}$)"
)
_FIELD_LED: Final = late(r"(?P<body>.{0,30}(?:集团|公司|银行|大学|学院|医院|中心))?(?P<field>.{2,6})")
"""What stands before 总监: the body, then the field."""
UNIT_LED: Final = late(r"(?:常务|执行|第一)?副?(?P<kind>[部局处科])长")
PARTY_MEMBER: Final = late(r"(?P<body>党组|党委|党工委)(?P<rank>(?:专职)?副书记|成员|委员)(?P<kind>)")
_GRADES: Final = ("高级", "资深", "执行")
"""Before a rank, of which they are part: 高级副总裁."""
_NO_PARTY: Final = late("(?:委员会|小组|指挥部|专班|[省市县区]委)$|委.{1,10}部$")
"""Bodies that have no party group of their own."""
_IN_RANKS: Final = ("党组", "总工会", "工会", "政协", "妇联", "执行局")
"""Bodies that ranks begin with: 党组书记."""
OF_MEETING: Final = late(
    "(?:大会|会议|论坛)?(?:主席团|组委会|组织委员会|专家委员会|评审委员会|评委会|秘书处)|(?:大会|会议|论坛)$"
)
"""What a meeting has for its own time: no body of anybody's."""
OF_VILLAGES: Final = ("村", "屯", "社区", "小区")
"""Begins a body below every unit of the article."""
_CLOSE: Final = 40
"""So near behind the head of a body stand its other people."""
NO_HOSPITALS: Final = ("学院", "法院", "检察院", "研究院", "科学院")


class Whole(NamedTuple):
    """An organisation, the rank word in it, where the organisation was found."""

    organization: str
    rank: str
    reason: str


@lru_cache(1 << 10)
def split(post: str) -> tuple[str, str]:
    """The organisation words of a post and its rank word."""
    length = ranks.before(post, len(post))
    rank = post[-length:] if length else ""
    if rank.startswith(_IN_RANKS):
        length -= next(len(body) for body in _IN_RANKS if rank.startswith(body))
    head, rank = (post[:-length], post[-length:]) if length else (post, "")
    if rank == "总监" and (led := _FIELD_LED.fullmatch(head)):
        return led["body"] or "", led["field"] + rank
    if head.endswith(_GRADES) and rank.startswith(("副", "总")):
        head, rank = head[:-2], head[-2:] + rank
    return head, rank


@cache
def fields() -> tuple[str, ...]:
    """Fields of work, which name no body without the letter of its kind."""
    return lexicon.words("posts", "domains")


def in_row(text: str, post: str, start: int, seen: dict[int, str]) -> Whole | None:
    """A post of the body of whoever was named right before: 总经理王某 after 某某集团董事长李某."""
    end = _last(text, start, seen)
    if not end:
        return None
    owner = seen[end]
    head, rank = split(post)
    school = owner[: owner.find("大学") + 2] if "大学" in owner else ""
    if school and head and _INSTITUTE.fullmatch(head) and not is_whole(head):
        return Whole(school + head, rank, "previous post")
    if head:
        return None if LEVEL_HEAD.match(head) or head[0] in "我本该" else _sibling(owner, head, rank)
    ruled = owner.endswith(_SCHOOLS) and _LEADER_OF_PARTY.fullmatch(rank)
    return Whole(owner, rank, "previous post") if ruled or _is_of(owner, rank) else None


def deputy_of(text: str, post: str, start: int, seen: dict[int, str]) -> Whole | None:
    """A deputy of whoever was named right before: 副主任王某 after 青桥县人大常委会主任李某."""
    above = _DEPUTY_OF.sub("", post) if "副" in post else post
    end = _last(text, start, seen) if above != post else 0
    if not end or not text.endswith(above, 0, end):
        return None
    committee = _SECRETARY.search(text, end - _SECRETARY_REACH, end) if above == "书记" else None
    if above == "书记" and not committee:
        return None
    owner = seen[end]
    return Whole(owner if not committee or owner.endswith("委") else owner + committee[1], post, "previous post")


def of_the_only(post: str, seen: dict[int, str]) -> Whole | None:
    """A post inside the only unit whose people were named so far: 教务处处长 after a university's heads."""
    owner = min(seen.values(), key=len) if len(seen) < _LATEST else ""
    if not all(other.startswith(owner) for other in seen.values()):
        return None
    head, rank = split(post)
    unit = owner.endswith(_UNITS) and not owner.endswith(_ACADEMIES) and head not in _UNITS
    if not unit or LEVEL_HEAD.match(head) or not rank:
        return None
    if head:
        own = head[0] in "校院厅局部馆" and not unit_ends(owner, head[0])
        if own or OF_MEETING.match(head):
            return None
        inner = SMALL.search(head) and not is_whole(head) and not head.startswith(OF_VILLAGES) and len(head) < 9
        return Whole(owner + head, rank, "previous post") if inner and not QUALIFYING & set(head) else None
    return Whole(owner, rank, "previous post") if _is_of(owner, rank) else None


def _is_of(owner: str, rank: str) -> bool:
    """Whether a bare rank is one that such a body has: 总经理 of a firm, 院长 of a hospital."""
    kind = _HEADS.fullmatch(rank)
    if _SECRETARY_GENERAL.fullmatch(rank):
        return owner.endswith(_WITH_SECRETARY)
    if _OF_SOCIETY.fullmatch(rank):
        return owner.endswith(_SOCIETIES)
    firm = owner.endswith(_FIRMS) or owner[-1:] not in _OF_OTHERS
    return firm if _FIRM.fullmatch(rank) else bool(kind and unit_ends(owner, kind["kind"]))


def of_place(text: str, post: str, start: int, seen: dict[int, str]) -> Whole | None:
    """A post of the place of whoever was named right before: 区长王某 after 青桥区委书记李某."""
    head, rank = split(post)
    level = LEVEL_HEAD.match(head) or (None if head else LEVEL_RANK.match(rank))
    end = _last(text, start, seen) if level else 0
    place = place_in(seen[end], level[1]) if level and end else None
    return Whole(place + head[1:], rank, "previous post") if level and place else None


def _last(text: str, start: int, seen: dict[int, str]) -> int:
    """Where the post before one in a row ends; 0 for none."""
    if not text.endswith(_IN_ROWS, 0, start):
        return 0
    end = max((end for end in islice(reversed(seen), _LATEST) if 0 < start - end < _CLOSE), default=0)
    return end if end and _ROW.fullmatch(text, end, start) else 0


def in_full(body: str, seen: dict[int, str]) -> str:
    """A part of a body by the whole name under which it was told of before: 自动化学院 of 青溪大学自动化学院."""
    if not body.endswith(_PARTS, _SHORTEST_PART):
        return body
    if words.is_place(body[:3]) or (words.is_place(body[:2]) and body[2:] != "部"):
        return body
    return next((owner for owner in islice(reversed(seen.values()), _LATEST) if owner.endswith(body)), body)


def _sibling(owner: str, head: str, rank: str) -> Whole | None:
    """A body beside the one named last, of the same owner: 投融资部 after 某某集团人力资源部."""
    if head and not owner_of(head) and owner.endswith(_UNITS) and not owner.endswith((*_ACADEMIES, "委员会")):
        return Whole(owner + head, rank, "previous post")
    part = head if head.endswith(_OWN_KINDS) else head + (led["kind"] if (led := UNIT_LED.fullmatch(rank)) else "")
    inside = not owner_of(part) and (part.startswith("党") or owner.endswith("局"))
    if part in words.bodies() and not inside and (place := _PLACE.fullmatch(owner)):
        committee = "委" if part in _OF_COMMITTEES else ""
        return Whole(place[1] + committee + head, rank, "previous post")
    one, other = _SIBLING.fullmatch(head), _OWNER.match(owner)
    if not one or not other or owner.endswith(NO_HOSPITALS[1:]):
        return None
    offices = one["kind"] in _OFFICES and owner.endswith(_OFFICES)
    if not owner.endswith(one["kind"]) and not (offices and other.group().endswith(_WITH_OFFICES)):
        return None
    if one["kind"] in ("学院", "系") and not one["field"].startswith(fields()):
        return None
    return None if is_whole(one["field"]) else Whole(other.group() + head, rank, "previous post")


def of_short(post: str, seen: dict[int, str]) -> Whole | None:
    """A post of a body named in full before: 总社办公室主任 after 中华茶叶合作总社理事长."""
    head, rank = split(post)
    short = next((word for word in _SHORTS if head.startswith(word)), None) if rank else None
    owner = next((one for one in islice(reversed(seen.values()), _LATEST) if one.endswith(short)), "") if short else ""
    return Whole(owner + head[len(short) :], rank, "previous post") if short and owner else None


def of_known(unit: str | None, post: str, seen: dict[int, str]) -> Whole | None:
    """A post of a part named in full before: 青溪大学新能源中心 for 新能源中心主任."""
    head, rank = split(post)
    body = head or unit or ""
    known = in_full(body, seen) if rank and body else body
    return Whole(known, rank, "previous post") if known != body else None


def beside(owner: str, head: str, rank: str) -> Whole | None:
    """What is sent or attached by the body of which somebody leads a part: 派驻某组 beside 青溪大学监察处."""
    other = _OWNER.match(owner) if head.startswith(_SENT) else None
    return Whole(other.group() + head, rank, "previous post") if other else None


def near(post: str, start: int, seen: dict[int, str], kind_of: re.Pattern[str]) -> Whole | None:
    """A post of the body whose head was just named: 副局长马某, 党组成员马某 after 水利局局长贺某."""
    lead = kind_of.fullmatch(post)
    if not lead:
        return None
    kind = lead["kind"] or ""
    close = [end for end in seen if 0 < start - end < _CLOSE and seen[end].endswith(kind)]
    around = [end for end in close if not _NO_PARTY.search(seen[end])] if kind == "" else close
    return Whole(seen[max(around)] + (lead["body"] or ""), lead["rank"], "previous post") if around else None


def with_body(whole: Whole) -> str:
    """The organisation by its usual name, with the letter its rank holds: 县委统战部 of 县委统战部长."""
    led = UNIT_LED.fullmatch(whole.rank)
    body = whole.organization
    if (
        body.startswith("中国")
        and f"{body[2:]}{led['kind'] if led else ''}".startswith(_ours())
        and body not in _ours()
    ):
        body = body[2:]
    if led is None or body.endswith(led["kind"]):
        return body
    named = body.endswith(fields()) or any(body[-size:] + led["kind"] in words.bodies() for size in (2, 3, 4))
    return body + led["kind"] if named else body


@cache
def _ours() -> tuple[str, ...]:
    """Bodies of the centre, before which reports of others set the name of the country."""
    return (*lexicon.words("organs", "central"), "国家")
