"""Small articles with readings made by hand, so that every expectation can be read off."""

from __future__ import annotations

from newstui.export.summary import Pair
from newstui.model.article import Article, Span
from newstui.model.outline import Action, Item, Speech
from newstui.model.people import Office, Person, Post, Role
from newstui.model.reading import Parts, Reading

NOWHERE = Span(0, 1)


def person(name: str, post: str = "", organization: str = "", *roles: str) -> Person:
    posts = (Post(post, NOWHERE, "by-hand"),) if post else ()
    offices = (Office(organization + post, organization, post, 0, "lead"),) if organization else ()
    return Person(name, (NOWHERE,), posts, offices, tuple(Role(role, NOWHERE, "by-hand") for role in roles))


def speech(speaker: str, *actions: str) -> Speech:
    told = tuple(Action(text, NOWHERE, "by-hand") for text in actions)
    return Speech(speaker, "强调", NOWHERE, "by-hand", (Item("一是", "抓落实", NOWHERE, "by-hand", told),))


def pair(
    number: int, day: str | None, people: tuple[Person, ...], outline: tuple[Speech, ...] = (), text: str = "会"
) -> Pair:
    article = Article(f"{number:016x}", text)
    parts = Parts(body=(Span(0, len(text)),))
    return article, Reading("1", f"报道{number}", day, parts=parts, people=people, outline=outline)


PAIRS = (
    pair(
        4,
        "2021-03-01",
        (person("单立新", "县委书记", "青滩县", "presided", "spoke"), person("解文远", "县长", "青滩县")),
        (speech("单立新", "要抓春耕", "要保安全"), speech("解文远", "要清河道")),
    ),
    pair(3, "2020-06-02", (person("單立新", "縣長", "青灘縣", "spoke"), person("解文远"), person("仇一鸣"))),
    pair(2, "2020-04-17T20:13:12+08:00", (person("单立新", "县长", "青滩县", "attended"), person("仇一鸣"))),
    pair(1, None, (person("单立新", "代县长"), person("查大海"))),
    pair(0, "2019-01-01", (person("查大海"),)),
)
