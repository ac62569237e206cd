"""The words of the query language: the names of fields, roles and states, in English and Chinese.

The first word of each list is the one shown in that language; all are read, in any case and width.
"""

from __future__ import annotations

from typing import Final

from newstui.model.fold import fold

FIELD_WORDS: Final = {
    "person": ("person", "p", "people", "人", "人物", "人名", "姓名"),
    "post": ("post", "职务", "职位"),
    "role": ("role", "角色"),
    "speaker": ("speaker", "讲话人", "发言人"),
    "org": ("org", "organization", "organisation", "机构", "单位"),
    "place": ("place", "地点"),
    "date": ("date", "d", "日期"),
    "source": ("source", "来源", "媒体"),
    "author": ("author", "作者"),
    "title": ("title", "标题"),
    "doc": ("doc", "document", "文件"),
    "term": ("term", "提法"),
    "tag": ("tag", "标签"),
    "is": ("is", "状态"),
}
ROLE_WORDS: Final = {
    "presided": ("presided", "preside", "chaired", "主持", "主持会议"),
    "spoke": ("spoke", "speech", "讲话", "发言", "致辞"),
    "attended": ("attended", "attend", "出席", "参加"),
    "reported": ("reported", "report", "汇报", "通报"),
    "stated": ("stated", "state", "表态", "表态发言"),
    "inspected": ("inspected", "inspect", "调研", "视察", "考察", "检查"),
    "accompanied": ("accompanied", "accompany", "陪同"),
    "met": ("met", "meet", "会见"),
}
IS_WORDS: Final = {
    "unread": ("unread", "未读"),
    "read": ("read", "已读"),
    "starred": ("starred", "star", "星标", "收藏"),
    "marked": ("marked", "mark", "标记", "已标记"),
    "new": ("new", "新", "新到"),
}
VALUE_WORDS: Final = {"role": ROLE_WORDS, "is": IS_WORDS}
"""The fields whose values are words of a list."""
_LONGEST = 24
"""Words beyond this many characters are no misspelling of any of these."""


def meaning(word: str, words: dict[str, tuple[str, ...]]) -> str | None:
    """``meaning("角色", FIELD_WORDS) == "role"``; None where no list holds the word."""
    folded = fold(word)
    return next((name for name, spellings in words.items() if folded in spellings), None)


def nearest(word: str, words: dict[str, tuple[str, ...]]) -> str | None:
    """The word of the lists that comes closest, if any does: ``nearest("persom", FIELD_WORDS) == "person"``."""
    folded = fold(word)
    if len(folded) > _LONGEST:
        return None
    from difflib import get_close_matches

    spellings = [spelling for each in words.values() for spelling in each if len(spelling) > 1]
    close = get_close_matches(folded, spellings, n=1, cutoff=0.6 if folded.isascii() else 0.5)
    return close[0] if close else None


def shown(name: str, words: dict[str, tuple[str, ...]], language: str) -> str:
    """How a field, role or state is called: ``shown("role", FIELD_WORDS, "zh") == "角色"``."""
    spellings = words[name]
    if language != "zh":
        return spellings[0]
    return next((spelling for spelling in spellings if not spelling.isascii()), spellings[0])
