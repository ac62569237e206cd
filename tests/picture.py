"""Draws the picture of the README from the running program: ``python -m tests.picture docs/screen.svg``."""

from __future__ import annotations

import asyncio
import html
import re
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len

from newstui.cli.samples import build
from newstui.query.query import Query
from newstui.settings import Settings
from newstui.tui import newsroom, opening

KEYS = ("p", "c", "b", "c", "enter", "backspace", "4", "j", "j", "j")


async def drawn(folder: Path) -> str:
    """The screen on the samples, after KEYS, as SVG."""
    app = newsroom.build(opening.prepare(
        build(folder / "samples.db"), state=folder / "state.db", query=str(Query()), settings=Settings(language="zh"),
        theme=None, lang="zh", mouse=False, kiosk=False, samples=True,
    ))  # fmt: skip
    async with app.run_test(size=(120, 36)) as pilot:
        for key in ("wait:1500", *KEYS, "wait:1500"):
            await pilot.press(key)
        return app.export_screenshot(title="newstui")


def widened(picture: str) -> str:
    """The picture with every character where its cell is; the toolkit counts characters, which squeezes Chinese."""

    def placed(text: re.Match[str]) -> str:
        before, between, after = text[1], text[3], text[5]
        words = html.unescape(text[6])
        cell, x, runs = float(text[4]) / max(1, len(words)), float(text[2]), []
        for width, run in groupby(words, cell_len):
            characters = "".join(run)
            length = cell * width * len(characters)
            if characters.strip():
                said = html.escape(characters)
                runs.append(f'<text{before}x="{x:g}"{between}textLength="{length:g}"{after}>{said}</text>')
            x += length
        return "".join(runs)

    return re.sub(r'<text([^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>([^<]+)</text>', placed, picture)


def main() -> None:
    """Write the picture to the path given; its ids are those of the content, not of the run."""
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(drawn(Path(folder)))
    Path(sys.argv[1]).write_text(re.sub(r"terminal-\d+", "terminal", widened(picture)), encoding="utf-8")


if __name__ == "__main__":
    main()
