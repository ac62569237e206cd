"""Parsing in worker processes: chunks of articles out, prepared articles back, in order and never too many at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Final, Self, TypeVar

from newstui.archive import dictionary
from newstui.archive.corrections import NONE, Corrections, corrected
from newstui.archive.dictionary import Dictionary
from newstui.archive.errors import ArchiveError
from newstui.archive.prepared import Prepared, prepare
from newstui.intake.chunks import chunks
from newstui.intake.failed import Failed
from newstui.model.article import Article
from newstui.model.reading import Reading

Chunk = list[Article]
Ready = tuple[list[Prepared], list[Failed]]
Pair = tuple[Article, Reading]
Renewed = tuple[list[tuple[Prepared, Prepared]], list[Failed]]
S = TypeVar("S")
T = TypeVar("T")

ARTICLES: Final = 48
CHARACTERS: Final = 400_000
"""Of a chunk."""
_AHEAD: Final = 8
"""Chunks given out for each worker: so many that none waits while a batch is stored."""
_GRACE: Final = 3.0
"""Seconds a stopped worker has for the few articles it is at."""
_stopped, _at_work = threading.Event(), threading.Event()
"""Of a worker: whether its work is wanted no more; whether it is at it, and not handing it over."""


@dataclass(frozen=True, slots=True)
class Means:
    """What an archive prescribes for its articles."""

    dictionary: Dictionary = field(default_factory=Dictionary)
    corrections: Corrections = NONE


def sample(articles: Chunk) -> tuple[bytes, bytes]:
    """The phrases and forms of a dictionary for articles like these."""
    from newstui.parsing.pipeline import read

    examples = [(article, read(article)) for article in articles[: dictionary.EXAMPLES]]
    return dictionary.phrases_of([article.text for article in articles]), dictionary.forms_of(examples)


def ready(chunk: Chunk, by: Means) -> Ready:
    """Parses and prepares a chunk; an article that cannot be is told of, and stops nothing."""
    prepared, failed = [], []
    for reading, article in zip(_readings(chunk), chunk, strict=False):
        try:
            prepared.append(_prepared(article, reading, by))
        except Exception as error:  # one article never stops an import
            failed.append(Failed(article.origin or article.id, f"could not be parsed: {error!r}"))
    return prepared, failed


def renewed(pairs: list[Pair], by: Means) -> Renewed:
    """Each article as it is held, and as it is to be: read again."""
    prepared, failed = [], []
    for reading, (article, held) in zip(_readings([article for article, _ in pairs]), pairs, strict=False):
        try:
            prepared.append((prepare(article, held), _prepared(article, reading, by)))
        except Exception as error:
            failed.append(Failed(article.origin or article.id, f"could not be parsed: {error!r}"))
    return prepared, failed


def _prepared(article: Article, reading: Reading | None, by: Means) -> Prepared:
    """An article prepared with its reading; read by itself where it has none yet."""
    from newstui.parsing.pipeline import read

    return prepare(article, corrected(article.id, reading or read(article), by.corrections), by.dictionary)


def _readings(articles: Sequence[Article]) -> Iterator[Reading | None]:
    """What each article says, in order, until the work is stopped; None of a few read together where one cannot be.

    To be asked before the articles are, since it ends the work where there is no more.
    """
    from newstui.parsing.pipeline import read_all

    for few in _wanted(chunks(articles)):
        try:
            readings: Sequence[Reading | None] = read_all(few)
        except Exception:  # each is then read by itself
            readings = [None] * len(few)
        yield from readings


def _wanted(items: Iterable[S]) -> Iterator[S]:
    """The items one by one, until the work is stopped."""
    _at_work.set()
    for item in items:
        if _stopped.is_set():
            break
        yield item
    _at_work.clear()


class Workers:
    """So many parsing processes; with 0 of them the work is done in this one. A context manager."""

    def __init__(self, number: int) -> None:
        self._number = number
        context = get_context("spawn")
        self._heard, self._stop = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(number, context, _begin, (self._heard,)) if number else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            self.stop()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self.stop()
        self._heard.close()

    def stop(self) -> None:
        """Ends the work of the processes: none goes on to other articles."""
        self._stop.close()

    def sample(self, articles: Chunk) -> tuple[bytes, bytes]:
        """The phrases and forms of a dictionary for articles like these. Raises ArchiveError."""
        with _whole_pool():
            return self._submit(sample, articles).result() if self._pool else sample(articles)

    def ready(self, given: Iterable[Chunk], by: Means) -> Iterator[Ready]:
        """Each chunk parsed and prepared, in order. Raises ArchiveError."""
        return self._each(ready, given, by)

    def renewed(self, given: Iterable[list[Pair]], by: Means) -> Iterator[Renewed]:
        """Each chunk of held articles read again, in order. Raises ArchiveError."""
        return self._each(renewed, given, by)

    def _each(self, work: Callable[[S, Means], T], given: Iterable[S], by: Means) -> Iterator[T]:
        if not self._pool:
            yield from (work(chunk, by) for chunk in given)
            return
        waiting: deque[Future[T]] = deque()
        with _whole_pool():
            for chunk in given:
                waiting.append(self._submit(work, chunk, by))
                while waiting and (waiting[0].done() or len(waiting) >= self._number * _AHEAD):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _submit(self, work: Callable[..., T], *given: object) -> Future[T]:
        assert self._pool is not None
        with _unheard(signal.SIGINT):
            return self._pool.submit(work, *given)


@contextmanager
def _whole_pool() -> Iterator[None]:
    try:
        yield
    except BrokenProcessPool as error:
        raise ArchiveError("killed", None) from error


@contextmanager
def _unheard(number: signal.Signals) -> Iterator[None]:
    """Holds a signal back, so that processes begun meanwhile never hear it: Ctrl-C is for the main one."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(stopped: Connection) -> None:
    """Makes this process a worker: its work ends when it is stopped, and it with its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel, stopped), daemon=True).start()


def _end_with(parent: int, stopped: Connection) -> None:
    """Never while a result is handed over: half of one would keep the parent waiting for the rest."""
    ended = wait([parent, stopped])
    _stopped.set()
    if parent in ended or wait([parent], _GRACE) or _at_work.is_set():
        os._exit(1)
    wait([parent])
    os._exit(1)
