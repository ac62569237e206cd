"""The one door of all exports: what screen and command line write are these bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from newstui.export import markdown, plain, tables, toml
from newstui.export.escape import json_line
from newstui.export.json import Pinyin, reading_json
from newstui.export.provenance import Provenance
from newstui.export.summary import Pair

FORMATS: Final = {"toml": ".toml", "md": ".md", "json": ".jsonl", "csv": ".csv", "table": ".txt"}
"""The formats with the suffix of their files."""


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen of an export, the same for every format that knows it."""

    text: bool = False
    """With the articles' own text; JSON always has it."""
    rows: str = "articles"
    """What a row of CSV stands for: one of ``tables.ROWS``."""
    language: str = "zh"
    """Of headings and labels."""
    pinyin: Pinyin | None = None
    """Gives the toned pinyin of a name; without it there is none."""


def text_of(
    form: str, pairs: Iterable[Pair], provenance: Provenance | None = None, options: Options | None = None
) -> str:
    """An export as one text. Raises ValueError for an unknown format."""
    return "".join(_parts(form, pairs, provenance, options))


def bytes_of(
    form: str, pairs: Iterable[Pair], provenance: Provenance | None = None, options: Options | None = None
) -> bytes:
    """The same in UTF-8."""
    return b"".join(chunks(form, pairs, provenance, options))


def chunks(
    form: str, pairs: Iterable[Pair], provenance: Provenance | None = None, options: Options | None = None
) -> Iterator[bytes]:
    """The same article by article, for exports larger than memory; pairs are taken as they are written."""
    for part in _parts(form, pairs, provenance, options):
        yield part.encode("utf-8", "replace")


def _parts(form: str, pairs: Iterable[Pair], provenance: Provenance | None, options: Options | None) -> Iterator[str]:
    if form not in _WRITERS:
        raise ValueError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    if provenance is None:
        pairs = list(pairs)
        provenance = Provenance(articles=len(pairs))
    return _WRITERS[form](pairs, provenance, options or Options())


def _toml(pairs: Iterable[Pair], provenance: Provenance, options: Options) -> Iterator[str]:
    return toml.parts(pairs, provenance, options.pinyin, text=options.text)


def _markdown(pairs: Iterable[Pair], provenance: Provenance, options: Options) -> Iterator[str]:
    return markdown.parts(pairs, provenance, options.pinyin, text=options.text, language=options.language)


def _json(pairs: Iterable[Pair], provenance: Provenance, options: Options) -> Iterator[str]:
    for article, reading in pairs:
        own = {"id": article.id, "ref": article.ref, "provenance": provenance.values()}
        values = {**reading_json(article, reading, options.pinyin), **own}
        yield json_line(values) + "\n"


def _csv(pairs: Iterable[Pair], provenance: Provenance, options: Options) -> Iterator[str]:
    return tables.parts(pairs, provenance, options.pinyin, rows=options.rows)


def _table(pairs: Iterable[Pair], _provenance: Provenance, options: Options) -> Iterator[str]:
    for number, pair in enumerate(pairs):
        yield "\n" * bool(number) + plain.render([pair], options.pinyin, language=options.language)


_WRITERS: Final[dict[str, Callable[[Iterable[Pair], Provenance, Options], Iterator[str]]]] = {
    "toml": _toml,
    "md": _markdown,
    "json": _json,
    "csv": _csv,
    "table": _table,
}
