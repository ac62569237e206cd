"""Every encoding that Chinese news comes in, with headers that lie."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.intake.decode import decode, weight
from newstui.model.clean import MARK

SIMPLIFIED = "青禾县召开春季农业生产工作会议\n\n　　3月11日，县委书记张远帆出席会议并讲话，强调“抓早、抓细、抓实”。"
TRADITIONAL = "青禾縣召開春季農業生產工作會議\n\n　　3月11日，縣長出席會議並講話，強調「抓早、抓細、抓實」。"
SHORT = "召开会议"
RARE = "彭㛃、䶮、镕、喆、堃、犇出席"
LATIN = "Plain words only.\n"

CASES = [
    (text, name)
    for text in (SIMPLIFIED, TRADITIONAL, SHORT, RARE, LATIN)
    for name in (
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "gb18030",
        "gbk",
        "big5",
        "big5hkscs",
    )
    if text.encode(name, "ignore").decode(name) == text
]


@pytest.mark.parametrize(("text", "name"), CASES, ids=lambda value: value[:6].strip())
def test_every_encoding_is_read_without_being_told(text: str, name: str) -> None:
    found = decode(text.encode(name))
    assert found.text.lstrip("\ufeff") == text
    assert found.lost == 0


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "gb2312", "GBK", "big5", "iso-8859-1", "x-user-defined", "utf-16", "rot13", "\x00"]
)
@pytest.mark.parametrize("name", ["utf-8", "gb18030"])
def test_a_lying_header_changes_nothing(name: str, declared: str | None) -> None:
    assert decode(SIMPLIFIED.encode(name), declared).text == SIMPLIFIED


def test_a_true_header_settles_a_doubt() -> None:
    assert decode("縣府".encode("big5"), "big5").text == "縣府"
    assert decode("会议".encode("gbk"), "gb2312").text == "会议"


def test_gb18030_reaches_beyond_gbk() -> None:
    text = "喆𠮷㑇—€ é ǹ ḿ"
    assert decode(text.encode("gb18030") + SIMPLIFIED.encode("gb18030")).text.startswith(text[:5])
    assert decode(b"\xa8\xbc" + SIMPLIFIED.encode("gb18030")).text.startswith("ḿ")


def test_what_is_lost_is_marked_and_counted() -> None:
    broken = SIMPLIFIED.encode("gbk")
    found = decode(broken[:21] + b"\xff" + broken[21:])
    assert found.encoding == "gb18030"
    assert found.lost >= 1
    assert MARK in found.text
    assert "unreadable" in found.how


def test_utf_8_cut_in_a_character_stays_utf_8() -> None:
    found = decode(SIMPLIFIED.encode()[:-1])
    assert found.encoding == "utf-8"
    assert found.text.startswith(SIMPLIFIED[:-1])
    assert found.lost == 1


def test_pieces_of_two_encodings_in_one_file() -> None:
    found = decode(SIMPLIFIED.encode() + b"\n" + SIMPLIFIED.encode("gbk"))
    assert found.text == SIMPLIFIED + "\n" + SIMPLIFIED
    assert "by line" in found.how


def test_marks_that_stood_in_the_text_are_not_counted() -> None:
    assert decode((MARK + SIMPLIFIED).encode()).lost == 0
    assert decode(codecs.BOM_UTF8 + (MARK + SIMPLIFIED).encode()).lost == 0


def test_other_scripts_are_flagged_as_uncertain() -> None:
    found = decode("Заседание правительства состоялось вчера вечером в городе".encode("cp1251") * 3)
    assert not found.sure
    assert "uncertain" in found.how


def test_nul_bytes_do_not_make_utf_16() -> None:
    assert decode(SIMPLIFIED.encode() + b"\x00" + SIMPLIFIED.encode()).text == f"{SIMPLIFIED}\x00{SIMPLIFIED}"


def test_prose_outweighs_noise() -> None:
    assert weight(SIMPLIFIED) > 0.9
    assert weight(SIMPLIFIED.encode("gbk").decode("big5", "replace")) < 0.5
    assert weight(SIMPLIFIED.encode().decode("gbk", "replace")) < 0.5


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "gbk", "utf-16", "nonsense"]))
def test_any_bytes_are_some_text(encoded: bytes, declared: str | None) -> None:
    found = decode(encoded, declared)
    assert not any("\ud800" <= each <= "\udfff" for each in found.text)
    assert found.lost >= 0


KOREAN = "정부는 오늘 새로운 경제 대책을 발표했다. 총리는 기자회견에서 물가 상승에 대응하겠다고 말했다."
JAPANESE = "本日、政府は新しい経済対策を決定した。首相は記者会見で、物価高への対応を急ぐと述べた。"


@pytest.mark.parametrize(
    ("text", "name"), [(SIMPLIFIED, "hz"), (JAPANESE, "iso2022_jp"), (KOREAN, "iso2022_kr"), (SHORT, "hz")]
)
def test_encodings_of_seven_bits_are_known_by_their_marks(text: str, name: str) -> None:
    found = decode(text.encode(name))
    assert (found.text, found.doubt) == (text, None)


@pytest.mark.parametrize("text", ["~{ is no mark", "~{~}", "a ~{xyz~} b", "\x1b$B", "\x1b[31mred"])
def test_such_marks_in_plain_words_change_nothing(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (KOREAN, "euc-kr"),
        (KOREAN[:4], "euc-kr"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "shift_jis"),
        (JAPANESE[:9], "euc-jp"),
    ],
)
def test_neighbours_are_read_as_declared_and_never_as_chinese_unseen(text: str, name: str) -> None:
    found = decode(text.encode(name), name)
    assert (found.text, found.doubt) == (text, None)
    unsaid = decode(3 * text.encode(name))
    assert unsaid.text == 3 * text or unsaid.doubt or len(text) < 20


@pytest.mark.parametrize("name", ["euc-kr", "euc-jp", "shift_jis", "koi8-r"])
def test_chinese_under_a_foreign_header_stays_chinese(name: str) -> None:
    assert decode(SIMPLIFIED.encode("gbk"), name).text == SIMPLIFIED
    assert decode(TRADITIONAL.encode("big5"), name).text == TRADITIONAL


def test_a_doubt_says_what_to_do() -> None:
    assert "save it as UTF-8" in str(decode(KOREAN.encode("euc-kr")).doubt)
    assert "1 place " in str(decode(SIMPLIFIED.encode("gbk")[:20] + b"\xff" + SIMPLIFIED.encode("gbk")[20:]).doubt)
    assert decode(SIMPLIFIED.encode("gbk")).doubt is None
