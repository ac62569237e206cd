"""The roles of each person gathered: whose talk it was explains what it is about; whose report was heard has spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.people import Role
from newstui.model.reading import Reading
from newstui.parsing.lexicon import words
from newstui.parsing.text import Page

_EXPLAINS: Final = "verb-讲解"
_TEACHES: Final = frozenset(f"verb-{verb}" for verb in words("roles", "lectures.verbs"))
"""How the roles of those are found who give a talk of their own."""
_ACCOUNT: Final = late(
    "(?:同志|副?(?:[院校县市区镇乡局会厅]长|书记|主任|主席))?"
    "(?:(?:代表[^,。;]{2,20}|受[^,。;]{2,16}委托|向大会|在会上)?所?[作做]的[^,。;]{0,30}?|的[^,。;]{0,12}?工作)报告"
)
"""Behind whom a meeting hears: 某某所作的工作报告."""
_HEARING: Final = ("听取", "审议", "讨论", "审查")
_NO_HEARING: Final = ("学习", "传达", "贯彻")
_NEAR: Final = 60


def accounts(page: Page, reading: Reading) -> Iterator[tuple[int, Role]]:
    """Those whose report a meeting heard or debated: ``会议审议通过了张某所作的工作报告``."""
    plain = page.plain
    if "报告" not in plain or not any(word in plain for word in _HEARING):
        return
    for number, person in enumerate(reading.people):
        for span in person.mentions:
            if _ACCOUNT.match(plain, span.end):
                before = plain[max(0, span.start - _NEAR) : span.start].rpartition("。")[2]
                if any(word in before for word in _HEARING) and not any(word in before for word in _NO_HEARING):
                    yield number, Role("spoke", Span(*span), "account-heard")
                    break


def gathered(found: Iterable[tuple[int, Role]]) -> dict[int, dict[str, Role]]:
    """The roles of each person by their names, the one found first of each."""
    given: dict[int, dict[str, Role]] = {}
    teachers: set[int] = set()
    for number, role in found:
        of_one = given.setdefault(number, {})
        if of_one.setdefault(role.role, role).rule == _EXPLAINS:
            of_one[role.role] = role
        if role.rule in _TEACHES:
            teachers.add(number)
    for number in teachers:
        told = given[number].get("reported")
        if told and told.rule == _EXPLAINS:
            del given[number]["reported"]
    return given
