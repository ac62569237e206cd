"""``newstui [QUERY]``: the screen. Its path leaves click, jieba and the grammar alone."""

from __future__ import annotations

import argparse
import os
import signal
import sys
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
    return _open(options)


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
    return parser.parse_args(negations(arguments))


def why_no_screen() -> str | None:
    """Why the screen cannot be shown here, in words that say how to go on; None where it can."""
    ways = "Try `newstui list`, `newstui show ID`, `newstui people`, `newstui --plain` or `newstui --help`."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return f"newstui: the screen needs a terminal on standard input and output.\n{ways}"
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        return f"newstui: TERM={os.environ.get('TERM', '')!r} cannot show a screen; over SSH use `ssh -t`.\n{ways}"
    return None


def _open(options: argparse.Namespace) -> int:
    from newstui.cli import kiosk, places

    words = " ".join(map(typed, options.query))
    if options.kiosk:
        kiosk.enter()
    try:
        place = places.to_read(options.archive)
        if options.plain:
            from newstui.cli.plain import run as run_plain

            return run_plain(place, words)
        return start(place, words, options)
    except BrokenPipeError:
        leave_stdout()
        return exits.SIGNAL + signal.SIGPIPE
    except KeyboardInterrupt:
        return exits.SIGNAL + signal.SIGINT
    except Exception as error:  # the last door: whatever else went wrong is told in one line
        from newstui.cli.faults import report

        return report(error)


def start(place: Place, words: str = "", options: argparse.Namespace | None = None) -> int:
    """Show the screen on an archive; returns the exit code."""
    from newstui import paths
    from newstui.cli.kiosk import bounded
    from newstui.cli.places import settings
    from newstui.tui.app import run

    own, faults = settings()
    for fault in faults:
        note(f"newstui: {fault}")
    chosen = {name: getattr(options, name, None) for name in ("theme", "lang", "mouse")}
    kiosk = bool(getattr(options, "kiosk", False))
    if kiosk:
        own = bounded(own)
    return run(
        place.path, state=paths.state(), query=words, settings=own, samples=place.samples, kiosk=kiosk,
        faults=faults, **chosen,
    )  # fmt: skip
