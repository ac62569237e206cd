"""The command line: a group that loads the module of a command when that command is called."""

from __future__ import annotations

import gc
import signal
import sys
from importlib import import_module
from typing import Final

import click

from newstui import __version__
from newstui.cli import exits
from newstui.cli.faults import report
from newstui.cli.options import screen_options, shared_options, take_everywhere
from newstui.cli.output import leave_stdout, note, prepare_streams
from newstui.cli.table import COMMANDS

_OBJECTS: Final = 50_000
"""So many new objects are made before those that hold each other are looked for: a start makes as many to keep."""


class Group(click.Group):
    """Finds commands by the table; help lists them in its order."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"newstui.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return take_everywhere(command)


@click.group(
    cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True,
    params=[*shared_options(), *screen_options()],
)  # fmt: skip
@click.version_option(__version__, "-V", "--version", message="newstui %(version)s")
@click.pass_context
def newstui(ctx: click.Context) -> None:
    """A terminal reading room for Chinese official news.

    newstui [QUERY] opens the screen; newstui -- QUERY where the query begins with a command's name.
    A query: 陈必昌 date:2020-04 -source:新华社. With no archive yet, the bundled samples are shown.
    The options may stand before or behind a command.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    elif ctx.invoked_subcommand != "demo" and any(ctx.meta[str(one.name)] for one in screen_options()):
        raise click.UsageError("--mouse, --plain and --kiosk are of the screen alone, and of demo")


def run(arguments: list[str]) -> int:
    """Run one command; errors become one line and the exit code of the table in ``exits``."""
    gc.set_threshold(_OBJECTS, 20, 20)
    prepare_streams()
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
            signal.signal(number, _stop)
    try:
        code = newstui.main(args=arguments, prog_name="newstui", standalone_mode=False)
        sys.stdout.flush()
        gc.freeze()  # what is left goes with the process, unlooked through
        return code if isinstance(code, int) else exits.FINE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        leave_stdout()
        return exits.SIGNAL + signal.SIGPIPE
    except (click.Abort, KeyboardInterrupt):
        note("Stopped.")
        return exits.SIGNAL + signal.SIGINT
    except Exception as error:  # the last door: whatever else went wrong is told in one line
        return report(error)


def _stop(number: int, _frame: object) -> None:
    raise SystemExit(exits.SIGNAL + number)
