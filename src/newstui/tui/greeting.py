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


def remark(greeted: Greeted, faults: Sequence[str], samples: bool) -> tuple[str, bool]:
    """For the line of answer: what is faulty, else where the articles come from; and whether it is a fault."""
    wrong = [*(say(key, error=error) for key, error in greeted.faults), *faults]
    return ("；".join(wrong), True) if wrong else (say("samples") if samples else "", False)
