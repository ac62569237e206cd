"""A report in sections: the page of a person, the comparison of two texts. Some lines lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.message import Message

from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import say
from newstui.tui.paint import Pieces, column, fit
from newstui.tui.river import Failed
from newstui.tui.screens.page import PageScreen
from newstui.tui.wrap import wrap


@dataclass(frozen=True)
class ReportLine:
    """A label, words that are wrapped, something at the end of the first row; ``value`` is where Enter leads."""

    label: str
    words: str
    tail: str = ""
    style: str = "post"
    value: Any = None


@dataclass(frozen=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: Sequence[ReportLine]


class Reported(Message):
    """The report has come: what its head says, and its sections."""

    def __init__(self, remark: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self.remark, self.sections = remark, sections


class Report(FixedView):
    """The sections, one item a line of the report."""

    def __init__(self) -> None:
        super().__init__(id="report")
        self.sections: Sequence[Section] = ()
        self.remark = ""

    def show_report(self, reported: Reported) -> None:
        """Another report."""
        self.sections = [section for section in reported.sections if section.lines]
        self.remark = reported.remark
        self.lay(0)

    @property
    def value(self) -> Any:
        """Where the line under the cursor leads."""
        lines = [line for section in self.sections for line in section.lines]
        return lines[self.cursor].value if self.cursor < len(lines) else None

    def heading(self) -> tuple[str, str]:
        return self.remark, ""

    def entries(self, width: int) -> Sequence[Entry]:
        found: list[Entry] = []
        for section in self.sections:
            head: Pieces = [(" " + section.title, self.look["group"])]
            label = min(24, max(cell_len(line.label) for line in section.lines))
            for at, line in enumerate(section.lines):
                above: tuple[Pieces, ...] = () if at else ([], head) if found else (head,)
                found.append(Entry(self._written(line, label, width), above))
        return found

    def _written(self, line: ReportLine, label: int, width: int) -> tuple[Pieces, ...]:
        look = self.look
        room = max(8, width - label - cell_len(line.tail) - 6)
        words = [line.words[one.start : one.end].rstrip("\n") for one in wrap(line.words, room)] or [""]
        rows: list[Pieces] = []
        for at, each in enumerate(words):
            rows.append([
                ("  " + column(line.label if not at else "", label) + "  ", look["date"]),
                (column(fit(each.rstrip(), room), room) if line.tail and not at else each, look[line.style]),
                (" " + line.tail if not at else "", look["count"]),
            ])  # fmt: skip
        return tuple(rows)


class ReportScreen(PageScreen[Any]):
    """Ends with where the taken line leads, or None."""

    own_hints = "follow_hint"

    def body(self) -> ComposeResult:
        yield Report()

    @property
    def report(self) -> Report:
        return self.query_one(Report)

    def opened(self) -> None:
        super().opened()
        self.tell(say("loading"))

    def on_reported(self, reported: Reported) -> None:
        self.report.show_report(reported)
        self.tell("" if self.report.sections else say("nothing_found"))

    def on_failed(self, failed: Failed) -> None:
        """There is nothing to show: back, and the reason is said there."""
        self.dismiss(None)
        self.newsroom.room.tell(failed.error, failed=True)

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self.report.value is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(self.report.value)
