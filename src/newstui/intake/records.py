"""JSON Lines, JSON arrays and CSV: every record an article, streamed whatever the size."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from newstui.intake.document import Document
from newstui.intake.failed import MOST_BYTES, Failed, IntakeError, too_large
from newstui.intake.fields import record_article
from newstui.intake.lines import Line, lines_of, text_chunks
from newstui.model import clean
from newstui.model.article import Article
from newstui.model.late import late

Mapped = Mapping[str, str] | None

_TOKEN: Final = late(r'"[^"\\]*(?:\\.[^"\\]*)*("?)|[{}\[\],]', re.S)
_TOLD: Final = late(r"\ufeff?sep=([,;|\t])\s*$", re.I)
"""The line by which spreadsheets say what parts the columns."""
_DIGITS: Final = 4_000
"""Longer numbers are refused by Python; they are read as words."""


def json_lines(document: Document, mapping: Mapped) -> Iterator[Article | Failed]:
    """One object a line; a bad line is reported with its number, the others are taken."""
    for number, line in lines_of(document):
        origin = f"{document.origin}: line {number}"
        if isinstance(line, IntakeError):
            yield Failed(origin, str(line))
        elif line.strip("\ufeff \t\r\n"):
            yield from _taken(line, origin, mapping)


def json_values(document: Document, mapping: Mapped) -> Iterator[Article | Failed]:
    """The objects of an array, or objects one after another, each over as many lines as it likes."""
    for number, value in enumerate(_values(text_chunks(document)), 1):
        origin = f"{document.origin}: record {number}"
        if isinstance(value, IntakeError):
            yield Failed(origin, str(value))
        else:
            yield from _taken(value, origin, mapping)


def csv_rows(document: Document, mapping: Mapped) -> Iterator[Article | Failed]:
    """The rows of a table under the names of its first line; rows are numbered by the line they end on."""
    csv.field_size_limit(MOST_BYTES)
    lines = lines_of(document)
    number, first = next(lines, (1, ""))
    told = None if isinstance(first, IntakeError) else _TOLD.match(first)
    if told:
        number, first = next(lines, (2, ""))
    if isinstance(first, IntakeError):
        raise first
    rows = csv.reader(_continued(first, lines), delimiter=told[1] if told else delimiter_of(first))
    names = [name.strip("\ufeff ") for name in next(rows, [])]
    _check(names, mapping)
    while True:
        number = rows.line_num + 1 + bool(told)
        origin = f"{document.origin}: line {number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except (csv.Error, IntakeError) as error:
            yield Failed(origin, str(error))
            continue
        if any(cell.strip() for cell in row):
            yield _made(dict(zip(names, row, strict=False)), origin, mapping)


def _check(names: list[str], mapping: Mapped) -> None:
    """Raises IntakeError where the mapping names a column that is not there."""
    have = {name.lower() for name in names}
    if missing := [name for name in (mapping or {}).values() if name.lower() not in have]:
        columns = ", ".join(map(clean.line, names[:12]))
        raise IntakeError(f"no column {clean.line(missing[0])!r} as --map wants it: the columns are {columns}")


def delimiter_of(first: str) -> str:
    """What parts the columns of a table, by its first line."""
    return max(",\t;|", key=first.count)


def _continued(first: str, lines: Iterator[Line]) -> Iterator[str]:
    yield first
    for _, line in lines:
        if isinstance(line, IntakeError):
            raise line
        yield line


def _taken(text: str, origin: str, mapping: Mapped) -> Iterator[Article | Failed]:
    """The article of one JSON value, or those of the list it holds (``{"items": […]}``)."""
    try:
        value = json.loads(text, parse_int=_number, parse_constant=lambda name: None)
    except RecursionError:
        yield Failed(origin, "nested too deeply")
        return
    except ValueError as error:
        yield Failed(origin, f"not JSON: {error}")
        return
    held = _held(value)
    if held is None:
        yield _made(value, origin, mapping)
    for at, record in enumerate(held or (), 1):
        yield _made(record, f"{origin}, item {at}", mapping)


def _held(value: object) -> list[object] | None:
    """The records of an envelope: an object without text of its own and one list of objects."""
    if not isinstance(value, dict) or value.keys() & {"text", "body", "content"}:
        return None
    lists = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    return lists[0] if len(lists) == 1 else None


def _made(value: object, origin: str, mapping: Mapped) -> Article | Failed:
    if not isinstance(value, dict):
        return Failed(origin, "no record: an object with fields is wanted")
    try:
        return record_article(value, origin, mapping)
    except RecursionError:
        return Failed(origin, "nested too deeply")
    except IntakeError as error:
        return Failed(origin, str(error))


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < _DIGITS else digits


def _values(chunks: Iterator[str]) -> Iterator[str | IntakeError]:
    """The texts of the values of an array, or of values that follow one another."""
    scan = _Scan()
    for chunk in chunks:
        yield from scan.take(chunk)
        if scan.held > MOST_BYTES:
            yield IntakeError(too_large("record"))
            return
    yield from scan.end()


class _Scan:
    """Cuts a running text into values by counting brackets outside strings."""

    def __init__(self) -> None:
        self._text = ""
        self._at = 0
        self._depth = 0
        self._start = 0
        self._enough = 0
        """Characters to wait for before looking again at a string that has not ended, so that time stays linear."""
        self._base = -1
        """Depth at which records stand: 1 inside an array, 0 where they follow one another."""

    @property
    def held(self) -> int:
        return len(self._text)

    def take(self, chunk: str) -> Iterator[str]:
        """The values that this piece completes."""
        self._text += chunk
        if len(self._text) < self._enough:
            return
        at = self._at
        for token in _TOKEN.finditer(self._text, at):
            if token[0][0] == '"' and not token[1]:
                break
            at = token.end()
            yield from self._step(token[0], token.start())
        self._text, self._at, self._start = self._text[self._start :], at - self._start, 0
        self._enough = 2 * len(self._text)

    def end(self) -> Iterator[str | IntakeError]:
        """What is left once nothing more comes."""
        self._enough = 0
        yield from self.take("")
        rest = self._text.strip()
        if self._depth > 0:
            yield IntakeError("the file ends inside a record or array")
        elif rest:
            yield rest

    def _step(self, mark: str, at: int) -> Iterator[str]:
        if self._base < 0 and mark in ("[", "{"):
            if between := self._text[self._start : at].strip(", \t\r\n\ufeff"):
                yield between
            self._base = int(mark == "[")
            self._start = at + self._base
        if mark in ("[", "{"):
            self._depth += 1
        elif mark in ("]", "}"):
            self._depth = max(self._depth - 1, 0)
        closes = self._depth == 0 and mark in ("]", "}")
        if (self._base == 1 and self._depth == 1 and mark == ",") or closes:
            end = at if self._base == 1 else at + 1
            value = self._text[self._start : end].strip()
            self._start = at + 1
            if closes:
                self._base = -1
            if value:
                yield value
