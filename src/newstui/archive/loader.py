"""Articles into the archive: parsed in worker processes, stored by one writer, with progress as values."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final

from newstui.archive import dictionary
from newstui.archive.prepared import Prepared
from newstui.archive.store import PutResult, Writer
from newstui.archive.workers import ARTICLES, CHARACTERS, Means, Workers
from newstui.intake.chunks import chunks
from newstui.intake.failed import Failed
from newstui.model.article import Article

LoadResult = PutResult

_BATCH: Final = 600
_SECONDS: Final = 10.0
"""A batch is stored when it is so large or so old."""
_FEW: Final = 100
"""So few articles are parsed sooner than another process has started."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come: ``seen`` of ``total`` articles, where that is known."""

    seen: int
    stored: int
    unchanged: int
    failed: int
    rate: float
    """Articles per second."""
    total: int | None = None

    @property
    def left(self) -> float | None:
        """Seconds left, where the total is known."""
        return (self.total - self.seen) / self.rate if self.total is not None and self.rate else None


def load(
    articles: Iterable[Article | Failed],
    path: Path,
    *,
    workers: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    total: int | None = None,
) -> LoadResult:
    """Parses and stores articles; those already held stay as they are, and are not parsed.

    ``workers`` is the number of parsing processes, one for each core unless given; 0 parses in this one.
    Stopped (by Ctrl-C, or a signal that raises SystemExit) it stores what is parsed and goes. Raises ArchiveError.
    """
    with Writer(path) as writer:
        loading = _Loading(writer, progress, total)
        stream = iter(articles)
        head = list(islice(stream, dictionary.ENOUGH))
        if workers is None:
            workers = 0 if len(head) < _FEW else os.cpu_count() or 1
        try:
            with Workers(workers) as pool:
                by = Means(writer.dictionary(_sampling(pool, head)), writer.corrections())
                given = chunks(loading.new(chain(head, stream)), ARTICLES, CHARACTERS)
                for prepared, failed in pool.ready(given, by):
                    loading.take(prepared, failed)
        finally:
            loading.store()
    return loading.done


def _sampling(pool: Workers, head: list[Article | Failed]) -> Callable[[], tuple[bytes, bytes]] | None:
    articles = [one for one in head if isinstance(one, Article)]
    return partial(pool.sample, articles) if len(articles) >= dictionary.ENOUGH else None


@dataclass(slots=True)
class _Loading:
    """The state of one import."""

    writer: Writer
    progress: Callable[[Progress], None] | None
    total: int | None
    done: LoadResult = field(default_factory=PutResult)
    started: float = field(default_factory=time.monotonic)
    stored_at: float = field(default_factory=time.monotonic)
    batch: list[Prepared] = field(default_factory=list)
    refused: list[Failed] = field(default_factory=list)
    once_failed: set[str] = field(default_factory=set)
    """Origins that an earlier import could not take."""
    mended: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.once_failed = self.writer.failed()

    def new(self, stream: Iterable[Article | Failed]) -> Iterator[Article]:
        """The articles that are not held yet; what intake refused is put aside."""
        for one in stream:
            if isinstance(one, Failed):
                self.refused.append(one)
                continue
            if one.origin in self.once_failed:
                self.mended.append(one.origin)
            if self.writer.known((one.id,)):
                self.done = replace(self.done, unchanged=self.done.unchanged + 1)
                self._tell(every=200)
            else:
                yield one

    def take(self, prepared: list[Prepared], failed: list[Failed]) -> None:
        """Takes a parsed chunk; stores when a batch is full."""
        self.batch += prepared
        self.refused += failed
        if len(self.batch) >= _BATCH or time.monotonic() - self.stored_at > _SECONDS:
            self.store()
        self._tell()

    def store(self) -> None:
        """Stores what has gathered."""
        self.writer.mend(self.mended)
        self.writer.fail(one for one in self.refused if one.lasts)
        self.done += self.writer.put_prepared(self.batch) if self.batch else PutResult()
        self.done += PutResult(failed=tuple(self.refused))
        self.batch, self.refused, self.mended = [], [], []
        self.stored_at = time.monotonic()
        self._tell()

    def _tell(self, every: int = 1) -> None:
        if self.progress is None or self.done.unchanged % every:
            return
        failed = len(self.done.failed) + len(self.refused)
        seen = self.done.stored + self.done.unchanged + failed + len(self.batch)
        rate = seen / max(time.monotonic() - self.started, 1e-6)
        self.progress(Progress(seen, self.done.stored, self.done.unchanged, failed, rate, self.total))
