"""Markdown: its front matter gives the fields, its text loses the marks that are no words."""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newstui.intake.decode import Decoded
from newstui.intake.failed import Failed
from newstui.intake.fields import NAMES, made, record_fields
from newstui.model.article import Article

_FENCE: Final = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)
_UNDERLINED: Final = re.compile(r"^(\S[^\n]*)\n(?:=+|-{2,})[ \t]*$", re.M)
_RULE: Final = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.M)
_QUOTE: Final = re.compile(r"^ {0,3}>[ \t]?", re.M)
_PICTURE: Final = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK: Final = re.compile(r"\[([^\]\n]+)\]\((?:https?:|/|\.|#|mailto:)[^)\n]*\)")
_STRONG: Final = re.compile(r"(?<!\\)(\*{1,3}|_{2,3}|~~)(?=\S)([^*_~\n]+?)(?<=\S)\1")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_SETTING: Final = re.compile(r"^([^\s=#\[]+)[ \t]*=[ \t]*(.+)$", re.M)
"""A line of TOML front matter, for those that are not quite TOML."""
_FIELDS: Final = frozenset(name for names in NAMES.values() for name in names)
_DEEPEST: Final = 20
"""Keys within keys that are told apart; what lies deeper is words."""
_KEY: Final = re.compile(r"(?!- )([^\s:#][^:\n]{0,60}?)[ \t]*:(?:[ \t]+(.*))?$", re.M)


def markdown_articles(decoded: Decoded, origin: str) -> Iterator[Article | Failed]:
    """The article of a Markdown file."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    fence = _FENCE.match(text)
    given = front_matter(fence[1], fence[2]) if fence else {}
    body = words(text[fence.end() :] if fence else text).strip("\n")
    own = record_fields(_spread(given))
    own["text"] = None
    yield made(body, own, origin)


def front_matter(mark: str, text: str) -> dict[str, object]:
    """The keys of front matter: TOML between ``+++``, the plain part of YAML between ``---``."""
    if mark == "+++":
        try:
            return _written(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, RecursionError):
            return {match[1]: _scalar(match[2]) for match in _SETTING.finditer(text)}
    return _yaml(text.split("\n"))


def words(text: str) -> str:
    """The text without the marks of Markdown; headings stand as lines of their own."""
    text = _RULE.sub("", _UNDERLINED.sub(r"\1\n", text))
    text = _LINK.sub(r"\1", _PICTURE.sub("", _QUOTE.sub("", text)))
    text = _STRONG.sub(r"\2", _STRONG.sub(r"\2", _HEADING.sub(r"\1", text)))
    return _ESCAPE.sub(r"\1", text)


def _written(given: dict[str, Any]) -> dict[str, object]:
    """The values of TOML as words; lists and tables as they are."""
    return {
        key: _written(value) if isinstance(value, dict) else value if isinstance(value, list) else str(value)
        for key, value in given.items()
    }


def _spread(given: dict[str, object]) -> dict[str, object]:
    """The keys within ``meta:`` and the like beside the outer ones, which win; what a field itself has stays in it."""
    inner: dict[str, object] = {}
    for key, value in given.items():
        if isinstance(value, dict) and key.lower() not in _FIELDS:
            inner |= _spread(value)
    return inner | given


def _yaml(lines: Iterable[str], depth: int = 0) -> dict[str, object]:
    """``key: value``, quoted values, ``[a, b]``, lists of dashes, keys within keys, folded and literal blocks."""
    given: dict[str, object] = {}
    key, block = "", [""]
    for line in [*lines, "end:"]:
        match = _KEY.match(line)
        if not match:
            block.append(line.rstrip())
            continue
        if key:
            given[key] = _value(block, depth + 1)
        key, block = match[1].strip("\"'"), [(match[2] or "").strip()]
    return given


def _value(block: list[str], depth: int) -> object:
    first, within = block[0], textwrap.dedent("\n".join(filter(None, block[1:])))
    rest = [line.strip() for line in within.split("\n") if line]
    if not first and within.startswith("- "):
        return [_item(each, depth) for each in re.split(r"^- ", within, flags=re.M)[1:]]
    if not first and depth < _DEEPEST and _KEY.match(within):
        return _yaml(within.split("\n"), depth)
    if first.startswith("[") and first.endswith("]"):
        return [_scalar(part) for part in first[1:-1].split(",") if part.strip()]
    if re.fullmatch(r"[|>][+-]?\d?", first):
        return ("\n" if first[0] == "|" else " ").join(rest)
    return _scalar(" ".join([first, *rest]))


def _item(written: str, depth: int) -> object:
    """One of a list: words, or keys of its own, the first behind the dash."""
    own = "  " + written
    return _value(["", own], depth) if _KEY.match(written) and not written.startswith(("'", '"')) else _scalar(written)


def _scalar(written: str) -> str | None:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] == '"':
        return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), written[1:-1])
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    written = re.sub(r"\s#.*$", "", written)
    return None if written in ("", "~", "null") else written
