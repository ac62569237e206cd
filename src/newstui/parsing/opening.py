"""What the opening of a speech is made of: who speaks, the verb, where the words begin."""

from __future__ import annotations

from newstui.model.article import Span
from newstui.model.record import record


@record
class Opening:
    """A speech opens at ``start``; its words begin at ``words``."""

    start: int
    words: int
    speaker: str
    verb: str
    rule: str
    ordering: bool = False
    """The verb itself gives an order: 要求, 希望."""
    quoted: Span | None = None
    """The quotation that stands before the speaker: ``“…。”张某说。``"""


@record
class Speaker:
    """Who speaks, where the words for it begin, and the rule that says so."""

    name: str
    start: int
    rule: str


@record
class Said:
    """A verb of saying, with where its clause begins and what follows it."""

    start: int
    at: int
    verb: str
    direct: bool
    """The words follow without a comma or colon."""
    sentence: Span
    ordered: bool = False
    """What is to be done, or by whom, follows at once: the verb is no noun here."""
    last: Opening | None = None
    """The opening before it in its sentence."""
    reported: bool = False
    """What that one says is told with no mark before it: a wish behind it is no part of it."""

    @property
    def told(self) -> str:
        """The verb of the opening before it."""
        return self.last.verb if self.last else ""
