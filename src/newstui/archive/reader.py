"""The reader of the archive: every question the screen and the command line ask of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newstui.archive import facets, numbers
from newstui.archive.conditions import Range
from newstui.archive.connection import open_reader, saying
from newstui.archive.corrections import NONE, Corrections, corrections_of, overlaid
from newstui.archive.counts import Counts
from newstui.archive.errors import ArchiveError, Interrupted
from newstui.archive.facets import Facet
from newstui.archive.fields import Words
from newstui.archive.groups import Groups
from newstui.archive.hands import Hands
from newstui.archive.pages import BY_DATE, Pages
from newstui.archive.people import PersonLine, people, people_of
from newstui.archive.plan import Plan
from newstui.archive.search import Compiler
from newstui.archive.settings import calendar
from newstui.archive.summary import ArchiveSummary, summary
from newstui.model.article import ArticleLine
from newstui.model.fold import fold
from newstui.query.query import Query

if TYPE_CHECKING:
    from newstui.archive.dictionary import Dictionary
    from newstui.archive.found import Finder
    from newstui.archive.namesakes import Namesake
    from newstui.intake.failed import Failed
    from newstui.model.article import Article
    from newstui.model.reading import Reading


class Reader:
    """One connection that only reads; it belongs to one thread at a time. Raises ArchiveError and Interrupted."""

    def __init__(self, path: Path, state: Path | None = None, corrections: Corrections = NONE) -> None:
        """The archive's own corrections hold in any case; those given are the user's, laid over them."""
        self.path = path
        self._state = state
        self._connection = self._opened()
        self._hands = Hands(self._connection, self._opened)
        self._dictionaries: dict[int | None, Dictionary] = {}
        self._own = corrections
        self._words = Words(self._connection, with_state=self._has_state())
        self._compiler = Compiler(self._connection, self._words, calendar(self._connection))
        self._counts = Counts(self._connection, self._hands, self._compiler)
        self._groups = Groups(self._connection, self._hands, self._compiler)
        self._pages = Pages(self._connection)
        self._finder: Finder | None = None
        self._version = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go."""
        self._hands.close()

    def interrupt(self) -> None:
        """From another thread: the running question raises Interrupted."""
        self._hands.interrupt()

    def page(
        self, query: Query, start: int, stop: int, order: str = "newest", *, grouped: bool = False
    ) -> tuple[ArticleLine, ...]:
        """The rows of the list from start to before stop; grouped, each report stands there once."""
        with self._asking():
            plan, calendar = self._plan(query, grouped), self._compiler.calendar
            return tuple(self._pages.page((query, grouped), plan, calendar, order, start, stop))

    def count(self, query: Query, *, grouped: bool = False) -> int:
        """How many articles the query finds, exactly; grouped, how many reports."""
        with self._asking():
            number = self._groups.count(query, self._counts) if grouped else self._counts.of(query)
            if self._counts.known(query) is not None:
                self._pages.counted((query, grouped), number)
            return number

    def position(self, query: Query, article_id: str, order: str = "newest", *, grouped: bool = False) -> int | None:
        """The row of an article in the list; None where it does not stand there."""
        with self._asking():
            article = self._number(article_id)
            plan = self._plan(query, grouped)
            if article is None or not self._holds(plan, article):
                return None
            if grouped and self._pages.is_far(article, order):
                self._groups.settle(query)
                plan = self._plan(query, grouped)
            row = self._before(plan, article, order)
            if order in BY_DATE:
                self._pages.stands((query, grouped), order, row, article)
            return row

    def reprints(self, article_id: str) -> tuple[ArticleLine, ...]:
        """All articles that print the same report as this one, this one among them, the newest first."""
        with self._asking():
            return tuple(self._pages.group(article_id))

    def ids(self, beginning: str, limit: int = 2) -> tuple[str, ...]:
        """The ids that begin like this."""
        with self._asking():
            asked = "SELECT id FROM lines WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
            return tuple(one for (one,) in self._connection.execute(asked, (beginning, f"{beginning}~", limit)))

    def held(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the ids whose articles the archive holds, in their order."""
        with self._asking():
            asked = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM lines WHERE id = value) ORDER BY key"
            return tuple(one for (one,) in self._connection.execute(asked, (json.dumps(list(ids)),)))

    def article(self, article_id: str) -> Article | None:
        """An article by its id."""
        opened = self.opened(article_id)
        return opened and opened[0]

    def reading(self, article_id: str) -> Reading | None:
        """The reading of an article."""
        opened = self.opened(article_id)
        return opened and opened[1]

    def opened(self, article_id: str) -> tuple[Article, Reading] | None:
        """An article with its reading. Raises ArchiveError where it is damaged."""
        from newstui.archive import codec
        from newstui.archive.corrections import corrected

        with self._asking():
            row = self._connection.execute(
                "SELECT dictionary, text, reading FROM texts WHERE entry = (SELECT entry FROM lines WHERE id = ?)",
                (article_id,),
            ).fetchone()
        if row is None:
            return None
        try:
            against = self._dictionary(row[0])
            text = codec.unpack_text(row[1], against.phrases)
            article, reading = codec.unpack(article_id, text, row[2], against.forms)
            return article, corrected(article_id, reading, self._own)
        except codec.DAMAGE as error:
            raise ArchiveError("article", self.path, article_id, error) from error

    def people(self, typed: str = "", query: Query | None = None, limit: int = 50) -> tuple[PersonLine, ...]:
        """The people whose name, pinyin or initials begin with what was typed, the most frequent first."""
        with self._asking():
            if query:
                lines = people_of(self._finding(), self._compiler.plan(query), typed, limit)
            else:
                lines = people(self._connection, typed, limit)
            return tuple(one for one in lines if fold(one.name) not in self._words.corrections.not_a_person)

    def namesakes(self, name: str) -> tuple[Namesake, ...]:
        """The people who bear a name (or pinyin, or initials), told apart by posts and places."""
        from newstui.archive.namesakes import namesakes

        with self._asking():
            return namesakes(self._connection, self._words.names(name))

    def days(self, query: Query) -> dict[str, int]:
        """How many articles each ISO day has."""
        with self._asking():
            found = self._days(self._compiler.plan(query))
            return {numbers.iso_day(day): n for day, n in found if day != numbers.UNDATED}

    def facets(self, query: Query, field: str, limit: int = 20) -> tuple[Facet, ...]:
        """The most frequent values of a field (person, post, org, source, month) among what the query finds."""
        with self._asking():
            plan = self._compiler.plan(query)
            if field == "month":
                return facets.months(self._days(plan, months=True))
            if plan.everything:
                return facets.whole(self._connection, field, limit)
            self._finding().of(plan, self._counts.known(query))
            return facets.facets(self._finding(), plan, field, limit)

    def why_empty(self, query: Query) -> tuple[str, ...]:
        """The chips each of which, left out, would leave something; all of them where no single one does."""
        with self._asking():
            guilty = tuple(str(part) for part in query.parts if self._finds(query.without(part)))
            return guilty or query.chips

    def summary(self) -> ArchiveSummary:
        """What the archive holds."""
        with self._asking():
            return summary(self._connection, self.path)

    def arrived(self) -> float | None:
        """When articles last came, in seconds since 1970; None before any did."""
        with self._asking():
            newest = self._connection.execute("SELECT max(started) FROM imports WHERE stored > 0").fetchone()[0]
            return None if newest is None else float(newest)

    def failures(self) -> tuple[Failed, ...]:
        """What imports could not take or doubted or passed over, and why."""
        from newstui.intake.failed import Failed

        with self._asking():
            rows = self._connection.execute("SELECT origin, reason, how FROM failures ORDER BY how = 'skipped', origin")
            return tuple(Failed(*row) for row in rows)

    def _opened(self) -> sqlite3.Connection:
        connection = open_reader(self.path, self._state)
        connection.create_function("fold", 1, fold, deterministic=True)
        return connection

    def _finding(self) -> Finder:
        from newstui.archive.found import Finder

        if self._finder is None:
            self._finder = Finder(self._connection, self._hands, self._compiler.calendar)
        return self._finder

    def _days(self, plan: Plan, *, months: bool = False) -> list[tuple[int, int]]:
        if plan.bare:
            return facets.days(self._connection, self._compiler.calendar, plan)
        from newstui.archive.ranking import days

        return days(self._finding(), plan, months=months)

    def _has_state(self) -> bool:
        return any(name == "state" for _, name, _ in self._connection.execute("PRAGMA database_list"))

    def _dictionary(self, number: int | None) -> Dictionary:
        from newstui.archive import dictionary

        if number not in self._dictionaries:
            known = dictionary.load(self._connection, number) if number else dictionary.Dictionary()
            self._dictionaries[number] = known
        return self._dictionaries[number]

    def _number(self, article_id: str) -> int | None:
        row = self._connection.execute("SELECT article FROM lines WHERE id = ?", (article_id,)).fetchone()
        return row and int(row[0])

    def _holds(self, plan: Plan, article: int) -> bool:
        return self._counts.within(plan, Range(article, article + 1)) > 0

    def _plan(self, query: Query, grouped: bool) -> Plan:
        return (self._groups if grouped else self._compiler).plan(query)

    def _before(self, plan: Plan, article: int, order: str) -> int:
        if order in BY_DATE:
            beyond = Range(low=article + 1) if order == "newest" else Range(high=article)
            return self._counts.within(plan, beyond)
        return self._pages.before(plan, order, article)

    def _finds(self, query: Query) -> bool:
        asked, values = self._compiler.plan(query).select("1", "LIMIT 1")
        return self._connection.execute(asked, values).fetchone() is not None

    def _notice(self) -> None:
        """Lets go of what is remembered when the archive has changed."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._compiler.calendar = calendar(self._connection)
            self._words.corrections = overlaid(corrections_of(self._connection), self._own)
            self._counts.forget()
            self._hands.forget()
            self._finder = None
            self._groups.forget()
            self._pages.forget()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            self._notice()
            yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
                raise Interrupted from None
            with saying(self.path):
                raise
        except sqlite3.Error:
            with saying(self.path):
                raise
