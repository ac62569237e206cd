"""Title, time and source from the lines that stand before the report."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from newstui.model.article import Span
from newstui.model.reading import Parts, Reading
from newstui.parsing.text import Page

_LABEL: Final = re.compile(r"(?:来源|稿源|作者|时间|日期|发布|编辑|记者)[^:\n]{0,4}:|^\d{4}[-./年]\d")
_TAIL: Final = re.compile(r"\n(?:[^\n]{0,6}编辑:|责编:|相关新闻|推荐阅读|摘自 )")


def read_header(page: Page, reading: Reading) -> Reading:
    """The first line is the title, the lines with labels after it the header, the rest the body."""
    if not page.lines:
        return reading
    title, *rest = page.lines
    header = None
    while rest and _LABEL.search(rest[0].of(page.plain)):
        header = Span(header.start if header else rest[0].start, rest.pop(0).end)
    if not rest:
        return replace(reading, title=title.of(page.text), parts=Parts(title=title, header=header))
    tail = _TAIL.search(page.plain, rest[0].start)
    body = Span(rest[0].start, tail.start() if tail else rest[-1].end)
    return replace(reading, title=title.of(page.text), parts=Parts(title=title, header=header, body=(body,)))
