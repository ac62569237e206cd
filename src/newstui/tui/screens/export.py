"""The export dialog: what, in which form, into which file, with a preview. It writes what the command line writes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from newstui.export.write import FORMATS
from newstui.tui.exporting import Exported, Preview, Progress, exported, previewed
from newstui.tui.fixed_view import Entry, FixedView
from newstui.tui.frame import chips
from newstui.tui.language import keys_said, say, told
from newstui.tui.paint import Piece, Pieces, column
from newstui.tui.prompt import AnswerLine, Label
from newstui.tui.screens.page import PageScreen

if TYPE_CHECKING:
    from newstui.tui.reader import ReaderScreen

SCOPES: Final = ("this", "marked", "found")
FORMS: Final = tuple(form for form in FORMATS if form != "table")
_PREVIEW: Final = 200
"""Lines of the preview."""


def labelled(label: str) -> str:
    """A label as wide as all of them."""
    wide = max(cell_len(say(one)) for one in ("scope", "format", "target"))
    return f" {column(label, wide)}  "


class ExportForm(FixedView):
    """Scope and format, one row each."""

    DEFAULT_CSS = "ExportForm { height: 3; }"

    def __init__(self) -> None:
        super().__init__(id="form")
        self.scope, self.form = 0, 0
        self.counts: dict[str, int | None] = dict.fromkeys(SCOPES)

    def heading(self) -> tuple[str, str]:
        return "", ""

    def entries(self, width: int) -> Sequence[Entry]:
        scopes = [(say("scope_" + scope), self.counts[scope]) for scope in SCOPES]
        forms = [say("form_" + form) for form in FORMS]
        rows = [
            self._row(say("scope"), [w if n is None else f"{w} {n:,}" for w, n in scopes], self.scope, width),
            self._row(say("format"), forms, self.form, width),
        ]
        return [Entry((row,)) for row in rows]

    def _row(self, label: str, words: Sequence[str], chosen: int, width: int) -> Pieces:
        """The choices side by side; where they have no room, the chosen one between arrows."""
        if cell_len(labelled(label)) + sum(cell_len(word) + 3 for word in words) > width:
            return [(labelled(label), self.look["key"]), (f"← {words[chosen]} →", self.look["chip"])]
        pieces: list[Piece] = [(labelled(label), self.look["key"])]
        for at, word in enumerate(words):
            pieces.append((f"[{word}]" if at == chosen else f" {word} ", self.look["chip" if at == chosen else "dim"]))
            pieces.append((" ", self.look["base"]))
        return pieces


class FileRow(Widget):
    """The target, to type over."""

    DEFAULT_CSS = "FileRow { layout: horizontal; height: 1; width: 100%; }"

    def compose(self) -> ComposeResult:
        yield Label(labelled(say("target")))
        yield AnswerLine()


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
        super().__init__(say("export"), chips(room.asked.query))
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
    def line(self) -> AnswerLine:
        return self.query_one(AnswerLine)

    @property
    def scope(self) -> str:
        return SCOPES[self.form.scope]

    def opened(self) -> None:
        self.form.counts.update(this=1 if self._id else 0, found=self._found)
        self.attend(self.form)
        self._changed()

    def hints(self) -> tuple[tuple[str, str], ...]:
        return keys_said("export_hint")

    def _changed(self) -> None:
        """Scope or format changed: another name is proposed, another preview asked."""
        self._replace = None
        self.quiet()
        if not self._own_name:
            from newstui.export.target import file_name

            title = self._title if self.scope == "this" else str(self._query) or "newstui"
            name = file_name(title, FORMATS[FORMS[self.form.form]])
            self.line.value = name if self._kiosk else str(self._folder / name)
        self.form.lay()
        work = partial(previewed, scope=self.scope, form=FORMS[self.form.form], query=self._query, id=self._id)
        self._lanes.side.ask(work, self.post_message)

    def on_preview(self, preview: Preview) -> None:
        self.form.counts["marked"] = preview.marked
        if self.form.counts[self.scope] == 0:
            self._nothing()
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
        if typing and self.line.missed(event):
            pass
        elif event.key in steps:
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
            self._nothing()
            return
        try:
            path = inside(self._folder, self.line.value) if self._kiosk else Path(self.line.value).expanduser()
        except (TargetError, RuntimeError) as error:
            self.refuse(told(error))
            return
        if path.exists() and self._replace != str(path):
            self._replace = str(path)
            self.refuse(say("exists"))
            return
        work = partial(
            exported, scope=self.scope, form=FORMS[self.form.form], query=self._query, id=self._id,
            path=path, overwrite=self._replace == str(path), post=self.post_message,
        )  # fmt: skip
        self._lanes.export.ask(work, self.post_message)

    def _nothing(self) -> None:
        self.refuse(say("nothing_marked" if self.scope == "marked" else "no_article"))

    def on_progress(self, progress: Progress) -> None:
        self.tell(say("exporting", number=f"{progress.number:,}", total=f"{progress.total:,}"))

    def on_exported(self, done: Exported) -> None:
        number, size = f"{done.number:,}", f"{done.size:,}"
        self.dismiss(say("exported", number=number, path=str(done.path), size=size))
