"""How names are read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.archive.pinyin import MOST, readings, spellings, toned
from newstui.parsing.lexicon import table

NAMES = """
陈必昌      chenbichang    cbc    Chén Bìchāng
單田芳      shantianfang   stf    Shàn Tiánfāng
解文远      xiewenyuan     xwy    Xiè Wényuǎn
曾小满      zengxiaoman    zxm    Zēng Xiǎomǎn
仇立人      qiuliren       qlr    Qiú Lìrén
盖青山      geqingshan     gqs    Gě Qīngshān
查一鸣      zhayiming      zym    Zhā Yīmíng
朴东日      piaodongri     pdr    Piáo Dōngrì
区大海      oudahai        odh    Ōu Dàhǎi
任远        renyuan        ry     Rén Yuǎn
乐明        yueming        ym     Yuè Míng
尉迟安      yuchian        yca    Yùchí Ān
万俟青      moqiqing       mqq    Mòqí Qīng
长孙明      zhangsunming   zsm    Zhǎngsūn Míng
令狐墨川    linghumochuan  lhmc   Línghú Mòchuān
澹台雪      tantaixue      ttx    Tántái Xuě
单于青      chanyuqing     cyq    Chányú Qīng
王西安      wangxian       wxa    Wáng Xī'ān
李　燕      liyan          ly     Lǐ Yàn
单增旺堆    danzengwangdui dzwd   Dānzēng Wàngduī
艾力·库尔班 ailikuerban    alkeb  Àilì·Kù'ěrbān
José·García josegarcia     jg     José·García
"""


@pytest.mark.parametrize("case", NAMES.strip().splitlines())
def test_names(case: str) -> None:
    name, full, initials, shown = (
        [part for part in case.split(maxsplit=3) if part] if "　" not in case else spaced(case)
    )
    assert readings(name) == (full, initials)
    assert toned(name) == shown


def spaced(case: str) -> list[str]:
    """A line whose name holds a space."""
    surname, given_name, *rest = case.split(maxsplit=4)
    return [f"{surname}　{given_name}", *rest]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("任长青", {"renchangqing", "renzhangqing"}),
        ("覃伟", {"qinwei", "tanwei"}),
        ("吕明", {"lvming", "luming", "lyuming"}),
        ("单增光", {"danzengguang", "shanzengguang"}),
        ("乐行", {"yuexing", "yuehang", "lexing", "lehang"}),
    ],
)
def test_a_name_read_in_several_ways_is_found_by_each(name: str, typed: set[str]) -> None:
    assert {spelling.full for spelling in spellings(name)} == typed


@given(st.text(st.sampled_from("陈单长行吕·. Aé-\n𠮷䶮") | st.characters(), max_size=12))
def test_every_name_has_a_spelling(name: str) -> None:
    found = spellings(name)
    assert 1 <= len(found) <= MOST
    assert readings(name) == found[0]
    assert isinstance(toned(name), str)


def test_every_reading_of_the_table_is_pinyin() -> None:
    for section in table("surname_readings").values():
        for characters, listed in section.items():
            syllables = listed.split()
            assert len(characters) == 1 or len(characters) == len(syllables)
            for syllable in listed.replace("/", " ").split():
                bare = unicodedata.normalize("NFD", syllable)
                assert all(each in "abcdefghijklmnopqrstuvwxyz\u0300\u0301\u0304\u030c\u0308" for each in bare), (
                    syllable
                )
