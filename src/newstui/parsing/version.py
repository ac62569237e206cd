"""The version of the readings, apart from the parsing core, which takes longer to load."""

from __future__ import annotations

from typing import Final

PARSER_VERSION: Final = "9"
"""Raised whenever readings change; ``newstui reparse`` renews the readings of an older one."""
