"""Where a speech opens: a speaker, perhaps some adverbials, a verb of saying, and then the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import nouns, saying, words_said
from newstui.parsing.elided import BACK, DECIDING, TELLING, Elided
from newstui.parsing.imperatives import orders
from newstui.parsing.lexicon import verbs
from newstui.parsing.opening import Opening, Said, Speaker
from newstui.parsing.speakers import GENERAL, Mention, Speakers
from newstui.parsing.topics import THEY

_SOON: Final = 10
"""So soon in a sentence an authority stands that makes something clear."""
_NEAR: Final = 200
"""How far before its verb a speaker may stand, in characters."""
_AHEAD: Final = 80
"""How much of the words after a verb tells whether they are words said."""
_HEEDED: Final = 10
"""So near before 号召 it is heeded: 响应…的号召."""
_LONGEST: Final = 30
_LISTED: Final = 60
"""How long the name of a body is at most, and how long a list of them."""
_HEADING: Final = 16
"""How long a line may be that holds no more than a speaker and a verb."""
_NAMING: Final = frozenset(("教导", "指示", "提示", "批示", "倡议"))
_THINGS: Final = ("员", "处", "主任", "队", "大队", "团", "牌", "灯", "语", "音", "件", "函", "书", "者")
"""What such verbs begin the names of: 教导员, 指示牌, 倡议书."""
_TITLED: Final = late("“□{1,12}”(?:的?(?:要求|希望|意见|建议))?:")
"""What names the points before they are made: ``提出“三个希望”：``."""
_MARKS: Final = frozenset(",:“ ")
_ITS_WRITER: Final = frozenset({"讲话", "重要讲话", "批示", "重要批示", "指示"})
"""What somebody has written under a document speaks for them: ``王某作出批示。批示指出，``."""
_DONE: Final = late(",(?:并|还|也)?(?:提出|作出|给予|进行|交流|介绍)了")
"""Behind 表态: what was done, no words."""


class Openings(Elided):
    """Finds the openings in the sentences of one article, one sentence after the other."""

    def __init__(self, text: str, plain: str, speakers: Speakers) -> None:
        super().__init__(text, plain, speakers)
        self._verb = saying.verb()
        self._asks = "记者问" in self.masked

    def within(self, sentence: Span, speaking: str | None) -> list[Opening]:
        """The openings of a sentence, in order; ``speaking`` is whose words run where it begins."""
        found: list[Opening] = []
        start, end = sentence
        if self._asks and self.masked.find("记者问", start, end) >= 0:
            return found
        match = self._verb.search(self.masked, start, end)
        while match:
            opening = self._opening(match, sentence, found, speaking) if self._may_open(match) else None
            if opening and not (found and self._nested(found[-1], opening)):
                found.append(opening)
            match = self._verb.search(self.masked, match.end(), end)
        self.remember(sentence, found, speaking)
        return found

    def _may_open(self, match: re.Match[str]) -> bool:
        """Whether a mark stands behind a verb, or one that needs none is followed by what may be said."""
        start, verb = match.start(), match["verb"]
        if verb == "号召" and saying.HEEDS.search(self.masked, max(0, start - _HEEDED), start):
            return False
        marked = match.lastgroup != "more" and not (match["mark"] or "").isspace()
        return marked or words_said.may_go_on(verb, self.masked[match.end()])

    def _nested(self, outer: Opening, inner: Opening) -> bool:
        """Whether somebody's words report in the same breath what another has said."""
        other = inner.rule == "person-says" and inner.speaker != outer.speaker
        return other and not nouns.is_company(outer.speaker) and ";" not in self.masked[outer.words : inner.start]

    def _opening(
        self, match: re.Match[str], sentence: Span, found: list[Opening], speaking: str | None
    ) -> Opening | None:
        """The opening that a verb of saying makes behind those ``found`` before it in its sentence, if it makes one."""
        start = self._clause(match, sentence)
        if start is None:
            return None
        stops = match.lastgroup == "stop"
        quoted = self.quotation(start, stops=stops) or (self.quotation(sentence.start) if stops else None)
        if (stops and not quoted) or not self._has_words(match, start, sentence):
            return None
        last, direct = found[-1] if found else None, match.lastgroup == "more"
        ordered = words_said.orders_follow(self.masked[match.end() : match.end() + _AHEAD], direct)
        reported = last is not None and self._is_reported(last)
        said = Said(start, match.start(), match["verb"], direct, sentence, ordered, last, reported)
        if last:
            speaking = last.speaker if self.other(last, start) == start else None
        speaker = self._named(said, speaking) or self.elided(said, speaking)
        if not speaker or (direct and not self._fits(match, speaker, speaking)):
            return None
        words, ordering = self._words(match, sentence)
        begin = quoted.start if quoted else speaker.start
        worded = self.text[said.at : match.end("verb")].removesuffix("道")
        worded = worded.removesuffix("说") if worded[:-1] in TELLING else worded
        return Opening(begin, words, speaker.name, worded, speaker.rule, ordering, quoted)

    def _clause(self, match: re.Match[str], sentence: Span) -> int | None:
        """Where the clause of a verb begins; None where that is too far, and where the verb is part of a noun."""
        at, verb = match.start(), match["verb"]
        mark = bisect_right(self.marks, at)
        start = max(sentence.start, self.marks[mark - 1] if mark else 0)
        if at - start > _NEAR:
            return None
        if self.masked[at] == "说" and self.masked.endswith("介绍", 0, at):
            return None
        if self.masked[at] == "讲" and self.masked[at - 1] in "宣演主听授":
            return None
        if self.masked[at - 1] == "”" and verb in verbs("nouns"):  # “四个扎实”要求
            return None
        if verb in _NAMING and self.masked.startswith(_THINGS, match.end("verb")):
            return None
        start = at - len(self.masked[start:at].lstrip())
        if self.masked[start] in "“「":
            start = max(start, self.masked.find("”", start, at) + 1, self.masked.find("」", start, at) + 1)
        return start

    def _has_words(self, match: re.Match[str], start: int, sentence: Span) -> bool:
        """Whether words may be said behind a verb: in the lines below it, behind a mark, a gap or nothing."""
        kind = match.lastgroup
        if kind == "bare":
            return start == sentence.start and sentence.end - sentence.start <= _HEADING
        if kind == "mark" and match["verb"] == "表态" and _DONE.match(self.masked, match.start("mark")):
            return False
        gap = kind == "mark" and match["mark"].isspace()
        if gap and start != sentence.start:
            return False
        return not (gap or kind == "more") or self._says_directly(match, sentence)

    def _is_reported(self, last: Opening) -> bool:
        """Whether what somebody says is told with no mark before it: a wish behind it is no part of it."""
        told = last.verb in TELLING and self.masked[last.words - 1] not in _MARKS
        return told and not self.masked.startswith("一", last.words)

    def _words(self, match: re.Match[str], sentence: Span) -> tuple[int, bool]:
        """Where the words behind a verb begin, and whether the verb orders what they say."""
        verb, kind, end = match["verb"], match.lastgroup, match.end()
        ordering = verb in verbs("ordering")
        if kind == "mark" and (titled := _TITLED.match(self.masked, end, sentence.end)):
            return titled.end(), False
        if (
            kind == "more"
            and verb == "提醒"
            and (reminded := words_said.REMINDED.match(self.masked, end, sentence.end))
        ):
            return reminded.end(), ordering
        told = saying.TOLD.match(self.masked, end, sentence.end) if kind == "more" and ordering else None
        if told and not orders(weak=False).at(self.masked, end):
            return told.end(), False
        return end, ordering

    def _says_directly(self, match: re.Match[str], sentence: Span) -> bool:
        """Whether the words behind a verb, without a mark between, are words said."""
        after = self.masked[match.end() : min(sentence.end, match.end() + _AHEAD)]
        return words_said.says_directly(match["verb"], after, match["more"] or after[:1])

    @staticmethod
    def _fits(match: re.Match[str], speaker: Speaker, speaking: str | None) -> bool:
        """Whether a verb with no mark behind it is one of saying: ``他说要…``, ``村民说他…``, ``张某称…``."""
        verb, named = match["verb"], speaker.rule in {"person-says", "pronoun-says"}
        if verb == "说" and not (named or match["more"] in verbs("pronouns") or speaker.name.endswith("们")):
            return False
        if named or verb not in saying.BRIEF:
            return True
        return verb == "称" and speaker.rule == "speaker-elided" and not speaking

    def _named(self, said: Said, speaking: str | None) -> Speaker | None:
        """The speaker that the clause itself names."""
        mention = self.speakers.subject(said.start, said.at)
        if mention:
            if self._authority(mention, said, speaking):
                return None
            every = self.speakers.together(mention, said.sentence.start)
            fits = self._predicates(every[-1].end, said)
            named = "、".join(dict.fromkeys(each.name for each in every))
            return Speaker(named, every[0].start, "person-says") if fits else None
        start = saying.lead_end(self.masked, said.start, said.at)
        before = self.masked[start : said.at]
        pronoun = before[:1] in verbs("pronouns") and before[1:2] != "们"
        if pronoun and self._predicates(start + 1, said):
            meant = self._pronoun(said.sentence.start, start)
            return Speaker(meant, start, "pronoun-says") if meant else None
        if THEY.match(before) and self._predicates(start + 2, said):
            return Speaker(self.meant() or self.text[start : start + 2], start, "they-say")
        if before in _ITS_WRITER and self.fresh and self.topic:
            return Speaker(self.topic, start, "document-says")
        if speaking and saying.without_adverbs(self.text[start : said.at]) == speaking:
            rule = "document-says" if nouns.is_document(saying.without_adverbs(before)) else "body-says"
            return Speaker(self.text[start : start + len(speaking)], start, rule)
        closing = saying.CLOSING.fullmatch(self.masked, said.sentence.start, said.start) if not before else None
        if closing:
            return Speaker(self.text[slice(*closing.span("who"))], closing.start(), "body-says")
        runs = bool(speaking) and not before.startswith(str(speaking))
        heads = runs and (start == said.sentence.start or start > said.start or self.led(said))
        party = heads and nouns.is_party(saying.without_adverbs(before))
        direct = said.direct and self.plain[start - 1 : start] != "\n" and not party
        return self._body(said, start, assembly=runs and (direct or not heads))

    def _predicates(self, end: int, said: Said) -> bool:
        """Whether what stands between a speaker that ends at ``end`` and the verb makes the verb theirs."""
        between = self.masked[end : said.at]
        if said.verb == "说" and self.masked.startswith(":“", said.at + 1) and saying.does(between):
            return True
        after = said.at + len(said.verb) + 1
        if not (said.direct or said.ordered) and saying.goes_on(between, self.masked[after : after + 2]):
            return False
        return saying.predicates(between, said.verb, said.direct, said.ordered)

    def _authority(self, mention: Mention, said: Said, speaking: str | None) -> bool:
        """Whether the general secretary is only quoted: by who speaks, by a meeting that hands it on, as often said."""
        titled = self.plain[mention.start : mention.end].endswith(GENERAL)
        if not titled and mention.name != self.speakers.general:
            return False
        line = self.plain.rfind("\n", max(0, mention.start - BACK), mention.start) + 1 or mention.start - BACK
        first = not self.plain[max(0, line) : said.sentence.start].strip(" ")
        if speaking and speaking != mention.name and titled and not first:
            return True
        often = saying.OFTEN.search(self.masked, mention.end, said.at)
        return bool(often or saying.CONVEYS.search(self.plain, max(0, line), mention.start))

    def _pronoun(self, start: int, end: int) -> str | None:
        """Whom 他 means: the subject of a clause before it, or whom the last sentence was about."""
        start = max(start, end - BACK)
        subjects = (self.speakers.subject(left, right) for left, right in self.clauses(start, end))
        about = self.about(start, end) or next(filter(None, subjects), None)
        if about and end > start:
            return about.name
        return self.topic if self.speakers.is_named(self.topic) else None

    def _body(self, said: Said, start: int, *, assembly: bool) -> Speaker | None:
        """A body or a group: ``会议``, ``与会人员``, ``县发展改革局``; ``assembly``: only one that speaks for all."""
        noun = saying.without_adverbs(self.masked[start : said.at])
        host = saying.HOLDS.match(noun) if "召开" in noun else None
        if host and not assembly and not nouns.holds_verb(host["host"]):
            return Speaker(self.text[start : start + host.end("host")], start, "host-says")
        if not (said.direct and assembly) and (written := self._document(said, start, noun)):
            return Speaker(written, start, "document-says")
        convened = saying.CONVENED.match(noun) if "召开的" in noun else None
        if convened and nouns.is_assembly(noun) and not nouns.is_clause(noun[convened.end() :]):
            return Speaker(self.text[start + convened.end() : start + len(noun)], start, "meeting-says")
        noun = re.sub(r"\d{1,2}日$", "", noun) if noun.endswith("日") else noun
        if not nouns.is_body(noun):
            noun = saying.without_circumstance(noun)
        if said.direct or said.ordered or said.verb not in verbs("nouns"):
            noun = saying.without_matter(noun)
        if assembly and noun.startswith(saying.ABOVE) and "全会" in noun:
            return None
        if ranked := self.speakers.bearer(noun):
            return Speaker(ranked, start, "rank-says")
        history = said.direct and said.verb == "提出" and not self._proposes(said.at + len(said.verb))
        if history or not 2 <= len(noun) <= (_LISTED if "、" in noun else _LONGEST) or nouns.is_clause(noun):
            return None
        if not nouns.is_body(noun) and (
            self.speakers.any_within(start, said.at) or not nouns.may_speak(noun, said.verb, said.direct)
        ):
            return None
        first = start == said.sentence.start and nouns.is_body(noun)
        demand = said.verb == "要求" and nouns.is_crowd(noun)
        if said.direct and (demand or (said.verb == "建议" and noun.endswith(("代表", "委员")))):
            return None
        if (assembly or self._decides(said, start, noun, first=first)) and not nouns.is_assembly(noun):
            return None
        return Speaker(self.text[start : start + len(noun)], start, "body-says")

    @staticmethod
    def _decides(said: Said, start: int, noun: str, *, first: bool) -> bool:
        """Whether a verb tells a decision, which is for those who speak for all; authorities make clear as well."""
        if said.verb == "明确" and not said.direct and start - said.sentence.start < _SOON:
            return not nouns.is_authority(noun)
        return said.verb in DECIDING and not (said.verb == "决定" and first)

    def _proposes(self, after: int) -> bool:
        """Whether it is said who must do what: of what a body proposes an order alone is mere history."""
        return self.masked.startswith("要", after) or words_said.proposes(self.masked, after)

    def _document(self, said: Said, start: int, noun: str) -> str | None:
        """A title that speaks at the head of a sentence, behind what it is about too; or what somebody has issued."""
        issued = saying.ISSUED.match(noun)
        head = said.sentence.start
        first = said.start == head or saying.ON_MATTER.fullmatch(self.masked, head, said.start)
        title = issued.end() if issued else 0
        end = len(noun) - noun.endswith(("中", "里"))
        return self.text[start + title : start + end] if first and nouns.is_document(noun[title:end]) else None
