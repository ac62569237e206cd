"""Regular expressions that are compiled when they are first asked.

Half of them are asked by few articles, and to compile those too would cost every fresh process a third of a second.
"""

from __future__ import annotations

import re
from functools import cached_property
from operator import attrgetter
from typing import Final, cast

HERE: Final = "(?=)"
"""Before an expression that is matched at a place and never looked for.

Such a one needs no set of the letters it may begin with, which is made as slowly as ten expressions; behind this look
ahead at nothing none is made.
"""


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """An expression that many articles do not need; what nearly all ask stays ``re.compile``, which answers faster."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Hands out the methods of the compiled expression, which then stay at hand."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    search = cached_property(attrgetter("_compiled.search"))
    match = cached_property(attrgetter("_compiled.match"))
    fullmatch = cached_property(attrgetter("_compiled.fullmatch"))
    finditer = cached_property(attrgetter("_compiled.finditer"))
    findall = cached_property(attrgetter("_compiled.findall"))
    split = cached_property(attrgetter("_compiled.split"))
    sub = cached_property(attrgetter("_compiled.sub"))
    subn = cached_property(attrgetter("_compiled.subn"))
