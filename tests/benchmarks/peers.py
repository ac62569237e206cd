"""newsboat and notmuch given the same articles, where they are installed: reading them in, and searching."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from newstui.model.article import Article
from tests.benchmarks.corpus import COMMON

Row = Callable[[str, str, str], None]


def peers(articles: Sequence[Article], row: Row) -> None:
    """Rows for each peer."""
    for name, run in (("newsboat", _newsboat), ("notmuch", _notmuch)):
        if shutil.which(name) is None:
            row(name, "not installed", "")
            continue
        with TemporaryDirectory(prefix="newstui-bench-") as folder:
            run(articles, Path(folder), row)


def _newsboat(articles: Sequence[Article], folder: Path, row: Row) -> None:
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
    seconds = _timed([*given, "reload"], folder)
    row("newsboat: import, articles/s (no parsing)", f"{len(articles) / seconds:.0f}", "")
    row("newsboat: size / text in UTF-8", f"{cache.stat().st_size / _size(articles):.2f}", "")
    row("newsboat: open and count, ms", f"{_timed([*given, 'print-unread'], folder) * 1000:.0f}", "")


def _notmuch(articles: Sequence[Article], folder: Path, row: Row) -> None:
    mails = folder / "mail" / "cur"
    mails.mkdir(parents=True)
    for one in articles:
        (mails / f"{one.id}:2,").write_bytes(_mail(one))
    config = folder / "config"
    config.write_text(f"[database]\npath={folder / 'mail'}\n[new]\ntags=new\n", encoding="utf-8")
    given: list[str | Path] = ["notmuch", f"--config={config}"]
    seconds = _timed([*given, "new", "--quiet"], folder)
    row("notmuch: import, articles/s (no parsing)", f"{len(articles) / seconds:.0f}", "")
    index = sum(each.stat().st_size for each in (folder / "mail" / ".notmuch").rglob("*") if each.is_file())
    row("notmuch: index / text in UTF-8", f"{index / _size(articles):.2f}", "")
    for word in (COMMON, "粮食安全"):
        page = _timed([*given, "search", "--limit=50", f'"{word}"'], folder)
        count = _timed([*given, "count", f'"{word}"'], folder)
        row(f"notmuch: {word}, page and count, ms", f"{page * 1000:.0f}  {count * 1000:.0f}", "")


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


def _timed(command: Sequence[str | Path], home: Path) -> float:
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(home)}, timeout=600)
    return time.monotonic() - started
