"""Pages saved by a browser as one file."""

from __future__ import annotations

import base64
import quopri

import pytest

from tests.intake.given import failure, of_bytes, only

PAGE = "<html><head><title>会议召开_青禾网</title></head><h1>会议召开</h1><p>会议强调，要抓好落实。</p></html>"
HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.invalid/1
Subject: =?utf-8?Q?x?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----B"

"""
PART = """------B
Content-Type: {kind}
Content-Transfer-Encoding: {how}
Content-Location: https://example.invalid/1

{body}
"""


def saved(body: str, how: str, kind: str = "text/html") -> bytes:
    return (HEAD + PART.format(kind=kind, how=how, body=body) + "------B--\n").replace("\n", "\r\n").encode()


@pytest.mark.parametrize("name", ["utf-8", "gb18030"])
@pytest.mark.parametrize("how", ["quoted-printable", "base64"])
def test_the_page_inside_is_read(how: str, name: str) -> None:
    encoded = PAGE.encode(name)
    body = quopri.encodestring(encoded) if how == "quoted-printable" else base64.encodebytes(encoded)
    article = only(of_bytes(saved(body.decode(), how)))
    assert article.text == "会议召开\n\n会议强调，要抓好落实。"
    assert article.url == "https://example.invalid/1"


def test_one_without_a_page_is_reported() -> None:
    assert "without HTML" in failure(of_bytes(saved("eA==", "base64", "image/png")))
