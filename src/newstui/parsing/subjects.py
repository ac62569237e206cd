"""Whom a stretch of text is about: a person, a group, a body that acts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import saying
from newstui.parsing.speakers import Mention, Speakers
from newstui.parsing.text import masked

_MARK: Final = re.compile(r"[,:;。!?\n—](?:(?<!—)|—)")
_QUOTE_END: Final = re.compile(r"[”」](?<=[。!?,;…].)")
_ORDERED: Final = late("要|应|必须")
_BACK: Final = 400
"""How far back the sentence before begins at most."""
_FEW: Final = 3
_MANY: Final = 9
"""How many clauses at the head and at the end of a sentence may name its subject."""


class Subjects:
    """The clauses of one article and who stands in them."""

    def __init__(self, text: str, plain: str, speakers: Speakers) -> None:
        self.text = text
        self.plain = plain
        self.masked = masked(plain)
        self.speakers = speakers
        self.marks = [match.end() for match in _MARK.finditer(self.masked)]
        if closed := {match.end() for match in _QUOTE_END.finditer(plain)}:
            self.marks = sorted(closed.union(self.marks))

    def about(self, start: int, end: int) -> Mention | None:
        """The person a stretch of text is about: the subject of its last clause that has one."""
        if not self.speakers.any_within(start, end):
            return None
        for left, right in self.clauses(start, end):
            mention = self.speakers.subject(left, right)
            if mention and saying.is_subject(self.masked[left : mention.start], self.masked[mention.end : right]):
                return mention
            if chair := saying.CHAIRED.search(self.masked, left, right):
                return next(iter(self.speakers.within(chair.start(), right)), None)
        return None

    def subject(self, sentence: Span) -> Mention | None:
        """The person a sentence begins with, its adverbials apart."""
        if not self.speakers.any_within(*sentence):
            return None
        for left, right in self.clauses(*sentence)[:-4:-1]:
            mention = self.speakers.subject(left, right)
            if mention:
                return None if _ORDERED.search(self.masked, left, mention.start) else mention
            if not saying.LEAD_CLAUSE.match(self.masked, left, right):
                return None
        return None

    def tours(self, sentence: Span) -> bool:
        """Whether somebody named goes about in it: ``…现场，工人正忙着施工，王某来到这里，察看…``."""
        clauses = self.clauses(*sentence) if self.speakers.any_within(*sentence) else []
        named = ((self.speakers.subject(left, right), right) for left, right in clauses)
        return any(mention and saying.TOURS.match(self.masked, mention.end, right) for mention, right in named)

    def clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a stretch, the last one first; of very many the first and the last few."""
        first, last = bisect_right(self.marks, start), bisect_left(self.marks, end)
        inner = self.marks[first : min(last, first + _FEW)] + self.marks[max(first + _FEW, last - _MANY) : last]
        edges = [start, *inner, end]
        return list(zip(edges[-2::-1], edges[:0:-1], strict=True))

    def group(self, clauses: list[tuple[int, int]]) -> str | None:
        """A group without a name that is the subject of a clause: ``社区工作人员与他们交谈，叮嘱…``."""
        for left, right in clauses:
            match = saying.GROUP_ACTS.match(self.masked, left, right)
            if match and not saying.is_clause(match["who"]):
                return self.text[slice(*match.span("who"))]
        return None

    def listed(self, start: int, end: int) -> bool:
        """Whether several together are the subject of a stretch: what they say is no single person's."""
        named = self.speakers.within(start, end)[:2]
        return len(named) > 1 and bool(saying.LISTED.fullmatch(self.masked, named[0].end, named[1].start))

    def body(self, start: int, end: int) -> str | None:
        """The body that addresses somebody or something, or just acts: ``县委向代表们提出…``, ``会议提出…``."""
        for left, right in self.clauses(start, end):
            lead = saying.LEAD.match(self.masked, left, right)
            left = lead.end() if lead else left
            if saying.LEFT_OUT.match(self.masked, left, right):
                continue
            match = saying.ADDRESSES.match(self.masked, left, right)
            noun = match[1] if match else saying.without_adverbs(self.masked[left:right])
            if saying.is_document(noun) or (saying.is_body(noun) and not saying.is_clause(noun)):
                return self.text[left : left + len(noun)]
        return None

    def sentence_before(self, start: int) -> int:
        """Where the sentence before the one at ``start`` begins."""
        back = max(0, start - _BACK)
        return max(back - 1, *(self.masked.rfind(mark, back, max(0, start - 1)) for mark in "。\n!?")) + 1

    def host(self, start: int, end: int) -> str | None:
        """The body that heads a clause: ``县农业农村局召开会议，强调…``."""
        for left, right in self.clauses(start, end):
            match = saying.HOST.match(self.masked, left, right)
            if match and saying.is_host(match["host"]):
                return self.text[match.start("host") : match.end("host")]
        return None
