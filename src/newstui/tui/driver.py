"""The toolkit's driver, saying things shorter, and with a way to send what it has no words for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

from newstui.tui.sgr import shorter

if TYPE_CHECKING:
    from textual.app import App


class TerminalDriver(LinuxDriver):
    """Makes itself known to the application as its ``terminal``."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        app.terminal = self  # type: ignore[attr-defined]

    def write(self, data: str) -> None:
        """In fewer bytes, and all but the shape of the mouse pointer, which few terminals know and some print."""
        if not data.startswith("\x1b]22;"):
            super().write(shorter(data) if "m" in data else data)
