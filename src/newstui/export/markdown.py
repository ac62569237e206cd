"""Markdown, for any CommonMark parser; what came from an article is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newstui.export.escape import markdown, yaml
from newstui.export.json import Pinyin
from newstui.export.provenance import Provenance
from newstui.export.summary import Pair, article_summary, body, heading
from newstui.export.words import words_for

_LINK: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[\w\-./?=%&+~#,:@!*'()]*)?", re.ASCII)
"""What is written as a link; any other address is text."""


def render(
    pairs: Iterable[Pair],
    provenance: Provenance,
    pinyin: Pinyin | None = None,
    *,
    text: bool = False,
    language: str = "zh",
) -> str:
    """An export as one document: front matter with the provenance, then a section for each article."""
    return "".join(parts(pairs, provenance, pinyin, text=text, language=language))


def parts(
    pairs: Iterable[Pair],
    provenance: Provenance,
    pinyin: Pinyin | None = None,
    *,
    text: bool = False,
    language: str = "zh",
) -> Iterator[str]:
    """The same, article by article."""
    yield front_matter(heading(provenance))
    for article, reading in pairs:
        blocks = list(_blocks(article_summary(article, reading, pinyin), words_for(language)))
        if text:
            blocks += [f"## {words_for(language)['text']}", *map(markdown, body(article, reading))]
        yield "\n" + "\n\n".join(blocks) + "\n"


def front_matter(values: dict[str, Any]) -> str:
    """``---``, a key a line, ``---``: YAML whose values are written as JSON."""
    return "".join(["---\n", *(f"{key}: {yaml(value)}\n" for key, value in values.items()), "---\n"])


def _blocks(article: dict[str, Any], words: dict[str, str]) -> Iterator[str]:
    yield f"# {markdown(article.get('title') or words['untitled'])}"
    yield "\n".join(_facts(article, words))
    for part, lines in (("people", _people), ("outline", _outline), ("organizations", _organizations),
                        ("documents", _documents), ("terms", _terms), ("credits", _credits)):  # fmt: skip
        if article.get(part):
            yield f"## {words[part]}"
            yield "\n".join(lines(article[part], words))


def _facts(article: dict[str, Any], words: dict[str, str]) -> Iterator[str]:
    meeting, dateline = article.get("meeting", {}), article.get("dateline", {})
    event = [meeting[key] for key in ("name", "date", "period", "form") if key in meeting] + meeting.get("venues", [])
    place = [dateline[key] for key in ("agency", "place", "date") if key in dateline]
    for name in ("published", "source"):
        if name in article:
            yield f"- {words[name]}{words[':']}{markdown(article[name])}"
    if "url" in article:
        link = f"<{article['url']}>" if _LINK.fullmatch(article["url"]) else markdown(article["url"])
        yield f"- {words['url']}{words[':']}{link}"
    for name, values in (("dateline", place), ("meeting", event)):
        if values:
            yield f"- {words[name]}{words[':']}{_joined(values, words[','])}"
    yield f"- {words['id']}{words[':']}{markdown(article['id'])}"


def _people(people: list[dict[str, Any]], words: dict[str, str]) -> Iterator[str]:
    for person in people:
        name = markdown(person["name"])
        if "pinyin" in person:
            name += f" ({markdown(person['pinyin'])})"
        facts = (
            _joined(person.get("offices") or person.get("posts", []), words[","]),
            _joined([words.get(role, role) for role in person.get("roles", [])], words[","]),
        )
        said = words[";"].join(filter(None, facts))
        yield f"- {name}{words[':']}{said}" if said else f"- {name}"


def _outline(nodes: list[dict[str, Any]], words: dict[str, str], indent: str = "") -> Iterator[str]:
    for node in nodes:
        yield f"{indent}- {_node(node, words)}"
        yield from _outline(node.get("children", []), words, indent + "  ")


def _node(node: dict[str, Any], words: dict[str, str]) -> str:
    if node["kind"] != "action":
        told = [node[key] for key in ("speaker", "verb", "ordinal", "heading") if key in node]
        return markdown(" ".join(told)) or words["untitled"]
    notes = [f"{words['addressee']}{words[':']}{node['addressee']}"] if "addressee" in node else []
    if "deadline" in node:
        deadline = node["deadline"]
        due = deadline.get("text", "") + (f" ({deadline['date']})" if "date" in deadline else "")
        notes.append(f"{words['deadline']}{words[':']}{due}")
    notes += node.get("quantities", [])
    return markdown(node.get("text", "") + (f" [{words[';'].join(notes)}]" if notes else ""))


def _organizations(listed: list[dict[str, Any]], words: dict[str, str]) -> Iterator[str]:
    return (f"- {markdown(' '.join(filter(None, (one.get('name'), one.get('act')))))}" for one in listed)


def _documents(titles: list[str], words: dict[str, str]) -> Iterator[str]:
    return (f"- {markdown(f'《{title}》')}" for title in titles)


def _terms(terms: list[dict[str, Any]], words: dict[str, str]) -> Iterator[str]:
    return (f"- {markdown(words[':'].join(term[key] for key in ('text', 'meaning') if key in term))}" for term in terms)


def _credits(listed: list[dict[str, Any]], words: dict[str, str]) -> Iterator[str]:
    for one in listed:
        label = one.get("label") or words.get(one.get("credit", ""), "")
        yield f"- {markdown(words[':'].join(filter(None, (label, one.get('name')))))}"


def _joined(values: Iterable[str], comma: str) -> str:
    return comma.join(map(markdown, values))
