"""Bytes to text: strict UTF-8 first, then what the bytes themselves look like, then what they claim to be."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from newstui.model.clean import MARK
from newstui.model.fold import fold
from newstui.model.late import late

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_FAMILY: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "euc_cn": "gb18030",
    "hz": "hz",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "utf-16": "utf-16-le",
}
_SWITCHES: Final = (
    (re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}"), "hz"),
    (re.compile(rb"\x1b\$\)C[^\x0e]*\x0e"), "iso2022_kr"),
    (re.compile(rb"\x1b\$[@B(][^\x1b]{2,}\x1b\("), "iso2022_jp_2"),
)
"""The marks by which encodings of seven bits are known."""
_SAMPLE: Final = 60_000
"""Characters by which candidates are weighed."""

_NATURAL: Final = 0.55
"""Texts in the right encoding weigh about 0.9 and more; in a wrong one 0.4 and less."""

_GB18030_2022: Final = {
    **dict(zip(range(0xE78D, 0xE797), map(ord, "︐︒︑︓︔︕︖︗︘︙"), strict=True)),
    0xE7C7: 0x1E3F,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE832: 0x9FB8,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE864: 0x9FBB,
}
"""Private-use characters of Python's GB18030:2000 that the standard of 2022 maps to assigned ones."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read."""

    text: str
    encoding: str
    lost: int = 0
    """Places that could not be decoded; each stands as ``MARK`` in the text."""
    sure: bool = True
    """Whether the result reads as a natural text or was valid as declared."""

    @property
    def how(self) -> str:
        """For lists: ``gb18030``, ``utf-8 (3 places unreadable)``."""
        notes = [f"{self.lost} places unreadable"] if self.lost else []
        notes += [] if self.sure else ["uncertain"]
        return f"{self.encoding} ({', '.join(notes)})" if notes else self.encoding

    @property
    def doubt(self) -> str | None:
        """What a reader of the text has to know; None where every character is as it was written."""
        if not self.sure:
            return f"read as {self.encoding}, which is uncertain; if it reads wrongly, save it as UTF-8 and take that"
        if self.lost:
            places = "1 place" if self.lost == 1 else f"{self.lost:,} places"
            return f"{places} cannot be read as {self.encoding}; {MARK} stands there"
        return None


def decode(encoded: bytes, declared: str | None = None) -> Decoded:
    """The text of a document. ``declared`` is what its header says, believed only where it fits."""
    for bom, encoding in _BOMS:
        if encoded.startswith(bom):
            return _as(encoded[len(bom) :], encoding)
    if escaped := _escaped(encoded):
        return escaped
    if b"\x00" not in encoded:
        try:
            return Decoded(encoded.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    return _best(encoded, encoding_named(declared))


def encoding_named(declared: str | None) -> str | None:
    """The codec for a declared name, the GB family read as GB18030; None where there is none."""
    try:
        name = codecs.lookup((declared or "").strip(" \t\"'")).name
    except (LookupError, ValueError):
        return None
    name = _FAMILY.get(name, name)
    return name if codecs.lookup(name)._is_text_encoding else None


def weight(text: str) -> float:
    """How much a text looks like Chinese or Western prose: up to 1, negative for noise."""
    sample = text[:_SAMPLE]
    foreign = _FOREIGN.findall(sample)
    if not foreign:
        return 0.9 - 5 * len(_CONTROL.findall(sample)) / (len(sample) or 1)
    common, marks = _common(), _CHINESE_MARKS
    good = sum(
        1.0 if each in common else 0.9 if each in marks else 0.3 if "\u4e00" <= each <= "\u9fff" else 0.0
        for each in foreign
    )
    bad = sum(each == MARK or "\ue000" <= each <= "\uf8ff" for each in foreign) + len(_CONTROL.findall(sample))
    return float(good - 3 * bad) / len(foreign)


def _escaped(encoded: bytes) -> Decoded | None:
    """What is written in seven bits with marks that switch between scripts: HZ, and the ISO 2022 of Japan and Korea."""
    for mark, encoding in _SWITCHES:
        if mark.search(encoded) and encoded.isascii():
            try:
                return Decoded(encoded.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _as(encoded: bytes, encoding: str, declared: bool = True) -> Decoded:
    text = encoded.decode(encoding, "replace")
    if encoding == "gb18030":
        text = text.translate(_GB18030_2022)
    lost = text.count(MARK) - encoded.count(MARK.encode()) if encoding == "utf-8" else text.count(MARK)
    return Decoded(text, encoding, lost, declared or (weight(text) >= _NATURAL and _reads_well(text)))


def _reads_well(text: str) -> bool:
    """Whether the commonest characters are as common in a text as in Chinese prose; too short a text may be any."""
    return len(_HAN.findall(text[:_SAMPLE])) < _ENOUGH or _frequency(text) >= _FAIR


def _frequency(text: str) -> float:
    """The share of the commonest characters among the Chinese ones of a text."""
    characters = _HAN.findall(text[:_SAMPLE])
    return sum(fold(each) in _FREQUENT for each in characters) / (len(characters) or 1)


def _best(encoded: bytes, declared: str | None) -> Decoded:
    """The candidate that reads best; the earlier of equals, the declared one first."""
    wide = [f"utf-{width}-{end}" for width in _widths(encoded) for end in ("le", "be")]
    names = dict.fromkeys([declared or "utf-8", "utf-8", "gb18030", "big5hkscs", *wide])
    head = encoded[: 4 * _SAMPLE]
    weights = {name: weight(head.decode(name, "replace")) for name in names}
    best = max(weights, key=lambda name: round(weights[name], 1))
    found = _as(encoded, best, declared=best == declared)
    if weights[best] < _NATURAL and (pieces := _by_line(encoded)):
        return pieces
    told = _as(encoded, declared) if declared else None
    if told and not told.lost and (not found.sure or (declared in _NEIGHBOURS and _frequency(found.text) < _CLEAR)):
        return told
    if weights[best] >= _NATURAL:
        return found
    return _guess(encoded) or _valid(encoded, names) or _as(encoded, best, declared=False)


def _widths(encoded: bytes) -> list[int]:
    """The widths of UTF that the bytes may be in without saying so."""
    two = len(encoded) % 2 == 0 and (b"\x00" in encoded or len(encoded) < _SAMPLE)
    return [16] * two + [32] * (len(encoded) % 4 == 0 and b"\x00\x00" in encoded)


def _by_line(encoded: bytes) -> Decoded | None:
    """A file glued of pieces in UTF-8 and GB18030."""
    text = "".join(_line(line) for line in encoded.splitlines(keepends=True))
    if b"\x00" in encoded or weight(text) < _NATURAL:
        return None
    return Decoded(text, "utf-8 and gb18030 by line", text.count(MARK))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("gb18030", "replace").translate(_GB18030_2022)


def _guess(encoded: bytes) -> Decoded | None:
    """What charset-normalizer says, for the rest of the world."""
    from charset_normalizer import from_bytes

    match = from_bytes(encoded[:_SAMPLE]).best()
    if match is None or b"\x00" in encoded:
        return None
    found = _as(encoded, match.encoding, declared=False)
    return Decoded(found.text, found.encoding, found.lost, sure=False) if found.lost == 0 else None


def _valid(encoded: bytes, names: dict[str, None]) -> Decoded | None:
    """The first candidate under which every byte is valid, though it reads as no text we know."""
    readings: Iterator[Decoded] = (_as(encoded, name, declared=False) for name in names)
    return next((reading for reading in readings if not reading.lost), None)


@cache
def _common() -> frozenset[str]:
    """The characters of everyday text: the first levels of GB2312 (3,755) and of Big5 (5,401)."""
    rows = range(0xB0, 0xD8)
    simplified = b"".join(bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF)).decode("gb2312", "ignore")
    cells = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    traditional = b"".join(bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells).decode("big5", "ignore")
    return frozenset(simplified + traditional)


_NEIGHBOURS: Final = frozenset(("cp949", "johab", "euc_jp"))
"""Encodings of two bytes whose short texts look like Chinese ones."""
_FREQUENT: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "三之进着等部度家电力里如水化高自二理起小现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全"
    "表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料"
    "员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手期根论运农指几九区强放决西被干做必战先回则任取"
    "据处队南给色光门即保治北造百规热领七海口东导压世志金增争济思术交受联什认六共权收证改清己再采转更单切打白教速花带安场身车例真务"
    "具万每目至达走积示议声报完类八离华名确才科张信马节话米整空元况今集温传土许步群广记需段研界林律叫且究观越织装影低持音众书布复容"
    "儿须际商非验连断深难近千周委素技备半办青省列习响约支般史感劳便团往市克何除消构府称太准精值号率族维划选标写存候亲快效院查江型眼"
    "王按格养易置派层片始却专状育厂京识适属包火住调满县局照参红细引听该铁价严召席镇乡村街书记贯彻落项目推务会议"
)
"""About six hundred that make up eight tenths of Chinese prose."""
_FAIR: Final = 0.25
_CLEAR: Final = 0.6
_ENOUGH: Final = 20
_HAN: Final = late(r"[\u3400-\u9fff\uf900-\ufaff]")
_FOREIGN: Final = late(r"[^\x00-\x7f]")
_CONTROL: Final = late(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f]")
_CHINESE_MARKS: Final = frozenset(
    "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％　０１２３４５６７８９×°℃①②③④⑤⑥⑦⑧⑨⑩"
)
