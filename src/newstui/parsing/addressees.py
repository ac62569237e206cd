"""Whom an instruction binds, where its own clause says so: ``各级各部门要…``."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.outline import Addressee
from newstui.parsing.imperatives import orders
from newstui.parsing.lexicon import Starts, either, words
from newstui.parsing.text import spanned


def _any(key: str) -> str:
    """A regular expression for any word of a list."""
    return f"(?:{either(words('addressees', key))})"


_LEAD: Final = late(rf"(?:(?:{_any('leads')}|[今明]?年?(?:年|\d{{0,2}}月)底前),?)++")
_HOPES: Final = Starts(("希望", "要求", "鼓励", "号召", "勉励", "建议", "呼吁", "请"))
_HOPE: Final = late("希望|要求|鼓励|号召|勉励|建议|呼吁|请")
_AMID_CLAUSE: Final = late(_any("amid"))
_ADVERB: Final = f"{_any('adverbs')}*"
_ORDERS: Final = rf"{_ADVERB}(?:要|应(?![急用对届邀聘试激变])|必须|须|务必|不得|需要|需|可以|可|能|严禁)"
_AMID: Final = "(?:作为|根据|在|对|从|按照|面对|结合|围绕|以|针对|通过|依托)[^,;。]*?,?"
_MODAL: Final = "(?:都|也|还|一定)*(?:要|应(?![急用对届邀聘试激变])|必须|须|务必|不得)"
_REACH: Final = 40
"""So many characters into a clause its addressee has begun to end."""
_AFTER_HOPE: Final = _any("after_hope")
_ORDER: Final = late(_ORDERS)
_NOBODY: Final = late(
    rf"同(?![学志事])|另?一方面|[与向对他她其能可]|.*?(?:{_any('never')}|(?<!特别)(?<!尤其)是)|.*?[以把].*?[为给]"
    r"|第?[一二三四五六七八九十]、|\d"
)
"""What is a clause, or could not act."""

_SIDES: Final = ("有关方面", "相关方面", "各方面")


@cache
def _noun() -> str:
    begins = either(words("addressees", "begins"))
    known = words("addressees", "ends", "short")
    ends = f"(?=[{''.join({word[0] for word in known})}])(?:{either(known)})"
    who = rf"(?P<who>(?:{begins})(?:[、和与及][^,;。:]{{1,10}}?)?|[^,;。:]{{0,28}}?{ends}(?:\([^)]{{1,8}}\))?)"
    not_a_body = r"(?:组织|服务|管理|宣传|保障)(?:[和、与及]|部门|机构|人员|单位)|建设(?:部|厅|局|系统|主管)"
    longer = r"[^,;。:要应须]{0,8}(?:局|委员会|厅|局长|中心)"
    return rf"{who}(?!{not_a_body}|{longer})"


@cache
def _bodies() -> re.Pattern[str]:
    """What every addressee begins or ends with."""
    return re.compile(either(words("addressees", "begins", "ends", "short")))


@cache
def _before_modal() -> re.Pattern[str]:
    return re.compile(rf"{_noun()}(?={_ORDERS}|{_AMID}{_MODAL}|,{_MODAL})")


@cache
def _before_verb() -> re.Pattern[str]:
    verbs = "|".join(chain.from_iterable(orders(weak=False).values()))
    return re.compile(
        rf"{_noun()}(?={_ORDERS}|{_ADVERB}(?:{verbs}|{_AFTER_HOPE}|负责|牵头|承担|会同)|,(?:越是|一定|{_MODAL}))"
    )


@cache
def _group() -> re.Pattern[str]:
    ends = either(word for word in words("addressees", "ends") if not word.startswith("全"))
    return re.compile(
        rf"(?P<who>[^,;。:]{{0,20}}?(?:{ends}))(?![、和与及的特尤之等以各子局分机部,。;]|广大|班子|{ends})"
    )


@cache
def _acts() -> Starts:
    """What begins with these is no addressee but an order."""
    return Starts(set(words("cues", "imperatives")) - {"团结", "统筹", "全面", "服务", "建设", "发展"})


def addressee_of(text: str, plain: str, span: Span, rule: str) -> Addressee | None:
    """The addressee a clause names before its order, or None; ``rule`` is what made it an instruction."""
    at = _behind_hope(plain, span, rule)
    ordered = at > span.start or not rule.startswith("modal")
    for _ in range(4):
        lead = _LEAD.match(plain, at, span.end)
        at = lead.end() if lead else at
        found = _named(text, plain, at, span.end, ordered)
        comma = plain.find(",", at, span.end)
        if found or comma < 0 or _begins_order(plain, at, span.end):
            return found
        if ordered and not _AMID_CLAUSE.match(plain, at):
            return None
        at = comma + 1
    return None


def _behind_hope(plain: str, span: Span, rule: str) -> int:
    """Where what is hoped begins, or the clause where it tells of no hope."""
    if rule == "modal-希望":
        hope = _HOPE.search(plain, *span)
        return hope.end() if hope else span.start
    return span.start + len(_HOPES.at(plain, span.start, span.end))


def _begins_order(plain: str, at: int, end: int) -> bool:
    if _ORDER.match(plain, at, end):
        return True
    return bool(orders().at(plain, at, end)) and not _AMID_CLAUSE.match(plain, at, end)


def _named(text: str, plain: str, start: int, end: int, ordered: bool) -> Addressee | None:
    if not _bodies().search(plain, start, min(end, start + _REACH)):
        return None
    match = (_before_verb() if ordered else _before_modal()).match(plain, start, end)
    if not match and ordered:
        match = _group().match(plain, start, end)
    if not match or _is_nobody(match["who"]):
        return None
    found = spanned(match, "who")
    return Addressee(found.of(text), found)


def _is_nobody(who: str) -> bool:
    if _acts().at(who) and not who.startswith(("全体", "学习教育", "基于")):
        return True
    return _NOBODY.match(who) is not None or (who.endswith("方面") and not who.endswith(_SIDES))
