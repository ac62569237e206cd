"""Where the body of an article lies in a page, and its lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from newstui.intake.blocks import Block, Element, blocks_of
from newstui.intake.portals import BODIES, BODY_LIKE, CROWDED, NOISE
from newstui.intake.trim import trimmed, with_editor
from newstui.model.late import late

_PART: Final = 0.35
"""What holds more than this share of a page's prose is no noise, whatever its name."""
_CROWD: Final = 0.8
"""The same for lists of comments and the like."""
_FAIR: Final = 0.2
"""What is named as the body has at least this share of the prose."""
_DENSE: Final = 0.6
"""Share of prose among all words from which neighbours belong to the body."""
_MOST: Final = 0.7
"""A child with this share of its parent's prose holds the body."""
# fmt: off
_LEAVES: Final = frozenset((
    "a", "b", "blockquote", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li", "p", "span", "strong", "tbody",
    "tr", "u",
))
# fmt: on
_HIDDEN: Final = late(r"display\s*:\s*none", re.I)


def prose_of(block: Block) -> float:
    """The weight of a line by which bodies are found."""
    return block.prose


def body_of(root: Element, title: str | None) -> list[str]:
    """The lines of the body; empty where a page has no prose."""
    whole = blocks_of(root)
    weights = weigh(root, whole)
    _prune(root, weights, _is_hidden)
    _prune(root, weights, _is_noise)
    if not weights[root]:
        return []
    named = _named(root, weights)
    container = named if named is not None else _heaviest(root, weights)
    return with_editor(trimmed(blocks_of(container), title, named is not None), whole)


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


def _prune(root: Element, weights: dict[Element, float], is_out: Callable[[Element], bool]) -> None:
    """Takes out what is no part of the article, unless it holds the body or most of the prose."""
    kept = _around_bodies(root, weights)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "form") or element in kept:
            continue
        part = _CROWD if CROWDED.search(names_of(element)) else _PART
        weight = weights.get(element, 0.0)
        if is_out(element) and weight <= part * weights[root]:
            for around in element.iterancestors() if weight else ():
                weights[around] -= weight
            _drop(element)


def _is_hidden(element: Element) -> bool:
    return bool(_HIDDEN.search(element.get("style") or ""))


def _is_noise(element: Element) -> bool:
    return element.tag in ("nav", "footer") or bool(NOISE.search(names_of(element)))


def names_of(element: Element) -> str:
    """An element's identifier and classes."""
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def _around_bodies(root: Element, weights: dict[Element, float]) -> set[Element]:
    """The elements named as bodies that hold prose, and all they stand in."""
    kept: set[Element] = set()
    for element in root.iter():
        if isinstance(element.tag, str) and weights.get(element, 0.0) > 0:
            within: Element | None = element
            if _is_body(names_of(element)):
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
        for word in names_of(element).lower().split():
            rank = BODIES.index(word) if word in BODIES else len(BODIES) if BODY_LIKE.search(word) else None
            if rank is not None and weights.get(element, 0.0) > weights.get(found.get(rank), 0.0):
                found[rank] = element
    total = weights[root]
    fair = [found[rank] for rank in sorted(found) if weights[found[rank]] >= max(12.0, _FAIR * total)]
    most = max((weights[element] for element in fair), default=0.0)
    return next((element for element in fair if weights[element] >= 0.5 * most), None)


def _heaviest(root: Element, weights: dict[Element, float]) -> Element:
    """The deepest element that holds most of the prose, and what stands around it as long as that is prose too."""
    node = root
    while True:
        children = [child for child in node if isinstance(child.tag, str) and child.tag not in _LEAVES]
        best = max(children, key=lambda child: weights.get(child, 0.0), default=None)
        if best is None or weights.get(best, 0.0) < _MOST * weights[node]:
            break
        node = best
    sizes = weigh(root, blocks_of(root), lambda block: float(len(block.text)))
    while node is not root and (parent := node.getparent()) is not None:
        further = sizes[parent] - sizes[node]
        if further and weights[parent] - weights[node] < _DENSE * further:
            break
        node = parent
    return node
