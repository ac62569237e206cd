"""The fields of the query language that name a person, a post, an organisation or the user's own marks."""

# ruff: noqa: S608  the names put into SQL are constants of this package; values are bound

from __future__ import annotations

import sqlite3
from typing import Final

from newstui.archive import tokens
from newstui.archive.conditions import AT, All, Compiled, Condition, Match, any_of
from newstui.archive.corrections import NONE, Corrections
from newstui.model.fold import fold
from newstui.query.aliases import ROLE_WORDS, meaning
from newstui.query.query import Joined, Term

_MANY: Final = 400
"""Beyond so many alternatives, a condition in SQL takes the place of an expression of the index."""
_SOME: Final = 16
"""The same for outlets by which a good part of all articles is: the row of an article tells its outlet."""
_ENTRY: Final = f"(SELECT w.entry FROM lines w WHERE w.article = {AT})"
_NEW: Final = (
    f"{AT} IN (SELECT article FROM lines WHERE entry >= "
    "(SELECT min(first_entry) FROM imports WHERE started > (SELECT before FROM state.visit)))"
)
_NOTHING: Final = Condition("0")
_EVERYTHING: Final = Condition("1")


class Words:
    """Finds the numbers that words of a query stand for in this archive."""

    def __init__(self, connection: sqlite3.Connection, *, with_state: bool, corrections: Corrections = NONE) -> None:
        self._connection = connection
        self.corrections = corrections
        self._with_state = with_state

    def term(self, term: Term) -> Compiled:
        """One condition."""
        match term.field:
            case "person":
                return self._tokens(tokens.NAME, self.names(term.value), "people", "name")
            case "speaker":
                return self._tokens(tokens.SPEAKER, self.names(term.value), "speeches", "speaker")
            case "post":
                return self._post(term.value)
            case "org":
                return self._organization(term.value)
            case "source":
                return self._source(term.value)
            case "role":
                role = role_of(term.value)
                return Match(tokens.token(tokens.ROLE, role)) if role is not None else _NOTHING
            case "is":
                return self._state(term.value)
            case "tag":
                return self._of_state("SELECT id FROM state.tags WHERE fold(tag) = fold(?)", term.value)
        return Match(tokens.phrase(term.value, tokens.FIELD_LETTERS[term.field]))

    def joined(self, node: Joined) -> Compiled:
        """One person of the article who meets all terms."""
        hints = [self.term(term) for term in node.terms]
        exact = " AND ".join([f"x.entry = {_ENTRY}", *(self._personal(term) for term in node.terms)])
        condition = Condition(f"EXISTS (SELECT 1 FROM people x WHERE {exact})")
        return All((*(hint for hint in hints if isinstance(hint, Match)), condition))

    def names(self, value: str) -> list[int]:
        """The numbers of the names meant: by whole name, full pinyin or initials."""
        folded = fold(value)
        asked = "SELECT id FROM names WHERE folded = ?1"
        if folded.isascii():
            asked += " UNION SELECT name FROM spellings WHERE letters = ?1"
            folded = folded.replace("'", "")
        found = {number for (number,) in self._connection.execute(asked, (folded,))}
        return sorted(self._corrected(found)) if self.corrections != NONE else sorted(found)

    def _corrected(self, found: set[int]) -> set[int]:
        """The names with their aliases, without those that are no people."""
        asked = "SELECT folded FROM names WHERE id = ?"
        given = {self._connection.execute(asked, (number,)).fetchone()[0] for number in found}
        wanted = {each for name in given for each in self.corrections.also(name)} - self.corrections.not_a_person
        numbers = (
            self._connection.execute("SELECT id FROM names WHERE folded = ?", (name,)).fetchone() for name in wanted
        )
        return {row[0] for row in numbers if row}

    def _post(self, value: str) -> Compiled:
        """A rank alone has a mark of its own, as it may be that of many offices."""
        offices = self._tokens(tokens.OFFICE, self._offices(value), "posts", "office")
        rank = self._rank(fold(value))
        return offices if rank is None else any_of((Match(tokens.token(tokens.RANK, rank)), offices))

    def _rank(self, folded: str) -> int | None:
        """The number of a whole rank word."""
        row = self._connection.execute("SELECT id FROM ranks WHERE folded = ?", (folded,)).fetchone()
        return row and int(row[0])

    def _offices(self, value: str) -> list[int]:
        """The offices meant by words of an organisation with the whole rank word after them."""
        folded = fold(value)
        found: list[int] = []
        for cut in range(1, len(folded)):
            rank = self._rank(folded[cut:])
            if rank is not None:
                asked = (
                    "SELECT o.id FROM offices o JOIN organizations g ON g.id = o.organization "
                    "WHERE o.rank = ? AND instr(g.folded, ?) > 0"
                )
                found += [number for (number,) in self._connection.execute(asked, (rank, folded[:cut]))]
        return found

    def _organization(self, value: str) -> Compiled:
        asked = "SELECT id FROM organizations WHERE instr(folded, ?) > 0"
        found = [number for (number,) in self._connection.execute(asked, (fold(value),))]
        if len(found) <= _MANY:
            return Match(tokens.either([tokens.token(tokens.ORGANIZATION, number) for number in found]))
        inside = "(SELECT id FROM organizations WHERE instr(folded, ?) > 0)"
        held = (
            f"EXISTS (SELECT 1 FROM statements s WHERE s.entry = {_ENTRY} AND s.organization IN {inside}) OR "
            f"EXISTS (SELECT 1 FROM posts p JOIN offices o ON o.id = p.office WHERE p.entry = {_ENTRY} "
            f"AND o.organization IN {inside})"
        )
        return Condition(held, (fold(value), fold(value)))

    def _source(self, value: str) -> Compiled:
        asked = "SELECT id FROM sources WHERE instr(folded, ?) > 0"
        found = [number for (number,) in self._connection.execute(asked, (fold(value),))]
        if len(found) <= (_SOME if self._are_common(fold(value)) else _MANY):
            return Match(tokens.either([tokens.token(tokens.SOURCE, number) for number in found]))
        return Condition(
            f"coalesce((SELECT w.source FROM lines w WHERE w.article = {AT}), 0) IN ({asked})", (fold(value),)
        )

    def _are_common(self, folded: str) -> bool:
        """Whether a good part of all articles is by the outlets that bear this in their name."""
        asked = "SELECT 10 * sum(articles * (instr(folded, ?) > 0)) > sum(articles) FROM sources"
        return bool(self._connection.execute(asked, (folded,)).fetchone()[0])

    def _tokens(self, letter: str, numbers: list[int], table: str, column: str) -> Compiled:
        if len(numbers) <= _MANY:
            return Match(tokens.either([tokens.token(letter, number) for number in numbers]))
        held = f"EXISTS (SELECT 1 FROM {table} t WHERE t.entry = {_ENTRY} AND t.{column} IN ({_list(numbers)}))"
        return Condition(held)

    def _personal(self, term: Term) -> str:
        match term.field:
            case "person":
                return f"x.name IN ({_list(self.names(term.value))})"
            case "role":
                role = role_of(term.value)
                which = f"r.role = {-1 if role is None else role}"
                return f"EXISTS (SELECT 1 FROM roles r WHERE r.entry = x.entry AND r.name = x.name AND {which})"
        meant = f"o.office IN ({_list(self._offices(term.value))})"
        rank = self._rank(fold(term.value))
        if rank is not None:
            meant = f"({meant} OR o.office IN (SELECT id FROM offices WHERE rank = {rank}))"
        return f"EXISTS (SELECT 1 FROM posts o WHERE o.entry = x.entry AND o.name = x.name AND {meant})"

    def _state(self, value: str) -> Compiled:
        match value:
            case "starred" | "marked" | "read":
                return self._of_state(f"SELECT id FROM state.flags WHERE {value}")
            case "unread":
                condition = self._of_state("SELECT id FROM state.flags WHERE read")
                return Condition(f"NOT ({condition.text})", condition.values)
            case "new" if self._with_state:
                return Condition(_NEW)
        return _NOTHING

    def _of_state(self, asked: str, *values: object) -> Condition:
        if not self._with_state:
            return _NOTHING
        return Condition(f"{AT} IN (SELECT article FROM lines WHERE id IN ({asked}))", values)


def role_of(value: str) -> int | None:
    """The number of a role, by its name or a word for it: ``主持``."""
    from newstui.model.people import ROLES

    role = meaning(value, ROLE_WORDS) or value
    return ROLES.index(role) if role in ROLES else None


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, map(int, numbers)))
