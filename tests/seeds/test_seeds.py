"""The bundled samples: the real article untouched, every file readable, every file explained."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
REAL = "000_e4bf95de7a909d5d.txt"
SHA256 = "93ab8c9b3594d2f795a02ebba7df714b2327f1938593a1f4799c2ac4ed5eb5f5"
FILES = sorted(path for path in SEEDS.iterdir() if path.name != "README.md")


def encoding(path: Path) -> str:
    """The encoding a sample declares: in its name, else UTF-8."""
    return "gb18030" if path.stem.endswith("_gb18030") else "utf-8"


def read(name: str) -> str:
    path = SEEDS / name
    return path.read_bytes().decode(encoding(path))


def test_the_real_article_is_unchanged() -> None:
    assert hashlib.sha256((SEEDS / REAL).read_bytes()).hexdigest() == SHA256


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_sample_decodes_as_declared(path: Path) -> None:
    text = path.read_bytes().decode(encoding(path))
    assert "\ufffd" not in text
    assert not set(map(ord, text)) & (set(range(32)) - {9, 10, 13})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_names_are_plain_and_ordered(path: Path) -> None:
    assert path.name.isascii()
    assert int(path.name.split("_")[0]) == FILES.index(path)


def test_the_readme_lists_each_file() -> None:
    listed = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if f"`{path.name}`" not in listed] == []


def test_the_encoded_sample_is_neither_utf8_nor_gbk() -> None:
    data = next(SEEDS.glob("*_gb18030.txt")).read_bytes()
    for other in ("utf-8", "gbk"):
        with pytest.raises(UnicodeDecodeError):
            data.decode(other)


def test_the_long_sample_is_long() -> None:
    assert len("".join(read("013_20240219_jichuan_dahui.txt").split())) >= 12_000


def test_the_feed_is_well_formed_and_full() -> None:
    items = ElementTree.parse(SEEDS / "017_2023_qingtan_rongmei_feed.xml").findall("channel/item")
    content = "{http://purl.org/rss/1.0/modules/content/}encoded"
    assert len(items) == 4
    assert all("<p>" in (item.findtext(content) or "") for item in items)


def test_two_people_share_a_name() -> None:
    assert "副县长张军" in read("002_20170519_linxi_wenlv.txt")
    assert "院长张军" in read("007_20200422_jichuan_fabuhui.txt")
