"""Statements: whether 汇报, 交流, 讲话 and their kind tell an act, by the words around them."""

from __future__ import annotations

import re
from typing import Final

from newstui.model.late import late
from newstui.parsing.lexicon import words

MADE: Final = late(
    r"(?:作(?<![工操合协创运动制写著当看称叫]作)(?!的)|做(?!的)|进行|予以|发表|开展|并|提出|首先|先后|分别|一一|最后|亲自|讲"
    r"|致(?<![一导大]致))了?.{0,48}$"
)
"""Before a word for speech what makes an act of it."""
_SHARED: Final = late(r"经验|心得|做法|体会|(?:(?<![工合操协创运动])作|做)了?.{0,8}$|大会|典型|书面")
_EXCHANGED: Final = late(
    r"了?(?!合作|访问|互鉴|活动|学习|平台)[^,。;、]{0,24}(?:经验|做法|体会|心得|情况|感悟|感想|想法|看法|成果|工作)"
)
_EXCHANGE_OF: Final = late("(?:[与和及]|合作|对外|往来|调研|考察|参观|访问)$")
"""Before 交流 as a thing: 对外合作与交流成果."""
_WITH_ANOTHER: Final = late("[与同](?!大家|与会|在座|各位|全体|老师|同学|会|时|学|事).{2,40}$")
"""Before 交流 between two sides: 与某校领导交流办学经验."""
_THERE_TOO: Final = late("(?:参加|出席|参与).{0,10}(?:并|进行)$")
"""Before 交流 as what all those do who are there: 参加会议并交流情况."""
_ARRANGES: Final = late("[并还](?:精心|妥善|周到|细心|统一|专门|认真)(?:地)?$")
"""Before 安排 as care for somebody: 并精心安排考察单位."""
_ARRANGED: Final = late("的[^,。;的]{1,4}$")
"""Before 安排 as a thing: 老人的食宿安排工作."""
_FOR_ALL: Final = late("代表[^,。;]{2,32}?[向对](?![^,。;]*(?:来访|到访|来校|到来|来我|莅临))[^,。;]{2,}$")
_GREETS: Final = late(
    "了?(?:最|热烈|诚挚|衷心|真诚|由衷|崇高|亲切|节日|新年|新春|良好|深切|美好|深深|的|[、和])*"
    "(?:祝贺|欢迎|感谢|谢意|问候|慰问|敬意|祝福|祝愿)"
)
"""Around 表示, what somebody says who speaks for others: 代表学校向来宾表示欢迎."""
_GOES_INTO: Final = late(
    ",?(?:(?![^。;]{0,90}(?:发言|交流|汇报|展示))(?:从|围绕|结合|系统|深入|详细|重点|全面|生动|分享|介绍|讲述|分析|阐|解读|讲解|探讨)"
    "|[与同和](?:大家|与会|参会|到会|在场|在座|现场|听众|观众|学员|师生|同学|老师)[^,。;]{0,12}(?:交流|分享))"
)
"""Behind the title of somebody's talk, what they go into: 以《…》为题,系统介绍了…."""
TITLED: Final = frozenset({"为题", "为主题", "等主题"})
"""Behind the title of somebody's talk."""
_PUBLISHED: Final = late("了(?:《|[^,。;]{0,24}(?:情况|报告|成果|数据|指数|倡议|名单|白皮书))")
"""Behind 发布, what somebody makes known at a meeting."""
_READ_OUT: Final = late("(?:宣读|转达|代读)(?:[^并,。;]|了)*$")
"""Before 贺词 or 讲话 of somebody else: 宣读了市长的书面讲话."""
_OF_ACCOUNTS: Final = words("roles", "nouns.of_accounts")
"""Behind 述职 as a thing."""


def states(verb: str, clause: str, after: str) -> bool:
    """Whether a verb of stating tells that somebody spoke: 交流 and 分享 are also done without words for all."""
    if verb == "交流" and (clause.endswith("汇报") or (_EXCHANGE_OF.search(clause) and not after.startswith("了"))):
        return False
    if verb == "交流" and (_WITH_ANOTHER.search(clause) or _THERE_TOO.search(clause)):
        return False
    if verb == "交流":
        return bool(_EXCHANGED.match(after) or (MADE.search(clause) and _SHARED.search(clause)))
    if verb == "分享":
        return bool(_SHARED.search(clause[-12:]) or _SHARED.search(clause[-12:] + after[:14]))
    return True


def speaks(verb: str, clause: str, after: str) -> bool:
    """报告, 部署, 总结 and the like are acts behind 作 and 进行, and 部署 before its object."""
    if _READ_OUT.search(clause):
        return False
    if verb == "表示":
        return bool(_FOR_ALL.search(clause) and _GREETS.match(after))
    if verb in TITLED:
        return clause.endswith("以《》") and bool(_GOES_INTO.match(after))
    if verb == "辅导" and after.startswith(("《", "了")):
        return True
    if verb == "报告" and (after.startswith("了") or (after.startswith("工作") and "向" in clause)):
        return True
    if verb in {"报告", "辅导", "总结", "讲座", "点评", "寄语", "动员", "布置", "感言"}:
        return bool(MADE.search(clause)) or (verb in {"布置", "点评"} and not after.startswith((",", "。", "、")))
    if verb == "阐述":
        told = re.match(r"了|[^,。;、]{2,20}(?:观点|意见|看法|主张|建议)", after)
        return bool(told or MADE.search(clause))
    if verb == "安排" and _ARRANGED.search(clause):
        return False
    if verb == "安排":
        thing = MADE.search(clause) and not _ARRANGES.search(clause)
        return bool(thing) or bool(re.match(r"了?[^,。;、]{2,20}(?:工作|任务)", after))
    if verb == "部署":
        return bool(
            MADE.search(clause) or re.search(r"[对就].{2,40}$|安排$", clause) or re.match(r"了?[^,。;、]{3,}", after)
        )
    return True


_FEELINGS: Final = ("了一种", "了一股", "出")
"""Behind 传达: what a speech makes felt."""


def reports(verb: str, clause: str, after: str) -> bool:
    """Whether a verb of reporting tells a report: 宣布 needs a result, 说明 somebody who gives it."""
    if verb == "宣布":
        return bool(re.match(r"了?(?:《|[^,。;]{0,20}(?:名单|成绩|奖项?|决定|任命|结果|通知|文件))", after))
    if verb == "传达" and after.startswith(_FEELINGS):
        return False
    if verb == "发布":
        return _PUBLISHED.match(after) is not None
    if verb == "述职":
        return not after.startswith(_OF_ACCOUNTS)
    return verb != "说明" or bool(MADE.search(clause))
