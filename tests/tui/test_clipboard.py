"""Copying: the right wrapping, a bound on the size."""

from __future__ import annotations

import base64

from newstui.tui.clipboard import LIMIT, sequence


def test_it_is_osc_52() -> None:
    sent = sequence("县长", {})
    assert sent is not None and sent.startswith("\x1b]52;c;") and sent.endswith("\x07")
    assert base64.b64decode(sent[7:-1]).decode() == "县长"


def test_tmux_and_screen_are_passed_through() -> None:
    in_tmux, in_screen = sequence("a" * 600, {"TMUX": "x"}), sequence("a" * 600, {"STY": "x"})
    assert in_tmux is not None and "\x1bPtmux;\x1b\x1b]52;" in in_tmux
    assert in_screen is not None and in_screen.count("\x1bP") > 1


def test_too_much_is_refused() -> None:
    assert sequence("a" * LIMIT, {}) is None
