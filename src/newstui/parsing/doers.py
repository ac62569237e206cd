"""Who does an act: the people before its verb, unless a clause, a meeting or somebody without a name comes between."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.article import Span
from newstui.model.late import HERE, late
from newstui.parsing.acts import Act
from newstui.parsing.figures import Mention
from newstui.parsing.lexicon import either, words

_NOBODY_NAMED: Final = late(
    rf"(?:{either(words('roles', 'nouns.collective'))})(?<!本职工)(?:们)?(?:等|共?\d*余?人)?[^,;]{{0,12}}$"
    r"|(?:各|全体|有关|相关|部分|其他)[^,;、]{2,14}$"
)
_OTHERS_ACT: Final = late(
    r"(?:(?:各|全体|有关|相关|与会|参会|\d+[位名个])[^,;]{0,20}?|该[^,;]{2,30}?|[^,;的]{2,8}(?=负责人))"
    rf"(?:{either(words('roles', 'nouns.collective'))})(?:们)?"
    "(?:分别|先后|依次|逐一|轮流|随后|就|对|向|在|围绕|结合|也|还|均|都)"
    "|(?:各|全体|有关|相关|与会|参会)[^,;的]{1,16}?(?:分别|依次|逐一|轮流)"
)
"""Somebody without a name acts: ``各镇负责人分别对…进行汇报``."""
_FRONTED: Final = late(r"[^,。;:]{0,40}?(?:后|时|期间|过程中|之际|的同时),")
"""What closes a clause put before its doer: 在实地查看项目现场后,王某强调."""
_LONG_AGO: Final = late("年|曾|此前|上次|当时|早在")
_GOES_ON: Final = late(
    r"\s*(?:(?:随后|之后|接着|然后|其间|期间|当[天日晚]|(?:当[天日]|(?:\d{1,2}月)?\d{1,2}日)?(?:[上下]午|晚上?)|"
    r"座谈[会中]前?|每到一处|在[^,。;的]{2,20}),?){0,2}"
    "(?:先后|还|又|并|分别|亲切|实地|一同|专程|与[^,。;]{2,30}(?=座谈|交流|会谈|进行))*"
    "(?:[到赴](?!场|会)|深入|前往|来到|走进|"
    rf"{either(words('roles', 'inspection.tour'))}|察看|查看|参观|听取|座谈|会见|会谈|"
    "进行[^,。;]{0,6}(?:会谈|座谈|交流))"
    rf"(?!(?:{either(words('roles', 'inspection.parties'))})?[组团队]|员|会|人|中|时|后|前|期间|结束)"
)
"""The head of a sentence without a doer of its own."""
_GOES_ON_WITH: Final = frozenset(
    (
        *" \n0123456789随之接然其期当上下座每在先还又并分亲实一专与到赴深前来走进察查参听会",
        *(word[0] for word in words("roles", "inspection.tour")),
    )
)
_TOWARDS: Final = late(r"(?:并|还|也|又|再|随后|同时|分别|先后)*(?:与|同|向|对|为|给|就|在|和|听取|代表)")
_TO_THEM: Final = late("[向对给为与同][^,;]{0,12}$")
"""Before people without a name to whom something is done: 以四个词向考察团成员介绍."""
_OTHERS_BEGIN: Final = late(
    r"[^,。;的向对与同给为在他她、]{0,10}(?:代表|负责人|师生|学生|同学|校友|家长|嘉宾|村民|群众|干部|职工)们?"
    "(?:也|还|均|都|分别|先后|纷纷|在|就|对|向|围绕|表示|发言|作)"
)
"""At the head of a sentence, those without a name of whom it tells: 校友代表也在大会上发言,他说."""
_WHEN_OTHERS: Final = ("待", "等", "当")
"""Begins a clause that tells until when others do something: 待代表们发言完毕,他表示."""
_EVERY: Final = ("各", "全体", "有关", "相关", "其他", "其余", "与会", "参会")
_OTHERS_THEN: Final = late(
    r";(?:(?:最后,|随后,|会上,)?(?:各|全体|有关|相关|部分|与会|参会)[^;]*|(?:[^,;。向为给与对同和]|同学){1,30}(?<![他她我你咱])们[^;]*)$"
)
"""Behind a semicolon others begin: ;协会的同学们讲解了法律知识."""
_MANNER: Final = late(r"应邀|受邀|一同|共同|一起|全程|分别|先后|一并|随后|也|还|均|并|都|等|\s")
_DOER: Final = 4
"""From this many characters on, words between a comma and 参加 name somebody."""
_AND_OTHERS: Final = late(
    r"\([^)]*\)?|(?:以?及|和|与)(?:相关|有关|其他|各|部分)[^,]{0,10}(?:负责人|负责同志|人员|代表|领导|干部)"
    r"|等[^,]{0,12}?(?:领导人?|同志|人|代表|成员|嘉宾|老师|专家)|一行"
)
_GROUPS: Final = ("领导", "代表", "负责人", "负责同志", "人员", "干部", "嘉宾", "专家", "师生", "校友")
"""Those without a name who are there as well."""
_AND_ALSO: Final = frozenset(("以及", "及", "和"))
_ALSO_THERE: Final = late(
    rf"(?:以及|和|及|与|、|等)[^,;。]{{0,40}}(?:{either(_GROUPS)})(?:,(?:以及)?[^,;。]{{1,40}}(?:{either(_GROUPS)}))+"
    "(?:应邀|分别|共同|一同|也|等)*"
)
"""Behind the last name of a list, groups that are there too: 王某以及各部门领导,大使馆代表出席."""
_MEETING_ITSELF: Final = late(
    rf"{HERE}(?:会议|大会|全会|与会人员|与会代表|与会者|参会人员|参会代表|参加人员|大家|双方)(?!由|上)"
)
_RANKS: Final = words("roles", "ranks.words")
_UNKNOWN: Final = late(rf"[、和及与][^,;。]{{0,20}}?(?:{either(_RANKS)})[\u4e00-\u9fff]{{2,3}}")
"""In a list, a post and what is not known for a name."""
_ABOUT: Final = ("就", "围绕", "针对", "代表", "以“", "以《")
"""Behind each of several, what or for whom each of them speaks: 王某就防汛、李某就抗旱作了发言."""
_ASKING: Final = frozenset(words("roles", "asking.words"))
_CLOSE: Final = late(r"(?:同志|书记|副?[县市省区镇乡局厅部院校处]长|主任|还|也|最后|首先|就此|对此|分别)*")
_AGENDA: Final = frozenset(words("roles", "agenda.words"))


def acting(plain: str, near: list[Mention], verb: int) -> tuple[Mention, ...]:
    """Those of the people before a verb who do it: a clause with words of its own between them parts the list."""
    if near and _others_then(plain[near[-1].end : verb]):
        return ()
    for number in range(len(near) - 1, 0, -1):
        between = plain[near[number - 1].end : near[number].start]
        told = between.replace(" ", ",").split(",") if " " in between else between.split(",")
        if between.endswith(("邀请", "特邀", "邀请了", "邀请到", "委托", "委派", "指派")):
            return tuple(near[number:])
        if between.endswith((",与", ",同", ",和")):
            continue
        if told[-1] in _AND_ALSO and told[0].endswith(_GROUPS):
            continue
        if _UNKNOWN.fullmatch(told[0]) or (told[0].startswith(_ABOUT) and plain.startswith(_ABOUT, near[number].end)):
            continue
        if told[0][:1] == ";" and told[0].endswith(_RANKS) and not told[-1]:
            continue
        if len(told) > 1 and len(_AND_OTHERS.sub("", told[0])) >= _DOER:
            return tuple(near[number:])
    return tuple(near)


def _others_then(between: str) -> bool:
    """Whether others begin behind a semicolon."""
    return ";" in between and _OTHERS_THEN.search(between) is not None


def behind(plain: str, clause: str, act: Act, able: list[Mention]) -> tuple[Mention, ...]:
    """Who does an act told in a clause before its doer: ``在听取介绍、查看现场后,某某强调``."""
    if not clause.lstrip().startswith("在") or _LONG_AGO.search(clause):
        return ()
    front = _FRONTED.match(plain, act.span.end)
    return tuple(each for each in able if front and each.start == front.end())[:1]


def goes_on(plain: str, sentence: Span) -> bool:
    """Whether a sentence leaves out its doer, who is that of the one before: ``随后,来到…``, ``在会议室,与…座谈``."""
    return plain[sentence.start] in _GOES_ON_WITH and _GOES_ON.match(plain, sentence.start, sentence.end) is not None


def others_begin(plain: str, sentence: Span, mentions: list[Mention]) -> bool:
    """Whether a sentence begins with people without a name, who are meant by a pronoun further on."""
    begins = _OTHERS_BEGIN.match(plain, sentence.start, sentence.end)
    return begins is not None and not (mentions and mentions[0].start < begins.end())


def is_of_the_meeting(between: str, act: Act) -> bool:
    """Whether it is a meeting chaired that does it: ``主持召开会议,传达…``; not ``主持会议并传达了…``."""
    return act.verb in _AGENDA and "," in between and not re.search("并|[他她]", between)


def is_somebody_else(between: str, act: Act) -> bool:
    """Whether a clause has a doer of its own without a name: ``,有关负责同志``; not ``,并与有关负责同志``."""
    if _others_then(between):
        return True
    clause = between[max(between.rfind(","), between.rfind(";")) + 1 :]
    if clause == between and clause.startswith(_WHEN_OTHERS) and _NOBODY_NAMED.search(clause):
        return True
    if clause == between or _TOWARDS.match(clause):
        return False
    if act.role == "attended" and _ALSO_THERE.fullmatch(between):
        return False
    attends = act.role == "attended" and len(_MANNER.sub("", clause)) >= _DOER
    if attends or any(told.match(clause) for told in (_OTHERS_ACT, _MEETING_ITSELF)):
        return True
    nobody = _NOBODY_NAMED.search(clause)
    return nobody is not None and not _TO_THEM.search(clause, 0, nobody.start())


def doing(plain: str, near: list[Mention], act: Act) -> tuple[Mention, ...]:
    """Those of the people before an act who do it; nobody where others do: ``某某作检查,各委主任作发言``."""
    window = acting(plain, near, act.span.start)
    between = plain[window[-1].end : act.span.start] if window else ""
    clause = between[max(between.rfind(","), between.rfind(";")) + 1 :]
    acted = clause != between and len(_AND_OTHERS.sub("", between.partition(",")[0])) >= _DOER
    if not window or act.role in ("attended", "accompanied"):
        listed = acted and "、" in clause and not _TOWARDS.match(clause) and _NOBODY_NAMED.search(clause)
        return () if listed and not _ALSO_THERE.fullmatch(between) else window
    if acted and _OTHERS_ACT.match(clause):
        return ()
    others = clause != between and clause.startswith(_EVERY)
    return () if others and (_OTHERS_ACT.match(clause) or _NOBODY_NAMED.search(clause)) else window


def asks(plain: str, act: Act, window: tuple[Mention, ...]) -> bool:
    """``某某要求各单位…``: the rest of the sentence is what others are to do."""
    return act.verb in _ASKING and bool(window) and _CLOSE.fullmatch(plain, window[-1].end, act.span.start) is not None
