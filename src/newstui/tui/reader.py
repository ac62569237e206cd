"""The reading room: the screen that holds the state, hands it down to the panes and answers their messages.

query -> hits -> selected -> opened -> marks: each follows from the one before, and nothing flows back.
"""

from __future__ import annotations

import gc
from functools import partial
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.reactive import var

from newstui.query.query import Query
from newstui.tui import greeting, questions, river
from newstui.tui.commands import LIST
from newstui.tui.desk import Desk
from newstui.tui.keyed import KeyedScreen
from newstui.tui.lanes import Lanes
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.panes.article_list import ArticleList
from newstui.tui.panes.article_text import ArticleText
from newstui.tui.panes.filter_bar import FilterBar
from newstui.tui.panes.outline import Outline
from newstui.tui.panes.people import People
from newstui.tui.panes.status import Hints, Status
from newstui.tui.reading_time import ReadingTime
from newstui.tui.rest import Rest
from newstui.tui.values import NO_MARKS, Asked, Hits, Marks, Opened, Rows

REST: Final = 0.12
"""Seconds the cursor rests before the other panes follow."""


class ReaderScreen(KeyedScreen[None], inherit_bindings=False):
    """Four panes over one question. Only this class assigns the state; panes receive it in ``compose``."""

    asked: var[Asked] = var(Asked(), init=False)
    hits: var[Hits] = var(Hits())
    remark: var[tuple[str, ...]] = var(())
    news: var[str] = var("")
    selected: var[str | None] = var(None, init=False)
    opened: var[Opened | None] = var(None, init=False)
    marks: var[Marks] = var(NO_MARKS)
    offset_read: var[int] = var(-1)
    """The place of the text the reader is at."""

    def __init__(self, lanes: Lanes, asked: Asked, first: tuple[Rows, Hits | None] | None = None) -> None:
        """``first`` are the first rows, where they are known already."""
        super().__init__()
        self.lanes = lanes
        self.history: list[Asked] = []
        self.set_reactive(ReaderScreen.asked, asked)
        self._going: str | None = None
        self._opened_for = asked.query
        self._opening, self._greeted = first, False
        self.painted = False
        """Whether the toolkit has painted."""
        self._resting, self.reading = Rest(self), ReadingTime(self)

    def compose(self) -> ComposeResult:
        room = ReaderScreen
        with Desk():
            yield FilterBar().data_bind(room.asked, room.hits, room.news)
            yield ArticleList().data_bind(room.hits, room.remark)
            yield ArticleText().data_bind(room.opened, room.marks)
            yield People().data_bind(room.opened)
            yield Outline().data_bind(room.opened, read_at=room.offset_read)
            yield Status()
            yield Hints()

    def on_mount(self) -> None:
        self.focus_pane(LIST)
        if self._opening is None:
            self._look_for()
        else:
            self.on_found(river.Found(*self._opening))
        self.call_after_refresh(self._show)

    def _compositor_refresh(self) -> None:
        """The toolkit would draw its first frame twice, the first time before the panes know their size."""
        if self.painted:
            super()._compositor_refresh()

    # The parts ----------------------------------------------------------------------------------

    @property
    def listed(self) -> ArticleList:
        return self.query_one(ArticleList)

    @property
    def text(self) -> ArticleText:
        return self.query_one(ArticleText)

    @property
    def people(self) -> People:
        return self.query_one(People)

    @property
    def outline(self) -> Outline:
        return self.query_one(Outline)

    @property
    def place(self) -> str:
        """Where keys are read: the id of that pane."""
        return self.view.id or LIST

    @property
    def article_id(self) -> str | None:
        """The article that commands mean: under the list's cursor."""
        return self.listed.line.id if self.listed.line else None

    # Query -> hits ------------------------------------------------------------------------------

    def ask(
        self, query: Query | None = None, *, order: str | None = None, once: bool | None = None, remember: bool = True
    ) -> None:
        """Another question; Esc comes back to this one."""
        now = self.asked
        asked = Asked(now.query if query is None else query, order or now.order, now.once if once is None else once)
        if asked != self.asked:
            self.history += [self.asked] if remember else []
            self.asked = asked

    def visit(self, query: Query, article_id: str) -> None:
        """Another question, with the cursor on an article of its answer."""
        self._going = article_id
        if query == self.asked.query:
            self.watch_asked()
        else:
            self.ask(query)

    def watch_asked(self) -> None:
        self._look_for()

    def _look_for(self, near: int = 0) -> None:
        asked, kept, self._going = self.asked, self._going or self.article_id, None
        work = partial(questions.first_rows, asked=asked, kept=kept, near=near)
        self.lanes.rows.ask(work, self.post_message)

    def ask_again(self) -> None:
        """The same question, as something it asks for changed; the cursor stays where it is."""
        self._look_for(self.listed.cursor)

    def on_rows_wanted(self, wanted: river.RowsWanted) -> None:
        if wanted.asked != self.asked:
            return  # the rows of the question before, which would take the place of the one under way
        work = partial(questions.rows, asked=wanted.asked, start=wanted.start, stop=wanted.end)
        self.lanes.rows.ask(work, self.post_message)

    def _show(self) -> None:
        """The first frame goes out; what follows from it is asked after that."""
        self.painted = True
        self._compositor_refresh()
        self.lanes.state.ask(questions.greet, self.post_message)
        self._count()
        self.select()
        gc.freeze()
        gc.enable()

    def _count(self) -> None:
        if self.asked.query:
            self.lanes.count.ask(partial(questions.count, asked=self.asked), self.post_message)

    def on_found(self, found: river.Found) -> None:
        if found.rows.asked != self.asked:
            return
        self.listed.supply(found.rows)
        if found.hits or self.hits.asked != self.asked:
            self.hits = found.hits or Hits(self.asked)
        if found.rows.cursor is None:
            return
        self._explain(bool(found.rows.lines))
        if self.painted:
            self._count()
            self.select()

    def _explain(self, found: bool) -> None:
        self.remark = ()
        if not found:
            self.lanes.why.ask(partial(questions.why_empty, asked=self.asked), self.post_message)

    def on_explained(self, explained: river.Explained) -> None:
        if explained.asked == self.asked:
            self.remark = explained.lines

    def on_counted(self, counted: river.Counted) -> None:
        if counted.hits.asked == self.asked:
            self.hits = counted.hits

    def on_reprinted(self, reprinted: river.Reprinted) -> None:
        self.listed.unfold(reprinted.article_id, reprinted.rows)

    # Cursor -> selected -> opened -----------------------------------------------------------------

    def on_line_view_moved(self, moved: LineView.Moved) -> None:
        moved.stop()
        marking = {self.people: "pointing:mark_person", self.outline: "pointing:mark_node"}
        if moved.view is self.listed:
            self._resting.after(REST, self.select)
        elif moved.view in marking:
            self._resting.after(REST, partial(self.newsroom.run_act, marking[moved.view]))

    @property
    def settled(self) -> bool:
        """Whether everything asked is answered and no pane is still to follow."""
        return self._greeted and not self._resting.pending and self.lanes.idle

    def select(self) -> None:
        """The article under the cursor becomes the selected one; for other words it is opened anew."""
        if self.selected is not None and self.selected == self.article_id and self._opened_for != self.asked.query:
            self._open(self.selected)
        self.selected = self.article_id

    def watch_selected(self, before: str | None, selected: str | None) -> None:
        self.reading.leave(before)
        if selected is None:
            self.opened = None
        else:
            self._open(selected)

    def _open(self, id: str) -> None:
        self._opened_for = self.asked.query
        self.lanes.article.ask(partial(questions.opened, id=id, query=self._opened_for), self.post_message)

    def on_loaded(self, loaded: river.Loaded) -> None:
        if loaded.article_id != self.selected:
            return
        self.offset_read, self.marks = -1, NO_MARKS
        self.opened = loaded.opened
        if loaded.opened is None:
            self.tell(say("gone"))
            return
        self.marks = Marks.of(loaded.opened, self.asked.query)
        self.reading.begin()

    def on_article_text_reading_at(self, reading: ArticleText.ReadingAt) -> None:
        self.offset_read = reading.offset

    def on_greeted(self, greeted: river.Greeted) -> None:
        self._greeted = True
        self.news = greeting.news(greeted)
        self.tell(*greeting.remark(greeted, self.newsroom.faults, self.newsroom.samples))

    def on_kept(self, kept: river.Kept) -> None:
        self.listed.reflag(kept.flags)
        if kept.said:
            self.tell(kept.said)
            self._ask_for_state("is")

    def on_annotated(self, annotated: river.Annotated) -> None:
        if self.opened is not None and self.opened.article.id == annotated.article_id:
            self.opened = self.opened._replace(tags=annotated.tags, note=annotated.note)
        self.tell(annotated.said)
        self._ask_for_state("tag")

    def _ask_for_state(self, field: str) -> None:
        """The list anew, where it is found by what the user keeps."""
        if any(term.field == field for term in self.asked.query.terms()):
            self.ask_again()

    # Keys, focus, answers ---------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        desk = self.query_one(Desk)
        if self.newsroom.screen is not self:
            event.stop()
            self.newsroom.screen.post_message(events.Key(event.key, event.character))  # typed ahead, for that screen
        elif desk.asking is not None:
            desk.hear(event, typing=self.focused is not None)
        elif self.focused is None:
            self.newsroom.press(event, self.place)

    def on_click(self, event: events.Click) -> None:
        if isinstance(event.widget, LineView) and event.widget.id:
            self.focus_pane(event.widget.id)

    def focus_pane(self, name: str) -> None:
        """To a pane; where not all are shown, it takes its place."""
        self.query_one(Desk).arrange_for(focus_on=name)
        self.attend(self.query_one(f"#{name}", LineView))
        self.query_one(Hints).hints = self.newsroom.hints(name)
        self.reading.begin()

    def on_failed(self, failed: river.Failed) -> None:
        self.tell(say("failed", what=say("failed_" + failed.what), error=failed.error), failed=True)
