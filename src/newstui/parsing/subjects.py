"""Whom a stretch of text is about: a person, a group, a body that acts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, count
from operator import add
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.outline import several
from newstui.parsing import nouns, saying
from newstui.parsing.lexicon import any_verb, either, words
from newstui.parsing.opening import Opening
from newstui.parsing.speakers import Mention, Speakers
from newstui.parsing.text import masked, occurrences

_LEAD_CLAUSE: Final = late(
    rf"(?:{any_verb('lead_begins')}|(?:{any_verb('leads')})?{any_verb('doings')})[^,]{{2,40}},"
    rf"|[^,]{{0,30}}{any_verb('lead_ends')}[,。]?$|在[^,要应]{{2,24}},?$|.{{1,4}},$"
)
"""A clause of circumstance before the speaker's own."""
_HOST: Final = late(
    rf"(?P<host>[^,;。]{{2,30}}?)(?:组织|主持|集体|专题|专门|即|立即|随即|随后|集中|系统|跟进|现场|当场|首先|还|也|均|都|纷纷|同时|逐一|依次|踊跃|积极|代表|特)?"
    rf"(?:{any_verb('host_acts')}|(?<!工)作)"
)
"""A body at the head of a clause, with what it does."""
_ACTS_FOR: Final = late("要|(?<!华)为|^[让使]")
"""What no body's own name holds: ``纪委还要组织…``, ``现场为学生…``."""
_LEFT_OUT: Final = late("[他她](?!们)|并|还|也|又")
"""Begins a clause whose subject is a pronoun or stands before it: ``并对各支部提出要求``."""
_LISTED: Final = late("、[^,;。、]{0,24}")
_PRESENT: Final = (
    "(?:与会|参会|到会|参训|参学|在座|在场|全体)的?[^,;。:的向对给他她]{0,8}?"
    "(?:人员|代表|干部|党员|同志|学员|师生|专家|领导|嘉宾|教师|职工|队员|者)"
)
_ACTIVE: Final = (
    f"(?!{any_verb('doings')}|{either(words('cues', 'some', 'sending'))})"
    "[^,;。:的向对给他她]{1,10}?(?:代表|专家|学员|同学|党员|干部|群众|师生|领导|负责人|家长|村民|居民|职工|员工)"
    "(?=感同身受|深感|倍感|备受|大受|走上|纷纷|踊跃|积极|认真|深受|深有|听|围绕|结合|发言|讨论|重温|观看|现场|一致|畅)"
)
_DELEGATES: Final = "(?:[^,;。:、的向对给他她]{1,10}代表[、和])+[^,;。:、的向对给他她]{1,10}代表"
_GROUP_ACTS: Final = late(
    rf"(?:随后|接着|最后)?,?(?P<who>{_DELEGATES}"
    rf"|(?![让使令])[^,;。:的向对给他她]{{0,10}}?(?:{any_verb('doers')}(?:们|一行)?|[^我你他她它人咱]们)|{_PRESENT}"
    rf"|{_ACTIVE}|双方(?=[在就还]|围绕|一致|互致|进行|签)|(?:[省市县区镇乡校院局]|公司|集团)领导(?!班子|小组))"
    r"(?![的、和及,代])"
)
"""A group at the head of a clause, with what it does."""
_TOURS: Final = late(
    rf"(?:一行)?(?:先后|实地|还|又|随后|详细|认真|仔细|亲切)*(?:{either(words('cues', 'group_acts'))})"
)
"""What somebody does who goes about, behind the name."""
_PRAISES: Final = late("(?:还|也)?对[^,;。要应]*给予")
_CHAIRED: Final = late(rf"由[^,。;]{{2,40}}{any_verb('chairs')}")
_TOGETHER: Final = late(
    "(?:等[^,;。、]{0,8}?(?:领导|同志|人))?(?:一行)?(?:分别|先后|随后|还|又|都|一同)*"
    "(?!等|陪同|参加|出席|作?[^,;。、]{0,4}发言|交流)[^,;。、]{2}"
)
"""What several people do, behind the last name."""
_EACH: Final = ("分别", "先后", "一同", "共同")
"""Begins what several do, behind a comma after the last name."""
_SOON: Final = 10
"""So much of a clause tells what is done."""
_SPOKE: Final = late(
    "(?:分别|先后|依次)?(?:在[^,;。]{1,12}上|在[^,;。]{1,12}中)?(?:分别|先后|依次)?作?[^,;。、]{0,4}发言"
)
"""What several did who all say the same."""
_NOMINAL: Final = late(
    "的[^,]{0,10}(?:讲话|报告|批示|指示|致辞)?(?:精神|内容|要求|部署)[,;。]?$|的[^,]{0,6}(?:讲话|陪同下?)[,;。]?$"
)
_DATELINE: Final = late(r"^.{2,30}(?:电|讯)\s*(?:\([^()]*\))?\s*")
_ATTENDING: Final = late(
    r"(?:陪同|参加|出席|列席)(?:了?会议|了?活动|了?调研|了?座谈会?)?[,;。]?$|^(?:等)?(?:出席|参加|列席)(?!.*(?:讲话|致[辞词]|发言))"
)
_AND_OTHERS: Final = late("等人|等(?:县|市|区|省|校|院|局)?领导(?:一行)?(?!.*(?:出席|参加|列席|到[会场]|莅临))")
"""Behind the one who is named of several who act."""
_MARKS: Final = ":;。!?\n"
"""Beside the comma, what parts clauses."""
_DASH: Final = re.compile("——")
_ENDS: Final = frozenset("。!?,;…")
"""Before a closing quotation mark these end a clause."""
_ORDERED: Final = late("要|应|必须")
_BACK: Final = 400
"""How far back the sentence before begins at most."""
_FEW: Final = 3
_MANY: Final = 9
"""How many clauses at the head and at the end of a sentence may name its subject."""

_QUOTED: Final = 4000
"""How long a quotation before its speaker may be."""
_HEADS: Final = frozenset(("", *"\n。!? "))
_CLAUSE_HEADS: Final = _HEADS | {","}
"""What stands before a quotation that is not part of a sentence, and before one that is."""


def _behind_marks(text: str) -> list[int]:
    """The places behind the marks, by how long the pieces between them are: sooner than to find where each stands."""
    for mark in _MARKS:
        text = text.replace(mark, ",")
    return list(map(add, accumulate(map(len, text.split(","))), count(1)))[:-1]


class Subjects:
    """The clauses of one article and who stands in them."""

    def __init__(self, text: str, plain: str, speakers: Speakers) -> None:
        self.text = text
        self.plain = plain
        self.masked = masked(plain)
        self.speakers = speakers
        self.marks = _behind_marks(self.masked)
        more = {at + 1 for mark in "”」" for at in occurrences(plain, mark) if plain[at - 1 : at] in _ENDS}
        if "——" in self.masked:
            more.update(match.end() for match in _DASH.finditer(self.masked))
        if more:
            self.marks = sorted(more.union(self.marks))

    def about(self, start: int, end: int) -> Mention | None:
        """The person a stretch of text is about: the subject of its last clause that has one."""
        if not self.speakers.any_within(start, end):
            return None
        by = self.masked.find("由", start, end)
        for left, right in self.clauses(start, end):
            mention = self.speakers.subject(left, right)
            if mention and _is_subject(self.masked[left : mention.start], self.masked[mention.end : right]):
                return mention
            if 0 <= by < right and (chair := _CHAIRED.search(self.masked, left, right)):
                return next(iter(self.speakers.within(chair.start(), right)), None)
        return None

    def several(self, start: int, end: int, *, all_say: bool = False) -> str | None:
        """Several people who do something together: ``县长王某、副县长李某等深入…``; not those who are only there.

        ``all_say``: what they say is told of each of them: ``…在会上发言,均表示``.
        """
        clauses = self.clauses(start, end) if self.speakers.several_within(start, end) else []
        subjects = ((self.speakers.subject(left, right), right) for left, right in clauses)
        mention, right = next((found for found in subjects if found[0]), (None, end))
        every = self.speakers.together(mention, start) if mention else []
        does = self.masked[every[-1].end : right] if len(every) > 1 else ""
        if does in {"", ","} and len(every) > 1 and self.masked.startswith(_EACH, right):
            does = self.masked[right : right + _SOON]
        if all_say and _SPOKE.match(does):
            return "、".join(dict.fromkeys(each.name for each in every))
        if not _TOGETHER.match(does) or not _is_subject("", does.removeprefix("等")):
            return None
        return "、".join(dict.fromkeys(each.name for each in every))

    def subject(self, sentence: Span) -> Mention | None:
        """The person a sentence begins with, its adverbials apart."""
        start, end = sentence
        if not self.speakers.any_within(start, end):
            return None
        for left, right in self.clauses(start, end)[:-4:-1]:
            mention = self.speakers.subject(left, right)
            if mention:
                return None if _ORDERED.search(self.masked, left, mention.start) else mention
            if not _LEAD_CLAUSE.match(self.masked, left, right):
                return None
        return None

    def tours(self, sentence: Span) -> bool:
        """Whether somebody named goes about in it: ``…现场，工人正忙着施工，王某来到这里，察看…``."""
        clauses = self.clauses(*sentence) if self.speakers.any_within(*sentence) else []
        named = ((self.speakers.subject(left, right), right) for left, right in clauses)
        return any(mention and _TOURS.match(self.masked, mention.end, right) for mention, right in named)

    def praises(self, sentence: Span) -> bool:
        """Whether a group without a name goes about in a sentence, or praises: ``…,客商一行对…给予好评``."""
        clauses = self.clauses(*sentence) if "给予" in self.masked[slice(*sentence)] else []
        groups = ((_GROUP_ACTS.match(self.masked, left, right), right) for left, right in clauses)
        return any(match and _PRAISES.match(self.masked, match.end("who"), right) for match, right in groups)

    def clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a stretch, the last one first; of very many the first and the last few."""
        first, last = bisect_right(self.marks, start), bisect_left(self.marks, end)
        inner = self.marks[first:last]
        if len(inner) > _FEW + _MANY:
            inner[_FEW:-_MANY] = []
        inner.reverse()
        return list(zip([*inner, start], [end, *inner], strict=True))

    def group(self, clauses: list[tuple[int, int]]) -> str | None:
        """A group without a name that is the subject of a clause: ``社区工作人员与他们交谈，叮嘱…``."""
        for left, right in clauses:
            match = _GROUP_ACTS.match(self.masked, left, right)
            if match and not nouns.is_clause(match["who"]):
                who = self.text[slice(*match.span("who"))]
                return who.removesuffix("一行") or who
        return None

    def quotation(self, start: int, *, stops: bool = False) -> Span | None:
        """The quotation right before ``张某说``; where that ends its sentence a comma may stand between."""
        while start and self.plain[start - 1] == " ":
            start -= 1
        end = start - (stops and self.plain.startswith(",", start - 1))
        if end <= 0 or self.plain[end - 1] not in "”」":
            return None
        line = self.plain.rfind("\n", max(0, end - _QUOTED), end) + 1 or max(0, end - _QUOTED)
        opened = max(self.plain.rfind(mark, line, end - 1) for mark in "“「")
        if opened < 0 or self.plain[max(0, opened - 1) : opened] not in (_CLAUSE_HEADS if stops else _HEADS):
            return None
        return Span(opened, end)

    def other(self, opening: Opening, end: int) -> int:
        """Where, behind a semicolon, the words of an opening turn to what another person did; ``end`` if nowhere."""
        for mention in self.speakers.within(opening.words, end):
            if self.masked[mention.start - 1] == ";" and mention.name not in several(opening.speaker):
                return mention.start
        return end

    def listed(self, start: int, end: int) -> bool:
        """Whether several together are the subject of a stretch: what they say is no single person's."""
        named = self.speakers.within(start, end)[:2]
        return len(named) > 1 and bool(_LISTED.fullmatch(self.masked, named[0].end, named[1].start))

    def body(self, start: int, end: int) -> str | None:
        """The body that addresses somebody or something, or just acts: ``县委向代表们提出…``, ``会议提出…``."""
        for left, right in self.clauses(start, end):
            left = saying.lead_end(self.masked, left, right)
            if _LEFT_OUT.match(self.masked, left, right):
                continue
            match = saying.ADDRESSES.match(self.masked, left, right)
            noun = saying.without_adverbs(match[1] if match else self.masked[left:right])
            if nouns.is_document(noun) or (nouns.is_body(noun) and not nouns.is_clause(noun)):
                return self.text[left : left + len(noun)]
        return None

    def sentence_before(self, start: int) -> int:
        """Where the sentence before the one at ``start`` begins."""
        back = max(0, start - _BACK)
        return max(back - 1, *(self.masked.rfind(mark, back, max(0, start - 1)) for mark in "。\n!?")) + 1

    def host(self, start: int, end: int) -> str | None:
        """The body that heads a clause: ``县农业农村局召开会议，强调…``."""
        for left, right in self.clauses(start, end):
            match = _HOST.match(self.masked, left, right)
            if match and _is_host(match["host"]):
                return self.text[match.start("host") : match.end("host")]
        return None


def _is_host(noun: str) -> bool:
    """Whether a noun phrase is a body that acts by itself: not ``现场与有关负责人``."""
    told = nouns.is_body(noun) or nouns.is_chief(noun)
    acts = nouns.is_clause(noun) or "与" in noun or noun[0] in "并还也又他她" or _ACTS_FOR.search(noun)
    return told and not acts


def _is_subject(before: str, after: str) -> bool:
    """Whether a person with these words around is whom the clause is about."""
    if "电" in before or "讯" in before:
        before = _DATELINE.sub("", before)
    if (
        len(before) > 16
        and before[-1] not in "长记任席员授士理师、"
        and not (before.startswith("来自") or (before[-1] == "的" and "来自" in before))
    ):
        return False
    if (
        "了" in before
        or "包括" in before
        or "陪同" in before
        or (after.startswith(("等", "、")) and not _AND_OTHERS.match(after))
    ):
        return False
    nominal = _NOMINAL.search(after) and not re.search("了|提出|作|并|委托|赞[赏同成]|感谢|欢迎|认同|肯定", after)
    return not (nominal or _ATTENDING.search(after))
