"""Saved searches: open one, keep the present one, forget one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from newstui.tui import questions
from newstui.tui.language import say, told

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen


def open_saved(room: ReaderScreen) -> None:
    """Ask for the saved searches; they come back to the reading room."""
    room.lanes.state.ask(questions.searches, room.post_message)


def choose_search(room: ReaderScreen, searches: Mapping[str, str]) -> None:
    """The saved searches to choose from, with what else can be done with them."""
    from newstui.tui.screens.chooser import Choice, Chooser

    choices = [Choice(("open", name), name, query) for name, query in searches.items()]
    if room.asked.query:
        choices.append(Choice(("keep", ""), say("save_this"), str(room.asked.query)))
    choices += [Choice(("forget", name), say("forget_saved", name=name), query) for name, query in searches.items()]

    if not choices:
        room.tell(say("nothing_saved"))
        return

    def take(chosen: tuple[str, str] | None) -> None:
        if chosen is not None:
            {"open": _open, "keep": _keep, "forget": _forget}[chosen[0]](room, chosen[1], searches)

    room.newsroom.push_screen(Chooser(say("choose_saved"), choices), take)


def _open(room: ReaderScreen, name: str, searches: Mapping[str, str]) -> None:
    from newstui.query.errors import QueryError
    from newstui.query.grammar import parse

    try:
        room.ask(parse(searches[name]))
    except QueryError as error:
        room.tell(told(error), failed=True)


def _keep(room: ReaderScreen, _: str, searches: Mapping[str, str]) -> None:
    query = str(room.asked.query)

    def take(typed: str) -> bool:
        if typed.strip():
            room.lanes.state.ask(partial(questions.save_search, name=typed.strip(), query=query), room.post_message)
        return True

    room.prompt(say("ask_name"), "", take)


def _forget(room: ReaderScreen, name: str, searches: Mapping[str, str]) -> None:
    room.lanes.state.ask(partial(questions.save_search, name=name, query=""), room.post_message)
