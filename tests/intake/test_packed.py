"""gzip and zip: members, names, damage, bombs."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zipfile
import zlib

import pytest

from newstui.intake.walk import articles
from tests.intake.given import failure, of_bytes, only, parted

TEXT = "会议召开\n\n会议强调，要抓好落实。"
LINES = "".join(json.dumps({"id": i, "text": f"{TEXT}{i}"}, ensure_ascii=False) + "\n" for i in range(50)).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_gzip_of_each_kind() -> None:
    assert only(of_bytes(gzip.compress(TEXT.encode("gbk")))).text == TEXT
    assert len(of_bytes(gzip.compress(LINES))) == 50
    assert len(of_bytes(gzip.compress(LINES) + gzip.compress(LINES))) == 100


def test_members_of_a_zip_in_order_of_name() -> None:
    found, failed = parted(of_bytes(zipped({"b/2.jsonl": LINES, "a/1.txt": TEXT.encode(), "b/": b""}), "news.zip"))
    assert not failed
    assert len(found) == 51
    assert [found[0].origin, found[1].origin] == ["news.zip: a/1.txt", "news.zip: b/2.jsonl: line 1"]


def test_a_bad_member_costs_itself_alone() -> None:
    found, failed = parted(
        of_bytes(zipped({"a.png": b"\x89PNG\r\n", "b.txt": TEXT.encode(), "c.txt": b""}), "news.zip")
    )
    assert len(found) == 1
    assert [each.origin for each in failed] == ["news.zip: a.png", "news.zip: c.txt"]


def test_a_zip_within_a_gzip_within_a_zip() -> None:
    inner = gzip.compress(zipped({"x.txt": TEXT.encode()}))
    assert only(of_bytes(zipped({"y.gz": inner}))).text == TEXT
    assert "too deep" in failure(of_bytes(gzip.compress(zipped({"y.gz": inner}))))


def test_a_zip_from_a_pipe() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    assert only(articles(["-"], stdin=Pipe(zipped({"x.txt": TEXT.encode()})))).origin == "-: x.txt"


def test_names_in_gbk() -> None:
    packed = zipped({"aaaa.txt": TEXT.encode()}).replace(b"aaaa.txt", "会议".encode("gbk") + b".txt")
    assert only(of_bytes(packed, "n.zip")).origin == "n.zip: 会议.txt"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x.txt", "a\x1b]0;x\x07.txt", "a\n.txt"])
def test_names_that_lead_elsewhere_lead_nowhere(name: str) -> None:
    article = only(of_bytes(zipped({name: TEXT.encode()}), "n.zip"))
    assert article.text == TEXT
    assert article.origin is not None
    assert article.origin.isprintable()


@pytest.mark.parametrize("cut", [5, 40, -9])
def test_a_damaged_gzip_is_reported(cut: int) -> None:
    found, failed = parted(of_bytes(gzip.compress(LINES)[:cut]))
    assert len(failed) >= 1
    assert "damaged" in failed[-1].reason
    assert len(found) <= 50


def test_a_damaged_zip_is_reported() -> None:
    packed = zipped({"x.txt": TEXT.encode() * 50})
    assert "damaged" in failure(of_bytes(packed[:-30]))
    assert "damaged" in failure(of_bytes(packed[:45] + b"\x00\xff\x00" + packed[48:]))


def test_a_sealed_member_is_reported() -> None:
    packed = bytearray(zipped({"x.txt": TEXT.encode()}))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in failure(of_bytes(bytes(packed)))


def test_an_office_document_is_named_as_such() -> None:
    assert "Office" in failure(of_bytes(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})))


def bomb(filling: bytes, size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = filling * ((1 << 20) // len(filling))
    return b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()


@pytest.mark.parametrize(
    ("filling", "name"),
    [
        (b"\x00", ""),
        (b"x", ""),
        (b"{}\n", "x.jsonl"),
        *(pytest.param(each, "", marks=pytest.mark.slow) for each in (b"\n", b'{"a": "b"}\n', b" ")),
    ],
)
def test_a_bomb_is_stopped_at_the_limit(filling: bytes, name: str) -> None:
    packed = bomb(filling, 1 << 28)
    assert len(packed) < 1 << 21
    tracemalloc.start()
    failed = 0
    reason = ""
    for each in articles(["-"], stdin=io.BytesIO(packed)):
        failed += 1
        reason = getattr(each, "reason", "")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert failed
    assert reason
    assert peak < 150_000_000


def test_a_zip_whose_members_share_a_budget() -> None:
    packed = zipped({f"{i}.txt": b"x" * 15_000_000 for i in range(10)})
    _, failed = parted(of_bytes(packed))
    assert any("far more" in each.reason for each in failed)
