"""Who may speak: people by their mentions, a surname with a post, a pronoun, a body named as such."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from newstui.model.fold import aligned
from newstui.model.late import late
from newstui.model.people import Person
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, occurrences

_CHIEF: Final = rf"总(?:(?=结合)|(?![{words('verbs', 'chief_stems')[0]}]))"
"""``李总`` is a general manager."""
RANK: Final = rf"(?:(?:常务|执行|第一|名誉|代)?副?(?:{either(words('verbs', 'ranks'))})|{_CHIEF})"
_RANK_BEHIND: Final = late(rf"副?(?:{either(words('verbs', 'ranks'))})|{_CHIEF}")
_RANK_BEGINS: Final = frozenset((*"常执第名代副总", *(word[0] for word in words("verbs", "ranks"))))
"""The first letters of both."""
_CALLED: Final = "同志|先生|女士|一行|老人|师傅|大爷|大娘|大妈|大叔|大姐|奶奶|爷爷|阿姨|医生|护士"
_AFTER: Final = re.compile(rf"(?:{_CALLED}|{either(words('posts', 'military'))}|{RANK}){{1,2}}")
_AFTER_BEGINS: Final = _RANK_BEGINS.union(word[0] for word in (*_CALLED.split("|"), *words("posts", "military")))
"""The first letters of all that."""
_RANKS: Final = frozenset(words("verbs", "ranks"))
_DOUBLE: Final = frozenset(words("surnames", "double"))
_SHORT: Final = 3
"""Names of more letters may be called by their first two, as those with such a surname: 洛桑书记, 欧阳书记."""
_SURNAMES: Final = "".join(words("surnames", "frequent", "usual"))
_UNKNOWN: Final = re.compile(
    rf"[{_SURNAMES}](?=[{''.join(sorted(_RANK_BEGINS))}])"
    r"(?:(?<=^.)|(?<=[,;。:的][^任于时向从和连同应常])|(?<=(?:随后|最后|之后|会后|接着|会上|首先|其次|然后|同时).))"
    rf"{RANK}(?![会室团办制期岗级])",
    re.MULTILINE,
)
"""A surname and a rank at the head of a noun phrase, of somebody never named in full."""
_CLIPPED: Final = {
    **{rank[0]: rank for rank in ("局长", "院长", "校长", "处长", "科长", "队长", "所长", "厅长", "董事长")},
    "检": "检察长",
}
"""Ranks that a surname and a single letter stand for: ``郑局``, ``郑检``."""
_SAYS: Final = late("指出|强调|要求|表示|希望|认为|提出|[还也]?说|介绍|首先|最后|对|就")
"""What such a one goes on with."""
GENERAL: Final = "总书记"
"""The rank that alone names who bears it."""
_BEFORE: Final = late(rf"(?:{either(words('verbs', 'governs'))})了?(?:新任)?$")
_BEFORE_ENDS: Final = frozenset((*(word[-1] for word in words("verbs", "governs")), "了", "任"))
"""The last letters of all that."""
_PLACES: Final = ("家中", "家里", "的家", "家,", "家庭", "身边", "面前", "身旁", "床前", "手中", "手里", "家属")
"""What makes a place of somebody, or somebody else: 在王某家中."""
_TOWARDS: Final = late(
    r"(?:向|对|代表(?:(?<=^代表)|(?<=[,。;:长记任席理授]代表)|(?<=(?:首先|随后|最后|分别|接着)代表)))"
    r"(?![上下前后内外此照比应策话象口接阳导于])[^,。;:、]*$"
)
"""A preposition that governs whoever stands behind it in the clause: 向专程前来的王某一行表示欢迎."""
_TOWARDS_FAR: Final = 40
"""How far before somebody such a preposition stands at most."""
_DOCTRINE: Final = re.compile(
    r"(?:同志)?为核心|[^,。;了《“就对]{0,16}思想(?!道德|品德|观念|认识|作风)|(?:的|系列|关于[^,;]{1,24}的)(?:一?系列)?重要(?:讲话|指示|论述|批示)|[^,]{0,3}关于|重要[^,;]{2,12}精神"
)

_CLAUSE_HEADS: Final = frozenset(("", *"\n。,;:! "))
"""What stands before the first word of a clause."""
_WORD: Final = 6
"""So near a name the quotation marks stand of a word it is part of."""
_PLAIN_WORD: Final = late(r"[^“”,。;:、!?\n]+")

_WHEN: Final = late("(?:[^,。;:]{0,16}[日天晚午时后前上中来],?)?")
"""What may stand before a list that heads a sentence."""


class Mention(NamedTuple):
    """One place that names a person: where its noun phrase starts, where it ends, and the full name."""

    start: int
    end: int
    name: str


class Speakers:
    """The mentions of an article, in order."""

    def __init__(self, page: Page, people: Iterable[Person]) -> None:
        text, plain = page.text, page.plain
        self.plain = plain
        known = tuple(people)
        self.general = _general(known) if GENERAL in plain else None
        self._people = known
        found = [mention for person in known for mention in _named(plain, person) if not _is_word(plain, mention)]
        taken = _places(found)
        ranked = [mention for mention in _by_rank(page, known, self.general) if mention.start not in taken]
        taken |= _places(ranked)
        unknown = [
            Mention(*at.span(), text[slice(*at.span())]) for at in _UNKNOWN.finditer(plain) if at.start() not in taken
        ]
        unknown += _again(plain, unknown, taken)
        self.mentions = sorted({*found, *ranked, *unknown})
        self._starts = [start for start, _, _ in self.mentions]

    def bearer(self, noun: str) -> str | None:
        """The only one whose post ends in a rank that stands alone: ``总理``, ``校长``."""
        if noun not in _RANKS:
            return None
        bearers = [one.name for one in self._people if _bears(one, noun)]
        return bearers[0] if len(bearers) == 1 else None

    def is_named(self, name: str | None) -> bool:
        """Whether somebody is mentioned under this name: no body, no crowd."""
        return any(mention.name == name for mention in self.mentions)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in a stretch of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end] if first < last else []

    def any_within(self, start: int, end: int) -> bool:
        """Whether a mention starts in a stretch of the text."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def several_within(self, start: int, end: int) -> bool:
        """Whether more than one mention starts in a stretch of the text."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start) > 1

    def together(self, mention: Mention, start: int) -> list[Mention]:
        """The list a subject belongs to: ``县长王某、副县长李某``, with commas too where it heads a sentence."""
        at = bisect_left(self._starts, mention.start)
        first = next(number for number in range(at, -1, -1) if not (number and self._joined(number - 1, "、,")))
        heads = first < at and _WHEN.fullmatch(self.plain, start, self.mentions[first].start)
        last = next(number for number in range(at, len(self.mentions)) if not self._joined(number, "、和"))
        return self.mentions[first if heads else at : last + 1]

    def _joined(self, number: int, marks: str) -> bool:
        """Whether nothing but one of the marks stands between a mention and the next."""
        left, right = self.mentions[number : number + 1], self.mentions[number + 1 : number + 2]
        return bool(right) and right[0].start == left[0].end + 1 and self.plain[left[0].end] in marks

    def subject(self, start: int, end: int) -> Mention | None:
        """The person a clause is about: the first one named in it that no preposition governs."""
        if not self.any_within(start, end):
            return None
        inside = self.within(start, end)
        governed = -1
        for mention in inside:
            first, last, _ = mention
            if self.plain.startswith("的", last) and mention is not inside[-1]:
                continue
            if self.plain.startswith(_PLACES, last):
                continue
            if first == governed + 1 and self.plain[governed] in "、和":
                governed = last
                continue
            if is_towards(self.plain, start, first) or self._is_governed(start, first):
                governed = last
                continue
            if not _DOCTRINE.match(self.plain, last, end):
                return mention
        return None

    def _is_governed(self, start: int, end: int) -> bool:
        """Whether a preposition right before a place governs who is named there."""
        governs = self.plain[end - 1] in _BEFORE_ENDS
        return governs and _BEFORE.search(self.plain, max(start, end - 4), end) is not None


def _again(plain: str, unknown: list[Mention], taken: set[int]) -> Iterator[Mention]:
    """Every other place that names those of whom only a surname and a rank are known."""
    for called, name in {plain[slice(*each[:2])]: each.name for each in unknown}.items():
        yield from (Mention(at, at + len(called), name) for at in occurrences(plain, called) if at not in taken)


def _places(mentions: Iterable[Mention]) -> set[int]:
    """Every place that some mentions take."""
    taken: set[int] = set()
    for start, end, _ in mentions:
        taken.update(range(start, end))
    return taken


def _is_word(plain: str, mention: Mention) -> bool:
    """Whether a name is only part of a word in quotation marks: ``“王某班”的同学``."""
    start, end, _ = mention
    opened = plain.rfind("“", start - _WORD if start > _WORD else 0, start)
    if opened < 0:
        return False
    closed = plain.find("”", end, end + _WORD)
    word = plain[opened + 1 : closed]
    return closed >= 0 and len(word) > end - start and _PLAIN_WORD.fullmatch(word) is not None


def is_towards(plain: str, start: int, end: int) -> bool:
    """Whether a preposition in the clause before a place governs who is named there."""
    if end - start > _TOWARDS_FAR:
        start = end - _TOWARDS_FAR
    words_of = plain[start:end]
    told = "向" in words_of or "对" in words_of or "代表" in words_of
    return told and _TOWARDS.search(plain, start, end) is not None


def _named(plain: str, person: Person) -> Iterator[Mention]:
    """The mentions of a person with the posts before and the courtesy behind."""
    posts = {end: start for start, end in [post.span for post in person.posts]}
    for name, end in person.mentions:
        start = _with_posts(plain, posts, person, name) if posts else name
        after = _AFTER.match(plain, end) if plain[end : end + 1] in _AFTER_BEGINS else None
        yield Mention(start, after.end() if after else end, person.name)


def _with_posts(plain: str, posts: dict[int, int], person: Person, start: int) -> int:
    """Where the posts before a name begin; ``posts`` has their starts by their ends."""
    while True:
        before = posts.get(start)
        if before is None and plain[start - 1 : start] == "、":
            before = posts.get(start - 1)
            if before is None:
                before = _worded(plain, person, start - 1)
        if before is None or before >= start:
            return start
        start = before


def _worded(plain: str, person: Person, end: int) -> int | None:
    """Where words begin that end at a place and are those of a post somebody has elsewhere."""
    said = (end - len(post) for one in person.posts if plain.endswith(post := aligned(one.text), 0, end))
    return next(said, None)


def _by_rank(page: Page, people: tuple[Person, ...], general: str | None) -> Iterator[Mention]:
    """``王部长`` for 王大年, ``总书记`` for the general secretary of the article."""
    plain = page.plain
    bearers: dict[str, list[Person]] = {}
    for person in people:
        whole = person.name
        for size in (1, 2) if len(whole) > _SHORT or whole[:2] in _DOUBLE else (1,):
            bearers.setdefault(whole[:size], []).append(person)
    bearer = cache(lambda surname, rank: _bearer(bearers[surname], rank))
    ranked: set[int] = set()
    for surname in sorted(bearers, key=len, reverse=True):
        for at in page.places(surname):
            behind = at + len(surname)
            letter = plain[behind : behind + 1]
            rank = _RANK_BEHIND.match(plain, behind) if letter in _RANK_BEGINS else None
            if rank is None and (clipped := _CLIPPED.get(letter)):
                heads = plain[max(0, at - 1) : at] in _CLAUSE_HEADS and _SAYS.match(plain, behind + 1)
                if heads and (found := bearer(surname, clipped)) and _bears(found, clipped):
                    yield Mention(at, behind + 1, found.name)
            if rank is None or rank.start() in ranked:
                continue
            ranked.add(rank.start())
            if found := bearer(surname, rank[0]):
                yield Mention(at, rank.end(), found.name)
    if general:
        for at in occurrences(plain, GENERAL):
            yield Mention(at, at + len(GENERAL), general)


def _bears(person: Person, rank: str) -> bool:
    """Whether one of somebody's posts ends in a rank."""
    return any(post.text.endswith(rank) for post in person.posts)


def _general(people: tuple[Person, ...]) -> str | None:
    """Who is the general secretary."""
    return next((one.name for one in people if _bears(one, GENERAL)), None)


def _bearer(same: Sequence[Person], rank: str) -> Person | None:
    """The only one of a surname, or the first who holds the rank."""
    ranked = [one for one in same if _bears(one, rank)]
    chosen = ranked or same
    return chosen[0] if len(chosen) == 1 or ranked else None
