"""What the whole text says of candidates: neighbours in lists, second mentions, places, bodies of the same letters."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import Final

from newstui.parsing import contexts, lexicon, ranks, words
from newstui.parsing.candidates import ALMOST, ENOUGH, Candidate
from newstui.parsing.text import occurrences, pairs

_LISTED: Final = "、 "
_LINKS: Final = ("、", ",", "等")
_REACH: Final = 20
_UNITS: Final = (
    *lexicon.words("organs", "kinds"),
    *("局", "厅", "委", "协会", "学会", "中心", "街道", "社区", "镇", "乡"),
    *("车间", "分场", "工段", "工区", "班组", "项目部", "分局", "支行", "支队", "大队", "中队"),
    *("部", "处", "科", "队", "所"),
)
"""What ends the body that stands before each name of a list: 青石大学王某、白沙学院李某."""
_FIRMS: Final = ("公司", "集团", "合作社", "联合社", "商会", "协会", "基金会", "研究院", "药业", "实业")
_GROWING: Final = tuple(done + what for done in ("种植", "养殖", "种养") for what in ("专业", "合作社", "农民", "有限"))
"""Verbs of people that begin the names of cooperatives."""
_IN_CLAUSE: Final = frozenset(("name-before-verb", "name-in-clause"))
"""Rules of candidates that no rank announces."""
_PAIR: Final = 2
"""So many letters has the short name of a firm."""
_HEAVIER: Final = 2.0
"""By so much a name behind a rank outweighs one before it that has it not."""
LONGEST_RANK: Final = 12
"""No rank behind a name is so long."""
_SHORTEST: Final = 4
_FARTHEST: Final = 40
"""Between so many letters and so many stands a firm with the posts of its officer."""
_PART: Final = 8
"""So long the parts of a list of places are at most, with the mark before them."""
_SUMS: Final = (
    *("乡镇", "镇村", "镇街", "街道", "社区", "村庄", "片区", "小区", "景区", "企业", "公司", "单位", "部门", "项目"),
    *("领域", "方面", "行业", "产业", "环节", "专业", "学科", "课程", "板块"),
    *("树种", "品种", "作物", "产品", "品牌", "蔬菜", "水果", "花卉", "药材"),
    *("展品", "藏品", "文物", "水产", "鱼类", "动物", "植物", "物种", "设施", "设备", "器材", "材料", "物资"),
    *("食材", "食品", "美食", "小吃", "菜品", "特产", "景点", "剧种", "游戏", "活动", "疾病", "病种", "症状"),
    *("高速", "公路", "铁路", "道路", "线路", "航线", "河流", "水库", "大桥", "隧道"),
    *("学校", "医院", "村", "镇", "乡", "县", "市", "区", "旗", "地", "国"),
)
"""What sums up a list of places or bodies: 等乡镇, 六个片区."""
_OF_PEOPLE: Final = (
    "班子",
    "主要",
    "有关",
    "相关",
    *"领干长民党书主委人工政级师学医职居家群员直四五处总高内外际方副正局科院厅机各全镇村街",
)
"""What makes people of such a word: 等镇领导."""
_STAFFED: Final = frozenset(("企业", "公司", "单位", "部门", "行业", "领域", "学校", "医院"))
_STAFF: Final = ("负责", "代表", "嘉宾", "经理", "专家", "老师", "同志", "教师", "校长")
"""What makes people of such words too: 等企业负责人; those of towns may be their heads: 等市负责人."""
_PLACE_FRONT: Final = 3
"""So many letters of a place abroad are looked at before a candidate."""
_MEASURES: Final = "个条座所"
"""Behind the number of what is listed: 青白、黄平两条高速公路."""
_NUMERALS: Final = "0123456789一二三四五六七八九十两几多"


def beside(found: list[Candidate], sure: list[Candidate], text: str) -> list[Candidate]:
    """The same, heavier where a sure name stands beside it in a list, a body before each at most."""
    starts, ends = {one.start for one in sure}, {one.end for one in sure}
    lifted = []
    third = {one.end for one in sure if one.start - 1 in ends and text[one.start - 1] in _LISTED}
    for one in found:
        more = 1.5 if one.start - 1 in ends and text[one.start - 1] in _LISTED else 0.0
        more += 0.5 if more and one.start - 1 in third else 0.0
        if one.end + 1 in starts:
            more += 1.5 if text[one.end] in _LISTED else 1.0 if text[one.end] in "和与" else 0.0
        if more and text.endswith(_UNITS, 0, one.start):
            more += 0.5
        if not more and text[one.end : one.end + 1] in _LINKS and text.endswith(_UNITS, 0, one.start):
            more = 1.0 if text.rfind("、", max(0, one.start - _REACH), one.start) in ends else 0.0
        lifted.append(one.heavier(more, "name-in-list") if more else one)
    return lifted


def against_ranks_taken(found: list[Candidate], sure: list[Candidate], text: str) -> list[Candidate]:
    """The same, lighter where a candidate begins behind the rank of another name or in it: 获奖 of 吴某副会长获奖.

    A heavier one keeps the rank where the one before it stands in the midst of a clause: 青石华耀副总经理王某;
    one behind two letters in a list, which are its firm, does so too: 李某、青钢董事长王某.
    """
    starts = {one.start for one in found}
    near = [one for one in sure if not starts.isdisjoint(range(one.end + 1, one.end + LONGEST_RANK))]
    ranked = [(one, one.end + ranks.after(text, one.end)) for one in near]
    ends = {end: one for one, end in ranked if end > one.end and (one.rule in _IN_CLAUSE or _is_in_list(one))}
    rivals = ((one, ends[one.start]) for one in sure if one.start in ends)
    lost = {before.start for one, before in rivals if _is_in_list(before) or one.weight > before.weight + _HEAVIER}
    after = {at for one, end in ranked if one.start not in lost for at in range(one.end + 1, end + 1)}
    if not after and not lost:
        return found
    firms = {one.name for one in sure if one.start in lost and _is_in_list(one)}
    found = [one for one in found if one.name not in firms]
    return [one.heavier(-3.5) if one.start in after or one.start in lost else one for one in found]


def _is_in_list(one: Candidate) -> bool:
    """Whether only its place in a list speaks for two letters, which may be those of a firm."""
    return one.rule == "name-in-list" and len(one.name) == _PAIR


def against_firms(found: list[Candidate], text: str) -> list[Candidate]:
    """The same, lighter where a candidate begins the name of a firm whose officer is named: 雷克兰用品公司主任王某."""
    named = [one.start for one in found if one.rule == "name-after-post" and one.weight >= ENOUGH]
    fronts = "\n".join([text[max(0, at - _FARTHEST) : at] for at in named])
    if not any(firm in fronts for firm in _FIRMS):
        return found
    return [one.heavier(-4.5) if _begins_firm(one, text, named) else one for one in found]


def _begins_firm(one: Candidate, text: str, named: list[int]) -> bool:
    """Whether nothing but a firm and the posts of somebody who is ``named`` stands behind a candidate."""
    if one.rule != "name-in-clause" and not text.startswith(_GROWING, one.end):
        return False
    at = bisect_left(named, one.end + _SHORTEST)
    officer = named[at] if at < len(named) else len(text)
    between = text[one.end : officer] if officer - one.end < _FARTHEST else ""
    joined = between[:1] in ("和", "与", "及", "同")
    return between.isalpha() and not joined and any(firm in between for firm in _FIRMS)


def longer_or_shorter(found: list[Candidate]) -> list[Candidate]:
    """Of two candidates that begin alike, the one the whole text bears out: 张泽民, if 张泽 stands nowhere else."""
    starts: defaultdict[str, set[int]] = defaultdict(set)
    longer: defaultdict[str, set[int]] = defaultdict(set)
    sure = {one.name for one in found if one.weight >= ENOUGH}
    for one in found:
        if one.weight >= ALMOST or one.name in sure:
            starts[one.name].add(one.start)
    for name, where in starts.items():
        if name[:-1] in starts:
            longer[name[:-1]] |= where
    if not longer:
        return found
    shift: dict[str, float] = {}
    for name, where in starts.items():
        if name in longer and where <= longer[name]:
            shift[name] = -min(0.6 * len(where), 1.8)
        shorter = starts.get(name[:-1])
        if shorter:
            shift[name] = _against_shorter(len(where), len(shorter - longer[name[:-1]]))
    return [one.heavier(shift[one.name]) if shift.get(one.name) else one for one in found]


def _against_shorter(times: int, apart: int) -> float:
    """How much heavier a name is that stands so many times, where a letter less of it stands ``apart`` so often."""
    if not apart and times > 1:
        return min(0.6 * times, 1.8)
    if apart > 2 * times:
        return -0.6 * min(apart, 4)
    return -0.9 if apart >= times else 0.0


def against_places(found: list[Candidate], text: str) -> list[Candidate]:
    """The same, lighter where the text names a place so somewhere, and nowhere a person of some rank: 朱家尖街道."""
    ranked = [one for one in found if one.rule == "name-after-post" and one.weight >= ENOUGH]
    people = {one.name for one in ranked}
    others = [one for one in found if one.name not in people]
    listed = _places_listed(text, frozenset(one.end for one in ranked))
    places = {one.name for one in others if one.end in listed or contexts.is_placed(text, one.start, one.end)}
    return [one.heavier(-4.5) if one.name in places else one for one in found] if places else found


def _places_listed(text: str, people: frozenset[int]) -> frozenset[int]:
    """Where the parts end of lists that a word for places sums up: 青石、白沙和黄田等乡镇, 青石、白沙两个镇.

    ``people`` are the ends of names behind a rank, whose lists are of people.
    """
    ends: set[int] = set()
    barred = set(people)
    for word in f"等{_MEASURES}":
        for at in occurrences(text, word):
            end = at if word == "等" else _before_number(text, at)
            if end <= 0 or _link_before(text, end) < 0 or not _sums_up(text, at + 1):
                continue
            parts = {end}
            while (mark := _link_before(text, end)) >= 0:
                parts.add(mark)
                if mark in ends or mark in barred:
                    break
                end = mark
            if not barred.isdisjoint(parts):
                barred |= parts
            else:
                ends |= parts
    return frozenset(ends)


def _link_before(text: str, end: int) -> int:
    """Where the mark or the word stands that links a part of a list to the one before, -1 for none."""
    first = max(0, end - _PART)
    return max(text.rfind("、", first, end), text.rfind("和", first, end))


def _before_number(text: str, at: int) -> int:
    """Where the number before a measure begins, -1 for none."""
    start = at
    while start and text[start - 1] in _NUMERALS:
        start -= 1
    return start if start < at else -1


def _sums_up(text: str, at: int) -> bool:
    """Whether a word for places stands here, at most behind a number."""
    rest = text[at : at + 8].lstrip(_NUMERALS).lstrip(_MEASURES)
    rest = rest[2:] if rest.startswith(("重点", "多个", "各个", "相关", "有关")) else rest.removeprefix("各")
    if not rest.startswith(_SUMS):
        return False
    word = next(word for word in _SUMS if rest.startswith(word))
    return not rest.startswith(_OF_PEOPLE, len(word)) and not (word in _STAFFED and rest.startswith(_STAFF, len(word)))


def against_bodies(found: list[Candidate], bodies: Counter[str]) -> list[Candidate]:
    """The same, lighter where the letters stand as often for a place or a body: 黄石市."""
    counts = Counter([one.name for one in found])
    known = {name for name, count in bodies.items() if count >= counts[name] + (len(name) > 2)}
    return [one.heavier(-3.0) if one.name in known else one for one in found] if known else found


def again(found: list[Candidate]) -> list[Candidate]:
    """The same, heavier where the name is sure elsewhere in the text or almost sure twice."""
    sure = {one.name for one in found if one.weight >= ENOUGH}
    counts = Counter([one.name for one in found if one.weight >= ALMOST])
    lifted = []
    for one in found:
        if one.name in sure:
            lifted.append(one.heavier(2.0))
        elif counts[one.name] > 1 and one.weight >= ALMOST:
            lifted.append(one.heavier(1.0, "name-said-again"))
        else:
            lifted.append(one)
    return lifted


def without_tails(sure: list[Candidate]) -> list[Candidate]:
    """The same without names that are only the end of another one: 大年 beside 王大年, 和泽曼 beside 泽曼."""
    counts = Counter([one.name for one in sure])
    joined = {name for name in counts if name[0] in "和与" and counts[name[1:]] > counts[name]}
    tails = {name[1:] for name in counts if len(name) > 2 and name not in joined}
    return [one for one in sure if one.name not in tails and one.name not in joined]


def without_places_abroad(sure: list[Candidate], text: str) -> list[Candidate]:
    """The same without what is a part of a country or a city abroad, or goes across one: 马德 of 马德里."""
    heads = words.abroad().keys()
    return [
        one
        for one in sure
        if heads.isdisjoint(pairs(text[max(0, one.start - _PLACE_FRONT) : one.end + 1]))
        or not (one.name.isalnum() and _is_abroad(one, text))
    ]


def _is_abroad(one: Candidate, text: str) -> bool:
    """Whether a country or a city abroad begins in a candidate or right before it and goes into it."""
    known = words.abroad()
    for at in range(max(0, one.start - _PLACE_FRONT), one.end):
        for place in known.get(text[at : at + 2], ()):
            if at + len(place) > one.start and text.startswith(place, at):
                return True
    return False
