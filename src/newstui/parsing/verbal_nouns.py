"""Verbs that name a thing instead of telling an act: 检查组, 讲话精神, 听取…的汇报."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import late
from newstui.model.people import ROLES
from newstui.parsing import talks, tours
from newstui.parsing.hanzi import is_han
from newstui.parsing.lexicon import either, words
from newstui.parsing.statements import MADE
from newstui.parsing.tours import NOUNS_AFTER, TO_COME
from newstui.parsing.words import begins as word_begins

_NOUN_JOINED: Final = late(rf"(?:{either(words('roles', 'nouns.joined'))})$")
_JOINED_ENDS: Final = frozenset(word[-1] for word in words("roles", "nouns.joined"))
_BIDS: Final = [bid + whom for bid in ("组织", "安排", "邀请", "请") for whom in ("各", "与会", "全体", "参会")]
_NOUN_BEFORE: Final = re.compile(
    either({*words("roles", "nouns.before"), *_BIDS})
    + r"|领学(?<![带率引本]领学)|为(?<!.为)(?:进一步|了|深入|切实|认真|贯彻|加强|落实|推动|全面|扎实|确保|做好)"
)
_LISTENED: Final = late(r"(?:听(?:取|了)|聆听|领学(?<![带率引本]领学))[^并,。;]*$")
_HEARD: Final = frozenset(
    {"报告", "讲座", "演讲", "主旨演讲", "宣讲", "汇报", "工作汇报", "介绍", "通报", "说明", "发言", "解读"}
)
_TAKING_OBJECTS: Final = frozenset(
    {"汇报", "通报", "介绍", "传达", "宣读", "解读", "部署", "安排", "总结", "布置", "述职", "推介"}
)
"""Before a whole word these are acts: 介绍人才政策, not 介绍人."""
_HANDED_ON: Final = frozenset({"传达", "传达学习"})
_TO_THOSE_THERE: Final = late("[向为给对][^,。;]{0,8}人员$")
"""Before what is told to people: 向与会人员传达会议精神."""
_TOLD: Final = frozenset({"汇报", "通报", "介绍", "传达", "宣读", "解读"})
_PUNISHED: Final = late("给予|予以|被|受到|给以|作出|并$")
"""Before 通报批评 as what somebody gets: 给予诫勉谈话并通报批评."""
_TELLS: Final = frozenset({"汇报", "通报", "介绍"})
_OF_STATE: Final = late(r"(?:有关|相关|工作)?情况(?=[,。;]|$)")
"""``并通报情况``: the state of things is what is told."""
_PLAIN_VERB: Final = frozenset(
    {"提出要求", "主持", "主持召开", "出席", "参加", "参与", "列席", "陪同", "莅临", "亲临", "光临", "收听收看", "收看"}
    | {
        verb
        for verb in words("roles", *(f"verbs.{role}" for role in (*ROLES, "other")))
        if verb[0] == "谈" or verb[:2] == "讲了"
    }
)
_HOLDS_OFFICE: Final = late(r"人|正义|公道|公平|[^,。;会]{0,8}工作(?=[,。;、)期的]|$)")
_BY_MEANS: Final = late("(?:以|通过|采取|采用)[^,。;]{0,30}$")
_BY_MEDIUM: Final = late("(?:以|通过|采取|采用)[^,。;]{0,12}(?:方式|形式|视频|连线|网络)$")
"""Right before an act, how it was done: 通过视频方式致辞."""
_FORM: Final = 22
"""So far behind a verb its form is named."""
_OF_FORM: Final = late("[^,。;]{0,20}(?:形式|方式)")
"""Around what names the way it was done: 以专题报告、现场考察等形式."""
_OF_ANOTHER: Final = late("对[^,。;]{1,16}的$")
"""What another has said: 对代表们的发言给予肯定."""
_VISIT_LIST: Final = late(rf"(?:{either(words('roles', 'inspection.tour', 'verbs.inspected'))}|参观|指导)[、和]$")
_ONCE: Final = late("曾(?:经|于|应邀|受邀|多次|[一二两三数]次|先后|在|率|赴|到|来|前往|就|对|陪同|随)")
"""Before what was done at another time: 曾应邀前往考察."""
_TAUGHT: Final = frozenset({"授课", "讲课", "演讲", "宣讲", "主讲"})
"""At the end of their clause these are acts, whatever they go round: 围绕“双碳”授课."""
_TALKED: Final = frozenset({"座谈", "会谈", "会商"})
"""Behind those with whom they are held these are acts: 与某某一行举行工作座谈."""
_RECEIVED: Final = frozenset({"接见", "会见", "会晤", "接待"})
"""Before whom they receive these are acts, however they are done: 亲切接见某某一行."""
_NOT: Final = ("未", "未能", "没有", "没能", "无法", "不能", "无缘")
"""Before a verb of what was not done: 因公未出席."""


def is_noun(plain: str, clause: str, match: re.Match[str], role: str) -> bool:
    """Whether the word names a thing (``检查组``, ``讲话精神``, ``听取…的汇报``) instead of telling an act."""
    verb = match.group()
    end = match.end()
    if plain.find("式", end, end + _FORM) >= 0 and _BY_MEANS.search(clause) and _OF_FORM.match(plain, end):
        return True
    if verb == "主持" and _HOLDS_OFFICE.match(plain, match.end()):
        return True
    if TO_COME.search(clause) or clause.endswith(_NOT) or ("曾" in clause and _ONCE.search(clause)):
        return True
    if verb in _PLAIN_VERB:
        return False
    if verb in _HEARD and _LISTENED.search(clause):
        return True
    told = tours.tells(plain, clause, match) if role == "inspected" else _tells(plain, clause, match)
    return not told if told is not None else _is_thing(plain, clause, match)


def _is_thing(plain: str, clause: str, match: re.Match[str]) -> bool:
    """Whether the words around make the verb a thing: 督导 in ``督导组``, ``加强督导``, ``重要指示``."""
    verb, end = match[0], match.end()
    if plain.startswith("后", end) and talks.were_held(verb, clause):
        return False
    has_object = verb in _TAKING_OBJECTS and plain[end : end + 1] != "会" and word_begins(plain, end) > 1
    is_thing = not has_object and NOUNS_AFTER.at(plain, end) and not plain.startswith(("前来", "前往"), end)
    joined = clause[-1:] in _JOINED_ENDS and not plain.startswith("了", end) and _NOUN_JOINED.search(clause)
    if joined and clause.endswith("人员") and _TO_THOSE_THERE.search(clause):
        joined = None
    held = verb in _TAUGHT or verb == "看望" or (verb in _TALKED and talks.are_held(clause))
    held = held or (verb in _RECEIVED and is_han(plain[end : end + 1]) and plain[end] not in "的和与后时活")
    if is_thing or (joined and not held and not MADE.search(clause)):
        return True
    if _NOUN_BEFORE.search(clause) and not MADE.search(clause) and not _BY_MEDIUM.search(clause):
        return not (verb in _TAUGHT and plain[end : end + 1] in ",。;")
    if clause.endswith(("此次", "本次", "这次", "该次", "上次")):
        return True
    if clause.endswith("的") and _OF_ANOTHER.search(clause):
        return True
    if clause.endswith(("、", "和")) and _VISIT_LIST.search(clause):
        return False
    about = clause.endswith(("的", "重要", "表示", "致以", "和", "、", "关于"))
    return about and (clause.endswith("关于") or not MADE.search(clause))


def _tells(plain: str, clause: str, match: re.Match[str]) -> bool | None:
    """Whether a verb of reporting tells an act, where the words around it decide: ``介绍了``, ``并通报情况``."""
    verb, end = match.group(), match.end()
    if verb == "反馈" and plain.startswith(("问题", "整改"), end):
        return False
    if verb == "通报" and plain.startswith("批评", end) and _PUNISHED.search(clause):
        return False
    if verb in _HANDED_ON and plain.startswith("会议", end):
        return True
    if verb in _TELLS and _OF_STATE.match(plain, end):
        return True
    done = verb in _TOLD and plain.startswith("了", end)
    return True if done else None
