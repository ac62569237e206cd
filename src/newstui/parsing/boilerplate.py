"""What a site puts around a report: navigation above it, links, buttons and notices below it."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters
from typing import Final

from newstui.model.article import Span
from newstui.model.late import HERE, late
from newstui.parsing.dates import first_date
from newstui.parsing.hanzi import LETTER
from newstui.parsing.labels import is_noise
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import LINES

_PATH: Final = re.compile(
    rf"[\W_]{{0,4}}(?:{either(words('header', 'navigation.paths'))})\s*[:】是在]"
    r"|(?:首页|主页|网站首页)\s*[>/»·\s]|\d{1,2}\.\s*[^。]{1,60}/$"
)
_STEPS: Final = late(r"[^>]>>[^>]|(?:>[^>]{1,15}){2,}|^[^>]{2,12} > [^>]{2,12}$")
_PAPERS: Final = late(r"(?:《[^《》\n]{2,12}[报刊版]》\s*)+")
"""The papers of a house, one beside the other."""
_BOARDS: Final = words("header", "navigation.boards")
_LINK: Final = late(r"^[^。]{1,20}>$")
_MENU: Final = late(r"^[^。,;:]{1,12}(?:\s*[|/]\s*[^。,;:|/]{1,12}){3,}$")
_ENTRIES: Final = 6
"""A menu set apart by gaps alone has more entries."""
_SPACED_MENU: Final = late(rf"{LETTER}{{2,6}}(?:\s+{LETTER}{{2,6}}){{{_ENTRIES},}}")
_CHANNELS: Final = words("header", "navigation.channels")
_ROW_OF_CHANNELS: Final = late(rf"(?:(?:{either(_CHANNELS)})[\s|]*){{5,}}")
_LISTED: Final = re.compile(r"^[-–•·*]\s*[^。,]{1,10}$")
"""An entry of a menu that stands line by line."""
_GREETING: Final = late(
    r"^\W*欢迎(?:关注|订阅)[^。;,]{1,20}$|^\W*(?:您好\W*)?欢迎(?:您?(?:来到|访问|光临|浏览|进入|莅临|登录)|您)"
    rf"[^。;,]{{0,24}}(?:{either(words('header', 'navigation.hosts'))})\W*$"
)
_SKIP: Final = re.compile(
    r"返回\s+[^。,]{1,14}$|点击右上角|(?:登录名|用户名|账号)\s*:|请使用浏览器|[^。,]{0,12}(?:点击|扫描|扫码)[^。,]{0,8}下载$|跳[转至到过](?:[至到过])?[^。,]{1,14}$|视频播放位置|马上注册,结交|您需要\s*登录\s*才可以"
    r"|\W*(?:本条信息|本文章?|该信息|已)[^。,\d]{0,3}(?:查看|浏览|阅读|点击)[^。,\d]{0,2}\d+|本篇?文章?[^。,\d]{0,4}\d+字"
    r"|[^。,]{0,40}(?:(?:https?://|www\.)[\w./-]+$|(?:热线|邮箱|电话)\s*:\s*[\w@.-]{6})"
)
"""Links to parts of the page, counters in words, addresses of sites and how they are called."""
_PLAYER: Final = re.compile(r"Flash\s*(?:Player|播放器)\W*$|浏览器.{0,6}(?:不支持|版本过低)|支持\s*IP[vV]6$")
"""What a page wants of the reader's program."""
_LICENCE: Final = late(r"信息服务许可证|信息服务业务的网站")
_HOME: Final = either(words("header", "navigation.home"))
_CHANNEL: Final = re.compile(rf"^(?:【[^】]{{2,8}}】|[^。,;:]{{0,12}}(?:{_HOME}))$")
_AFTER: Final = late(rf"^[\W_]{{0,3}}(?:{either(words('header', 'after.lines'))})(?=$|[\W_\d]|[^。]{{0,14}}$)")
_AT_END: Final = re.compile(
    rf"(?:相关(?:新闻|阅读|链接|报道|专题|文章)|(?:推荐|延伸)阅读)\s*:?\s*$|[【\[]\s*(?:打印|关闭|返回){LETTER}{{0,4}}\s*[】\]]$"
)
_TAIL: Final = 40
"""How far before the end of a line that may stand."""
_OTHERS: Final = re.compile(
    r"\W{0,3}(?:相关|热门|最新|更多|推荐|延伸|猜你|精彩)?(?:新闻|阅读|报道|文章|链接|专题|资讯)?(?:推荐|喜欢|链接|阅读|新闻)\W{0,2}$"
)
"""A line that is nothing but the head of a list of other reports."""
_COUNTER: Final = late(r"^[\d\s]*条(?:记录|评论)|^\d+\s*/\s*\d+\s*页?$|^第\s*\d+\s*页$|^[-—]\s*\d+\s*[-—]$")
_ISSUE: Final = late(
    r"^(?:PDF)?[\s«»]*(?:[上下]一版|本期共|当前版面?)\W|^.{0,24}总第\s*\d+\s*期"
    r"|^\S{2,12}\s+\d{4}\s*年?\s*第?\s*\d+\s*期"
    r"|^(?:总?第?\s*\d+\s*期\s*)?[/|\s]*(?:第?\s*[A-Z]?\d+\s*版)[:\s\w·()]{0,16}$"
)
"""The number of a paper's issue and page."""
_RIGHTS: Final = r".{0,40}(?:转载|注明|出处|联系|责任|所有|立场|删除|观点)"
_NOTICE: Final = re.compile(
    "|".join(word + _RIGHTS for word in ("未经", "转载", "版权", "授权", "侵权", "不代表本", "原创"))
    + "|蓝字.{0,4}关注|点击上方"
)
_IMPRINT: Final = late(
    r"备(?<=[ICP]{3}备)|ICP证|[Cc]opy\s?[Rr]ight\W|All Rights Reserved|网安备|信息服务许可证|/enpproperty"
)
_MAKERS: Final = late(
    rf"{HERE}(?:主\s*办\s*:.*承\s*办|技术支持|地址|邮编|广告联系电话|广告热线|广告电话|新闻报料|新闻热线|报料热线|报料电话)\s*:"
)
"""What the law and the makers of a site want at its foot."""
_RECORD: Final = late(r"/enpproperty")
_LONG_NOTICE: Final = late(
    r"\W{0,3}(?:(?:免责|版权|特别|郑重)?声明|本文(?:系|由|为|来源|转载|章)|本(?:站|网|公众号|平台)"
    r"|以上(?:内容|文章|图文)|凡本|文章来源|来源).{0,80}(?:版权|转载|侵权|原作者|立场|删除)"
)
_SITES: Final = words("header", "navigation.sites")
_IN_SITES: Final = frozenset(f"{ascii_letters}·—- ")
"""What stands before these beside Chinese letters."""
_LONGEST_SITE: Final = 16
_PROVINCES: Final = words("places", "provinces")
_AGENCY: Final = late(rf"^(?:{either(words('header', 'agencies.names'))})[·-]?(?:{either(_PROVINCES)})$")
"""The name of an agency of a province: ``中新网云南``."""
_CHINESE: Final = re.compile(LETTER)
_FORMER_TITLE: Final = late(r"\(?原标?题(?:为|是)?[:《“]")
"""Opens the line that quotes the headline of the outlet a report was taken from."""
_HEAD: Final = 12
"""How many lines from the top navigation is looked for."""


def above(plain: str, lines: tuple[Span, ...]) -> int:
    """How many of the first lines are navigation: all down to the last path above the report, then menus."""
    rows = lines[:_HEAD]
    report = next((number for number, line in enumerate(rows) if is_report(plain, line)), len(rows))
    paths = [number for number, line in enumerate(rows[:report]) if _is_path(plain, line)]
    if paths and paths[-1] == report - 1 and first_date(plain, *rows[report - 1]):
        return 0  # outlet and day behind the path: a header line below its headline
    skipped = paths[-1] + 1 if paths else 0
    while skipped < len(lines) - 1 and _stands_above(lines[skipped].of(plain)):
        skipped += 1
    begin = skipped
    while begin < len(lines) - 1 and is_clutter(plain, lines[begin]) and not _LISTED.search(lines[begin].of(plain)):
        begin += 1
    listed = begin
    while listed < len(lines) - 1 and _LISTED.search(lines[listed].of(plain)):
        listed += 1
    return listed if listed - begin > 2 else skipped


def _stands_above(words_of: str) -> bool:
    """Whether a line only stands above a report: a menu, what the page wants of the reader's program, a licence."""
    licence = "信息服务" in words_of and _LICENCE.search(words_of)
    return _is_menu(words_of) or bool(licence or _PLAYER.search(words_of))


def is_former_title(plain: str, start: int = 0) -> bool:
    """Whether a headline of another outlet is quoted from here on: ``原标题:…``, ``(原题为《…》)``."""
    return plain.startswith(("原", "("), start) and _FORMER_TITLE.match(plain, start) is not None


def _is_path(plain: str, line: Span) -> bool:
    """Whether a line is a path such as ``首页 > 新闻中心 > 正文``."""
    words_of = line.of(plain)
    return len(words_of) < 80 and bool(_PATH.match(words_of) or (">" in words_of and _STEPS.search(words_of)))


def is_issue(plain: str, line: Span) -> bool:
    """Whether a line is the number of a paper's issue and page: ``当前版:02版``."""
    words_of = line.of(plain)
    return ("版" in words_of or "期" in words_of) and _ISSUE.match(words_of) is not None


def is_site(plain: str, line: Span) -> bool:
    """Whether a line is the name of an outlet or a column and nothing else: ``某某日报``, ``媒体中心``."""
    return names_site(line.of(plain))


def names_site(words_of: str) -> bool:
    """Whether some words are the name of an outlet or a column."""
    if words_of.endswith(_SITES):
        fronts = (words_of[: -len(site)] for site in _SITES if words_of.endswith(site))
        if any(len(front) <= _LONGEST_SITE and all(map(_is_in_site, front)) for front in fronts):
            return True
    return words_of.endswith(_PROVINCES) and _AGENCY.match(words_of) is not None


def _is_in_site(letter: str) -> bool:
    """Whether a letter may stand in the name of an outlet."""
    return "\u3400" <= letter <= "\u9fff" or letter in _IN_SITES


def _is_link(plain: str, line: Span) -> bool:
    """Whether a line is a link onwards: ``更多 >``."""
    return plain[line.end - 1] == ">" and _LINK.search(line.of(plain)) is not None


def is_furniture(plain: str, line: Span) -> bool:
    """Whether a line near the title belongs to the site: an outlet, or what is_clutter says."""
    return is_site(plain, line) or is_clutter(plain, line)


def _is_menu(words_of: str) -> bool:
    """Whether a line is a row of entries with bars or gaps between, or of sites."""
    if words_of.startswith(_CHANNELS) and _ROW_OF_CHANNELS.fullmatch(words_of):
        return True
    if "|" not in words_of:
        spaced = len(words_of.split()) > _ENTRIES and _SPACED_MENU.fullmatch(words_of) is not None
        return spaced or ("/" in words_of and bool(_MENU.match(words_of)))
    entries = [entry.strip() for entry in words_of.split("|") if entry.strip()]
    return bool(_MENU.match(words_of)) or (len(entries) > 2 and any(map(names_site, entries)))


def _is_imprint(words_of: str) -> bool:
    """Whether a line is one of those at the foot of a site: its licence, its makers, its address."""
    return bool(_IMPRINT.search(words_of) or _MAKERS.match(words_of))


@lru_cache(LINES)
def is_clutter(plain: str, line: Span) -> bool:
    """Whether a line near the title can only be the site's: a path, a menu, a button, a greeting, a word in Latin."""
    words_of = line.of(plain)
    pieces = words_of.split()
    button = bool(_NOTICE.search(words_of) or is_issue(plain, line)) or (
        max(map(len, pieces), default=99) <= 12 and all(_AFTER.match(piece) or is_noise(piece) for piece in pieces)
    )
    named = _is_path(plain, line) or _is_link(plain, line) or bool(_CHANNEL.match(words_of))
    welcomed = "欢迎" in words_of and _GREETING.match(words_of) is not None
    greeting = welcomed or bool(_SKIP.match(words_of)) or _stands_above(words_of)
    listed = bool((words_of[0] == "《" and _PAPERS.fullmatch(words_of)) or words_of.startswith(_BOARDS))
    return button or named or greeting or listed or not _CHINESE.search(words_of)


@lru_cache(LINES)
def is_after(plain: str, line: Span) -> bool:
    """Whether a line opens what stands below a report: ``相关新闻``, ``上一篇:…``, a notice of rights."""
    words_of = line.of(plain)
    if len(words_of) >= 80:
        return bool(_LONG_NOTICE.match(words_of)) or ("。" not in words_of and _is_imprint(words_of))
    if _NOTICE.search(words_of) or _is_imprint(words_of) or is_former_title(words_of):
        return True
    return not words_of.endswith("。") and bool(_AFTER.search(words_of) or _COUNTER.search(words_of))


def below(plain: str, lines: tuple[Span, ...], first: int) -> int:
    """The number of the line from which on everything is boilerplate; the number of lines where nothing is.

    A report does not end before half of its words: share buttons also stand above it.
    """
    end = _cut(plain, lines, first)
    for number in range(end - 1, first, -1):
        if is_after(plain, lines[number]):
            end = number
        elif is_report(plain, lines[number]):
            break
    return end


def _cut(plain: str, lines: tuple[Span, ...], first: int) -> int:
    """Where other reports begin under a head of their own, in the second half of a text; else the number of lines."""
    middle = (lines[first].start + lines[-1].end) // 2 if first < len(lines) else 0
    rows = ((number, lines[number]) for number in range(first + 1, len(lines)) if lines[number].start > middle)
    return next((number for number, row in rows if _OTHERS.match(plain, row.start, row.end)), len(lines))


def is_record(plain: str, line: Span) -> bool:
    """Whether a line is what the makers of a paper's pages left of an article: day, page, paper, file, title."""
    return bool(_RECORD.search(line.of(plain)))


@lru_cache(LINES)
def is_report(plain: str, line: Span) -> bool:
    """Whether a line is a paragraph of a report rather than a link, a button or a notice."""
    words_of = line.of(plain)
    if len(words_of) <= 45 or (words_of[-1] == ")" and "。" not in words_of):
        return False
    return words_of.rstrip("”’\"' ")[-1:] in "。!?…)" and not is_after(plain, line)


def tail_label(plain: str, line: Span) -> int:
    """Where a label such as ``相关阅读:`` hangs at the end of a line, else the end of the line."""
    match = _AT_END.search(plain, max(line.start, line.end - _TAIL), line.end)
    return match.start() if match else line.end
