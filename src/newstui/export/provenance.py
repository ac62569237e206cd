"""Where an export comes from: every file carries it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from newstui import __version__


@dataclass(frozen=True, slots=True)
class Provenance:
    """What was asked of which archive, and what answered. Nothing is None in what is written: absent is left out."""

    query: str = ""
    """The words of the query; empty for every article, or for articles chosen by hand."""
    articles: int = 0
    archive: str = ""
    parser: str = ""
    made: str = ""
    """ISO 8601 with its zone; empty in a reproducible export."""
    program: str = f"newstui {__version__}"

    def values(self) -> dict[str, Any]:
        """As plain values, in order, without what is empty; the count always stands."""
        own = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in own.items() if value or name == "articles"}


def now() -> str:
    """The time to put into ``made``, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
