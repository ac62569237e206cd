"""Builds an archive of ready-made readings, through the same writer as an import: processes prepare, one stores."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from newstui.archive.dictionary import ENOUGH, EXAMPLES, Dictionary, forms_of, phrases_of
from newstui.archive.prepared import Prepared, prepare
from newstui.archive.store import Writer
from newstui.model.article import Article
from newstui.model.reading import Reading
from tests.benchmarks.corpus import Corpus

_CHUNK = 250


@dataclass(frozen=True)
class Built:
    """What was built, how fast, and how large the text is in UTF-8."""

    articles: int
    seconds: float
    text_bytes: int


def build(path: Path, number: int, tell: Callable[[str], None]) -> Built:
    """An archive of so many articles."""
    started = time.monotonic()
    stored = text_bytes = 0
    with Writer(path) as writer:
        against = writer.dictionary(_sample)
        batch: list[Prepared] = []
        for prepared, size in _prepared(number, against):
            batch += prepared
            text_bytes += size
            if len(batch) >= 2000 or stored + len(batch) >= number:
                stored += writer.put_prepared(batch).stored
                batch = []
                tell(f"{stored} {stored / (time.monotonic() - started):.0f}/s")
        stored += writer.put_prepared(batch).stored
    return Built(stored, time.monotonic() - started, text_bytes)


def _sample() -> tuple[bytes, bytes]:
    pairs = list(Corpus(1).pairs(ENOUGH))
    return phrases_of([article.text for article, _ in pairs]), forms_of(pairs[:EXAMPLES])


def _prepared(number: int, against: Dictionary) -> Iterator[tuple[list[Prepared], int]]:
    workers = os.cpu_count() or 1
    pairs = Corpus().pairs(number)
    waiting: deque[Future[tuple[list[Prepared], int]]] = deque()
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        while chunk := list(islice(pairs, _CHUNK)):
            waiting.append(pool.submit(_ready, chunk, against))
            if len(waiting) > workers + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _ready(pairs: list[tuple[Article, Reading]], against: Dictionary) -> tuple[list[Prepared], int]:
    ready = [prepare(article, reading, against) for article, reading in pairs]
    return ready, sum(len(article.text.encode()) for article, _ in pairs)
