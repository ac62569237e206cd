"""How work grows with its input, told apart from how busy the machine is."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

_ATTEMPTS: Final = 6
_LINEAR: Final = 10
"""Four times the input costs four times as much where work is linear, sixteen times where it is quadratic."""
_SOON: Final = 0.02
"""Seconds below which a measure says nothing."""


def is_linear(work: Callable[[int], object], size: int) -> bool:
    """Whether work on four times the size costs less than ten times as much, in the best of several attempts."""
    return any(_cost(work, 4 * size) < _LINEAR * max(_cost(work, size), _SOON) for _ in range(_ATTEMPTS))


def _cost(work: Callable[[int], object], size: int) -> float:
    """Seconds of this process's own time."""
    started = time.process_time()
    work(size)
    return time.process_time() - started
