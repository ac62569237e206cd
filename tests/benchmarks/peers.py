"""newstui, newsboat and notmuch given the same articles, each as a whole process: reading them in, and searching."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.sax.saxutils import escape

from newstui.model.article import Article
from tests.benchmarks.corpus import COMMON

WORDS: Final = (COMMON, "粮食安全")
IMPORT: Final = "import, articles/s"
SIZE: Final = "size / text in UTF-8"
FIRST: Final = "{}: the first 50, ms"
COUNT: Final = "{}: count, ms"
FOUND: Final = "{}: articles found"
ROWS: Final = (IMPORT, SIZE, *(row.format(word) for word in WORDS for row in (FIRST, COUNT, FOUND)))
Figures = dict[str, str]


def beside(articles: Sequence[Article], own: Figures, archive: Path, say: Callable[[str], None]) -> None:
    """The table of all three; ``own`` are the figures of newstui's import of these articles into the archive."""
    say(f"\nthe same {len(articles):,} articles, whole processes (newstui parses, the others do not)\n")
    columns = {"newstui": own | _asked([sys.executable, "-m", "newstui", "list", "--archive", archive], archive.parent)}
    for name, run in (("newsboat", _newsboat), ("notmuch", _notmuch)):
        if shutil.which(name) is None:
            columns[name] = dict.fromkeys(ROWS, "not installed")
            continue
        with TemporaryDirectory(prefix="newstui-bench-") as folder:
            columns[name] = run(articles, Path(folder))
    say(f"{'':30}{''.join(f'{name:>15}' for name in columns)}\n")
    for row in ROWS:
        figures = "".join(f"{figures.get(row, '-'):>15}" for figures in columns.values())
        say(f"{row + ' ' * (26 - _width(row)):<4}    {figures}\n")


def _asked(given: list[str | Path], home: Path) -> Figures:
    figures: Figures = {}
    for word in WORDS:
        first, _ = _timed([*given, "--limit", "50", word], home)
        whole, listed = _timed([*given, "--limit", "0", "--json", word], home)
        figures[FIRST.format(word)] = _milliseconds(first)
        figures[COUNT.format(word)] = _milliseconds(whole)
        figures[FOUND.format(word)] = f"{len(listed.splitlines()):,}"
    return figures


def _newsboat(articles: Sequence[Article], folder: Path) -> Figures:
    """It reads and shows; it has no search outside its screen."""
    items = "".join(
        f"<item><title>{escape(one.title or one.text.partition(chr(10))[0])}</title><guid>{one.id}</guid>"
        f"<link>http://127.0.0.1/{one.id}</link><pubDate>{_date(one)}</pubDate>"
        f"<description>{escape(one.text)}</description></item>"
        for one in articles
    )
    feed = folder / "feed.xml"
    feed.write_text(
        f'<rss version="2.0"><channel><title>bench</title><link>http://127.0.0.1/</link>'
        f"<description>bench</description>{items}</channel></rss>",
        encoding="utf-8",
    )
    (folder / "urls").write_text(f"file://{feed}\n", encoding="utf-8")
    (folder / "config").write_text("max-items 0\n", encoding="utf-8")
    cache = folder / "cache.db"
    given: list[str | Path] = ["newsboat", "-u", folder / "urls", "-c", cache, "-C", folder / "config", "-x"]
    seconds, _ = _timed([*given, "reload"], folder)
    return {IMPORT: f"{len(articles) / seconds:.0f}", SIZE: f"{cache.stat().st_size / _size(articles):.2f}"}


def _notmuch(articles: Sequence[Article], folder: Path) -> Figures:
    mails = folder / "mail" / "cur"
    mails.mkdir(parents=True)
    for one in articles:
        (mails / f"{one.id}:2,").write_bytes(_mail(one))
    config = folder / "config"
    config.write_text(f"[database]\npath={folder / 'mail'}\n[new]\ntags=new\n", encoding="utf-8")
    given: list[str | Path] = ["notmuch", f"--config={config}"]
    seconds, _ = _timed([*given, "new", "--quiet"], folder)
    index = sum(each.stat().st_size for each in (folder / "mail" / ".notmuch").rglob("*") if each.is_file())
    figures = {IMPORT: f"{len(articles) / seconds:.0f}", SIZE: f"{1 + index / _size(articles):.2f}"}
    for word in WORDS:
        first, _ = _timed([*given, "search", "--limit=50", f'"{word}"'], folder)
        count, number = _timed([*given, "count", f'"{word}"'], folder)
        figures[FIRST.format(word)] = _milliseconds(first)
        figures[COUNT.format(word)] = _milliseconds(count)
        figures[FOUND.format(word)] = f"{int(number):,}"
    return figures


def _mail(one: Article) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"], mail["Date"] = "bench@localhost", f"<{one.id}@localhost>", _date(one)
    mail["Subject"] = one.title or one.text.partition("\n")[0]
    mail.set_content(one.text)
    return mail.as_bytes()


def _date(one: Article) -> str:
    return format_datetime(datetime.fromisoformat(one.published or "2024-12-31T00:00:00+08:00"))


def _size(articles: Sequence[Article]) -> int:
    return sum(len(one.text.encode()) for one in articles)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def _width(words: str) -> int:
    """In cells of the terminal: Chinese takes two."""
    return sum(1 + (character >= "⺀") for character in words)


def _timed(command: Sequence[str | Path], home: Path) -> tuple[float, str]:
    """Seconds, and what it said. notmuch finds Chinese only where it is told to take it apart."""
    environment = {**os.environ, "HOME": str(home), "XAPIAN_CJK_NGRAM": "1"}
    started = time.monotonic()
    ran = subprocess.run(command, check=True, capture_output=True, env=environment, text=True, timeout=900)
    return time.monotonic() - started, ran.stdout
