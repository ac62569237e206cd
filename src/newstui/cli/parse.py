"""``newstui parse``: a reading for each article, nothing stored."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newstui.cli import exits
from newstui.cli.output import note, say, say_json
from newstui.export.json import reading_json
from newstui.model.article import Article
from newstui.model.reading import Reading

if TYPE_CHECKING:
    from newstui.intake.failed import Failed

FORMATS = ("json", "toml", "md", "table")


@click.command("parse")
@click.argument("paths", metavar="[PATH]…", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to print.")
@click.option("--explain", is_flag=True, help="For each fact, the rule that decided and the words it rests on.")
def parse_command(paths: tuple[str, ...], form: str, explain: bool) -> int:
    """Print a reading of each article of the files, folders or standard input (-), in the order given.

    JSON is one object a line. Nothing is stored: `newstui import` does that.
    """
    from newstui.intake.chunks import chunks
    from newstui.intake.walk import articles

    if not paths and sys.stdin.isatty():
        raise click.UsageError("name a file or a folder, or pipe a text in (newstui parse -)")
    failed = 0
    for few in chunks(articles([Path(path) for path in paths or ("-",)])):
        failed += _told(few, "explain" if explain else form)
    return exits.INPUT if failed else exits.FINE


def _told(few: list[Article | Failed], form: str) -> int:
    """Prints the readings of a few articles, tells of what failed, and counts that."""
    from newstui.parsing.pipeline import read_all

    readings = iter(read_all([one for one in few if isinstance(one, Article)]))
    failed = 0
    for one in few:
        if not isinstance(one, Article):
            note(f"{one.origin}: {one.reason}")
            failed += one.how == "failed"
        elif form == "explain":
            say(explained(one, next(readings)))
        else:
            show(one, next(readings), form)
    return failed


def show(article: Article, reading: Reading, form: str) -> None:
    """Print one reading in one of FORMATS."""
    if form == "json":
        from newstui.archive.pinyin import toned

        say_json(reading_json(article, reading, toned))
        return
    from newstui.export.write import text_of

    say(text_of(form, [(article, reading)]))


def explained(article: Article, reading: Reading) -> str:
    """Each fact of a reading with its rule and its words, a line each."""
    from newstui.export.explain import facts

    lines = [f"# {reading.title or article.origin or article.id}"]
    lines += [f"{fact.kind}  {fact.value}  <- {fact.rule}: {fact.words}" for fact in facts(article, reading)]
    return "\n".join(lines)
