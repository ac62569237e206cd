"""What is said of an error: what it says of itself, and what the system says of a file, in English and Chinese."""

from __future__ import annotations

import errno
from typing import Final, Protocol, runtime_checkable

_SAID: Final = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.EISDIR: "是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "已经存在",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
}
"""What the system says in English; what is not here is said as the system says it."""


@runtime_checkable
class Sayable(Protocol):
    """An error that knows more than one language."""

    def said(self, language: str) -> str:
        """What is wrong and what to do."""


def told(error: Exception, language: str) -> str:
    """What went wrong, in a language where the error knows it, with the file it is about."""
    if isinstance(error, Sayable):
        return error.said(language)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {trouble(error, language)}"
    return str(error)


def trouble(error: OSError, language: str) -> str:
    """The reason alone, without the file: ``Permission denied``, ``没有权限``."""
    own = _SAID.get(error.errno or 0) if language == "zh" else None
    return own or error.strerror or str(error)
