"""The commands and where each lives; the front door and the help read this one table."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = {
    "import": "intake",
    "fetch": "intake",
    "parse": "parse",
    "list": "read",
    "show": "read",
    "people": "people",
    "person": "people",
    "outline": "read",
    "network": "network",
    "export": "export",
    "digest": "export",
    "stats": "care",
    "reparse": "care",
    "doctor": "care",
    "verify": "care",
    "backup": "care",
    "saved": "own",
    "config": "own",
    "keys": "own",
    "themes": "own",
    "completion": "own",
    "demo": "demo",
}
"""Name of a command -> module of this room that holds it."""

VALUED: Final = ("--archive", "--lang", "--theme")
"""Options before the command that take a value."""
