"""One door, the same bytes for screen and command line; citation and explanation."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.export.cite import citation
from newstui.export.explain import facts
from newstui.export.plain import aligned, cells
from newstui.export.provenance import Provenance, now
from newstui.export.summary import Pair
from newstui.export.write import FORMATS, Options, bytes_of, chunks, text_of
from newstui.model.article import Article, Span
from newstui.model.people import Credit
from newstui.model.reading import Reading
from tests.export.strategies import articles, readings

PAIR = (Article("00000000000000a1", "甲\ud800乙"), Reading("1", "春耕会议", "2020-04-17", "青滩日报"))


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=30)
@given(pairs=st.lists(st.tuples(articles, readings), max_size=2), text=st.booleans())
def test_the_same_articles_give_the_same_bytes(form: str, pairs: list[Pair], text: bool) -> None:
    options = Options(text=text, pinyin=str.title)
    provenance = Provenance("甲", len(pairs))
    written = bytes_of(form, iter(pairs), provenance, options)
    assert written == bytes_of(form, pairs, provenance, options) == b"".join(chunks(form, pairs, provenance, options))
    assert written.decode() == text_of(form, pairs, provenance, options)
    assert not any(0x7F <= ord(each) < 0xA0 for each in written.decode())


def test_a_format_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no format 'pdf'; there are toml, md"):
        bytes_of("pdf", [])


def test_without_a_provenance_the_articles_are_counted() -> None:
    assert tomllib.loads(text_of("toml", [PAIR]))["provenance"]["articles"] == 1


def test_json_lines_carry_id_and_provenance() -> None:
    (line,) = bytes_of("json", [(Article("00000000000000a1", "甲", ref="7"), Reading("1"))]).decode().splitlines()
    values = json.loads(line)
    assert (values["id"], values["ref"], values["provenance"]["articles"]) == ("00000000000000a1", "7", 1)


def test_halves_of_surrogate_pairs_do_not_stop_an_export() -> None:
    for form in FORMATS:
        assert bytes_of(form, [PAIR], options=Options(text=True)).decode()


def test_a_reproducible_export_has_no_clock() -> None:
    assert "made" not in Provenance(articles=1).values()
    assert Provenance(made=now()).values()["made"].endswith("+00:00")


def test_citations() -> None:
    span = Span(0, 1)
    credits_ = tuple(Credit(name, "reporter", "记者", span) for name in ("甲某", "乙某", "丙某", "丁某"))
    reading = Reading("1", "春耕会议", "2020-04-17T20:13:12+08:00", "青滩日报", credits=credits_[:2])
    article = Article("0" * 16, "", url="https://news.example/a")
    assert citation(article, reading, date(2026, 11, 23)) == (
        "甲某, 乙某. 春耕会议[EB/OL]. 青滩日报, (2020-04-17)[2026-11-23]. https://news.example/a."
    )
    assert citation(Article("0" * 16, ""), Reading("1", "春耕\n会议", "2020-04-17", "青滩日报", credits=credits_)) == (
        "甲某, 乙某, 丙某, 等. 春耕 会议[N]. 青滩日报, 2020-04-17."
    )
    assert citation(Article("0" * 16, ""), Reading("1")) == "无标题[N]."


@settings(max_examples=30)
@given(articles, readings)
def test_every_fact_is_explained_in_one_line(article: Article, reading: Reading) -> None:
    kinds = [fact.kind for fact in facts(article, reading)]
    assert kinds.count("person") == len(reading.people)
    assert kinds.count("speech") == len(reading.outline)
    for fact in facts(article, reading):
        assert "\n" not in fact.value + fact.rule + fact.words


def test_columns_are_aligned_by_cells() -> None:
    assert list(aligned([("陈必昌", "a"), ("b", "讲话")])) == ["陈必昌  a", "b       讲话"]
    assert cells("陈必昌ab") == 8
