"""What is said of an archive that cannot be used."""

from __future__ import annotations

import re

import pytest

from newstui.archive.errors import ArchiveError
from newstui.archive.messages import SAID


@pytest.mark.parametrize("kind", SAID)
def test_both_languages_name_the_same_things(kind: str) -> None:
    english, chinese = (set(re.findall(r"\{(\d)\}", words)) for words in SAID[kind])
    assert english == chinese
    error = ArchiveError(kind, "a.db", "first", "second")
    assert str(error) == error.said("en") != error.said("zh") or kind == "other"
    assert error.said("zh").startswith("a.db: ")


def test_what_is_named_is_said_in_the_same_language() -> None:
    denied = PermissionError(13, "Permission denied", "/home/state.db")
    inner = ArchiveError("newer", None, 9, 2)
    assert ArchiveError("passing", "s.db", denied).said("zh") == "s.db: 没有权限；标记、批注和查询只保留到退出"
    assert ArchiveError("passing", "s.db", denied).said("en").startswith("s.db: Permission denied; marks")
    assert "由更新版本的 newstui 建立（格式 9，本程序到 2）" in ArchiveError("passing", "s.db", inner).said("zh")
