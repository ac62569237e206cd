"""Where a speech opens: a speaker, perhaps some adverbials, a verb of saying, and then the words."""

from __future__ import annotations

import re
from bisect import bisect_right
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
_WHEN: Final = re.compile(r"(?:在|当|于|经)?[^,]{0,60}?(?:时|后|中|上|下|里|期间|之际|之余|之前|会前)$")
_ABOUT: Final = re.compile(
    r"(?:对|就|向|代表|针对|结合|围绕|从|通过|以|用|受|在|与|同|于|本月|上月|今年|去年|当地|日前|近日|早些|\d{1,2}[日月])[^,]*$"
)
_NOUN_OBJECT: Final = re.compile(
    r"^(?!.*(?:要|应|必须|是))(?=.*[的了]|存在).*(?:不足|问题|性|意义|作用|要求|方向|情况|差距|短板|重点)$"
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
    quoted: Span | None = None
    """The quotation that stands before the speaker: ``“…。”张某说。``"""


class Speaker(NamedTuple):
    """Who speaks, where the words for it begin, and the rule that says so."""

    name: str
    start: int
    rule: str


@cache
def verbs(key: str) -> frozenset[str]:
    """One of the lists of verbs and words around them."""
    return frozenset(words("verbs", key))


@cache
def _verb() -> re.Pattern[str]:
    every = either(verbs("saying") | verbs("direct"))
    return re.compile(
        rf"(?P<verb>{every})(?:道|到)?(?:(?P<mark>[,:]\s*[“「]?|[“「])|(?P<stop>(?=[。!]))|(?=(?P<more>[^\s,:;。!?、的了过])))"
    )


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(verbs('adverbs'))}|[^,、的]{{1,5}}地)*$")


@cache
def _speakerless() -> re.Pattern[str]:
    return re.compile(either(verbs("without_speaker")))


@cache
def _no_noun() -> re.Pattern[str]:
    return re.compile(either(verbs("no_noun")))


@cache
def _assembly() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(verbs('assemblies'))})$")


@cache
def _feeling() -> re.Pattern[str]:
    return re.compile(rf"[^,;。]{{0,14}}?(?:{either(verbs('feelings'))})(?=[,;。!]|$)")


def masked(plain: str) -> str:
    """The text with the inside of quotations, titles and brackets blanked, one character for one."""
    return _MASKED.sub(lambda match: match[0][0] + "□" * (len(match[0]) - 2) + match[0][-1], plain)


class Openings:
    """Finds the openings in the sentences of one article."""

    def __init__(self, text: str, plain: str, speakers: Speakers) -> None:
        self.text = text
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
            if opening:
                found.append(opening)
        if found:
            self.topic = found[-1].speaker
        elif about := self.about(sentence.start, sentence.end):
            self.topic = about.name
        return found

    def about(self, start: int, end: int) -> Mention | None:
        """The person a stretch of text is about: the subject of its last clause that has one."""
        for left, right in self._clauses(start, end):
            mention = self.speakers.subject(left, right)
            if mention and not _no_subject(self.masked[left : mention.start], self.masked[mention.end : right]):
                return mention
            chair = _CHAIRED.search(self.masked, left, right)
            if chair:
                return next(iter(self.speakers.within(chair.start(), right)), None)
        return None

    def subject(self, sentence: Span) -> Mention | None:
        """The person a sentence begins with, its adverbials apart."""
        for left, right in self._clauses(*sentence)[::-1][:3]:
            mention = self.speakers.subject(left, right)
            if mention:
                return mention
            if not _LEAD_CLAUSE.match(self.masked, left, right):
                return None
        return None

    def _clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a stretch, the last one first."""
        edges = [start, *self._marks(start, end), end]
        return list(zip(edges[-2::-1], edges[:0:-1], strict=True))

    def _marks(self, start: int, end: int) -> list[int]:
        return [at for at in self.marks[bisect_right(self.marks, start) : bisect_right(self.marks, end)] if at < end]

    def _opening(self, match: re.Match[str], sentence: Span, speaking: str | None) -> Opening | None:
        at = bisect_right(self.marks, match.start())
        start = max(sentence.start, self.marks[at - 1] if at else 0)
        start += len(self.masked[start : match.start()]) - len(self.masked[start : match.start()].lstrip())
        direct = not match["mark"]
        quoted = self._quoted(start, match, sentence)
        if match["stop"] is not None and not quoted:
            return None
        if direct and not quoted and not self._says_directly(match, sentence):
            return None
        verb = match["verb"]
        said = self._named(start, match, sentence, speaking) or self._elided(start, match, sentence, speaking)
        if not said:
            return None
        begin = quoted.start if quoted else said.start
        worded = self.text[match.start("verb") : match.end("verb")]
        return Opening(begin, match.end(), said.name, worded, said.rule, verb in verbs("ordering"), quoted)

    def _quoted(self, start: int, match: re.Match[str], sentence: Span) -> Span | None:
        """The quotation that ends right before a clause ``张某说``."""
        if start == 0 or self.plain[start - 1] not in "”」" or match["verb"] not in verbs("saying"):
            return None
        line = self.plain.rfind("\n", 0, start) + 1
        opened = max(self.plain.rfind(mark, line, start - 1) for mark in "“「")
        if opened < 0 or self.plain[opened - 1 : opened] not in {"", "\n", "。", "!", "?", " "}:
            return None
        return Span(opened, start)

    def _says_directly(self, match: re.Match[str], sentence: Span) -> bool:
        if match["verb"] not in verbs("direct"):
            return False
        after = self.masked[match.end() : sentence.end]
        clause = re.split(r"[,;。!?]", after, maxsplit=1)[0]
        if match["verb"] in {"表示", "表态"} and _feeling().match(after):
            return False
        if match["verb"] in {"指出", "强调"} and _NOUN_OBJECT.search(clause):
            return False
        return len(clause) >= 4

    def _named(self, start: int, match: re.Match[str], sentence: Span, speaking: str | None) -> Speaker | None:
        """The speaker that the clause itself names."""
        end, verb, direct = match.start(), match["verb"], not match["mark"] and match["stop"] is None
        mention = self.speakers.subject(start, end)
        if mention:
            fits = _between(self.masked[mention.end : end], verb, direct)
            return Speaker(mention.name, mention.start, "person-says") if fits else None
        lead = _LEAD.match(self.masked, start, end)
        start = lead.end() if lead else start
        before = self.masked[start:end]
        if before[:1] in verbs("pronouns") and before[1:2] != "们" and _between(before[1:], verb, direct):
            name = self._pronoun(sentence.start, start)
            return Speaker(name, start, "pronoun-says") if name else None
        alone = start == sentence.start or bool(lead)
        return self._body(start, _adverbs().sub("", before), verb, direct, bool(speaking) and (direct or not alone))

    def _pronoun(self, start: int, end: int) -> str | None:
        """Whom 他 means: the subject of a clause before it, or whom the last sentence was about."""
        about = self.about(start, end) or next(
            (found for left, right in self._clauses(start, end) if (found := self.speakers.subject(left, right))), None
        )
        return about.name if about and end > start else self.topic

    def _body(self, start: int, core: str, verb: str, direct: bool, speaking: bool) -> Speaker | None:
        """A body or a group: ``会议``, ``与会人员``, ``县发展改革局``."""
        host = _HOLDS.match(core)
        if host and not speaking and not _no_noun().search(host["host"]):
            return Speaker(self.text[start : start + host.end("host")], start, "host-says")
        core = re.sub(r"\d{1,2}日$", "", core)
        if not body_ending().search(core):
            core = _adverbs().sub("", _WHEN.sub("", core) or core)
        if not 2 <= len(core) <= 30 or _no_speaker(core):
            return None
        ended = body_ending().search(core)
        loose = not direct and verb not in verbs("personal") | verbs("nouns") and len(core) <= 12
        if not ended and (not loose or re.search("[的是为在、]", core)):
            return None
        assembly = _assembly().search(core)
        if verb in {"决定", "明确"} and not assembly or speaking and not assembly:
            return None
        return Speaker(self.text[start : start + len(core)], start, "body-says")

    def _elided(self, start: int, match: re.Match[str], sentence: Span, speaking: str | None) -> Speaker | None:
        """Nobody named before the verb: the clause before, or the sentence before, says who."""
        verb, direct = match["verb"], not match["mark"]
        before = self.masked[start : match.start()]
        core = _adverbs().sub("", before)
        lead = _LEAD.match(core)
        core = core[lead.end() :] if lead else core
        if core and not (
            re.match("从[^,、]*$", core) or (not direct and re.match(r"(?:在|当)", core) and _WHEN.match(core))
        ):
            return None
        if (speaking and not _joined(before, verb, self.masked[start - 1 : start])) or (
            not direct and verb in verbs("personal") | {"决定", "明确"}
        ):
            return None
        if direct and verb == "要求" and _WRITTEN.search(self.masked, sentence.start, start):
            return None
        name = self._subject_before(start, before, sentence, speaking)
        return Speaker(name, start, "speaker-elided") if name else None

    def _subject_before(self, start: int, before: str, sentence: Span, speaking: str | None) -> str | None:
        if re.search("一致|纷纷|普遍", before) and start == sentence.start:
            return self._host(self._before(sentence), start)
        part = max(sentence.start, self.masked.rfind(";", sentence.start, start) + 1)
        about = self.about(part, start) or self.about(sentence.start, start)
        if about:
            return about.name
        spoken = any(self.masked[left : left + 1] in verbs("pronouns") for left, _ in self._clauses(part, start))
        return speaking or (self.topic if spoken else None) or self._host(part, start) or self.topic

    def _before(self, sentence: Span) -> int:
        """Where the sentence before this one begins."""
        return max(self.masked.rfind(mark, 0, max(0, sentence.start - 1)) for mark in "。\n!?") + 1

    def _host(self, start: int, end: int) -> str | None:
        """The body that heads a clause: ``县农业农村局召开会议，强调…``."""
        for left, right in self._clauses(start, end):
            match = _HOST.match(self.masked, left, right)
            if match and body_ending().search(match["host"]) and not _no_speaker(match["host"]):
                return self.text[match.start("host") : match.end("host")]
        return None


_HOST: Final = re.compile(
    r"(?P<host>[^,;。]{2,30}?)(?:组织|主持|集体)?"
    r"(?:召开|听取|全面|深入|审议|传达|部署|总结|就|对|学习|举办|举行|(?<!工)作|结合|通报|分析|研究|回顾)"
)
_HOLDS: Final = re.compile(r"(?P<host>[^,;。的了]{2,16}?)(?:组织|主持)?召开[^,;。]{2,40}会议?$")
_LEAD_CLAUSE: Final = re.compile(
    r"[^,]{0,30}(?:时|后|中|上|期间|际|前|最后|首先|随后|接着|同时|此外|另外|为此|对此|其次|[日午])[,。]?$|.{1,4},$"
)
_CHAIRED: Final = re.compile("由[^,。;]{2,40}(?:主持|主讲)")
_WRITTEN: Final = re.compile("(?:通知|批示|印发|下发|文件|发函|去函|意见》|办法》|方案》|规定》)[^,;。]{0,12},$")
_GROUP: Final = re.compile("与会|同学|同志|在野|在场|在座|对外|以色列|同事|全面深化改革委")


def _no_speaker(core: str) -> bool:
    return bool(not _GROUP.match(core) and _speakerless().match(core)) or bool(_no_noun().search(core))


def _joined(before: str, verb: str, mark: str) -> bool:
    """Whether a verb carries a running speech on as one of its own: ``…，并强调…``."""
    if verb in {"强调", "指出", "表示"}:
        return bool(re.match("并|还|同时", before)) or mark == ";" and not before
    return verb == "要求" and (before == "并" or (not before and mark in "。\n!?"))


def _between(between: str, verb: str, direct: bool) -> bool:
    """Whether what stands between a speaker and the verb leaves them subject and predicate."""
    core = _adverbs().sub("", between)
    if not core:
        return True
    if direct or verb in verbs("nouns"):
        return bool(_WHEN.fullmatch(core) and re.match("在|当", core)) or core in {"代表"}
    return (
        bool(_WHEN.fullmatch(core) or _ABOUT.match(core) or verb not in verbs("personal"))
        and core[-1] not in "、和与及的"
    )


def _no_subject(before: str, after: str) -> bool:
    """Whether a person so embedded is not whom the clause is about."""
    long = len(before) > 16 and not re.search("[长记任席员授士理师、]$", before)
    return long or bool(re.search("了|包括|陪同", before) or re.match("等|、", after) or _ATTENDING.search(after))


_ATTENDING: Final = re.compile(
    r"(?:陪同|参加|出席|列席)(?:了?会议|了?活动|了?调研|了?座谈会?)?[,;。]?$|^(?:等)?(?:出席|参加|列席)(?!.*讲话)"
)
