"""Noun phrases before a verb of saying: which may speak, and which are clauses, titles, crowds."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newstui.model.late import late
from newstui.parsing.lexicon import Starts, any_verb, either, verbs

_DOCUMENT: Final = late(rf"《[^《》]+》|{any_verb('documents')}")
_CROWD: Final = late(rf"{any_verb('crowds')}们?$")
_COMPANY: Final = late("大家|与会|参会|在座|(?:代表|委员|专家|同志)们")
_AUTHORITIES: Final = (*"局厅委院部办", "政府", "委员会", "办公室", "指挥部", "总局", "总队")


@cache
def _starts(key: str) -> Starts:
    return Starts(verbs(key))


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(either(verbs(key)))


@cache
def _by_last_letter(key: str) -> dict[str, tuple[str, ...]]:
    """The words of a list by the last letter of each."""
    found: dict[str, tuple[str, ...]] = {}
    for word in verbs(key):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


def _ends_in(noun: str, key: str) -> bool:
    """Whether a noun phrase ends in a word of a list, the title of a document behind it or not."""
    noun = noun.partition("《")[0] if noun[-1:] == "》" else noun
    return noun.endswith(_by_last_letter(key).get(noun[-1:], ()))


@cache
def _chief() -> re.Pattern[str]:
    body = f"(?!{either(verbs('governs'))})[^,;。:、的对向按照以据到由他她]{{2,16}}"
    return re.compile(rf"(?:{body}|副)?(?:{either(verbs('ranks'))})")


def is_body(noun: str) -> bool:
    """Whether a noun phrase ends in a word for a body or a group."""
    return _ends_in(noun, "bodies")


def may_speak(noun: str, said: str, direct: bool) -> bool:
    """Whether a short noun phrase that names no known body may speak all the same."""
    if is_chief(noun):
        return True
    loose = not direct and said not in verbs("personal") | verbs("nouns")
    return loose and len(noun) <= 12 and not re.search("[的是为在、]|(?<![工合协操])[作做]$", noun)


def is_chief(noun: str) -> bool:
    """Whether the words are a post without a name: ``医院院长``."""
    return _chief().fullmatch(noun) is not None


def is_document(noun: str) -> bool:
    """Whether the words are a title and nothing else: ``《通知》要求，``."""
    return bool(_DOCUMENT.fullmatch(noun))


def is_crowd(noun: str) -> bool:
    """Whether a noun phrase is people at large, whose 要求 is a demand."""
    return bool(_CROWD.search(noun))


def is_company(noun: str) -> bool:
    """Whether it is those present, who quote no leader: 与会人员, 大家."""
    return bool(_COMPANY.match(noun))


def is_party(noun: str) -> bool:
    """Whether it is some who go about and tell others what to do: 派出所民警, 检查组."""
    return _ends_in(noun, "doers")


def is_authority(noun: str) -> bool:
    """Whether it is one that makes its policy clear: ``县教育局明确,``; not ``责任部门明确,``."""
    return noun.endswith(_AUTHORITIES)


def is_assembly(noun: str) -> bool:
    """Whether it is one that may speak in the midst of another's speech: 会议, 大家."""
    return _ends_in(noun, "assemblies")


def is_clause(noun: str) -> bool:
    """Whether the words are no noun phrase at all, or name nobody who could speak."""
    if noun in verbs("no_speaker"):
        return True
    return bool(not _starts("groups").at(noun) and _starts("without_speaker").at(noun)) or holds_verb(noun)


def holds_verb(noun: str) -> bool:
    """Whether a verb stands in what should be a noun phrase."""
    return bool(_any_of("no_noun").search(noun))
