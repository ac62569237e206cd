"""The reading room: the screen that holds the state, hands it down to the panes and answers their messages.

query -> hits -> selected -> opened -> marks: each follows from the one before, and nothing flows back.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.reactive import var

from newstui.query.query import Query
from newstui.tui import questions
from newstui.tui.acts import pointing
from newstui.tui.commands import LIST, TEXT
from newstui.tui.desk import Desk
from newstui.tui.first_frame import FirstFrame
from newstui.tui.keyed import KeyedScreen
from newstui.tui.lanes import Lanes
from newstui.tui.language import say
from newstui.tui.line_view import LineView
from newstui.tui.panes.article_list import WINDOW, ArticleList
from newstui.tui.panes.article_text import ArticleText
from newstui.tui.panes.filter_bar import FilterBar
from newstui.tui.panes.outline import Outline
from newstui.tui.panes.people import People
from newstui.tui.panes.status import Hints, Status
from newstui.tui.rest import Rest
from newstui.tui.river import (
    NO_MARKS,
    Annotated,
    Asked,
    Counted,
    Explained,
    Failed,
    Found,
    Greeted,
    Hits,
    Kept,
    Loaded,
    Marks,
    Opened,
    RowsWanted,
    Searches,
    Told,
)  # fmt: skip

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

    def __init__(self, lanes: Lanes, query: Query) -> None:
        super().__init__()
        self.lanes = lanes
        self.history: list[Asked] = []
        self.set_reactive(ReaderScreen.asked, Asked(query))
        self._going: str | None = None
        self._first, self._greeted = FirstFrame(), False
        self._resting, self._reading = Rest(self), Rest(self)

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
        self._first.hold(self)
        self.focus_pane(LIST)
        self.watch_asked()

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

    def ask(self, query: Query | None = None, order: str | None = None, *, remember: bool = True) -> None:
        """Another question; Esc comes back to this one."""
        asked = Asked(self.asked.query if query is None else query, order or self.asked.order)
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
        asked, kept, self._going = self.asked, self._going or self.article_id, None
        self.lanes.rows.ask(partial(questions.first_rows, asked=asked, wanted=WINDOW, kept=kept), self.post_message)

    def on_rows_wanted(self, wanted: RowsWanted) -> None:
        work = partial(questions.rows, asked=wanted.asked, start=wanted.start, stop=wanted.end)
        self.lanes.rows.ask(work, self.post_message)

    def _show(self) -> None:
        """The first frame goes out with the list; what follows from it is asked after that."""
        self._first.show()
        self.call_after_refresh(self._follow_list)

    def _follow_list(self) -> None:
        self.lanes.state.ask(questions.greet, self.post_message)
        self._count()
        self.select()

    def _count(self) -> None:
        self.lanes.count.ask(partial(questions.count, asked=self.asked), self.post_message)

    def on_found(self, found: Found) -> None:
        if found.rows.asked != self.asked:
            return
        self.listed.supply(found.rows)
        if self.hits.asked != self.asked:
            self.hits = Hits(self.asked)
        if found.rows.cursor is None:
            return
        self._explain(bool(found.rows.lines))
        if not self._first.shown:
            self.call_later(self._show)
        else:
            self._count()
            self.select()

    def _explain(self, found: bool) -> None:
        self.remark = ()
        if not found:
            self.lanes.side.ask(partial(questions.why_empty, asked=self.asked), self.post_message)

    def on_explained(self, explained: Explained) -> None:
        if explained.asked == self.asked:
            self.remark = explained.lines

    def on_counted(self, counted: Counted) -> None:
        if counted.asked == self.asked:
            self.hits = Hits(counted.asked, counted.total)

    # Cursor -> selected -> opened -----------------------------------------------------------------

    def on_line_view_moved(self, moved: LineView.Moved) -> None:
        moved.stop()
        if moved.view is self.listed:
            self._resting.after(REST, self.select)
        elif moved.view is self.people:
            self._resting.after(REST, partial(pointing.mark_person, self))
        elif moved.view is self.outline:
            self._resting.after(REST, partial(pointing.mark_node, self))

    @property
    def settled(self) -> bool:
        """Whether everything asked is answered and no pane is still to follow."""
        return self._greeted and not self._resting.pending and self.lanes.idle

    def select(self) -> None:
        """The article under the cursor becomes the selected one."""
        self.selected = self.article_id

    def watch_selected(self, before: str | None, selected: str | None) -> None:
        self.keep_place(before)
        if selected is None:
            self.opened = None
        else:
            self.lanes.article.ask(partial(questions.opened, id=selected, query=self.asked.query), self.post_message)

    def keep_place(self, article_id: str | None) -> None:
        """Where the text was left is remembered for the next time."""
        if article_id is not None and self.opened is not None and self.text.offset_top:
            work = partial(questions.keep_place, id=article_id, top=self.text.offset_top)
            self.lanes.state.ask(work, self.post_message)

    def on_loaded(self, loaded: Loaded) -> None:
        if loaded.article_id != self.selected:
            return
        self.offset_read, self.marks = -1, NO_MARKS
        self.opened = loaded.opened
        if loaded.opened is None:
            self.tell(say("gone"))
            return
        names = {term.value for term in self.asked.query.terms(wanted=True) if term.field == "person"}
        mentions = tuple(sorted(m for one in loaded.opened.reading.people if one.name in names for m in one.mentions))
        self.marks = Marks(hits=loaded.opened.hits, mentions=mentions)
        self.count_as_read()

    def count_as_read(self) -> None:
        """Once the text has been open for the time the settings say, it counts as read."""
        self._reading.forget()
        wait = self.newsroom.settings.read_after
        if wait >= 0 and self.place == TEXT and self.selected and not self.listed.flags_of(self.selected).read:
            self._reading.after(max(wait, 0.01), partial(self._have_read, self.selected))

    def _have_read(self, id: str) -> None:
        if id == self.selected:
            self.lanes.state.ask(partial(questions.set_read, ids=(id,), read=True, undoable=False), self.post_message)

    # Opened -> marks --------------------------------------------------------------------------------

    def on_article_text_reading_at(self, reading: ArticleText.ReadingAt) -> None:
        self.offset_read = reading.offset

    def on_greeted(self, greeted: Greeted) -> None:
        self._greeted = True
        if greeted.last is None:
            self.news = say("welcome")
        else:
            since = datetime.fromisoformat(greeted.last).astimezone().strftime("%Y-%m-%d %H:%M")
            self.news = say("new_since" if greeted.new else "nothing_new", since=since, number=greeted.new)
        notice = [say("not_kept", error=greeted.notice)] if greeted.notice else []
        for remark in [*notice, *self.newsroom.remarks][:1]:
            self.tell(remark, failed=bool(notice))

    def on_kept(self, kept: Kept) -> None:
        self.listed.reflag(kept.flags)
        if kept.said:
            self.tell(kept.said)

    def on_annotated(self, annotated: Annotated) -> None:
        if self.opened is not None and self.opened.article.id == annotated.article_id:
            self.opened = self.opened._replace(tags=annotated.tags, note=annotated.note)
        self.tell(annotated.said)

    def on_searches(self, searches: Searches) -> None:
        from newstui.tui.acts.searches import choose_search

        choose_search(self, searches.searches)

    # Keys, focus, answers ---------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        desk = self.query_one(Desk)
        if self.newsroom.screen is not self:
            event.stop()
            self.newsroom.screen.post_message(events.Key(event.key, event.character))  # typed ahead, for that screen
        elif self.focused is None and desk.prompting:
            desk.ahead.append(event.character or "")
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
        self.count_as_read()

    def on_told(self, told: Told) -> None:
        self.tell(told.words, told.failed)

    def on_failed(self, failed: Failed) -> None:
        if not self._first.shown:
            self.newsroom.give_up(failed.error)
            return
        self.tell(say("failed", what=say("failed_" + failed.what), error=failed.error), failed=True)
