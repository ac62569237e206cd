"""The places a text names, with their level, by their short names, alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newstui.model.late import late
from newstui.parsing import lexicon, words
from newstui.parsing.hanzi import LEVELS
from newstui.parsing.text import pairs

_NO_PLACE: Final = frozenset("是的有为以全我本该各省市县区州旗镇乡和与及在各到来个两三四五多城")
_ACTING: Final = ("委", "政", "人", "市长", "区长", "副市长", "副区长", "召开", "举行", "举办", "组织", "开展", "部署")
"""What follows a city or district that acts."""
_DISTRICT: Final = late("[\u4e00-\u9fff]{2,3}[区县]")
_BEFORE_PLACE: Final = frozenset("省市州区在到赴往来临抵驻对向由为与和及是")
_AFTER_SHORT: Final = late(
    "供销(?:联?社|合作社)|公安|检察院|法院|税务|农商|融媒|供电|"
    "[一二三四五六]中|[一二三]院|大学|学院|中学|医院|教育|开发区|经开区|高新区|分会场|日报|晚报|新闻|海关|机场|军分区|电视台|广播|发布|讯|大市"
)
_AIMED_AT: Final = late("(?:平安|法治|绿色|美丽|幸福|文明|健康|数字|活力|清廉|和谐|魅力|生态|智慧|诚信|富美|绿美)$")
"""Before a place by its short name what it is to be: 平安青溪."""
_TOWARDS: Final = frozenset("赴到往来访与")
"""Before a city somebody goes to."""
_LEVELS: Final = tuple("省市县区州旗镇乡村街")
_BORN: Final = late("[^,。;]{0,6}人[,。;]")
"""Behind the place somebody comes from: 湖南青溪人."""
_FAR: Final = 8
"""So near before a place stands the other country it is in: 韩国首尔市江南区."""
_AUTONOMOUS: Final = late(
    "(.{2,3}?)(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家?|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|锡伯|仫佬"
    "|羌|布朗|撒拉|毛南|仡佬|普米|塔吉克|怒|保安|裕固|独龙|达斡尔|各)族?)+自治县"
)
"""The short name of an autonomous county: 松桃 of 松桃苗族自治县."""
_SMALL_WORDS: Final = frozenset("和与向对同为大在从于")
_LENGTHS: Final = tuple(range(16, 0, -1))
"""How long the name of a place may be without its level word; names of autonomous counties are the longest."""
_LONGEST: Final = 8
_FRONT: Final = 1200
"""So far into a text places are looked for by their short names."""
_CITIES: Final = frozenset(("北京", "天津", "上海", "重庆"))
_REGIONS: Final = frozenset(("内蒙古", "广西", "西藏", "宁夏", "新疆"))
_PEOPLES: Final = {"广西": "壮族", "宁夏": "回族", "新疆": "维吾尔"}
"""Whose the autonomous regions are."""


def places(text: str, level: str) -> Iterator[str]:
    """The places of a level that a text names, in order."""
    for found in _level(level).finditer(text):
        start, end = found.span()
        for length in _LENGTHS[0 if text.startswith("自治", start - 2) else _LONGEST :]:
            name = text[max(0, start - length) : end]
            known = length <= start and words.is_place(name) and not _is_common(name)
            if known and (length > 1 or _stands_alone(text, start - 1)):
                if not abroad().search(text, max(0, end - len(name) - _FAR), end - len(name)):
                    yield name
                break
        else:
            yield from _unlisted(text, start, end)


def _is_common(name: str) -> bool:
    """Whether the name is a kind of place: 城市, 文明城市."""
    return name in words.no_places() or (len(name) > 3 and name.endswith("城市"))


def _stands_alone(text: str, at: int) -> bool:
    """Whether no letter of a longer name stands before this place."""
    return at < 1 or not "\u4e00" <= text[at - 1] <= "\u9fff" or text[at - 1] in _BEFORE_PLACE


def _unlisted(text: str, start: int, end: int) -> Iterator[str]:
    """A place the list lacks: two letters that no word claims, before 县, 镇, 乡."""
    name = text[max(0, start - 2) : end]
    if not all("\u4e00" <= letter <= "\u9fff" for letter in name):
        return
    acts = text.startswith(_ACTING, end) or (text[start:end] == "市" and _DISTRICT.match(text, end))
    if text[start:end] in "市区" and acts and start > 1 and _stands_alone(text, start - 2):
        if not set(name[:2]) & _NO_PLACE and not words.level(name[:2]):
            yield name
        return
    apart = start < 3 or not words.level(text[start - 3 : start - 1])
    short = len(name) == 3 and text[start:end] in "县镇乡旗" and not set(name[:2]) & _NO_PLACE
    if short and apart and not words.level(name[:2]):
        yield name


@cache
def abroad() -> re.Pattern[str]:
    """The names of other countries."""
    return re.compile(lexicon.either(name for name in lexicon.words("places", "countries") if name != "中国"))


@cache
def _level(level: str) -> re.Pattern[str]:
    return re.compile("自治区" if level == "自治区" else f"{level}(?!长|级|场|域|容|民)")


def by_short_name(text: str, level: str, whole: bool) -> str | None:
    """A place named without its level word: 甘肃, or 青溪 in 青溪一中; anywhere in a headline (``whole``)."""
    if level in ("省", "自治区"):
        found = next((one for one in _province().finditer(text) if not _BORN.match(text, one.end())), None)
        region = found is not None and found.group() in _REGIONS
        if found is None or region != (level == "自治区"):
            return None
        return found.group() + (_PEOPLES.get(found.group(), "") if region else "") + level
    known, heads = _short_names(level)
    for at in [at for at, pair in enumerate(pairs(text[:_FRONT])) if pair in heads]:
        for name in (text[at : at + 2], text[at : at + 3]):
            if name in known and _stands_for(text, at, at + len(name), whole):
                return known[name]
    return None


def _stands_for(text: str, start: int, end: int, whole: bool) -> bool:
    """Whether the name that ends here may stand for the place: one of a headline, but not 三河 of 三河镇."""
    if whole or _AIMED_AT.search(text, max(0, start - 2), start):
        return text[end : end + 1] not in _LEVELS
    return _AFTER_SHORT.match(text, end) is not None


@cache
def _short_names(level: str) -> tuple[dict[str, str], frozenset[str]]:
    """The places of a level by their names of two and three letters without its word, and the first two of these."""
    known = words.places()
    short = {
        name[: -len(level)]: name
        for name in known - words.no_places()
        if name.endswith(level) and name[: -len(level)] in known and 1 < len(name) - len(level) < 4
        if level != "区" or words.level(name[:-1]) < 2  # 振兴, 新华
        if name[0] not in _SMALL_WORDS
    }
    if level == "县":
        ruled = (found for name in known if name.endswith("自治县") and (found := _AUTONOMOUS.match(name)))
        own = (found for found in ruled if not words.level(found[1]) and f"{found[1]}市" not in known)
        short |= {found[1]: found[0] for found in own if found[1] not in _provinces()}
    return short, frozenset(name[:2] for name in short)


def only_city(text: str) -> str | None:
    """The only city a text names, by its short name alone and more than once: 青溪 for 青溪市."""
    known, heads = _short_names("市")
    named: dict[str, int] = {}
    for at in [at for at, pair in enumerate(pairs(text[:_FRONT])) if pair in heads]:
        name = next((text[at : at + size] for size in (2, 3) if text[at : at + size] in known), "")
        if name and text[at - 1 : at] in _TOWARDS:
            return None
        if name and text[at + len(name) : at + len(name) + 1] not in _LEVELS:
            named[name] = named.get(name, 0) + 1
    city = next(iter(named)) if len(named) == 1 and max(named.values()) > 1 else ""
    return known[city] if city and not any(city + level in text for level in _LEVELS) else None


@cache
def _province() -> re.Pattern[str]:
    return re.compile(lexicon.either(name for name in lexicon.words("places", "provinces") if name not in _CITIES))


def is_known(place: str) -> bool:
    """Whether a name is surely a place: a province, one with its level word, one that has a level word elsewhere."""
    known = words.places()
    leveled = f"{place}市" in known or f"{place}县" in known or f"{place}区" in known
    if leveled and (place in known or not words.level(place)):
        return len(place) > 1
    return place in known and (place[-1] in LEVELS or place in _provinces())


@cache
def _provinces() -> frozenset[str]:
    return frozenset(lexicon.words("places", "provinces", "countries"))
