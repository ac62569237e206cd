"""What is given, as articles: every file, stream and archive member recognised by its content and read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Final

from newstui.intake.decode import decode
from newstui.intake.document import Document
from newstui.intake.failed import Failed, IntakeError
from newstui.intake.files import documents
from newstui.intake.markdown import markdown_articles
from newstui.intake.packed import Budget, unpacked
from newstui.intake.plain import plain_articles
from newstui.intake.records import csv_rows, json_lines, json_values
from newstui.intake.sniff import kind_of
from newstui.model.article import Article

__all__ = ["Failed", "articles"]

Found = Iterator[Article | Failed]
Mapped = Mapping[str, str] | None

_DEPTH: Final = 3
"""Archives within archives."""


def articles(
    paths: Iterable[str | os.PathLike[str]], *, mapping: Mapped = None, stdin: BinaryIO | None = None
) -> Found:
    """The articles of files, folders and ``-``, one by one; what fails comes as ``Failed`` and stops nothing.

    ``mapping`` names a record's own fields: ``{"title": "标题"}``.
    """
    for document in documents(paths, stdin):
        if isinstance(document, Failed):
            yield document
        else:
            yield from read(document, mapping)


def read(document: Document, mapping: Mapped = None, budget: Budget | None = None, depth: int = 0) -> Found:
    """The articles of one document."""
    try:
        kind = kind_of(document, frozenset((mapping or {}).values()))
        if kind in ("gzip", "zip"):
            yield from _packed(document, kind, mapping, budget, depth)
        else:
            yield from _reader(kind)(document, mapping)
    except IntakeError as error:
        yield Failed(document.origin, str(error))


def _packed(document: Document, kind: str, mapping: Mapped, budget: Budget | None, depth: int) -> Found:
    if depth >= _DEPTH:
        raise IntakeError("archives within archives, too deep")
    budget = budget or Budget(document.size or 0)
    for inner in unpacked(document, kind, budget):
        if isinstance(inner, Failed):
            yield inner
        else:
            yield from read(inner, mapping, budget, depth + 1)


def _reader(kind: str) -> Callable[[Document, Mapped], Found]:
    if kind not in READERS:
        raise IntakeError(f"{kind}: not read yet")
    return READERS[kind]


def _text(document: Document, mapping: Mapped) -> Found:
    return plain_articles(decode(document.whole()), document.origin)


def _markdown(document: Document, mapping: Mapped) -> Found:
    return markdown_articles(decode(document.whole()), document.origin)


READERS: Final[Mapping[str, Callable[[Document, Mapped], Found]]] = {
    "text": _text,
    "jsonl": json_lines,
    "json": json_values,
    "csv": csv_rows,
    "markdown": _markdown,
}
