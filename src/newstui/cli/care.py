"""``newstui stats``, ``doctor``, ``verify``, ``backup`` and ``reparse``: looking after the archive."""

from __future__ import annotations

import click

from newstui.cli import exits, places
from newstui.cli.options import archive_option, json_option, query_argument, the_query
from newstui.cli.output import say, say_json, say_table
from newstui.cli.read import nothing

FACETS = ("month", "source", "person", "post", "org")


@click.command("stats")
@query_argument
@click.option("--by", "field", type=click.Choice(FACETS), help="Count the articles found by this alone.")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Values at most.")
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
        say_table(((one.value, f"{one.count:,}") for one in values), (each.upper(), "ARTICLES"))
    return exits.FINE
