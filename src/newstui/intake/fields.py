"""A record's fields to an article: which names mean what, and which values are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from newstui.intake.articles import article
from newstui.intake.dates import moment
from newstui.intake.failed import MOST_CHARACTERS, IntakeError
from newstui.intake.fragment import text_of
from newstui.model.article import Article
from newstui.model.clean import line
from newstui.model.fold import fold

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "标题"),
    "published": ("published", "date", "日期", "时间"),
    "source": ("source", "来源"),
    "author": ("author", "作者"),
    "url": ("url", "link", "链接", "网址"),
    "id": ("id", "编号"),
    "text": ("text", "body", "content", "正文", "内容"),
}
"""Field and the names under which it is looked for, in this order, when no mapping names it."""

_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")


def known_columns(cells: Iterable[str], further: frozenset[str]) -> int:
    """How many of the names are those of fields."""
    known = {name for names in NAMES.values() for name in names} | {name.lower() for name in further}
    return sum(cell.lower() in known for cell in cells)


def mapping_of(words: str) -> dict[str, str]:
    """``title=标题,text=内容`` as a mapping of our fields to a record's; raises ValueError saying what is wrong."""
    mapping = {}
    for pair in filter(None, (each.strip() for each in words.split(","))):
        field, equals, name = (part.strip() for part in pair.partition("="))
        field = {"date": "published", "body": "text", "content": "text"}.get(field, field)
        if field not in NAMES or not equals or not name:
            raise ValueError(f"{pair!r}: write FIELD=NAME, with one of {', '.join(NAMES)} as FIELD")
        mapping[field] = name
    return mapping


def record_article(record: Mapping[str, object], origin: str, mapping: Mapping[str, str] | None = None) -> Article:
    """The article of a record; raises IntakeError where it has no text or too much of it."""
    own = record_fields(record, mapping)
    body = own.pop("text")
    body = text_of(body or "")
    if not (body or own["title"]):
        raise IntakeError(f"no text: the fields are {', '.join(map(line, list(record)[:12])) or 'none'}; see --map")
    return made(body, own, origin)


def record_fields(record: Mapping[str, object], mapping: Mapping[str, str] | None = None) -> dict[str, str | None]:
    """A record's values as words, under the names of NAMES."""
    lowered = {key.lower().strip("\ufeff "): value for key, value in record.items()}
    return {field: _words(_first(lowered, mapping, field)) for field in NAMES}


def made(body: str, own: Mapping[str, str | None], origin: str) -> Article:
    """The article of a body and the fields that came with it, named as in NAMES."""
    title = line(own["title"] or "") or None
    text = body if not title or _begins_with(body, title) else "\n\n".join(filter(None, (title, body.strip("\n"))))
    if len(text) > MOST_CHARACTERS:
        raise IntakeError(f"article over {MOST_CHARACTERS:,} characters")
    if not fold(text[:10_000]) and not fold(text):
        raise IntakeError("no words in it")
    written = own["published"]
    return article(
        text,
        ref=own["id"],
        url=own["url"],
        origin=origin,
        title=title,
        published=moment(written) if written else None,
        source=line(own["source"] or "") or None,
        author=line(own["author"] or "") or None,
        fields=(*(own[field] for field in NAMES if field != "text"), body),
    )


def _begins_with(body: str, title: str) -> bool:
    return fold(body[: 2 * len(title) + 200]).startswith(fold(title))


def _first(record: Mapping[str, object], mapping: Mapping[str, str] | None, field: str) -> object:
    named = [mapping[name].lower() for name in NAMES[field] if name in mapping] if mapping else []
    return next(
        (value for name in named or NAMES[field] if (value := record.get(name)) not in (None, "", [], {})), None
    )


def _words(value: object) -> str | None:
    """Any JSON value as words: numbers as written, a list's parts on lines, of an object its name."""
    match value:
        case str():
            return _HALF_PAIR.sub("\ufffd", value)
        case bool() | None:
            return None
        case int() | float():
            return str(value)
        case list():
            return "\n".join(filter(None, map(_words, value))) or None
        case dict():
            return _words(value.get("name") or value.get("text") or value.get("content"))
        case _:
            return None
