"""Whether a clause tells somebody what to do."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.parsing.lexicon import either, words

_QUOTED: Final = re.compile(r"“[^“”\n]*”|《[^《》\n]*》|\([^()\n]*\)")
_START: Final = re.compile(r"[^\w“《]+")
_PLEDGE: Final = re.compile(
    r"(?:我院|我校|我局|我们|学校|医院|公司|中方|美方|双方|本院|本校|委员会|将)(?:也|还|一定)?将(?!要)|将(?:继续|一如既往|进一步|以此|切实|认真)|(?:^|,)(?:我们)?愿"
)
_THAT: Final = "(?!出)了?[^,;]*"
_NO_ORDER: Final = re.compile(
    r"还需要|仍需要|仍然需要|依然需要|需要(?:有|我们(?!更|进一步|切实|共同)|的|[,;、]|$)"
    r"|的需要|迫切需要|现实需要|客观需要|必然需要|内在需要|关键(?:是|还)?要看|主要(?:是|还)?要看|就(?:是|还)?要看"
    r"|我们希望|就是要|意味着要|指示,要|批示,要"
    r"|要(?:更加)?清醒地?看到[^;]*|要(?:更加)?(?:清醒(?!认识)|看到|承认)|必须(?:更加)?(?:清醒|看到|承认)|最重要的|重要的"
    rf"|充分(?:体现|表明|彰显){_THAT}|深刻(?:体现|表明|彰显){_THAT}|体现{_THAT}|表明{_THAT}|彰显{_THAT}"
)
_NOTHING_ORDERED: Final = frozenset(("", *"、;。!?”"))
"""What follows a word of ordering that orders nothing."""
_AUTHORITY: Final = re.compile(
    "[一-鿿]{0,4}总书记[^,]{0,16}(?:指出|强调|要求|说|指示)[,:]"
    "|(?:党的|中央|省委|市委|自治区党委)[^,]{0,12}全会[^,]{0,4}(?:指出|强调|要求)"
)
"""What a higher authority has said orders nobody here."""
_MAXIM: Final = re.compile("[^,]{0,12}(?:即是|就是|才是|乃是|是)[^,]*$")
_CIRCUMSTANCE: Final = re.compile("在[^,;]*[中上下时里内]:?")
"""Nothing but when and where: ``要求在今后的工作中：一是…``."""
_BY_WHEN: Final = re.compile(r"^(?=[^,]*[\d年月季天周节])[^,要]{2,14}(?:前|底|内|以前),")
"""Until when something is to be done, before the order: ``2013年9月前，全部完成…``."""
_ASSIGNED: Final = re.compile("由[^,是]{2,24}(?:牵头|负责|承担|统筹|会同)")
"""Who is to do it: ``由县水利局牵头，…``."""
_LEADS: Final = re.compile(
    r"^(?!.*(?:了|正|是)).*(?:抓好|抓实|做好|办好|完成|落实|开展|推进|实现|把握|处理好|坚持|突出|做到|聚焦)[^。]{0,20}:$"
)
_GIVING: Final = re.compile(
    "在[^,]{2,16}?(?:率先|积极|大力|全面|深入|加快|加强|推进|推动|推广|建立|健全|完善|落实|实施)|为[^,]*(?:提供|创造|营造|贡献|奠定|打下)|(?:将|把)[^,]{2,40}(?:到|在|为|于|成|起来|出来|下去|融合|结合|统一|[抓做办管守]好$)"
)
_COPULA: Final = re.compile(
    r",(?:其?(?:基础|核心|关键|根本|前提|目的|本质|实质|难点))(?:在于|就?是)|^[^,]{0,16}(?:是|为了|就能|对于|有利于|离不开|事关|关系到|关乎)|^[^,]{0,40},(?:就|正|都|也|这|既|更)?是"
    r"|^[^,]*是(?:当前|一项|今后|首要|重要|根本)"
    r"|^.*(?:具有|有着)[^,]*(?:意义|作用)$"
)


@cache
def _cue() -> re.Pattern[str]:
    none = either(words("cues", "not_yao", "not_modals"))
    return re.compile(rf"{none}|{either(_cues())}")


@cache
def _cues() -> frozenset[str]:
    return frozenset(("需要", "要", *words("cues", "modals")))


@cache
def _start(*keys: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('cues', *keys))})")


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('cues', 'weak'))})")


@cache
def _future() -> re.Pattern[str]:
    """``将加强…``: what the speaker will do; ``将责任压到…`` is an order all the same."""
    return re.compile(rf"将(?:{either(set(words('cues', 'imperatives')) - set(words('cues', 'weak')))})")


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"{either(words('cues', 'reports'))}|了(?![解如然结得])|取得的|年以来|月以来|日以来|会以来")


def instruction(clause: str, *, ordering: bool, ordered: bool) -> str | None:
    """The rule by which a clause (half-width, simplified) is an instruction, or None.

    ``ordering``: the verb before it gives orders; ``ordered``: an instruction or an item stands before it.
    """
    bare = _QUOTED.sub("□", clause)
    start = _START.match(bare)
    bare = bare[start.end() :] if start else bare
    if not bare:
        return None
    if _AUTHORITY.match(bare) or _CIRCUMSTANCE.fullmatch(bare) or _future().match(bare):
        return None
    modal = modal_of(bare)
    if ordering and (modal or not _MAXIM.match(bare)):
        return "ordering-verb"
    if modal and not _PLEDGE.search(bare[: modal[0]]):
        return f"modal-{modal[1]}"
    if ordered and imperative(bare):
        return "imperative"
    return "lead-of-items" if clause.endswith(":") and _LEADS.search(bare) else None


def begins(plain: str, mark: str) -> bool:
    """Whether a text begins with an instruction; after a colon one without 要 will do."""
    clause = re.split("[;。]", plain, maxsplit=1)[0]
    return instruction(clause, ordering=False, ordered=mark == ":") is not None


def modal_of(bare: str) -> tuple[int, str] | None:
    """Where the first word that orders stands, and which it is."""
    found = _first_cue(bare)
    if found is None:
        return None
    rest, excluded = _NO_ORDER.subn(lambda match: "□" * len(match[0]), bare)
    return _first_cue(rest) if excluded else found


def _first_cue(bare: str) -> tuple[int, str] | None:
    for match in _cue().finditer(bare):
        if match[0] in _cues() and bare[match.end() : match.end() + 1] not in _NOTHING_ORDERED:
            return match.start(), match[0]
    return None


def imperative(bare: str) -> bool:
    """Whether a clause begins as an order without 要, and reports nothing."""
    if _reports().search(bare) or _COPULA.match(bare):
        return False
    bare = _BY_WHEN.sub("", bare, count=1)
    parts = bare.split(",")
    if _ASSIGNED.match(bare):
        return True
    if _start("addressed").match(bare):
        return any(map(_plain_start, [*_after_addressee(bare), *parts[1:]]))
    if not _weak().match(bare) or _plain_start(bare):
        return _plain_start(bare)
    rest = [part for part in parts[1:] if not _weak().match(part) or _plain_start(part)]
    if bare.startswith("把") and any(map(_plain_start, rest)):
        return True
    return _plain_start(rest[0]) if rest else any(map(_GIVING.match, parts))


def _after_addressee(bare: str) -> list[str]:
    match = _start("addressed").match(bare)
    return [bare[match.end() :]] if match else []


def _plain_start(part: str) -> bool:
    match = _start("imperatives").match(part)
    return match is not None and not _weak().fullmatch(match[0])
