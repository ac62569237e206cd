"""The places and units an article is about: what makes a short post whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.reading import Reading
from newstui.parsing import lexicon, segments, words
from newstui.parsing.text import Page

_LEVEL: Final = re.compile("自治区|[省市县区州旗镇乡]")
_NO_PLACE: Final = frozenset("全我本该各省市县区州旗镇乡和与及在各到来个两三四五多城")
KINDS: Final = {
    "校": "大学|学院|中学|小学|学校|高中|一中|二中|三中|党校|附中|职校|技校",
    "院": "医院|法院|检察院|研究院|科学院|学院|卫生院|设计院|一院|二院|中院",
    "厅": "厅", "局": "总局|林局|管理局|局", "部": "部", "司": "有限公司|公司", "集团": "集团公司|集团", "馆": "馆", "委": "委员会|委",
}  # fmt: skip
"""What the short word for one's own unit stands for, as the unit's full name ends."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: the reason (``title``, ``lead``, ``dateline``) and its words, the nearest first."""

    texts: tuple[tuple[str, str], ...]

    def place(self, level: str) -> tuple[str, str] | None:
        """The first place of a level, ``县``, and the reason: ``("利津县", "title")``."""
        for reason, text in self.texts:
            for place in places(text, level):
                return place, reason
        return None

    def unit(self, kind: str) -> tuple[str, str] | None:
        """The first unit of a kind, ``校``, and the reason."""
        ends = KINDS.get(kind)
        for reason, text in self.texts if ends else ():
            for found in re.compile(f"(?:{ends})").finditer(text):
                start = segments.reach(text, found.start(), max(0, found.start() - 24))
                name = text[start : found.end()].lstrip("我本该各全")
                if len(name) - len(found.group()) >= 2 and not name.endswith(
                    ("干部", "全部", "内部", "外部", "中部", "学部")
                ):
                    return name, reason
        return None


def setting(page: Page, reading: Reading) -> Setting:
    """The setting of an article, read from its title, its first lines and its dateline."""
    plain, parts = page.plain, reading.parts
    first = parts.body[0] if parts.body else Span(0, len(plain))
    texts = [("title", parts.title.of(plain)) if parts.title else ("title", "")]
    texts += [("lead", plain[first.start : min(first.end, first.start + 400)])]
    if reading.dateline and reading.dateline.place:
        texts += [("dateline", reading.dateline.place)]
    texts += [("lead", plain[first.start : first.end])]
    return Setting(tuple(texts))


def places(text: str, level: str) -> Iterator[str]:
    """The places of a level that a text names, in order."""
    for found in _level(level).finditer(text):
        start, end = found.span()
        for length in (8, 7, 6, 5, 4, 3, 2, 1):
            name = text[max(0, start - length) : end]
            if length <= start and words.is_place(name):
                yield name
                break
        else:
            yield from _unlisted(text, start, end)
    if level == "省":
        yield from _provinces(text)


def _unlisted(text: str, start: int, end: int) -> Iterator[str]:
    """A place the list lacks: two letters that no word claims, before 县, 镇, 乡."""
    name = text[max(0, start - 2) : end]
    before = text[max(0, start - 4) : start - 2]
    if len(name) == 3 and text[start:end] in "县镇乡旗" and not set(name[:2]) & _NO_PLACE and not words.level(name[:2]):
        if not before or not words.level(text[start - 3 : start - 1]):
            yield name


@cache
def _level(level: str) -> re.Pattern[str]:
    return re.compile("自治区" if level == "自治区" else f"{level}(?!长|级|场|区?域|容|民)")


def _provinces(text: str) -> Iterator[str]:
    """A province named without its level word: 甘肃."""
    found = _province().search(text)
    if found:
        yield found.group() + "省"


@cache
def _province() -> re.Pattern[str]:
    short = [name for name in lexicon.words("places", "provinces") if name not in _OTHER_PROVINCES]
    return re.compile(lexicon.either(short))


_OTHER_PROVINCES: Final = frozenset("北京 天津 上海 重庆 内蒙古 广西 西藏 宁夏 新疆 香港 澳门".split())
