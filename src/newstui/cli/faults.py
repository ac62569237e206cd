"""What went wrong, in a line for the user and, where it is the program's fault, in full for a log file."""

from __future__ import annotations

from newstui import __version__, paths
from newstui.cli import exits
from newstui.cli.output import note


def report(error: Exception, language: str = "en") -> int:
    """Tell an error in words: known ones plainly, an unknown one with the log it is written to."""
    from newstui.archive.errors import ArchiveError
    from newstui.model.trouble import told
    from newstui.query.errors import QueryError

    if isinstance(error, QueryError | ArchiveError | OSError):
        note(f"newstui: {told(error, language)}")
        return exits.USAGE if isinstance(error, QueryError) else exits.ARCHIVE
    note(f"newstui: internal error: {type(error).__name__}; details in {write_log(error)}")
    return exits.INTERNAL


def write_log(error: BaseException) -> str:
    """Append a traceback to the log; returns the log's path, or what kept it from being written."""
    from datetime import UTC, datetime
    from traceback import format_exception

    path = paths.log()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now(UTC).isoformat()} newstui {__version__}\n{''.join(format_exception(error))}\n")
    except OSError as failure:
        return f"nowhere ({failure})"
    return str(path)
