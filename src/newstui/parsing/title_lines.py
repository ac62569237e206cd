"""Lines near the top of an article by their look: a headline, a further line of one, a caption, a byline."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.record import record
from newstui.parsing import boilerplate, dateline
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.labels import is_byline, is_header_line
from newstui.parsing.lexicon import either, words

LONGEST: Final = 110
CHANNEL: Final = 6
"""Up to so many letters a line above the title may be the name of a channel."""
_DECK: Final = 40
"""So long may a further line of a headline be."""
_UNFINISHED: Final = ("强调", "指出", "要求", "提出")
"""A line that ends so only announces the next."""
_ANNOUNCES: Final = (*_UNFINISHED, "组织召开", "组织开展", "联合开展", "组织举行", "组织举办", "联合举办")
"""So does one that ends with who called something."""
_BEGINNING: Final = 6
"""Lines that have so many first letters in common are one headline twice."""
_JOINS: Final = ("暨", "以及", "关于", "与", "的")
"""What a line ends with that the next one goes on with."""
_EVENT: Final = "(?:会议?|仪式|典礼|培训班?|活动|论坛|讲座|大?赛)"
_CALLED: Final = late(rf"(?:召开|举行|举办)了?(?!.*{_EVENT})[^,。;]{{2,}}$")
"""Who called something of whose name the line has no end."""
_HELD: Final = late(rf"[^,。;召举]{{2,30}}{_EVENT}")
_ASIDE: Final = late(
    rf"^(?:图|[(（【■●◆▲★]|[{NUMERALS}\d]+[、.])|(?:现场|合影|[)）】:])$|摄$|^.{{0,6}}记者|评论员|供图"
)
"""What opens or ends a caption, a head within the report, a byline."""
_CAPTION: Final = re.compile(
    rf"[(【]?(?:图[{NUMERALS}\d]{{0,2}}|资料图片?|(?:会议|活动|签约|启动|颁奖|座谈会|仪式|培训|调研|慰问|学习|大会)?(?:现场|会场)(?:图片?)?|签约仪式|合影)[)】]?"
    rf"|{LETTER}{{2,3}}(?:讲话|致辞|发言|主持会议|作报告)"
    r"|.{0,30}(?:长|书记|主任|主席|员|教授|院士|代表).{1,4}(?:主持)?(?:致辞|讲话|发言|作报告|[做作](?:重要|总结|动员)?讲话|主持会议(?:并\S{2,6})?)"
)
_ROLL: Final = late(
    r"(?:\s*(?:(?![在作做])[\u3400-\u9fff、 ]){2,28}?(?:等\S{0,4})?"
    r"(?:出席|主持|参加|致辞|讲话|陪同|作出?(?:重要)?批示)(?:会议|活动|仪式)?"
    r"(?:并(?:讲话|致辞|作\S{0,4}(?:讲话|报告|部署)))?){1,3}"
)
SIGNED: Final = late(rf"\({LETTER}{{2,3}}(?:[ 、]{LETTER}{{2,3}}){{0,2}}\)")
"""A line that only has the names of its writers in brackets."""
_SHOWN: Final = late(r"\((?:[左右中][一二三四五六七八九起]?|[前后中]排|图[左右中])[^()]{0,60}\)")
"""Who stands where in a picture."""
_UNENDED: Final = tuple(f"{word}:" for word in _UNFINISHED)
_SUBTITLE: Final = late(r"(?:——|--|―|—|一一)")
_BULLET: Final = late(r"(?:[•●■◆▲★·\-*#|]+\s*)+|(?:文章|新闻)?题\s*目\s*:\s*|\(?原(?:标\s*)?题\s*:\s*")
_TWICE: Final = late(r"(\S.{5,}?)\s*[-—_|:]\s*(?=\1)")
"""A title that stands twice in its line, the second time often with the site's name."""
_MORE: Final = late(rf"(\S.{{5,}}?)\s+(?:{either(words('header', 'navigation.boards'))})")
"""A title and what a board puts behind it."""
_SITE_TAIL: Final = late(r"\s*(?<![-—_|])[-—_|]\s*([^-—_|\n]{2,16})$")
_DATED: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:[上下]午|晚上?|中午|一?大?清?早|凌晨|当天)?,")
DIGEST: Final = re.compile(rf"(?:{either(words('header', 'digest.words'))})")
"""Words in the title of a text made of many short items."""


@record
class Headline:
    """``next_line`` is the number of the first line below; ``before`` are header lines above the title.

    ``start_of_body`` is given where the report begins in the title's own line, or where no title stands.
    """

    title: Span | None
    next_line: int
    above: Span | None = None
    before: tuple[Span, ...] = ()
    glued_header: Span | None = None
    start_of_body: int | None = None


def is_aside(plain: str, line: Span) -> bool:
    """Whether a line is a byline, a caption or the head of something below it, and no paragraph of the report."""
    words_of = line.of(plain)
    return is_byline(words_of) or is_caption(words_of) or words_of.endswith(":")


def is_caption(words_of: str) -> bool:
    """Whether a line only says what a picture shows: ``会议现场``, ``市长某某致辞``."""
    return bool(_CAPTION.fullmatch(words_of) or ("(" in words_of and _SHOWN.search(words_of)))


def last_of_title(plain: str, lines: tuple[Span, ...], at: int, end: int) -> int:
    """The number of the last line of a title that begins in a line: its subtitle, the further lines of its deck."""
    last, row = at, lines[at].of(plain)
    decked = row.endswith(_ANNOUNCES) or (end - at > 2 and all(_is_deck(plain, line) for line in lines[at + 1 : end]))
    while last + 1 < end and (
        _goes_on(plain, lines[at].start, lines[last], lines[last + 1])
        or (_is_roll(plain, lines[last + 1]) and not _is_set_in(plain, lines[at], lines[last + 1]))
        or (decked and _is_deck(plain, lines[last + 1]) and not _is_same(row, lines[last + 1].of(plain)))
    ):
        last += 1
    return last


def _is_same(row: str, other: str) -> bool:
    """Whether one of two lines has all of the other, or begins as the other does."""
    row, other = "".join(row.split()), "".join(other.split())
    return row in other or other in row or row[:_BEGINNING] == other[:_BEGINNING]


def _is_roll(plain: str, line: Span) -> bool:
    """Whether a line below the headline only says who was there: ``某某出席并讲话``, ``某某主持 某某某某出席``."""
    row = line.of(plain)
    return bool(_ROLL.fullmatch(row)) and not any(map(is_caption, row.split()))


def _is_set_in(plain: str, row: Span, other: Span) -> bool:
    """Whether a line is set in as paragraphs are, below a headline that is not."""
    return plain[max(0, other.start - 1)] != "\n" and (row.start == 0 or plain[row.start - 1] == "\n")


def is_headline(plain: str, line: Span) -> bool:
    """Whether a line is long enough for a headline of its own, or says that short news follow, and is no furniture."""
    row = line.of(plain)
    return (len(row) > CHANNEL or bool(DIGEST.search(row))) and not boilerplate.is_furniture(plain, line)


def may_be_title(plain: str, line: Span) -> bool:
    """Whether a line looks like a title and is neither of the header nor a byline."""
    return looks_like_title(plain, line) and not is_header_line(plain, line) and not is_byline(line.of(plain))


def is_first_half(plain: str, lines: tuple[Span, ...]) -> bool:
    """Whether the first of two lines ends with a colon and the second is the rest of the headline."""
    row, after = lines[0], lines[-1]
    announces = plain[row.end - 1] == ":" and row.end - row.start > CHANNEL and len(lines) > 1
    announces = announces and looks_like_title(plain, Span(row.start, row.end - 1))
    return announces and may_be_title(plain, after) and _is_deck(plain, after)


def opens_report(plain: str, lines: tuple[Span, ...]) -> bool:
    """Whether the first of two lines ends with a colon and the second is no further line of a headline."""
    row, after = lines[0], lines[-1]
    return plain[row.end - 1] == ":" and not (may_be_title(plain, after) and _is_deck(plain, after))


def _goes_on(plain: str, start: int, line: Span, after: Span) -> bool:
    """Whether a title runs on in the next line: a subtitle, an open bracket, a mark that closes nothing."""
    row = plain[start : line.end]
    if row.endswith(_JOINS) or plain[after.start] == "暨" or (_CALLED.search(row) and _HELD.fullmatch(plain, *after)):
        return _is_deck(plain, after)
    is_open = row.count("“") != row.count("”") or row.count("《") != row.count("》") or row.endswith(("、", ":", ","))
    return is_open or is_subtitle(plain, after)


def is_subtitle(plain: str, line: Span) -> bool:
    """Whether a line opens with the dash of a subtitle."""
    return bool(_SUBTITLE.match(plain, line.start, line.end))


def _is_deck(plain: str, line: Span) -> bool:
    """Whether a line below the headline is a further line of it rather than a caption, a head or the site's."""
    row = line.of(plain)
    fits = 7 <= len(row) <= _DECK and not boilerplate.is_former_title(row)
    return fits and not _ASIDE.search(row) and not boilerplate.is_furniture(plain, line)


def looks_like_title(plain: str, line: Span) -> bool:
    """Short, and not a sentence."""
    row = line.of(plain)
    dated = _DATED.match(row)
    return (
        len(row) <= LONGEST and not dated and not _ends_sentence(row) and not dateline.find(plain, line.start, line.end)
    )


def _ends_sentence(row: str) -> bool:
    """Whether a row holds a sentence, or a part of one, that ends."""
    return "。" in row or row.endswith((";", ",")) or (row.endswith(":") and not row.endswith(_UNENDED))


def bare(plain: str, span: Span) -> Span:
    """Without the bullet or the label before a title, and the name of the site behind it."""
    if plain[span.start] in "[【" and plain.find("]】"["[【".index(plain[span.start])], *span) == span.end - 1:
        span = Span(span.start + 1, span.end - 1)
    match = _BULLET.match(plain, span.start, span.end)
    start = match.end() if match and match.end() < span.end else span.start
    last = _bare_end(plain, start, span.end - (plain[span.start] == "(" and start > span.start))
    tail = _SITE_TAIL.search(plain, start, last)
    end = tail.start() if tail and tail.start() > start + 6 and boilerplate.names_site(tail[1]) else last
    return Span(start, end)


def _bare_end(plain: str, start: int, end: int) -> int:
    """Where a title ends that a bar closes or that stands twice."""
    twice = _TWICE.match(plain, start, end) or _MORE.match(plain, start, end)
    return twice.end(1) if twice else start + len(plain[start:end].rstrip("| "))
