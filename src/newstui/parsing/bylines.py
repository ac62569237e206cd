"""Names that are nobody's part in the report: bylines, fixed phrases, titles of books."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import lexicon
from newstui.parsing.candidates import Candidate
from newstui.parsing.hanzi import LETTER

_SIGNED: Final = late(rf"[。!?]? *\((?:{LETTER}{{2,4}}[ 、,]+)*$")
_END: Final = late(rf"(?:[ 、,]+{LETTER}{{2,4}})*\)[ 。]*(?:\n|$)")
_PICTURED: Final = late(" ?(?:/?摄|摄影|供图|/图|/文|图/|文/)(?!影展|影师)")
_PICTURED_BEGINS: Final = frozenset(" /摄供图文")
_SENT: Final = ("供稿(", "来稿(", "网(", "在线(", "讯(", "报(", "电(", "社(")
"""Before who sent a report in: 青石在线(王某)."""
_NEAR: Final = 12
"""So near before it may open the bracket in which a name signs."""
_FAR: Final = 60
"""So far before it, on its line, stands what a name is credited with."""
_TOLD: Final = late(" ?(?:说|表示|在)")
"""What follows a reporter who is part of the report."""
_NAMED_AFTER: Final = frozenset("班奖杯号岗队团日室课站")
"""What a group or a prize is called by somebody's name in quotation marks: “方某班”."""
BOOK: Final = re.compile(r"《[^《》\n]{0,80}》")


@cache
def _fixed() -> re.Pattern[str]:
    """What goes on behind a name that is part of a thing: 某某思想, 某某纪念馆."""
    things = lexicon.either(lexicon.words("given_context", "fixed"))
    fields = f"新时代{LETTER}{{0,12}}|生态文明|强军|外交|经济|法治|文化|教育|党建|军事|哲学|建党|科技"
    return re.compile(
        rf"(?:同志)?(?:为核心|为总书记的|为代表的)|(?:{fields})?思想(?!政治|汇报|工作|上|认识)|(?:{things})"
        r"|(?:教育|文学|书法|美术|艺术|生平|事迹|文化|历史)+(?:馆|园|中心|展)"
        r"|(?:慈善|公益|教育|医学|科学|科技|文化|艺术|体育|法学|法律|环保|农业|奖励|发展|青年|学术|研究|专项)*"
        r"(?:基金会?|奖学金|奖教金|助学金)"
        r"|(?:党员|劳模|职工|技能|大师|名师|名医|科技|调解|示范|创新|创业|志愿)+(?:工作室|工作站|服务队|岗|基地)"
        rf"|[与和及]{LETTER}{{2,8}}纪念馆"
    )


@cache
def _fixed_begins() -> frozenset[str]:
    """The first letters of all that."""
    things = {word[0] for word in lexicon.words("given_context", "fixed")}
    fields = "新生强外经法文教党军哲建科思书美艺事历慈公医体环农奖发青学研专"
    return frozenset((*things, *fields, *"同为劳职技大名调示创志基助与和及"))


@cache
def _before() -> re.Pattern[str]:
    """A byline up to the name: the outlet, what the writer is called, others before in the list."""
    every = lexicon.words("given_context", "bylines")
    words = lexicon.either([word for word in every if len(word) > 1])
    letters = "".join(word for word in every if len(word) == 1)
    labels = f"(?:(?:{words})[:/ ]*|[{letters}][:/ ]+)"
    outlet = f"本报|本网|本台|本刊|本站|新华社|中新社|{LETTER}{{0,8}}(?:报|网|社|台|传媒|融媒|客户端|中心|频道|杂志)"
    also = f"(?:{labels}{LETTER}{{2,3}} ?)?"
    others = f"(?:{LETTER}{{2,4}}[ 、,/和]+){{0,6}}"
    return re.compile(rf"(?:^|[(（\n。;,、/|:【\]】 ■□●◆★▲◎])(?: *|(?:{outlet}) *){also}{labels}{others}$")


@cache
def _before_ends() -> frozenset[str]:
    """The last letters of all that."""
    return frozenset((*":/ 、,和", *(word[-1] for word in lexicon.words("given_context", "bylines"))))


@cache
def _makers() -> re.Pattern[str]:
    return re.compile(lexicon.either(lexicon.words("given_context", "bylines")))


def is_fixed(text: str, one: Candidate) -> bool:
    """Whether a mention is part of a fixed phrase: 以…同志为核心的党中央, …思想, …政府."""
    behind = text[one.end : one.end + 1]
    if behind in _fixed_begins() and _fixed().match(text, one.end):
        return True
    return behind in _NAMED_AFTER and text[one.start - 1] == "“" and text.startswith("”", one.end + 1)


def books(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The titles in 《》, whose names are no people of the report."""
    return tuple(Span(*found.span()) for span in spans for found in BOOK.finditer(text, span.start, span.end))


def is_byline(text: str, one: Candidate) -> bool:
    """Whether a mention only says who made the article: (记者王某), 王某摄."""
    start, end = one.start, one.end
    after = text[end : end + 1]
    if after in _PICTURED_BEGINS and _PICTURED.match(text, end):
        return True
    if after == ")" and text.endswith(_SENT, 0, start):
        return True
    near, far = (start - _NEAR, start - _FAR) if start > _FAR else (max(0, start - _NEAR), 0)
    if text.find("(", near, start) >= 0 and _SIGNED.search(text, near, start) and _END.match(text, end):
        return True
    if text[start - 1 : start] not in _before_ends():
        return False
    line = text.rfind("\n", far, start) + 1 or far
    if not _makers().search(text, line, start):
        return False
    return bool(_before().search(text[line:start])) and not _TOLD.match(text, end)
