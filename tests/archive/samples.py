"""Small made-up articles with ready-made readings, and archives of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newstui.archive.store import Writer
from newstui.intake.articles import article
from newstui.model.article import Article, Span
from newstui.model.outline import Action, Item, Speech
from newstui.model.people import Credit, Office, Person, Post, Role
from newstui.model.reading import Dateline, Document, Parts, Reading, Statement, Term

Pair = tuple[Article, Reading]


def span(text: str, words: str, start: int = 0) -> Span:
    """Where words first stand in a text."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def plain(title: str, body: str, published: str | None = None, source: str | None = None) -> Pair:
    """An article whose reading finds title and body alone."""
    text = f"{title}\n\n{body}"
    made = article(text, published=published, source=source, fields=(title, body, published, source))
    body_span = (Span(len(title) + 2, len(made.text)),) if body else ()
    parts = Parts(title=Span(0, len(title)), body=body_span)
    return made, Reading(parser="test", title=title, published=published, source=source, parts=parts)


def person(text: str, name: str, *posts: str, roles: Sequence[str] = (), organization: str = "") -> Person:
    """A person with posts; each post's last two characters are its rank."""
    found = tuple(Post(post, span(text, post), "test") for post in posts)
    offices = tuple(
        Office(organization + post, (organization + post)[:-2], post[-2:], number, "test")
        for number, post in enumerate(posts)
    )
    did = tuple(Role(role, span(text, name), "test") for role in roles)
    return Person(name, (span(text, name),), found, offices, did, "test")


def meeting(published: str = "2020-04-17", source: str | None = "青川日报") -> Pair:
    """A report with everything in it."""
    body = (
        "青川县委书记林远山主持会议。副县长单雪梅、原县长曾可出席会议。林远山强调,一是抓春耕。各乡镇要在6月底前完成播种。"
        "会议印发《春耕考核办法》,“四个一”工程启动。县农业农村局作表态发言。"
    )
    title = "青川县春耕工作会议召开"
    made, reading = plain(title, body, published, source)
    text = made.text
    action = Action("各乡镇要在6月底前完成播种。", span(text, "各乡镇要在6月底前完成播种。"), "test")
    item = Item("一是", "抓春耕", span(text, "一是抓春耕。"), "test")
    speech = Speech("林远山", "强调", span(text, "林远山强调"), "test", (item, action))
    people = (
        person(text, "林远山", "青川县委书记", roles=("presided", "spoke")),
        Person(
            "单雪梅",
            (span(text, "单雪梅"),),
            (Post("副县长", span(text, "副县长"), "test"),),
            (Office("青川县副县长", "青川县", "副县长", 0, "title"),),
            (Role("attended", span(text, "出席"), "test"),),
        ),
        Person(
            "曾可",
            (span(text, "曾可"),),
            (Post("原县长", span(text, "原县长"), "test"),),
            (Office("青川县县长", "青川县", "县长", 0, "title"),),
            (Role("attended", span(text, "出席"), "test"),),
        ),
    )
    return made, Reading(
        parser="test",
        title=title,
        published=published,
        source=source,
        parts=reading.parts,
        credits=(Credit("钱小满", "reporter", "记者", Span(0, 2)),),
        dateline=Dateline("青川", "青川", None, Span(0, 2)),
        people=people,
        outline=(speech,),
        documents=(Document("春耕考核办法", span(text, "春耕考核办法")),),
        terms=(Term("四个一", span(text, "四个一")),),
        organizations=(Statement("县农业农村局", "表态发言", span(text, "县农业农村局")),),
    )


def archive_of(path: Path, pairs: Sequence[Pair], batch: int = 1000) -> Path:
    """An archive of these articles."""
    with Writer(path) as writer:
        for start in range(0, len(pairs), batch):
            writer.put(pairs[start : start + batch])
    return path
