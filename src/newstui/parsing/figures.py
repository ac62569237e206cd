"""People at their places in a text: whole names with the posts before them, surnames with a rank."""

from __future__ import annotations

from typing import Final

from newstui.model.reading import Reading
from newstui.model.record import record
from newstui.parsing.lexicon import Starts, words
from newstui.parsing.text import Page

_RANKS: Final = Starts(words("roles", "ranks.words"))
_LINK: Final = "、 \u3000"


@record
class Mention:
    """A person named at a place; ``start`` takes in the posts before the name. Objects do nothing themselves."""

    person: int
    start: int
    name: int
    end: int
    is_object: bool = False
    is_led: bool = False

    def marked(self, *, is_object: bool, is_led: bool) -> Mention:
        """The same as an object or none, as one who is led or not."""
        return Mention(self.person, self.start, self.name, self.end, is_object, is_led)


def whole(plain: str, reading: Reading) -> list[Mention]:
    """Whole names, each with the chain of posts right before it."""
    found = []
    for number, person in enumerate(reading.people):
        posts = {end: start for start, end in [post.span for post in person.posts]}
        for name, end in person.mentions:
            found.append(Mention(number, _with_posts(plain, posts, name) if posts else name, name, end))
    return found


def _with_posts(plain: str, posts: dict[int, int], start: int) -> int:
    """Where the posts before a name begin; ``posts`` has their starts by their ends."""
    while (before := _unlinked(plain, start)) in posts:
        start = posts[before]
    return start


def _unlinked(plain: str, end: int) -> int:
    """Where the words before a place end, marks of lists left out."""
    while end and plain[end - 1] in _LINK:
        end -= 1
    return end


def short(page: Page, reading: Reading, named: set[int]) -> list[Mention]:
    """A surname with a rank, where only one person of the article has that surname, or both: ``陈市长``.

    ``named`` are the places of whole names.
    """
    plain = page.plain
    owners: dict[str, list[int]] = {}
    for number, person in enumerate(reading.people):
        if "·" not in person.name:
            owners.setdefault(person.name[0], []).append(number)
    found = []
    for surname, every in owners.items():
        for at in page.places(surname):
            ranked = at not in named and plain[at + 1 : at + 2] in _RANKS
            if ranked and (rank := _RANKS.at(plain, at + 1)):
                bearers = every if len(every) == 1 else _of_rank(reading, every, rank)
                found += [Mention(number, at, at, at + 1 + len(rank)) for number in bearers]
    return found


def _of_rank(reading: Reading, every: list[int], rank: str) -> list[int]:
    """The only one of several people of one surname who has a rank."""
    bearers = [number for number in every if any(_is_of(post.text, rank) for post in reading.people[number].posts)]
    return bearers if len(bearers) == 1 else []


def _is_of(post: str, rank: str) -> bool:
    """Whether a post ends in a rank, and not in that of the deputy."""
    return post.endswith(rank) and not post.endswith(f"副{rank}")
