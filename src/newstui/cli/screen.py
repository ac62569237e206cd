"""``newstui [QUERY]``: the screen. Its path leaves click, jieba and the grammar alone."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from newstui.cli import exits
from newstui.cli.output import leave_stdout, note, prepare_streams
from newstui.cli.words import negations, typed

if TYPE_CHECKING:
    from newstui.cli.places import Place


def run(arguments: list[str]) -> int:
    """Open the screen; without a terminal, say in a few lines how to go on."""
    prepare_streams()
    options = _options(arguments)
    refusal = why_no_screen()
    if refusal and not options.plain:
        note(refusal)
        return exits.USAGE
    from newstui.cli import places

    return opened(lambda: places.to_read(options.archive), options, " ".join(map(typed, options.query)))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Wrong use; the message may quote what was typed, whatever it holds."""
        note(f"newstui: {message}; `newstui --help` says what there is")
        raise SystemExit(exits.USAGE)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(prog="newstui", add_help=False, allow_abbrev=False)
    parser.add_argument("--archive")
    parser.add_argument("--lang", choices=("zh", "en"))
    parser.add_argument("--theme")
    parser.add_argument("--mouse", action="store_true", default=None)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--kiosk", action="store_true")
    parser.add_argument("query", nargs="*")
    return parser.parse_intermixed_args(negations(arguments))


def why_no_screen() -> str | None:
    """Why the screen cannot be shown here, in words that say how to go on; None where it can."""
    ways = "Try `newstui list`, `newstui show ID`, `newstui people`, `newstui --plain` or `newstui --help`."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return f"newstui: the screen needs a terminal on standard input and output.\n{ways}"
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return f"newstui: TERM={os.environ.get('TERM', '')!r} cannot show a screen; over SSH use `ssh -t`.\n{ways}"
    return None


def opened(find: Callable[[], Place], options: argparse.Namespace, words: str = "") -> int:
    """The screen, or the line mode, on the archive that is found; returns the exit code. Errors become one line."""
    from newstui.cli import kiosk, places
    from newstui.tui import language

    if options.kiosk:
        kiosk.enter()
    language.settle(options.lang, places.settings()[0].language)
    try:
        if options.plain:
            from newstui.cli.plain import run as run_plain

            return run_plain(find(), words)
        return _start(find(), words, options)
    except BrokenPipeError:
        leave_stdout()
        return exits.SIGNAL + signal.SIGPIPE
    except KeyboardInterrupt:
        return exits.SIGNAL + signal.SIGINT
    except Exception as error:  # the last door: whatever else went wrong is told in one line
        from newstui.cli.faults import report

        return report(error, language.language())


def _start(place: Place, words: str, options: argparse.Namespace) -> int:
    from newstui import paths
    from newstui.cli.kiosk import bounded
    from newstui.cli.places import settings
    from newstui.tui.app import run

    own, faults = settings()
    for fault in faults:
        note(f"newstui: {fault}")
    return run(
        place.path, state=paths.state(), query=words, settings=bounded(own) if options.kiosk else own,
        samples=place.samples, kiosk=bool(options.kiosk), faults=faults,
        theme=options.theme, lang=options.lang, mouse=options.mouse or None,
    )  # fmt: skip
