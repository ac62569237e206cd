"""Orders without 要: a clause that begins with what is to be done, by whom, until when, how."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Final

from newstui.model.late import late
from newstui.parsing.lexicon import Starts, either, words

_BY_WHEN: Final = late(
    r"^(?:(?=[^,]*[\d年月季天日周节期末一二三])[^,要是了]{2,14}(?:前|底|内|以前|[月年季度]末|起),?|[年月周]内,?|[上下]半年,?"
    r"|[^,要是了]{1,12}(?:(?:结束|完成)后|期间|过程中|期|时|阶段|之前|环节|年),)"
)
"""Until when something is to be done, or in what time, before the order: ``2013年9月前，全部完成…``."""
_TOLD: Final = late(
    "(?:要求|责令)(?:[各有相全所]|[^,的]{1,10}(?:部门|单位|机关|干部|同志|企业|学校|[镇村局县市区乡]))"
    "|由[^,是]{2,24}(?:牵头|负责|承担|统筹|会同|协调|组织|落实|督促|配合|实施)|[^,的了]{2,12}一律"
    "|(?:一旦|发现|遇到|遇有|如遇|出现|确需|如需)[^,]{1,16},?(?:提前|主动|做好|及时|立即|迅速|马上|第一时间)"
    "|[^,了]{2,24}全部(?:向[^,]{2,24}开放|纳入)"
    "|[^,是的了]{2,10}[部处局科室心办组委院司](?:具体|全面)?(?:负责|牵头)(?![人同])"
    "|边[^,了]{1,3}边|任何[^,了]{1,14}(?:不能|不可)(?!不)|早[^,、]{1,4}、早"
    "|[抓补强优提扩防稳保促控守][^,、]{1,4}、[抓补强优提扩防稳保促控守固畅拓]"
)
"""Who is to do it, what to do in a case, a row of short orders: ``由县水利局牵头``, ``抓重点、补短板``."""
_GIVING: Final = late(
    "在[^,]{2,16}?(?:率先|积极|大力|全面|深入|加快|加强|推进|推动|推广|建立|健全|完善|落实|实施)"
    rf"|在[^,]{{2,20}}[上中面](?:再(?!次|度)|{either(words('cues', 'efforts'))})"
    "|[为给][^,]*(?:提供|创造|营造|贡献|奠定|打下|建言|献策)"
    "|(?:将|把)[^,]{2,40}(?:到|在|为|于|成|[纳列融写嵌]入|起来|出来|下去|融合|结合|统一|[抓做办管守]好$)"
    "|向[^,]{1,12}(?:公布|公开|公示|报告|反馈|报送|看齐|迈进|冲刺|学习|进军|发力)"
    "|让(?!人)[^,]{2,16}(?:得到|享受|成为|共享|过上|感受|享有|受益|放心|满意)"
    "|从[^,]{1,14}(?:遴选|选派|选拔|抽调|选调|抓|入手|着手|防范|防止|治理|堵住|强化|加强|推动|推进|解决|消除|遏制|提升|做起|改起|严起)"
    "|以[^,]{2,24}?(?:[做抓压夯]实|更好|[完改]善|加[快强]|全面|[提优]升|构建|打造|建设|带动|激发|凝聚|满足|推进|推动|抓好|抓实|做好|落实|迎接|完成|保障|引领|促进|确保|书写|谱写)"
    "|以[^,]{2,24}?,?(?:彰显|展现|诠释|检验|护航|赢得|赋能)"
    "|对[^,]{2,24}(?:严肃|坚决|依法|一律|从严|从快|及时|限期|逐[项一个户条]|实行|实施|[给予]予(?![^,]{0,6}(?:肯定|赞|感谢|评价|祝贺)))"
    "|通过[^,]{2,24}(?:开展|推进|推动|提升|实现|加强|促进|强化)"
    "|凡[^,]*,?(?:一律|坚决|立即)"
    "|对[^,]{2,60}(?:的|人员|行为|单位|企业|个人|机构|问题),(?:(?:依据|根据|按照?|依照)[^,]{2,40},)?(?:[由视][^,]{2,24}?)?"
    "(?:给予|予以(?![^,]{0,6}(?:肯定|赞|感谢|评价|祝贺))|一律|坚决|从严|从快|依法|依纪|依规|严肃|限期|责令)"
)
"""What a clause that begins with a small word goes on with where it orders: ``把…放在…``, ``以…推进…``."""
_MINDED: Final = late(rf"(?:{either(words('cues', 'minding'))})(?!到?了)")
"""Begins an order to take something to heart, whatever that is: ``深刻认识…是历史的结论``."""
_UPHELD: Final = late("[^,]{0,12}坚持[^,]{1,8}是")
"""A principle to be upheld, no judgement."""
_COPULA: Final = late(
    r"^[^,]{0,40}+,(?:其?(?:基础|核心|关键|根本|前提|目的|本质|实质|难点))(?:在|就?是)"
    r"|^[^,]{0,16}(?=[是为就才对有离事关])(?:(?<!凡)是|为了|就能|才能|(?<=.)对于"
    r"|(?<!探索|建立|形成|构建|营造|完善|制定|创造|打造|健全)有利于|离不开|事关|关系到|关乎)"
    r"|^[^,]{0,80}+,(?:就|正|都|也|这|既|更)?是"
    r"|^[^,]{0,60}+,(?:根本|关键|归根结底|说到底|最终)上?还?[靠看要]"
    r"|^[^,]*是(?:当前|一项|今后|首要|重要|根本)"
    r"|^[^,]{0,40},(?:事关|关系到?|关乎|最(?:关键|重要|根本|核心)的?[^,]{0,8}(?:是|在于))"
    r"|^.*,(?:都|也|将|更|必将)?有[利助]于"
)
"""A judgement."""
_JUDGED: Final = words("cues", "judged")
_MATTERS: Final = late(r"(?:具有|有着)[^,]*$")
"""So does what ends in its meaning or its effect."""
_TASK: Final = late("[^,:]{2,40}(?:要求|任务|思路|目标|重点)就?是[:,]")
"""What names the task before it is told: ``总体要求是:贯彻…``."""
_GROUP: Final = late(rf"(?:{either(words('cues', 'groups_bound'))})[^,]{{0,10}}?")
"""Whom an order binds, before it: ``各级领导干部率先垂范``."""
_OFFICE: Final = late(
    "(?:办公室|[^,的了]{1,10}?(?:书记|负责人|负责同志|成员|部门|单位|机关|局|委员会|监委|纪委|办公室|指挥部"
    "|[庭科]室|大队|中队|支队))"
)

_AMIDST: Final = "在[^,了]{1,12}[中上下]"
"""In what, before the order: ``在发展中改善民生``."""
_WHO_WILL: Final = 25
"""So far into a clause 将 tells what will be done, where none of these stands before it."""
_NO_WILL: Final = frozenset(",;要应须")
_TURNED_INTO: Final = late("将[^,]{4,40}?(?:作为|纳入|列为|列入|摆[到上在]|放[到在]|融入|贯穿)")
"""Something is to be put somewhere: ``将实施…工程作为重点任务`` tells of no one who is going to do it."""

_RESULTS: Final = frozenset("结起出牢紧实好准细稳足活清透住深优强精")
_BROUGHT_ABOUT: Final = frozenset(
    "跑撸鼓担撑蹚闯拼扛挑铸织筑扎守夯锁绷拧压抓盯做落办用种管建打讲写念答走备配补护站看把控堵系扣拎选找摸理算学吃悟想干育带教养扶稳握拉架搭铺修搞编排测查改练磨擦叫唱演树立分数洗贴接连衔串缝拔"
)
_ELSE: Final = frozenset(("看出", "想起", "算出", "学出", "管出", "看起", "写出", "分出"))
"""What is done, and how it shall end: ``铸牢…``, ``管住…``, ``建强…``."""


@cache
def orders(*, weak: bool = True) -> Starts:
    """What an order without 要 begins with, with or without the words that begin much else."""
    known = words("cues", "imperatives")
    return Starts(known if weak else set(known) - _weak())


@cache
def _besides() -> Starts:
    """Adverbs before an order."""
    return Starts(words("cues", "besides"))


@cache
def _weak() -> frozenset[str]:
    return frozenset(words("cues", "weak"))


@cache
def _addressed() -> Starts:
    return Starts(words("cues", "addressed"))


@cache
def _begins_weak() -> Starts:
    return Starts(_weak())


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"{either(words('cues', 'reports'))}|了(?![解如然结得])|年以来|月以来|日以来|会以来")


@cache
def _bound() -> re.Pattern[str]:
    strong = "|".join(word for word in chain.from_iterable(orders(weak=False).values()) if len(word) > 1)
    return re.compile(rf"(?:{_GROUP.pattern}|{_OFFICE.pattern}|{_AMIDST})(?:{strong})")


def foretells(bare: str) -> bool:
    """Whether a clause says what is going to be done or to come: ``将加强…``, ``引进…将推动…``; not ``将责任压到…``."""
    if "将" not in bare:
        return False
    bare = _without_besides(bare)
    at = bare.find("将", 0, _WHO_WILL)
    if at < 0 or not orders(weak=False).at(bare, at + 1) or _TURNED_INTO.match(bare, at):
        return False
    return not bare.startswith(("坚持", "始终")) and _NO_WILL.isdisjoint(bare[:at])


def judges(bare: str) -> bool:
    """Whether a clause says what something is, or how much it matters."""
    matters = bare.endswith(_JUDGED) or (bare.endswith(("意义", "作用")) and _MATTERS.search(bare))
    return (matters or _COPULA.match(bare) is not None) and not _UPHELD.match(bare)


def imperative(bare: str) -> bool:
    """Whether a clause begins as an order without 要, and reports nothing."""
    if _MINDED.match(bare):
        return True
    if "是" in bare and (task := _TASK.match(bare)):
        return _plain_start(bare[task.end() :])
    if foretells(bare) or _reports().search(bare) or judges(bare):
        return False
    if not _plain_start(bare):
        by_when = _BY_WHEN.match(bare)
        bare = bare[by_when.end() :] if by_when else bare
        bare = bare if by_when and _plain_start(bare) else _without_besides(bare)
    parts = bare.split(",")
    if any(part[:1] == "将" and orders(weak=False).at(part, 1) for part in parts[1:]):
        return False
    if parts[0].endswith("方面") and not _begins_weak().at(bare):
        return _plain_start(parts[1]) if parts[1:] else False
    if _TOLD.match(bare) or _bound().match(bare):
        return True
    if addressed := _addressed().at(bare):
        return any(map(_plain_start, [bare[len(addressed) :], *parts[1:]]))
    if not _begins_weak().at(bare) or _plain_start(bare):
        return _plain_start(bare)
    after = [_without_besides(part) for part in parts[1:]]
    rest = [part for part in after if not _begins_weak().at(part) or _plain_start(part)]
    if bare.startswith("把") and any(map(_plain_start, rest)):
        return True
    return _plain_start(rest[0]) if rest and not _GIVING.match(bare) else any(map(_GIVING.match, (bare, *parts[1:])))


def _without_besides(bare: str) -> str:
    """A clause without the adverb it begins with."""
    adverb = _besides().at(bare)
    return bare[len(adverb) :].removeprefix(",") if adverb else bare


def _plain_start(part: str) -> bool:
    """Whether a part begins with a verb that orders by itself, or with one and what it brings about."""
    begun = orders().at(part)
    return (bool(begun) and begun not in _weak()) or (
        part[1:2] in _RESULTS and part[0] in _BROUGHT_ABOUT and part[:2] not in _ELSE
    )
