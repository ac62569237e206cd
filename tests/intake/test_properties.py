"""Whatever comes in, articles or failures come out; nothing raises, and what is stored is clean."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.intake.failed import Failed
from newstui.model.article import Article
from newstui.model.clean import clean
from tests.intake.given import of_bytes, taken

NAUGHTY = Path(__file__).parents[3] / "shared" / "adversarial" / "blns.json"
STRINGS: list[str] = (
    json.loads(NAUGHTY.read_text(encoding="utf-8")) if NAUGHTY.is_file() else ["\x00", "[/]", "\u202e", "\x1b]0;x\x07"]
)
SEEDS = [
    b"<html><head><title>t</title></head><body><h1>t</h1><p>%s</p>",
    b"<?xml version='1.0'?><rss><channel><item><title>%s</title><description>%s",
    b'{"title": "%s", "text": "%s"}\n',
    b'[{"text": "%s"}, %s',
    b"title,text\n%s,%s\n",
    b"---\ntitle: %s\n---\n%s",
    b"PK\x03\x04%s",
    b"\x1f\x8b\x08%s",
    b"\xff\xfe%s",
    b"%s",
]


def sound(found: list[Article | Failed]) -> None:
    for each in found:
        if isinstance(each, Failed):
            assert each.reason
            assert each.origin.isprintable()
            each.reason.encode()
        else:
            assert each.text == clean(each.text)
            assert each.id
            for field in (each.title, each.source, each.author, each.ref, each.url):
                assert field is None or not any("\ud800" <= letter <= "\udfff" for letter in field)
            for line in (each.title, each.source, each.author):
                assert line is None or "\n" not in line


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(SEEDS),
    st.one_of(st.binary(max_size=200), st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass"))),
)
def test_any_bytes_in_any_shape(seed: bytes, filling: bytes) -> None:
    sound(of_bytes(seed.replace(b"%s", filling)))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_packed(filling: bytes) -> None:
    found = of_bytes(gzip.compress(filling))
    sound(found)


@settings(max_examples=150, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["title", "text", "date", "source", "id", "x"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_any_json(value: object) -> None:
    sound(of_bytes(json.dumps(value).encode(), "x.jsonl"))
    sound(of_bytes(json.dumps(value, indent=1).encode()))


@pytest.mark.parametrize("field", ["title", "text", "date", "source", "author", "url", "id"])
def test_naughty_strings_in_every_field(field: str) -> None:
    lines = [json.dumps({"title": "会议召开", "text": "会议强调。", field: string}) for string in STRINGS]
    found = of_bytes("\n".join(lines).encode())
    assert len(found) == len(lines)
    sound(found)


def test_naughty_strings_in_pages_feeds_and_tables() -> None:
    for string in STRINGS:
        sound(
            of_bytes(
                f"<html><title>{string}</title><p>{string}</p><p>会议强调，要抓好落实。</p>".encode("utf-8", "replace")
            )
        )
        sound(
            of_bytes(
                f"<rss><channel><item><title>会议{string}</title></item></channel></rss>".encode("utf-8", "replace")
            )
        )
        sound(of_bytes(f"title,text\n会议,{string}。\n".encode("utf-8", "replace")))


def test_an_article_is_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("会议召开\n\n会议强调，要抓好落实。", encoding="utf-8")
    assert taken(tmp_path) == taken(tmp_path)
