"""The offices of a person: posts made whole one after the other, by what others near them hold too."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from newstui.model.people import Office, Post
from newstui.parsing import lexicon
from newstui.parsing.neighbours import (
    DEPUTY,
    PARTY_MEMBER,
    Whole,
    deputy_of,
    in_full,
    in_row,
    near,
    of_known,
    of_place,
    of_short,
    of_the_only,
    split,
    with_body,
)
from newstui.parsing.organizations import owner_of
from newstui.parsing.places import abroad
from newstui.parsing.setting import Setting
from newstui.parsing.whole_posts import made_whole, stands_alone

_OF_STATE: Final = frozenset(("总书记", "国家主席", "国家副主席", "总理", "副总理", "外交部长", "国防部长"))
"""What many a state has."""


class _Holder(NamedTuple):
    """Somebody with their posts, and what the text tells around them."""

    text: str
    name: str
    posts: tuple[Post, ...]
    setting: Setting
    places: dict[int, str]
    """By the start of a post after a name, the unit named before the name: 市教育局石某副局长."""
    seen: dict[int, str]
    """By the end of a post, the organisations of the people before."""

    def whole(self, post: Post, beside: tuple[Post, Office | None] | None, *, alone: bool) -> Whole | None:
        """A post made whole by itself, by the one ``beside`` it in its chain, or ``alone`` by those of others near."""
        at, words_of = post.span.start, "".join(post.span.of(self.text).split())
        seen = self.seen
        whole = (in_row(self.text, words_of, at, seen) or near(words_of, at, seen, PARTY_MEMBER)) if alone else None
        whole = whole or (of_short(words_of, seen) if alone else None)
        if words_of == "主席" and beside is None and self.name in lexicon.words("posts", "presidents"):
            return Whole("国家", words_of, "post")
        if words_of in _OF_STATE and _is_theirs(words_of, self.name, self.posts, self.setting):
            whole = _of_their_state(Whole(*split(words_of), "previous post"), self.posts)
        elif whole is None and not (beside and beside[1] is None and not stands_alone(words_of)):
            whole = made_whole(words_of, beside[1] if beside else None, self.setting, self.places.get(at))
        if whole is None and beside is None:
            whole = of_known(self.places.get(at), words_of, seen)
        if whole is None and alone:
            whole = near(words_of, at, seen, DEPUTY) or of_place(self.text, words_of, at, seen)
            whole = whole or deputy_of(self.text, words_of, at, seen) or of_the_only(words_of, seen)
        if whole and whole.organization in _central() and self.setting.is_abroad():
            whole = _of_their_state(whole, self.posts) or whole
        return _in_full(whole, seen) if whole and whole.reason == "post" and alone else whole


def offices(
    text: str, name: str, posts: tuple[Post, ...], setting: Setting, places: dict[int, str], seen: dict[int, str]
) -> tuple[Office, ...]:
    """The offices of one person, in the order of the posts; a post whose organisation stays unknown has none.

    A bare 总书记 is ours of a ``name`` that has led our party, and of no other party's leader.

    ``places`` gives, by the start of a post after a name, the unit named before the name: 市教育局石某副局长.
    ``seen`` gives, by the end of a post, the organisations of the people before, and takes this one's.
    """
    if not posts:
        return ()
    holder = _Holder(text, name, posts, setting, places, seen)
    found: dict[str, Office] = {}
    held: set[str] = set()
    former: tuple[Post, Office | None] | None = None
    for index, post in enumerate(posts):
        beside = former if former and _beside(former[0], post) else None
        whole = holder.whole(post, beside, alone=beside is None and bool(seen) and post.span.start not in places)
        office = None
        if whole and (beside or post.text not in held):
            words_whole = whole.organization + whole.rank
            one = Office(words_whole, with_body(whole), whole.rank, index, whole.reason)
            office = found.setdefault(words_whole, one)
            held.add(office.rank)
        former = (post, office)
        if office:
            seen[post.span.end] = owner_of(office.organization)
        elif text[post.span.start] in "我本该":
            seen.clear()
    return tuple(found.values())


def _in_full(whole: Whole, seen: dict[int, str]) -> Whole:
    """The same of a body whose whole name somebody named before has."""
    body = owner_of(whole.organization)
    known = in_full(body, seen)
    if known == body:
        return whole
    return Whole(known + whole.organization[len(body) :], whole.rank, "previous post")


def _is_theirs(post: str, name: str, posts: tuple[Post, ...], setting: Setting) -> bool:
    """Whether a post of a state may be another one's: 总书记 of a party that is not ours."""
    if name in lexicon.words("posts", "statesmen") or any(one.text.startswith("中") for one in posts):
        return False
    return post == "总书记" or setting.is_abroad()


def _of_their_state(whole: Whole, posts: tuple[Post, ...]) -> Whole | None:
    """The same of the state that another post of somebody names: 国家主席 beside 越共中央总书记."""
    states = lexicon.table("organs")["states"]
    for post in posts:
        start = next((size for size in (2, 3, 4, 5, 6, 7) if post.text[:size] in states), 0)
        state = states[post.text[:start]] if start else next(iter(abroad().findall(post.text[:8])), "")
        if state and post.text.startswith((post.text[:start] or "#", state)):
            return Whole(state + whole.organization, whole.rank, "previous post")
    return None


@cache
def _central() -> frozenset[str]:
    """What every state may have under the name of ours."""
    return frozenset((*lexicon.words("organs", "central"), "国家", "外交", "国防"))


def _beside(former: Post, post: Post) -> bool:
    """Whether two posts stand in one chain."""
    return 0 <= post.span.start - former.span.end <= 2
