"""Where the body of an article lies in a page, and its lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from newstui.intake.blocks import Block, Element, blocks_of
from newstui.intake.portals import (
    BODIES,
    BODY_LIKE,
    CROWDED,
    EDITOR,
    LAST_LINE,
    NOISE,
    NOTICE,
    RELATED,
    TOP_LINE,
)
from newstui.model.fold import fold

_PART: Final = 0.35
"""What holds more than this share of a page's prose is no noise, whatever its name."""
_CROWD: Final = 0.8
"""The same for lists of comments and the like."""
_FAIR: Final = 0.2
"""What is named as the body has at least this share of the prose."""
_DENSE: Final = 0.6
"""Share of prose among all words from which neighbours belong to the body."""
_TOP: Final = 60
"""Lines in which the headline may stand above the body."""
_LITTLE: Final = 60.0
_HEADER: Final = 8
_MOST: Final = 0.7
"""A child with this share of its parent's prose holds the body."""
# fmt: off
_LEAVES: Final = frozenset((
    "a", "b", "blockquote", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li", "p", "span", "strong", "tbody",
    "tr", "u",
))
# fmt: on
_HEADINGS: Final = ("h1", "h2", "h3", "h4")
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.I)


def prose_of(block: Block) -> float:
    """The weight of a line by which bodies are found."""
    return block.prose


def body_of(root: Element, title: str | None) -> list[str]:
    """The lines of the body; empty where a page has no prose."""
    whole = blocks_of(root)
    _prune(root, weigh(root, whole))
    blocks = blocks_of(root)
    weights = weigh(root, blocks)
    if not weights[root]:
        return []
    named = _named(root, weights)
    container = named if named is not None else _heaviest(root, blocks, weights)
    return _with_editor(_trimmed(blocks_of(container), title, named is not None), whole)


def weigh(root: Element, blocks: list[Block], of: Callable[[Block], float] = prose_of) -> dict[Element, float]:
    """The prose under each element: its own lines and those of all within."""
    weights: dict[Element, float] = defaultdict(float)
    for block in blocks:
        if block.element is not None:
            weights[block.element] += of(block)
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and element in weights and element is not root:
            weights[parent] += weights[element]
    return weights


def _prune(root: Element, weights: dict[Element, float]) -> None:
    """Takes out what is named or styled as no part of the article, unless it holds the body or most of the prose."""
    kept = _around_bodies(root, weights)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "form") or element in kept:
            continue
        names = f"{element.get('id') or ''} {element.get('class') or ''}"
        noisy = element.tag in ("nav", "footer") or _HIDDEN.search(element.get("style") or "") or NOISE.search(names)
        part = _CROWD if CROWDED.search(names) else _PART
        if noisy and weights.get(element, 0.0) <= part * weights[root]:
            _drop(element)


def _around_bodies(root: Element, weights: dict[Element, float]) -> set[Element]:
    """The elements named as bodies that hold prose, and all they stand in."""
    kept: set[Element] = set()
    for element in root.iter():
        if isinstance(element.tag, str) and weights.get(element, 0.0) > 0:
            within: Element | None = element
            if _is_body(f"{element.get('id') or ''} {element.get('class') or ''}"):
                while within is not None and within not in kept:
                    kept.add(within)
                    within = within.getparent()
    return kept


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _is_body(names: str) -> bool:
    words = names.lower().split()
    return any(word in BODIES for word in words) or any(BODY_LIKE.search(word) for word in words)


def _named(root: Element, weights: dict[Element, float]) -> Element | None:
    """The element named as the body by a portal: the most certain name that holds a fair share of the prose."""
    found: dict[int, Element] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for word in f"{element.get('id') or ''} {element.get('class') or ''}".lower().split():
            rank = BODIES.index(word) if word in BODIES else len(BODIES) if BODY_LIKE.search(word) else None
            if rank is not None and weights.get(element, 0.0) > weights.get(found.get(rank), 0.0):
                found[rank] = element
    total = weights[root]
    fair = [found[rank] for rank in sorted(found) if weights[found[rank]] >= max(12.0, _FAIR * total)]
    most = max((weights[element] for element in fair), default=0.0)
    return next((element for element in fair if weights[element] >= 0.5 * most), None)


def _heaviest(root: Element, blocks: list[Block], weights: dict[Element, float]) -> Element:
    """The deepest element that holds most of the prose, and what stands around it as long as that is prose too."""
    node = root
    while True:
        children = [child for child in node if isinstance(child.tag, str) and child.tag not in _LEAVES]
        best = max(children, key=lambda child: weights.get(child, 0.0), default=None)
        if best is None or weights.get(best, 0.0) < _MOST * weights[node]:
            break
        node = best
    sizes = weigh(root, blocks, lambda block: float(len(block.text)))
    while node is not root and (parent := node.getparent()) is not None:
        further = sizes[parent] - sizes[node]
        if further and weights[parent] - weights[node] < _DENSE * further:
            break
        node = parent
    return node


def _trimmed(blocks: list[Block], title: str | None, named: bool) -> list[str]:
    """Without headline and header at the top, and lists of news and tools at the end; what is named begins at once."""
    start = _after_title(blocks, title)
    if start or not named:
        start = _after_header(blocks, start)
    end = _before_related(blocks, start)
    while end > start and _is_last(blocks[end - 1]):
        end -= 1
    return [block.text for block in blocks[start:end] if not _is_menu(block)]


def _after_title(blocks: list[Block], title: str | None) -> int:
    """Behind the last line, or the last few that make up one, that is the headline with no prose before it."""
    wanted = fold(title or "")
    seen, after = 0.0, 0
    for at, block in enumerate(blocks[:_TOP] if wanted else ()):
        joined = ""
        for end in range(at, min(at + 3, len(blocks))):
            joined += fold(blocks[end].text)
            if joined == wanted and seen < _LITTLE:
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


def _before_related(blocks: list[Block], start: int) -> int:
    """The end of the body: before a list of other articles that is followed by little prose."""
    left = 0.0
    total = sum(block.prose for block in blocks[start:]) or 1.0
    end = len(blocks)
    for at in range(len(blocks) - 1, start, -1):
        left += blocks[at].prose
        if left > _PART * total:
            break
        if RELATED.match(blocks[at].text) and len(blocks[at].text) < 40:
            end = at
    return end


def _with_editor(lines: list[str], whole: list[Block]) -> list[str]:
    """Portals print 责任编辑 below the body; it belongs to the article."""
    if not lines or any(EDITOR.search(line) for line in lines[-3:]):
        return lines
    last = max((at for at, block in enumerate(whole) if block.text == lines[-1]), default=len(whole))
    after = (block.text for block in whole[last + 1 : last + 20] if len(block.text) < 80)
    editor = next((found[0].strip() for text in after if (found := EDITOR.search(text))), None)
    return [*lines, "", editor] if editor else lines
