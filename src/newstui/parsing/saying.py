"""The grammar of saying, over the few words around a verb: ``陈某在讲话时指出，``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.late import HERE, late
from newstui.parsing.lexicon import any_verb, either, either_soon, verbs, words
from newstui.parsing.nouns import is_body

_SOMEBODY: Final = "[另也还]?有(?!关)(?:[一几]?[位名个])?"
_LEAD: Final = late(rf"(?:{any_verb('leads')}|{_SOMEBODY}|(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}[日月])++")
"""Words that may stand before the speaker."""
_LEAD_BEGINS: Final = frozenset((*"另也还有0123456789", *(word[0] for word in verbs("leads"))))
"""The first letters of all that."""
ABOVE: Final = ("党的", "中央", "全国", "省委", "市委", "自治区党委")
"""A meeting of those above, which orders nobody where somebody else speaks of it."""
OFTEN: Final = late("反复|多次|一再|曾|历来|早就")
"""What was said before and elsewhere."""
CONVEYS: Final = late(
    "(?:传达|学习|重温|宣读|领学)[^。]{0,160}?(?:精神|讲话|指示|批示|论述|文章|贺信|回信)[^。]{0,20}[。,][^。]{0,12}$"
)
"""A meeting hands on what those above have said, right before it is quoted."""
HOLDS: Final = late(
    "(?P<host>[^,;。的了]{2,16}?)(?:[日目]前|[近今昨]日|[今昨]天)?(?:组织|主持)?召开[^,;。]{2,40}会议?$"
)
CONVENED: Final = late(r"(?:[^,;。]*\))?[^,;。()]{0,20}召开的(?=[^,;。]{4,80}$)")
"""Before the name of a meeting that speaks: ``6日召开的市防汛指挥部会议要求``."""
ADDRESSES: Final = late(r"([^,;。对向]{2,20}?)(?:还|也)?(?:[向对就](?![于业])|围绕|针对|结合|从|通过|经过)")
ISSUED: Final = late("[^,;。:]*(?:印发|下发|发布|出台|公布|制定|颁布|转发)的")
"""Before the document that somebody has issued: ``县指挥部下发的通知要求，``."""
TO_WHOM: Final = late("[对向][^,;。:的]{1,10}")
"""Whom somebody left out speaks to: ``仔细检查后，对老人说，``."""
ON_MATTER: Final = late(f"{HERE}(?:对于|关于|针对|围绕|在)[^,;。:]{{2,24}},")
"""What a document speaks about, before its title."""
HEEDS: Final = late("(?:响应|听从|按照|根据|遵照)[^,;。]{0,8}$")
"""Before 号召: somebody heeds a call."""
WRITTEN: Final = late(rf"{any_verb('written')}[^,;。]{{0,12}}(?<!精神),$")
"""A document before 要求 is what demands, so nobody speaks."""
MEANWHILE: Final = late("[^,;。要应]{2,12}(?:之际|之余|期间|结束[后时]|过程中|[动谈访研查问论]中),")
"""A clause that tells at what time of the event somebody speaks."""
CLOSING: Final = late("(?P<who>[^,;。]{0,12}(?:会议?))的?(?:最后|结束前|结束时),")
"""A clause that tells who speaks at the end: ``会议最后,要求各单位…``."""
ORDERED: Final = late("要|应|必须|务必|希望")
"""Words that order, in the sentence before."""
GAVE: Final = late(
    rf"(?:{any_verb('gestures')}了[^,;。]*|提出[^,;。了]{{0,8}}(?:要求|希望)|进行了[^,;。]*(?:部署|安排)),$"
)
"""A clause that reports a gesture: the words after it are new ones."""
JUDGED: Final = late("(?:充分|高度|一致|给予|表示|热情|由衷)[^,;。]{0,40}?(?:肯定|评价|认可|赞[扬赏许誉]|称赞)")
"""What somebody thinks of others, before hopes."""
EXHORTED: Final = late("大家|[^,;。:的各]{0,6}(?:们|同学)")
"""Behind 鼓励: people, whom it encourages; what it encourages others to do is a matter of policy."""
ASKED: Final = late("(?:要求|鼓励|勉励)(?![,:、的。要])[^。;:]*,$")
"""A clause tells what is asked of whom: a hope behind it is told the same way."""
BRIEF: Final = frozenset({"指", "称"})
"""Verbs that need no comma right behind a person: ``陈某指双方…``."""
_WHEN: Final = late(rf"(?:在|当|于|经)?[^,]{{0,60}}?{any_verb('whens')}$")
_WHILE: Final = late(rf"(?:在|当|于|经)[^,]{{1,40}}?{any_verb('whens')}$")
_DOING: Final = 20
"""So many letters may tell what somebody does before a quotation."""
_BRIEFEST: Final = 3
"""Words of no more letters are a body alone: 会议, 全县."""
_THEN: Final = late(rf"([^,;。]{{2,16}}?)(?={any_verb('doings')}[^,]{{0,40}}{any_verb('whens')}$)")
_ACT: Final = late("[着了过起完住到来向对跟拉握拍指看望摸捧边逢见感叹回笑话]|告诉|激动")
"""What tells an act on the way to a quotation."""
_ON_DAY: Final = late("(?:\\d{1,2}[日号]|[今昨]天|[今昨当近]日|日前|周[一二三四五六日])(?:[上下]午|晚[上间]?|凌晨)?")
"""When somebody speaks: ``周某6日呼吁各方克制``."""
_MEANWHILE: Final = late("^[^,;对向与]{1,4}(?:着|[^,;对向与]{0,4}地)(?=[对向与])")
"""How somebody turns to others: ``周某笑着对记者说``, ``周某满怀信心地对记者说``."""
_HOW: Final = late("^[^,;对向与、的了到在]{2,7}(?<![工当各基此外内土场实驻属园阵草林耕田用产营两])地$")
"""How somebody speaks: ``周某饱含深情地说``, not ``周某走进工地说``."""
_DOING_BOTH: Final = late("一?边[^,]{1,12}边$")
"""What somebody does who speaks: ``周某一边走一边说``."""
_DAY_BEGINS: Final = frozenset("0123456789今昨当近日周")
_MADE: Final = late("提|(?<!工)作|进行|给予|予以|讲")
"""Before 要求 and its like: that it is a thing somebody makes: 提出明确要求."""
_MAKING: Final = ("进行了", "作了", "做了", "给予了", "加以")
"""Before a verb of saying that is a noun there: ``对此作了强调``."""
_UNSAID: Final = late(f"在|当|{any_verb('doings')}")
BESIDES: Final = frozenset({"同时", "还", "同时还", "同时也"})
OURS: Final = late("我(?![省市州县区镇乡村局厅院校部所])")
"""Behind a verb of saying: the speaker's own side, not that of the report: ``希望我们…``, not ``希望我县…``."""
TOLD: Final = late(
    "(?![^,;。:]*(?:[要应]|必须))[^,;。:]{0,24}(?:大家|负责人|同志|同学|[干职员]工|干部|们),"
    "(?!(?:都|也|还)?(?:[要须应在以把做]|特别|尤其|包括|一定|务必|必须|继续|不断|切实|充分|进一步|认真))"
)
"""Behind a verb that orders: nothing but whom it orders, a comma, and then something else than the order itself."""
_ABOUT: Final = late(rf"(?:{any_verb('abouts')}|\d{{1,2}}[日月])[^,]*$")
_MANNERS: Final = {
    False: late("以|从|向|对|结合|用|就|围绕|针对|代表|通过|一?边[^,]*一?边$"),
    True: late("代表|一?边[^,]*一?边$"),
}
"""How one speaks, with no comma behind the verb; of verbs that are nouns as well less goes before them."""
_ON: Final = {False: late("就"), True: late("就|围绕|针对|对(?![照标])")}
"""What one speaks about; where an order follows more may stand before verbs that are nouns as well."""
_DOES_ON: Final = ("对", "作", "做", "进行", "提出", "开展", "给予", "分别")
_FROM: Final = {
    False: late("从[^,、]*$|[^,、的]{2,10}方面$"),
    True: late("从[^,、]*$|[^,、的]{2,10}方面$|(?:并|还|同时)?(?:就|针对|围绕)[^,、]*$"),
}
_CONVENES: Final = late("(?:^|[,;])(会议|大会)(?!由|上|主持|期间|室|精神|的)")


@cache
def verb() -> re.Pattern[str]:
    """A verb of saying, with the mark, the stop, the end of the line or the word that follows it."""
    every = either(verbs("saying") | verbs("direct"))
    after = r"(?P<mark> ?(?:[,:]|——)\s*|(?=[“「])| +(?=[^\W\da-zA-Z]))|(?P<stop>(?=[。!]))|(?P<bare>$)"
    after = rf"{after}|(?=(?P<more>[^\s,:;。!?、的了过]))"
    orders = "(?<=强调|提出)了(?=[^,;。:的]{0,20}(?<![主重首需])要(?![求点素件义务领]))"
    agrees = f"(?<=表示)(?:{either(verbs('feelings'))})(?=:“)"
    return re.compile(rf"(?P<verb>{every})(?:道|到|{orders}|{agrees})?(?:{after})")


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{either_soon(verbs('adverbs'))}[地的]?|[^,、的地]{{2}}地)++$")


@cache
def _manner() -> re.Pattern[str]:
    return re.compile(rf"^(?:{either_soon(verbs('adverbs'))})(?=[对向])")


@cache
def _adverb_ends() -> frozenset[str]:
    return frozenset({*"地的", *(word[-1] for word in verbs("adverbs"))})


def lead_end(plain: str, start: int, end: int) -> int:
    """Where words end that may stand before the speaker: ``会上,``, ``另有两名``; at ``start`` where there are none."""
    if start >= end or plain[start] not in _LEAD_BEGINS:
        return start
    lead = _LEAD.match(plain, start, end)
    return lead.end() if lead else start


def without_adverbs(before: str) -> str:
    """What stands before a verb, its adverbs off: ``会议还`` gives ``会议``."""
    return _adverbs().sub("", before) if before[-1:] in _adverb_ends() else before


def without_circumstance(before: str) -> str:
    """``党支部在学习时`` gives ``党支部``; all of it where nothing else is there."""
    return without_adverbs(_WHILE.sub("", before) or before)


def without_matter(noun: str) -> str:
    """``会议就下步工作`` and ``会议听取汇报后`` give ``会议``; all of it where no body heads the words."""
    for pattern in (ADDRESSES, _THEN) if len(noun) > _BRIEFEST else ():
        match = pattern.match(noun)
        if match and is_body(match[1]) and not _MADE.search(noun):
            return match[1]
    return noun


def is_circumstance(before: str) -> bool:
    """``在谈到就业时``, ``听取汇报后``: a clause that leaves out its subject."""
    return bool(_UNSAID.match(before) and _WHEN.match(before))


def is_matter(before: str, *, ordered: bool) -> bool:
    """What somebody left out speaks from or, where orders follow, about: ``从…方面``, ``并就存在的问题``."""
    return bool(_FROM[ordered].match(before)) and not before.endswith(words("verbs", "makes"))


def predicates(between: str, said: str, direct: bool, ordered: bool) -> bool:
    """Whether what stands between a speaker and the verb leaves them subject and predicate."""
    core = "" if between.endswith("地") and _HOW.match(between) else without_adverbs(between)
    core = _ON_DAY.sub("", core, count=1) if core[:1] in _DAY_BEGINS else core
    core = _MEANWHILE.sub("", core, count=1) if "着" in core[1:5] or "地" in core[1:9] else core
    if "对" in core[1:9] or "向" in core[1:9]:
        core = _manner().sub("", core, count=1)
    if core.endswith((*_MAKING, "、", "和", "与", "及", "的")):
        return False
    if core in {"", "代表"} or between == "在最后" or core.endswith(words("verbs", "notes")):
        return True
    nominal = said in verbs("nouns")
    if direct and said in BRIEF:
        return core in {"亦", "则", "又"}
    if direct and len(core) <= 20 and "了" not in core and _MANNERS[nominal and not ordered].match(core):
        return True
    if direct or nominal:
        if said == "建议" and not direct and core.startswith("向") and not _MADE.search(core):
            return True
        matter = not direct and _ON[ordered].match(core) and not _MADE.search(core)
        return core == "对此" or is_circumstance(core) or bool(matter)
    fits = _WHEN.fullmatch(core) or _ABOUT.match(core) or _DOING_BOTH.match(core) or said not in verbs("personal")
    return bool(fits)


def goes_on(between: str, after: str) -> bool:
    """Whether what somebody does follows the matter it is about: ``就分工和要求,对工作作出安排``."""
    return after.startswith(_DOES_ON) and _ON[True].match(between) is not None


def does(between: str) -> bool:
    """Whether a person does something on the way to a quotation: ``握着老人的手说:“…”``."""
    if between[:1] in {"的", "、", "和", "与", "等"} or len(between) > _DOING:
        return False
    core = without_adverbs(between)
    return not core or _ACT.search(core) is not None


def carries_on(before: str, said: str, mark: str) -> bool:
    """Whether a verb opens a new speech within a running one: ``…，并强调…``; ``mark`` stands before the clause."""
    opens = not before and mark in "。\n!?"
    if said in {"希望", "建议"}:
        return before.startswith(("同时", "并")) and ("也" not in before or mark not in "。\n!?")
    if said in {"强调", "指出", "表示", "提出", "说"} or (said == "认为" and before):
        besides = bool(re.match("并|还|同时|最后|随后|接着", before)) or (mark == ";" and not without_adverbs(before))
        return besides or (opens and said in {"强调", "指出"})
    if said in {"号召", "呼吁", "勉励", "鼓励"} and (before, mark) in {("", ";"), ("并", "。"), ("并", "\n")}:
        return True
    if said in {"叮嘱", "嘱咐", "勉励"}:
        return not without_adverbs(before)
    return said == "要求" and (before == "并" or opens or (mark == "," and before in BESIDES))


def convenes(clauses: str) -> str | None:
    """The word for the meeting that is the subject of one of the clauses: ``…，大会表彰了先进``."""
    found = _CONVENES.search(clauses)
    return found[1] if found else None
