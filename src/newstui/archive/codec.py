"""How a text and its reading lie in the archive: compressed, the reading against the text, whose words it repeats."""

from __future__ import annotations

import json
import zlib
from hashlib import blake2b
from typing import Any, Final

from newstui.export.json import reading_from_json, reading_values
from newstui.model.article import Article
from newstui.model.reading import Reading

_FIELDS: Final = ("ref", "url", "title", "published", "source", "author", "origin")
_ALWAYS: Final = frozenset({"mentions"})
"""Kept though empty: reading back asks for it."""
_KEYS: Final = (
    '"parser":"title":"published":"source":"url":"parts":{"header":[],"body":[[],"credits":"boilerplate":"sections":'
    '"dateline":{"agency":"place":"date":"meeting":{"period":"form":"venues":"documents":[{"terms":"organizations":'
    '"act":"credit":"reporter""editor""author","label":"outline":[{"kind":"speech","speaker":"verb":"children":['
    '{"kind":"item","ordinal":"heading":{"kind":"action","addressee":"deadline":"quantities":"meaning":'
    '"people":[{"name":"mentions":[["posts":[{"offices":[{"organization":"rank":"post":0,"reason":"lead",'
    '"roles":[{"role":"attended","role":"presided","spoke","rule":"","text":"span":['
).encode()
"""Begins the preset dictionary. Part of the format: it never changes."""


def pack_text(text: str) -> bytes:
    """The text compressed."""
    return zlib.compress(text.encode(), 6)


def unpack_text(packed: bytes) -> str:
    """The text back. Raises ``zlib.error`` or ``UnicodeDecodeError`` where it is damaged."""
    return zlib.decompress(packed).decode()


def pack_reading(reading: Reading, text: str) -> bytes:
    """The JSON form of a reading without what is empty, compressed against its text."""
    form = json.dumps(_lean(reading_values(reading)), ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(6, zdict=_dictionary(text))
    return packer.compress(form.encode()) + packer.flush()


def unpack_reading(packed: bytes, text: str) -> Reading:
    """The reading back. Raises ``zlib.error`` or ``ValueError`` where it is damaged."""
    unpacker = zlib.decompressobj(zdict=_dictionary(text))
    values = json.loads(unpacker.decompress(packed) + unpacker.flush())
    return reading_from_json(values)


def pack_fields(article: Article) -> bytes | None:
    """What the input record gave of its own; None where it gave nothing."""
    given = {name: getattr(article, name) for name in _FIELDS if getattr(article, name) is not None}
    return json.dumps(given, ensure_ascii=False, separators=(",", ":")).encode() if given else None


def unpack_article(identity: str, text: str, fields: bytes | None) -> Article:
    """The article as it was put in."""
    return Article(id=identity, text=text, **(json.loads(fields) if fields else {}))


def digest(identity: str, title: str, published: str | None, parts: tuple[bytes | None, ...]) -> bytes:
    """The content hash of one article: 16 bytes over all that is stored of it and shown."""
    hashed = blake2b(digest_size=16)
    for each in (identity.encode(), title.encode(), (published or "").encode(), *parts):
        hashed.update(b"%d:" % len(each or b""))
        hashed.update(each or b"")
    return hashed.digest()


def _dictionary(text: str) -> bytes:
    return _KEYS + text.encode()[: 32_000 - len(_KEYS)]


def _lean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lean(each) for key, each in value.items() if (each is not None and each != []) or key in _ALWAYS}
    return [_lean(each) for each in value] if isinstance(value, list) and value and not _is_span(value) else value


def _is_span(value: list[Any]) -> bool:
    return isinstance(value[0], int)
