"""Readings renewed where an older parser made them; texts and ids stay."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from newstui.archive.codec import DAMAGE
from newstui.archive.prepared import Prepared
from newstui.archive.store import PutResult, Writer
from newstui.archive.workers import Means, Pair, Workers
from newstui.intake.failed import Failed

_BATCH: Final = 500
_CHUNK: Final = 48
_FEW: Final = 100


def reparse(path: Path, *, workers: int | None = None, progress: Callable[[int, int], None] | None = None) -> PutResult:
    """Renews the readings of other parser versions than this one's; progress gets how many are done, and of how many.

    Stopped at any moment it can be run again, and goes on with the rest. Raises ArchiveError.
    """
    from newstui.parsing.version import PARSER_VERSION

    with Writer(path) as writer:
        return reread(writer, writer.stale(PARSER_VERSION), progress, workers)


def reread(
    writer: Writer,
    ids: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
    workers: int | None = None,
) -> PutResult:
    """Reads these articles again, whatever parser read them before."""
    damaged: list[Failed] = []
    batch: list[tuple[Prepared, Prepared]] = []
    done = PutResult()
    with Workers(_enough(workers, len(ids))) as pool:
        for renewed, failed in pool.renewed(_chunks(writer, ids, damaged), _means(writer)):
            batch += renewed
            damaged += failed
            if len(batch) >= _BATCH:
                done += writer.renew(batch)
                batch = []
                if progress:
                    progress(done.stored, len(ids))
    done += writer.renew(batch)
    writer.fail(damaged)
    return done + PutResult(failed=tuple(damaged))


def _enough(workers: int | None, articles: int) -> int:
    if workers is not None:
        return workers
    return 0 if articles < _FEW else os.cpu_count() or 1


def _means(writer: Writer) -> Means:
    return Means(writer.dictionary(), writer.corrections())


def _chunks(writer: Writer, ids: Sequence[str], damaged: list[Failed]) -> Iterator[list[Pair]]:
    rest = iter(ids)
    while some := list(islice(rest, _CHUNK)):
        chunk = []
        for article_id in some:
            try:
                chunk.append(writer.held(article_id))
            except DAMAGE as error:
                damaged.append(Failed(article_id, f"is damaged in the archive: {error}"))
        yield chunk
