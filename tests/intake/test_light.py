"""Reading plain text and records costs no parser of formats."""

from __future__ import annotations

import subprocess
import sys


def test_parsers_are_loaded_only_where_they_are_used() -> None:
    code = """
import io, sys
from newstui.intake.walk import articles
list(articles(["-"], stdin=io.BytesIO(b'{"text": "x y z"}')))
print(*sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"lxml", "feedparser", "charset_normalizer", "trafilatura", "jieba"} & set(run.stdout.split())
