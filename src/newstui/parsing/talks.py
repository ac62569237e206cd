"""Talks: whether 会谈, 座谈 and their kind tell that two sides have met."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import late
from newstui.parsing.lexicon import words

_WITH_THE_PEOPLE: Final = late(
    "(?:大家|群众|村民|居民|党员|干部|战士|官兵|师生|教师|职工|员工|学生|同学|全体人员|人大代表)(?!一行)[^、]{0,6}$"
)
"""Before 座谈: no visitors, but those of the place."""
_TOURED: Final = words("roles", "inspection.tour")
"""Before 座谈 as a part of a tour: 到青石大学调研座谈."""
_SOCIETIES: Final = ("学", "协", "商", "联合", "委员", "基金", "理事", "促进", "研究")
"""Before 会 as the end of a body's name: 省医学会|谈某某."""
_OF_TALKS: Final = (
    *("仪式", "任务", "能力"),
    *("时在座", "中,", "中双方", "期间", "活动", "签约", "、", "工作", "事项", "议题", "机制", "和"),
    *("联席", "研判", "会议", "制度", "意见", "结果", "最后", "结束", "伊始", "开始", "现场", "环节", "过程"),
    *("交流结束", "交流后", "交流中", "交流时", "交流环节"),
)
"""Behind 会谈 and its kind as things."""
_GUIDES: Final = late("[^,。;]*要求,?(?:为[^,。;]*(?:指明|提供)|体现[^。;]{2,40},是[^,。;]*(?:遵循|指南))")
_MUTUAL: Final = late("[与同和].{2,60}(?:(?:举行|进行|展开|开展)了?[^、]{0,6}|亲切|深入|热烈|友好|充分)$")
"""Before 座谈 with somebody: 与某某一行举行工作座谈, 与老兵亲切座谈."""
_HELD: Final = frozenset(("会谈", "会见", "会晤"))
_WITH: Final = late("[与同][^、]{2,40}$")
"""Before 会谈后: with whom."""
_THOSE_THERE: Final = late(
    "(?:随后|会后|最后|课后)?[与同和]?(?:各|全体|与会|参会|到会|在场|现场|在座|同学|学员|学生|师生|大家)"
)
"""Before 交流 with a speaker: no visitors, but those who have heard them."""
_EXCHANGED: Final = late("[与同和].{2,60}(?:进行|展开|开展)了?[^、]{0,6}$")
"""Before 交流 with somebody, who is named or not."""


def tells(verb: str, clause: str, after: str) -> bool:
    """Whether a verb of meeting tells that somebody met visitors or hosts: no ``参加座谈``, no ``座谈期间``."""
    if verb == "座谈" and (_WITH_THE_PEOPLE.search(clause) or clause.endswith(_TOURED)):
        return False
    if verb == "接待" and clause.endswith(("受到", "受到热情", "受到了热情", "受到亲切", "受到盛情")):
        return False
    return not re.search(r"(?:参加|参与|出席|陪同|主持)了?.{0,6}$|在$", clause) and not after.startswith(_OF_TALKS)


def ends_a_society(plain: str, at: int) -> bool:
    """Whether the first letter of 会谈 and its kind ends the name of a body instead: ``省医学会|谈某某秘书``."""
    return plain[at] == "会" and plain.endswith(_SOCIETIES, max(0, at - 2), at)


def were_held(verb: str, clause: str) -> bool:
    """Whether a meeting before 后 was one of those named: ``与某某会谈后``."""
    return verb in _HELD and _WITH.search(clause) is not None


def shows_the_way(after: str) -> bool:
    """Whether what was asked for is told as what guides others: ``提出明确要求,为工作指明了方向``."""
    return ("指明" in after or "遵循" in after or "体现" in after) and _GUIDES.match(after) is not None


def exchanges(clause: str) -> bool:
    """Whether what stands before 交流 says that two sides exchanged views: ``与某某进行了深入交流``."""
    return _EXCHANGED.search(clause) is not None and not _THOSE_THERE.match(clause)


def are_held(clause: str) -> bool:
    """Whether what stands before 座谈 or 会谈 says with whom they were held."""
    return _MUTUAL.search(clause) is not None
