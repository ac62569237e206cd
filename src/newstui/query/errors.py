"""The one error of the query language."""

from __future__ import annotations

from newstui.query.messages import said


class QueryError(ValueError):
    """A mistake in a query: where it stands, in code points, and the words that may have been meant there."""

    def __init__(
        self, kind: str, values: tuple[object, ...], span: tuple[int, int], suggestion: str | None = None
    ) -> None:
        self.kind, self.values, self.suggestion = kind, values, suggestion
        self.position, self.length = span[0], span[1] - span[0]
        super().__init__(said(kind, values))

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return said(self.kind, self.values)

    def said(self, language: str) -> str:
        """What is wrong, in English (``en``) or Chinese (``zh``)."""
        return said(self.kind, self.values, language)
