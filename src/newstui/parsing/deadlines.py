"""By when, and how much: ``6月底前``, ``不少于3次``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.outline import Deadline, Quantity
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import where

_NUMBER: Final = r"(?<![\d.])\d[\d,]{0,15}(?:\.\d{1,6})?"
_COUNT: Final = "一二三四五六七八九十百千两半"
_WORDED: Final = rf"(?<![{_COUNT}])[{_COUNT}]{{1,6}}"
_AT_END: Final = (
    r"(?:(?<=[底末])(?=,|要|必须|力争|确保|完成|实现|全[面部]|基本|建成|竣工|开工|投产|投用|达到)"
    r"|(?<=半年)(?=(?:,|要|必须|力争|确保|务必)*(?:全[面部]|基本)?(?:完成|实现|建成|竣工|开工|投产|投用|启用|达到|交付)))"
)
"""A point of time at which something has to be done: 三季度末投产."""
_DEADLINE: Final = late(
    r"(?<![去上前至止])(?:(?P<year>\d{4})年|(?P<this>今年|明年|后年|本年|当年|年内))?"
    rf"(?:(?P<month>\d{{1,2}}|十?[{NUMERALS}])月(?:(?P<day>\d{{1,2}})[日号](?:\d{{1,2}}[时点])?"
    rf"|(?P<third>底|末|中旬|上旬|下旬|初))?|(?P<half>上半年|下半年|年底|年末|年中|年初)"
    r"|第?(?P<quarter>[一二三四])季度)?末?"
    rf"(?:(?P<by>(?:之|以)?前)|{_AT_END})"
    r"|(?P<within>(?:今年|明年|本年度?|本月|下个?月|本周|下周|月|年)(?:底|末)?(?:之|以)?(?:前|内))"
    rf"|(?P<span>(?:{_NUMBER}|{_WORDED})(?:个)?(?:工作日|小时|天|日|周|星期|月|年)(?:之|以)?内)"
    r"|(?P<week>[本这下每]?(?:周|星期)(?P<weekday>[一二三四五六日天])(?:下班|[上中下]午|晚)?(?:之|以)?前)"
    r"|(?P<hour>(?:今晚|当晚|明早|今天|明天|后天|每日|每天)?\d{1,2}[时点](?:之|以)?前)"
    rf"|(?:今年|明年)?“?(?P<event>{either(words('measures', 'events'))})”?(?:节|假期)?"
    r"(?:来临|到来|召开|开始)?(?:之|以)?前"
    r"|(?:(?<![得收达接])到|在(?=\d{4}年(?:底|末)?(?:率先|实现|完成|建成|达到|基本"
    r"|全面)))(?P<until>(?P<then>\d{4})年(?:底|末)?|(?:(?:今|明)年)?年?底)(?=[,、:\u4e00-\u9fff])"
)
_BOUND: Final = late(r"[前内底末到在半](?:(?<=[前内底末])|\d{4}年|(?<=半)年)")
"""One of these stands in every deadline."""
_EVENTS_BEGIN: Final = "".join(sorted({word[0] for word in words("measures", "events")}))
_BEGINS: Final = late(rf"[“\d{_COUNT}今明后本这当每上下年月周星末第到在{_EVENTS_BEGIN}]")
_UNIT: Final = either(words("measures", "units"))
_QUANTITY: Final = late(
    rf"(?:不少于|不低于|不超过|不高于|不得少于|不得超过|不得低于|至少|超过|突破|达到|达|控制在)?"
    rf"(?:{_NUMBER}(?:[十百千万亿]+)?余?(?:%|‰|{_UNIT})|百分之[{_COUNT}零点]{{1,8}})(?:以上|以下|以内|左右)?"
    rf"|(?:不少于|不低于|不超过|至少)[{_COUNT}]{{1,6}}(?:{_UNIT})(?:以上|以下|以内)?"
    rf"|{_WORDED}(?:{_UNIT})(?:以上|以内)"
)
_AMOUNT: Final = late(r"[0-9百以不至](?:(?<=[0-9])|(?<=百)分之|(?<=以)[上下内]|(?<=不)[少低超]|(?<=至)少)")
"""One of these stands in every quantity."""
_LAST_MONTH: Final = {"上半年": 6, "年中": 6, "下半年": 12, "年底": 12, "年末": 12, "一": 3, "二": 6, "三": 9, "四": 12}

_LATEST: Final = date.max - timedelta(days=14)
"""The calendar ends two weeks later."""


def deadline_in(text: str, plain: str, span: Span, published: str | None) -> Deadline | None:
    """The first deadline of a clause; its date where the article's own date makes it certain."""
    if not _BOUND.search(plain, span.start, span.end):
        return None
    for match in where(_BEGINS, _DEADLINE, plain, span):
        sure = len(match[0]) > 2 or match["within"] == "年内" or match[0] in ("年底", "年末")
        if sure and not (match["by"] and len(match[0]) == len(match["by"])):
            found = Span(*match.span())
            return Deadline(found.of(text), found, _date(match, published))
    return None


def quantities_in(text: str, plain: str, span: Span, deadline: Deadline | None) -> tuple[Quantity, ...]:
    """The measured amounts of a clause, a deadline's own number apart."""
    if not _AMOUNT.search(plain, span.start, span.end):
        return ()
    every = [Span(*match.span()) for match in _QUANTITY.finditer(plain, *span)]
    if deadline:
        every = [one for one in every if one.end <= deadline.span.start or deadline.span.end <= one.start]
    return tuple([Quantity(one.of(text), one) for one in every])


def _date(match: re.Match[str], published: str | None) -> str | None:
    """An ISO day, or None: ``6月底前`` in an article of April 2020 is 2020-06-30."""
    today = _day(published)
    if match["week"]:
        return _weekday(match, today)
    year = _year(match, today)
    month = _month(match["month"] or "") or _LAST_MONTH.get(match["half"] or match["quarter"] or "", 0)
    if match["until"]:
        return f"{year}-12-31" if year else None
    if match["within"]:
        this_month = today.month if today and re.match("本?月底?", match["within"]) else 0
        if today and match["within"].startswith("下") and "月" in match["within"]:
            this_month, year = today.month % 12 + 1, today.year + today.month // 12
        month = 12 if not re.search("[月周]", match["within"]) else this_month
    if not year or not 0 <= month <= 12:
        return None
    if not month:
        return f"{year - 1}-12-31" if match["year"] and match["by"] else None
    if today and not match["year"] and not match["this"] and not match["within"] and month < today.month:
        return None
    last = monthrange(year, month)[1]
    day = int(match["day"] or 0) or {"上旬": 10, "中旬": 20, "初": 0}.get(match["third"] or "", last)
    if match["month"] and not match["day"] and not match["third"]:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= last else None


def _weekday(match: re.Match[str], today: date | None) -> str | None:
    """The day of ``本周五下班前``; None for a day gone or of every week."""
    if not today or today > _LATEST or match["week"][0] == "每":
        return None
    week = 7 * (match["week"][0] == "下")
    ahead = "一二三四五六日".find(match["weekday"].replace("天", "日")) - today.weekday() + week
    return str(today + timedelta(days=ahead)) if ahead >= 0 else None


def _month(worded: str) -> int:
    """``10`` and ``十`` are both ten; 0 where there is none."""
    if not worded or worded.isdecimal():
        return int(worded or 0)
    return 10 * ("十" in worded[:-1]) + "零一二三四五六七八九十".index(worded[-1])


def _year(match: re.Match[str], today: date | None) -> int | None:
    """The year of a deadline: written, or that of ``today`` and of 明年 and the like; None where it stays open."""
    if match["year"] or match["then"]:
        return int(match["year"] or match["then"])
    if not today or match["span"] or match["event"] or match["hour"]:
        return None
    later = {"明年": 1, "后年": 2}.get(match["this"] or (match["within"] or (match["until"] or "")[0:2])[:2], 0)
    return today.year + later


def _day(published: str | None) -> date | None:
    """The day on which an article appeared, if it is known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
