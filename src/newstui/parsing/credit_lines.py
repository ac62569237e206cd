"""Lines that say nothing but who made an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Credit
from newstui.parsing import labels, signatures
from newstui.parsing.dates import ANY_DATE
from newstui.parsing.hanzi import LETTER
from newstui.parsing.labels import Labelled, is_byline, pairs
from newstui.parsing.makers import named, writer_behind
from newstui.parsing.text import Page

_OTHER_LABELS: Final = "|".join((*signatures.OTHERS, "关键词", "关键字", "标签"))
_LABELLED_LINE: Final = late(
    rf"^(?:【[^】]{{2,6}}】)?[\W_]{{0,3}}(?:{LETTER}{{2,4}}?(?=(?:记者|编辑)\s*\|))?(?:{signatures.LABELS}|[文图编审校摄]{{1,2}}|{_OTHER_LABELS})\s*[:/|]"
)
_MARKS: Final = frozenset(":/|")
_MARKED: Final = 40
"""So far into a line the mark behind its label stands at the latest."""
_TAKEN_FROM: Final = late(r"^\W{0,2}(?:摘自|转自|转载自|原载)\s*\S+\s+[\d.\-/年月日]+\s+(.+)$")
_SENT_IN: Final = ("供稿", "供图", "摄影报道")
"""What ends a line that says who sent words or pictures in."""
SHORT_VALUE: Final = 12
"""A line of so few letters is a name and little else."""
OFFICE: Final = 24
"""So long may a credit line be that names only an office."""
_BEHIND_NAMES: Final = late(
    rf"{LETTER}{{2,3}}(?:[ 、]{LETTER}{{2,3}}){{0,2}} (?:本[报网台]|特约)?(?:记者|通讯员)[ :]?{LETTER}{{2,3}}"
)
"""Names alone before the first label of a line."""
_SIGNED: Final = late(
    rf"^{LETTER}{{2,8}}(?:融媒|融媒体|融媒体中心|日报|晚报|传媒|电视台|网|客户端)\s+((?:{LETTER}{{2,3}}\s*){{1,4}})$"
)
_DATED: Final = late(rf"[\W_]{{0,3}}(?:{LETTER}{{2,4}}:)?\s*(?:{ANY_DATE})\s*")
_WITH_PICTURES: Final = late(r"(?:文\s*[/、]\s*[图摄]|图\s*[/、]\s*文)影?\)?$")
_POST_BEFORE: Final = late(r"^.*(?:长|书记|主任|员|主席|记)\s+(?=\S+$)")


def labelled(page: Page, span: Span) -> Iterator[Credit]:
    """The makers whom the labels of a stretch name."""
    for each in pairs(page.plain, span):
        if each.kind in signatures.KINDS:
            parts = signatures.of_part(page, each.label, each.value) or signatures.of_parts(
                page, each.label, each.value
            )
            yield from parts or _shared(page, each)
        elif each.kind == "source" and (writer := writer_behind(each.value.of(page.plain).rstrip(") "))):
            start = each.value.start + writer.start(2)
            signs = any(writer[0].find(label, writer.end(1)) >= 0 for label in ("记者", "通讯员"))
            kind = "reporter" if signs else "author"
            yield from named(page, Span(start, start + len(writer[2])), kind, each.label, sure=False)
        elif each.kind == "source" and labels.is_joined(page.plain, each, "作者"):
            yield from named(page, each.value, "author", each.label, sure=False)


def _shared(page: Page, each: Labelled) -> Iterator[Credit]:
    """The names of a label; of two labels those before and behind the slash that parts the names too, else all."""
    if parted := list(signatures.slashed(page, each.value)):
        yield from parted
        return
    first = "photographer" if each.label in signatures.TWO_PARTS else signatures.joined(page, each.value)
    if first is None or first == each.kind:
        yield from named(page, each.value, each.kind, each.label)
        return
    slash = page.plain.find("/", *each.value)
    if slash > 0:
        yield from named(page, Span(each.value.start, slash), first, each.label)
    yield from named(page, Span(max(slash + 1, each.value.start), each.value.end), each.kind, each.label)
    if slash < 0:
        yield from named(page, each.value, first, each.label)


def _byline_line(page: Page, line: Span) -> list[Credit] | None:
    """``本报记者 某某``, also behind a day, unless it is the caption of a picture."""
    dated = _DATED.match(page.plain, line.start, line.end)
    byline = Span(dated.end() if dated else line.start, line.end)
    if signatures.is_caption(page, line) or not is_byline(byline.of(page.plain)):
        return None
    found = list(signatures.segments(page, line))
    both = found and _WITH_PICTURES.search(page.plain, line.start, line.end)
    return [*found, *(replace(one, credit="photographer") for one in found if both)] or None


def _before_byline(page: Page, line: Span) -> list[Credit] | None:
    """``某某 某某 本报记者 某某``: writers, and the reporters behind them."""
    before = list(signatures.before_labels(page, line)) if _BEHIND_NAMES.match(page.plain, *line) else []
    return [*before, *signatures.segments(page, line)] if before else None


def _unmarked_line(page: Page, line: Span) -> list[Credit] | None:
    """``责编 某某 审核 某某``."""
    return signatures.unmarked(page, line) or None


def _slashed_line(page: Page, line: Span) -> list[Credit] | None:
    """``某某/文 某某/图`` and little else."""
    found = list(signatures.slashed(page, line))
    if not found:
        return None
    rest = signatures.without_slashed(line.of(page.plain))
    return found if len(rest) <= SHORT_VALUE and "。" not in rest else None


def _signed_line(page: Page, line: Span) -> list[Credit] | None:
    """``某某融媒 某某 某某``: an outlet and the names of its people."""
    signed = _SIGNED.match(line.of(page.plain))
    if not signed:
        return None
    return [*named(page, Span(line.start + signed.start(1), line.end), "reporter", "", sure=False)] or None


def _labelled_line(page: Page, line: Span) -> list[Credit] | None:
    """``责任编辑:某某``; also where the name is that of an office and nobody is credited."""
    if not is_labelled(line.of(page.plain)):
        return None
    found = max(list(labelled(page, line)), list(signatures.segments(page, line)), key=len)
    words_of = line.of(page.plain)
    return found if found or (len(words_of) <= OFFICE and words_of[-1] not in "。?!") else None


def is_labelled(words_of: str) -> bool:
    """Whether a line begins with a label of makers and its mark."""
    return not _MARKS.isdisjoint(words_of[:_MARKED]) and bool(_LABELLED_LINE.match(words_of))


def _taken_from_line(page: Page, line: Span) -> list[Credit] | None:
    """``摘自 《某某报》 2021.09.23 某某``."""
    taken = _TAKEN_FROM.match(line.of(page.plain))
    return list(_after_taken_from(page, line, taken)) if taken else None


def _sent_in_line(page: Page, line: Span) -> list[Credit] | None:
    """``某某 某某学院供稿``, on a line of its own."""
    return list(signatures.sent_in(page, line)) or None if page.plain.endswith(_SENT_IN, *line) else None


_KINDS: Final = (
    _signed_line,
    _sent_in_line,
    _slashed_line,
    _byline_line,
    _before_byline,
    _labelled_line,
    _unmarked_line,
    _taken_from_line,
)


def whole_line(page: Page, line: Span) -> list[Credit] | None:
    """The makers of a line that says nothing else; None for any other line, as those with no gap, mark or reporter."""
    words_of = line.of(page.plain)
    told = not _MARKS.isdisjoint(words_of) or words_of.endswith(_SENT_IN) or len(words_of.split(None, 1)) > 1
    for kind in _KINDS if told or labels.may_sign(words_of) else ():
        if (found := kind(page, line)) is not None:
            return found
    return None


def _after_taken_from(page: Page, line: Span, match: re.Match[str]) -> Iterator[Credit]:
    """The names behind paper and day: authors, or what the label among them says; a post may stand before a name."""
    start = line.start + match.start(1)
    rest = Span(start, line.end)
    if signatures.holds_label(rest.of(page.plain)):
        yield from signatures.segments(page, rest)
        return
    post = _POST_BEFORE.match(rest.of(page.plain))
    rest = Span(start + (post.end() if post else 0), line.end)
    if not rest.of(page.plain).endswith(")"):
        yield from named(page, rest, "author", "摘自", sure=False)
