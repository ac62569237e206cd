"""The archive is another file, or gone, while nobody asks anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from newstui.tui import newsroom
from newstui.tui.newsroom import Newsroom
from tests.tui.stage import TEXTS, articles, build, play, screen, shown


def test_it_is_noticed_without_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsroom, "VIGIL", 0.01)
    path = build(tmp_path / "archive.db", articles(TEXTS[:1]))

    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        other = build(tmp_path / "other.db", articles(TEXTS))
        for suffix in ("", "-wal", "-shm"):
            other.with_name(other.name + suffix).replace(path.with_name(path.name + suffix))
        while app.room.hits.total != 4:
            await pilot.pause(0.01)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).rename(tmp_path / ("away" + suffix))
        while "archive.db" not in shown(app)[-2]:
            await pilot.pause(0.01)
        for suffix in ("", "-wal", "-shm"):
            (tmp_path / ("away" + suffix)).rename(path.with_name(path.name + suffix))
        while app.room.listed.line is None or app.room.hits.total != 4:
            await pilot.pause(0.01)

    play(screen(path, tmp_path / "state.db"), scene)
