"""Articles into the archive: parsed in worker processes, stored by one writer, with progress as values."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from newstui.archive.prepared import Prepared, prepare
from newstui.archive.store import Failed, PutResult, Writer
from newstui.model.article import Article

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come; the rate is articles per second, the time left seconds where the total is known."""

    stored: int
    unchanged: int
    failed: int
    rate: float
    left: float | None = None


LoadResult = PutResult


def load(
    articles: Iterable[Article],
    path: Path,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    total: int | None = None,
) -> LoadResult:
    """Parses and stores articles; those already held stay as they are. Raises ArchiveError."""
    done = LoadResult()
    started = time.monotonic()
    with Writer(path) as writer:
        for batch in _batches(iter(articles)):
            ready, failed = _prepared(batch)
            if failed:
                writer.fail(failed)
            done += writer.put_prepared(ready) + PutResult(failed=tuple(failed))
            if progress:
                progress(_progress(done, time.monotonic() - started, total))
    return done


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch


def _prepared(batch: list[Article]) -> tuple[list[Prepared], list[Failed]]:
    from newstui.parsing.pipeline import read

    ready, failed = [], []
    for article in batch:
        try:
            ready.append(prepare(article, read(article)))
        except Exception as error:  # the one broad except: one article never stops an import
            failed.append(Failed(article.origin or article.id, f"could not be parsed: {error!r}"))
    return ready, failed


def _progress(done: LoadResult, seconds: float, total: int | None) -> Progress:
    seen = done.stored + done.unchanged + len(done.failed)
    rate = seen / seconds if seconds else 0.0
    left = (total - seen) / rate if total is not None and rate else None
    return Progress(done.stored, done.unchanged, len(done.failed), rate, left)
