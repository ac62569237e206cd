"""``newstui people`` and ``newstui person``: who is in the archive, with which posts, doing what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from newstui.cli import exits, places
from newstui.cli.options import MOST, Asking, archive_option, json_option, query_argument, the_query
from newstui.cli.output import say, say_json, say_table
from newstui.cli.read import nothing
from newstui.cli.words import typed
from newstui.intake.decode import decode
from newstui.model.clean import line
from newstui.query.query import Query

if TYPE_CHECKING:
    from newstui.analysis.dossier import Dossier
    from newstui.archive.reader import Reader

FEW = 10


@click.command("people", cls=Asking)
@query_argument
@click.option("--from", "names", type=click.File("rb"), metavar="FILE", help="Names, one a line.")
@click.option("--limit", type=click.IntRange(1, MOST), default=50, show_default=True, help="People at most.")
@json_option
@archive_option
def people_command(
    words: tuple[str, ...], names: BinaryIO | None, limit: int, as_json: bool, archive: str | None
) -> int:
    """List the people of the articles that match, the most frequent first; --from FILE asks for a list of names."""
    query = the_query(words)
    with places.reader(archive) as reader:
        if names is not None:
            rows = list(asked(reader, query, names))
        else:
            found = reader.people("", query or None, limit)
            rows = [{field: getattr(one, field) for field in ("name", "pinyin", "post", "articles")} for one in found]
    if as_json:
        for row in rows:
            say_json(row)
    elif rows:
        say_table(
            ((row["name"], row["pinyin"] or "", str(row["articles"]), row["post"] or "") for row in rows),
            ("NAME", "PINYIN", "ARTICLES", "POST"),
        )
    if not any(row["articles"] for row in rows):
        return nothing(())
    return exits.FINE


def asked(reader: Reader, query: Query, names: BinaryIO) -> Iterator[dict[str, Any]]:
    """A row for each name of the file, also for one that nothing is known of."""
    for name in filter(None, map(line, decode(names.read()).text.splitlines())):
        if name.startswith("#"):
            continue
        count = reader.count(query.with_person(name))
        known = [one for one in reader.people(name, None, 20) if one.name == name]
        row = {"name": name, "pinyin": known[0].pinyin if known else None, "post": known[0].post if known else None}
        yield {**row, "articles": count}


@click.command("person")
@click.argument("name")
@json_option
@archive_option
def person_command(name: str, as_json: bool, archive: str | None) -> int:
    """Show what the archive knows of a person: posts over time with their articles, roles, company, instructions."""
    from newstui.analysis.dossier import person

    with places.reader(archive) as reader:
        dossier = person(reader, typed(name))
    if not dossier.seen:
        return nothing(())
    if as_json:
        say_json(asdict(dossier))
    else:
        for words in told(dossier):
            say(words)
    return exits.FINE


def told(dossier: Dossier) -> Iterator[str]:
    """A dossier as lines of text."""
    yield f"{dossier.name}: {dossier.articles:,} articles, {dossier.first or '?'} to {dossier.last or '?'}"
    if dossier.tenures:
        yield "\nPosts"
    for one in dossier.tenures:
        where = one.organization if one.organization and not one.post.startswith(one.organization) else ""
        yield f"  {one.first or '?':<10}  {one.last or '?':<10}  {where}{one.post}  ({len(one.evidence)})"
    for label, counted in (("Roles", dossier.roles), ("Together with", dossier.companions[:FEW])):
        if counted:
            yield f"\n{label}\n  " + ", ".join(f"{value} {count}" for value, count in counted)
    if dossier.directives:
        yield "\nInstructions"
    for directive in dossier.directives[:FEW]:
        yield f"  {directive.evidence.day or '?':<10}  {directive.verb}  {directive.evidence.title}"
        yield from (f"      · {action}" for action in directive.actions)
