"""What is taken away of an article: people, meeting, outline, documents, terms, as plain values for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from newstui.export.json import Pinyin
from newstui.export.provenance import Provenance
from newstui.model.article import Article
from newstui.model.clean import clean, line
from newstui.model.outline import Action, Item, Speech
from newstui.model.people import Person
from newstui.model.reading import Reading

SUMMARY_SCHEMA: Final = "newstui.summary/1"
Pair = tuple[Article, Reading]


def summary(pairs: Iterable[Pair], provenance: Provenance, pinyin: Pinyin | None = None) -> dict[str, Any]:
    """All of an export as one value: ``{"schema", "provenance", "articles": [...]}``; what is absent is left out."""
    articles = [article_summary(article, reading, pinyin) for article, reading in pairs]
    return {**heading(provenance), "articles": articles}


def heading(provenance: Provenance) -> dict[str, Any]:
    """What stands before the articles."""
    return {"schema": SUMMARY_SCHEMA, "provenance": provenance.values()}


def article_summary(
    article: Article, reading: Reading, pinyin: Pinyin | None = None, *, text: bool = False
) -> dict[str, Any]:
    """One article; every string is one clean line, the text alone may have several."""
    lean: dict[str, Any] = _lean(
        {
            "id": article.id,
            "ref": article.ref,
            "title": article.title or reading.title,
            "published": article.published or reading.published,
            "source": article.source or reading.source,
            "url": article.url or reading.url,
            "parser": reading.parser,
            "dateline": reading.dateline and _named(reading.dateline, "agency", "place", "date"),
            "meeting": reading.meeting and _named(reading.meeting, "name", "date", "period", "form", "venues"),
            "people": [_person(person, pinyin) for person in reading.people if line(person.name)],
            "outline": [_node(speech) for speech in reading.outline],
            "documents": [one.title for one in reading.documents],
            "terms": [_named(one, "text", "meaning") for one in reading.terms if line(one.text)],
            "organizations": [_named(one, "name", "act") for one in reading.organizations],
            "credits": [_named(one, "name", "credit", "label") for one in reading.credits],
        }
    )
    return lean | ({"text": clean(article.text)} if text else {})


def body(article: Article, reading: Reading) -> Iterator[str]:
    """The lines of the body as it is shown, or of the whole text where no body was found."""
    spans = reading.parts.body
    text = "\n".join(span.of(article.text) for span in spans) if spans else article.text
    yield from filter(None, map(line, clean(text).split("\n")))


def _person(person: Person, pinyin: Pinyin | None) -> dict[str, Any]:
    return {
        "name": person.name,
        "pinyin": pinyin(person.name) if pinyin else None,
        "posts": list(dict.fromkeys(post.text for post in person.posts)),
        "offices": list(dict.fromkeys(office.text for office in person.offices)),
        "roles": list(dict.fromkeys(role.role for role in person.roles)),
    }


def _node(node: Speech | Item | Action) -> dict[str, Any]:
    match node:
        case Speech():
            return {
                "kind": "speech",
                **_named(node, "speaker", "verb"),
                "children": [_node(one) for one in node.children],
            }
        case Item():
            return {
                "kind": "item",
                **_named(node, "ordinal", "heading"),
                "children": [_node(one) for one in node.children],
            }
        case Action():
            return {
                "kind": "action",
                "text": node.text,
                "addressee": node.addressee and node.addressee.text,
                "deadline": node.deadline and _named(node.deadline, "text", "date"),
                "quantities": [one.text for one in node.quantities],
            }


def _named(value: object, *names: str) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _lean(value: Any) -> Any:
    """Without None and what is empty; strings as one clean line."""
    if isinstance(value, str):
        return line(value)
    if isinstance(value, dict):
        return {
            key: each
            for key, each in ((key, _lean(each)) for key, each in value.items())
            if each not in (None, "", [], {})
        }
    if isinstance(value, list | tuple):
        return [each for each in map(_lean, value) if each not in (None, "", [], {})]
    return value
