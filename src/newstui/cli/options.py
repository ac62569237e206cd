"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from newstui.query.query import Query

Command = TypeVar("Command", bound=Callable[..., Any])


def archive_option(command: Command) -> Command:
    """``--archive`` after the command; the one before the command stands in where it is not given."""
    return click.option(
        "--archive", metavar="PATH", callback=lambda ctx, _, value: value or ctx.obj, help="The archive to use."
    )(command)


def json_option(command: Command) -> Command:
    """``--json``: one object a line in place of the table."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)


def query_argument(command: Command) -> Command:
    """The query, as one word or several."""
    return click.argument("words", metavar="[QUERY]…", nargs=-1)(command)


def the_query(words: tuple[str, ...]) -> Query:
    """The query of the words; an error in it points at its place."""
    from newstui.query.grammar import parse

    return parse(" ".join(words))
