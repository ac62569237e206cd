"""Choose dates: typed, or on a calendar that shows how many articles each day has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import Input

from newstui.query.dates import DateError, DateRange, parse_dates
from newstui.query.messages import said
from newstui.tui.language import keys_said, language, say
from newstui.tui.line_view import LineView
from newstui.tui.paint import Piece, Pieces, column
from newstui.tui.panes.status import Hints
from newstui.tui.prompt import AnswerLine
from newstui.tui.river import Spread
from newstui.tui.screens.page import PageScreen
from newstui.tui.strips import strip

CELL: Final = 8
"""Cells of one day, where the window has them."""
_WEEKS: Final = 2
"""The row of the first week: below the heading and the days of the week."""
_BEGUN: Final = re.compile(r"(?:.*\.\.)?(?:\d{1,3}|\d{4}-[01]?|\d{4}-\d\d?-[0-3]?|[\d-]+\.)")
"""What may still become a date: nothing is wrong with it yet."""


class Calendar(LineView):
    """One month with its counts, and the months of its year; the cursor is a day."""

    def __init__(self, day: date) -> None:
        super().__init__(id="calendar")
        self.day = day
        self.begin: date | None = None
        self.counts: Mapping[str, int] = {}

    def item_count(self) -> int:
        return 0

    def heading(self) -> tuple[str, str]:
        year = sum(count for day, count in self.counts.items() if day.startswith(str(self.day.year)))
        return say("month_of", year=self.day.year, month=self.day.month), say("sum_year", number=year)

    def to(self, day: date) -> None:
        """The cursor on another day; only the month that changes is painted anew."""
        self.day = day
        self.repaint()

    def step(self, days: int = 0, months: int = 0) -> None:
        """So many days or months on, the day kept where the month has it."""
        try:
            if months:
                at = self.day.year * 12 + self.day.month - 1 + months
                year, month = divmod(at, 12)
                self.to(date(year, month + 1, min(self.day.day, monthrange(year, month + 1)[1])))
            else:
                self.to(self.day + timedelta(days=days))
        except (ValueError, OverflowError):
            return

    @property
    def cell(self) -> int:
        """Cells of one day."""
        return max(5, min(CELL, self.wide // 7))

    def _paint(self, y: int) -> Strip:
        if not y:
            return super()._paint(0)
        week = (self.day.day - 1 + self.day.replace(day=1).weekday()) // 7
        hidden = max(0, _WEEKS + 2 * week + 2 - self.high)  # in a low window the first weeks give way
        return strip(self._row(y + hidden if y >= _WEEKS else y), self.wide, self.look["base"])

    def _row(self, y: int) -> Pieces:
        first = self.day.replace(day=1)
        if y == 1:
            words = say("weekdays").split()
            return [
                (" " * (4 - cell_len(word)) + column(word, self.cell - 4 + cell_len(word)), self.look["dim"])
                for word in words
            ]
        if _WEEKS <= y < 14:
            return self._week(
                first - timedelta(days=first.weekday()) if first > date.min + timedelta(7) else first, y - _WEEKS
            )
        if y == 15:
            return [(say("sum_month", number=self._sum(f"{first:%Y-%m}")), self.look["count"])]
        return self._months(y - 17) if y in (17, 18, 19) else ()

    def _week(self, monday: date, row: int) -> Pieces:
        days = [monday + timedelta(days=7 * (row // 2) + at) for at in range(7)]
        if row // 2 and days[0].month != self.day.month:
            return ()
        return [self._count(day) if row % 2 else self._number(day) for day in days]

    def _number(self, day: date) -> Piece:
        if day.month != self.day.month:
            return (" " * self.cell, self.look["base"])
        low, high = sorted((self.begin or self.day, self.day))
        style = (
            self.look["pointed"] if day == self.day else self.look["chip"] if low <= day <= high else self.look["title"]
        )
        before, after = "[]" if day == self.day else "  "
        return (f"{before}{day.day:>3}{after}".ljust(self.cell), style)

    def _count(self, day: date) -> Piece:
        count = self.counts.get(day.isoformat(), 0) if day.month == self.day.month else 0
        return (f" {count:>3}".ljust(self.cell) if count else " " * self.cell, self.look["date"])

    def _months(self, row: int) -> Pieces:
        """Four months a row with their counts."""
        pieces: list[Piece] = []
        for month in range(4 * row + 1, 4 * row + 5):
            count = self._sum(f"{self.day.year:04d}-{month:02d}")
            style = self.look["key"] if month == self.day.month else self.look["title" if count else "dim"]
            name = say("months").split()[month - 1]
            room = max(3, min(8, self.wide // 4 - 6))
            said = (f"{count:,}" if count else "·").ljust(room)
            pieces.append((f"{' ' * (5 - cell_len(name))}{name} {said}", style))
        return pieces

    def _sum(self, prefix: str) -> int:
        return sum(count for day, count in self.counts.items() if day.startswith(prefix))


class DateChooser(PageScreen[str]):
    """Ends with words that the query language reads as dates, or None; opens at the dates asked for now."""

    def __init__(self, now: str, day: str | None) -> None:
        super().__init__(say("choose_date"), say("date_hint"))
        self._now = now
        try:
            self._day = date.fromisoformat(parse_dates(now).end or "" if now else day or "")
        except ValueError:
            self._day = date.today()

    def body(self) -> ComposeResult:
        yield AnswerLine()
        yield Calendar(self._day)

    @property
    def calendar(self) -> Calendar:
        return self.query_one(Calendar)

    @property
    def line(self) -> AnswerLine:
        return self.query_one(AnswerLine)

    def opened(self) -> None:
        self.set_focus(self.line)
        self.tell(self._now)

    def hints(self) -> tuple[tuple[str, str], ...]:
        return keys_said("typed_date_hint")

    def on_spread(self, spread: Spread) -> None:
        """The counts have come; without a date typed, the calendar opens where the articles are."""
        counts = self.calendar.counts = spread.days
        if counts and not self._now and not any(day.startswith(f"{self.calendar.day:%Y-%m}") for day in counts):
            self.calendar.day = date.fromisoformat(max(counts))
        self.calendar.repaint()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value.strip() and not _BEGUN.fullmatch(event.value.strip()):
            self._read(event.value)
        else:
            self.tell("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit()

    def _submit(self) -> None:
        typed = self.line.value.strip()
        if not typed:
            self.dismiss(None)
        elif self._read(typed):
            self.dismiss(typed)

    def _read(self, typed: str) -> bool:
        """Whether it is a date; the calendar follows, and the line below says what is meant or what is wrong."""
        try:
            meant = parse_dates(typed)
        except DateError as error:
            self.refuse(said(error.kind, error.values, language()))
            return False
        self.tell(f"{meant.start or ''} .. {meant.end or ''}" if not meant.unknown else say("no_date"))
        if meant.end or meant.start:
            self.calendar.to(self._last_within(meant))
        return True

    def _last_within(self, meant: DateRange) -> date:
        """The last day meant that has articles; else the last one meant."""
        held = [day for day in self.calendar.counts if (meant.start or "") <= day <= (meant.end or "9999")]
        return date.fromisoformat(max(held, default=meant.end or meant.start or ""))

    # The calendar's keys ----------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        if self.focused is self.line:
            if self.line.missed(event):
                event.stop()
            elif event.key in ("down", "tab"):
                event.stop()
                self._to_calendar()
            elif event.key in ("escape", "ctrl+c"):
                event.stop()
                self.dismiss(None)
            elif event.key == "enter":
                event.stop()
                self._submit()
            return
        event.stop()
        steps = {"left": -1, "h": -1, "right": 1, "l": 1, "up": -7, "k": -7, "down": 7, "j": 7}
        leaps = {"<": -1, ">": 1, "pageup": -1, "pagedown": 1, "[": -12, "]": 12}
        key = event.character if event.is_printable and event.character else event.key
        if key in steps:
            self.calendar.step(days=steps[key])
        elif key in leaps:
            self.calendar.step(months=leaps[key])
        else:
            self._take(key)

    def _to_calendar(self) -> None:
        self.attend(self.calendar)
        self.tell("")
        self.query_one(Hints).hints = keys_said("calendar_hint")

    def _take(self, key: str) -> None:
        day, begin = self.calendar.day, self.calendar.begin
        low, high = sorted((begin or day, day))
        words = {"enter": f"{low}..{high}" if begin else f"{day}", "m": f"{day:%Y-%m}", "y": f"{day.year:04d}"}
        if key in words:
            self.dismiss(words[key])
        elif key == "r":
            self.calendar.begin = None if begin else day
            self.calendar.repaint()
            self.tell("" if begin else say("range_from", day=day.isoformat()))
        elif key in ("escape", "q", "tab"):
            self.set_focus(self.line)
            self.tell("")
            self.query_one(Hints).hints = self.hints()
