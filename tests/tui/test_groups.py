"""Order and groups of the list: by day, by source, a report once with its reprints below."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from newstui.tui.newsroom import Newsroom
from tests.tui.stage import TEXTS, articles, build, play, press, screen, settled, shown

Stage = Pilot[None]
REPRINT = TEXTS[0].replace("白石日报", "青岭新闻网").replace("推进会议召开", "推进会召开", 1)


@pytest.fixture(scope="module")
def doubled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("doubled") / "archive.db", articles((*TEXTS, REPRINT)))


def test_a_report_stands_once_and_unfolds(doubled: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        room = app.room
        assert "5 篇 合并转载 4 条" in shown(app)[0] and room.listed.item_count() == 4
        await press(pilot, app, "j", "j", "+")
        assert "×2" in shown(app)[4] and "└ " in shown(app)[5] and room.listed.item_count() == 5
        leading = room.article_id
        await press(pilot, app, "j")
        assert room.opened is not None and room.opened.article.id == room.article_id != leading
        await press(pilot, app, "j")
        assert room.listed.line is not None and "安全生产" in room.listed.line.title
        await press(pilot, app, "k", "+")
        assert room.article_id == leading and room.listed.item_count() == 4
        await press(pilot, app, "g", "+")
        assert "没有其他转载" in shown(app)[-2]

    play(screen(doubled, tmp_path / "state.db"), scene)


def test_reprints_may_stand_one_by_one(doubled: Path, tmp_path: Path) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        await press(pilot, app, "s", "j", "j", "j", "j", "j", "enter")
        assert app.room.listed.item_count() == 5 and "合并转载" not in shown(app)[0]
        await press(pilot, app, "escape")
        assert app.room.listed.item_count() == 4

    play(screen(doubled, tmp_path / "state.db"), scene)


@pytest.mark.parametrize(("order", "twice"), [("day", "2021-03-05"), ("source", "青岭新闻")])
def test_a_group_is_named_where_it_begins(doubled: Path, tmp_path: Path, order: str, twice: str) -> None:
    async def scene(pilot: Stage, app: Newsroom) -> None:
        app.room.ask(order=order, once=False)
        await settled(pilot, app)
        rows = [row[:44] for row in shown(app)[2:7]]
        assert sum(twice in row for row in rows) == 1, rows
        assert all("20" in row or order == "day" for row in rows)

    play(screen(doubled, tmp_path / "state.db"), scene)
