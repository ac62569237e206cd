"""Whether a clause tells somebody what to do."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.parsing.lexicon import either, words

_QUOTED: Final = re.compile(r"“[^”\n]*”|《[^》\n]*》|\([^)\n]*\)")
_START: Final = re.compile(r"[^\w“《]*")
_PLEDGE: Final = re.compile(
    r"(?:我院|我校|我局|我们|学校|医院|公司|中方|美方|双方|市一院|委员会|将)(?:也|还|一定)?将(?!要)|将(?:继续|一如既往|进一步|以此|切实|认真)|(?:^|,)(?:我们)?愿"
)
_NO_ORDER: Final = re.compile(
    r"(?:还|仍|仍然|依然)需要|需要(?:有|我们)|的需要|(?:就是|意味着|而是|不是|不仅是|还是|也是|都是|正是|时指示,|批示,|我们)(?:要求|需要|希望)|(?:就是|意味着|时指示,)要"
)
_COPULA: Final = re.compile(r"^[^,]{0,16}(?:是|为了|就能|对于|有利于|离不开|事关|关系到|关乎)")


@cache
def _cue() -> re.Pattern[str]:
    none = either(words("cues", "not_yao", "not_modals"))
    return re.compile(rf"(?:{none})|(?P<cue>需要|要|{either(words('cues', 'modals'))})")


@cache
def _start(*keys: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('cues', *keys))})")


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words('cues', 'weak'))})")


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(either(words("cues", "reports")))


def instruction(clause: str, *, ordering: bool, ordered: bool) -> str | None:
    """The rule by which a clause (half-width, simplified) is an instruction, or None.

    ``ordering``: the verb before it gives orders; ``ordered``: an instruction or an item stands before it.
    """
    bare = _QUOTED.sub("□", clause)
    bare = bare[_START.match(bare).end() :]  # type: ignore[union-attr]
    if ordering:
        return "ordering-verb"
    modal = modal_of(bare)
    if modal and not _PLEDGE.search(bare[: modal[0]]):
        return f"modal-{modal[1]}"
    if ordered and imperative(bare):
        return "imperative"
    return None


def begins(plain: str, mark: str) -> bool:
    """Whether a text begins with an instruction; after a colon one without 要 will do."""
    clause = re.split("[;。]", plain, maxsplit=1)[0]
    return instruction(clause, ordering=False, ordered=mark == ":") is not None


def modal_of(bare: str) -> tuple[int, str] | None:
    """Where the first word that orders stands, and which it is."""
    quiet = _NO_ORDER.sub(lambda match: "□" * len(match[0]), bare)
    for match in _cue().finditer(quiet):
        if match["cue"]:
            return match.start(), match["cue"]
    return None


def imperative(bare: str) -> bool:
    """Whether a clause begins as an order without 要, and reports nothing."""
    if _reports().search(bare) or _COPULA.match(bare):
        return False
    if _start("addressed").match(bare) or _weak().match(bare):
        return any(_plain_start(part) for part in re.split("[,、]", bare)[1:]) or (
            bool(_start("addressed").match(bare)) and any(_plain_start(part) for part in _after_addressee(bare))
        )
    return _plain_start(bare)


def _after_addressee(bare: str) -> list[str]:
    match = _start("addressed").match(bare)
    return [bare[match.end() :]] if match else []


def _plain_start(part: str) -> bool:
    match = _start("imperatives").match(part)
    return bool(match) and not _weak().fullmatch(match[0]) if match else False
