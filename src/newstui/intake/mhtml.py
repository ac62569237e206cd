"""A page that a browser saved as one file: its first HTML part is the page."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes

from newstui.intake.document import Document
from newstui.intake.doubt import doubts
from newstui.intake.failed import Failed, IntakeError
from newstui.intake.html import decoded_page, page_articles
from newstui.model.article import Article


def mhtml_articles(document: Document) -> Iterator[Article | Failed]:
    """The article of the page; raises IntakeError where the file holds none."""
    message = message_from_bytes(document.whole())
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
            url = str(address) if str(address).startswith("http") else None
            if isinstance(page, bytes):
                decoded = decoded_page(page, part.get_content_charset())
                yield from page_articles(decoded, document.origin, url)
                yield from doubts(decoded, document.origin)
                return
    raise IntakeError("a saved page without HTML in it")
