"""Fetching, against a server on this machine: conditional requests, limits, redirects that lead astray."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from newstui.intake import fetch
from newstui.intake.failed import MOST_BYTES, Failed
from newstui.intake.fetch import Fetch
from newstui.model.article import Article
from tests.intake.given import failure, only, parted

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>青禾要闻</title>
<item><title>会议召开</title><link>https://example.invalid/1</link><pubDate>Fri, 12 Mar 2021 01:41:26 GMT</pubDate>
<description>会议强调，要抓好落实。</description></item></channel></rss>""".encode()
PAGE = "<html><head><title>会议召开_青禾网</title></head><h1>会议召开</h1><p>会议强调，要抓好落实。</p></html>".encode(
    "gbk"
)
ANSWERS: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/feed": (200, FEED, {"ETag": '"v1"', "Last-Modified": "Fri, 12 Mar 2021 01:41:26 GMT"}),
    "/page": (200, PAGE, {"Content-Type": "text/html; charset=gbk"}),
    "/bad": (200, b"\x89PNG", {"ETag": '"v1"'}),
    "/missing": (404, b"nothing", {}),
    "/loop": (302, b"", {"Location": "/loop"}),
    "/there": (301, b"", {"Location": "/page"}),
    "/declared": (200, b"x", {"Content-Length": str(MOST_BYTES + 1)}),
    "/short": (200, b"cut", {"Content-Length": "100"}),
    "/odd": (200, FEED, {"Content-Length": "\u00b2"}),
    "/huge": (200, b"x", {"Content-Length": "9" * 5000}),
    "/endless": (200, b"", {}),
    "/slow": (200, b"", {}),
}


def taken(urls: list[str], memory: Path) -> list[Article | Failed]:
    """What is fetched, and the marks kept."""
    fetch = Fetch(urls, memory=memory)
    found = list(fetch)
    fetch.remember()
    return found


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        Handler.asked.append(dict(self.headers))
        if self.path.startswith("/hops"):
            self.answer(302, b"", {"Location": f"/hops{int(self.path[5:]) + 1}"})
        elif self.path.startswith("/astray?"):
            self.answer(302, b"", {"Location": self.path.partition("?")[2]})
        elif self.path == "/silent":
            time.sleep(5)
        elif self.path == "/feed" and self.headers.get("If-None-Match") == '"v1"':
            self.answer(304, b"", {})
        else:
            self.answer(*ANSWERS[self.path])
        while self.path in ("/endless", "/slow"):
            self.wfile.write(b"x" * (65536 if self.path == "/endless" else 1))
            time.sleep(0 if self.path == "/endless" else 0.05)

    def answer(self, code: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def test_a_feed(host: str) -> None:
    article = only(Fetch([f"{host}/feed"]))
    assert article.title == "会议召开"
    assert article.published == "2021-03-12T09:41:26+08:00"
    assert article.source == "青禾要闻"
    assert article.origin == f"{host}/feed: entry 1"


def test_a_page_keeps_its_address(host: str) -> None:
    article = only(Fetch([f"{host}/there"]))
    assert article.url == f"{host}/page"
    assert article.text.endswith("会议强调，要抓好落实。")


def test_a_length_that_is_no_number_is_none(host: str) -> None:
    assert only(Fetch([f"{host}/odd"])).title == "会议召开"


def test_an_unchanged_feed_is_not_sent_again(host: str, tmp_path: Path) -> None:
    memory = tmp_path / "state" / "fetched.json"
    assert len(taken([f"{host}/feed"], memory)) == 1
    assert json.loads(memory.read_text())[f"{host}/feed"]["If-None-Match"] == '"v1"'
    assert list(Fetch([f"{host}/feed"], memory=memory)) == []
    assert Handler.asked[-1]["If-Modified-Since"].startswith("Fri, 12 Mar")


def test_marks_are_kept_only_when_told_that_all_is_stored(host: str, tmp_path: Path) -> None:
    memory = tmp_path / "fetched.json"
    assert isinstance(next(iter(Fetch([f"{host}/feed"], memory=memory))), Article)
    assert not memory.exists()
    assert len(taken([f"{host}/bad"], memory)) == 1
    assert json.loads(memory.read_text()) == {}


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"a": 1}', '{"http://x/": {"If-None-Match": 5, "Evil": "x"}}', "[" * 9999]
)
def test_a_damaged_memory_is_an_empty_one(damage: str, host: str, tmp_path: Path) -> None:
    memory = tmp_path / "fetched.json"
    memory.write_text(damage)
    assert len(list(Fetch([f"{host}/feed"], memory=memory))) == 1


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://127.0.0.1/x",
        "data:text/plain,x",
        "gopher://127.0.0.1/",
        "jar:file:///x",
        "//[::bad",
    ],
)
def test_redirects_to_other_schemes_are_refused(target: str, host: str) -> None:
    assert failure(Fetch([f"{host}/astray?{target}"]))


OTHERS = [
    "file:///etc/passwd", "ftp://127.0.0.1/x", "/etc/passwd", "", "data:,x", "http://", "http://a b/", "http://u:p@h/",
    "http://[", "http://x\r\nHost: y/", "javascript:alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("url", OTHERS)
def test_other_addresses_are_refused(url: str) -> None:
    assert "http" in failure(Fetch([url]))


@pytest.mark.parametrize(
    ("path", "word"),
    [("/missing", "404"), ("/loop", "redirect"), ("/hops0", "redirect"), ("/declared", "20 MB"), ("/huge", ""),
     ("/endless", "20 MB"), ("/short", "ended early"), ("/bad", "picture")],
)  # fmt: skip
def test_what_goes_wrong_is_said(path: str, word: str, host: str) -> None:
    assert word in failure(Fetch([host + path]))


@pytest.mark.parametrize("path", ["/slow", "/silent"])
def test_slow_servers_are_given_up(path: str, host: str) -> None:
    assert re.search("too slow|timed out", failure(Fetch([host + path], silence=0.5, total=0.6)))


def test_one_bad_address_stops_nothing(host: str) -> None:
    articles, failed = parted(Fetch(["http://127.0.0.1:1/", f"{host}/missing", f"{host}/page"]))
    assert len(articles) == 1
    assert len(failed) == 2


NEAR = [
    "localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "::1", "10.0.0.8", "192.168.1.1", "169.254.169.254",
    "fe80::1", "printer.local",
]  # fmt: skip
FAR = ["example.com", "8.8.8.8", "2001:4860:4860::8888", "localhost.example.com", "face.example", "", None]


@pytest.mark.parametrize("name", [*NEAR, *FAR])
def test_what_is_near(name: str | None) -> None:
    assert fetch._is_near(name) == (name in NEAR)


def test_a_redirect_into_the_own_network_is_not_followed(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_is_near", lambda name: name == "localhost")
    assert "network" in failure(Fetch([f"{host}/astray?http://localhost:1/page"]))


def test_addresses_with_nothing_new_are_counted(host: str, tmp_path: Path) -> None:
    memory = tmp_path / "fetched.json"
    assert len(taken([f"{host}/feed"], memory)) == 1
    again = Fetch([f"{host}/feed", f"{host}/page"], memory=memory)
    assert len(list(again)) == 1
    assert again.unchanged == 1


def test_a_refused_connection_is_said_in_words() -> None:
    assert failure(Fetch(["http://127.0.0.1:1/"])) == "not fetched: Connection refused"
