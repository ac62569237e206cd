"""The export dialog: what, in which form, into which file, with a preview. It writes what the command line writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from newstui.export.summary import Pair
from newstui.export.write import FORMATS, Options, chunks
from newstui.query.query import Query
from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.language import say
from newstui.tui.paint import Piece, Pieces
from newstui.tui.prompt import Label, TypedLine
from newstui.tui.river import Failed
from newstui.tui.screens.page import PageScreen
from newstui.tui.shelf import Shelf

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen

SCOPES: Final = ("this", "marked", "found")
FORMS: Final = tuple(form for form in FORMATS if form != "table")
_STEP: Final = 50
"""Articles between two words of progress."""
_PREVIEW: Final = 200
"""Lines of the preview."""


class Exported(Message):
    """The file is written."""

    def __init__(self, number: int, path: Path, size: int) -> None:
        super().__init__()
        self.number, self.path, self.size = number, path, size


class Progress(Message):
    """So many are done."""

    def __init__(self, number: int, total: int) -> None:
        super().__init__()
        self.number, self.total = number, total


class Preview(Message):
    """The beginning of what would be written, and how many there are of each scope."""

    def __init__(self, form: str, scope: str, words: str, marked: int) -> None:
        super().__init__()
        self.form, self.scope, self.words, self.marked = form, scope, words, marked


class ExportForm(FixedView):
    """Scope and format, one row each."""

    DEFAULT_CSS = "ExportForm { height: 3; }"

    def __init__(self) -> None:
        super().__init__(id="form")
        self.scope, self.form = 0, 0
        self.counts: dict[str, int | None] = dict.fromkeys(SCOPES)

    def heading(self) -> tuple[str, str]:
        return "", say("export_hint")

    def entries(self, width: int) -> Sequence[Entry]:
        scopes = [(say("scope_" + scope), self.counts[scope]) for scope in SCOPES]
        forms = [form.upper() for form in FORMS]
        rows = [
            self._row(say("scope"), [w if n is None else f"{w} {n:,}" for w, n in scopes], self.scope),
            self._row(say("format"), forms, self.form),
        ]
        return [Entry((row,)) for row in rows]

    def _row(self, label: str, words: Sequence[str], chosen: int) -> Pieces:
        pieces: list[Piece] = [(f" {label}  ", self.look["key"])]
        for at, word in enumerate(words):
            pieces.append((f"[{word}]" if at == chosen else f" {word} ", self.look["chip" if at == chosen else "dim"]))
            pieces.append((" ", self.look["base"]))
        return pieces


class FileRow(Widget):
    """The target, to type over."""

    DEFAULT_CSS = "FileRow { layout: horizontal; height: 1; width: 100%; }"

    def compose(self) -> ComposeResult:
        yield Label(f" {say('target')}  ")
        yield TypedLine(id="line")


class PreviewLines(FixedView):
    """How the file would begin."""

    def __init__(self) -> None:
        super().__init__(id="preview")
        self.lines: Sequence[str] = ()

    def heading(self) -> tuple[str, str]:
        return say("preview"), ""

    def entries(self, width: int) -> Sequence[Entry]:
        return [Entry(([("  " + line, self.look["dim"])],)) for line in self.lines]

    def over(self, here: bool) -> Style | None:
        return None


class ExportScreen(PageScreen[str]):
    """Ends with the words that say what was written, or None."""

    def __init__(self, room: ReaderScreen) -> None:
        super().__init__(say("export"), str(room.asked.query))
        self._lanes, self._query, self._id = room.lanes, room.asked.query, room.article_id
        self._title = room.listed.line.title if room.listed.line else "newstui"
        self._found = room.hits.total
        self._folder = Path(room.newsroom.settings.exports or ".").expanduser()
        self._kiosk = room.newsroom.kiosk
        self._own_name = False
        self._replace: str | None = None

    def body(self) -> ComposeResult:
        yield ExportForm()
        yield FileRow()
        yield PreviewLines()

    @property
    def form(self) -> ExportForm:
        return self.query_one(ExportForm)

    @property
    def line(self) -> TypedLine:
        return self.query_one(TypedLine)

    @property
    def scope(self) -> str:
        return SCOPES[self.form.scope]

    def opened(self) -> None:
        self.form.counts.update(this=1 if self._id else 0, found=self._found)
        self.attend(self.form)
        self._changed()

    def hints(self) -> tuple[tuple[str, str], ...]:
        return ()

    def _changed(self) -> None:
        """Scope or format changed: another name is proposed, another preview asked."""
        self._replace = None
        if not self._own_name:
            from newstui.export.target import file_name

            title = self._title if self.scope == "this" else str(self._query) or "newstui"
            name = file_name(title, FORMATS[FORMS[self.form.form]])
            self.line.value = name if self._kiosk else str(self._folder / name)
        self.form.lay()
        work = partial(_preview, scope=self.scope, form=FORMS[self.form.form], query=self._query, id=self._id)
        self._lanes.side.ask(work, self.post_message)

    def on_preview(self, preview: Preview) -> None:
        self.form.counts["marked"] = preview.marked
        if (preview.form, preview.scope) == (FORMS[self.form.form], self.scope):
            lines = self.query_one(PreviewLines)
            lines.lines = preview.words.splitlines()[:_PREVIEW]
            lines.lay(0)
        self.form.lay()

    # Keys -----------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        event.prevent_default()
        typing = self.focused is self.line
        steps = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1} | ({} if typing else {"j": 1, "k": -1})
        turns = {} if typing else {"left": -1, "h": -1, "right": 1, "l": 1, "space": 1}
        if event.key in steps:
            self._step(steps[event.key], typing)
        elif event.key in turns:
            self._turn(turns[event.key])
        elif event.key == "enter":
            self._write()
        elif event.key in ("escape", "ctrl+c") or (event.key == "q" and not typing):
            self.dismiss(None)
        elif typing:
            return
        event.stop()

    def _step(self, by: int, typing: bool) -> None:
        """Down from the rows to the line, and round."""
        at = (2 if typing else self.form.cursor) + by
        if at % 3 == 2:
            self.set_focus(self.line)
        else:
            self.attend(self.form)
            self.form.go(at % 3)

    def _turn(self, by: int) -> None:
        if self.form.cursor == 0:
            self.form.scope = (self.form.scope + by) % len(SCOPES)
        else:
            self.form.form = (self.form.form + by) % len(FORMS)
        self._changed()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._own_name = self._own_name or self.focused is self.line
        self._replace = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._write()

    # Writing --------------------------------------------------------------------------------------

    def _write(self) -> None:
        from newstui.export.target import TargetError, inside

        if self.form.counts[self.scope] == 0:
            self.tell(say("nothing_marked" if self.scope == "marked" else "no_article"), failed=True)
            return
        try:
            path = inside(self._folder, self.line.value) if self._kiosk else Path(self.line.value).expanduser()
        except (TargetError, RuntimeError) as error:
            self.tell(str(error), failed=True)
            return
        if path.exists() and self._replace != str(path):
            self._replace = str(path)
            self.tell(say("exists"), failed=True)
            return
        work = partial(
            _export, scope=self.scope, form=FORMS[self.form.form], query=self._query, id=self._id,
            path=path, overwrite=self._replace == str(path), post=self.post_message,
        )  # fmt: skip
        self._lanes.export.ask(work, self.post_message)

    def on_progress(self, progress: Progress) -> None:
        self.tell(say("exporting", number=f"{progress.number:,}", total=f"{progress.total:,}"))

    def on_exported(self, exported: Exported) -> None:
        number, size = f"{exported.number:,}", f"{exported.size:,}"
        self.dismiss(say("exported", number=number, path=str(exported.path), size=size))

    def on_failed(self, failed: Failed) -> None:
        self.tell(say("export_failed", error=failed.error), failed=True)


def _pairs(shelf: Shelf, scope: str, query: Query, id: str | None) -> tuple[Iterator[Pair], int, Query | None]:
    """The articles of a scope, how many they are, and the query they answer."""
    from newstui.analysis import takeaway

    if scope == "found":
        return takeaway.found(shelf.reader, query), shelf.reader.count(query), query
    ids = shelf.state.marked() if scope == "marked" else (id,) if id else ()
    return takeaway.chosen(shelf.reader, ids), len(ids), None


def _preview(shelf: Shelf, scope: str, form: str, query: Query, id: str | None) -> Preview:
    from newstui.analysis import takeaway

    pairs, number, asked = _pairs(shelf, scope, query, id)
    first = [pair for _, pair in zip(range(2), pairs, strict=False)]
    origin = takeaway.provenance(shelf.reader, query=asked, articles=number)
    words = b"".join(chunks(form, first, origin, Options())).decode()
    return Preview(form, scope, words, len(shelf.state.marked()))


def _export(
    shelf: Shelf, scope: str, form: str, query: Query, id: str | None,
    path: Path, overwrite: bool, post: Callable[[Message], object],
) -> Exported:  # fmt: skip
    """Write the file, telling how far it is. Raises TargetError."""
    from newstui.analysis import takeaway
    from newstui.archive.pinyin import toned
    from newstui.export.target import write

    pairs, number, asked = _pairs(shelf, scope, query, id)
    origin = takeaway.provenance(shelf.reader, query=asked, articles=number)

    def counted() -> Iterator[Pair]:
        for at, pair in enumerate(pairs):
            if at % _STEP == 0:
                post(Progress(at, number))
            yield pair

    size = write(path, chunks(form, counted(), origin, Options(pinyin=toned)), overwrite=overwrite)
    return Exported(number, path, size)
