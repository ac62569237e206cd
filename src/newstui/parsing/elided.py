"""Who speaks where nobody is named before a verb of saying: the clause or the sentence before says it."""

from __future__ import annotations

from typing import Final

from newstui.parsing import nouns, saying, words_said
from newstui.parsing.lexicon import verbs
from newstui.parsing.opening import Said, Speaker
from newstui.parsing.topics import Topics

BACK: Final = 400
"""How far back a speaker left out is looked for."""
TELLING: Final = frozenset({"指出", "强调"})
_STRESSING: Final = TELLING | {"要求"}
_WISHING: Final = frozenset({"希望", "建议"})
"""What is wished is no part of what is thought: ``认为…，希望…``."""
_EXHORTING: Final = frozenset({"鼓励", "勉励", "号召", "叮嘱", "嘱咐", "嘱托"})
"""What is asked behind these is asked by the same: ``鼓励大家多跑一线，要求村里记账``."""
DECIDING: Final = frozenset({"决定", "明确", "确定", "议定"})
_TOLD: Final = frozenset({"说", "表示", "坦言", "直言"})
"""What is said to somebody named before it."""
_ADDED: Final = frozenset({"并", "并且", "还", "又"})
"""Before 说: somebody did something, and said something besides."""
_SHORT: Final = 10
"""So soon behind the beginning of a sentence its own clause begins, where only a word of circumstance comes before."""
_LONGER: Final = 18
"""Or one that tells at what time."""
_GESTURE: Final = 80
"""So far before a verb its clause may report a gesture."""


class Elided(Topics):
    """Finds the speakers whom the clauses of a text leave out."""

    def elided(self, said: Said, speaking: str | None) -> Speaker | None:
        """The speaker of a clause that names none; ``speaking`` is whose words run where it begins."""
        before = self.masked[said.start : said.at]
        core = saying.without_adverbs(before)
        core = core[saying.lead_end(core, 0, len(core)) :]
        quotes = said.verb == "说" and self.masked.startswith(":“", said.at + 1)
        if quotes and core and (nouns.is_chief(core) or nouns.is_body(core)):
            return Speaker(self.text[said.start : said.start + len(core)], said.start, "body-says")
        quotes = quotes and saying.does(before)
        if said.verb in _TOLD and said.start > said.sentence.start and saying.TO_WHOM.fullmatch(core):
            about = self.about(said.sentence.start, said.start)
            return _left_out(about.name if about else None, said)
        if core and not quotes and not _is_circumstance(said, core, speaking):
            return None
        mark = self._mark(said, before)
        if speaking and said.reported and said.direct and not before and mark == "," and said.verb in _STRESSING:
            return _left_out(speaking, said)
        if speaking and (self._is_ours(said, before, mark) or not (quotes or self._reports(said, before, mark))):
            return None
        if said.verb == "决定" and said.direct and not speaking:
            host = self.host(said.sentence.start, said.start) or ""
            return _left_out(host if nouns.is_assembly(host) else None, said)
        if said.verb in DECIDING or not (quotes or self._may_leave_out(said, before, speaking)):
            return None
        back = max(said.last.words if said.last else said.sentence.start, said.start - BACK)
        if self._is_written(said, back) or self._is_mere_hope(said, speaking):
            return None
        return _left_out(self.subject_before(said, back, before, speaking), said)

    def led(self, said: Said) -> bool:
        """Whether nothing but a word of circumstance stands before a clause: ``对此,``."""
        between = said.start - said.sentence.start
        if 2 < between < _LONGER and saying.MEANWHILE.fullmatch(self.masked, said.sentence.start, said.start):
            return True
        begins = said.sentence.start
        return 2 < between < _SHORT and saying.lead_end(self.masked, begins, said.start) == said.start - 1

    def _mark(self, said: Said, before: str) -> str:
        """The mark before a clause; none that ends a sentence where what is ordered goes on: ``…要…。同时要求…``."""
        mark = "。" if self.led(said) else self.masked[max(0, said.start - 1) : said.start]
        besides = mark == "。" and before in saying.BESIDES
        ordered = besides and saying.ORDERED.search(self.masked, self.sentence_before(said.start), said.start)
        return "," if ordered else mark

    def _is_ours(self, said: Said, before: str, mark: str) -> bool:
        """Whether those whose words run speak of themselves: ``希望我们…``."""
        if saying.OURS.match(self.masked, said.at + len(said.verb)):
            return True
        besides = said.verb == "希望" and before in saying.BESIDES and mark == "。"
        return besides and "我们" in self.masked[self.sentence_before(said.start) : said.start]

    def _reports(self, said: Said, before: str, mark: str) -> bool:
        """Whether it is the report that goes on with a verb, and not the words that run."""
        if saying.carries_on(before, said.verb, mark):
            return True
        return not before and (self._goes_with(said) or self._gestures(said) or self._is_next(said, mark))

    @staticmethod
    def _goes_with(said: Said) -> bool:
        """Whether a verb goes with the one before it: ``认为…，希望…``, ``鼓励大家…，要求…``."""
        wishes = said.verb in _WISHING
        if wishes and said.reported:
            return True
        if said.told == "认为":
            return wishes or (said.verb == "要求" and said.direct)
        return said.direct and said.told in _EXHORTING and (wishes or said.verb in _STRESSING)

    def _gestures(self, said: Said) -> bool:
        """Whether the report tells of a gesture or what was asked before a verb, or whom one encourages behind it."""
        if saying.GAVE.search(self.masked, max(0, said.start - _GESTURE), said.start):
            return True
        if said.verb == "希望" and saying.ASKED.search(self.masked, said.sentence.start, said.start):
            return True
        return said.verb == "鼓励" and saying.EXHORTED.match(self.masked, said.at + len(said.verb)) is not None

    def _is_next(self, said: Said, mark: str) -> bool:
        """Whether a verb is another one in a row of them, and not the same before each of somebody's points."""
        if mark != ";" or not said.direct or said.told in {"", said.verb}:
            return False
        return said.last is None or not self.masked.startswith(said.verb, said.last.words)

    def _may_leave_out(self, said: Said, before: str, speaking: str | None) -> bool:
        """Whether a verb may stand without its speaker: those that people speak with stand right before the words."""
        if said.direct or said.verb not in verbs("personal"):
            return True
        if said.verb == "说":
            return before in _ADDED
        proposes = before[:1] == "并" and words_said.proposes(self.masked, said.at + len(said.verb) + 1)
        return said.verb == "提出" and (bool(speaking) or (said.ordered and self.fresh) or proposes)

    def _is_written(self, said: Said, back: int) -> bool:
        """Whether a paper asks it, and nobody who has written something under one."""
        if not (said.direct and said.verb == "要求" and saying.WRITTEN.search(self.masked, back, said.start)):
            return False
        directs = self.masked.endswith("批示,", back, said.start) and "》上" not in self.masked[back : said.start]
        return not (directs and (self.about(back, said.start) or self.several(back, said.start)))

    def _is_mere_hope(self, said: Said, speaking: str | None) -> bool:
        """Whether a hope opens a sentence that nobody has been told of before."""
        opens = said.verb == "希望" and said.start == said.sentence.start
        return opens and not (speaking or self.fresh or self.toured() or self._has_judged(said))

    def _has_judged(self, said: Said) -> bool:
        """Whether the line began with what the one it is about thinks of something, which is told on since."""
        line = self.plain.rfind("\n", max(0, said.start - BACK), said.start) + 1
        judged = saying.JUDGED.search(self.masked, line, said.start)
        return bool(judged and (about := self.about(line, judged.start())) and about.name == self.topic)


def _left_out(name: str | None, said: Said) -> Speaker | None:
    return Speaker(name, said.start, "speaker-elided") if name else None


def _is_circumstance(said: Said, core: str, speaking: str | None) -> bool:
    """Whether the words before a verb only say on what, when or how it is said."""
    ordered = said.ordered and said.direct and not speaking
    return saying.is_matter(core, ordered=ordered) or (not said.direct and saying.is_circumstance(core))
