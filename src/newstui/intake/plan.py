"""What an import would do, without doing it: one line for each document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from newstui.intake.decode import decode
from newstui.intake.document import Document
from newstui.intake.failed import Failed, IntakeError
from newstui.intake.files import documents
from newstui.intake.html import decoded_page
from newstui.intake.packed import Budget
from newstui.intake.sniff import kind_of
from newstui.intake.walk import Mapped, inner_documents, read
from newstui.model.article import Article
from newstui.model.clean import line


@dataclass(frozen=True, slots=True)
class Planned:
    """What a document would become; one that cannot be read has no kind, and its reason as the title."""

    origin: str
    kind: str
    encoding: str
    articles: int
    failed: int
    title: str


def plan(
    paths: Iterable[str | os.PathLike[str]], mapping: Mapped = None, stdin: BinaryIO | None = None
) -> Iterator[Planned]:
    """A line for every document under the paths, members of archives included."""
    for document in documents(paths, stdin):
        yield from _planned(document, mapping)


def _planned(
    document: Document | Failed, mapping: Mapped, budget: Budget | None = None, depth: int = 0
) -> Iterator[Planned]:
    if isinstance(document, Failed):
        yield Planned(document.origin, "", "", 0, int(document.how == "failed"), document.reason)
        return
    try:
        kind = kind_of(document, frozenset((mapping or {}).values()))
        if kind not in ("gzip", "zip"):
            yield _counted(document, kind, mapping)
            return
        budget = budget or Budget(document.size or 0)
        for inner in inner_documents(document, kind, budget, depth):
            yield from _planned(inner, mapping, budget, depth + 1)
    except IntakeError as error:
        yield Planned(document.origin, "", "", 0, 1, str(error))


def _counted(document: Document, kind: str, mapping: Mapped) -> Planned:
    head = decoded_page(document.head) if kind == "html" else decode(document.head)
    articles, failed, title = 0, 0, ""
    for found in read(document, mapping):
        if isinstance(found, Failed):
            failed += found.how == "failed"
            title = title or found.reason
            continue
        articles += 1
        if articles == 1:
            title = _title(found)
    return Planned(document.origin, kind, head.how, articles, failed, title)


def _title(article: Article) -> str:
    return article.title or line(article.text.lstrip().split("\n", 1)[0][:100])
