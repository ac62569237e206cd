"""What is given, as articles: every file, stream and archive member recognised by its content and read.

The reader of a format is loaded with the first document of that format.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, Final

from newstui.intake.amount import Amount
from newstui.intake.decode import decode
from newstui.intake.document import Document
from newstui.intake.doubt import Found, doubts, with_doubt
from newstui.intake.failed import Failed, IntakeError
from newstui.intake.files import documents
from newstui.intake.lines import decoded_head
from newstui.intake.plain import plain_articles
from newstui.intake.records import csv_rows, json_lines, json_values
from newstui.intake.sniff import kind_of
from newstui.model.clean import line

if TYPE_CHECKING:
    from newstui.intake.packed import Budget

__all__ = ["Failed", "articles"]

Mapped = Mapping[str, str] | None
Reader = Callable[[Document, Mapped], Found]

_DEPTH: Final = 3
"""Archives within archives."""
_PATIENCE: Final = 10_000


def articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    mapping: Mapped = None,
    stdin: BinaryIO | None = None,
    amount: Amount | None = None,
) -> Found:
    """The articles of files, folders and ``-``, one by one; what fails comes as ``Failed`` and stops nothing.

    ``mapping`` names a record's own fields: ``{"title": "标题"}``; ``amount`` is told how far reading is.
    """
    for document in documents(paths, stdin):
        if isinstance(document, Failed):
            yield document
        elif amount is None:
            yield from read(document, mapping)
        else:
            yield from amount.counted(read(document, mapping), document)


def read(document: Document, mapping: Mapped = None, budget: Budget | None = None, depth: int = 0) -> Found:
    """The articles of one document."""
    try:
        kind = kind_of(document, frozenset((mapping or {}).values()))
        if kind not in ("gzip", "zip"):
            yield from _patient(READERS[kind](document, mapping), document.origin)
            return
        from newstui.intake.packed import Budget

        budget = budget or Budget(document.size or 0)
        for inner in inner_documents(document, kind, budget, depth):
            yield from [inner] if isinstance(inner, Failed) else read(inner, mapping, budget, depth + 1)
    except IntakeError as error:
        yield Failed(document.origin, str(error))
    except Exception as error:  # the parsers of formats are others' code, and hostile input finds their holes
        yield Failed(document.origin, f"cannot be read: {type(error).__name__}: {line(str(error))[:200]}")


def _patient(found: Found, origin: str) -> Found:
    """Gives up on a file of records in which nothing is one, long before a bomb runs out of lines."""
    failed, number = 0, 0
    for number, each in enumerate(found, 1):  # noqa: B007 - asked for at the end
        yield each
        failed = failed + 1 if isinstance(each, Failed) else 0
        if failed >= _PATIENCE:
            yield Failed(origin, f"{failed:,} records in a row could not be read; the rest is left out")
            return
    if not number:
        yield Failed(origin, "no record in it")


def inner_documents(document: Document, kind: str, budget: Budget, depth: int) -> Iterator[Document | Failed]:
    """The members of an archive; raises IntakeError for archives within archives without end."""
    if depth >= _DEPTH:
        raise IntakeError("archives within archives, too deep")
    from newstui.intake.packed import unpacked

    return unpacked(document, kind, budget)


def _text(document: Document, mapping: Mapped) -> Found:
    return with_doubt(plain_articles, decode(document.whole(), document.declared), document.origin)


def _page(document: Document, mapping: Mapped) -> Found:
    from newstui.intake.html import decoded_page, page_articles

    decoded = decoded_page(document.whole(), document.declared)
    yield from page_articles(decoded, document.origin, document.url)
    yield from doubts(decoded, document.origin)


def _saved(document: Document, mapping: Mapped) -> Found:
    from newstui.intake.mhtml import mhtml_articles

    return mhtml_articles(document)


def _feed(document: Document, mapping: Mapped) -> Found:
    from newstui.intake.feeds import feed_articles

    return feed_articles(document)


def _markdown(document: Document, mapping: Mapped) -> Found:
    from newstui.intake.markdown import markdown_articles

    return with_doubt(markdown_articles, decode(document.whole(), document.declared), document.origin)


def _records(read: Reader) -> Reader:
    """Records of a file whose encoding is in doubt are followed by that doubt."""

    def reader(document: Document, mapping: Mapped) -> Found:
        yield from read(document, mapping)
        if not (head := decoded_head(document)).sure:
            yield from doubts(head, document.origin)

    return reader


READERS: Final[Mapping[str, Reader]] = {
    "text": _text,
    "jsonl": _records(json_lines),
    "json": _records(json_values),
    "csv": _records(csv_rows),
    "markdown": _markdown,
    "html": _page,
    "feed": _feed,
    "mhtml": _saved,
}
