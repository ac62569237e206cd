"""Whom the sentences before were about: who speaks where a verb of saying has no subject of its own."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import nouns, saying
from newstui.parsing.lexicon import either, verbs, words
from newstui.parsing.opening import Opening, Said
from newstui.parsing.speakers import Mention, Speakers
from newstui.parsing.subjects import Subjects

_HE: Final = late("[他她](?!们|人|国|山|乡|日)")
_ALL: Final = frozenset({"均", "都", "一致", "均一致"})
"""Before a verb: what several say together."""
THEY: Final = late("[他她]们")

_DOES: Final = late(
    rf"{either(words('verbs', 'doings'))}|[在对就向从将与同并还又也]"
    "|先后|每到|通过|结合|围绕|针对|首先|充分|全面|高度|一致|感谢"
    "|(?:[^,;。的]{2}地)?(?:简要|简单|重点|系统|回顾)?(?:介绍|总结|回顾|回忆|讲述|分享|分析|强调|阐述|讲解|肯定)"
)
"""Begins what somebody left out does: ``随后来到…,``, ``对…表示感谢,``."""


_ALSO: Final = ("同时也", "同时还", "还", "也")
"""Begins what the same say besides: ``同时也纷纷表示``."""


class Topics(Subjects):
    """What is remembered of the sentences of one article, one after the other."""

    def __init__(self, text: str, plain: str, speakers: Speakers) -> None:
        super().__init__(text, plain, speakers)
        self._topic: str | None = None
        self._fresh = False
        self._untold: list[tuple[Span, bool]] = []
        """The sentences nobody spoke in, and whether words ran there, since it was last asked whom they are about."""
        self._unsaid: Span | None = None
        """The last sentence, where nobody spoke in it."""

    @property
    def topic(self) -> str | None:
        """Whom the last sentence was about: the one that 他 means."""
        self._recall()
        return self._topic

    @property
    def fresh(self) -> bool:
        """Whether it is the very last sentence that was about them."""
        self._recall()
        return self._fresh

    def remember(self, sentence: Span, found: list[Opening], speaking: str | None) -> None:
        """Keep a sentence in mind until it is asked whom it is about, which few are."""
        if found:
            self._topic, self._fresh, self._unsaid = found[-1].speaker, True, None
            self._untold.clear()
        else:
            self._unsaid = sentence
            self._untold.append((sentence, bool(speaking)))

    def _recall(self) -> None:
        """Find whom the sentences kept in mind are about; what stands before the last that names somebody is moot."""
        last = next((at for at in range(len(self._untold) - 1, 0, -1) if self._names(*self._untold[at])), 0)
        for sentence, speaking in self._untold[last:]:
            self._take_in(sentence, speaking)
        self._untold.clear()

    def _names(self, sentence: Span, speaking: bool) -> bool:
        """Whether a sentence says by itself whom it is about."""
        return (
            not speaking
            and self.masked[sentence.start] not in "他她"
            and self.about(sentence.start, sentence.end) is not None
        )

    def _take_in(self, sentence: Span, speaking: bool) -> None:
        """Whom a sentence is about; in words that run it is still the one who speaks."""
        about = self.about(sentence.start, sentence.end)
        he = self.masked[sentence.start] in "他她" and self._topic is not None
        goes_on = he and bool(_HE.match(self.masked, sentence.start))
        self._fresh = goes_on or about is not None
        if about and not goes_on and not speaking:
            self._topic = about.name

    def subject_before(self, said: Said, back: int, before: str, speaking: str | None) -> str | None:
        """Who speaks where nobody is named before a verb: the clauses before say it, or the sentences before."""
        if speaking and before.startswith(_ALSO) and not self.speakers.is_named(speaking):
            return speaking
        if re.search("一致|纷纷|普遍", before) and not (speaking and said.last):
            far = self.sentence_before(said.start) if said.start == said.sentence.start else back
            return self.host(far, said.start) or self.group(self.clauses(far, said.start))
        part = max(back, self.masked.rfind(";", back, said.start) + 1)
        if before in _ALL and (all_of := self.several(part, said.start, all_say=True)):
            return all_of
        about = self.about(part, said.start) or self.about(back, said.start)
        if about and before == "并" and (near := self._nearer(about.end, part, said.start)):
            return near
        if about or (speaking and said.last):
            return self._every(about, part) if about else speaking
        clauses = self.clauses(part, said.start)
        if they := next((left for left, _ in clauses if THEY.match(self.masked, left)), None):
            if said.verb == "鼓励" and not saying.EXHORTED.match(self.masked, said.at + len(said.verb)):
                return None
            return self.meant() or self.text[they : they + 2]
        pronoun = any(self.masked[left : left + 1] in verbs("pronouns") for left, _ in clauses)
        group = None if speaking or pronoun else self.group(clauses)
        before_it = speaking or (self.topic if pronoun else None) or group or self.host(part, said.start)
        before_it = before_it or self._meeting() or self.several(part, said.start)
        if before_it or self.listed(part, said.start) or self._is_untold(said):
            return before_it
        brief = self.masked.count(",", said.sentence.start, said.start) <= 1
        return self._last() or (self.host(*self._unsaid) if self._unsaid and brief else None)

    def _every(self, mention: Mention, start: int) -> str:
        """Somebody, with those joined to them: ``局长王某和书记李某肯定了工作,并表示``."""
        return "、".join(dict.fromkeys(each.name for each in self.speakers.together(mention, start)))

    def _nearer(self, person: int, start: int, end: int) -> str | None:
        """The body that acts right before a verb, behind what a person did: ``王某宣读了方案,县委办制定了…,并要求``."""
        left = max(start, self.masked.rfind(",", start, end - 1) + 1)
        return self.host(left, end) if left > person else None

    def _is_untold(self, said: Said) -> bool:
        """Whether a verb stands among purposes, in what is heard, or behind clauses begun with somebody unknown."""
        head = self.masked[said.sentence.start : said.start]
        if (head[:1] in {"为", "据"} and head[1:2] != "此") or "旨在" in head:
            return True
        lead = saying.lead_end(head, 0, len(head))
        told = head[lead:].lstrip(",") if lead else head
        return bool(told) and not _DOES.match(told)

    def _last(self) -> str | None:
        """Whom the last sentence was about: several people, one, a group that went about; else the one before."""
        last = self._unsaid
        together = self.several(*last) if last else None
        if together or self.fresh:
            return together or self.topic
        return self.toured() or self.topic

    def meant(self) -> str | None:
        """Whom 他们 means: several people or a group of the sentence before, or the group that spoke there."""
        if self._unsaid:
            return self.several(*self._unsaid) or self.toured()
        who = self._topic or ""
        alone = self.speakers.is_named(who)
        return who if self._fresh and not alone and ("、" in who or nouns.is_body(who)) else None

    def toured(self) -> str | None:
        """The group that the last sentence tells of, where nobody spoke in it."""
        clauses = self.clauses(*self._unsaid) if self._unsaid else []
        group = self.group([*clauses[-2:], *clauses[:1]])
        return None if group and "是" in group else group

    def _meeting(self) -> str | None:
        """``会议`` or ``大会`` where the last sentence was about what it did."""
        last = self._unsaid
        if last is None:
            return None
        about = self.about(*last)
        return saying.convenes(self.masked[about.end if about else last.start : last.end])
