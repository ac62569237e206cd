"""What the screen's tests play on: a small archive, the application without a terminal, a way to wait for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from newstui.archive.store import Writer
from newstui.intake.articles import article
from newstui.model.article import Article
from newstui.parsing.pipeline import read
from newstui.settings import Settings
from newstui.tui import newsroom, opening
from newstui.tui.newsroom import Newsroom

Scene = Callable[[Pilot[None], Newsroom], Awaitable[None]]

TEXTS = (
    """白石县项目建设推进会议召开

2021-03-05 10:00:00 来源: 白石日报 作者: 温小禾

  3月4日上午,白石县项目建设推进会议召开。青岭市委副书记、白石县委书记沈砚清出席会议并讲话。白石县委副书记、县长顾明棠主持会议。

  沈砚清指出,要提高思想认识。一是建设进度要更快。各责任单位要对照分工、倒排工期,6月底前全部开工。二是服务保障要更实。县发展改革局要落实专班制度,每周调度不少于1次。

  顾明棠要求,各乡镇要迅速传达会议精神,抓好落实。

责任编辑:韩一舟
""",
    """沈砚清调研春耕备耕工作

2021-04-10 09:00:00 来源: 白石日报

  4月9日,白石县委书记沈砚清到河口镇调研春耕备耕工作。县委常委、副县长单远山陪同。

  沈砚清强调,要抢抓农时,确保应种尽种。
""",
    """顾明棠会见客商

2021-04-12 09:00:00 来源: 青岭新闻网

  4月11日,白石县委副书记、县长顾明棠会见青岭市客商代表。
""",
    """白石县召开安全生产会议

2020-12-01 09:00:00 来源: 青岭新闻网

  11月30日,白石县召开安全生产会议,县委常委、副县长单远山出席并讲话。单远山指出,要压实责任,排查隐患。
""",
)


def articles(texts: Iterable[str] = TEXTS) -> list[Article]:
    return [article(text) for text in texts]


def build(path: Path, held: Iterable[Article]) -> Path:
    """An archive of these articles with their readings."""
    with Writer(path) as writer:
        writer.put([(one, read(one)) for one in held])
    return path


def screen(archive: Path, state: Path, query: str = "", **settings: object) -> Newsroom:
    own = replace(Settings(read_after=-1.0, language="zh"), **settings)  # type: ignore[arg-type]
    return newsroom.build(opening.prepare(archive, state=state, query=query, settings=own))


def play(app: Newsroom, scene: Scene, size: tuple[int, int] = (120, 40)) -> None:
    """Run a scene on the application in a window of that size, and close everything after it."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settled(pilot, app)
            await scene(pilot, app)
        app.close()

    asyncio.run(run())


async def settled(pilot: Pilot[None], app: Newsroom, seconds: float = 120) -> None:
    """Wait until everything asked is answered, every pane has followed and no message waits."""
    quiet = 0
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        await asyncio.sleep(0.002)
        nodes = [app, *(node for screen in app.screen_stack for node in (screen, *screen.walk_children()))]
        waits = any(node.message_queue_size or getattr(node, "_layout_required", False) for node in nodes)
        still = app.room.settled and not waits and not app.screen._layout_widgets
        quiet = quiet + 1 if still else 0
        if quiet > 12:
            return
    raise AssertionError("the screen did not settle")


async def press(pilot: Pilot[None], app: Newsroom, *keys: str) -> None:
    """Press keys one by one, as the terminal sends them; ``type:words`` types them."""
    for key in keys:
        for one in key[5:] if key.startswith("type:") else [key]:
            app.post_message(events.Key(_NAMES.get(one, one), one if len(one) == 1 else _CODES.get(one)))
        await settled(pilot, app)


def type_ahead(app: Newsroom, keys: str) -> None:
    """All keys at once, as a paste or a slow line brings them."""
    for key in keys:
        app.post_message(events.Key(_CONTROLS.get(key) or _NAMES.get(key, key), key))


_NAMES = {
    "/": "slash", ".": "full_stop", ",": "comma", "?": "question_mark", ":": "colon", "*": "asterisk", "-": "minus",
    "<": "less_than_sign", ">": "greater_than_sign", "[": "left_square_bracket", "]": "right_square_bracket",
    " ": "space", "@": "at", "=": "equals_sign",
}  # fmt: skip
_CONTROLS = {"\r": "enter", "\x1b": "escape", "\t": "tab", "\x7f": "backspace"}
_CODES = {"enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " "}


def shown(app: Newsroom) -> list[str]:
    """The rows of the window as text."""
    compositor = app.screen._compositor
    return [strip.text for strip in compositor.render_strips()]
