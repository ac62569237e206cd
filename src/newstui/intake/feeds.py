"""RSS, Atom and RDF feeds: every entry an article."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from typing import Any, Final

from newstui.intake.batches import batches
from newstui.intake.dates import from_seconds, moment
from newstui.intake.decode import Decoded, decode
from newstui.intake.document import Document
from newstui.intake.doubt import doubts
from newstui.intake.failed import Failed, IntakeError
from newstui.intake.fields import made
from newstui.intake.fragment import text_of
from newstui.intake.lines import decoded_head, text_chunks
from newstui.model.article import Article
from newstui.model.clean import line

Entry = Mapping[str, Any]

_SMALL: Final = 2_000_000
"""Bytes of a feed that is parsed at once."""
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})", re.I)
_DECLARATION: Final = re.compile(r"^[\s\ufeff]*<\?xml[^>]{0,300}\?>")
_ENTITY: Final = re.compile(
    r"<!ENTITY\s+(?:%\s+)?[^\s>]{1,100}\s+(?:SYSTEM|PUBLIC|\"[^\"]*&(?!#)|'[^']*&(?!#)|\"[^\"]{1000}|'[^']{1000})"
)
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DATES: Final = ("published", "updated", "created", "date", "issued")


def feed_articles(document: Document) -> Iterator[Article | Failed]:
    """The articles of a feed, in its order; raises IntakeError for one that is none, is empty, or is a trap."""
    number, reason = 0, ""
    decoded, texts = _texts(document)
    for text in texts:
        parsed = _parsed(text)
        reason = line(str(parsed.get("bozo_exception") or ""))[:200] if parsed.get("bozo") else reason
        outlet = line(text_of(str(parsed.feed.get("title") or "")))
        for entry in parsed.entries:
            number += 1
            where = f"{document.origin}: entry {number}"
            try:
                yield _article(dict(entry), outlet, where)
            except IntakeError as error:
                yield Failed(where, str(error))
    if not number:
        raise IntakeError(f"a feed without entries{reason and f': {reason}'}")
    yield from doubts(decoded, document.origin)


def _texts(document: Document) -> tuple[Decoded, Iterator[str]]:
    """A small feed whole, its encoding judged by all of it; a large one, or a stream, in batches."""
    if document.size is None or document.size > _SMALL:
        return decoded_head(document), batches(text_chunks(document))
    feed = document.whole()
    match = _DECLARED.search(feed[:1024])
    decoded = decode(feed, match[1].decode("ascii") if match else document.declared)
    return decoded, iter([decoded.text])


def _parsed(text: str) -> Any:
    """The feed as feedparser sees it, given bytes alone: given a string it would open paths and addresses."""
    import feedparser

    if _ENTITY.search(text):
        raise IntakeError("XML with entities that refer to others or to files; refused")
    safe = _FORBIDDEN.sub("\ufffd", _DECLARATION.sub("", text)).lstrip("\ufeff \t\r\n\ufffd")
    headers = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(
        io.BytesIO(safe.encode()), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )


def _article(entry: Entry, outlet: str, origin: str) -> Article:
    source = entry.get("source")
    named = source.get("title") if isinstance(source, Mapping) else None
    own = {
        "title": line(text_of(_words(entry.get("title")))) or None,
        "published": _published(entry),
        "source": line(text_of(_words(named))) or outlet or None,
        "author": line(_words(entry.get("author"))) or None,
        "url": _words(entry.get("link")) or None,
        "id": _words(entry.get("id")) or None,
    }
    body = _body(entry)
    if not body and not own["title"]:
        raise IntakeError("an entry without title and text")
    return made(body, own, origin)


def _body(entry: Entry) -> str:
    """The full content where the feed gives it, else the summary, as text."""
    contents = [_words(content.get("value")) for content in entry.get("content") or () if isinstance(content, Mapping)]
    full = max(contents, key=len, default="")
    return text_of(full) or text_of(_words(entry.get("summary")))


def _published(entry: Entry) -> str | None:
    """The date as the feed words it, read as Beijing's where it names no zone; else as feedparser understood it."""
    for name in _DATES:
        if iso := moment(_words(entry.get(name))):
            return iso
    understood = (entry.get(f"{name}_parsed") for name in _DATES)
    try:
        return next((from_seconds(timegm(time)) for time in understood if time), None)
    except (ValueError, OverflowError, TypeError):
        return None


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""
