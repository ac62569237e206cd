"""What stands right behind a verb of saying: whether words said begin there, an order, a list, or just a thing."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.late import HERE, late
from newstui.parsing.imperatives import orders
from newstui.parsing.lexicon import any_verb, either, verbs, words
from newstui.parsing.saying import BRIEF

_NAMED: Final = {
    "希望": ("之", "小学", "工程", "田野"),
    "建议": ("名单", "人选", "草案", "稿", "书"),
}
"""Behind verbs of saying: what makes a name or a thing of them."""
_CLAUSE_END: Final = late("[,;。!?]")
_DECIDES: Final = frozenset({"决定", "议定"})
_OF_DECISION: Final = frozenset("性因权书机草、和")
_BRIEF_STEMS: Final = frozenset(words("verbs", "brief_stems"))
_TALK_STEMS: Final = frozenset(words("verbs", "talk_stems"))
_TALK: Final = ("这话", "这番", "这句", "这些话", "那句", "那番")
_AND_SO_ON: Final = ("等进行", "等作", "等做", "等方面", "等内容", "等情况", "等事项", "等问题", "等相关", "等有关")
"""Behind a noun that closes a list: ``就评选条件、工作要求等进行了部署``."""
_ORDER: Final = 8
"""So many letters has at least a clause in which something is to be done."""
_PROPOSING: Final = frozenset({"提出", "谈到", "讲到"})
_PROPOSES: Final = late(
    "[^,;。:了的“、]{2,16}?(?:要(?![求点素])|(?<![相对适])应|必须|需(?!求))|作为[^,;。:]{2,12},|我们[^,;。:的]{4}"
    "|[^,;。:了的“、]{2,12}是(?!否)|[^,;。:了的“、]{2,24}?(?<!即)将(?![来要领士])"
)
_SURE: Final = late("(?:相信|坚信|深信|确信),")
_ADDRESSEE: Final = late("[^,;。:]{2,12},(?:希望|勉励|鼓励|要求|号召|叮嘱)")
"""Behind 寄语: to whom, before the verb that tells what was said."""
_BIDDEN: Final = late("[^,;。:]{2,8},(?:一定|务必|都)?(?:要|必须|应|继续|不断|切实|充分)")
"""Behind a verb that orders: whom it orders, and then what: ``勉励大家,一定要…``."""
REMINDED: Final = late(rf"(?:大家|(?:广大|全体|各位)?[^,;。:要]{{0,6}}?{any_verb('crowds')}(?:们|朋友)*)[,:]")
"""Behind 提醒: whom, and then what it is they are told."""
_BIDDEN_ALL: Final = late("(?:大家|各[^,;。:]{1,8}|[^,;。:]{1,8}(?:们|同学|干部|职工))[,:]")
_NOUN_OBJECT: Final = late(rf"^(?!.*(?:要|应|必须|是|具有))(?=.*[的了]|存在).*{any_verb('noun_objects')}$")
_SAYS_OF: Final = late("要|应|必须|是|具有|有|没|仍|将|已")
_ORDERS_FOLLOW: Final = {
    False: late(rf"{HERE}一[是要]|一、|第一|首先|\(一\)|1[.、]|①|要(?!求)|必须|各(?![种类自])"),
    True: late("大家|全体|广大|[有相]关|各(?![种类自项])|[^我你他她它人咱,;。:的]{1,8}们(?!的)"),
}
"""An order or a list behind a mark; with no mark whom the order addresses."""


@cache
def _feeling() -> re.Pattern[str]:
    return re.compile(rf"[^,;。]{{0,14}}?(?:{either(verbs('feelings'))})(?=[,;。!并]|$)")


def may_go_on(said: str, more: str) -> bool:
    """Whether words said may follow a verb with no mark between: not behind 讲, not 指导."""
    if said in BRIEF:
        return more not in _BRIEF_STEMS
    return said in verbs("direct") or said in _PROPOSING or said in _DECIDES or said == "说"


def says_directly(said: str, after: str, more: str) -> bool:
    """Whether words follow the verb without a comma, and not just its object: ``强调要…``, not ``强调了…的意义``."""
    if more == "并" or after.startswith(_AND_SO_ON):
        return False
    direct = said in verbs("direct")
    if not direct and said in _PROPOSING:
        return (more == "要" and after[1:2] != "求") or bool(_PROPOSES.match(after)) or _proposed(after)
    if not direct and said not in _DECIDES and said not in BRIEF:
        return said == "说" and (more in verbs("pronouns") or tells(more, after))
    clause = _CLAUSE_END.split(after, maxsplit=1)[0]
    if said in BRIEF:
        return len(clause) >= 4
    if not direct:
        return len(clause) >= 4 and more not in _OF_DECISION and not clause.endswith(words("verbs", "settled"))
    if said in {"表示", "表态"} and _feeling().match(after):
        return False
    if said == "表示" and _SURE.match(after):
        return True
    if said == "寄语" and _ADDRESSEE.match(after):
        return False
    if after.startswith(_NAMED.get(said, ())) or (said == "建议" and "议程" in clause):
        return False
    if said in {"指出", "强调"} and _NOUN_OBJECT.search(clause):
        return False
    if said == "指出" and clause.endswith(words("verbs", "noun_objects")) and _names_only(clause, after):
        return False
    return len(clause) >= 4 or (said in verbs("ordering") and _bids(said, after))


def _names_only(clause: str, after: str) -> bool:
    """Whether a clause names something and says nothing of it: ``指出下步工作目标任务``."""
    return _SAYS_OF.search(clause) is None and not orders(weak=False).at(after)


def _proposed(after: str) -> bool:
    """Whether an order without 要 stands behind 提出, not what is proposed by name: ``加强…建设``, not ``…的意见``."""
    clause = _CLAUSE_END.split(after, maxsplit=1)[0]
    named = clause.endswith(words("verbs", "proposed"))
    return len(clause) >= _ORDER and not named and bool(orders(weak=False).at(after))


def _bids(said: str, after: str) -> bool:
    """Whether whom a verb orders, be it ever so short, stands right behind it, and a mark: ``勉励大家,一定要…``."""
    return bool(_BIDDEN.match(after) or _BIDDEN_ALL.match(after) or (said == "提醒" and REMINDED.match(after)))


def tells(more: str, after: str) -> bool:
    """Whether words said follow 说 with no mark: ``他说下一步要…``; not ``他说服``, ``他说这话时``."""
    clause = _CLAUSE_END.split(after, maxsplit=1)[0]
    return len(clause) >= 5 and more not in _TALK_STEMS and not clause.startswith(_TALK)


def proposes(plain: str, start: int) -> bool:
    """Whether the words at a place say who must do something."""
    return _PROPOSES.match(plain, start) is not None


def orders_follow(after: str, direct: bool) -> bool:
    """Whether an order, a list or whom one is given begins the words behind a verb."""
    return bool(_ORDERS_FOLLOW[direct].match(after))
