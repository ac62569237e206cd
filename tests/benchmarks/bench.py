"""The figures of an archive, with what they must reach: ``python -m tests.benchmarks [FOLDER] --articles 1000000``.

Times an import of texts, then builds an archive of ready-made readings (kept in the folder for the next time) through
the same writer, or with ``--parse`` the whole from texts; asks it; and gives the peers the same articles.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from newstui.archive.loader import load
from newstui.archive.reader import Reader
from newstui.query.grammar import parse
from newstui.query.query import Query, Term
from tests.benchmarks.build import build
from tests.benchmarks.corpus import COMMON, RARE, Corpus
from tests.benchmarks.peers import IMPORT, SIZE, Figures, beside

SORTED: Final = ("source", "title")


def main() -> None:
    """Builds and asks."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, nargs="?", default=Path("build/bench"))
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--texts", type=int, default=2_000, help="articles imported as texts, and given to the peers")
    options.add_argument("--parse", action="store_true", help="parse texts instead of taking ready-made readings")
    options.add_argument("--ask", action="store_true", help="ask alone: the archive exists")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    path = chosen.folder / f"{'parsed' if chosen.parse else 'ready'}-{chosen.articles}.db"
    if chosen.ask:
        ask(path)
        return
    load_average = " ".join(f"{each:.1f}" for each in os.getloadavg())
    note(f"{chosen.articles:,} articles; {os.cpu_count()} cores, load {load_average}\n")
    if not path.exists():
        _build(path, chosen.articles, chosen.parse)
    row("", "median / p95 (its CPU)", "must reach")
    run = [sys.executable, "-m", "tests.benchmarks", str(chosen.folder), "--ask", "--articles", str(chosen.articles)]
    subprocess.run([*run, *(["--parse"] if chosen.parse else [])], check=True)
    if chosen.texts:
        with TemporaryDirectory(prefix="newstui-bench-") as folder:
            own = _build(Path(folder) / "texts.db", chosen.texts, parsing=True)
            beside([article for article, _ in Corpus().pairs(chosen.texts)], own, Path(folder) / "texts.db", _say)


def _build(path: Path, number: int, parsing: bool) -> Figures:
    started = time.monotonic()
    if parsing:
        texts = (article for article, _ in Corpus().pairs(number))
        load(texts, path, progress=lambda at: note(f"{at.seen} {at.rate:.0f}/s"), total=number)
        size = sum(len(article.text.encode()) for article, _ in Corpus().pairs(min(number, 2000))) * number
        text_bytes = size // min(number, 2000)
    else:
        text_bytes = build(path, number, note).text_bytes
    seconds = time.monotonic() - started
    note(f"{number} in {seconds:.0f} s\n")
    usage = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    rate, share = f"{number / seconds:.0f}", f"{path.stat().st_size / text_bytes:.2f}"
    kind, must = ("texts", "≥ 150") if parsing else ("ready-made readings", "")
    row(f"import of {number:,} {kind}, articles/s", rate, must)
    row("import, MB: writer, largest worker", " ".join(f"{one.ru_maxrss / 1024:.0f}" for one in usage), "≤ 500 in all")
    row("size / text in UTF-8", share, "≤ 2.0")
    return {IMPORT: rate, SIZE: share}


def ask(path: Path) -> None:
    """All questions, and the memory after them."""
    row("open + first page", spread(lambda: Reader(path).page(Query(), 0, 50), [()] * 20), "≤ 30 ms")
    with Reader(path) as reader:
        names = [line.name for line in reader.people(limit=60)]
        chance = random.Random(3)
        names += [COMMON, RARE, *chance.sample([line.name for line in reader.people(limit=3000)], 40)]
        people = [(Query((Term("person", name),)),) for name in names]

        def both_of(query: Query) -> None:
            reader.page(query, 0, 50)
            reader.count(query)

        row("person filter, page and count", spread(both_of, people), "≤ 50 ms")
        words = _words(reader)
        for length in (1, 2, 3, 4, 6, 8):
            some = [(query,) for query in words[length]]
            row(f"{length} characters, first page", spread(lambda query: reader.page(query, 0, 50), some), "≤ 50 ms")
            most = "≤ 100 ms" if length < 3 else "≤ 600 ms"
            row(f"{length} characters, count", spread(reader.count, some), most)
        ends = [(query, reader.count(query)) for query in words[4]]
        row("4 characters, last page", spread(lambda query, n: reader.page(query, max(0, n - 50), n), ends), "≤ 50 ms")
        both = [(parse(f"{a} {b}"),) for a, b in (("工作", "落实"), ("营商环境", COMMON), ("不力", "乡村振兴"))]
        row("two words, count", spread(reader.count, both), "≤ 600 ms")
        less = [
            (parse(text),) for text in ("-安全生产", f"-p:{COMMON}", "粮食安全 -要", "营商环境 -稳就业 -东岭", "-要")
        ]
        row(
            "negation, page and count",
            spread(lambda query: (reader.page(query, 0, 50), reader.count(query)), less),
            "≤ 600 ms",
        )
        either = [
            (parse(text),) for text in ("岭 or 会议", "要 or 粮食安全", f"岭 or p:{COMMON}", "(岭 or 会议) 财政厅")
        ]
        row("a character or a word, first page", spread(lambda query: reader.page(query, 0, 50), either), "≤ 50 ms")
        row("a character or a word, count", spread(reader.count, either), "≤ 600 ms")
        orders = [(parse(text), 0, 50, order) for text in ("", "粮食安全", f"p:{names[0]}") for order in SORTED]
        row("sorted by source or title, first page", spread(reader.page, orders), "≤ 600 ms")
        for field in ("person", "post", "org", "source", "month"):
            found = [(parse(f"p:{COMMON}"), field), (parse("粮食安全"), field), (parse(f"p:{names[0]}"), field)]
            row(f"facets, {field}", spread(reader.facets, found), "≤ 600 ms")
        four = [(parse(f"p:{name} 落实 post:局长 date:2023-01..2024-06 -东岭市财政厅"),) for name in names[:20]] + [
            (parse(f"乡村振兴 role:attended p:{name} source:日报 date:2022..2024"),) for name in names[:20]
        ]
        row("four conditions and dates, first page", spread(lambda query: reader.page(query, 0, 50), four), "≤ 100 ms")
        row("days of a word", spread(reader.days, [(parse("粮食安全"),)] * 3), "")
        row("typeahead", spread(reader.people, [(typed,) for typed in ("", "z", "zw", "张", "wangw", "闻")] * 3), "")
    status = Path("/proc/self/status").read_text(encoding="ascii")
    memory = int(status.split("VmHWM:")[1].split()[0]) / 1024
    row("memory of the reading process, MB", f"{memory:.0f}", "≤ 90")


def _words(reader: Reader) -> dict[int, list[Query]]:
    chance = random.Random(5)
    bodies = []
    for line in chance.sample(reader.page(Query(), 0, 400), 24):
        article = reader.article(line.id)
        assert article is not None
        bodies.append(article.text.replace("\n", ""))
    return {
        length: [Query((Term("", text[(at := chance.randrange(len(text) - 8)) : at + length]),)) for text in bodies]
        for length in range(1, 9)
    }


def spread(work: Callable[..., object], given: Iterable[tuple[object, ...]]) -> str:
    """Median and 95th percentile of a piece of work, and the latter of its CPU time, in milliseconds."""
    times, used = [], []
    for one in given:
        started, began = time.perf_counter(), time.process_time()
        work(*one)
        used.append((time.process_time() - began) * 1000)
        times.append((time.perf_counter() - started) * 1000)
    return f"{statistics.median(times):.1f} / {_most(times):.1f} ({_most(used):.1f})"


def _most(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def row(what: str, figure: str, must: str) -> None:
    """One line of the table."""
    _say(f"{what:52} {figure:>28}   {must}\n")


def _say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


def note(words: str) -> None:
    """A line on the way."""
    sys.stderr.write(f"\r{words}   ")
