"""``newstui --plain``: a line mode for screen readers and very poor links. Numbered lists, prompts, no drawing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.cli import exits
from newstui.cli.output import say
from newstui.cli.read import words_of
from newstui.model.outline import walk
from newstui.query.errors import QueryError
from newstui.query.query import Query
from newstui.tui.language import say as words
from newstui.tui.language import told

if TYPE_CHECKING:
    from newstui.archive.reader import Reader
    from newstui.cli.places import Place
    from newstui.model.reading import Reading

PAGE = 10


@dataclass
class Session:
    """Where the reader stands: the query, the page of its list, the article last read."""

    reader: Reader
    query: Query
    at: int = 0
    opened: Reading | None = field(default=None)

    def answer(self, command: str) -> Iterator[str]:
        """The lines that answer one command."""
        word, _, rest = command.strip().partition(" ")
        if word.isdecimal():
            yield from self.article(int(word[:9]))
        elif word in ("n", "b"):
            further = self.at + (PAGE if word == "n" else -PAGE)
            self.at = further if 0 <= further < self.reader.count(self.query) else self.at
            yield from self.page()
        elif word.startswith("/"):
            yield from self.search(f"{word[1:]} {rest}".strip())
        elif word == "p":
            yield from self.people()
        elif word == "o":
            yield from self.outline()
        else:
            yield words("plain_help")

    def page(self) -> Iterator[str]:
        """One page of the list, numbered from 1."""
        lines = self.reader.page(self.query, self.at, self.at + PAGE)
        for number, one in enumerate(lines, self.at + 1):
            day = one.published[:10] if one.published else words("no_date")
            yield f"{number}. {day} {one.title} ({one.source or words('plain_no_source')})"
        total = self.reader.count(self.query)
        yield words("plain_page", last=f"{min(self.at + PAGE, total):,}", total=f"{total:,}")

    def search(self, typed: str) -> Iterator[str]:
        """Another query, or what is wrong with it."""
        from newstui.query.grammar import parse

        try:
            self.query, self.at = parse(typed), 0
        except QueryError as error:
            yield told(error)
            return
        yield from self.page()

    def article(self, number: int) -> Iterator[str]:
        """The text of an article of the list."""
        lines = self.reader.page(self.query, number - 1, number) if number else ()
        opened = self.reader.opened(lines[0].id) if lines else None
        if opened is None:
            yield words("plain_no_article", number=number)
            return
        self.opened = opened[1]
        yield opened[0].text
        yield words("plain_read", people=len(self.opened.people), speeches=len(self.opened.outline))

    def people(self) -> Iterator[str]:
        """The people of the article last read."""
        for person in self.opened.people if self.opened else ():
            posts = "、".join(post.text for post in person.posts)
            roles = ", ".join(words(f"role_{role}") for role in dict.fromkeys(one.role for one in person.roles))
            yield f"{person.name}: {posts or words('plain_no_post')}" + (f"; {roles}" if roles else "")
        if not self.opened or not self.opened.people:
            yield words("plain_nobody")

    def outline(self) -> Iterator[str]:
        """The outline of the article last read."""
        for depth, node in walk(self.opened.outline) if self.opened else ():
            yield "  " * depth + words_of(node)
        if not self.opened or not self.opened.outline:
            yield words("plain_no_outline")


def run(place: Place, query: str) -> int:
    """Read commands from standard input until ``q`` or its end."""
    from newstui import paths
    from newstui.archive.reader import Reader

    state: Path = paths.state()
    with Reader(place.path, state if state.exists() else None) as reader:
        session = Session(reader, Query())
        if place.samples:
            say(words("samples"))
        for line in session.search(query):
            say(line)
        while True:
            sys.stdout.write("> " if sys.stdin.isatty() else "")
            sys.stdout.flush()
            command = sys.stdin.readline()
            if not command or command.strip() == "q":
                return exits.FINE
            for line in session.answer(command):
                say(line)
