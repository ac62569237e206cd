"""``newstui export`` and ``newstui digest``: a summary to take away."""

from __future__ import annotations

from pathlib import Path

import click

from newstui.analysis import takeaway
from newstui.cli import exits, places
from newstui.cli.options import Asking, archive_option, query_argument, the_query
from newstui.cli.output import note, say_bytes
from newstui.cli.read import nothing
from newstui.cli.words import typed

FORMATS = ("toml", "md", "json", "csv")


@click.command("export", cls=Asking)
@query_argument
@click.option("--query", "query_option", metavar="QUERY", help="The query, as one word.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="These articles in place of a query.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="toml", show_default=True)
@click.option("-o", "--output", default="-", metavar="FILE", help="The file to write; - is standard output.")
@click.option("--text", is_flag=True, help="With the articles' own text.")
@click.option("--rows", type=click.Choice(("articles", "people", "outline")), default="articles", help="Rows of CSV.")
@click.option(
    "--reproducible", is_flag=True, help="Leave the clock out, so that the same archive gives the same bytes."
)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@archive_option
def export_command(
    words: tuple[str, ...], query_option: str | None, ids: tuple[str, ...], form: str, output: str,
    text: bool, rows: str, reproducible: bool, force: bool, archive: str | None,
) -> int:  # fmt: skip
    """Write a summary of the articles that match: people with posts and roles, outline, documents, terms.

    A file is written whole or not at all; one that exists is not replaced unasked.
    """
    from newstui.archive.pinyin import toned
    from newstui.export.target import write
    from newstui.export.write import Options, chunks

    if rows != "articles" and form != "csv":
        raise click.UsageError("--rows goes with --format csv alone")
    if text and form == "csv":
        raise click.UsageError("CSV holds no texts; take toml, md or json with --text")
    query = the_query((*words, query_option or ""))
    with places.reader(archive) as reader:
        whole = [one for start in ids for one in reader.ids(start or "-")] if ids else takeaway.ids(reader, query)
        if len(whole) != len(ids) and ids:
            note("Not each --id is the beginning of just one article's; `newstui list` shows the ids.")
            return exits.NOTHING
        if not whole:
            return nothing(reader.why_empty(query))
        pairs, count = takeaway.chosen(reader, whole), len(whole)
        origin = takeaway.provenance(reader, query=None if ids else query, articles=count, reproducible=reproducible)
        parts = chunks(form, pairs, origin, Options(text=text, rows=rows, pinyin=toned))
        if output == "-":
            for part in parts:
                say_bytes(part)
        else:
            size = write(Path(output), parts, overwrite=force)
            note(f"{count:,} articles, {size:,} bytes: {output}")
    return exits.FINE


@click.command("digest", cls=Asking)
@click.option("--since", required=True, metavar="DATE", help="A day, or 7d, 上周 …: any date of the query language.")
@query_argument
@archive_option
def digest_command(since: str, words: tuple[str, ...], archive: str | None) -> int:
    """Print what came since a day as Markdown, for a mail or a cron job; exit code 1 where nothing did."""
    from newstui.export.write import Options, chunks
    from newstui.query.query import Term

    query = the_query(words).with_part(Term("date", _on_from(typed(since))))
    with places.reader(archive) as reader:
        ids = takeaway.ids(reader, query)
        if not ids:
            return nothing(())
        origin = takeaway.provenance(reader, query=query, articles=len(ids))
        for part in chunks("md", takeaway.chosen(reader, ids), origin, Options()):
            say_bytes(part)
    return exits.FINE


def _on_from(since: str) -> str:
    """A range that begins where these words for a day or a period begin: ``上周`` is last Monday and all since."""
    from newstui.query.dates import DateError, parse_dates

    try:
        start = parse_dates(since).start
    except DateError as error:
        raise click.BadParameter(str(error), param_hint="--since") from None
    if start is None:
        raise click.BadParameter(f"{since!r} begins nowhere", param_hint="--since")
    return since if ".." in since else f"{start}.."
