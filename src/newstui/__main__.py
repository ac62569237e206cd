"""The front door: decides between the screen and a command, and loads nothing but what that one needs."""

from __future__ import annotations

import os
import sys

from newstui import __version__
from newstui.cli.table import COMMANDS, VALUED


def main() -> int:
    """Run newstui with the arguments of the command line; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in ("--version", "-V"):
        print(f"newstui {__version__}")
        return 0
    if "_NEWSTUI_COMPLETE" in os.environ or wants_command(arguments):
        from newstui.cli.main import run
    else:
        from newstui.cli.screen import run
    return run(arguments)


def wants_command(arguments: list[str]) -> bool:
    """Whether the first plain word is a command, or help is asked for; ``--`` ends the looking."""
    expects_value = False
    for argument in arguments:
        if expects_value:
            expects_value = False
        elif argument == "--":
            return False
        elif argument in ("--help", "-h"):
            return True
        elif argument.startswith("-") and argument != "-":
            expects_value = argument in VALUED
        else:
            return argument in COMMANDS
    return False


if __name__ == "__main__":
    sys.exit(main())
