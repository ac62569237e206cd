"""Where a speech opens: a speaker, perhaps some adverbials, a verb of saying, and then the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from newstui.model.article import Span
from newstui.parsing.lexicon import either, words
from newstui.parsing.speakers import Mention, Speakers, body_ending

_MASKED: Final = re.compile(r"“[^”\n]*”|《[^》\n]*》|\([^)\n]*\)|「[^」\n]*」")
_MARK: Final = re.compile(r"[,:;。!?\n”」]|——")
_LEAD: Final = re.compile(
    r"(?:会上|会前|会后|随后|最后|此外|另外|同时|但是?|而|然而|不过|对此|为此|因此|目前|日前|近日|当天|当日|接着|其中|其次|据悉|其间|期间|今天|昨天"
    r"|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|[上下]午|晚上?|当晚|\d{1,2}月|有|在此)+"
)
_CIRCUMSTANCE: Final = re.compile(
    r"(?:(?:在|当|于)?[^,]{0,60}?(?:时|后|中|上|下|里|期间|之际|之余|前)|(?:对|就|向|代表|针对|结合|围绕|从|通过|以)[^,]*)$"
)


class Opening(NamedTuple):
    """A speech opens at ``start``; its words begin at ``words``."""

    start: int
    words: int
    speaker: str
    verb: str
    rule: str
    ordering: bool = False
    """The verb itself gives an order: 要求, 希望."""


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words("verbs", key))


@cache
def _verb() -> re.Pattern[str]:
    every = either(_list("saying") | _list("direct"))
    return re.compile(
        rf"(?P<verb>{every})(?P<tail>道)?(?:(?P<mark>[,:]\s*[“「]?|[“「])|(?=(?P<more>[^\s,:;。!?、的了过])))"
    )


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(_list('adverbs'))}|[^,]{{1,6}}地)*$")


@cache
def _speakerless() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(_list('without_speaker'))})")


@cache
def _feeling() -> re.Pattern[str]:
    return re.compile(rf"[^,;。]{{0,14}}?(?:{either(_list('feelings'))})(?=[,;。!]|$)|受益匪浅")


def masked(plain: str) -> str:
    """The text with the inside of quotations, titles and brackets blanked, one character for one."""
    return _MASKED.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], plain)


class Openings:
    """Finds the openings in the sentences of one article."""

    def __init__(self, plain: str, speakers: Speakers) -> None:
        self.plain = plain
        self.masked = masked(plain)
        self.speakers = speakers
        self.marks = [match.end() for match in _MARK.finditer(self.masked)]
        self.topic: str | None = None
        """Whom the last sentence was about: the one that 他 means."""

    def within(self, sentence: Span, speaking: str | None) -> list[Opening]:
        """The openings of a sentence, in order; ``speaking`` is whose words run where it begins."""
        found: list[Opening] = []
        for match in _verb().finditer(self.masked, sentence.start, sentence.end):
            opening = self._opening(match, sentence, found[-1].speaker if found else speaking)
            if opening and (not found or opening.words > found[-1].words):
                found.append(opening)
        self._follow(sentence, found)
        return found

    def _follow(self, sentence: Span, found: list[Opening]) -> None:
        if found:
            self.topic = found[-1].speaker
            return
        about = self.about(sentence.start, sentence.end)
        if about:
            self.topic = about.name

    def about(self, start: int, end: int) -> Mention | None:
        """The person a stretch of text is about, its last clause first."""
        edges = [start, *(at for at in self._marks(start, end)), end]
        for left, right in zip(reversed(edges[:-1]), reversed(edges[1:]), strict=True):
            mention = self.speakers.subject(left, right)
            if mention and not re.search(r"陪同|参加|出席|[、,]$", self.masked[mention.end : right]):
                return mention
        return None

    def _marks(self, start: int, end: int) -> list[int]:
        return [at for at in self.marks[bisect_right(self.marks, start) : bisect_right(self.marks, end)] if at < end]

    def _opening(self, match: re.Match[str], sentence: Span, speaking: str | None) -> Opening | None:
        start = max(sentence.start, self.marks[at - 1] if (at := bisect_right(self.marks, match.start())) else 0)
        verb, ordering = match["verb"], match["verb"] in _list("ordering")
        direct = not match["mark"]
        if direct and not self._says_directly(match, sentence):
            return None
        before = self.masked[start : match.start()]
        said = self._speaker(start, match.start(), before, verb, direct)
        if said:
            return Opening(said[1], match.end(), said[0], verb, said[2], ordering)
        return self._elided(match, start, before, sentence, speaking, direct)

    def _says_directly(self, match: re.Match[str], sentence: Span) -> bool:
        if match["verb"] not in _list("direct") or not match["more"]:
            return False
        after = self.masked[match.end() : sentence.end]
        clause = re.split(r"[,;。!?]", after, maxsplit=1)[0]
        if match["verb"] in {"表示", "表态"} and _feeling().match(after):
            return False
        if match["verb"] in {"指出", "强调"} and re.search(r"的?(?:不足|问题|性|意义|作用|要求|方向|情况)$", clause):
            return False
        return len(clause) >= 4

    def _speaker(self, start: int, end: int, before: str, verb: str, direct: bool) -> tuple[str, int, str] | None:
        """Speaker, start of the clause's speaker and rule, where the clause itself names one."""
        mention = self.speakers.subject(start, end)
        if mention:
            between = self.masked[mention.end : end]
            if _adverbs().match(between) or (not direct or _CIRCUMSTANCE.search(between)):
                return mention.name, mention.start, "person-says"
            return None
        core = _adverbs().sub("", before)
        if core[-1:] in _list("pronouns") or core[:1] in _list("pronouns"):
            return (self.topic, start, "pronoun-says") if self.topic else None
        return self._body(start, core, verb, direct)

    def _body(self, start: int, core: str, verb: str, direct: bool) -> tuple[str, int, str] | None:
        lead = _LEAD.match(core)
        offset = lead.end() if lead else 0
        core = core[offset:]
        if _speakerless().match(core) or not 2 <= len(core) <= 30:
            return None
        ended = body_ending().search(core)
        if not ended:
            circumstance = _CIRCUMSTANCE.search(core)
            if circumstance and body_ending().search(_adverbs().sub("", core[: circumstance.start()])):
                core = core[: circumstance.start()]
                ended = body_ending().search(core)
        if not ended and (direct or verb in _list("personal") or len(core) > 12 or re.search("[的了是为在]", core)):
            return None
        core = re.sub(r"\d{1,2}日$", "", _adverbs().sub("", core))
        words_ = self.plain[start + offset : start + offset + len(core)]
        return words_, start + offset, "body-says"

    def _elided(
        self, match: re.Match[str], start: int, before: str, sentence: Span, speaking: str | None, direct: bool
    ) -> Opening | None:
        core = _adverbs().sub("", before)
        lead = _LEAD.match(core)
        if lead:
            core = core[lead.end() :]
        if core and not (not direct and re.fullmatch(r"(?:在|当)[^,]*(?:时|后|中|上|里|期间|之际|前)", core)):
            return None
        verb = match["verb"]
        joined = re.match("并|还|同时", before) and verb in {"强调", "指出", "表示", "要求"}
        if speaking and not joined:
            return None
        if not direct and verb in _list("personal"):
            return None
        earlier = self.about(sentence.start, start)
        name = earlier.name if earlier else speaking or self._body_about(sentence.start, start) or self.topic
        if not name:
            return None
        return Opening(start, match.end(), name, verb, "speaker-elided", verb in _list("ordering"))

    def _body_about(self, start: int, end: int) -> str | None:
        match = re.match(
            r"(?:[^,;。]{0,30}日[^,]{0,4},)?([^,;。]{2,30}?)(?:组织|主持)?(?:召开|听取|全面|深入|审议|传达|部署|总结|就|对|学习|举办|举行|作)",
            self.masked[start:end],
        )
        if match and body_ending().search(match[1]):
            return self.plain[start + match.start(1) : start + match.end(1)]
        return None


def openings_of(openings: Openings, sentences: Iterator[Span]) -> list[Opening]:
    """All openings of a run of narrative sentences."""
    return [opening for sentence in sentences for opening in openings.within(sentence, None)]
