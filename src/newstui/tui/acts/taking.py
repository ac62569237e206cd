"""Taking away: export, copy, the link."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from newstui.model.clean import clean
from newstui.tui.language import language, say

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen
    from newstui.tui.values import Opened


def export(room: ReaderScreen, screen: Any) -> None:
    """``e``: the export dialog."""
    from newstui.tui.screens.export import ExportScreen

    room.newsroom.push_screen(ExportScreen(room), lambda said: room.tell(said) if said else None)


def copy(room: ReaderScreen, screen: Any) -> None:
    """``y``: what to copy of the opened article."""
    from newstui.tui.acts.filtering import choose

    opened = room.opened
    if opened is None:
        room.tell(say("no_article"))
        return
    kinds = ("summary", "citation", "text", "link")
    offered = [(kind, say("copy_" + kind), "") for kind in kinds if kind != "link" or _url(opened)]
    choose(room, say("choose_copy"), offered, lambda kind: _copy(room, kind, _words(opened, kind)))


def link(room: ReaderScreen, screen: Any) -> None:
    """``o``: the original's address, shown and copied; nothing is ever opened on this machine."""
    url = _url(room.opened) if room.opened is not None else ""
    if url:
        _send(room, url)
    room.tell(url or say("no_link"))


def _url(opened: Opened) -> str:
    return opened.article.url or opened.reading.url or ""


def _words(opened: Opened, kind: str) -> str:
    article, reading = opened.article, opened.reading
    if kind == "summary":
        from newstui.export.write import Options, text_of

        return text_of("table", [(article, reading)], options=Options(language=language()))
    if kind == "citation":
        from newstui.export.cite import citation

        return citation(article, reading)
    if kind == "text":
        from newstui.export.summary import body

        return "\n".join([reading.title or article.title or "", *body(article, reading)])
    return _url(opened)


def _copy(room: ReaderScreen, kind: str, words: str) -> None:
    what, size = say("copy_" + kind), len(words.encode("utf-8", "replace"))
    if room.newsroom.kiosk:
        room.tell(say("copy_refused"), failed=True)
    elif _send(room, words):
        room.tell(say("copied", what=what, size=f"{size:,}"))
    else:
        room.tell(say("copy_too_long", what=what, size=f"{size:,}"), failed=True)


def _send(room: ReaderScreen, words: str) -> bool:
    from newstui.tui.clipboard import sequence

    sent = None if room.newsroom.kiosk else sequence(clean(words), os.environ)
    if sent is not None:
        room.newsroom.send(sent)
    return sent is not None
