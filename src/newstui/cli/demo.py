"""``newstui demo``: the bundled samples, on the screen or, without a terminal, as a table."""

from __future__ import annotations

import shutil
import sys

import click

from newstui.cli import exits
from newstui.cli.options import given, screen_options
from newstui.cli.output import say, say_table
from newstui.cli.places import Place
from newstui.cli.samples import sample_archive
from newstui.cli.screen import opened, why_no_screen
from newstui.query.query import Query

WAYS = (
    ("", "the screen (in a terminal)"),
    ("import PATH…", "make your own archive of text, HTML, RSS, JSON Lines or CSV files"),
    ("list 'p:cbc d:2020-04'", "the articles that match a query"),
    ("outline", "who ordered what, point by point"),
    ("export --format md", "a summary to take away"),
    ("--help", "everything else"),
)


@click.command("demo", params=screen_options())
@click.pass_context
def demo_command(ctx: click.Context) -> int:
    """Open newstui on the bundled samples; without a terminal, print what they hold and how to go on."""
    options = given(ctx)
    if options.archive:
        raise click.UsageError("demo shows the bundled samples; `newstui --archive PATH` opens another archive")
    if options.plain or why_no_screen() is None:
        return opened(lambda: Place(sample_archive(), samples=True), options)
    from newstui.archive.reader import Reader

    with Reader(sample_archive()) as reader:
        lines = reader.page(Query(), 0, 1000)
        say_table((((one.published or "no date")[:10], str(one.people), one.source or "", one.title) for one in lines),
                  ("DATE", "PEOPLE", "SOURCE", "TITLE"))  # fmt: skip
        summary = reader.summary()
    say(f"\n{summary.articles} sample articles with {summary.people} people. How to go on:\n")
    for words, does in WAYS:
        say(f"{program()} {words:<24}{does}")
    return exits.FINE


def program() -> str:
    """What to type for newstui: its name where the shell finds it, else how it was called."""
    if shutil.which("newstui"):
        return "newstui"
    return "python -m newstui" if sys.argv[0].endswith("__main__.py") else sys.argv[0]
