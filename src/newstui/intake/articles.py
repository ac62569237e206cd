"""The one place where an article is made: cleaned, hard wraps joined, its id taken from the input alone."""

from __future__ import annotations

from newstui.model.article import Article, article_id
from newstui.model.clean import clean


def article(text: str, *, ref: str | None = None, url: str | None = None, origin: str | None = None) -> Article:
    """An article of a plain text; header and credits are read from it later, by parsing."""
    return Article(id=article_id(text), text=clean(text), ref=ref, url=url, origin=origin)
