"""``newstui import`` and ``newstui fetch``: articles into the archive."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from newstui.cli import exits, places
from newstui.cli.options import archive_option
from newstui.cli.output import note, outlive_readers, say, say_table
from newstui.model.article import Article

if TYPE_CHECKING:
    from newstui.archive.loader import LoadResult, Progress
    from newstui.intake.amount import Amount
    from newstui.intake.walk import Failed

BECAME: Final = {"failed": "not imported", "doubted": "in doubt", "skipped": "passed over"}
"""What became of what did not simply become an article."""
_SHOWN: Final = 20
"""Failures that are said one by one."""


@click.command("import")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option(
    "--map", "mapping", metavar="FIELD=COLUMN,…", help="Which columns or keys hold title, date, source, text."
)
@click.option("--dry-run", is_flag=True, help="List what each file would become; store nothing.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that parse; as many as cores by default.")
@archive_option
def import_command(
    paths: tuple[str, ...], mapping: str | None, dry_run: bool, workers: int | None, archive: str | None
) -> int:
    """Read files, folders or standard input (-) into the archive.

    Plain text, saved HTML, RSS and Atom, JSON Lines, CSV and Markdown are told apart by content, also inside .gz and
    .zip. Importing again changes nothing.
    """
    from newstui.intake.amount import Amount
    from newstui.intake.walk import articles

    fields = _fields(mapping)
    where = [Path(path) for path in paths]
    if "-" in paths and sys.stdin.isatty():
        note("Reading from the terminal; Ctrl-D ends the text.")
    if dry_run:
        return _tell_plan(where, fields)
    amount = Amount(where)
    return store(articles(where, mapping=fields, amount=amount), archive, workers, amount)


def _tell_plan(where: list[Path], fields: dict[str, str] | None) -> int:
    """List what each file would become, and how many articles that is."""
    from newstui.intake.plan import plan

    planned = list(plan(where, fields))
    rows = [(each.origin, each.kind or "-", each.encoding or "-", str(each.articles), each.title) for each in planned]
    say_table(rows, ("FILE", "KIND", "ENCODING", "ARTICLES", "TITLE OR REASON"))
    articles, failed = sum(each.articles for each in planned), sum(each.failed for each in planned)
    note(f"{articles:,} articles in {len(planned):,} files would be imported, {failed:,} not; nothing was stored")
    return exits.INPUT if failed else exits.FINE if articles else exits.NOTHING


def _fields(words: str | None) -> dict[str, str] | None:
    """``title=标题,text=正文`` as a mapping."""
    from newstui.intake.fields import mapping_of

    try:
        return mapping_of(words) if words else None
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--map") from None


@click.command("fetch")
@click.argument("urls", metavar="URL…", nargs=-1, required=True)
@archive_option
def fetch_command(urls: tuple[str, ...], archive: str | None) -> int:
    """Fetch feeds or pages over HTTP and import what is new in them."""
    from newstui import paths
    from newstui.intake.fetch import Fetch

    fetch = Fetch(urls, memory=paths.state_folder() / "fetched.json")
    code = store(fetch, archive, 0)
    fetch.remember()
    if fetch.unchanged:
        note(f"{fetch.unchanged:,} of {len(urls):,} addresses have nothing new")
    return code


def store(
    found: Iterable[Article | Failed], archive: str | None, workers: int | None, amount: Amount | None = None
) -> int:
    """Load what was found and say what became of it."""
    from newstui.archive.loader import load

    outlive_readers()
    path = places.named(archive)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        places.correct(path)
        with progress(amount) as show:
            result = load(found, path, workers=workers, progress=show)
    except KeyboardInterrupt:
        note("Stopped. What is stored stays; the same command goes on from there.")
        return exits.SIGNAL + signal.SIGINT
    return tell(result, path)


def tell(result: LoadResult, path: Path, done: str = "stored") -> int:
    """Say what was stored, what stood there already and what failed, with its reason."""
    for failure in result.failed[:_SHOWN]:
        word = f"not {done}" if failure.how == "failed" else BECAME[failure.how]
        note(f"{word}: {failure.origin}: {failure.reason}")
    if len(result.failed) > _SHOWN:
        note(f"… and {len(result.failed) - _SHOWN:,} more: `newstui doctor` lists them all")
    number = Counter(failure.how for failure in result.failed)
    if result.stored or result.unchanged or not number["failed"]:
        changed = f"{result.stored:,} {done}" if result.stored else "nothing changed"
        further = f", {number['doubted']:,} in doubt" * bool(number["doubted"])
        further += f", {number['skipped']:,} passed over" * bool(number["skipped"])
        say(f"{changed}, {result.unchanged:,} already there{further}, {number['failed']:,} failed: {path}")
    return exits.INPUT if number["failed"] else exits.FINE


@contextmanager
def progress(amount: Amount | None = None) -> Iterator[Callable[[Progress], None] | None]:
    """A progress line with count, rate and time left, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from newstui.cli.progress import Line

    with Line() as line:
        yield lambda reached: line.show(_foreseen(reached, amount))


def _foreseen(reached: Progress, amount: Amount | None) -> Progress:
    """With the number to be expected by what is read so far, where it is not known."""
    return replace(reached, total=amount.expected) if amount and reached.total is None else reached
