"""``newstui list``, ``show`` and ``outline``: the archive on standard output."""

from __future__ import annotations

import click

from newstui.analysis import takeaway
from newstui.cli import exits, places
from newstui.cli.options import MOST, Asking, archive_option, json_option, query_argument, the_query
from newstui.cli.output import note, say, say_bytes, say_json, say_table
from newstui.export.json import reading_values
from newstui.model.outline import Action, Item, Node, Speech, walk

ORDERS = ("newest", "oldest", "source", "title")


@click.command("list", cls=Asking)
@query_argument
@click.option("--limit", type=click.IntRange(0, MOST), default=100, show_default=True, help="Articles at most; 0: all.")
@click.option("--order", type=click.Choice(ORDERS), default="newest", show_default=True)
@json_option
@archive_option
def list_command(words: tuple[str, ...], limit: int, order: str, as_json: bool, archive: str | None) -> int:
    """List the articles that match the query."""
    query = the_query(words)
    with places.reader(archive) as reader:
        lines = reader.page(query, 0, limit or 2**31, order)
        total = reader.count(query)
        reasons = reader.why_empty(query) if not lines else ()
    if as_json:
        for one in lines:
            say_json({"id": one.id, "published": one.published, "source": one.source, "title": one.title})
    elif lines:
        say_table(((one.id, one.published or "", one.source or "", one.title) for one in lines),
                  ("ID", "DATE", "SOURCE", "TITLE"))  # fmt: skip
    if total > len(lines):
        note(f"{len(lines):,} of {total:,}; --limit 0 lists all")
    return exits.FINE if lines else nothing(reasons)


def nothing(reasons: tuple[str, ...]) -> int:
    """Say that nothing was found, and which part of the query excluded everything."""
    note("Nothing found." + (f" Excludes everything: {'  '.join(reasons)}" if reasons else ""))
    return exits.NOTHING


@click.command("show")
@click.argument("id")
@click.option("--format", "form", type=click.Choice(("text", "json", "toml", "md")), default="text", show_default=True)
@archive_option
def show_command(id: str, form: str, archive: str | None) -> int:
    """Show one article; the start of its id is enough."""
    with places.reader(archive) as reader:
        ids = reader.ids(id) if id else ()
        opened = reader.opened(ids[0]) if len(ids) == 1 else None
    if opened is None:
        note(f"{'Several articles begin' if ids else 'No article begins'} with {id!r}; `newstui list` shows the ids.")
        return exits.NOTHING
    if form == "text":
        say(opened[0].text)
    else:
        from newstui.export.write import bytes_of

        say_bytes(bytes_of(form, [opened]))
    return exits.FINE


@click.command("outline", cls=Asking)
@query_argument
@json_option
@archive_option
def outline_command(words: tuple[str, ...], as_json: bool, archive: str | None) -> int:
    """Print the directive outline of each article that matches: who ordered what, point by point."""
    query = the_query(words)
    found = False
    with places.reader(archive) as reader:
        for article, reading in takeaway.found(reader, query):
            found = True
            if as_json:
                outline = reading_values(reading)["outline"]
                say_json({"id": article.id, "title": reading.title, "published": reading.published, "outline": outline})
                continue
            say(f"{(reading.published or '')[:10]}  {reading.title or ''}  [{article.id}]")
            for depth, node in walk(reading.outline):
                say("  " * (depth + 1) + words_of(node))
            say()
    return exits.FINE if found else nothing(())


def words_of(node: Node) -> str:
    """A node as one line: ``陈必昌 强调``, ``一是 …``, ``· …``."""
    if isinstance(node, Speech):
        return f"{node.speaker} {node.verb}"
    if isinstance(node, Item):
        return f"{node.ordinal} {node.heading}"
    assert isinstance(node, Action)
    due = f"  [{node.deadline.text}]" if node.deadline else ""
    return f"· {node.text}{due}"
