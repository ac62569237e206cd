"""The grammar of saying, over the few words around a verb: ``陈某在讲话时指出，``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.parsing.lexicon import either, words

LEAD: Final = re.compile(
    r"(?:会上|会前|会后|随后|最后|此外|另外|同时|但是?|而|然而|不过|对此|为此|因此|目前|日前|近日|当天|当日|接着|其中|其次|据悉|其间|期间|今天|昨天"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|[上下]午|晚上?|当晚|\d{1,2}月|有|在此)++"
)
"""Words that may stand before the speaker."""
LEAD_CLAUSE: Final = re.compile(
    r"(?:就|针对|围绕|关于|按照|根据|结合)[^,]{2,40},|[^,]{0,30}(?:时|后|中|上|期间|际|前|最后|首先|随后|接着|同时|此外|另外|为此|对此|其次|[日午])[,。]?$|.{1,4},$"
)
"""A clause of circumstance before the speaker's own."""
HOST: Final = re.compile(
    r"(?P<host>[^,;。]{2,30}?)(?:组织|主持|集体)?"
    r"(?:召开|听取|全面|深入|充分|高度|实地|先后|审议|传达|部署|总结|就|对|学习|举办|举行|(?<!工)作|结合|通报|分析|研究|回顾|将|讨论|宣布)"
)
"""A body at the head of a clause, with what it does."""
HOLDS: Final = re.compile(r"(?P<host>[^,;。的了]{2,16}?)(?:组织|主持)?召开[^,;。]{2,40}会议?$")
CHAIRED: Final = re.compile("由[^,。;]{2,40}(?:主持|主讲|致辞|致词|讲话|作报告|授课|领学)")
WRITTEN: Final = re.compile("(?:通知|批示|印发|下发|文件|发函|去函|意见》|办法》|方案》|规定》)[^,;。]{0,12},$")
"""A document before 要求 is what demands, so nobody speaks."""

BRIEF: Final = frozenset({"指", "称"})
"""Verbs that need no comma right behind a person: ``陈某指双方…``."""
_BRIEF_STEMS: Final = frozenset("出导挥责定明向示派着引点使控认令标数战赞为呼职号谓之颂作其自得霸雄病")
GAVE: Final = re.compile("(?:寄予|表示|致以|送上|表达|给予|提出)了[^,;。]*,$")
"""A clause that reports a gesture: the words after it are new ones."""
_WHEN: Final = re.compile(r"(?:在|当|于|经)?[^,]{0,60}?(?:时|后|中|上|下|里|期间|之际|之余|之前|会前)$")
_WHILE: Final = re.compile(r"(?:在|当|于|经)[^,]{1,40}?(?:时|后|中|上|下|里|期间|之际|之余|之前|会前)$")
_ABOUT: Final = re.compile(
    r"(?:对|就|向|代表|针对|结合|围绕|从|通过|以|用|受|在|与|同|于|本月|上月|今年|去年|当地|日前|近日|早些|\d{1,2}[日月])[^,]*$"
)
_NOUN_OBJECT: Final = re.compile(
    r"^(?!.*(?:要|应|必须|是))(?=.*[的了]|存在).*(?:不足|问题|性|意义|作用|要求|方向|情况|差距|短板|重点)$"
)
_CROWD: Final = re.compile(
    "(?:民众|群众|居民|市民|村民|网友|业主|乘客|游客|员工|职工|家长|家属|学生|工人|农民|青年)们?$"
)
_DOCUMENT: Final = re.compile("《[^《》]+》|(?:通知|意见|公告|通告|倡议书)")
_GROUP: Final = re.compile("与会|同学|同志|在野|在场|在座|对外|以色列|同事|全面深化改革委")
_NOMINAL: Final = re.compile(
    "的[^,]{0,10}(?:讲话|报告|批示|指示|致辞)?(?:精神|内容|要求|部署)[,;。]?$|的[^,]{0,6}(?:讲话|陪同下?)[,;。]?$"
)
_CONVENES: Final = re.compile("(?:^|[,;])(?:会议|大会)(?!由|上|主持|期间|室|精神|的)")
_ATTENDING: Final = re.compile(
    r"(?:陪同|参加|出席|列席)(?:了?会议|了?活动|了?调研|了?座谈会?)?[,;。]?$|^(?:等)?(?:出席|参加|列席)(?!.*讲话)"
)


@cache
def verbs(key: str) -> frozenset[str]:
    """One of the lists of verbs and of words around them."""
    return frozenset(words("verbs", key))


@cache
def verb() -> re.Pattern[str]:
    """A verb of saying, with the mark, the stop, the end of the line or the word that follows it."""
    every = either(verbs("saying") | verbs("direct"))
    after = r"(?P<mark>[,:]\s*|(?=[“「]))|(?P<stop>(?=[。!]))|(?P<bare>$)|(?=(?P<more>[^\s,:;。!?、的了过]))"
    return re.compile(rf"(?P<verb>{every})(?:道|到)?(?:{after})")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(verbs('adverbs'))}|[^,、的地]{{1,5}}地)++$")


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(either(verbs(key)))


@cache
def _ends_in(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(verbs(key))})(?:《[^》]*》)?$")


@cache
def _feeling() -> re.Pattern[str]:
    return re.compile(rf"[^,;。]{{0,14}}?(?:{either(verbs('feelings'))})(?=[,;。!]|$)")


def without_adverbs(before: str) -> str:
    """What stands before a verb, its adverbs off: ``会议还`` gives ``会议``."""
    return _adverbs().sub("", before)


def without_circumstance(before: str) -> str:
    """``党支部在学习时`` gives ``党支部``; all of it where nothing else is there."""
    return without_adverbs(_WHILE.sub("", before) or before)


def is_body(noun: str) -> bool:
    """Whether a noun phrase ends in a word for a body or a group."""
    return bool(_ends_in("bodies").search(noun))


def is_document(noun: str) -> bool:
    """Whether the words are a title and nothing else: ``《通知》要求，``."""
    return bool(_DOCUMENT.fullmatch(noun))


def is_crowd(noun: str) -> bool:
    """Whether a noun phrase is people at large, whose 要求 is a demand."""
    return bool(_CROWD.search(noun))


def is_assembly(noun: str) -> bool:
    """Whether it is one that may speak in the midst of another's speech: 会议, 大家."""
    return bool(_ends_in("assemblies").search(noun))


def is_clause(noun: str) -> bool:
    """Whether the words are no noun phrase at all, or name nobody who could speak."""
    if noun in verbs("no_speaker"):
        return True
    return bool(not _GROUP.match(noun) and _any_of("without_speaker").match(noun)) or holds_verb(noun)


def holds_verb(noun: str) -> bool:
    """Whether a verb stands in what should be a noun phrase."""
    return bool(_any_of("no_noun").search(noun))


def is_circumstance(before: str) -> bool:
    """``在谈到就业时``: a clause that leaves out its subject."""
    return bool(re.match("在|当", before) and _WHEN.match(before))


def says_directly(said: str, after: str, more: str) -> bool:
    """Whether words follow the verb without a comma, and not just its object: ``强调要…``, not ``强调了…的意义``."""
    clause = re.split(r"[,;。!?]", after, maxsplit=1)[0]
    if said in BRIEF:
        return more not in _BRIEF_STEMS and len(clause) >= 4
    if said not in verbs("direct"):
        return said == "说" and more in verbs("pronouns")
    if said in {"表示", "表态"} and _feeling().match(after):
        return False
    if said in {"指出", "强调"} and _NOUN_OBJECT.search(clause):
        return False
    return len(clause) >= 4


def predicates(between: str, said: str, direct: bool) -> bool:
    """Whether what stands between a speaker and the verb leaves them subject and predicate."""
    core = without_adverbs(between)
    if not core or core == "代表":
        return True
    if direct and said in BRIEF:
        return core in {"亦", "则", "又"}
    if (
        direct
        and said not in verbs("nouns")
        and len(core) <= 20
        and "了" not in core
        and re.match("以|从|向|对|结合|用", core)
    ):
        return True
    if direct or said in verbs("nouns"):
        return bool(_WHEN.fullmatch(core) and re.match("在|当", core))
    fits = _WHEN.fullmatch(core) or _ABOUT.match(core) or said not in verbs("personal")
    return bool(fits) and core[-1] not in "、和与及的"


def carries_on(before: str, said: str, mark: str) -> bool:
    """Whether a verb opens a new speech within a running one: ``…，并强调…``; ``mark`` stands before the clause."""
    if said in {"强调", "指出", "表示"}:
        return bool(re.match("并|还|同时", before)) or (mark == ";" and not before)
    if said in {"叮嘱", "嘱咐", "勉励"}:
        return before in {"", "并", "还"}
    return said == "要求" and (before == "并" or (not before and mark in "。\n!?"))


def convenes(clauses: str) -> bool:
    """Whether the last of the clauses with a subject has the meeting for one: ``…，会议部署了工作``."""
    return bool(_CONVENES.search(clauses))


def is_subject(before: str, after: str) -> bool:
    """Whether a person with these words around is whom the clause is about."""
    far = len(before) > 16 and not re.search("[长记任席员授士理师、]$", before)
    nominal = _NOMINAL.search(after) and not re.search("了|提出|作|并", after)
    embedded = re.search("了|包括|陪同", before) or re.match("等|、", after) or _ATTENDING.search(after)
    return not (far or nominal or embedded)
