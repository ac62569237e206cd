"""The one table of commands: keys, footer, help, palette and the user's own keymap all come from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from newstui.tui.language import LANGUAGES, language

LIST: Final = "list"
TEXT: Final = "text"
PEOPLE: Final = "people"
OUTLINE: Final = "outline"
PAGE: Final = "page"
"""A screen over the reading room: person, timeline, network, help."""
PANES: Final = (LIST, TEXT, PEOPLE, OUTLINE)
ALL: Final = (*PANES, PAGE)


class Command(NamedTuple):
    """One thing a user can do: its keys, where it applies, its label and its sentence of help (Chinese, English)."""

    id: str
    keys: tuple[str, ...]
    where: tuple[str, ...]
    run: str
    """The function that does it, ``module:function`` below ``tui.acts``, loaded when first used."""
    labels: tuple[str, str]
    helps: tuple[str, str]
    group: str
    hint: int = 0
    """Its place among the hints of the footer; 0 for not among them."""

    @property
    def label(self) -> str:
        return self.labels[LANGUAGES.index(language())]

    @property
    def help(self) -> str:
        return self.helps[LANGUAGES.index(language())]

    @property
    def key(self) -> str:
        """The key to show."""
        return shown(self.keys[0]) if self.keys else ""


_SHOWN: Final = {
    "enter": "Enter", "escape": "Esc", "backspace": "⌫", "tab": "Tab", "shift+tab": "S-Tab", "space": "Space",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
    "end": "End",
}  # fmt: skip


def shown(key: str) -> str:
    """A key as help shows it."""
    return _SHOWN.get(key, key)


# fmt: off
def _table() -> Iterable[Command]:
    def row(id: str, keys: str, where: tuple[str, ...], run: str, zh: str, en: str,
            help_zh: str, help_en: str, hint: int = 0) -> Command:
        return Command(id, tuple(keys.split()), where, run, (zh, en), (help_zh, help_en), group, hint)

    group = "move"
    yield row("down", "j down", ALL, "moving:down", "下移", "down",
              "光标下移一行", "cursor down")
    yield row("up", "k up", ALL, "moving:up", "上移", "up",
              "光标上移一行", "cursor up")
    yield row("page_down", "space pagedown", ALL, "moving:page_down", "下页", "page down",
              "下一页", "a page on")
    yield row("page_up", "b pageup", ALL, "moving:page_up", "上页", "page up",
              "上一页", "a page back")
    yield row("first", "g home", ALL, "moving:first", "开头", "top",
              "到开头", "to the beginning")
    yield row("last", "G end", ALL, "moving:last", "末尾", "end",
              "到末尾", "to the end")
    yield row("open", "enter", (LIST,), "moving:open_article", "打开", "open",
              "到正文栏读这篇文章", "read the article in the text pane", 1)
    yield row("fold", "enter", (OUTLINE,), "moving:fold", "折叠", "fold",
              "折叠或展开要点", "fold or unfold the node", 1)
    yield row("person_page", "enter", (PEOPLE,), "visiting:person", "人物页", "person page",
              "此人的任职、讲话要求、同场人物", "posts, instructions and companions of the person", 1)
    yield row("back", "escape", ALL, "filtering:back", "返回", "back",
              "退一步：清除标记、缩小、回到上一次查询", "one step back: marks, zoom, the query before")

    group = "panes"
    yield row("pane_list", "1", PANES, "moving:to_list", "文章栏", "articles",
              "到文章栏", "to the list of articles")
    yield row("pane_text", "2", PANES, "moving:to_text", "正文栏", "text",
              "到正文栏", "to the text")
    yield row("pane_people", "3", PANES, "moving:to_people", "人物栏", "people",
              "到人物栏", "to the people")
    yield row("pane_outline", "4", PANES, "moving:to_outline", "要点栏", "outline",
              "到要点栏", "to the outline")
    yield row("pane_next", "tab l right", PANES, "moving:next_pane", "下一栏", "next pane",
              "到下一栏", "to the next pane")
    yield row("pane_previous", "shift+tab h left", PANES, "moving:previous_pane", "上一栏", "previous pane",
              "到上一栏", "to the pane before")
    yield row("zoom", "z", PANES, "moving:zoom", "放大", "zoom",
              "本栏占满窗口，再按还原", "this pane alone, and back")

    group = "filter"
    yield row("filter_words", "/", (LIST, PEOPLE, OUTLINE), "filtering:words",
              "搜索", "search", "搜索标题和正文中的字词", "search words in title and body", 2)
    yield row("find", "/", (TEXT,), "pointing:find", "文中查找", "find in text",
              "在这篇文章里查找", "find words in this text", 2)
    yield row("filter_person", "p", PANES, "filtering:person", "选人", "person",
              "按人筛选：汉字、全拼或首字母", "choose a person: characters, pinyin or initials", 3)
    yield row("filter_date", "d", PANES, "filtering:date", "日期", "dates",
              "按日期筛选：年、月、日、区间，或在日历上选", "choose dates: typed, or on the calendar", 4)
    yield row("edit_query", "f", PANES, "filtering:edit", "编辑查询", "edit query",
              "编辑整个查询", "edit the whole query", 9)
    yield row("only", ".", PANES, "filtering:only", "只看", "only",
              "只看与光标处相同的（人、职务、文件；列表中为菜单）", "only articles with the thing under the cursor", 10)
    yield row("except", ",", PANES, "filtering:leave_out", "排除", "except",
              "排除与光标处相同的", "all but articles with the thing under the cursor")
    yield row("drop", "backspace", PANES, "filtering:drop", "去掉一条", "drop last",
              "去掉最后一个筛选条件", "drop the last condition", 8)
    yield row("sort", "s", PANES, "filtering:sort", "排序", "sort",
              "排序与归组：按日、按来源，合并或分列转载", "order and groups: by day, by source, reprints once or apart")
    yield row("reprints", "+ =", (LIST,), "filtering:reprints", "转载", "reprints",
              "展开或收起同一通稿的转载（×N）", "the other outlets of a report (×N), and back")
    yield row("saved", "v", PANES, "filtering:saved", "存查询", "saved searches",
              "保存的查询：打开、保存", "saved searches: open, keep")

    group = "point"
    yield row("next_hit", "n", PANES, "pointing:next_hit", "下一处", "next hit",
              "下一处：查找结果、此人的提及、搜索词", "next hit: found words, mentions, searched words")
    yield row("previous_hit", "N", PANES, "pointing:previous_hit", "上一处", "previous hit",
              "上一处", "previous hit")
    yield row("next_node", "]", PANES, "pointing:next_node", "下一要点", "next node",
              "下一个要点，正文跟随", "next outline node, the text follows")
    yield row("previous_node", "[", PANES, "pointing:previous_node", "上一要点", "previous node",
              "上一个要点", "previous outline node")
    yield row("why", "w", PANES, "pointing:why", "为什么", "why",
              "光标处依据什么规则和文字", "rule and words behind the thing under the cursor")

    group = "keep"
    yield row("mark", "x", PANES, "marking:mark", "标记", "mark",
              "标记文章，用于导出", "mark the article, for export", 11)
    yield row("star", "*", PANES, "marking:star", "加星", "star",
              "给文章加星", "star the article")
    yield row("read", "r", PANES, "marking:read", "已读", "read",
              "已读或未读", "read or unread")
    yield row("tag", "t", PANES, "marking:tag", "标签", "tag",
              "给文章加标签，-标签 去掉", "tag the article, -tag takes it off")
    yield row("note", "a", PANES, "marking:note", "批注", "note",
              "给文章写一行批注", "write a note on the article")
    yield row("undo", "u", PANES, "marking:undo", "撤销", "undo",
              "撤销上一次改动", "undo the last change")

    group = "take"
    yield row("export", "e", PANES, "taking:export", "导出", "export",
              "导出本篇、已标记或全部结果", "export this, the marked or all found", 5)
    yield row("copy", "y", PANES, "taking:copy", "复制", "copy",
              "复制摘要、引文、正文或链接", "copy summary, citation, text or link")
    yield row("link", "o", PANES, "taking:link", "原文链接", "link",
              "显示并复制原文链接", "show and copy the original link")

    group = "look"
    yield row("person", "P", PANES, "visiting:person", "人物", "person",
              "此人的任职、讲话要求、同场人物", "posts, instructions and companions of a person")
    yield row("timeline", "T", PANES, "visiting:timeline", "时间线", "timeline",
              "查询结果按月的时间线", "the articles found, by month")
    yield row("network", "W", PANES, "visiting:network", "关系", "network",
              "与谁同时出现", "who appears together")
    yield row("compare", "C", PANES, "visiting:compare", "比较", "compare",
              "比较两篇已标记的文章", "compare two marked articles")

    group = "program"
    yield row("help", "?", ALL, "program:help", "帮助", "help",
              "所有按键", "all keys", 6)
    yield row("palette", ":", PANES, "program:palette", "命令", "commands",
              "按名称找命令", "find a command by name", 12)
    yield row("theme", "", PANES, "program:theme", "主题", "theme",
              "选择主题", "choose a theme")
    yield row("mouse", "m", PANES, "program:mouse", "鼠标", "mouse",
              "启用或停用鼠标", "mouse on and off")
    yield row("quit", "q", PANES, "program:quit", "退出", "quit",
              "退出", "quit", 7)
    yield row("suspend", "ctrl+z", ALL, "program:suspend", "挂起", "suspend",
              "回到命令行，fg 回来", "to the shell; fg comes back")
    yield row("interrupt", "ctrl+c ctrl+q", ALL, "program:interrupt", "中断", "interrupt",
              "立即退出", "leave at once")
    yield row("leave", "q", (PAGE,), "program:leave", "关闭", "close",
              "回到阅读室", "back to the reading room", 7)

# fmt: on


COMMANDS: Final = tuple(_table())
GROUPS: Final = {
    "move": ("移动", "Moving"),
    "panes": ("栏", "Panes"),
    "filter": ("筛选", "Filtering"),
    "point": ("文中", "In the text"),
    "keep": ("标记", "Marking"),
    "take": ("取用", "Taking away"),
    "look": ("查看", "Looking closer"),
    "program": ("程序", "Program"),
}


class Keymap(NamedTuple):
    """The commands under the keys that this user has."""

    commands: tuple[Command, ...]

    def at(self, key: str, place: str) -> Command | None:
        """What a key does in a place."""
        return next((one for one in self.commands if key in one.keys and place in one.where), None)

    def elsewhere(self, key: str) -> Command | None:
        """What the key does in some other place, to say why it is dead here."""
        return next((one for one in self.commands if key in one.keys), None)

    def named(self, id: str) -> Command:
        """The command of that id; raises KeyError."""
        return next((one for one in self.commands if one.id == id), None) or _missing(id)

    def hints(self, place: str) -> tuple[Command, ...]:
        """What the footer shows in a place, in order."""
        return tuple(
            sorted((one for one in self.commands if one.hint and place in one.where), key=lambda one: one.hint)
        )

    def palette(self, place: str) -> tuple[Command, ...]:
        """What can be done in a place, by name."""
        return tuple(one for one in self.commands if place in one.where)


def _missing(id: str) -> Command:
    raise KeyError(id)


def keymap(own: Mapping[str, str]) -> tuple[Keymap, tuple[str, ...]]:
    """The table under the user's own keys (``{"filter_person": "p,F"}``), and the ids it does not know."""
    known = {command.id for command in COMMANDS}
    commands = tuple(one._replace(keys=_keys(own[one.id])) if one.id in own else one for one in COMMANDS)
    return Keymap(commands), tuple(id for id in own if id not in known)


def _keys(words: str) -> tuple[str, ...]:
    return (",",) if words.strip() == "," else tuple(key.strip() for key in words.split(",") if key.strip())
