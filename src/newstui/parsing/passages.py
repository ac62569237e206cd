"""The report's sentences as a stream: where somebody's words run, and where the report speaks again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.model.outline import several
from newstui.parsing import actions, items
from newstui.parsing.announcements import TURNS, announced
from newstui.parsing.lexicon import either, either_soon, words
from newstui.parsing.opening import Opening
from newstui.parsing.speakers import Mention
from newstui.parsing.speech import Openings
from newstui.parsing.text import DASH, Page, trimmed

_MODAL_START: Final = late(
    r"[“\s]*(?:总之|我们|各[^,]{1,12}?|全[^,]{1,8}?|[^,;。要应]{1,8}(?:上下|部门|单位))?"
    r"(?:要|必须|应当?|须|务必|既要|也要|还要|更要)|总之"
)
_PRONOUN: Final = late("(?:[^,]{1,8},)?[他她](?!们|人|国|山|乡|日)")
_FAR: Final = 10
"""Among so many letters of a sentence it begins with a pronoun."""
_NARRATION: Final = late(rf"(?<!系列重要)(?:{either(words('cues', 'narration'))})(?!的|精神)")
_THEN_WHO: Final = frozenset(("接着", "紧接着", "随后", "随即", "之后", "会上", "然后"))
"""Alone before somebody named these tell who comes next."""
_TOWARDS: Final = frozenset("对向")
_THANKED: Final = late(f"[^。;]{{2,60}}?(?:表示|致以)[^,。;]{{0,6}}(?:{either(words('verbs', 'feelings'))})")
"""Behind somebody's name: ``对…的支持表示感谢``."""
_SPOKEN_ORDER: Final = words("cues", "spoken_ordinals")
_ASIDE: Final = late(r"\([^()。]{2,40}\)$")
"""Who reported it, at the end of the report."""
_THEN: Final = f"(?:(?:{either(words('cues', 'turns_on'))}),?)?"
_NOBODY: Final = f"(?!{either(words('cues', 'some', 'sending'))})"
"""Begins what is said of some, or of groups that are sent: ``一些干部认为…``, ``组织干部走访…``."""
_GROUP: Final = either_soon(words("cues", "groups"))
_HELD: Final = late(
    rf"会议(?:进一步|认真|集中|专题)?(?:{either(words('cues', 'meeting_acts'))})"
    r"|在(?![我咱])[^,。;要应的]{1,20}看来,|[^,。;要应的]{2,16}纷纷对|[^,。;要应的]{0,8}(?:会议?|仪式|活动|会谈|会见|讲座|培训|比赛|演出)结束后,"
    rf"|{_THEN}{_NOBODY}[^,。;要应的]{{0,16}}(?:{_GROUP})(?:在[^,。;要应]{{1,10}})?"
    rf"(?:{either(words('cues', 'group_adverbs'))}){{0,2}}(?:{either(words('cues', 'group_acts'))})"
)
"""A meeting is held, a group goes about: the report's own sentence."""
_CONVENED: Final = late(
    r"(?!以|[^,;。]{1,14}(?:尽快|及时|立即|抓紧|定期|迅速|马上|按时|适时|积极))[^,。;要应将]{2,30}(?:组织)?召开(?![之的以后前时])"
)
_GROUP_SAYS: Final = late(
    rf"{_THEN}{_NOBODY}[^,;。:要应的]{{0,16}}(?:们|大家|{_GROUP})[^,;。:要应]{{1,40}}"
    r"(?:,[^,;。:要应]{2,24}){0,3},(?:并|还|也|同时|一致|纷纷|普遍|均|都)*(?:表示|认为|提出|建议|(?<=感谢,)希望|(?<=发言,)希望)(?![的了出])"
)
"""A group does something and says something: ``学员们认真听讲，表示…``."""
_THIS: Final = late(f"[本此]次[^,。;要应]{{0,10}}?(?:{either(words('cues', 'this_event'))})")
"""Begins a paragraph in which the report says what it was good for."""
_TO_WHAT_END: Final = late("为了?[^,。;]{2,40},")
"""Begins a sentence in which somebody does something to some end."""
_FELT: Final = late("(?P<verb>表示|指出)(?:了)?[^,。;]{1,16}。$")
_HELD_ON: Final = late(
    r"(?:本次|此次)?(?P<who>会议|例会|座谈会)(?:的?(?:主要|具体))?(?:内容|议程|议题|事项|要点)(?:是|为|有|如下)*:$"
)
_FELT_BY: Final = (
    "结合自身",
    "结合个人",
    "结合自己",
    "感谢",
    "祝贺",
    "赞赏",
    "欢迎",
    "高度评价",
    "高度赞扬",
    "高度赞赏",
    "完全赞同",
)
"""Behind somebody's name: the report tells how another one takes it."""
_ASPECT: Final = late("在[^,。;]{2,14}(?:方面|领域|环节),|对[^,。;]{2,60}(?:的|人员|行为|单位|企业|个人|机构|问题),")
"""Begins a paragraph of orders, field by field or case by case: ``在节水方面,大力推广…``."""
_ORDERED: Final = late("(?<![主重首需])要|应(?![邀聘])|必须")
"""Words that order."""
_TAIL: Final = 40
"""In how many of its last characters a sentence says who was there."""
_ORDERS: Final = late("(?:强调|要求|指出|明确|部署)(?![,。;、的])")
_POINTS: Final = 600
"""How far the points of a meeting are searched for a verb of saying."""
_CONTENTS: Final = "contents-of-meeting"
_RECENT: Final = 30
"""Among how many of a speech's last sentences an ordinal makes it a list."""
_REST: Final = 80
"""How far ahead an announcement looks for the words it announces, in characters."""


@dataclass(slots=True)
class Passage:
    """A speech: its opening and the stretches of text its words take."""

    opening: Opening
    parts: list[Span] = field(default_factory=list)
    rests: bool = False
    """The report speaks, but the next point of the speech's list may still come."""

    @property
    def span(self) -> Span:
        """From the speaker to the last of the words."""
        return Span(self.opening.start, max(self.opening.words, self.parts[-1].end if self.parts else 0))

    @property
    def is_silent(self) -> bool:
        """Whether it has no words yet."""
        last = self.parts[-1]
        return last.start == last.end and not any(end > start for start, end in self.parts)

    def stop(self, plain: str, end: int) -> Passage:
        """The passage with nothing from ``end`` on."""
        kept = [part for part in self.parts if part.start < end]
        if kept and kept[-1].end > end:
            kept[-1] = trimmed(plain, Span(kept[-1].start, end))
        return Passage(self.opening, kept, self.rests)


@cache
def _there() -> re.Pattern[str]:
    attendance = either(words("cues", "attendance"))
    return re.compile(rf"(?:{attendance})了?(?:会议|活动|座谈|(?:本次|此次|上述|有关|相关)[^,。;]{{0,12}})?。?$")


def _tells(plain: str) -> bool:
    """Whether a sentence begins as the report's own, or ends with who was there and orders nothing."""
    tail = plain[-_TAIL:]
    told = "席" in tail or "参" in tail or "陪" in tail or "收" in tail
    attended = told and _there().search(tail) and not _ORDERED.search(plain)
    return bool(attended or TURNS.at(plain))


def passages(page: Page, body: Span, openings: Openings) -> Iterator[Passage]:
    """The speeches of a stretch of the body, in order."""
    current: Passage | None = None
    end = -1
    for sentence in page.sentences(body):
        first = end < 0 or page.plain.find("\n", end, sentence.start) >= 0
        end = sentence.end
        running = current if current and _runs(page, sentence, first, openings, current) else None
        speaking = running.opening.speaker if running else None
        told = current is not None and current.opening.rule == _CONTENTS and items.begins(sentence.of(page.plain))
        found = [] if told else openings.within(sentence, speaking)
        if not found or (found[0].rule == "speaker-elided" and items.inside(page.plain, sentence)):
            found = _unsaid(page, sentence, openings, speaking) or found
        elif found:
            last = found[-1]
            found += filter(None, [announced(page, Span(last.words, sentence.end), openings, last.speaker)])
        if current and found:
            yield current.stop(page.plain, found[0].start)
            current = None
        elif current:
            current.rests = not running
            if running:
                current.parts.append(sentence)
        for passage in _opened(page, sentence, found, openings) if found else ():
            if current:
                yield current
            current = passage
    if current:
        yield current


def _runs(page: Page, sentence: Span, first: bool, openings: Openings, current: Passage) -> bool:
    """Whether a speech runs on in this sentence; one that rests only with the next point of its list.

    One that has no words yet, as ``会议指出`` on a line of its own, takes whatever comes.
    """
    if current.rests:
        number = items.number(sentence.of(page.plain)) if first else None
        if number is None or number < 2:
            return False
        return number - 1 in [items.number(part.of(page.plain)) for part in current.parts[-_RECENT:]]
    return current.is_silent or not _turns(page, sentence, first, openings, current)


def _opened(page: Page, sentence: Span, found: list[Opening], openings: Openings) -> Iterator[Passage]:
    """A passage for each opening of a sentence, which runs to the next or to the sentence's end."""
    for opening, after in zip_longest(found, found[1:]):
        end = after.start if after else sentence.end
        end = min(end, openings.other(opening, end))
        quoted = page.sentences(opening.quoted) if opening.quoted else ()
        yield Passage(opening, [*quoted, trimmed(page.plain, Span(opening.words, max(opening.words, end)))])


def _turns(page: Page, sentence: Span, first: bool, openings: Openings, current: Passage) -> bool:
    """Whether the report itself speaks again at this sentence, the first of a line or a later one."""
    plain = sentence.of(page.plain)
    meant = ("他" in plain[:_FAR] or "她" in plain[:_FAR]) and _PRONOUN.match(plain)
    if meant or _tells(plain) or (plain[0] == "(" and _ASIDE.match(plain)):
        return True
    subject = openings.subject(sentence)
    together = _has_group_verb(plain) and _GROUP_SAYS.match(plain) is not None
    if first and items.begins(plain) and not ((subject or together) and plain.startswith(_SPOKEN_ORDER)):
        return False
    if subject and not page.plain[subject.start : subject.end].endswith("总书记"):
        again = first or subject.name in several(current.opening.speaker)
        if again or _is_told_of(page.plain, sentence, subject):
            return True
    if together or _HELD.match(plain) or ("召开" in plain and _CONVENED.match(plain)):
        return True
    if not first or page.plain[max(0, sentence.start - 4) : sentence.start].rstrip("\n ").endswith(";"):
        return False
    if (
        (plain[0] in "本此" and _THIS.match(plain) and not _ORDERED.search(plain))
        or (_TO_WHAT_END.match(plain) and openings.about(*sentence) and not _ORDERED.search(plain))
        or plain.startswith("来自")
        or openings.tours(sentence)
        or openings.praises(sentence)
    ):
        return True
    after = page.plain[sentence.end : sentence.end + _REST].lstrip(" ")
    if _MODAL_START.match(plain) or _MODAL_START.match(after):
        return False
    if plain.startswith(DASH) and any(page.plain.startswith(DASH, part.start) for part in current.parts[-_RECENT:]):
        return False
    listed = any(items.begins(part.of(page.plain)) for part in current.parts[-_RECENT:])
    listed = listed or (plain[0] in "在对" and _ASPECT.match(plain) is not None)
    return actions.instruction(plain, ordering=False, ordered=listed) is None


def _has_group_verb(plain: str) -> bool:
    """Whether one of the verbs stands in a sentence with which a group says something."""
    return "表示" in plain or "认为" in plain or "提出" in plain or "建议" in plain or "希望" in plain


def _is_told_of(plain: str, sentence: Span, subject: Mention) -> bool:
    """Whether a sentence tells what the one it begins with does or says, behind ``最后,`` too."""
    does = plain[subject.end : sentence.end].split(",", maxsplit=1)[0]
    if plain[sentence.start : subject.start].rstrip(",") in _THEN_WHO and not _ORDERED.search(does):
        return True
    if does.startswith("的"):
        return False
    if does.startswith(_FELT_BY) or _NARRATION.search(does):
        return True
    return does[:1] in _TOWARDS and _THANKED.match(plain, subject.end, sentence.end) is not None


def _unsaid(page: Page, sentence: Span, openings: Openings, speaking: str | None) -> list[Opening]:
    """A speech through what follows: ``提出三点要求：一是…``, ``对…表示感谢。希望…``."""
    if found := announced(page, sentence, openings, speaking):
        return [found]
    if speaking:
        return []
    if openings.masked[sentence.end - 1] == ":" and (held := _HELD_ON.search(openings.masked, *sentence)):
        return _contents(page, sentence, held["who"])
    return _hoped(page, sentence, openings)


def _hoped(page: Page, sentence: Span, openings: Openings) -> list[Opening]:
    """``对…表示感谢。希望…``: the hopes behind thanks are words of the one who thanks."""
    behind = page.plain[sentence.end : sentence.end + _REST]
    if "希望" not in behind:
        return []
    hoped = behind.lstrip().startswith("希望")
    felt = _FELT.search(openings.masked, *sentence) if hoped else None
    topic = openings.topic if felt else None
    if not felt or not topic:
        return []
    return [Opening(sentence.start, sentence.end, topic, page.text[slice(*felt.span("verb"))], "hope-after-thanks")]


def _contents(page: Page, sentence: Span, who: str) -> list[Opening]:
    """``会议主要内容是：一、…强调…``: the meeting says what its points say, by the first verb of saying in them."""
    if not items.opens(page.plain[sentence.end : sentence.end + _REST].lstrip()):
        return []
    verb = _ORDERS.search(page.plain, sentence.end, sentence.end + _POINTS)
    if verb is None:
        return []
    return [Opening(sentence.start, sentence.end, who, verb[0], _CONTENTS)]
