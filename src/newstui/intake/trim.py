"""The lines of a body without what stands around it in the same element: headline, header, tools, lists of news."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from newstui.intake.blocks import Block, Element
from newstui.intake.portals import EDITOR, FOOT, LAST_LINE, NOTICE, RELATED, TOOL_LINE, TOP_LINE
from newstui.model.fold import fold

_PART: Final = 0.35
"""A list of news holds at most this share of the prose it ends."""
_TOP: Final = 60
"""Lines in which the headline may stand above the body."""
_LITTLE: Final = 60.0
"""Prose that may stand above the headline, and less of which is no body yet."""
_HEADER: Final = 8
_SHORT: Final = 80
"""Characters of a line of credits."""
# fmt: off
_LEAVES: Final = frozenset((
    "a", "b", "blockquote", "center", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li", "p", "section",
    "span", "strong", "u",
))
# fmt: on
_HEADINGS: Final = ("h1", "h2", "h3", "h4")


def trimmed(blocks: list[Block], title: str | None, named: bool) -> list[str]:
    """Without headline and header at the top, lists of news and tools at the end; what is named has no header."""
    start = _after_title(blocks, title)
    start = _after_header(blocks, start) if start or not named else start
    start += _after_tools(blocks[start:])
    blocks = blocks[start:]
    end = _before_related(blocks[: _before_others(blocks)])
    while end and _is_last(blocks[end - 1]):
        end -= 1
    return [block.text for block in blocks[:end] if not _is_menu(block)]


def with_editor(lines: list[str], whole: list[Block]) -> list[str]:
    """The text, and apart from it 责任编辑 and the like, which portals print at its end or below it."""
    end = len(lines)
    while end > 1 and len(lines[end - 1]) < _SHORT and (FOOT.match(lines[end - 1]) or EDITOR.match(lines[end - 1])):
        end -= 1
    editors = [found[0].strip() for line in lines[end:] if (found := EDITOR.search(line))]
    if lines and not editors and not any(EDITOR.search(line) for line in lines[max(end - 3, 0) : end]):
        editors = _below(lines[end - 1], whole)
    return [*lines[:end], "", *editors] if editors else lines[:end]


def _below(last: str, whole: list[Block]) -> list[str]:
    """The first credit of an editor in the lines of the page behind the last one of the text."""
    at = max((at for at, block in enumerate(whole) if block.text.startswith(last)), default=len(whole))
    after = (block.text for block in whole[at + 1 : at + 20] if len(block.text) < _SHORT)
    return [found[0].strip() for text in after if (found := EDITOR.search(text))][:1]


def _after_title(blocks: list[Block], title: str | None) -> int:
    """Behind the last line, or the last few that make up one, that is the headline with no prose before it."""
    wanted = fold(title or "")
    seen, after = 0.0, 0
    for at, block in enumerate(blocks[:_TOP] if wanted else ()):
        joined = ""
        for end in range(at, min(at + 3, len(blocks))):
            joined += fold(blocks[end].text)
            if joined == wanted and seen < 2 * _LITTLE:
                after, seen = end + 1, 0.0
        seen += block.prose
    return after


def _after_header(blocks: list[Block], start: int) -> int:
    """Behind the header's lines, short names between them included."""
    at = start
    while at < min(start + _HEADER, len(blocks)) and (_is_top(blocks[at]) or _is_label(blocks[at])):
        at += 1
        if _is_top(blocks[at - 1]):
            start = at
    return start


def _is_top(block: Block) -> bool:
    return (len(block.text) < 150 and "。" not in block.text and bool(TOP_LINE.match(block.text))) or _is_menu(block)


def _is_label(block: Block) -> bool:
    return len(block.text) < 40 and not re.search(r"[，。；！？：]", block.text)


def _is_menu(block: Block) -> bool:
    """A line of nothing but short links is a menu."""
    return block.linked >= len(block.text.replace(" ", "")) and len(block.text) < 12


def _is_last(block: Block) -> bool:
    """A tool, the heading of a list, or a link to another article with at most its date beside it."""
    beside = len(block.text) - block.linked
    if block.element is not None and block.element.tag in _HEADINGS and len(block.text) < 12:
        return True
    if LAST_LINE.match(block.text) or (len(block.text) < 200 and NOTICE.match(block.text)):
        return True
    return block.linked > beside and beside <= 12


def _after_tools(blocks: list[Block]) -> int:
    """Behind the tools at the top of a body that begins without its headline: sharing, font sizes."""
    words = (at for at, block in enumerate(blocks) if not (_is_menu(block) or TOOL_LINE.match(block.text)))
    return next(words, 0)


def _before_related(blocks: list[Block]) -> int:
    """The end of the body: before a list of other articles that is followed by little prose."""
    left = 0.0
    total = sum(block.prose for block in blocks) or 1.0
    end = len(blocks)
    for at in range(len(blocks) - 1, 0, -1):
        left += blocks[at].prose
        if left > _PART * total:
            break
        if RELATED.match(blocks[at].text) and len(blocks[at].text) < 40:
            end = at
    return end


def _before_others(blocks: list[Block]) -> int:
    """The end of the body: at a line that closes articles, where nothing that held text before it goes on behind it."""
    closing = [_closes(block) for block in blocks]
    homes = [
        _home(block.element) if block.prose > 0 and not end else None
        for block, end in zip(blocks, closing, strict=True)
    ]
    last = {home: at for at, home in enumerate(homes) if home is not None}
    seen: set[Element] = set()
    goes_on = 0
    for at, said in enumerate(accumulate(block.prose for block in blocks)):
        home = homes[at]
        if home is not None and home not in seen:
            seen.add(home)
            goes_on = max(goes_on, last[home], *(last.get(around, 0) for around in home.iterancestors()))
        if said >= _LITTLE and goes_on <= at and (closing[at] or EDITOR.match(blocks[at].text)):
            return at + (not closing[at])
    return len(blocks)


def _home(element: Element) -> Element:
    """The element that holds the paragraphs of which this is one."""
    while element is not None and element.tag in _LEAVES and element.getparent() is not None:
        element = element.getparent()
    return element


def _closes(block: Block) -> bool:
    """Whether a line is a tool, a notice, the foot of an article or the heading of a list of others."""
    text = block.text
    return len(text) < 200 and bool(
        LAST_LINE.match(text) or NOTICE.match(text) or FOOT.match(text) or (len(text) < 40 and RELATED.match(text))
    )
