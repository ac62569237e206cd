"""Acts in a sentence: the verbs that give somebody a role, told from the same words used as nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newstui.model.article import Span
from newstui.model.people import ROLES
from newstui.parsing.lexicon import either, words

_VERBS: Final = {verb: role for role in (*ROLES, "other") for verb in words("roles", f"verbs.{role}")}
_VERB: Final = re.compile(either(_VERBS))
_NOUN_AFTER: Final = re.compile(rf"(?:{either(words('roles', 'nouns.after'))})")
_NOUN_BEFORE: Final = re.compile(rf"(?:{either(words('roles', 'nouns.before'))})")
_MADE: Final = re.compile(r"(?:作|做|进行|发表|开展|并|提出|首先|先后|分别|交流|表态|一一|最后|亲自|讲)了?[^,。;]{0,30}$")
_MEETS_NOUN: Final = frozenset("讲话 发言 汇报 介绍 报告 工作报告 讲座 部署 安排 说明 调研 考察 检查".split())
_TOUR: Final = re.compile(rf"^了?(?:[^,。;]{{0,12}}?)(?:{either(words('roles', 'inspection.tour'))})(?!会|工作会|启动|仪式|座谈|[^,。;]{{0,8}}仪式)")
_TALKS: Final = re.compile(rf"^了?[^,。;]{{0,30}}?(?:{either(words('roles', 'inspection.talks'))}|会)")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb with the role it gives; ``other`` verbs only part one doer from the next."""

    role: str
    verb: str
    span: Span


def acts(plain: str, sentence: Span) -> Iterator[Act]:
    """The acts of a sentence in order."""
    for match in _VERB.finditer(plain, sentence.start, sentence.end):
        verb, role = match.group(), _VERBS[match.group()]
        clause = _clause(plain, sentence, match.start())
        if role != "other" and _is_noun(plain, clause, match):
            continue
        yield Act(_sharper(plain, clause, match, role), verb, Span(*match.span()))


def _clause(plain: str, sentence: Span, at: int) -> str:
    """The words of the clause before a verb."""
    start = max(plain.rfind(mark, sentence.start, at) for mark in ",;:。")
    return plain[max(start + 1, sentence.start) : at]


def _is_noun(plain: str, clause: str, match: re.Match[str]) -> bool:
    """Whether the word names a thing (``检查组``, ``讲话精神``, ``听取…的汇报``) instead of telling an act."""
    verb = match.group()
    if _NOUN_AFTER.match(plain, match.end()) and not (verb in {"主持", "出席", "参加", "列席"}):
        return True
    if verb == "主持" and plain.startswith(("人", "党委", "全面", "日常", "行政"), match.end()):
        return True
    if _NOUN_BEFORE.search(clause) and not _MADE.search(clause):
        return True
    return bool(clause.endswith(("的", "重要")) and not _MADE.search(clause))


def _sharper(plain: str, clause: str, match: re.Match[str], role: str) -> str:
    """参加调研 is company, 参加会见 attendance; 作表态发言 a statement."""
    verb, after = match.group(), plain[match.end() : match.end() + 44]
    if verb in {"参加", "出席"} and _TOUR.match(after) and not re.match(r"^了?[^,。;]{0,12}会", after):
        return "accompanied"
    if verb == "交流" and not (_MADE.search(clause) or after.startswith(("了", "发言"))):
        return "other"
    if verb == "安排" and not after.startswith("部署") and not _MADE.search(clause):
        return "other"
    if role == "inspected" and re.search(r"(?:参加|陪同|随同)$", clause):
        return "accompanied"
    return role
