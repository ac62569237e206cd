"""The one place where an article is made: cleaned, hard wraps joined, its id taken from the input alone."""

from __future__ import annotations

from newstui.intake.unwrap import unwrapped
from newstui.model.article import Article, article_id
from newstui.model.clean import clean


def article(
    text: str,
    *,
    ref: str | None = None,
    url: str | None = None,
    origin: str | None = None,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    author: str | None = None,
    fields: tuple[str | None, ...] | None = None,
) -> Article:
    """An article of a text; what the input did not give as a field is read from the text later, by parsing.

    ``fields`` are the raw fields of structured input, which its id hashes in place of the text.
    """
    return Article(
        id=article_id(*(fields or (text,))),
        text=unwrapped(clean(text)),
        ref=ref,
        url=url,
        title=title,
        published=published,
        source=source,
        author=author,
        origin=origin,
    )
