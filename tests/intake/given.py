"""Shorthands of the intake tests."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping

from newstui.intake.document import Document
from newstui.intake.failed import Failed
from newstui.intake.walk import articles, read
from newstui.model.article import Article


def taken(*paths: str | os.PathLike[str], mapping: Mapping[str, str] | None = None) -> list[Article | Failed]:
    """Everything that comes of the paths."""
    return list(articles(paths, mapping=mapping))


def of_bytes(content: bytes, name: str = "", mapping: Mapping[str, str] | None = None) -> list[Article | Failed]:
    """Everything that comes of one document."""
    return list(read(Document(name or "given", name, io.BytesIO(content), len(content)), mapping))


def only(found: Iterable[Article | Failed]) -> Article:
    """The one article that came."""
    (article,) = found
    assert isinstance(article, Article), article
    return article


def failure(found: Iterable[Article | Failed]) -> str:
    """The reason of the one failure that came."""
    (failed,) = found
    assert isinstance(failed, Failed), failed
    return failed.reason


def parted(found: Iterable[Article | Failed]) -> tuple[list[Article], list[Failed]]:
    """Articles and failures apart."""
    whole = list(found)
    return [one for one in whole if isinstance(one, Article)], [one for one in whole if isinstance(one, Failed)]
