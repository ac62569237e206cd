"""Options that several commands share."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from newstui.cli import exits
from newstui.cli.output import note
from newstui.cli.words import negations, typed
from newstui.model.clean import line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from newstui.query.errors import QueryError
    from newstui.query.query import Query

FEW = 60
"""Characters of a long query that are shown before a mistake."""

MOST = 1_000_000_000
"""Of anything that can be asked for."""

Command = TypeVar("Command", bound=Callable[..., Any])


def archive_option(command: Command) -> Command:
    """``--archive`` after the command; the one before the command stands in where it is not given."""
    return click.option(
        "--archive", metavar="PATH", callback=lambda ctx, _, value: value or given(ctx).archive,
        help="The archive to use.",
    )(command)  # fmt: skip


def json_option(command: Command) -> Command:
    """``--json``: one object a line in place of the table."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)


def take_everywhere(command: click.Command) -> click.Command:
    """The command with the options that stand before commands, so that they may stand behind it as well."""
    known = {one.name for one in command.params}
    command.params += [one for one in shared_options() if one.name not in known]
    return command


def shared_options() -> list[click.Option]:
    """The options of newstui itself that every command takes."""
    return [
        _option("--archive", "The archive to use; else $NEWSTUI_ARCHIVE, else the user's own.", metavar="PATH"),
        _option("--lang", "Language of the screen.", metavar="zh|en", type=click.Choice(("zh", "en"))),
        _option("--theme", "Theme of the screen.", metavar="NAME"),
    ]


def screen_options() -> list[click.Option]:
    """The options of the screen alone."""
    return [
        _option("--mouse", "Take the mouse.", is_flag=True),
        _option("--plain", "A line mode, for screen readers and poor links.", is_flag=True),
        _option("--kiosk", "No suspending, clipboard or paths of files: for a ForceCommand of sshd.", is_flag=True),
    ]


def given(ctx: click.Context) -> Namespace:
    """The options of newstui itself, wherever they stood."""
    return Namespace(**ctx.find_root().meta)


def _option(name: str, told: str, **more: Any) -> click.Option:
    return click.Option([name], expose_value=False, callback=_given, help=told, **more)


def _given(ctx: click.Context, option: click.Parameter, value: object) -> None:
    meta = ctx.find_root().meta
    meta[str(option.name)] = value or meta.get(str(option.name))


class Asking(click.Command):
    """A command whose words are a query, in which ``-source:…`` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, negations(args))


def query_argument(command: Command) -> Command:
    """The query, as one word or several."""
    return click.argument("words", metavar="[QUERY]…", nargs=-1, shell_complete=_completed)(command)


def _completed(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from newstui.cli.complete import of_query

    return of_query(ctx, parameter, incomplete)


class FaultyQuery(click.ClickException):
    """A mistake in a query, shown at its place; the exit code is that of wrong use."""

    exit_code = exits.USAGE

    def show(self, file: IO[Any] | None = None) -> None:
        note(self.message)


def the_query(words: tuple[str, ...]) -> Query:
    """The query of the words. Raises FaultyQuery."""
    from newstui.query.errors import QueryError
    from newstui.query.grammar import parse

    asked = line(" ".join(map(typed, words)))
    try:
        return parse(asked)
    except QueryError as error:
        raise FaultyQuery(pointed(asked, error)) from None


def pointed(asked: str, error: QueryError) -> str:
    """The mistake with the query below it, a mark under the place and what may have been meant."""
    from rich.cells import cell_len

    start = max(0, error.position - FEW)
    before, wrong = asked[start : error.position], asked[error.position : error.position + error.length][:FEW]
    asked = asked[start : error.position + 2 * FEW]
    mark = " " * cell_len(before) + "^" * max(1, cell_len(wrong))
    meant = f"\n  did you mean {error.suggestion}?" if error.suggestion else ""
    return f"newstui: {error.message}\n  {asked}\n  {mark}{meant}"
