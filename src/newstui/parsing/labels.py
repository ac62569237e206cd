"""Header lines: ``2020-04-17 20:13:12 来源: 某某网 作者: 某某`` as labelled values with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.model.late import HERE, late
from newstui.model.record import record
from newstui.parsing.dates import ANY_DATE, WRITTEN_DATE
from newstui.parsing.hanzi import LETTER
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import LINES, trimmed

KINDS: Final = ("date", "source", "author", "reporter", "editor", "photographer", "other")
_MAKERS: Final = ("author", "reporter", "editor", "photographer")
_KIND: Final = {label: kind for kind in reversed(KINDS) for label in words("header", f"labels.{kind}")}
_KIND_WITHOUT_SPACE: Final = {label.replace(" ", ""): kind for label, kind in _KIND.items()}
_FIRSTS: Final = frozenset(label[0] for label in _KIND)
_LASTS: Final = frozenset(label[-1] for label in _KIND)
_BARE: Final = ("来源", "稿源", "作者", "编辑", "责编", "时间", "日期")
"""Ends of labels that stand without a mark beside others: ``来源 林溪日报 作者 白露``."""
_BESIDE_OTHERS: Final = frozenset(words("header", "labels_beside_others"))
_MARK: Final = re.compile(rf"[:】\]| \u3000](?:(?<=[:】\]|])|(?<=(?:{'|'.join(_BARE)}).)[ \u3000]*(?=[^\s:|】\]]))")
"""What stands behind a label."""
_UNMARKED: Final = late(rf"(?:^|\s){LETTER}{{0,2}}(?:{'|'.join(_BARE)})\s+[^\s:]", re.MULTILINE)
_ONE_LINE: Final = 100
"""How long a line of labels without marks may be."""
_LONGEST: Final = 40
"""So many characters at most a label takes with the gaps in it."""
_DATE: Final = re.compile(ANY_DATE)
_WRITTEN: Final = late(rf"\(?\s*{WRITTEN_DATE}\s*\)?$")
"""A day in characters and nothing else, as below the headline of a speech."""
_LONGEST_DAY: Final = 20
_STOP: Final = late(
    rf"[|\n【】\[\]]|\s{{2,}}|\s{LETTER}{{2,6}}:|\s(?:本[报网台刊])?(?:记者|通讯员|编辑|责编|责任编辑|作者|审核|摄影|字体|字号)\s|(?:{ANY_DATE})"
)
_NOISE: Final = (
    r"第?\s*[A-Z]?\d+\s*版(?:\s*:\s*\S{1,6})?|"
    + either(words("header", "noise.words", "navigation.boards"))
    + r"|[\W\d_]+|[a-zA-Z]{1,3}\b"
)
_A_NOISE: Final = late(_NOISE)
_ALL_NOISE: Final = re.compile(rf"(?:(?>{_NOISE}))*\Z")
_ISSUED_IN: Final = re.compile(rf"\s(?:发表于|发布于)?\s*(?:{either(words('places', 'provinces'))})省?$")
"""Where a post of an account went out, behind its time: ``2020-04-18 18:22 山东``."""
_ORGANS: Final = (
    r"(?:(?:本报|本网|本刊|本台|新华社|新华网|[\u3400-\u9fff·]{1,18}?(?:报|网|社|台|中心|客户端|新闻))"
    rf"(?:{LETTER}{{2,6}}组)?)?"
)
"""Whose reporters sign, perhaps of a desk of its own."""
_BYLINE: Final = late(
    rf"^[\W_]{{0,3}}{_ORGANS}\s*(?:{either(words('header', 'labels.reporter'))})\s*:?\s*[^。:]{{2,60}}$"
    rf"|^[\W_]{{0,3}}(?:(?:作者|撰稿|撰文|供稿|摄影|视频|文|图|摄)\s*/\s*{LETTER}{{2,4}}(?:[、,\s/]+{LETTER}{{2,4}})*\s*)+$"
)
_SIGNS: Final = late(rf"/|{either(words('header', 'labels.reporter'))}")
"""One of these stands in every such line."""
_UNKNOWN: Final = late(rf"{LETTER}{{2,6}}:\S*")
"""A label nobody listed, beside known ones."""
_SITE: Final = late(rf"(?:{either(words('header', 'navigation.sites'))})$")
_RUN_ON: Final = late(rf"{HERE}(?:作者|来源|发布|供稿)\S{{1,12}}?(?:发布)?(?:时间|日期)\s*(?:{ANY_DATE})\s*$")
"""Labels without colons, run together."""
_DESK: Final = rf"{LETTER}{{2,16}}(?:部|办公室|院办|校办|党办|处|科|局|中心|学院|法院|支部)"
_OF_DESK: Final = late(_DESK)
_DESK_FIRST: Final = late(
    rf"{_DESK}\s*(?P<writer>{LETTER}{{2,3}})?\s*(?:19"
    rf"|20)\d\d([-./])\d{{1,2}}\2\d{{1,2}}(?:\s+\d\d(?::\d\d)+)?(?:\s+\d{{1,6}}次?)?"
)
"""An office, perhaps with a writer glued to it, the day and perhaps how often the page was read."""
_WRITERS: Final = late(rf"(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d(?::\d\d)?{LETTER}{{2,9}}(?:[\s、]{LETTER}{{2,4}})*")
"""The time and the writers glued to it: ``2022-07-06 09:26:28白露``."""
_SENTENCE_ENDS: Final = ("。", "?", "!")
_HEADER_LINE: Final = 200
"""No header line is longer."""
_GAPS: Final = 1000
"""Nor than this with the gaps in it."""
_CHINESE: Final = late(LETTER)


@record
class Labelled:
    """A label of a header line with its value; ``kind`` is one of KINDS."""

    kind: str
    label: str
    value: Span


class Place(NamedTuple):
    """A label with the marks around it: ``来 源:``, ``【编辑】``, ``责任编辑 |`` at the head of a line."""

    start: int
    end: int
    label: str


def places(plain: str, start: int, end: int) -> Iterator[Place]:
    """The labels of a stretch of text, in order, each the longest that ends at its mark."""
    last = start
    for mark in _MARK.finditer(plain, start, end):
        found = _before(plain, max(last, mark.start() - _LONGEST), mark.start())
        if not found or (mark[0].isspace() and not _is_unmarked(plain, found[0], mark.end())):
            continue
        at, label = found
        if mark[0] in "】]" and at > last and plain[at - 1].isalpha():
            continue
        begin, stop = at, mark.end()
        if mark[0] == "|":
            begin = plain.rfind("\n", 0, at) + 1
            if begin < last or plain[begin:at].strip():
                continue
        elif mark[0] == "】" and plain[max(last, at - 1) : at] == "【" and not plain[mark.start() - 1].isspace():
            begin, stop = at - 1, stop + plain.startswith(":", stop, end)
        last = stop
        yield Place(begin, stop, label)


def _is_unmarked(plain: str, at: int, end: int) -> bool:
    """Whether a label without a mark stands beside others or a date in a line of their own."""
    start, stop = plain.rfind("\n", 0, at) + 1, plain.find("\n", end)
    line = plain[start : stop if stop > 0 else len(plain)]
    apart = at == start or not plain[at - 1].isalpha()
    return apart and len(line) <= _ONE_LINE and (len(_UNMARKED.findall(line)) > 1 or bool(_dated(line)))


def _dated(line: str) -> re.Match[str] | None:
    """The date that a line holds."""
    return _DATE.search(line) if "20" in line or "19" in line else None


def _before(plain: str, floor: int, end: int) -> tuple[int, str] | None:
    """Where the label that ends here begins, and the label without gaps."""
    words_of = plain[floor:end].rstrip()
    if words_of[-1:] not in _LASTS:
        return None
    for at, first in enumerate(words_of):
        if first in _FIRSTS:
            pieces = words_of[at:].split()
            label = "".join(pieces)
            glued = len(pieces) > 1 and words_of[at - 1 : at].isalpha()
            if label in _KIND_WITHOUT_SPACE and not glued and _is_set(words_of[at:], label, len(pieces)):
                return floor + at, label
    return None


def _is_set(worded: str, label: str, pieces: int) -> bool:
    """Whether a label is set as labels are: of two letters with any gap, longer ones whole or spaced all along."""
    return pieces == 1 or len(label) == 2 or (pieces == len(label) and "\n" not in worded)


def _without_labels(line: str) -> str:
    """A line without its labels and their values."""
    pieces, at = [], 0
    for place in places(line, 0, len(line)):
        pieces.append(line[at : place.start])
        at = place.end
    return " ".join([*pieces, line[at:]])


def pairs(plain: str, span: Span) -> list[Labelled]:
    """The labelled values of a stretch of text, in order; a value ends at the next label, date or gap."""
    found = list(places(plain, span.start, span.end))
    if not found or (len(found) == 1 and found[0].label in _BESIDE_OTHERS):
        return []
    result = []
    for (_, at, label), after in zip_longest(found, found[1:]):
        end = after.start if after else span.end
        start = at + len(plain[at:end]) - len(plain[at:end].lstrip())
        kind = _KIND_WITHOUT_SPACE[label]
        stop = None if kind == "date" else _STOP.search(plain, start, end)
        value = trimmed(plain, Span(start, max(start, stop.start() if stop else end)))
        result.append(Labelled(kind, label, value))
    return result


def is_joined(plain: str, each: Labelled, other: str) -> bool:
    """Whether a label shares its value with another one right before it: ``作者/来源:某某``."""
    start = plain.rfind(each.label, 0, each.value.start)
    return start > 0 and plain[start - 1] in "/、" and plain.endswith(other, 0, start - 1)


def label_alone(plain: str, line: Span) -> bool:
    """Whether a line ends with a label whose value can only stand in the next line."""
    labelled = pairs(plain, line)
    return bool(labelled) and labelled[-1].value.start == labelled[-1].value.end and len(line.of(plain)) <= 40


@lru_cache(LINES)
def is_header_line(plain: str, span: Span) -> bool:
    """Whether a line holds labels, dates and site furniture and little else."""
    if span.end - span.start > _GAPS or plain[span.end - 1 : span.end] in _SENTENCE_ENDS:
        return False
    whole = span.of(plain)
    line = _ISSUED_IN.sub("", whole)
    if len(line) > _HEADER_LINE or line.endswith(_SENTENCE_ENDS):
        return False
    labelled = pairs(plain, span)
    dated = _dated(line)
    if not labelled and not dated:
        written = "年" in line and len(line) <= _LONGEST_DAY and _WRITTEN.match(line)
        return bool(written or _ALL_NOISE.match(line))
    rest = line
    for each in labelled:
        rest = rest.replace(each.value.of(plain), " ", 1) if each.value.of(plain) else rest
    if labelled and dated:
        rest = _UNKNOWN.sub(" ", rest)
    apart = _DATE.sub(" ", _without_labels(rest))
    if labelled and is_byline(apart.strip()):
        return True
    rest = _A_NOISE.sub("", apart)
    spoken = "".join(_CHINESE.findall(rest))
    if dated and (
        "发表于" in whole[len(line) :] or _RUN_ON.match(line) or _WRITERS.fullmatch(line) or _DESK_FIRST.fullmatch(line)
    ):
        return True
    by_desk = (dated and dated.start() == 0) or sum(each.kind in _MAKERS for each in labelled) > 1
    if by_desk and "," not in rest and _OF_DESK.fullmatch(spoken):
        return True
    outlet = dated and len(spoken) <= 10 and (labelled or any(map(_SITE.search, [*apart.split(), spoken])))
    return (bool(outlet) or len(spoken) <= 4) and "," not in rest


def writer_of_desk(plain: str, line: Span) -> Span | None:
    """The writer between an office and the day: ``宣传部白露2024-03-12``."""
    match = _DESK_FIRST.fullmatch(plain, line.start, line.end)
    return Span(*match.span("writer")) if match and match["writer"] else None


def is_noise(word: str) -> bool:
    """Whether a word of a header line says nothing of the report: a button, a number, a province."""
    return bool(_ALL_NOISE.match(_ISSUED_IN.sub("", f" {word}")))


def is_byline(line: str) -> bool:
    """Whether a line names reporters and nothing else: ``本报记者 某某 通讯员 某某``."""
    return len(line) <= 80 and may_sign(line) and _BYLINE.match(line) is not None


def may_sign(line: str) -> bool:
    """Whether a word for a reporter or a slash stands in a line at all."""
    return _SIGNS.search(line) is not None
