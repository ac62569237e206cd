"""What is looked for: words, people, dates, the thing under the cursor; order; saved searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from rich.cells import cell_len
from textual.message import Message

from newstui.query.query import Node, Query, Term
from newstui.tui import questions
from newstui.tui.acts.things import thing
from newstui.tui.language import language, say
from newstui.tui.paint import column
from newstui.tui.rest import Rest
from newstui.tui.values import NO_MARKS, ORDERS, Marks

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen
    from newstui.tui.shelf import Shelf

OFFERED: Final = 200
"""People offered at once; typing leads to the others."""
TYPING: Final = 0.15
"""Seconds without a key after which what is typed is looked for."""


def words(room: ReaderScreen, screen: Any) -> None:
    """``/``: words as typed, found while one types; each search adds a condition, Esc takes it back."""
    before = room.asked
    rest = Rest(room)

    def show(typed: str, *, remember: bool = False) -> None:
        rest.forget()
        words = Term("", typed, phrase=" " in typed.strip()) if typed.strip() else None
        query = before.query.with_part(words) if words else before.query
        room.ask(query, remember=False)
        if remember and room.asked != before:
            room.history.append(before)

    def take(typed: str) -> bool:
        show(typed, remember=True)
        return True

    room.prompt(
        say("ask_words"), "", take, lambda typed: rest.after(TYPING, partial(show, typed)), dropped=partial(show, "")
    )


def edit(room: ReaderScreen, screen: Any) -> None:
    """``f``: the whole query; a mistake is pointed at while one types, Tab completes."""
    from newstui.tui.completion import Completion

    label = say("ask_query")

    def take(typed: str) -> bool:
        query = _parsed(room, label, typed)
        if query is None:
            return False
        room.ask(query)
        return True

    def changed(typed: str) -> None:
        _parsed(room, label, typed)

    now = f"{room.asked.query} " if room.asked.query else ""
    room.prompt(label, now, take, changed, completer=Completion(room))


def _parsed(room: ReaderScreen, label: str, typed: str) -> Query | None:
    from newstui.query.errors import QueryError
    from newstui.query.grammar import parse

    try:
        query = parse(typed)
    except QueryError as error:
        message = error.said(language())
        if error.suggestion:
            message = say("perhaps", message=message, suggestion=error.suggestion)
        room.point(label + typed[: error.position], message)
        return None
    room.quiet()
    return query


def person(room: ReaderScreen, screen: Any) -> None:
    """``p``: a person, by characters, pinyin or initials, counted within what is found now."""
    from newstui.tui.screens.chooser import Chooser

    query = room.asked.query

    def ask(typed: str, post: Callable[[Message], object]) -> None:
        room.lanes.side.ask(partial(_people, typed=typed, query=query), post)

    def take(name: str | None) -> None:
        if name:
            room.ask(room.asked.query.with_person(name))

    chooser = Chooser(say("choose_person"), remark=say("choose_person_hint"), ask=ask, none=say("nobody_such"))
    room.newsroom.push_screen(chooser, take)


def _people(shelf: Shelf, typed: str, query: Query) -> Message:
    from newstui.tui.screens.chooser import Choice, Chosen

    lines = shelf.reader.people(typed, query or None, OFFERED + 1)
    pinyin = max((cell_len(one.pinyin) for one in lines), default=0)
    choices = [
        Choice(one.name, one.name, f"{column(one.pinyin, pinyin)}  {one.post or ''}", f"{one.articles:,}")
        for one in lines[:OFFERED]
    ]
    return Chosen(typed, choices, more=len(lines) > OFFERED)


def date(room: ReaderScreen, screen: Any) -> None:
    """``d``: dates, typed or on the calendar."""
    from newstui.tui.screens.dates import DateChooser

    query = room.asked.query.replacing("date", None)
    now = next((term.value for term in room.asked.query.terms() if term.field == "date"), "")
    line = room.listed.line

    def take(value: str | None) -> None:
        if value is not None:
            room.ask(room.asked.query.replacing("date", Term("date", value)))

    chooser = DateChooser(now, line.published[:10] if line and line.published else None)
    room.newsroom.push_screen(chooser, take)
    room.lanes.side.ask(partial(questions.days, query=query), chooser.post_message)


def only(room: ReaderScreen, screen: Any) -> None:
    """``.``: only articles with the thing under the cursor."""
    _by_thing(room, say("choose_only"), lambda query, node: query.with_part(node))


def leave_out(room: ReaderScreen, screen: Any) -> None:
    """``,``: all but those."""
    _by_thing(room, say("choose_except"), lambda query, node: query.excluding(node))


def _by_thing(room: ReaderScreen, title: str, change: Callable[[Query, Node], Query]) -> None:
    things = thing(room)
    if not things:
        room.tell(say("no_thing"))
    elif len(things) == 1:
        room.ask(change(room.asked.query, things[0][0]))
    else:
        choose(room, title, things, lambda node: room.ask(change(room.asked.query, node)))


def choose(
    room: ReaderScreen,
    title: str,
    offered: Sequence[tuple[Any, str, str]],
    take: Callable[[Any], None],
    cursor: int = 0,
) -> None:
    """A menu without typing."""
    from newstui.tui.screens.chooser import Choice, Chooser

    choices = [Choice(value, label, detail) for value, label, detail in offered]
    room.newsroom.push_screen(
        Chooser(title, choices, typed=False, cursor=cursor), lambda value: None if value is None else take(value)
    )


def drop(room: ReaderScreen, screen: Any) -> None:
    """Backspace: the last condition goes."""
    if room.asked.query:
        room.ask(room.asked.query.without_last())
    else:
        room.tell(say("nothing_to_drop"))


def back(room: ReaderScreen, screen: Any) -> None:
    """Esc: a page closes; else one step back: marks, zoom, the question before."""
    from newstui.tui.desk import Desk

    desk = room.query_one(Desk)
    at_first = NO_MARKS if room.opened is None else Marks.of(room.opened, room.asked.query)
    if screen is not room:
        screen.dismiss(None)
    elif room.marks != at_first:
        room.marks = at_first
    elif desk.zoomed:
        desk.arrange_for(zoomed=False)
    elif room.history:
        before = room.history.pop()
        room.ask(before.query, order=before.order, once=before.once, remember=False)
    else:
        room.tell(say("nothing_back"))


def sort(room: ReaderScreen, screen: Any) -> None:
    """``s``: order and groups of the list, and whether reprints stand in it one by one."""
    once = room.asked.once
    offered: list[tuple[Any, str, str]] = [({"order": order}, say("order_" + order), "") for order in ORDERS]
    offered.append(({"once": not once}, say("reprints_apart" if once else "reprints_once"), ""))
    choose(room, say("choose_order"), offered, lambda change: room.ask(**change), ORDERS.index(room.asked.order))


def reprints(room: ReaderScreen, screen: Any) -> None:
    """``+``: the other outlets of the report below its row, or away again."""
    line = room.listed.line
    if room.listed.fold():
        return
    if line is None or line.reprints < 2 or not room.asked.once:
        room.tell(say("no_reprints"))
        return
    room.lanes.rows.ask(partial(questions.reprints, asked=room.asked, id=line.id), room.post_message)


def saved(room: ReaderScreen, screen: Any) -> None:
    """``v``: saved searches; the present one may be kept."""
    from newstui.tui.acts.searches import open_saved

    open_saved(room)
