"""The plan of an import: a line for each document, nothing else."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

from newstui.intake.plan import Planned, plan

TEXT = "会议召开\n\n会议强调，要抓好落实。"


def test_what_each_file_would_become(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(TEXT.encode("gbk"))
    (tmp_path / "2.html").write_bytes(
        f"<html><head><meta charset=utf-8><title>会议召开</title></head><p>{TEXT}</p>".encode("gbk")
    )
    (tmp_path / "3").write_text(
        "".join(json.dumps({"text": f"{TEXT}{i}"}) + "\n" for i in range(3)) + "{}\n", encoding="utf-8"
    )
    (tmp_path / "4.gz").write_bytes(gzip.compress(b"title,text\nx,y\n"))
    (tmp_path / "5.pdf").write_bytes(b"%PDF-1.4")
    with zipfile.ZipFile(tmp_path / "6.zip", "w") as archive:
        archive.writestr("a.md", "---\ntitle: 会议\n---\n正文。")
        archive.writestr("b.bin", bytes(range(256)))
    lines = list(plan([tmp_path]))
    assert [(line.kind, line.encoding, line.articles, line.failed, line.title) for line in lines] == [
        ("text", "gb18030", 1, 0, "会议召开"),
        ("html", "gb18030", 1, 0, "会议召开"),
        ("jsonl", "utf-8", 3, 1, "会议召开"),
        ("csv", "utf-8", 1, 0, "x"),
        ("", "", 0, 1, "a PDF; save its text and import that"),
        ("markdown", "utf-8", 1, 0, "会议"),
        ("", "", 0, 1, "not a text"),
    ]
    assert lines[5].origin == f"{tmp_path}/6.zip: a.md"


def test_standard_input_is_planned_too() -> None:
    assert list(plan(["-"], stdin=io.BytesIO(TEXT.encode()))) == [Planned("-", "text", "utf-8", 1, 0, "会议召开")]
