"""Announcements: a speech that opens through the list or the orders that follow: ``提出三点要求：一是…``."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import late
from newstui.parsing import actions, items
from newstui.parsing.lexicon import Starts, either, words
from newstui.parsing.opening import Opening
from newstui.parsing.ordinals import FIRST
from newstui.parsing.speech import Openings
from newstui.parsing.text import Page, where

_MANY: Final = r"[一二三四五六七八九几两\d]"
_ANNOUNCED: Final = re.compile(
    rf"(?P<verb>提出(?!了?[^,;:]{{0,6}}更[高严新](?![^,;:]{{0,10}}:“))|寄予|提(?!出)|给出|[谈讲](?!话)|聊(?!天)|发表)"
    r"(?!的)了?[^,;:]{0,24}?"
    rf"(?:{either(words('cues', 'announced'))}|“□{{1,12}}”(?=:))(?P<end>[:,]|。|(?=一[是要]))"
    rf"|(?P<fields>提出)[^,;:]{{0,8}}?[在从]{_MANY}个?方面[^,;:]{{0,16}}(?P<list>:)"
    r"|(?P<found>[指提]出)了?[^,;:]{2,32}(?:问题|不足|差距|短板|困难|挑战):"
    r"|(?:(?<![工操])作|做(?!出)|作出|做出|进行)了?[^,;:]{0,12}?(?P<act>部署|安排|要求|强调|指示|批示|动员"
    r"|讲话|点评|发言)(?:[和与、](?:部署|安排|要求))?(?P<stop>[:。,])"
    r"|(?P<deed>部署|安排|布置)[^,;:]{0,16}工作:"
    r"|(?P<set>确定|明确|决定)了[^,;:]{2,40}(?:措施|举措|任务|事项|政策|安排):"
    rf"|(?P<sum>总结|概括|归纳)[为成]了?{_MANY}(?:点|条|个?方面)[:。,]"
    rf"|(?P<point>强调|要求|明确|讲(?!话)|交流|分享)了?{_MANY}(?:点|项|条|个?方面)"
    rf"(?:的?(?:{either(words('cues', 'announced_points'))}))?(?P<mark>[:。,])"
)
"""Words that announce a list; but for the first kind only a list that follows makes them a speech."""
_ANNOUNCING: Final = re.compile(
    rf"提(?=出|了?{_MANY})|指出|寄予|给出|谈(?!话)|讲(?!话)|聊(?!天)|发表|作(?:(?<![工操]作)|(?=出))|做了|做以|做如|做出|进行|部署|安排|布置"
    rf"|总结(?=[为成])|概括(?=[为成])|归纳(?=[为成])|强调(?=\w)|要求(?=\w)|明确(?=了|{_MANY})|确定(?=了)|决定(?=了)|交流(?=\w)|分享(?=\w)"
)
"""What an announcement begins with; no other place in a sentence is asked."""
_KINDS: Final = ("verb", "fields", "found", "act", "deed", "set", "sum", "point")
_COUNTED: Final = late(rf"{_MANY}(?:点|条|个|方面|项)")
_DIRECTING: Final = frozenset({"指示", "批示"})
_BESIDES: Final = frozenset("对就与向为")
"""Behind 并 at the head of a sentence: what somebody did besides."""
_JOINED: Final = late("并|还|同时")
"""Begins a clause in which the report tells what a speaker did besides."""
_NOWHERE: Final[tuple[int, str | None]] = 0, None
_SAYING: Final = late(
    "[^,。;:]{0,40}(?:(?:指出|强调|要求|表示|说|建议|认为|提出|希望)[,:]|(?:指出|强调|提出)要(?!求))|要求|希望|强调"
    "|指出|[他她](?:要求|希望|强调|指出|鼓励|表示|勉励|号召|叮嘱|建议|呼吁|认为)"
)
TURNS: Final = Starts(words("cues", "turns"))
"""Words with which the report speaks again."""
_OPENED: Final = frozenset("“「")
"""What opens the words themselves: ``提出建议：“要…”``."""
_SUBJECT: Final = 12
"""So near its beginning a sentence names whom it is about."""
_REST: Final = 80
"""How far ahead an announcement looks for the words it announces, in characters."""


def announced(page: Page, sentence: Span, openings: Openings, speaking: str | None) -> Opening | None:
    """The last announcement of a sentence that a list follows, or orders; ``speaking`` is whose words run there."""
    if speaking and not _may_list(page, sentence):
        return None
    every = list(where(_ANNOUNCING, _ANNOUNCED, openings.masked, sentence))
    if not every:
        return None
    rest = page.plain[sentence.end : sentence.end + _REST].lstrip()
    stored = page.text[sentence.end : sentence.end + _REST].lstrip()
    for match in every[:-4:-1]:
        after = openings.masked[match.end() : min(sentence.end, match.end() + _REST)].strip() or rest
        if after[0:1] in _OPENED:
            after = page.plain[match.end() : sentence.end].strip()[1:] or rest[1:]
        told_in = page.text[match.end() : min(sentence.end, match.end() + _REST)].strip() or stored
        lists = items.opens(after, told_in)
        if not speaking:
            start, speaker = sentence.start, _announcer(openings, sentence.start, match.start())
        else:
            start, speaker = _besides(page.plain, sentence, match, openings, speaking) if lists else _NOWHERE
        if not speaker:
            continue
        told = match["end"] == "。" and _told(openings, rest, sentence.end)
        directs = match["stop"] == "," and match["act"] in _DIRECTING
        orders = not told and (match["verb"] or directs or ":" in (match["stop"], match["mark"]))
        orders = orders and (match["end"] == ":" or actions.begins(after, match["end"] or ":"))
        if lists or (orders and not _SAYING.match(after)):
            verb = next(page.text[slice(*match.span(kind))] for kind in _KINDS if match[kind])
            return Opening(start, match.end(), speaker, verb, "announced")
    return None


def _may_list(page: Page, sentence: Span) -> bool:
    """Whether the first ordinal of a list, 一, 1, 首先 or in a circle, may stand in a sentence or behind it."""
    start, end = sentence
    end += _REST
    if FIRST.search(page.plain, start, end) or page.plain.find("1", start, end) >= 0:
        return True
    return page.is_circled or page.plain.find("首先", start, end) >= 0


def _told(openings: Openings, rest: str, end: int) -> bool:
    """Whether the report speaks again right behind the sentence of an announcement."""
    return (
        bool(TURNS.at(rest))
        or (rest[:1] == "并" and rest[1:2] in _BESIDES)
        or openings.speakers.any_within(end, end + _SUBJECT)
    )


def _announcer(openings: Openings, start: int, end: int) -> str | None:
    """Who announces it: a person, several, a body, whoever was spoken of."""
    if about := openings.about(start, end):
        return about.name
    if openings.listed(start, end):
        return openings.several(start, end)
    body = openings.body(start, end) or openings.host(start, end)
    if body or (body := openings.group(openings.clauses(start, end))):
        return body
    last = start - openings.masked.startswith("\n", start - 1)
    return openings.several(openings.sentence_before(last), last) or openings.topic


def _besides(
    plain: str, sentence: Span, match: re.Match[str], openings: Openings, speaking: str
) -> tuple[int, str | None]:
    """Where in somebody's words the report announces a list, and whose: ``并提出要求，一是…``, one whose points it
    counts, one of another body."""
    before = plain[max(sentence.start, match.start() - _REST) : match.start()]
    clause = before.rsplit(",", 1)[-1]
    ordered = actions.modal_of(before)
    counted = _COUNTED.search(match[0]) and not ordered
    if counted and clause and (body := openings.body(match.start() - len(clause), match.start())):
        return sentence.start, body
    if counted or (_JOINED.match(clause) and not actions.modal_of(clause)):
        return match.start() - len(clause), speaking
    return sentence.start, None if ordered else openings.body(sentence.start, match.start())
