"""Markup to a tree, from bytes alone: no address, no entity, no file is ever followed."""

from __future__ import annotations

from typing import Final

from newstui.intake.blocks import Element
from newstui.intake.markup import tamed
from newstui.model.late import late

_FORBIDDEN: Final = late(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")


def tree_of(markup: str) -> Element | None:
    """The tree of a page or fragment; None where it is empty or its markup is out of all bounds."""
    from lxml import etree

    safe = tamed(markup)
    if safe is None or not safe.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=True
    )
    root = etree.fromstring(_FORBIDDEN.sub("\ufffd", safe).encode(), parser)
    return root if root is not None and len(root) else None
