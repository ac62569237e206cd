"""How a text and its reading lie in the archive: compressed, and the reading as spans into the text where it can be."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from newstui.archive.lean import lean, whole
from newstui.export.json import reading_from_json, reading_values
from newstui.model.article import Article
from newstui.model.reading import Reading

DAMAGE: Final = (zlib.error, ValueError, KeyError, TypeError)
"""What reading a damaged article raises."""
_FIELDS: Final = ("ref", "url", "title", "published", "source", "author", "origin")


def pack_text(text: str, phrases: bytes = b"") -> bytes:
    """The text compressed, against the phrases of a dictionary where there is one."""
    return _packed(text.encode(), phrases)


def unpack_text(packed: bytes, phrases: bytes = b"") -> str:
    """The text back. Raises one of DAMAGE where it is damaged."""
    return _unpacked(packed, phrases).decode()


def form_of(article: Article, reading: Reading) -> tuple[bytes, bytes]:
    """The JSON form of a reading without what its spans say already, with what the input record gave; and the spans."""
    form, spans = lean(reading_values(reading), article.text)
    given = {name: getattr(article, name) for name in _FIELDS if getattr(article, name) is not None}
    same = {name: True for name, value in given.items() if value == getattr(reading, name, None)}
    return json.dumps({"given": {**given, **same}, **form}, ensure_ascii=False, separators=(",", ":")).encode(), spans


def pack_reading(article: Article, reading: Reading, forms: bytes = b"") -> bytes:
    """The form compressed, against the forms of a dictionary where there is one."""
    form, spans = form_of(article, reading)
    return _packed(form + b"\n" + spans, forms)


def unpack(identity: str, text: str, packed: bytes, forms: bytes = b"") -> tuple[Article, Reading]:
    """Article and reading back. Raises one of DAMAGE where they are damaged."""
    plain, _, spans = _unpacked(packed, forms).partition(b"\n")
    form = json.loads(plain)
    given = form.pop("given")
    reading = reading_from_json(whole(form, spans, text))
    fields = {name: getattr(reading, name) if value is True else value for name, value in given.items()}
    return Article(id=identity, text=text, **fields), reading


def digest(identity: str, title: str, published: str | None, packed: tuple[bytes, bytes]) -> bytes:
    """The content hash of one article: 16 bytes over all that is stored of it and shown."""
    hashed = blake2b(digest_size=16)
    for each in (identity.encode(), title.encode(), (published or "").encode(), *packed):
        hashed.update(b"%d:" % len(each))
        hashed.update(each)
    return hashed.digest()


def _packed(plain: bytes, dictionary: bytes) -> bytes:
    packer = _packer(dictionary).copy()
    return packer.compress(plain) + packer.flush()


@lru_cache(maxsize=4)
def _packer(dictionary: bytes) -> zlib._Compress:
    """One that has read the dictionary; to be copied, which takes a third of the time."""
    return zlib.compressobj(6, zdict=dictionary) if dictionary else zlib.compressobj(6)


def _unpacked(packed: bytes, dictionary: bytes) -> bytes:
    unpacker = zlib.decompressobj(zdict=dictionary)
    plain = unpacker.decompress(packed) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("incomplete")
    return plain
