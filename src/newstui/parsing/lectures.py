"""The roles of each person gathered: whose talk it was explains what it is about, which is no report besides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newstui.model.people import Role
from newstui.parsing.lexicon import words

_EXPLAINS: Final = "verb-讲解"
_TEACHES: Final = frozenset(f"verb-{verb}" for verb in words("roles", "lectures.verbs"))
"""How the roles of those are found who give a talk of their own."""


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
