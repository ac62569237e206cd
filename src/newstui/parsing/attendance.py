"""Attendance: whether 参加, 出席 and their kind tell that somebody was at the event, or only describe somebody."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import HERE, late

_RECEIVED: Final = late("(?:会见|会晤|接见|看望|慰问)了?.{0,60}?(?:等|[^、]{0,4})(?:前来|来[^、]|专程|应邀)[^、]{0,4}$")
_GOING: Final = late("赴|前来|来华|来京|正在")
"""Before 出席: what brings a visitor, who is told of for something else."""
_WELCOMED: Final = late("(?:欢迎|感谢).{2,40}(?:来|率团|莅临|赴).{0,8}$")
"""Before what guests do who are greeted: 欢迎王某一行来校参加会议."""
_TO_THOSE: Final = late("(?:[与向]|(?<![共一陪会随])同)$")
"""Right before a verb of attendance, which tells who they are: 与参加座谈民警交谈."""
_THANKED: Final = late("对.{1,24}$")
_IS_THANKED: Final = late("[^,。;]{0,20}?(?:表示|致以|给予|提出)")
"""Around what others do who are thanked for it: 对大家参加座谈会表示感谢."""
_OF_PERSONS: Final = late(f"{HERE}(?:人[员士]|证书?|代表(?!大会|会|团|参加|出席))(?![大会])")
"""Behind a verb of attendance what makes people or papers of it: 列席人士, 出席证."""
_TALK: Final = late("了?[^,。;]{0,20}(?:讲座|报告|宣讲|[讲授党]课|演讲)")
LECTURE: Final = late("了?[^,。;]{0,20}?(?:讲座|[讲授党]课|辅导报告|专题报告|宣讲|演讲)(?=[,。;]|$)")
"""Behind 听取: what those who are there listen to."""
_CONVENED: Final = late("召开[^,。;并后的]*$")
"""Before 出席 in the name of a meeting: 召开市出席省党代会代表座谈会."""
_MEETS: Final = late("[^,。;]{0,8}会(?:议|见)?[,。;]")
"""Behind 陪同调研或出席: what those who are named were at."""
_EVENT: Final = late(
    "了?(?:此次|本次|这次|当天|上述|[^,。;的了]{0,12})(?:活动|座谈|会议|会见|会谈|接见|接待|研讨|讨论|仪式|调研|座谈会|研讨会|论坛)(?=[,。;]|了[^,。;]{0,8}[客宾行团]|$)"
)
"""What one takes part in who is there: 参与活动, but not 参与研发."""
_SERVED: Final = late(
    "[^,。;]{0,60}(?:抗美援朝|反“围剿|战争|战役|战斗|起义|长征|红军|新四军|解放军)"
    "(?![^,。;]{0,30}(?:纪念|活动|会|仪式|展|典礼|讲座))"
)
"""What somebody took part in long ago."""
_RELATIVE: Final = late(
    r"^(?:[^,。;并了]|并(?=不)){0,24}?的(?!有|还有|是|领导|主要领导|会议|会|座谈|仪式|[^,。;]{0,20}(?:会|会议|仪式|典礼|活动|论坛)(?:[,。;并]|$))"
)
_HELD: Final = late(r"^了?[^,。;]{0,40}?(?:举行|召开|举办|主办|承办|组织|开展|主持|题为|以)[^,。;]{0,30}的")


def describes(clause: str, after: str) -> bool:
    """``出席会议的代表``, ``会见前来参加活动的某某``: somebody is described; ``出席在某地举行的会议`` does not."""
    return bool(_RECEIVED.search(clause) or (_RELATIVE.match(after) and not _HELD.match(after)))


def comes_for_it(clause: str) -> bool:
    """Whether the clause before 出席 has somebody come from elsewhere: ``赴某地出席``."""
    return _GOING.search(clause) is not None


def tells(verb: str, clause: str, after: str) -> bool:
    """Whether a verb of attendance tells that somebody was at the event: no ``参加工作``."""
    if verb == "参加" and re.match(r"(?:革命|“[^”]{1,6}”)?(?:工作|运动)(?=[,。;、]|$)", after):
        return False
    if verb == "参加" and _SERVED.match(after):
        return False
    if _WELCOMED.search(clause) or _OF_PERSONS.match(after) or _TO_THOSE.search(clause):
        return False
    if "对" in clause and _THANKED.search(clause) and _IS_THANKED.match(after):
        return False
    if verb == "聆听":
        return bool(_TALK.match(after)) or clause.endswith(("到场", "现场"))
    if verb in {"与会", "参会"}:
        return after[:1] in {"", "。", ",", ";"} or after.startswith(("的", "指导", "并", "致辞", "讲话"))
    if verb == "在座":
        return after[:1] in {"", "。", ",", ";"}
    if verb == "参与":
        return bool(_EVENT.match(after))
    if re.match(r"[^,。;]{0,40}期间(?!$|[,。])", after):
        return False
    if _is_none(clause, after):
        return False
    if verb in {"欢聚一堂", "欢聚"}:
        return "等" in clause.partition("同")[0]
    return verb not in {"莅临", "亲临", "光临"} or bool(
        re.match(r"[^,。;]{0,12}(?:大会|会议|会场|现场|仪式|典礼|[开闭]幕式)", after)
    )


def _is_none(clause: str, after: str) -> bool:
    """Whether the words before make no act of it: one of two things done, unless both are, a meeting named by it."""
    if clause.endswith("或"):
        return "陪同" not in clause or not _MEETS.match(after)
    return "召开" in clause and _CONVENED.search(clause) is not None
