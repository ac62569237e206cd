"""``newstui network``: who appears with whom, as a table or for network programs."""

from __future__ import annotations

import click

from newstui.cli import exits, places
from newstui.cli.options import MOST, Asking, archive_option, query_argument, the_query
from newstui.cli.output import note, say_bytes, say_json, say_table
from newstui.cli.read import nothing
from newstui.cli.words import typed

FORMATS = ("table", "json", "csv", "graphml")


@click.command("network", cls=Asking)
@query_argument
@click.option("--around", metavar="NAME", help="Only this person and the people most tied to them.")
@click.option("--ties", type=click.IntRange(0, MOST), default=50, show_default=True, help="Ties at most; 0: all.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@archive_option
def network_command(words: tuple[str, ...], around: str | None, ties: int, form: str, archive: str | None) -> int:
    """Show who appears with whom in the articles that match, the strongest ties first; csv is a list of edges."""
    from newstui.analysis.network import MOST as SEEN
    from newstui.analysis.network import network
    from newstui.export.graph import edges, graphml

    query = the_query(words)
    with places.reader(archive) as reader:
        drawn = network(reader, query)
        missed = reader.count(query) - drawn.seen
    if around:
        drawn = drawn.around(typed(around))
    if ties:
        drawn = drawn.strongest(ties)
    if missed > 0:
        note(f"Drawn from the newest {SEEN:,} articles; {missed:,} older ones are left out.")
    if not drawn.ties:
        return nothing(())
    rows = [(tie.one, tie.other, tie.articles) for tie in drawn.ties]
    if form == "table":
        say_table(((one, other, f"{articles:,}") for one, other, articles in rows), ("ONE", "OTHER", "ARTICLES"))
    elif form == "json":
        for one, other, articles in rows:
            say_json({"one": one, "other": other, "articles": articles})
    else:
        say_bytes((edges(rows) if form == "csv" else graphml(drawn.people, rows)).encode())
    return exits.FINE
