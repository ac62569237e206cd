"""Who stands where in a sentence: mentions of people, whole names and short ones, as doers or as objects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import aligned
from newstui.model.late import late
from newstui.model.outline import Speech
from newstui.model.reading import Reading
from newstui.parsing.figures import Mention, short, whole
from newstui.parsing.lexicon import either, words
from newstui.parsing.speakers import is_towards
from newstui.parsing.text import Page

_OBJECT: Final = late(
    rf"(?:{either(words('roles', 'objects.prepositions'))})(?:了|由|到){{0,2}} *[“]?\Z"
    r"|(?:慰问|看望|走访)(?:了?[^,。;、的后时\n]{0,8}|了[^,。;、的后时\n]{2,8}的[^,。;、的后时\n]{0,4})\Z|(?<![。\n])包括[^,。;]{0,8}\Z"
)
_CALLED_ON: Final = late("(?:走访|看望|慰问)了?(?!中|活动)[^,。;的后时并\\n]{1,40}\\Z")
"""Before somebody, titles and all, on whom another calls."""
_CALLED_ENDS: Final = frozenset(",。;等、")
"""What stands behind them."""
_HONOURED: Final = ("模范", "劳模", "标兵", "先进", "党员", "职工", "教师", "老人", "烈士", "英雄", "能手", "工匠")
"""What those who are called on are at least, without a rank."""
_TITLES: Final = 44
"""So many letters what they are called takes."""
_BEHIND_VERB: Final = "了由到 “"
_OBJECT_ENDS: Final = frozenset(word.rstrip(_BEHIND_VERB)[-1] for word in words("roles", "objects.prepositions"))
"""The last letters of what governs whoever stands right behind it."""
_TITLE: Final = (
    r"(?:同志|常务(?=副)|总书记|主席|总理|委员长|书记|检察长|董事长|总经理|主任|先生|副?[部省市院局厅区县司校组]长)*"
)
_WORDS: Final = r"(?:讲话|指示|批示|论述|思想|贺信|回信|嘱托|署名|来访|邀请|来信|口信|亲笔信|精神)"
_OF_SOMEBODY: Final = (
    f"(?:系列|重要|最新|近期|亲自|视察|考察|调研|总结|动员)*{_WORDS}",
    "(?:在|对|就|视察|考察|到)[^,。;了]{0,40}?(?:上|时|会议|座谈会)?的"
    rf"(?:(?!宣讲|传达|学习|发表)[^,。;]){{0,12}}?{_WORDS}(?<!来访|邀请|来信)",
    *("所[作做]的", "发表的", r"在[^,。;了]{1,40}?上讲话的"),
    rf"出席[^,。;了并]{{2,40}}?(?:时|期间)的[^,。;]{{0,8}}?{_WORDS}",
    rf"在[^,。;了]{{1,30}}期间(?:系列|重要)*{_WORDS}",
    "的(?!带领|主持)",
    "(?:生前|亲属|家属|遗体|遗像|亲友|家人|家长|父[母亲]|母亲|爸爸|妈妈|妻子|丈夫|儿子|女儿)",
    *("关于", "特使", "(?:的)?特别代表", "(?<=[志记席])《"),
    rf"等[^,。;]{{0,12}}的{_WORDS}",
)
_CONTENT: Final = re.compile(f"{_TITLE}(?:{'|'.join(_OF_SOMEBODY)})")
"""Behind somebody of whose words, visits or family it is told."""
_CONTENT_BEGINS: Final = frozenset(
    "同常发出总主委书检董先副部省市院局厅区县司校组系重最近亲视考调动讲指批论思贺回嘱署来邀口精在对就到所的关特等生亲家遗父母爸妈妻丈儿女《"
)
"""The first letters of all that."""
_AT_HOME: Final = late(
    "(?:老人|同志|夫妇)?(?:等[^,。;到]{0,12}?)?的?(?<![专国大业作画学商行公史论术])家(?=[,。看中里进走慰访])"
)
"""Behind those who are called on at home."""
_AT_HOME_BEGINS: Final = frozenset("老同夫等的家")
"""The first letters of all that."""
_NEAR_HOME: Final = 20
_NEIGHBOUR: Final = late("[、和及与][^,。;、]{0,24}")
"""Between two of them: 、困难群众."""
_LISTED_WITH: Final = late("[,、和及与][^,。;、]{0,24}")
"""The same among those invited, whom commas part as well."""
_GESTURE: Final = late(rf"{_TITLE}(?:一行|等)?[^,。;]{{0,24}}(?:表示|致以|表达|给予|提出|介绍|汇报|通报|送上|的)")
"""What is done to somebody a preposition further before governs: 向前来的王某一行表示欢迎."""
_INVITED: Final = late("(?:邀请|特邀)(?:了|到|到了)?$")
_GUEST_DOES: Final = late(
    "(?:教授|院士|老师|主任|博士|[^,。;]{0,24}?(?=参加|出席|列席|与会|到会))?(?:参加|出席|列席|与会|到会"
    "|来[^,。;]{0,4}(?:讲学|授课|[作做])|在[^,。;]{2,24}?(?:[作做]了?[^,。;]{0,30}(?:报告|讲座|演讲)|授课|讲学)|[作做为就]|进行|围绕|主讲|授课)"
)
_GUESTS_DO: Final = late(rf"(?:等[^,。;]{{0,10}}?)?(?:{_GUEST_DOES.pattern})")
"""Behind who was invited, who does it: 邀请某大学教授王某作讲座."""
_HEADS_PARTY: Final = late("为(?:[组团队]长|领队)的")
"""Behind who leads those who come: 以王某为组长的调研组."""
_LED: Final = late(rf"(?:{either(words('roles', 'objects.led'))}|[携偕](?!手))[^,。;、]{{0,6}}$")
_JOINED: Final = late(
    rf"^{_TITLE}(?:[^,。;、]{{0,10}}(?:讲话|要求|指示|批示|部署|精神))?\s*[、和及与]\s*[^,。;]{{0,24}}$"
)
_BESIDE: Final = late(rf",$|{_JOINED.pattern}")
"""Between those led by one: 带领副县长王某，县委常委李某到…."""
_AND: Final = frozenset("、和及与")
_LISTED: Final = frozenset((*_AND, ",", "以及", ",以及"))
_FOR: Final = ("代表", "受", "书记代表", "主任代表", "同志代表")
"""Between who does something and in whose place: 科长某某代表局长某某."""
_REPRESENTED: Final = late("代表[^,。;、]{2,12}[、和及]")
"""The same where a body comes first: 副院长某某代表省高院、院长某某."""
_WITH: Final = frozenset({"与", "同", "和", "及"})
_TOGETHER: Final = late("[^,。;]{0,40}?(?:一起|共同|一同|一道)")
"""Behind somebody with whom it is done: 与某某等代表共同出席."""
_RECEIVED: Final = late("(?:会见|接见|拜会|拜访|包括)[^,。;]*\\Z")
_ALL_RECEIVED: Final = late("一行|等(?![^,。;]{0,10}(?:陪同|参加|参与|出席|随同|在座))|。|,(?:并|双方|就|围绕)")
"""Behind the last one of a list of those received: 会见董事长某某,总经理某某一行."""
_TOPIC: Final = late(r"(?:会议|会上|大会)?[^,。;就]{0,4}(?:(?<!招)就(?!业|医|学|职|读|餐|近|诊|任|座)|围绕|针对).")
_PARTING: Final = ",。;:\n"
"""Part the clauses."""
_NEAR: Final = 12
"""So many characters before somebody stands what governs or leads them."""
_FAR: Final = 70
"""So many characters behind somebody tell whether only their words are spoken of."""
_LINE: Final = 80
_FAR_BEHIND: Final = 140
"""So far behind the first of those a party includes it is said that it comes: 包括…在内的代表团来到我校."""
_SPEAKING: Final = frozenset(("讲话", "讲话\n"))
_SPEAKS: Final = late(rf"{_TITLE}讲话[,。; \n]")
"""Behind whom it tells, at the head of a clause, that he spoke: ,王某讲话,赵某通报情况."""
_SPEAKS_ON: Final = late(rf"{_TITLE}讲话,[他她]")
"""Behind whom it tells so wherever they stand: 某大学王某校长讲话,他说."""
_HEAD: Final = frozenset(",。;: \n")
_CAPTION: Final = late("\n(?!传达|学习|听取|贯彻|落实)[^,。;:\n]*$")
"""Before such words at the end of a line: whom a picture shows."""


class Scene:
    """All mentions of an article in order, to be asked for by stretch."""

    def __init__(self, page: Page, reading: Reading) -> None:
        self.posts = [post.span for person in reading.people for post in person.posts]
        named = [range(*span) for person in reading.people for span in person.mentions]
        self._covered: set[int] = set().union(*named)
        ranked = short(page, reading, self._covered)
        found = [*whole(page.plain, reading), *ranked]
        self.mentions = _with_objects(page.plain, sorted(found, key=attrgetter("name")))
        self._covered.update(*[range(*span) for span in self.posts], *[range(one.name, one.end) for one in ranked])
        self._names = [each.name for each in self.mentions]
        self._words = sorted(_words_begin(page.plain, speech) for speech in reading.outline)

    def within(self, span: Span) -> list[Mention]:
        """The mentions whose names stand in a span."""
        start, end = span
        return self.mentions[bisect_left(self._names, start) : bisect_left(self._names, end)]

    def is_said(self, sentence: Span, act: Span) -> bool:
        """Whether an act is told in the words of a speech its sentence opens, nobody named in them before."""
        start, at = sentence[0], act[0]
        opened = bisect_right(self._words, at)
        words = self._words[opened - 1] if opened else start
        return words > start and not self.within(Span(words, at))

    def is_inside_name(self, span: Span) -> bool:
        """Whether a word lies inside a name or a post: 督导 in ``督导室主任``."""
        return span.start in self._covered


def _words_begin(plain: str, speech: Speech) -> int:
    """Where the words of a speech begin: behind its verb."""
    at = plain.find(speech.verb, *speech.span)
    if at < 0:
        at = plain.find(aligned(speech.verb), *speech.span)
    return at + len(speech.verb) if at >= 0 else speech.span.end


def _is_topic(plain: str, mention: Mention) -> bool:
    """Whether a clause only speaks about somebody: ``会议就某某督导的情况进行了通报``."""
    start = mention.start - 60 if mention.start > 60 else 0
    words_of = plain[start : mention.start]
    if "就" not in words_of and "围" not in words_of and "针" not in words_of:
        return False
    last = max(words_of.rfind(mark) for mark in _PARTING)
    return last >= 0 and _TOPIC.match(words_of, last + 1) is not None


def _with_objects(plain: str, mentions: list[Mention]) -> list[Mention]:
    """Mark those to whom something is done, or whose words or visits are only spoken of; a list shares its case."""
    marked: list[Mention] = []
    parties = "组成的" in plain
    for each in mentions:
        last = marked[-1] if marked else None
        before = plain[each.start - _NEAR if each.start > _NEAR else 0 : each.start]
        is_object = _is_object(plain, each, last, before)
        led = _is_led(before) or (parties and _is_member(plain, each))
        if last and (last.is_object or last.is_led):
            between = plain[last.end : each.start]
            listed = last.is_object and last.end <= each.start and bool(_JOINED.match(between))
            is_object = is_object or listed
            led = led or (last.is_led and bool(_BESIDE.match(between)))
        marked.append(each.marked(is_object=is_object, is_led=led) if is_object or led else each)
    _mark_received(plain, marked)
    if "邀" in plain:
        _clear_invited(plain, marked)
    at_home = False
    for at in range(len(marked) - 1, 0, -1):
        one, after = marked[at - 1], marked[at]
        at_home = at_home or (plain[after.end : after.end + 1] in _AT_HOME_BEGINS and _is_at_home(plain, after))
        if not (at_home or after.is_object):
            continue
        between = plain[one.end : after.start]
        at_home = at_home and bool(_NEIGHBOUR.fullmatch(between))
        told = between in _AND and after.is_object and _CONTENT.match(plain, after.end, after.end + _FAR)
        if at_home or told:
            marked[at - 1] = one.marked(is_object=True, is_led=one.is_led)
    return marked


def _is_led(before: str) -> bool:
    """Whether the words right before somebody say that they are led."""
    leads = "带" in before or "率" in before or "携" in before or "偕" in before
    return leads and _LED.search(before) is not None


def _is_at_home(plain: str, one: Mention) -> bool:
    """Whether somebody is called on at home; asked where what stands behind them may begin so."""
    return _AT_HOME.match(plain, one.end, one.end + _NEAR_HOME) is not None


def _is_governed(plain: str, start: int, before: str) -> bool:
    """Whether a verb or a preposition right before a place has whoever is named there for its object."""
    ends = before.rstrip(_BEHIND_VERB)[-1:] in _OBJECT_ENDS
    called = "问" in before or "望" in before or "走访" in before or "包括" in before
    return (ends or called) and _OBJECT.search(plain, start - len(before), start) is not None


def _is_called_on(plain: str, one: Mention) -> bool:
    """Whether somebody is called on whose titles stand in between: 走访省人大代表、工艺美术大师何某,通报情况."""
    far = max(0, one.start - _TITLES)
    if plain[one.end : one.end + 1] not in _CALLED_ENDS:
        return False
    if plain.find("、", far, one.start) < 0 and not plain.endswith(_HONOURED, far, one.start):
        return False
    return _CALLED_ON.search(plain, far, one.start) is not None


def _is_member(plain: str, one: Mention) -> bool:
    """Whether somebody belongs to a party that another leads: 由某某带队,某某和…组成的考察组."""
    led = plain.endswith(("带队,", "任组长,", "任团长,"), 0, one.start)
    return led and plain.find("组成的", one.end, one.end + _LINE) > 0


def _mark_received(plain: str, marked: list[Mention]) -> None:
    """Mark the rest of those who are received, where commas part the list."""
    at = 0
    while at < len(marked) - 1:
        first, at = marked[at], at + 1
        if not first.is_object or plain[first.end : first.end + 1] != ",":
            continue
        last = at
        while last < len(marked) and plain[marked[last - 1].end : marked[last].start] in _LISTED:
            last += 1
        received = _RECEIVED.search(plain, max(0, first.start - _NEAR), first.start)
        if received and _ALL_RECEIVED.match(plain, marked[last - 1].end):
            marked[at:last] = [each.marked(is_object=True, is_led=each.is_led) for each in marked[at:last]]
        at = max(at, last)


def _clear_invited(plain: str, marked: list[Mention]) -> None:
    """Those invited do what is told behind their list: 邀请教授某某、主任某某等五位专家作点评."""
    at = 0
    while at < len(marked) - 1:
        first, last = marked[at], at + 1
        while last < len(marked) and _LISTED_WITH.fullmatch(plain, marked[last - 1].end, marked[last].start):
            last += 1
        invited = first.is_object and last > at + 1 and _INVITED.search(plain, max(0, first.start - _NEAR), first.start)
        if invited and _GUESTS_DO.match(plain, marked[last - 1].end):
            marked[at:last] = [each.marked(is_object=False, is_led=each.is_led) for each in marked[at:last]]
        at = last


def _speaks(plain: str, one: Mention) -> bool:
    """Whether it tells that somebody spoke, or a picture shows it: ``某某讲话``, not ``学习某某讲话``."""
    if plain.find("讲话", one.end, one.end + _NEAR_HOME) < 0:
        return False
    if plain[one.end : one.end + 3] in _SPEAKING and _CAPTION.search(plain, max(0, one.start - _LINE), one.start):
        return True
    heads = one.start > 0 and _SPEAKS.match(plain, one.end) is not None
    return heads and (plain[one.start - 1] in _HEAD or _SPEAKS_ON.match(plain, one.end) is not None)


def _is_object(plain: str, one: Mention, last: Mention | None, before: str) -> bool:
    """Whether the words around a mention make it no doer; ``last`` is the mention before it, ``before`` the words."""
    behind = plain[one.end : one.end + 1]
    named = behind in _CONTENT_BEGINS
    if named and _speaks(plain, one):
        return False
    told = named and _CONTENT.match(plain, one.end, one.end + _FAR)
    if told or _is_topic(plain, one) or (behind in _AT_HOME_BEGINS and _is_at_home(plain, one)):
        return True
    if last is not None and (
        plain[last.end : one.start] in _FOR
        or (
            plain.startswith("代表", last.end) and "、" in before and _REPRESENTED.fullmatch(plain, last.end, one.start)
        )
    ):
        return True
    if "包括" in before and plain.find("在内的", one.end, one.end + _FAR_BEHIND) > 0:
        return False
    if _is_called_on(plain, one):
        return True
    if _is_governed(plain, one.start, before):
        invited = _INVITED.search(before) and _GUEST_DOES.match(plain, one.end)
        if invited or _HEADS_PARTY.match(plain, one.end):
            return False
        joint = last is not None and not last.is_object and plain[last.end : one.start] in _WITH
        joint = joint or (plain[one.start - 1] in _WITH and _TOGETHER.match(plain, one.end) is not None)
        if not joint:
            return True
    return is_towards(plain, 0, one.start) and bool(_GESTURE.match(plain, one.end))
