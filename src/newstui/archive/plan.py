"""A compiled query: where to look, what to match, which rows to keep."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newstui.archive.conditions import AT, EVERYWHERE, HIGH, LOW, Condition, Range

_TOKEN: Final = re.compile(r'"([^" ]+)"')


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled query: where to look, what to match, which rows to keep."""

    table: str = "lines"
    expression: str | None = None
    range: Range = EVERYWHERE
    condition: Condition | None = None

    @property
    def column(self) -> str:
        """The column of the article number."""
        return "lines.article" if self.table == "lines" else f"{self.table}.rowid"

    @property
    def token(self) -> str | None:
        """The one token it asks for, where that is all: how often it occurs is known to the index."""
        found = _TOKEN.fullmatch(self.expression or "")
        return found[1] if found and self.range == EVERYWHERE and self.condition is None else None

    @property
    def everything(self) -> bool:
        """Whether it asks for nothing at all."""
        return self.bare and self.range == EVERYWHERE

    @property
    def bare(self) -> bool:
        """Whether it asks for a range of dates and nothing else."""
        return self.table == "lines" and self.condition is None

    @property
    def gathers(self) -> bool:
        """Whether its condition gathers what there is in the range asked about, before the first row is known."""
        return self.condition is not None and LOW in self.condition.text

    def select(self, what: str, order: str = "", beyond: Range | None = None) -> tuple[str, list[object]]:
        """The statement and its values; ``beyond`` narrows the range further."""
        wheres: list[str] = []
        values: list[object] = []
        if self.expression is not None:
            wheres.append(f"{self.table} MATCH ?")
            values.append(self.expression)
        span = self.range.within(beyond) if beyond else self.range
        if span.low > EVERYWHERE.low:
            wheres.append(f"{self.column} >= ?")
            values.append(span.low)
        if span.high < EVERYWHERE.high:
            wheres.append(f"{self.column} < ?")
            values.append(span.high)
        if self.condition is not None:
            wheres.append(f"({self.condition.on(self.column, str(span.low), str(span.high))})")
            values += self.condition.values
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        return (
            f"SELECT {what.replace('@', self.column)} FROM {self.table}{where} {order.replace('@', self.column)}",
            values,
        )

    def inside(self) -> Condition:
        """All that it finds, as a condition of a plan with the same range."""
        wheres = [f"{self.column} >= {LOW}", f"{self.column} < {HIGH}"]
        values: tuple[object, ...] = ()
        if self.expression is not None:
            wheres.append(f"{self.table} MATCH ?")
            values = (self.expression,)
        if self.condition is not None:
            wheres.append(f"({self.condition.on(self.column, LOW, HIGH)})")
            values += self.condition.values
        return Condition(f"+{AT} IN (SELECT {self.column} FROM {self.table} WHERE {' AND '.join(wheres)})", values)

    def holds(self, column: str) -> Condition:
        """Whether it finds the one article whose number stands in a column of an outer statement."""
        wheres = [f"{column} >= {self.range.low}", f"{column} < {self.range.high}"]
        values: tuple[object, ...] = ()
        if self.expression is not None:
            found = f"SELECT 1 FROM {self.table} WHERE {self.table} MATCH ? AND {self.table}.rowid = {column}"
            wheres.append(f"EXISTS ({found})")
            values = (self.expression,)
        if self.condition is not None:
            wheres.append(f"({self.condition.on(column, column, f'{column} + 1')})")
            values += self.condition.values
        return Condition(" AND ".join(wheres), values)
