"""Where an article plays, its places and units: what makes a short post whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.reading import Reading
from newstui.parsing import lexicon, words
from newstui.parsing.hanzi import LETTER
from newstui.parsing.neighbours import LEVEL_HEAD
from newstui.parsing.organizations import is_whole
from newstui.parsing.places import abroad, by_short_name, only_city, places
from newstui.parsing.text import Page
from newstui.parsing.units import KINDS, units

_LEAD: Final = 400
_OPENING: Final = 60
"""So early in a text the firm it is about is named with its people."""
_WHOLE: Final = 3000
"""How far into the body its first lines go, and the rest of what tells where it plays."""
_LEVEL_TOLD: Final = late("(?<![省市州])(?:[全我]|(?=[市县区旗](?:委|政府|长|政协|人大)))([市县区旗])")
"""Words that tell the level of the place an article is about."""
_LEVELLED: Final = late(
    f"(?:中共)?{LETTER}{{1,9}}?[市县区旗镇乡](?=委|政府|人民|融媒|纪委|新闻|广播|电视|发布|宣传|报|在线|网|教育|公安|文明)"
)
_PAPER: Final = late(f"({LETTER}{{2,3}}?)(?:[日晚周时]?报|乡音报|新闻|广播电|电视|融媒|发布|网|在线|宣传|政府|党建)")
_LEARNT_AT: Final = late(r"(?:[前奔]往|赶?赴|到)([^,。;\n]{2,40}?)(?:等地)?(?:实地|开展)*(?:考察|参观|交流)?学习")
"""Where somebody goes to learn from others."""
_GROUP: Final = late(
    f"(?:(?P<body>{LETTER}{{3,16}})(?:召开|举行))?(?P<name>(?:{LETTER}|“[^”]{{2,12}}”){{2,24}}?领导小组)"
    r"(?:第.{1,3}次)?(?:全体|专题|扩大|工作|\(扩大\))*会"
)
"""The meeting of a leading group."""
_IS_ONE: Final = "是一?[所家个]"
"""Behind a unit of which is told what it is."""
_HOLDS: Final = "(?:隆重|成功|圆满)?(?:召开|举行|举办|开展|庆祝)"
"""Behind one that holds something."""
_FRONT: Final = 4000
"""So far into a text names of people are left out of it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: the reason (``title``, ``lead``, ``dateline``) and its words, the nearest first."""

    texts: tuple[tuple[str, str], ...]
    known: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    """What was asked before, of this article alone."""

    def within(self, piece: str) -> Setting:
        """The setting of one piece of a digest: its own first lines before all else."""
        return Setting((("lead", piece[:_LEAD]), *self.texts))

    def place(self, level: str) -> tuple[str, str] | None:
        """The first place of a level, ``县``, and the reason: ``("青溪县", "title")``."""
        if level not in self.known:
            guests = self._guests(level)
            self.known[level] = self._first(
                lambda text: (
                    next((name for name in places(text, level) if name not in guests), None)
                    or next(
                        (name for name in (by_short_name(text, level, len(text) < 80),) if name not in guests), None
                    )
                )
            )
            if self.known[level] is None and level == "市":
                city = only_city("".join(text for _, text in self.texts[:2]))
                self.known[level] = (city, "lead") if city and city not in guests else None
        return self.known[level]

    def _guests(self, level: str) -> frozenset[str]:
        """The places whose people have come to the one an article calls ours: 来我市, and those gone to, to learn."""
        came = re.compile(f"[来到赴]我{level}")
        told = [text[: found.start()] for _, text in self.texts[:2] if (found := came.search(text))]
        told += [found[1] for _, text in self.texts[:2] if "学习" in text for found in _LEARNT_AT.finditer(text)]
        return frozenset(name for each in told for name in places(each, level))

    def named_in_full(self, body: str) -> str | None:
        """A body of the centre that the texts name in full: 国务院国资委 for 国资委."""
        whole = (name for name in lexicon.words("organs", "central") if name.endswith(body) and name != body)
        return next((name for name in whole if any(name in text for _, text in self.texts)), None)

    def kinds(self) -> tuple[str, ...]:
        """The kinds its own unit may be of: the one it calls 我院, else all."""
        ours = [kind for kind in KINDS if any(f"我{kind}" in text for _, text in self.texts[:2])]
        return tuple(ours or KINDS)

    def level_of(self, body: str) -> str | None:
        """The level at which the texts name a body: 市 for 教育局 where 市教育局 stands."""
        found = (re.search(f"([省市县区州]){body}", text) for _, text in self.texts)
        return next((match[1] for match in found if match), None)

    def own_level(self) -> str | None:
        """The level of the place an article is about: 县 where it says 全县 or 县委, and no other level."""
        told = {match[1] for _, text in self.texts[:2] for match in _LEVEL_TOLD.finditer(text)}
        return told.pop() if len(told) == 1 else None

    def is_abroad(self) -> bool:
        """Whether the headline or the lead names another country."""
        if "abroad" not in self.known:
            named = any(abroad().search(text) for _, text in self.texts[:2])
            self.known["abroad"] = ("", "lead") if named else None
        return self.known["abroad"] is not None

    def unit(self, kind: str) -> tuple[str, str] | None:
        """The first unit of a kind, ``校``, and the reason; of a headline with 我校, the only one the text knows."""
        key = f"unit {kind}"
        if key not in self.known:
            ours = [reason for reason, text in self.texts if f"我{kind}" in text]
            if "title" in ours or re.match(f"{kind}(?:党委|纪委|团委|工会|[长领])", self.texts[0][1]):
                found = self._only_unit(kind) or self._only_actor(kind)
            else:
                found = self._first(lambda text: next(units(text, kind, bool(ours)), None))
            self.known[key] = self._with_place(found) if found else None
        return self.known[key]

    def _only_unit(self, kind: str) -> tuple[str, str] | None:
        """The unit an article about 我校 names more than once: the only one, and none of the headline or visited."""
        for reason, text in self.texts:
            every = list(units(text, kind))
            if len(set(every)) > 1 or (every and reason == "title"):
                return None
            if len(every) > 1 and not re.search(f"[赴到往访与同和及]{re.escape(every[0])}", text):
                return every[0], reason
        return None

    def group(self) -> str | None:
        """The leading group whose meeting an article is about, with the body that called it."""
        told = (_GROUP.search(text) for _, text in self.texts[:2] if "领导小组" in text)
        found = next((match for match in told if match), None)
        if found is None or LEVEL_HEAD.match(found["name"]) or is_whole(found["name"]):
            return found and found["name"]
        return found["body"] + found["name"] if found["body"] and is_whole(found["body"]) else None

    def _only_actor(self, kind: str) -> tuple[str, str] | None:
        """The unit that alone begins a clause and acts or is something, and is none of the headline or visited."""
        whole = max((text for reason, text in self.texts if reason == "lead"), key=len, default="")
        acts = _IS_ONE if not re.search(f"我{kind}{_HOLDS}", self.texts[0][1]) else f"(?:{_IS_ONE}|{_HOLDS})"
        named = {name for name in units(whole, kind) if re.search(f"(?:^|[,。;\n]){re.escape(name)}{acts}", whole)}
        only = named.pop() if len(named) == 1 else ""
        guests = f"[赴到往访与同和及]{re.escape(only)}|{re.escape(only)}(?:一行|代表团|来[我校访])"
        if not only or only in self.texts[0][1] or re.search(guests, whole):
            return None
        return only, "lead"

    def own_firm(self, kind: str) -> tuple[str, str] | None:
        """The firm that an article calls 公司 or 集团: one of the headline, or one that acts in the lead."""
        key = f"firm {kind}"
        if key not in self.known:
            found = self._first(lambda text: next(units(text, kind, unnamed=True), None))
            early = found or self._first(lambda text: next(units(text[:_OPENING], kind), None))
            self.known[key] = self._with_place(early) if early else None
        return self.known[key]

    def society(self) -> tuple[str, str] | None:
        """The society the headline names, or the only one the lead names."""
        found = self.unit("会")
        if found is None or found[1] == "title":
            return found
        return found if len({name for _, text in self.texts for name in units(text, "会")}) == 1 else None

    def _with_place(self, unit: tuple[str, str]) -> tuple[str, str] | None:
        """市一院 of an article of 青溪市 is 青溪市一院."""
        name, _reason = unit
        if name[0] not in "省市县区州":
            return unit
        place = self.place(name[0])
        return (place[0] + name[1:], place[1]) if place else None

    def _first(self, find: Callable[[str], str | None]) -> tuple[str, str] | None:
        return next(((found, reason) for reason, text in self.texts if (found := find(text))), None)


def setting(page: Page, reading: Reading, names: Iterable[tuple[int, int]]) -> Setting:
    """The setting of an article: its title, its first lines, its dateline. Names of people hold no place."""
    plain, parts = _without(page.plain, names), reading.parts
    first = parts.body[0] if parts.body else Span(0, len(plain))
    lead, whole = (plain[first.start : min(first.end, first.start + reach)] for reach in (_LEAD, _WHOLE))
    texts = [("title", parts.title.of(plain) if parts.title else ""), ("lead", lead)]
    if reading.dateline and reading.dateline.place:
        texts += [("dateline", reading.dateline.place)]
    texts += [("lead", whole)] if len(whole) > len(lead) else []
    texts += [("source", outlet)] if (outlet := _of_outlet(reading)) else []
    return Setting(tuple(texts))


def _of_outlet(reading: Reading) -> str:
    """The place in the name of the outlet: 青桥县 of 青桥县融媒体中心, 青溪市 of 青溪日报."""
    for outlet in (reading.dateline.agency if reading.dateline else None, reading.source):
        if outlet and (named := _LEVELLED.match(outlet)):
            return named[0]
        paper = _PAPER.match(outlet) if outlet else None
        if paper and (place := next((paper[1] + level for level in "市县" if words.is_place(paper[1] + level)), "")):
            return place
        if outlet and (province := by_short_name(outlet[:4], "省", True)):
            return province
    return ""


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans of its front, which are in order, blanked out."""
    pieces, at = [], 0
    for start, end in spans:
        if at < end <= _FRONT:
            pieces += [text[at:start], "#" * (end - (at if at > start else start))]
            at = end
    return "".join([*pieces, text[at:]])
