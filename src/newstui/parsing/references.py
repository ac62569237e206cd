"""What a report refers to: documents in 《》, coined terms, organisations that made statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newstui.model.article import Span
from newstui.model.fold import fold
from newstui.model.late import late
from newstui.model.reading import Document, Reading, Term
from newstui.parsing.bodies import statements_of
from newstui.parsing.hanzi import LETTER, NUMERALS
from newstui.parsing.lexicon import either, words
from newstui.parsing.text import Page, occurrences, spanned, where

_TITLE: Final = late(
    r"《\s*((?:[^《》\n]|《[^《》\n]{2,60}》(?=[^《》\n。;]{1,60}[《》])){2,100}?)\s*》"
    r"|〈(?<![《〈]〈)\s*(?!\d{4}\.)([^《》〈〉\n]{2,80}?)\s*〉"
)
"""One may stand inside another: 《关于印发〈…〉的通知》."""
_PAPER: Final = late(rf"(?:{either(words('references', 'documents.papers'))})$")
_WORK_BEFORE: Final = late(rf"(?:{either(words('references', 'documents.works_before'))})(?:[^。;,]{{0,4}}|,)$")
_WORK_AFTER: Final = late(
    rf"(?:等|的|这[首部个]|专题|系列|大型|录像|文献|警示|反腐|教育|红色|经典|优美|激昂|嘹亮|悠扬|欢快|铿锵){{0,4}}"
    rf"(?:{either(words('references', 'documents.works_after'))})"
)
_ISSUE_AFTER: Final = late(r"\s*(?:19|20)\d\d\s*年\s*第?\s*\d{1,2}\s*期")
"""A journal and its issue."""
_PAPERS_OF_PEOPLE: Final = words("references", "documents.certificates")
_RUN: Final = late(r"(?:[《〈][^《》]*[》〉][、和及]?)+$")
_RUN_ON: Final = late(r"(?:[、和及]?[《〈][^《》\n]{1,80}[》〉])+")
"""Titles in a row share what stands before the first and behind the last."""
_SHORT: Final = 6
"""Up to so many letters a title may be that of a book or a song unless something shows that it is none."""
_OFFICIAL: Final = late(
    rf"^(?:关于|中华人民共和国|{either(words('posts', 'statesmen'))})"
    rf"|(?:{either(words('references', 'documents.heads'))})(?:\([^()]*\))*$"
)
_CUE: Final = late(rf"(?:{either(words('references', 'documents.cues'))})[^。;,]{{0,8}}$")
_TALK: Final = late(rf"[^。;,《]{{0,8}}?(?:{either(words('references', 'documents.talks'))})")
"""A title that is the subject of a talk."""
_ISSUE: Final = late(rf"第[\d{NUMERALS}]+[期卷号]的? *$")
_PRINTED: Final = late("[^。;,]{0,4}(?:发表|刊发|刊登|刊载|撰文)")
"""Behind the name of a journal: 在《自然》发表."""
_PRINTED_IN: Final = tuple(f"{verb}{place}" for verb in ("发表", "刊发", "刊登", "刊载", "连载") for place in "在于")
"""Before it: 发表在《自然》上."""
_EVENTS: Final = late(
    "(?:论坛|(?:分享|宣讲|故事|读书|音乐|朗诵|演唱|见面|报告)会|大会|座谈会|仪式|典礼|大赛|晚会|(?<![发进开拓扩])展|展览)$"
)
_CHOSEN: Final = late(
    r"(?:等\d*[部本册套首支]|入选)[^,。;]{0,16}(?:图书|出版|书目|剧目|书屋)"
    r"|(?:各|共|等)?[一二三四五六七八九十百千\d]+余?[部本册套首支]|(?:荣?获|深受|受到|备受)[^,。;]{0,12}(?:奖|好评|欢迎|喜爱)"
)
"""Behind books and shows: how many were given, and how they were received."""
_HANDED_OUT: Final = late(r"(?:分发|派发|发放|散发)[^。;,《]{0,6}$")
_LEAFLETS: Final = late(r"(?:等|的)?(?:宣传|科普|健康|知识)*(?:资料|手册|折页|传单|单页|彩页|小?册子?|海报)")
"""What passers-by are given."""
_SONGS: Final = frozenset(words("references", "documents.songs", "documents.classics"))
_ROW: Final = 200
"""So far on both sides what is said of a row of titles is looked for."""
_KIND_ALONE: Final = 4
"""So short a title that another one has whole says no more than what kind of document that is."""
_DECLARED: Final = late(r"(?:以下简称|下称|简称)[:为]?[“《\s]*$")
_QUOTED: Final = re.compile(r"“([^“”\n]{2,30})”")
_QUOTED_INSIDE: Final = late(r"‘([^“”‘’\n]{2,30})’")
"""Inside what somebody says."""
_NUMBER: Final = "一二三四五六七八九十两"
_ROW_OF: Final = "的(?:措施|办法|方式|做法|原则|要求|模式|思路)"
_NUMERIC: Final = late(
    rf"(?<![{_NUMBER}第年月日])[{_NUMBER}]{LETTER}{{1,2}}?(?:[{_NUMBER}双]{LETTER}{{1,2}}?){{1,5}}?"
    rf"(?=(?:{either(words('references', 'terms.after'))})"
    rf"|(?:[、和][{_NUMBER}]{LETTER}{{1,2}}[{_NUMBER}]{LETTER}{{1,2}}){{0,4}}{_ROW_OF})"
)
_NUMERAL: Final = re.compile(rf"[{_NUMBER}](?=..?[{_NUMBER}双])")
"""A slogan of numbers has at least two."""
_IDIOMS: Final = words("references", "terms.idioms")
_MEANING: Final = late(
    r"”?\s*(?:\(([^()\n]{2,60})\)|(?:的?(?:工作|服务|管理|制度|机制|模式|理念|理论|原则|要求|工程|行动|活动|标准|方法|法)"
    r"){0,2},?(?:即|也就是|是指|指的是|就是|指(?![出示导挥引标数向定派明南令]))(?!使|将|可|日)[“:]?([^,。;“”\n]{4,60}))"
)
_SPOKEN: Final = late(r"(?:说|道|指出|表示|强调|写道|认为|称|讲|曰|告诉记者|要求)[,:]?$")
_EXPLAINS: Final = 8
"""From so many characters on words in brackets explain what stands before, and a quotation may be speech."""
_SPOKEN_ENDS: Final = frozenset("说道出示调为称讲曰者求,:")
"""The last letters of all that."""
_SAID_AFTER: Final = late(r"”,?[^,。;“”]{0,10}(?:说|表示|指出|介绍|告诉)(?=[,。:])")
_TITLED: Final = late(r"(?:以下简称|下称|简称|(?<!主)题为|(?<!主)题目[是为])[:“]?$")
_THEME_OF_TALK: Final = late(
    "”为题|”为(?:主题|题目)(?:的|[作做]了?)?(?:主题|主旨|专题|交流|典型|学术|工作|大会|精彩)*"
    "(?:发言|报告|讲座|演讲|授课|党课|宣讲|分享|讲话|致辞)"
)
"""Behind the title of a talk: 以“…”为主题的交流发言."""
_QUESTION: Final = late(
    "(?:如何|怎么|怎样|为什么|为何|谁|什么)[^、,]*|[^、,]*(?:什么|谁|哪里|哪儿|怎么[办干看]|[吗呢?])"
)
_ASKS: Final = frozenset("何么怎谁哪吗呢?")
"""One of these stands in every question."""
_NAMED: Final = (
    *("合作社", "公司", "督查组", "督导组", "巡查组", "巡察组", "工作组"),
    *("比赛", "大赛", "委员会", "展览馆", "活动周"),
    *("勋章", "奖章", "纪念章"),
)
"""Ends the names of bodies, events and medals."""
_NAMED_LONG: Final = (
    *("联盟", "中心", "教研室", "实验室", "研究院", "研究所", "协会", "学会", "商会", "基金会"),
    *("博览会", "论坛", "博物馆", "纪念馆"),
)
"""So do these behind four letters and more."""
_IN_ONE: Final = late(f"[^、,]{{4,}}(?:{either(_NAMED_LONG)})$")
_SLOGAN: Final = 18
_IDIOM: Final = 4
"""So many letters that are asked for are a way of work: 要求“先礼后兵”."""
_MEDALS: Final = ("纪念章", "勋章", "奖章", "奖牌")
_FEASTS: Final = frozenset(words("references", "terms.feasts"))
_DAY_LONGEST: Final = 5
_DAY_NAME: Final = late(rf"\d{{1,2}}[·.]\d{{1,2}}|[{NUMERALS}]{{2}}")


def find_references(page: Page, reading: Reading) -> Reading:
    """Documents, terms and statements of the body."""
    documents = tuple(_documents(page, reading))
    return reading._replace(
        documents=documents,
        terms=tuple(_terms(page, reading)),
        organizations=tuple(statements_of(page, reading)),
    )


def _titles(plain: str, body: Span) -> Iterator[re.Match[str]]:
    """The titles of a part of the body; their two brackets are found sooner each by itself."""
    last = body.start
    for at in sorted(at for bracket in "《〈" for at in occurrences(plain, bracket, *body)):
        match = _TITLE.match(plain, at, body.end) if at >= last else None
        if match:
            last = match.end()
            yield match


def _documents(page: Page, reading: Reading) -> Iterator[Document]:
    """Titles in order of first appearance; short forms of an earlier title are repeats, works of art stay out."""
    known: list[str] = []
    if "《" not in page.plain and "〈" not in page.plain:
        return
    titles = [match for body in reading.parts.body for match in _titles(page.plain, body)]
    sides = [(match, *_beside(page.plain, match)) for match in titles]
    works = {_named(match) for match, before, after in sides if _is_work(_named(match), before, after)}
    papers = {_named(match) for match, before, after in sides if _is_paper(_named(match), before, after)} - works
    for match in titles:
        folded = fold(_named(match))
        if _named(match) not in papers or folded in known:
            continue
        short = _is_short_form(page.plain, match, folded, known)
        known.append(folded)
        if short:
            continue
        span = Span(*match.span(match.lastindex or 0))
        yield Document(re.sub(r"\s*\n\s*", "", span.of(page.text)), span)


def _named(match: re.Match[str]) -> str:
    """The words between the marks."""
    return match[match.lastindex or 0]


def _beside(plain: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before a title and after it, or before and after the row of titles it stands in."""
    before, after = plain[max(0, match.start() - 16) : match.start()], plain[match.end() : match.end() + 24]
    if before.endswith(("》", "〉", "、", "和", "及")):
        far = plain[max(0, match.start() - _ROW) : match.start()]
        before = far[: run.start()][-16:] if (run := _RUN.search(far)) else before
    run_on = _RUN_ON.match(plain, match.end(), match.end() + _ROW)
    return before, plain[run_on.end() : run_on.end() + 24] if run_on else after


def _is_paper(title: str, before: str, after: str) -> bool:
    """Whether its length, its last word, what is done to it, or a talk on it shows that a title is a document's."""
    return bool(len(title) > _SHORT or _OFFICIAL.search(title) or _CUE.search(before) or _TALK.match(after))


def _is_work(title: str, before: str, after: str) -> bool:
    """Whether a title is that of a newspaper, a journal, a show, a song or an event; any other is a document's."""
    if title.split("·", 1)[0] in _SONGS or title.isascii():
        return True
    if title.endswith(_PAPERS_OF_PEOPLE) or _EVENTS.search(title):
        return True
    if _HANDED_OUT.search(before) and _LEAFLETS.match(after) and not _OFFICIAL.search(title):
        return True
    if _PAPER.search(title) and not title.endswith(("公报", "简报", "通报", "汇报", "月报", "年报", "申报")):
        return True
    if _WORK_BEFORE.search(before[-12:]) or _ISSUE.search(before):
        return True
    if before.endswith(("在", "于")) and (_PRINTED.match(after) or before.endswith(_PRINTED_IN)):
        return True
    return bool(_WORK_AFTER.match(after) or _CHOSEN.match(after) or _ISSUE_AFTER.match(after))


def _is_short_form(plain: str, match: re.Match[str], folded: str, known: list[str]) -> bool:
    """Whether a title is one said before, cut short: where 下称 or the like stands, a mere kind, a draft."""
    declared = _DECLARED.search(plain[max(0, match.start() - 8) : match.start()])
    kind = len(folded) <= _KIND_ALONE and any(folded in title for title in known)
    draft = any(title.startswith(f"{folded}(") for title in known)
    return bool(known) and (bool(declared) or kind or draft)


def _terms(page: Page, reading: Reading) -> Iterator[Term]:
    """Quoted phrases that are no speech and no name of a body or place, and slogans of numbers."""
    found: dict[str, Term] = {}
    for body in reading.parts.body:
        quoted = [spanned(match, 1) for match in _QUOTED.finditer(page.plain, body.start, body.end)]
        if page.plain.find("‘", *body) >= 0:
            quoted += [spanned(match, 1) for match in _QUOTED_INSIDE.finditer(page.plain, body.start, body.end)]
        numeric = [
            spanned(match)
            for match in where(_NUMERAL, _NUMERIC, page.plain, body)
            if not match.group().startswith(_IDIOMS)
            and not any(span.start <= match.start() < span.end for span in quoted)
        ]
        for span in sorted([each for each in quoted if _is_term(page.plain, each)] + numeric):
            meaning, term = _meaning(page, span), span.of(page.text)
            folded = fold(term)
            known = found.get(folded)
            if known is None or (known.meaning is None and meaning):
                found[folded] = Term(term, known.span if known else span, meaning)
    yield from sorted(found.values(), key=lambda term: term.span)


def _is_term(plain: str, span: Span) -> bool:
    """No sentence of a speech, title of a talk, name of a body, day, or short form just declared."""
    start, end = span
    words_of, before = plain[start:end], plain[max(0, start - 12) : start - 1]
    titled = ("称" in before or "题" in before) and _TITLED.search(before)
    if titled or words_of[-1] in "。!?,;:" or "。" in words_of or words_of.isdigit():
        return False
    spoken = before[-1:] in _SPOKEN_ENDS and _SPOKEN.search(before) is not None
    spoken = spoken and plain[end + 1 : end + 2] in ("", ",", "。", ";", "\n")
    spoken = spoken and not (len(words_of) == _IDIOM and before.endswith("要求"))
    if spoken or (len(words_of) >= _EXPLAINS and _SAID_AFTER.match(plain, end)):
        return False
    if (not _ASKS.isdisjoint(words_of) and _QUESTION.fullmatch(words_of)) or plain.startswith(_MEDALS, end + 1):
        return False
    if plain.startswith("”为", end) and _THEME_OF_TALK.match(plain, end):
        return False
    day = len(words_of) <= _DAY_LONGEST and _DAY_NAME.fullmatch(words_of)
    return not (words_of in _FEASTS or _names_body(words_of) or day or _is_sentence(words_of))


def _names_body(words_of: str) -> bool:
    """Whether a quotation is the name of a body or an event."""
    if words_of.endswith(_NAMED):
        return True
    return words_of.endswith(_NAMED_LONG) and _IN_ONE.search(words_of) is not None


def _is_sentence(words_of: str) -> bool:
    """A long quotation whose clauses are not of one length, as those of a slogan are."""
    if len(words_of) <= _SLOGAN:
        return False
    sizes = {len(clause) for clause in re.split(r"[,;]", words_of)}
    return max(sizes) - min(sizes) > 1


def _meaning(page: Page, span: Span) -> str | None:
    """``“双招双引”(招商引资、招才引智)`` and ``“四不两直”,即…``."""
    match = _MEANING.match(page.plain, span.end)
    if not match or (match.group(1) and re.search(r"^(?:以下|下称|简称|见|图|新华社|记者)|\d{4}年", match.group(1))):
        return None
    group = 1 if match.group(1) else 2
    if group == 1 and len(match.group(1)) < _EXPLAINS and not re.search(r"[、,]", match.group(1)):
        return None
    return page.text[match.start(group) : match.end(group)]
