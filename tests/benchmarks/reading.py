"""How fast articles are read, beside jieba.posseg on the same texts: ``python -m tests.benchmarks.reading [FILE…]``.

Everything is included, from the text to the line of JSON. Both are timed by turns in one process by its CPU time, so
that the ratio holds on a busy machine too; the first article and the long text have processes of their own.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from newstui.archive.pinyin import toned
from newstui.export.escape import json_line
from newstui.export.json import reading_json
from newstui.intake.articles import article
from newstui.intake.chunks import TOGETHER
from newstui.intake.walk import Failed, articles
from newstui.parsing.pipeline import read_all
from tests.benchmarks.bench import row
from tests.benchmarks.corpus import Corpus

_TEXTS: Final = 120
_ROUNDS: Final = 15
_LONG: Final = 1_000_000


def main(paths: Sequence[str]) -> None:
    """Reads the texts of the files, or made-up ones, and prints the table."""
    found = [one for one in articles(map(Path, paths)) if not isinstance(one, Failed)]
    texts = [one.text for one in found] or [one.text for one, _ in Corpus().pairs(_TEXTS)]
    ours, theirs = _by_turns(texts)
    row("reading, characters/s", f"{max(ours):,.0f}", "≥ 200,000")
    row("jieba.posseg, characters/s", f"{max(theirs):,.0f}", "")
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    row("ratio, median (least)", f"{statistics.median(ratios):.1f} ({min(ratios):.1f})", "≥ 4")
    with TemporaryDirectory(prefix="newstui-bench-") as folder:
        first, long = Path(folder) / "first.txt", Path(folder) / "long.txt"
        first.write_text(texts[0], encoding="utf-8")
        seconds, _ = _alone(first)
        row("first article of a fresh process, CPU s", f"{seconds:.2f}", "≤ 0.5")
        long.write_text("".join(letter for letter in "".join(texts) if letter.isalnum()) * 99, encoding="utf-8")
        long.write_text(long.read_text(encoding="utf-8")[:_LONG], encoding="utf-8")
        seconds, memory = _alone(long)
        row("1,000,000 characters without marks, CPU s", f"{seconds:.1f}", "≤ 10")
        row("the same, MB", f"{memory:.0f}", "")
    with TemporaryDirectory(prefix="newstui-bench-") as folder:
        many = Path(folder) / "many.jsonl"
        many.write_text("".join(json_line({"text": text}) + "\n" for text in texts * 4), encoding="utf-8")
        row("many articles, MB", f"{_alone(many)[1]:.0f}", "≤ 150")


def _by_turns(texts: list[str]) -> tuple[list[float], list[float]]:
    """Characters a second of ours and of theirs, round by round."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    tagger = jieba.posseg.POSTokenizer(jieba.Tokenizer())
    few = texts[::4]

    def tag(some: list[str]) -> None:
        for text in some:
            tagger.lcut(text)

    _rate(_lines, few)
    _rate(tag, few[:1])
    rounds = [(_rate(_lines, texts), _rate(tag, few)) for _ in range(_ROUNDS)]
    return [a for a, _ in rounds], [b for _, b in rounds]


def _lines(texts: list[str]) -> None:
    """Makes what ``newstui parse`` prints for texts, as many at a time as it takes."""
    for at in range(0, len(texts), TOGETHER):
        few = [article(text) for text in texts[at : at + TOGETHER]]
        for one, reading in zip(few, read_all(few), strict=True):
            json_line(reading_json(one, reading, toned))


def _rate(work: Callable[[list[str]], object], texts: list[str]) -> float:
    started = time.process_time()
    work(texts)
    return sum(map(len, texts)) / (time.process_time() - started)


def _alone(path: Path) -> tuple[float, float]:
    """CPU seconds (the best of three) and megabytes of ``newstui parse`` of a file."""
    code = "import sys; from newstui.__main__ import main; main(); sys.stdout.flush(); "
    code += "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)"
    spent, memory = [], 0.0
    for _ in range(3 if path.stat().st_size < 10_000 else 1):
        before = _used()
        run = [sys.executable, "-c", code, "parse", "--format", "json", str(path)]
        ended = subprocess.run(run, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ})
        spent.append(_used() - before)
        memory = int(ended.stderr.split()[-1]) / 1024
    return min(spent), memory


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main(sys.argv[1:])
