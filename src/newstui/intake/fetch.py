"""Feeds and pages over HTTP: asked for only when changed, within limits of size, time and redirects."""

from __future__ import annotations

import io
import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from http.client import HTTPException, HTTPMessage, HTTPResponse
from ipaddress import ip_address
from pathlib import Path
from socket import inet_aton
from typing import IO, Final
from urllib.parse import urlsplit

from newstui import __version__
from newstui.intake.document import Document
from newstui.intake.failed import MOST_BYTES, Failed, IntakeError, too_large
from newstui.intake.names import shown
from newstui.intake.walk import read
from newstui.model.article import Article

Request = urllib.request.Request
Marks = dict[str, str]
"""What a server gave to tell versions apart: its ETag and Last-Modified, under the request headers that return them."""

_REDIRECTS: Final = 5
_SILENCE: Final = 20.0
"""Seconds without a byte."""
_TOTAL: Final = 120.0
"""Seconds for one address."""
_CHUNK: Final = 1 << 16
_MARKS: Final = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}


class Fetch:
    """The articles behind the addresses; nothing for one that has not changed since it was last taken whole.

    ``memory`` is a small JSON file that keeps the servers' marks. It is written by ``remember``, to be called once
    the articles are safely stored.
    """

    def __init__(
        self, urls: Iterable[str], *, memory: Path | None = None, silence: float = _SILENCE, total: float = _TOTAL
    ) -> None:
        self._urls, self._memory, self._silence, self._total = urls, memory, silence, total
        self._marks = _remembered(memory)
        self.unchanged = 0
        """Addresses with nothing new since they were last taken."""

    def __iter__(self) -> Iterator[Article | Failed]:
        for url in self._urls:
            try:
                answer = _answer(url, self._marks.get(url, {}), self._silence, self._total)
            except IntakeError as error:
                yield Failed(shown(url), str(error), fleeting=True)
                continue
            if answer is None:
                self.unchanged += 1
                continue
            document, new = answer
            complete = True
            for found in read(document):
                complete = complete and not isinstance(found, Failed)
                yield found
            if complete and new:
                self._marks[url] = new

    def remember(self) -> None:
        """Keep the marks of what was handed over."""
        if self._memory is not None:
            _remember(self._memory, self._marks)


def _answer(url: str, marks: Marks, silence: float, total: float) -> tuple[Document, Marks] | None:
    """The document at an address and its new marks; None where it has not changed."""
    _check(url)
    headers = {"User-Agent": f"newstui/{__version__}", "Accept-Encoding": "identity", **marks}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme is checked above
    until = time.monotonic() + total
    try:
        with _opener().open(request, timeout=min(silence, total)) as response:
            body = _within(response, until)
            new = {ours: value for ours, theirs in _MARKS.items() if (value := response.headers.get(theirs))}
            name = urlsplit(response.url).path.rpartition("/")[2]
            charset = response.headers.get_content_charset()
            return Document(shown(url), name, io.BytesIO(body), len(body), url=response.url, declared=charset), new
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 304:
            return None
        raise IntakeError(f"the server answered {error.code} {shown(str(error.reason))}"[:200]) from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise IntakeError(f"not fetched: {shown(getattr(reason, 'strerror', None) or str(reason))}"[:200]) from error


def _check(url: str) -> None:
    """Raises IntakeError for anything but a plain http or https address."""
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        fits = False
    if not fits or not url.isprintable() or " " in url:
        raise IntakeError("only http and https addresses are fetched: write https://…")


def _within(response: HTTPResponse, until: float) -> bytes:
    """The body, unless it is too long or too slow."""
    declared = _length(response.headers.get("Content-Length", ""))
    if declared > MOST_BYTES:
        raise IntakeError(too_large("document"))
    pieces, size = [], 0
    while piece := response.read1(_CHUNK):
        size += len(piece)
        if size > MOST_BYTES:
            raise IntakeError(too_large("document"))
        if time.monotonic() > until:
            raise IntakeError("too slow; given up")
        pieces.append(piece)
    if size < declared:
        raise IntakeError("the connection ended early")
    return b"".join(pieces)


def _length(header: str) -> int:
    """The length a server declares; 0 where its words are no number."""
    return int(header[:18]) if header.isdecimal() and header.isascii() else 0


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = _REDIRECTS
    max_repeats = 2

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> HTTPResponse | None:
        """Follows, or lets go of the connection."""
        try:
            return super().http_error_302(req, fp, code, msg, headers)
        except Exception:
            fp.close()
            raise

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        _check(newurl)
        if _is_near(urlsplit(newurl).hostname) and not _is_near(urlsplit(req.full_url).hostname):
            raise IntakeError("redirected into this machine or its network; not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_near(host: str | None) -> bool:
    """Whether a host names this machine or its own network."""
    name = (host or "").rstrip(".").lower()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        address = ip_address(inet_aton(name)) if re.fullmatch(r"[0-9a-fx.]+", name) else ip_address(name)
    except (OSError, ValueError):
        return False
    return not address.is_global


def _opener() -> urllib.request.OpenerDirector:
    """An opener that knows http and https and nothing else: no files, no FTP, no data."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _remembered(memory: Path | None) -> dict[str, Marks]:
    """What was written last time; nothing where the file is absent or damaged."""
    try:
        kept = json.loads(memory.read_bytes()) if memory else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return {
        url: {name: value for name, value in marks.items() if name in _MARKS and isinstance(value, str)}
        for url, marks in (kept.items() if isinstance(kept, dict) else ())
        if isinstance(marks, dict)
    }


def _remember(memory: Path, marks: dict[str, Marks]) -> None:
    memory.parent.mkdir(parents=True, exist_ok=True)
    new = memory.with_name(memory.name + ".new")
    new.write_text(json.dumps(marks, ensure_ascii=False, indent=1), encoding="utf-8")
    new.replace(memory)
