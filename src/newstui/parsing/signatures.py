"""Credits among other words: bylines in brackets, who took the picture, names behind the last words of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Credit
from newstui.parsing.hanzi import LETTER
from newstui.parsing.lexicon import either, words
from newstui.parsing.makers import is_likely, named
from newstui.parsing.text import Page

KINDS: Final = ("editor", "photographer", "reporter", "author")
TWO_PARTS: Final = ("文/图", "图/文", "图文", "文图")
"""A label of words and pictures by the same hands, or by two parted by a slash as well."""
_STATION: Final = "记者站"
"""What the office of a paper is called, behind the two letters of its town: ``青潭记者站何小云``."""
_KIND: Final = (
    {label: kind for kind in KINDS for label in words("header", f"labels.{kind}")}
    | dict.fromkeys(TWO_PARTS, "author")
    | {"编": "editor", "审": "editor", "校": "editor", "摄": "photographer", _STATION: "reporter"}
)
LABELS: Final = "|".join(
    r"\s?".join(label) for label in sorted(_KIND, key=lambda label: (-len(label), label)) if len(label) > 1
)
"""The labels of makers, of two letters and more, as a regular expression."""
OTHERS: Final = words("credits", "uncredited")
"""Labels of makers whom nobody credits."""
_OF_OUTLET: Final = ("全媒", "融媒", "新媒")
"""Opens a label to which the outlet is glued: ``青潭融媒记者``."""
_LABEL: Final = late(
    LABELS
    + r"|文/图|图/文|(?:图文|文图)(?=\s*[:/|\\])"
    + r"|[文图编审校摄](?=(?:[、和][文图编审校摄])?\s*(?:[:|\\]|/(?<!:\S\S./)))"
    + rf"|(?:{'|'.join(OTHERS)})(?=\s*[:/|])"
)
_TOLD: Final = "报道"
"""A label before names, what reporters did behind theirs: ``记者 白露 青潭报道``."""
_JOINS: Final = late(r"\s*[、/和&]\s*")
"""Between two labels of the same names."""
_PART: Final = frozenset(("文", "图", "文字", "图片", "摄影", *TWO_PARTS))
"""What somebody made, before a label that says what he is: ``文/本报记者 某某``."""
_REPORTERS: Final = {("author",): ["reporter"], ("author", "photographer"): ["reporter", "photographer"]}
"""Of what they made, what reporters are credited with; their pictures make them photographers alone."""
_NAMES: Final = rf"((?:{LETTER}{{1,4}}[ 、]{{0,2}}){{1,4}}?)"
_OF_ONE_LABEL: Final = rf"((?:(?!记者|通讯员|供稿|撰稿|撰文|文\s){LETTER}{{1,4}}[ 、]{{0,2}}){{1,4}}?)"
_BRACKETS: Final = late(rf"\(([^()\n]{{0,14}}?(?:{either([*_KIND, '摄'])})[^()\n]{{0,60}})\)")
_TAKEN_BY: Final = late(
    rf"(?:记者|通讯员|\((?![^()]*(?:记者|通讯员))|摄影记者)\s*{_OF_ONE_LABEL}\s*(?:/?\s*摄(?:影)?)(?=$|[)。,]|\s(?!{LETTER}{{2,3}}(?:$|[)\s、])))",
    re.MULTILINE,
)
_PICTURED_BY: Final = late(rf"(?<![^\s。])({LETTER}{{2,3}})\s*(?:/\s*)?摄影?$")
"""Who took the picture, behind a gap at the end of a caption or on a line of its own."""
_SLASHED: Final = late(
    rf"((?:{LETTER}{{2,4}}[ 、]?){{1,4}})[/|]\s*"
    rf"(文图|图文|文、摄|文|稿|图|摄|审核|审校|审(?=$|[\s)])|编辑|责编|校|报道)(?!\s*[:|]|{LETTER}{{3}})"
)
_SLASH: Final = late(r"[/|]\s*[文稿图摄审编责校报]")
_BY_ONE_HAND: Final = "文、摄"
_PICTURES: Final = frozenset({"供图", "摄影报道", "摄影", "摄", "图"})
_EDITED: Final = frozenset({"审核", "审校", "审", "编辑", "责编", "校"})
_WORDS_AND_PICTURES: Final = late(
    rf"(?:记者|通讯员)\s*:?{_NAMES}\s*(?:文\s*[/、]\s*[图摄]|图\s*[/、]\s*文|文并摄)(?=$|[)。,\s])", re.MULTILINE
)
_PARTS: Final = r"(?:文\s*[/、]?\s*图|图\s*[/、]?\s*文|文\s*[/、]\s*摄影?)"
_BOTH: Final = late(
    rf"(?:^|\(|讯(?=\s))\s*(?:{_PARTS}\s*[:/ ]\s*{_NAMES}|{_NAMES}\s*(?:文\s*/\s*图|图\s*/\s*文))\s*(?=$|[)\s])",
    re.MULTILINE,
)
"""Words and pictures by the same hands."""
_GIVEN: Final = r"(?:供稿|供图|摄影报道|撰稿|撰文|摄影?|(?<=\s)[文图])"
_SENT_IN: Final = late(
    rf"(?:\(|^|(?<=供[稿图]|撰[稿文]|\s[文图])[,;、 ]\s?)(?:{LETTER}{{2,12}}\s+)??"
    rf"({LETTER}{{2,3}}(?:[ 、]{LETTER}{{2,3}}){{0,2}}?)(?:\s*|\s{LETTER}{{2,12}})({_GIVEN})"
    rf"(?=\)?$|[,;、 ]\s?{LETTER}{{2,3}}\s?{_GIVEN}\)$)",
    re.MULTILINE,
)
"""In brackets at the end, their office before the names or behind them: ``(何小云 青潭县科协供稿)``."""
_JOINED: Final = late(rf"({LABELS}|[文图])\s*[/、和&]\s*(?:{LABELS}|[文图])\s*[:|]\s*$")
_UNMARKED: Final = late(
    rf"\W{{0,3}}(?:(?:{LABELS})\s+(?:{LETTER}{{2,4}}|{LETTER} {LETTER})(?:[ 、]{LETTER}{{2,3}})*\s*)+[\]】]?"
)
_SQUARED: Final = late(
    r"(?:[□■◇◎●][^。,\n]{0,24}?(?:记者|通讯员)|[。!?”]\s*(?:本[报网台刊]|[全融]媒体)?(?:记者|通讯员)[\s:]\s*)[^。,\n]{2,40}$",
    re.MULTILINE,
)
"""Reporters behind a square or the last full stop of a report: ``□林溪日报 记者 某某``."""
_SENT: Final = late(rf"(?:特派|特约|前方|随行|派驻|驻外)[^,。\n]{{0,8}}?记者\s*({LETTER}{{2,3}})(?=[。:\s])")
_REPORTED_IN_PICTURES: Final = "摄影报道"
"""Behind reporters who took the pictures too."""
_SIGNED: Final = 6
"""So near behind a label reporters say what they are."""


def segments(page: Page, span: Span) -> Iterator[Credit]:
    """``记者 某某 通讯员某某`` cut at its labels."""
    labels = [
        label
        for label in _LABEL.finditer(page.plain, span.start, span.end)
        if label.group() != _TOLD or label.end() < span.end
    ]
    kinds: list[str] = []
    for number, match in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else span.end
        if page.plain.startswith(_STATION, end):
            end = max(match.end(), end - 2)
        elif page.plain.startswith(_OF_OUTLET, end) or _is_outlet(page.plain, match.end(), end):
            end = max(match.end(), page.plain.rfind(" ", match.end(), end) + 1)
        kind = _KIND.get(re.sub(r"\s", "", match.group()))
        kinds = _REPORTERS.get(tuple(kinds), kinds) if kind == "reporter" and kinds else [*kinds, *filter(None, [kind])]
        names = page.plain[match.end() : end].strip(" /")
        kinds += ["photographer"] if match.group() in TWO_PARTS and "/" not in names else []
        if not (_JOINS.fullmatch(page.plain, match.end(), end) or (match.group() in _PART and names in ("", ":"))):
            for kind in kinds:
                yield from named(page, Span(match.end(), end), kind, match.group())
            kinds = []


def _is_outlet(plain: str, start: int, end: int) -> bool:
    """Whether an outlet is glued to the label behind it: ``记者|白露  青潭编辑|何小云``."""
    gap = plain.rfind("  ", start, end) + 2
    return 1 < gap < end and plain.startswith("|", end + 2)


def of_parts(page: Page, label: str, value: Span) -> list[Credit]:
    """Names behind a label and behind others with a slash: ``作者:某某 图/某某 审核/某某``."""
    if page.plain.find("/", *value) < 0 or not (inside := _LABEL.search(page.plain, *value)):
        return []
    slashed_on = page.plain.startswith("/", inside.end()) and inside.start() > value.start
    return list(segments(page, Span(value.start - len(label) - 1, value.end))) if slashed_on else []


def of_part(page: Page, label: str, value: Span) -> list[Credit]:
    """The reporters behind a label of what they made, or of others before them: ``文:本报记者 某某``."""
    at = page.plain.find("记者", *value)
    is_signed = label in _PART and 0 <= at - value.start < _SIGNED
    if is_signed or page.plain.find(" ", value.start + 1, max(at, 0)) > 0:
        return list(segments(page, Span(value.start - len(label) - 1, value.end)))
    return []


def within(page: Page, line: Span) -> Iterator[Credit]:
    """A correspondent on the line, who took the picture, bylines in brackets."""
    plain, words_of = page.plain, line.of(page.plain)
    reported = "记者" in words_of or "通讯员" in words_of
    # one of these stands in every line that names its makers among other words
    if not (reported or "/" in words_of or "(" in words_of or "摄" in words_of or "图" in words_of):
        return
    yield from slashed(page, line)
    if reported:
        yield from _reported(page, line)
    if "摄" in words_of:
        yield from _pictured(page, line)
    if "文" in words_of and ("图" in words_of or "摄" in words_of):
        for match in _BOTH.finditer(plain, line.start, line.end):
            if holds_label(match[match.lastindex or 0]):
                continue
            for kind in ("author", "photographer"):
                yield from named(page, Span(*match.span(match.lastindex or 0)), kind, "文图", sure=False)
    sent = list(sent_in(page, line)) if words_of.endswith(")") else []
    yield from sent
    for match in _BRACKETS.finditer(plain, line.start, line.end) if "(" in words_of else ():
        if any(match.start() < credit.span.start < match.end() for credit in sent):
            continue
        by_parts = "/" in match[1] and "记者 " in match[1] and _SLASHED.search(match[1])
        if "摄" not in match.group()[-4:] and not by_parts:
            inside = Span(*match.span(1))
            yield from before_labels(page, inside)
            found = list(segments(page, inside))
            pictured = page.plain.endswith(_REPORTED_IN_PICTURES, *inside)
            yield from (*found, *(replace(one, credit="photographer") for one in found if pictured))


def before_labels(page: Page, span: Span) -> Iterator[Credit]:
    """Names that stand before the first label in a bracket or a line: ``(某某 特约通讯员:某某)``."""
    label = _LABEL.search(page.plain, *span) if page.plain.find("/", *span) < 0 else None
    names = page.plain[span.start : label.start()].rstrip() if label else ""
    if names and all(map(is_likely, names.split())):
        kind = "reporter" if label and label.group() == "报道" else "author"
        yield from named(page, Span(span.start, span.start + len(names)), kind, "", sure=False)


def sent_in(page: Page, line: Span) -> Iterator[Credit]:
    """Who sent a report in, in brackets or on a line of its own, with their office: ``何小云 青潭县科协供稿``."""
    for match in _SENT_IN.finditer(page.plain, line.start, line.end):
        kind = "photographer" if match[2] in _PICTURES else "author"
        yield from named(page, Span(*match.span(1)), kind, match[2], sure=False)


def _reported(page: Page, line: Span) -> Iterator[Credit]:
    """A correspondent; reporters behind a square; reporters who took the pictures too."""
    if (squared := _SQUARED.search(page.plain, line.start, line.end)) and not is_caption(page, line):
        found = list(segments(page, Span(*squared.span())))
        pictured = squared.group().rstrip().endswith(_REPORTED_IN_PICTURES)
        yield from (*found, *(replace(one, credit="photographer") for one in found if pictured))
    for match in _SENT.finditer(page.plain, line.start, line.end):
        yield from named(page, Span(*match.span(1)), "reporter", "记者", sure=False)
    for match in _WORDS_AND_PICTURES.finditer(page.plain, line.start, line.end):
        for kind in ("reporter", "photographer"):
            yield from named(page, Span(*match.span(1)), kind, "记者")


def _pictured(page: Page, line: Span) -> Iterator[Credit]:
    """Who took the picture: behind a label, or behind a gap at the end of a caption."""
    for match in _TAKEN_BY.finditer(page.plain, line.start, line.end):
        names = Span(*match.span(1))
        if "/" in match.group() and page.plain[match.start() - 1] == "(" and " " in match[1].strip():
            last = page.plain.rfind(" ", names.start, names.start + len(match[1].rstrip()))
            yield from named(page, Span(names.start, last), "reporter", "记者")
            names = Span(last, names.end)
        yield from named(page, names, "photographer", "摄")
    if behind := _PICTURED_BY.search(page.plain, line.start, line.end):
        yield from named(page, Span(*behind.span(1)), "photographer", "摄", sure=False)


def joined(page: Page, value: Span) -> str | None:
    """The kind of the first of two labels that share their names: ``文字/摄影:某某``."""
    match = _JOINED.search(page.plain, max(0, value.start - 24), value.start)
    return _KIND.get(re.sub(r"\s", "", match[1])) if match else None


_FRONTS: Final = frozenset(label[:2] for label in (*_KIND, *OTHERS) if len(label) > 1)
"""The first two letters of longer labels."""
_FIRST: Final = 20
"""So far into a line its first label ends at the latest, be there spaces between its letters."""
_MARKS: Final = frozenset(":/|\\")
"""One of them stands behind a label of one letter."""


def _may_hold_label(words_of: str) -> bool:
    """Whether the letters of a label stand there at all, which is told before an expression is made for them."""
    closed = "".join(words_of.split())
    return not _MARKS.isdisjoint(closed) or any(closed[at : at + 2] in _FRONTS for at in range(len(closed) - 1))


def unmarked(page: Page, line: Span) -> list[Credit]:
    """``责编 某某 审核 某某``: labels and names without a mark between."""
    if not _may_hold_label(line.of(page.plain)[:_FIRST]) or not _UNMARKED.fullmatch(page.plain, line.start, line.end):
        return []
    return list(segments(page, line))


def slashed(page: Page, line: Span) -> Iterator[Credit]:
    """Names before their part: ``某某/文``."""
    start, end = line.start, line.end
    if page.plain.find("/", start, end) < 0 and page.plain.find("|", start, end) < 0:
        return
    if not _SLASH.search(page.plain, start, end):
        return
    for match in _SLASHED.finditer(page.plain, start, end):
        kind = _made(match[2])
        signed = "记者" in match[1] and kind != "editor"
        kind = "reporter" if signed and kind == "author" else kind
        names = Span(match.start(1) + (match[1].rstrip().rfind(" ") + 1 if signed else 0), match.end(1))
        for each in (kind, "photographer") if match[2] == _BY_ONE_HAND else (kind,):
            yield from named(page, names, each, match[2], sure=False)


def _made(part: str) -> str:
    """The kind of a maker by what he made: ``文``, ``图``, ``责编``."""
    if "文" in part or part == "稿":
        return "author"
    return "editor" if part in _EDITED else _KIND.get(part, "photographer")


def without_slashed(words_of: str) -> str:
    """What a line says beside its ``某某/文``."""
    return _SLASHED.sub("", words_of)


def holds_label(words_of: str) -> bool:
    """Whether a label of makers stands among the words."""
    return _may_hold_label(words_of) and bool(_LABEL.search(words_of))


def is_caption(page: Page, line: Span) -> bool:
    """Whether a line says who took a picture."""
    return bool("摄" in line.of(page.plain) and _TAKEN_BY.search(page.plain, line.start, line.end))
