"""``newstui import`` and ``newstui fetch``: articles into the archive."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newstui.cli import exits, places
from newstui.cli.options import archive_option
from newstui.cli.output import note, outlive_readers, say, say_table
from newstui.model.article import Article

if TYPE_CHECKING:
    from newstui.archive.loader import LoadResult, Progress
    from newstui.intake.walk import Failed


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
    from newstui.intake.walk import articles

    fields = _fields(mapping)
    where = [Path(path) for path in paths]
    if dry_run:
        from newstui.intake.plan import plan

        rows = [(each.origin, each.kind, each.encoding, str(each.articles), each.title) for each in plan(where, fields)]
        say_table(rows, ("FILE", "KIND", "ENCODING", "ARTICLES", "TITLE"))
        return exits.FINE if rows else exits.NOTHING
    return store(articles(where, mapping=fields), archive, workers)


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
    return code


def store(found: Iterable[Article | Failed], archive: str | None, workers: int | None) -> int:
    """Load what was found and say what became of it."""
    from newstui.archive.loader import load

    outlive_readers()
    path = places.named(archive)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        places.correct(path)
        with progress() as show:
            result = load(found, path, workers=workers, progress=show)
    except KeyboardInterrupt:
        note("Stopped. What is stored stays; the same command goes on from there.")
        return exits.SIGNAL + signal.SIGINT
    return tell(result, path)


def tell(result: LoadResult, path: Path, done: str = "stored") -> int:
    """Say what was stored, what stood there already and what failed, with its reason."""
    for failure in result.failed[:20]:
        note(f"{'in doubt' if failure.taken else f'not {done}'}: {failure.origin}: {failure.reason}")
    if len(result.failed) > 20:
        note(f"… and {len(result.failed) - 20} more: `newstui doctor` lists them all")
    doubtful = sum(failure.taken for failure in result.failed)
    failed = len(result.failed) - doubtful
    if result.stored or result.unchanged or not failed:
        changed = f"{result.stored:,} {done}" if result.stored else "nothing changed"
        doubts = f", {doubtful:,} of them in doubt" if doubtful else ""
        say(f"{changed}, {result.unchanged:,} already there{doubts}, {failed:,} failed: {path}")
    return exits.INPUT if failed else exits.FINE


@contextmanager
def progress() -> Iterator[Callable[[Progress], None] | None]:
    """A progress line with count, rate and time left, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from newstui.cli.progress import Line

    with Line() as line:
        yield line.show
