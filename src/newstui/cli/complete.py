"""Completion of a query in the shell: fields, their words, and names, posts, sources of the archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click
from click.shell_completion import CompletionItem

from newstui.cli import places
from newstui.query.complete import Typing, typing, words
from newstui.query.query import Query, Term

_MOST: Final = 20
_LOOKED_AT: Final = 500
"""Values of the archive, the most frequent ones, among which those that fit are looked for."""


def of_query(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What the word may become; only the static words where the archive cannot be read."""
    at = typing(incomplete)
    try:
        values = [*words(at, _MOST), *_values(ctx.params.get("archive"), at)]
    except Exception:  # a shell that is asked for help shows no errors
        values = [*words(at, _MOST)]
    return [CompletionItem(incomplete[: at.start] + value) for value in values[:_MOST]]


def _values(archive: str | None, at: Typing) -> Iterable[str]:
    from newstui.archive.reader import Reader
    from newstui.model.fold import fold

    if at.field not in ("person", "speaker", "post", "org", "source"):
        return ()
    with Reader(places.named(archive)) as reader:
        if at.field in ("person", "speaker"):
            found = [one.name for one in reader.people(at.typed, None, _MOST)]
        else:
            facets = reader.facets(Query(), at.field, _LOOKED_AT)
            found = [one.value for one in facets if fold(one.value).startswith(fold(at.typed))]
    return [str(Term(at.field, value)).partition(":")[2] for value in found]
