"""The JSON form and the reading back from it."""

from __future__ import annotations

import json

from hypothesis import given

from newstui.export.json import reading_from_json, reading_json, reading_values
from newstui.model.article import Article, Span
from newstui.model.outline import Action, Item, Speech
from newstui.model.people import Person, Role
from newstui.model.reading import Parts, Reading
from tests.export.strategies import articles, readings


@given(readings)
def test_a_reading_comes_back_from_its_json(reading: Reading) -> None:
    values = json.loads(json.dumps(reading_values(reading), ensure_ascii=False))
    assert values == reading_values(reading)
    assert reading_from_json(values) == reading


@given(articles, readings)
def test_the_public_form_comes_back_too(article: Article, reading: Reading) -> None:
    values = json.loads(json.dumps(reading_json(article, reading)))
    assert reading_from_json(values) == reading
    assert values["text"] == article.text
    assert values["id"] == (article.ref or article.id)


def test_a_reading_with_defaults_alone_comes_back() -> None:
    assert reading_from_json({"parser": "1"}) == Reading("1")


def test_the_form_is_that_of_the_manual() -> None:
    action = Action("要加快进度", Span(4, 9), "modal")
    item = Item("一是", "加快", Span(2, 9), "ordinal", (action,))
    reading = Reading(
        "1",
        parts=Parts(title=Span(0, 2)),
        people=(Person("单田芳", (Span(0, 3),), roles=(Role("spoke", Span(0, 3), "verb"),)),),
        outline=(Speech("单田芳", "指出", Span(0, 9), "name-verb", (item,)),),
    )
    values = reading_json(Article("0" * 16, "单田芳指出"), reading, {"单田芳": "Shàn Tiánfāng"}.__getitem__)
    assert values["schema"] == "newstui.reading/1"
    assert values["parts"] == {"title": [0, 2], "header": None, "body": [], "credits": None, "boilerplate": []}
    assert list(values["people"][0])[:3] == ["name", "pinyin", "mentions"]
    assert values["people"][0]["pinyin"] == "Shàn Tiánfāng"
    assert values["outline"][0]["children"][0] == {
        "kind": "item",
        "ordinal": "一是",
        "heading": "加快",
        "span": [2, 9],
        "rule": "ordinal",
        "children": [{"kind": "action", "text": "要加快进度", "span": [4, 9], "rule": "modal"}],
    }
