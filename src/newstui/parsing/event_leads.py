"""What stands before the name of an event and is no part of it: days, who held it, how it was."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import late
from newstui.parsing.hanzi import NUMERALS
from newstui.parsing.lexicon import either, words

_TIME: Final = re.compile(
    r"(?:(?:\d{4} ?年)? ?\d{1,2} ?月 ?\d{1,2} ?[日号]?(?:至|-|—|~)?(?:\d{1,2}[日号])?|\d{1,2}日|[今昨近]日"
    r"|今天|昨天|日前|近日)?(?:上午|下午|晚上?|中午)?\s*"
)
_OWN: Final = "校|院|市|县|区|省|局|厅|司|所|公司|单位|镇|乡|村|街道|社区"
_PARTNERS: Final = either((*words("organs", "kinds"), "学校", "政府", "协会"))
_HOSTED: Final = "主办|承办|协办|举办|组织|召集|参加|发起|牵头|主持"
_LEADS: Final = (
    *("—+", r"\s", "了", "为此", "据悉", "随后", "期间", "会后", "当天", "当日", "同日"),
    r"\([^()\n]{0,20}(?:记者|通讯员)[^()\n]{1,20}\)",
    "本(?:报讯|网讯|台讯|站讯|刊讯|校讯)",
    r"第\w环节",
    rf"[我本该](?:{_OWN})(?:[与和同][^,。;的“()]{{2,24}}?(?:{_PARTNERS})(?=[^,;]{{2,10}}仪式))?",
    r"[我该](?:中心|处|科|馆|社|会|部|队|厂|矿|行|站|团)(?=[\d第首“])",
    *(rf"{ours}(?=(?:19|20)\d\d[年学])" for ours in "校院系"),
    rf"(?:学校|学院|医院|公司|集团|全校|全院)(?=\d|首届|第?[{NUMERALS}]|[上下]半年)",
    "了?[前首]?[一两二三四五六七八九十多几数]+[次场堂节](?!会)",
    "(?:今年|本[学年月季]期?度?)?第\\w{1,3}场(?=“)",
    "第?一期(?=“)",
)
_LEADING: Final = re.compile(f"(?:{'|'.join(_LEADS)})+")
_LONG_LEADS: Final = (
    r"与[^,。;的“()]{2,30}\([^()\n]{2,20}\)",  # 与青石大学(以下简称“青大”)
    r"[^,。;“]{2,60}\((?:以下|下)?简称[^()\n]{1,20}\)(?=“|\d{4}年|第)",
    "(?:以|主题为)(?:“[^”]{1,40}”|《[^》]{1,40}》)为(?:主题|题|主线)的",
    "(?:为期|历时)[^,。的]{1,4}的",
    rf"(?:{either(words('meeting', 'before.qualities'))})[^,。的“]{{0,10}}的",
    "[^,。;“的]{2,12}一场(?=[^,。;“的]{2,10}的)",
    "[^,。;“]{2,24}(?:时刻|盛事|喜讯|盛会|日子)—+",
    "本学?[期年月季]度?的",
    "我国[^,。;的“]{2,14}的",
    "[^,。;的“]{2,70}(?:主办|承办|协办|联办|支持|指导|参[加与])的",
    "[^,。;的“]{2,50}(?:主办|承办|举办|举行|召开)(?=以“[^”]{1,40}”为主题的)",
    "(?:主题|题目?|名)为(?:“[^”]{1,40}”|《[^》]{1,40}》)的",
    rf"[由有][^,。;]{{2,60}}?(?:{_HOSTED})的",
    "在[^,。;的]{2,20}?(?:举行|召开|举办)的",
    "[^,。;的“]{2,20}后的(?=首)",
    "[^,。;的由在]{2,24}(?:在[^,。;的]{2,20}?)?(?:举行|召开|举办|开展|组织)的",
)
_LONG_LEADING: Final = late(f"(?:{'|'.join(_LONG_LEADS)})+")
_LONG_SIGNS: Final = frozenset("的(—")
"""One of these stands in each of the long ones."""
_ROUNDS: Final = 2
"""So often a day and what else leads may take turns."""


def passed(plain: str, start: int, end: int) -> int:
    """Where a name begins once all that leads is passed: at 表彰大会 of 4月17日,我校隆重举行的表彰大会."""
    is_long = not _LONG_SIGNS.isdisjoint(plain[start:end])
    leads = (_TIME, _LEADING, _LONG_LEADING) if is_long else (_TIME, _LEADING)
    for _ in range(_ROUNDS):
        before = start
        for lead in leads:
            match = lead.match(plain, start, end)
            start = match.end() if match else start
        if start == before:
            break
    return start


def is_dated(plain: str, start: int, end: int) -> bool:
    """Whether a stretch begins with a day."""
    told = _TIME.match(plain, start, end)
    return told is not None and bool(told[0])
