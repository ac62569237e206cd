"""The exit codes."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
NOTHING: Final = 1
"""Nothing found."""
USAGE: Final = 2
"""Wrong use, or a screen asked for without a terminal."""
INPUT: Final = 3
"""Some input failed."""
ARCHIVE: Final = 4
"""Archive or disk."""
INTERNAL: Final = 70
"""An internal error; the message names a log file."""
SIGNAL: Final = 128
"""Plus the signal's number."""
