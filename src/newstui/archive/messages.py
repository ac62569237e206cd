"""What is said of an archive, or of a user's state, that cannot be used, in English and Chinese."""

from __future__ import annotations

from typing import Final

SAID: Final = {
    "missing": ("there is no archive; `newstui import PATH…` makes one", "没有这个文库；newstui import 路径… 建立一个"),
    "gone": ("cannot be opened ({0}); put the file back and try again", "打不开（{0}）；放回文件再试"),
    "folder": ("is a folder, not an archive", "是文件夹，不是文库"),
    "odd": ("is no ordinary file; name another one with --archive", "不是普通文件；请用 --archive 指明别的文库"),
    "empty": (
        "is an empty file; name another file with --archive, or move this one away",
        "是空文件；请用 --archive 指明别的文库，或把它移走",
    ),
    "foreign": (
        "is not an archive of newstui; name another file with --archive, or move this one away",
        "不是 newstui 的文库；请用 --archive 指明别的文库，或把它移走",
    ),
    "other-program": (
        "a database of another program; name another file with --archive",
        "是别的程序的数据库；请用 --archive 指明别的文库",
    ),
    "newer": (
        "made by a newer newstui (schema {0}, this one knows {1}); update",
        "由更新版本的 newstui 建立（格式 {0}，本程序到 {1}）；请升级 newstui",
    ),
    "older": (
        "made by an older newstui; its owner has to run `newstui import` once",
        "由旧版本的 newstui 建立；请文库的主人运行一次 newstui import",
    ),
    "index": (
        "its search index is of another version; its owner has to run an import once",
        "检索索引是别的版本；请文库的主人运行一次 newstui import",
    ),
    "full": (
        "the disk is full; nothing of the last batch was stored, make room and run the import again",
        "磁盘已满，最后一批没有存入；腾出空间再导入一次",
    ),
    "forbidden": (
        "may not be written by you; ask its owner, or name another file with --archive",
        "你没有写入的权限；请找文库的主人，或用 --archive 指明别的文库",
    ),
    "busy": ("another import holds the archive; try again when it is done", "另一个导入正在进行；等它结束再试"),
    "damaged": (
        "is damaged ({0}); `newstui verify` names the damaged articles",
        "已损坏（{0}）；newstui verify 列出损坏的文章",
    ),
    "unreadable": (
        "cannot be opened; check that the file and its folder can be read by you",
        "打不开；请检查你能否读取文件和所在的文件夹",
    ),
    "article": ("article {0} is damaged ({1}); run `newstui verify`", "文章 {0} 已损坏（{1}）；请运行 newstui verify"),
    "dictionary": ("dictionary {0} of the archive is damaged; restore a backup", "词典 {0} 已损坏；请恢复备份"),
    "moved": (
        "was moved or replaced while it was written; run the import again",
        "写入时被移走或换掉；请再导入一次",
    ),
    "killed": (
        "a parsing process was ended from outside (out of memory?); what is stored stays, run the import again",
        "一个解析进程被外部终止（内存不足？）；已存入的都在，请再导入一次",
    ),
    "exists": ("exists already; name another file", "已经存在；请换一个文件名"),
    "not-state": ("it is a database of another program", "是别的程序的数据库"),
    "read-only": ("it may not be written", "没有写入的权限"),
    "unread": ("it cannot be read ({0})", "读不出来（{0}）"),
    "passing": (
        "{0}; marks, notes and searches are kept until the program ends",
        "{0}；标记、批注和查询只保留到退出",
    ),
    "not-kept": ("this change is not kept: {0}", "这次改动没有保存：{0}"),
    "other": ("{0}", "{0}"),
}
"""Kind of trouble to the words in English and in Chinese."""
