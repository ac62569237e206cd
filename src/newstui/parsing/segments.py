"""One post in the text: where its organisation words begin, read back from its rank word."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import lexicon, ranks, words

LONGEST: Final = 42
"""More letters than this no post has before its rank."""
_STOP_MARK: Final = re.compile(r"[。.!?;:,、\n…—|【】\[\]■▲●◆★□/()《》“”\"' ]")
_CLOSED: Final = {")": "(", "》": "《", "”": "“"}
_INSIDE: Final = frozenset("中里上")
"""Behind a title: what stands in it: 《通讯》中局长王某."""
_BYLINE: Final = late(r"记者|通讯员|摄|编辑|[。!?;]|,”")
_YEAR_OF: Final = late(r"\d*(?:[级届中]|世纪|研究所|医院|团场|部队|工程队|钻井队|地质队|勘探队)")
"""A class named by its year, a school or the like by its number: 2016级, 49中."""
_NUMBERED: Final = late(r"第\d*\Z")
"""Before a digit in the name of a body: 第302研究所."""
BODY_ENDS: Final = (
    *lexicon.words("organs", "kinds"),
    *("政府", "委员会", "办公室", "中心", "协会", "街道", "局", "厅"),
    *("县委", "市委", "区委", "省委", "镇委", "党委", "人大常委会", "政协"),
)
_HALVES: Final = ("部", "处", "人大", "党组", "党支部", "总支", "副")
"""What may end before a space in the midst of a post: 县人大 常委会副主任, 县政协副 主席."""
_PARTED: Final = frozenset(("", "副", "常委会", "党组", "党委"))
"""What may stand behind that space before the rank."""
_GLUED: Final = {"有": "的", "电": "日", "讯": "日", "记": "—", "访": "—", "致": "—"}
"""Letters that are no part of a post behind such others: 参加的有某院院长, 3日电某国总统, ——记某校校长."""
_WIRE: Final = late("日[电讯]")
"""Ends a dateline right before a post: 一月六日电国务院副总理."""
_BODIES: Final = ("中心", "行业", "员", "干部", "咨询")
"""What goes on behind a rank as the name of a body: 指挥中心, 律师行业, 书记员管理处."""
_PARTIES: Final = ("组", "团")
"""Behind what they do, before the rank, those who go somewhere together: 慰问组组长."""
_LEVELS: Final = frozenset("市县区州旗")
"""The last letters of the places that small words begin: 应县, 从化区."""
_OWNERS: Final = frozenset("省市县区州旗镇乡村院校局厅")
"""The last letters of words that are a body by themselves behind a small word: 院 of 最后院长."""
_OF_ALUMNI: Final = frozenset("会总办联工事")
"""Behind 校友 in the name of a body; others who are alumni hold the post behind it."""
_WITH_OTHERS: Final = ("总经理", "领导", "成员", "干部")
"""Ranks that make one post with another right before them: 董事总经理."""
_PLACES: Final = frozenset("市县区州镇乡村街")
_ECONOMY: Final = frozenset("世外工农技国数财商")
"""Before 经 as a letter of what is short for an economy of some kind: 世经所."""
_OF_ECONOMY: Final = late("经开区|经[信贸发开管技济合营协金][部局委处科办室系院学](?!会)")
"""The same with a letter behind it: 经技部."""
_OURS: Final = late("我[省市县区州镇乡](?=[省市县区州镇乡]委)|我(?=[省市县区州镇乡](?:级|老)?领导)")
"""Before the post of somebody of our place: 我市市委书记, 我市领导."""
THERE: Final = late("在[家京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔滇藏陕甘青宁疆港澳台穗蓉杭汉深榕邕筑昆]的?")
"""Where some of those are who hold a post: 在沪全国政协委员."""
_IS_THERE: Final = late(
    "全国(?:政协|人大)|中央|[省市]领导|[省市县]级领导|委领导|[校院厅局部]领导|[两党]|[省市]?(?:政协委员|人大代表)"
)
"""What such a post begins with."""
_EVERYBODY: Final = frozenset("家们者人员均也")
"""Before 都 as a word of its own, though a level follows: 大家都镇…."""
_OF_OWNER: Final = late("(?:大学|学院|研究院|科学院|集团|公司|医院)(?!党委|党组|校|院|集团|公司)[\u4e00-\u9fff]{2,8}$")
_PART: Final = late("[\u4e00-\u9fff]{2,8}(?:学院|研究院|研究所|研究中心|中心|实验室|学部)")
"""Between them stands the 和 of a part of such a body: 某大学记忆与科学中心."""
_IN_CHARGE: Final = late("(?:分管|主持|负责|主管)[^,。;、的]{2,10}工作的$")
"""Before a rank, what its holder is in charge of: 分管日常工作的副主任."""
_CHARGE: Final = 16
"""So long that is at most."""
_SCIENCE: Final = 5
"""So many letters behind 与 the name of another science ends: 心理学与教育学系."""
_SUFFIX: Final = late(r"(?:[司局处部厅院系所室会委办科社团组署行队校]|中心)(?:党[委组]|党总支|党支部)?$")


@cache
def _stops() -> frozenset[str]:
    """Words that end what belongs to a post, read back from its rank."""
    return frozenset(lexicon.words("posts", "stops"))


@cache
def _own() -> frozenset[str]:
    """Short names of the writer's own unit."""
    return frozenset(lexicon.words("organs", "own"))


@cache
def _soft() -> frozenset[str]:
    """Words that end a post where nothing but such words stands before them."""
    return frozenset(lexicon.words("posts", "soft"))


@cache
def _serving() -> tuple[str, ...]:
    """Ranks that serve another one, which belongs to them: 总统特使."""
    return lexicon.words("posts", "serving")


@cache
def domains() -> frozenset[str]:
    """Fields of work, which parts of a body are named after."""
    return frozenset(lexicon.words("posts", "domains"))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"(?:{lexicon.either(lexicon.words('posts', 'leading'))}|[一二两三四五六七八九十]{{1,3}}[位名])+")


@cache
def _leading_begins() -> frozenset[str]:
    """The first letters of all that."""
    return frozenset((*"一二两三四五六七八九十", *(word[0] for word in lexicon.words("posts", "leading"))))


def segment(text: str, end: int, floor: int) -> Span | None:
    """The one post that ends here, or None: ``青溪县委副书记`` of ``由青溪县委副书记``."""
    length = ranks.before(text, end)
    rank = end - length
    if not length or rank < floor:
        return None
    start = reach(text, rank, max(floor, rank - LONGEST))
    if start > floor and text[start - 1] == " " and text[start:rank] in _PARTED:
        start = _parted(text, start, max(floor, rank - LONGEST))
    if start > floor and _GLUED.get(text[start]) == text[start - 1]:
        start += 1
    if start > floor and text[start - 1] == "在" and THERE.match(text, start - 1) and _IS_THERE.match(text, start + 1):
        start += 1
    if text[start] == "(":
        start = text.find(")", start, rank) + 1 or start
    if (text[start] in "本新据" or text[start:rank].count("日")) and (wire := _WIRE.search(text, start, rank)):
        start = wire.end()
    if text[start] == "我" and (ours := _OURS.match(text, start, end)):
        return Span(ours.end(), end)
    if (
        start == rank
        and text[start - 1] == "的"
        and (charge := _IN_CHARGE.search(text, max(floor, start - _CHARGE), start))
    ):
        start = reach(text, charge.start(), max(floor, rank - LONGEST))
    leading = _leading().match(text, start, rank) if text[start] in _leading_begins() else None
    return Span(leading.end() if leading else start, end)


def _parted(text: str, rank: int, floor: int) -> int:
    """Where a post begins whose body a space parts from its bare rank: 县政府 副县长."""
    end = rank
    while end > floor and text[end - 1] == " ":
        end -= 1
    start = reach(text, end, floor) if text.endswith((*BODY_ENDS, *_HALVES), floor, end) else end
    return start if start < end and not ranks.before(text, end) else rank


def reach(text: str, rank: int, floor: int) -> int:
    """How far back the organisation words before a rank go."""
    start = rank
    while start > floor:
        if text[start - 1] in _CLOSED:
            opened = text.rfind(_CLOSED[text[start - 1]], max(floor, start - 24), start)
            if opened < 0 or _BYLINE.search(text, opened, start):
                return start
            if text[start - 1] == "》" and text[start : start + 1] in _INSIDE:
                return start + 1
            start = opened
            continue
        if text[start - 1] == "—" and start - 3 >= floor and text[start - 3 : start - 1] in words.countries():
            start -= 3
            continue
        begin = _stretch(text, start, floor)
        at = _walk(text, begin, start, rank)
        if at > begin or begin == start:
            return at
        start = at
        if start <= floor or (text[start - 1] not in _CLOSED and text[start - 1] != "—"):
            return start
    return start


def _stretch(text: str, end: int, floor: int) -> int:
    """Where the unbroken letters before a place begin: looked for backwards, so that one mark ends it."""
    return end - len(_STOP_MARK.split(text[floor:end][::-1], 1)[0])


def _walk(text: str, begin: int, end: int, rank: int) -> int:
    """The walk back word by word, up to a word that no post holds."""
    start, sure = end, end
    own, stops, soft, lasts = _own(), _stops(), _soft(), ranks.lasts()
    for at, stop in words.backwards(text, begin, end):
        word = text[at:stop]
        if word in own:
            return at
        if stop - at == 2 and word[1] in _OWNERS and at > begin and text[at - 1 : at + 1] in stops:
            return at + 1
        if word == "校友" and text[stop] not in _OF_ALUMNI:
            return sure
        if word in ("团队", "单位", "企业") and any(words.is_place(text[stop : stop + size]) for size in (2, 3, 4)):
            return sure
        if stop == start and word[-1] in lasts and stop <= rank and _is_other_post(text, stop, rank):
            return stop
        if word in "和与及" and _joins(text, at, stop, rank, begin):
            start = sure = at
            continue
        if word.isdigit() and (_YEAR_OF.match(text, at) or _NUMBERED.search(text, begin, at)):
            start = sure = at
            continue
        if word in stops and (_is_inside(text, at, begin) if len(word) == 1 else text[stop:rank].startswith(_PARTIES)):
            start = sure = at
            continue
        if word in stops or (word[-1] in "日月年时点分号" and text[at - 1 : at].isdigit()) or word.isdigit():
            return sure
        start = at
        if word not in soft:
            sure = at
    return sure


def _is_inside(text: str, at: int, begin: int) -> bool:
    """Whether a small word is a letter of a place or part of an ordinal: 任城区, 青都镇, 第三任."""
    if text[at] == "任" and at - 2 >= begin and text[at - 2] == "第":
        return True
    if text[at] == "经":
        return (at > begin and text[at - 1] in _ECONOMY) or bool(_OF_ECONOMY.match(text, at))
    if text[at] == "都" and at > begin and text[at + 1] in _PLACES and text[at - 1] not in _EVERYBODY:
        return True
    return any(text[at + size - 1 : at + size] in _LEVELS and words.is_place(text[at : at + size]) for size in (3, 4))


def several_fields(text: str, one: Span, floor: int) -> Span | None:
    """The post with the fields of work named before its last two: 运行、安全与环保部部长."""
    known = domains()
    joined = next((at for at in (one.start + 2, one.start + 4, one.start + 3) if text[at] in "与和及"), None)
    listed = joined and text[one.start : joined] in known and text[joined + 1 : joined + 3] in known
    if not listed or not any(text[one.start - 1 - size : one.start - 1] in known for size in (2, 3, 4)):
        return None
    return Span(reach(text, one.start - 1, max(floor, one.start - LONGEST)), one.end)


def _is_other_post(text: str, at: int, rank: int) -> bool:
    """Whether another post ends here, right before the words of this one: 外交部副部长 in 特使外交部副部长."""
    if ranks.before(text, at) < 2 or (text[at] in ranks.going_on() and not text.startswith("工会", at)):
        return False
    if text[at - 2 : at] in words.countries() or (at == rank and text.startswith(_WITH_OTHERS, rank)):
        return False
    return not (text.startswith(_serving(), rank) or ranks.goes_on(text, at) or text.startswith(_BODIES, at))


def _joins(text: str, at: int, stop: int, rank: int, floor: int) -> bool:
    """Whether a conjunction stands inside the name of one organisation: 住房和城乡建设部."""
    left = next((at - n for n in (4, 3, 2) if at - n >= floor and text[at - n : at] in domains()), None)
    if left is not None:
        return True
    right = any(text[stop : stop + n] in domains() for n in (4, 3, 2))
    if text[at - 1] == "学" and text.find("学", stop, min(stop + _SCIENCE, rank)) > stop:
        return True
    if _OF_OWNER.search(text, floor, at) and _PART.fullmatch(text, stop, rank):
        return True
    length = words.ends(text, at)
    word = text[at - length : at]
    return bool(
        right and length and at - length >= floor and word not in _stops() and not _SUFFIX.search(word)
        and not ranks.before(text, at) and _SUFFIX.search(text[stop:rank])
    )  # fmt: skip
