"""What an import expects to find, by what it has read."""

from __future__ import annotations

import io
from pathlib import Path

from newstui.intake.amount import Amount
from newstui.intake.walk import articles

LINE = '{"text": "会议强调，要抓好第%d项。"}\n'


def test_the_number_to_come_is_judged_by_the_bytes_read(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text("".join(LINE % number for number in range(100, 900)), encoding="utf-8")
    amount = Amount([tmp_path])
    found = articles([tmp_path], amount=amount)
    expected = [amount.expected for _ in found]
    assert len(expected) == 1600
    assert all(700 < (number or 0) < 1700 for number in expected[800:])
    assert amount.expected == 1600


def test_a_stream_has_no_known_end(tmp_path: Path) -> None:
    amount = Amount(["-", tmp_path])
    assert len(list(articles(["-"], stdin=io.BytesIO((LINE % 1).encode()), amount=amount))) == 1
    assert amount.expected is None


def test_what_is_not_there_weighs_nothing(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")
    assert Amount([tmp_path / "no", "a\x00b"]).expected is None
