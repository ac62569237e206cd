"""``newstui stats``, ``doctor``, ``verify``, ``backup`` and ``reparse``: looking after the archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from newstui.cli import exits, places
from newstui.cli.intake import BECAME, tell
from newstui.cli.options import MOST, Asking, archive_option, json_option, query_argument, the_query
from newstui.cli.output import note, outlive_readers, say, say_json, say_table
from newstui.cli.read import nothing

FACETS = ("month", "source", "person", "post", "org")


@click.command("stats", cls=Asking)
@query_argument
@click.option("--by", "field", type=click.Choice(FACETS), help="Count the articles found by this alone.")
@click.option("--limit", type=click.IntRange(1, MOST), default=10, show_default=True, help="Values at most.")
@json_option
@archive_option
def stats_command(words: tuple[str, ...], field: str | None, limit: int, as_json: bool, archive: str | None) -> int:
    """Count what the archive holds, or what a query finds, by month, source, person, post and organisation."""
    query = the_query(words)
    with places.reader(archive) as reader:
        count = reader.count(query)
        if not count:
            return nothing(reader.why_empty(query))
        facets = {each: reader.facets(query, each, limit) for each in ([field] if field else FACETS)}
        summary = reader.summary()
    if as_json:
        counted = {each: {one.value: one.count for one in values} for each, values in facets.items()}
        say_json({"articles": count, "of": summary.articles, "people": summary.people, **counted})
        return exits.FINE
    say(f"{count:,} of {summary.articles:,} articles, {summary.first or '?'} to {summary.last or '?'}")
    for each, values in facets.items():
        say()
        rows = [(one.value, f"{one.count:,}") for one in values]
        say_table(rows, (each.upper(), "ARTICLES"))
    return exits.FINE


@click.command("doctor")
@json_option
@archive_option
def doctor_command(as_json: bool, archive: str | None) -> int:
    """Say what the archive is and list what was not imported, is in doubt or was passed over, with the reason.

    The exit code is 3 where something could not be imported.
    """
    with places.reader(archive) as reader:
        summary, failures = reader.summary(), reader.failures()
    code = exits.INPUT if any(one.how == "failed" for one in failures) else exits.FINE
    if as_json:
        told = {**asdict(summary), "path": str(summary.path)}
        listed = [{"origin": one.origin, "reason": one.reason, "how": one.how} for one in failures]
        say_json({**told, "failed": listed})
        return code
    span = f"{summary.first} to {summary.last}, " if summary.first else ""
    span += f"{summary.undated:,} undated"
    say(f"{summary.path}: {summary.articles:,} articles, {span}; schema {summary.schema}")
    say(f"read by parser {', '.join(summary.parsers) or '-'}")
    for how, words in BECAME.items():
        told_of = [one for one in failures if one.how == how]
        if told_of:
            say(f"\n{len(told_of):,} {words}:")
        for one in told_of:
            say(f"{one.origin}: {one.reason}")
    return code


@click.command("verify")
@json_option
@archive_option
def verify_command(as_json: bool, archive: str | None) -> int:
    """Check every article against the hash of its content; exit code 4 where one is damaged."""
    from newstui.archive.verify import verify

    path = places.named(archive)
    with counting("checking") as show:
        result = verify(path, show)
    for one in result.damaged:
        if as_json:
            say_json({"entry": one.entry, "id": one.id, "title": one.title, "reason": one.reason})
        else:
            say(f"damaged: entry {one.entry}  {one.id or '?'}  {one.title or '?'}: {one.reason}")
    for fault in result.structure:
        note(f"{path}: {fault}")
    if not result.is_whole:
        note(f"{path}: {len(result.damaged):,} of {result.checked:,} articles damaged; restore a backup or import anew")
        return exits.ARCHIVE
    note(f"{path}: all {result.checked:,} articles are as they were stored")
    return exits.FINE


@click.command("backup")
@click.argument("target", metavar="FILE")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@archive_option
def backup_command(target: str, force: bool, archive: str | None) -> int:
    """Copy the archive to a file, whole or not at all, while others may read and write it."""
    from newstui.archive.backup import backup

    path = places.named(archive)
    with counting("copying") as show:
        backup(path, Path(target), replace=force, progress=show)
    note(f"{path}: copied to {target}")
    return exits.FINE


@click.command("reparse")
@click.option("--workers", type=click.IntRange(0, 64), help="Processes that parse; as many as cores by default.")
@archive_option
def reparse_command(workers: int | None, archive: str | None) -> int:
    """Read anew the articles whose reading an older parser made; texts and ids stay."""
    from newstui.archive.connection import check
    from newstui.archive.reparse import reparse

    path = places.named(archive)
    check(path)
    outlive_readers()
    places.correct(path)
    with counting("reading anew") as show:
        result = reparse(path, workers=workers, progress=show)
    return tell(result, path, "read anew")


@contextmanager
def counting(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """A line that counts a long work, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from newstui.cli.progress import Line

    with Line() as line:
        yield lambda done, total: line.say(f"{doing} … {done:,} of {total:,}")
