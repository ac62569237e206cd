"""Hostile text in every field, through every pane, screen and notice: shown as harmless text, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newstui.archive.store import Writer
from newstui.model.article import Article, Span
from newstui.model.outline import Action, Addressee, Deadline, Item, Speech
from newstui.model.people import Credit, Office, Person, Post, Role
from newstui.model.reading import Document, Parts, Reading, Term
from newstui.tui import paint, strips
from newstui.tui.newsroom import Newsroom
from newstui.tui.prompt import TypedLine
from tests.tui.stage import play, press, screen, shown

EVIL = (
    "[/]",
    "[@click=app.quit]",
    "\x1b]0;x\x07",
    "\x1b[2J",
    "\x1b]52;c;eA==\x07",
    "\x9b31m",
    "\u202e",
    "[b",
    "\x00",
    "[$x]",
)
ALL = "".join(EVIL)
FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def evil_pair(number: int = 0) -> tuple[Article, Reading]:
    """An article whose every word is hostile, past the cleaning of intake."""
    text = f"{ALL}题{number}\n县长{ALL}甲某说,要{ALL}办好。\n"
    body = text.index("县长")
    span, name = Span(body, len(text) - 1), Span(body + 2, body + 4 + len(ALL))
    action = Action(ALL, span, ALL, Addressee(ALL, span), Deadline(ALL, span))
    speech = Speech(ALL, ALL, span, ALL, (Item(ALL, ALL, span, ALL, (action,)), action))
    person = Person(
        f"{ALL}甲某",
        (name,),
        (Post(ALL, span, ALL),),
        (Office(ALL, ALL, ALL, 0, ALL),),
        (Role("presided", span, ALL),),
        ALL,
    )
    reading = Reading(
        parser="1", title=f"{ALL}题{number}", published="2021-03-05T10:00:00+08:00", source=ALL, url=f"https://x/{ALL}",
        parts=Parts(title=Span(0, len(ALL) + 2), body=(span,)), credits=(Credit(ALL, "author", ALL, span),),
        people=(person,), outline=(speech,), documents=(Document(ALL, span),), terms=(Term(ALL, span),),
    )  # fmt: skip
    return Article(id=f"{number:016x}", text=text, source=ALL, title=f"{ALL}题{number}", author=ALL), reading


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("evil") / "archive.db"
    with Writer(path) as writer:
        writer.put([evil_pair(number) for number in range(3)])
    return path


def check(app: Newsroom) -> None:
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert not FORBIDDEN.search(segment.text), repr(segment.text)
            assert segment.style is None or "@click" not in segment.style.meta


def test_every_pane_and_screen_stays_harmless(evil: Path, tmp_path: Path) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        assert "[@click=app.quit]" in "".join(shown(app))
        keys = [
            "j", "2", "j", "3", "g", "w", "escape", "4", "g", "j", "w", "enter", "z", "z", "1", ".", "escape", ",",
            "escape",
            "p", "escape", "d", "down", "escape", "escape", "v", "escape", "s", "escape", "e", "tab", "tab", "escape",
            "y", "enter", "o", "?", "escape", ":", "escape", "3", "T", "escape", "W", "escape", "P", "escape", "C",
            "escape", "f", "escape", "/", "type:[/]", "enter", "backspace", "2", "/", "type:[@click=app.quit]", "enter",
            "n", "x", "u",
        ]  # fmt: skip
        for key in keys:
            await press(pilot, app, key)
            check(app)
        assert app.is_running and app.screen is app.room

    play(screen(evil, tmp_path / "state.db"), scene)


@pytest.mark.parametrize("words", EVIL)
def test_answers_are_literal(app: Newsroom, words: str) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        app.room.tell(words, failed=True)
        app.room.news = words
        await press(pilot, app)
        check(app)
        assert paint.safe(words) in shown(app)[-2]

    play(app, scene)


def test_what_is_pasted_is_cleaned(app: Newsroom) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        await press(pilot, app, "f")
        app.room.query_one(TypedLine).value = ALL
        await press(pilot, app)
        check(app)
        await press(pilot, app, "enter", "escape", "a")
        app.room.query_one(TypedLine).value = ALL
        await press(pilot, app, "enter")
        check(app)
        assert app.room.opened is not None and not FORBIDDEN.search(app.room.opened.note)

    play(app, scene)


def test_a_query_of_the_command_line_is_literal(archive: Path, tmp_path: Path) -> None:
    async def scene(pilot: Pilot[None], app: Newsroom) -> None:
        check(app)
        assert "[/]" in shown(app)[0]

    play(screen(archive, tmp_path / "state.db", query='"[/]" "[@click=app.quit]"'), scene)


def test_a_width_is_kept_whatever_the_text() -> None:
    from rich.style import Style

    for width in (1, 5, 20):
        row = strips.strip([(ALL + "县长", Style.null())], width, Style.null())
        assert row.cell_length == width and not FORBIDDEN.search(row.text)
