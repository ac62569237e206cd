"""What the query language says of a mistake, in English and Chinese."""

from __future__ import annotations

from typing import Final

SAID: Final = {
    "field": ("there is no field {0!r}", "没有“{0}”这个字段"),
    "role": ("there is no role {0!r}", "没有“{0}”这个角色"),
    "is": ("there is no state {0!r}", "没有“{0}”这个状态"),
    "value": ("{0} needs a value", "“{0}”后面缺少内容"),
    "empty": ("there is nothing to look for here", "这里没有可查找的内容"),
    "group-value": ("{0} takes one value; write ({0}a or {0}b)", "“{0}”后只能写一个值，请写成 ({0}甲 or {0}乙)"),
    "quote": ("the quotation mark is not closed", "引号没有配对"),
    "open": ("the parenthesis is not closed", "括号没有配对"),
    "close": ("this parenthesis was never opened", "多出一个右括号"),
    "group": ("there is nothing in the parentheses", "括号里没有内容"),
    "left": ("or needs something on its left", "or 左边缺少内容"),
    "right": ("{0} needs something on its right", "“{0}”右边缺少内容"),
    "minus": ("write - directly before what is to be left out", "减号要紧贴在要排除的内容前面"),
    "join": ("& joins what one person is and did: p:name&presided", "& 连接同一人的条件，例如 p:姓名&主持"),
    "join-field": ("& joins person, post and role only", "& 只能连接人物、职务和角色"),
    "long": ("the query is longer than {0} characters", "查询超过 {0} 个字符"),
    "many": ("the query has more than {0} conditions", "查询超过 {0} 个条件"),
    "deep": ("parentheses and - stand more than {0} deep", "括号或减号嵌套超过 {0} 层"),
    "other": ("this does not belong here", "这里的写法无法识别"),
    "date": ("{0!r} is no date", "“{0}”不是日期"),
    "month": ("there is no month {0}", "没有 {0} 月"),
    "day": ("{0}-{1:02d} has {2} days, not {3}", "{0} 年 {1} 月只有 {2} 天，没有 {3} 日"),
    "no-day": ("there is no day {0}", "没有 {0} 日"),
    "year": ("years run from 1000 to 9999", "年份应在 1000 到 9999 之间"),
    "quarter": ("there is no quarter {0}", "没有第 {0} 季度"),
    "half": ("a year has two halves", "一年只有上、下两个半年"),
    "far": ("that is too long ago", "时间太久远"),
    "range": ("the range ends ({1}) before it begins ({0})", "范围的终点 {1} 早于起点 {0}"),
    "no-range": ("a range needs a beginning or an end", "范围缺少起点或终点"),
}
"""Kind of mistake to the words in English and in Chinese."""


def said(kind: str, values: tuple[object, ...], language: str = "en") -> str:
    """The words for a mistake; long words of the query are cut."""
    clipped = [f"{value[:40]}…" if isinstance(value, str) and len(value) > 40 else value for value in values]
    return SAID[kind][language == "zh"].format(*clipped)
