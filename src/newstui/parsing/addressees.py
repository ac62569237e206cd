"""Whom an instruction binds, where its own clause says so: ``各级各部门要…``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import HERE, late
from newstui.model.outline import Addressee
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.imperatives import orders
from newstui.parsing.lexicon import Starts, either, words


def _any(key: str) -> str:
    """A regular expression for any word of a list."""
    return f"(?:{either(words('addressees', key))})"


_LEAD: Final = late(rf"(?:(?:{_any('leads')}|[今明]?年?(?:年|\d{{0,2}}月)底前),?)++")
_LEAD_BEGINS: Final = frozenset((*"今明年月0123456789", *(word[0] for word in words("addressees", "leads"))))
"""The first letters of all that."""
_HOPING: Final = ("希望", "要求", "鼓励", "号召", "勉励", "建议", "呼吁", "请")
_HOPES: Final = Starts(_HOPING)
_HOPE: Final = late("|".join(_HOPING))
_AMID_CLAUSE: Final = late(_any("amid"))
_TIME: Final = (
    r"[在于]?(?:[今明]年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|末|[上中下]旬)?|[年月]底|年末)(?:之|以)?前"
    r"|年内|每(?:[月周年日天季]度?|半年)"
)
_ADVERBS: Final = f"(?:{_any('adverbs')}|{_TIME})*"
_ORDERS: Final = rf"{_ADVERBS}(?:要|应(?![急用对届邀聘试激变])|必须|须|务必|不得|需要|需|可以|可|能|严禁)"
_AMID: Final = "(?:作为|根据|在|对|从|按照|面对|结合|围绕|以|针对|通过|依托)[^,;。]*?,?"
_MODAL: Final = "(?:都|也|还|一定)*(?:要|应(?![急用对届邀聘试激变])|必须|须|务必|不得)"
_PURPOSE: Final = late(
    "为(?:进一步|切实|更好|有效)?(?:确保|保障|推动|推进|加快|加强|落实|做好|抓好|防止|防范|避免|实现|完成|贯彻|提高|提升)|为了"
)
"""A clause that tells what for, and others behind it, before who has to do something is named."""
_REACH: Final = 28
"""So many characters into a clause its addressee has begun to end."""
_JOINED: Final = 10
"""So long may be what is joined to a whole addressee."""
_ORDER: Final = late(_ORDERS)
_ORDERS_AT_ONCE: Final = late(f"{HERE}(?:要|应(?![急届用聘征邀城县]))")
"""Begins an order that names nobody."""
_AFTER: Final = late(rf"{_AMID}{_MODAL}|,{_MODAL}|是[^,;。]{{2,20}},{_MODAL}|牵头,|配合,")
"""The same behind a circumstance or a comma, what somebody is, or that they lead."""
_AFTER_COMMA: Final = late(rf",(?:越是|一定|{_MODAL})")
_ADVERB: Final = late(f"{_any('adverbs')}|{_TIME}")
_TAKES_ON: Final = (*words("addressees", "after_hope"), "负责", "牵头", "承担", "会同")
"""What one who is addressed does, beside the verbs of orders."""
_JUDGEMENT: Final = late(
    "[^,;。要应须]{4,30}(?:(?:依然|仍然|仍|十分|非常|尤为)[^,;。要应须]{1,8}|(?<![于但还而只总正就若要])是(?!否)[^,;。]{2,40}),"
)
"""What is to be done only told of, and what it is: 开展合作是难得的机遇."""
_LED_BY: Final = late("[,;]由(?=[^,;。]{2,20}?(?:牵头|负责|承担))")
"""Before who is to lead what is ordered: 要加强领导,由县领导牵头."""
_LED: Final = late("牵头|负责(?!人|同志)|承担")
_ABOVE_ALL: Final = (",特别是", ",尤其是", ",特别", ",尤其")
"""Before those among many who are meant above all."""
_BRACKETS: Final = late(r"\([^)]{1,8}\)")
_NO_BODY: Final = late(
    r"(?:组织|服务|管理|宣传|保障)(?:[和、与及]|部门|机构|人员|单位)|建设(?:部|厅|局|系统|主管)"
    r"|[^,;。:要应须]{0,8}(?:局|委员会|厅|局长|中心)"
)
"""Goes on as the name of something longer."""
_STOPS: Final = frozenset(",;。:")
_NOBODY: Final = late(
    rf"同(?![学志事])|另?一方面|[与向对他她其能可]|.*?(?:{_any('never')}|(?<!特别)(?<!尤其)是)|.*?[以把].*?[为给]"
    rf"|第?[{NUMERALS}]、|\d"
)
"""What is a clause, or could not act."""

_NO_HEADS: Final = frozenset("与向对他她其能可")
"""Heads none of them."""
_THOUGH: Final = ("全体", "学习教育", "基于")
"""Addressees may begin so, though orders do."""
_SIDES: Final = ("有关方面", "相关方面", "各方面")


@cache
def _begins() -> Starts:
    """Whole addressees."""
    return Starts(words("addressees", "begins"))


@cache
def _nouns() -> Starts:
    """What the noun phrase of an addressee ends with."""
    return Starts(words("addressees", "ends", "short"))


@cache
def _group() -> re.Pattern[str]:
    """A body or a group, up to the word such names end in."""
    ends = either(word for word in words("addressees", "ends") if not word.startswith("全"))
    return re.compile(
        rf"(?P<who>[^,;。:]{{0,20}}?(?:{ends}))(?![、和与及的特尤之等以各子局分机部,。;]|广大|班子|{ends})"
    )


@cache
def _acts() -> Starts:
    """What begins with these is no addressee but an order."""
    return Starts(set(words("cues", "imperatives")) - {"用", "团结", "统筹", "全面", "服务", "建设", "发展"})


def addressee_of(text: str, plain: str, span: Span, rule: str) -> Addressee | None:
    """The addressee a clause names before its order, or who is to lead what it orders; None for nobody.

    ``rule`` is what made it an instruction.
    """
    found = _addressed(text, plain, span, rule)
    if found and plain.endswith(_ABOVE_ALL, span.start, found.span.start):
        return _with_all(text, plain, span.start, found)
    if found is None and plain.find("由", *span) >= 0 and (led := _LED_BY.search(plain, *span)):
        stop = next((at for at in _ends(plain, led.end(), span.end) if _LED.match(plain, at, span.end)), None)
        who = Span(led.end(), stop) if stop else None
        return Addressee(who.of(text), who) if who and not _is_nobody(who.of(plain)) else None
    return found


def _with_all(text: str, plain: str, floor: int, found: Addressee) -> Addressee:
    """An addressee with all those it stands above: 各镇干部,特别是主要领导."""
    comma = plain.rfind(",", floor, found.span.start)
    start = max(floor, *(plain.rfind(mark, floor, comma) + 1 for mark in ",;。:")) if comma > floor else comma
    if start >= comma or comma not in _ends(plain, start, comma) or _is_nobody(plain[start:comma]):
        return found
    whole = Span(start, found.span.end)
    return Addressee(whole.of(text), whole)


def _addressed(text: str, plain: str, span: Span, rule: str) -> Addressee | None:
    """The addressee before an order."""
    at, (start, end) = _behind_hope(plain, span, rule), span
    ordered = at > start or not rule.startswith("modal")
    purpose = plain.startswith("为", at) and _PURPOSE.match(plain, at, end) is not None
    for _ in range(4):
        lead = _LEAD.match(plain, at, end) if plain[at : at + 1] in _LEAD_BEGINS else None
        at = lead.end() if lead else at
        if not purpose and _ORDERS_AT_ONCE.match(plain, at):
            return None
        found = _named(text, plain, at, end, ordered)
        comma = plain.find(",", at, end)
        if found or comma < 0 or (not purpose and _begins_order(plain, at, end)):
            return found
        if ordered and not purpose and not _AMID_CLAUSE.match(plain, at):
            return None
        at = comma + 1
    return None


def _behind_hope(plain: str, span: Span, rule: str) -> int:
    """Where what is hoped begins, or the clause where it tells of no hope."""
    if rule == "modal-希望":
        hope = _HOPE.search(plain, *span)
        return hope.end() if hope else span.start
    start, end = span
    return start + len(_HOPES.at(plain, start, end))


def _begins_order(plain: str, at: int, end: int) -> bool:
    """Whether words of an order stand at a place, and no judgement or mid-clause words."""
    if _ORDER.match(plain, at, end):
        return True
    if plain.find(",", at, end) >= 0 and _JUDGEMENT.match(plain, at, end):
        return False
    return bool(orders().at(plain, at, end)) and not _AMID_CLAUSE.match(plain, at, end)


def _named(text: str, plain: str, start: int, end: int, ordered: bool) -> Addressee | None:
    """Who has to act, named in a stretch before what is ``ordered``, or before what others are told."""
    follows = _ordered if ordered else _told
    if plain.startswith("“", start):
        return _quoted(text, plain, Span(start, end), follows)
    ends = [] if _orders(plain, start, end) else list(_ends(plain, start, end))
    if not ends:
        return None
    stop = next((at for at in ends if not _NO_BODY.match(plain, at, end) and follows(plain, at, end)), None)
    if stop is None and ordered and (match := _group().match(plain, start, end)):
        stop = match.end()
    if stop is None or _is_nobody(plain[start:stop]):
        return None
    found = Span(start, stop)
    return Addressee(found.of(text), found)


def _quoted(text: str, plain: str, span: Span, follows: Callable[[str, int, int], bool]) -> Addressee | None:
    """A body whose name stands in quotes."""
    close = plain.find("”", span.start, min(span.end, span.start + _REACH))
    if close < 0 or close not in _ends(plain, span.start + 1, span.end) or not follows(plain, close + 1, span.end):
        return None
    inside = Span(span.start + 1, close)
    return Addressee(inside.of(text), inside)


def _orders(plain: str, start: int, end: int) -> bool:
    """Whether a clause begins with an order or with a letter that heads no addressee."""
    if plain[start : start + 1] in _NO_HEADS:
        return True
    return bool(_acts().at(plain, start, end)) and not plain.startswith(_THOUGH, start, end)


def _ends(plain: str, start: int, end: int) -> Iterator[int]:
    """Where an addressee that starts here may end: a whole one, with what is joined to it or without, or a noun."""
    whole = start + len(_begins().at(plain, start, end))
    if whole > start:
        if plain.startswith(("、", "和", "与", "及"), whole, end):
            for at in range(whole + 1, min(end, whole + 1 + _JOINED)):
                if plain[at] in _STOPS:
                    break
                yield at + 1
        yield whole
    nouns = _nouns()
    for at, letter in enumerate(plain[start : min(end, start + _REACH + 1)], start):
        for word in nouns.get(letter, ()):
            if plain.startswith(word, at, end):
                stop = at + len(word)
                if plain.startswith("(", stop) and (bracket := _BRACKETS.match(plain, stop, end)):
                    yield bracket.end()
                yield stop
        if letter in _STOPS:
            break


def _told(plain: str, at: int, end: int) -> bool:
    """Whether 要 and its like follow, perhaps behind a circumstance."""
    return bool(_ORDER.match(plain, at, end) or _AFTER.match(plain, at, end))


def _ordered(plain: str, at: int, end: int) -> bool:
    """Whether 要 and its like follow, or what an order begins with."""
    if _ORDER.match(plain, at, end) or _AFTER_COMMA.match(plain, at, end):
        return True
    while not (_takes_on(plain, at, end) or orders(weak=False).at(plain, at, end)):
        adverb = _ADVERB.match(plain, at, end)
        if not adverb:
            return False
        at = adverb.end()
    return True


def _takes_on(plain: str, at: int, end: int) -> bool:
    """Whether somebody is to lead or to bear something: ``负责…``, not ``负责人``."""
    return plain.startswith(_TAKES_ON, at, end) and not plain.startswith(("负责人", "负责同志"), at)


def _is_nobody(who: str) -> bool:
    """Whether words name nobody who can be told to act: those whose words are told, a field of work."""
    if who.endswith(("总书记", "全部")):  # whose words are told of; how much
        return True
    if who.endswith("方面") and not who.endswith(_SIDES):
        return True
    return _NOBODY.match(who.replace("主要", "").replace("我们党", "")) is not None
