"""What the reading room says at the beginning: what is new since the last visit, what cannot be kept or is faulty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from newstui.tui.language import say
from newstui.tui.river import Greeted


def news(greeted: Greeted) -> str:
    """For the first row: what came since the last visit; at the first one, how to go on."""
    if greeted.last is None:
        return say("welcome")
    since = datetime.fromisoformat(greeted.last).astimezone().strftime("%Y-%m-%d %H:%M")
    return say("new_since" if greeted.new else "nothing_new", since=since, number=f"{greeted.new or 0:,}")


def remark(greeted: Greeted, remarks: Sequence[str]) -> tuple[str, bool]:
    """For the line of answer: the weightiest fault, else a remark; and whether it is a fault."""
    faults = [say(key, error=error) for key, error in greeted.faults]
    return next(iter([*faults, *remarks]), ""), bool(faults)
