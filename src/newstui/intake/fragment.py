"""Fragments of HTML, as feeds and records carry them, to text."""

from __future__ import annotations

from newstui.intake.markup import lines_of, looks_marked_up


def text_of(words: str) -> str:
    """The text of a field: its lines without tags where it is marked up, else the words as they are."""
    if not looks_marked_up(words) and "<" not in words:
        return words
    if not looks_marked_up(words) and words.count("<") < 3 and "</" not in words:
        return words
    from newstui.intake.tree import tree_of

    root = tree_of(words)
    if root is None:
        return "\n".join(lines_of(words))
    from newstui.intake.blocks import blocks_of

    return "\n".join(block.text for block in blocks_of(root))
