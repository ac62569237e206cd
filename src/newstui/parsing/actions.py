"""Whether a clause tells somebody what to do."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.late import HERE, late
from newstui.parsing.imperatives import foretells, imperative, judges
from newstui.parsing.lexicon import either, lengths, words

_QUOTED: Final = late(r"“[^“”\n]*(?<![。!?])”|《[^《》\n]*》|\([^()\n]*\)")
_START: Final = late(r"[^\w“《]+")
_PLEDGE: Final = late(
    r"(?:我院|我校|我局|我们|学校|医院|公司|中方|美方|双方|本院|本校|委员会|将)(?:也|还|一定)?将(?!要)"
    r"|将(?:继续|一如既往|进一步|以此|切实|认真|依法|[尽竭全倾努]|坚决|坚定|牢记|着力)"
    r"|(?:^|,)(?:我们|[中我双各]方)?愿(?![景望])"
)
_MINE: Final = late("(?:(?!请|希望|不得)[^,;:要应须]{1,16},)?我(?:也|还|都)?(?:一定|必|将|会|要(?![求强提]))")
"""What the speaker alone is going to do."""
_THAT: Final = "(?!出)了?[^,;]*"
_OWN: Final = (
    "能够?[与和同跟]|(?:能够?)?(?:借助|依托|通过)(?![^;。\\n]*(?:[使让]|双方|大家|我们))|(?:今后|未来|将来)(?:能|可以)"
)
"""Begins what somebody hopes to do: ``希望借助平台，…``."""
_OWN_HOPE: Final = late(_OWN)
_NO_ORDER: Final = late(
    r"本来?要|原[本来]?要|要(?:(?<=又要|就要|快要)(?:到|来|面临|开始|结束|过去))|还需要|仍需要|仍然需要|依然需要"
    r"|需要(?:有|更多|大量|一批|一支|一个|一段|一代|我们(?!更|进一步|切实|共同)|的|[,;]|、|$)"
    r"|的需要|迫切需要|现实需要|客观需要|必然需要|内在需要|关键(?:是|还)?要看|主要(?:是|还)?要看|就(?:是|还)?要看"
    r"|反复强调要[^;]*|多次强调要[^;]*|始终强调要[^;]*|一[再直]强调要[^;]*|应(?:(?<=.应)(?<!相应|对应|响应|供应|反应|适应)(?!主动|积极|及时|尽快|定期|经常|多)[^,;。要]{1,12}(?:方的?要求|邀请|请求|邀约)"
    r"|(?<!.应)[^,;。要]{2,20}邀请,)"
    r"|我们希望|就是希望|就是要|年[^,]{0,8}提出要|明确提出要|规划提出要|计划提出要|纲要提出要|报告提出要|决议提出要"
    r"|会议提出要|建议提出要|意见提出要|精神提出要|规定提出要|决定提出要|意味着要|指示,要|批示,要"
    r"|要向[^;]*(?:表示|致以|表达)"
    r"|要(?:更加)?清醒地?看到[^;]*|要(?:更加)?(?:清醒(?!认识)|看到|承认)|必须(?:更加)?(?:清醒|看到|承认)"
    r"|需要[^,]{2,4}的是|必须[^,]{2,4}的是|不(?:但要|仅要|光要)[^;要]*,(?:更是|也是|还是)|应[该当][^,]{2,4}的是|最重要的|重要的"
    r"|最需要"
    "|需要(?:作出|做出|提出)的|希望(?<=.希望)(?<![,;:]希望|、希望|并希望|也希望|还希望|方希望)(?:[与和](?!会)|同(?![志学仁事行])|能够?(?:在[^,;]*[,、与]|得到))"
    r"|是否需要|需要[^,;、的]{2,8}的[^,;、的]{2,8}$|必须[^,;、的]{2,8}的[^,;、的]{2,8}$"
    rf"|应[该当]?是|必须有|必[然将]要|形成了[^,;]*|希望(?:{_OWN})|应[该当][^,;、]{{2,4}}的(?=[^,;]{{1,6}}$)"
    r"|应[该当]?[^,;、要的]{1,8}的(?:问题|事情|责任|义务|使命|素质|品质|素养|能力|本领|态度|精神|样子|状态|水平|作用)"
    r"|应[该当]?(?:承担|肩负|担负|履行|具备|尽到?|遵守)的"
    r"|需要?(?:进一步|不断|继续)(?:加强|提高|提升|改进|完善|巩固|解决|深化|优化|增强|规范|健全){1,2}(?=$|[,;]|。)"
    rf"|充分(?:体现|表明|彰显){_THAT}|深刻(?:体现|表明|彰显){_THAT}|体现{_THAT}|表明{_THAT}|彰显{_THAT}"
)
"""Words that only look like an order; each begins with a letter of its own, so that it is tried at few places."""
_NOTHING_ORDERED: Final = frozenset(("", *"、;。!?”"))
"""What follows a word of ordering that orders nothing."""
_SAID: Final = ("指出", "强调", "要求", "说", "指示")
_AUTHORITY: Final = late(
    "[^,;:要]{0,20}(?:书记|主席|总理|委员长|省长|市长)[^,;:要]{0,16}(?:指出|强调|要求|说|指示)[,:]"
    "|(?:党的|中央|省委|市委|自治区党委)[^,]{0,12}全会[^,]{0,4}(?:指出|强调|要求)"
)
"""What a higher authority has said orders nobody here."""
_BEFORE: Final = late(r"[^,;。要应我]{0,20}(?:多次|[一二两三四五几\d]次)[^,;。我]{2,24},并?(?:要求|强调|指出)")
"""Begins a sentence on what somebody asked for on other days."""
_HANDED: Final = 24
_MATTERS: Final = late(rf"要[令使让想][^,]*,[^,要应]*(?:尤为重要|{either(words('cues', 'judged'))})$")
"""Ends what is said of how much something matters, whatever it wants: ``要令社会安定,法治尤为重要``."""
_SOME: Final = ("有的", "有些", "要不是", "幸亏", "多亏")
"""Begins what is found fault with, and what would be if something were not."""
_CIRCUMSTANCE: Final = late("在[^,;]*[中上下时里内]:?")
"""Nothing but when and where: ``要求在今后的工作中：一是…``."""


_NOT_YING: Final = {
    "对": ("照", "标", "接"),
    "变": ("成", "为", "更"),
    "考": ("虑", "察", "核", "量"),
    "聘": ("请", "用"),
    "运": ("用",),
    "验": ("收", "证"),
    "试": ("点", "行", "验"),
    "承": ("担", "接", "办", "诺"),
    "激": ("发", "励", "活"),
}
"""What makes a word of 应 that orders nothing, and what goes on as a verb behind 应: 应变, not 应变更."""
_ALL: Final = "保检改收治建管修"
"""What is done to all, as in 应保尽保."""
_HOPES: Final = ("希望", "期望")
_HAVING: Final = ("充满", "满怀", "怀着", "带来", "寄予", "寄托", "点燃", "播撒", "看到", "孕育", "承载")
_HAD: Final = ("的(?!同时)", *(f"{having}[了着]?" for having in _HAVING))
_HAD_BEFORE: Final = late(rf"(?:{'|'.join(_HAD)})[^,;、。]{{0,4}}$")
"""Before a hope that somebody has or gives: ``民族的希望在教育``."""
_HIGH: Final = late(f"{HERE}[更越很][高大]")
"""Behind a hope that somebody has."""
_HAD_NEAR: Final = 8
"""So near before a hope stands that somebody has it."""
_AROUND_CUE: Final = 4
"""So near before a cue a word begins that only holds it: 意味着要."""
_ASKED_ELSE: Final = frozenset("问示求假教来到过")
"""Characters that make another word of 请."""


@cache
def _holding() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """Words that order, and such as only hold one of them; how long they are by the two letters they begin with."""
    known = frozenset((*words("cues", "not_yao", "not_modals"), *_cues()))
    return known, lengths(known, front=True)


def _held(bare: str, at: int) -> str:
    """The longest of these words that stands at a place; empty for none."""
    known, sizes = _holding()
    for size in sizes.get(bare[at : at + 2], ()):
        if (word := bare[at : at + size]) in known:
            return word
    return bare[at] if bare[at] in known else ""


@cache
def _any_cue() -> re.Pattern[str]:
    return re.compile(either(_cues()))


@cache
def _cues() -> frozenset[str]:
    return frozenset(("需要", "要", *words("cues", "modals")))


def instruction(clause: str, *, ordering: bool, ordered: bool) -> str | None:
    """The rule by which a clause (half-width, simplified) is an instruction, or None.

    ``ordering``: the verb before it gives orders; ``ordered``: an instruction or an item stands before it.
    """
    bare = _QUOTED.sub("□", clause) if "“" in clause or "《" in clause or "(" in clause else clause
    start = None if bare[:1].isalnum() else _START.match(bare)
    bare = bare[start.end() :] if start else bare
    if len(bare) < 2:
        return None
    circumstance = bare[0] == "在" and _CIRCUMSTANCE.fullmatch(bare)
    if circumstance or bare.startswith(_SOME) or _quotes(bare) or (bare[0] == "将" and foretells(bare)):
        return None
    modal = modal_of(bare)
    if ordering and (modal or not judges(bare)):
        return "ordering-verb"
    if modal and not _pledged(bare[: modal[0]]) and not _MATTERS.match(bare, modal[0]):
        return f"modal-{modal[1]}"
    if (ordered or (bare[0] == "请" and bare[1] not in _ASKED_ELSE)) and imperative(bare):
        return "imperative"
    return None


def _quotes(bare: str) -> bool:
    """Whether a clause hands on what a higher authority has said."""
    said = "全会" in bare or bare.partition(",")[0].partition(":")[0].endswith(_SAID)
    return said and _AUTHORITY.match(bare) is not None


def binds_nobody(plain: str) -> bool:
    """Whether in a sentence the speaker promises something, or it tells what was asked for before.

    ``我一定…；一定…``, ``李某还多次作出批示,要求…;要求…``.
    """
    head = plain[:_HANDED]
    return ("我" in head and _MINE.match(plain) is not None) or ("次" in head and _BEFORE.match(plain) is not None)


def promises(clause: str) -> bool:
    """Whether a part of a sentence says what the speaker's side will do, so that what follows it there does too."""
    return foretells(clause) or _pledged(clause)


def _pledged(words_of: str) -> bool:
    """Whether words pledge something: ``我们愿``, ``将继续``."""
    return ("将" in words_of or "愿" in words_of) and _PLEDGE.search(words_of) is not None


def begins(plain: str, mark: str) -> bool:
    """Whether a text begins with an instruction; after a colon one without 要 will do."""
    clause = re.split("[;。]", plain, maxsplit=1)[0]
    return instruction(clause, ordering=False, ordered=mark == ":") is not None


def hopes_for_itself(plain: str, at: int) -> bool:
    """Whether what is hoped at a place is what those who hope will do: ``借助平台，…``."""
    return _OWN_HOPE.match(plain, at) is not None


def modal_of(bare: str) -> tuple[int, str] | None:
    """Where the first word that orders stands, and which it is."""
    found = _first_cue(bare)
    if found is None or (found[0] == 0 and not _NO_ORDER.match(bare)):
        return found
    rest, excluded = _NO_ORDER.subn(lambda match: "□" * len(match[0]), bare)
    return _first_cue(rest) if excluded else found


def _first_cue(bare: str) -> tuple[int, str] | None:
    """Where the first cue of an order stands that something follows, and the cue.

    Words that only hold a cue are looked for where there is one.
    """
    end = 0
    while place := _any_cue().search(bare, end):
        at = max(end, place.start() - _AROUND_CUE)
        while not (cue := _held(bare, at)):
            at += 1
        end = at + len(cue)
        if cue not in _cues() or bare[end : end + 1] in _NOTHING_ORDERED:
            continue
        if (cue == "应" and _is_no_ying(bare, end)) or (cue in _HOPES and _is_had(bare, at, end)):
            continue
        return at, cue
    return None


def _is_no_ying(bare: str, after: int) -> bool:
    """Whether 应 is part of a word that orders nothing: 应变, not 应变更; 应保尽保, not 应保持."""
    verbs = _NOT_YING.get(bare[after])
    if verbs is not None:
        return not bare.startswith(verbs, after + 1)
    return bare[after] in _ALL and bare[after + 1 : after + 3] == f"尽{bare[after]}"


def _is_had(bare: str, start: int, end: int) -> bool:
    """Whether a hope is one that somebody has, not one that asks for something."""
    if _HIGH.match(bare, end):
        return True
    return _HAD_BEFORE.search(bare, max(0, start - _HAD_NEAR), start) is not None
