"""The real pages beside the repository: title, day and both edges of the body, all exact."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newstui.intake.html import decoded_page, read_page

SHARED = Path(__file__).parents[3] / "shared" / "html"
WANTED = SHARED / "expected.json"
PAGES: list[dict[str, Any]] = json.loads(WANTED.read_text(encoding="utf-8")) if WANTED.is_file() else []


def bare(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


@pytest.mark.skipif(not PAGES, reason="../shared/html is not here")
def test_edges_of_real_pages() -> None:
    wrong = []
    for page in PAGES:
        headline, lines = read_page(decoded_page((SHARED / page["file"]).read_bytes()).text)
        body = bare("".join(lines))
        right = (
            bare(headline.title) == bare(page["title"]),
            (headline.published or "")[:10] == page["date"],
            body.startswith(page["starts"]),
            body.endswith(page["ends"]),
            len(body) == page["chars"],
        )
        if not all(right):
            wrong.append((page["file"], right))
    assert not wrong
