"""The JSON form of a reading without what can be told again from the text.

Empty values go; words go that are just what their span covers; each span becomes ``true``, and its numbers
go into a row of small bytes of their own: how far its start is from the start of the one before, and its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

Form = dict[str, Any]

_WORDS: Final = {
    "posts": "text", "addressee": "text", "deadline": "text", "quantities": "text", "terms": "text",
    "documents": "title", "organizations": "name", "credits": "name", "meeting": "name",
}  # fmt: skip
"""Under these keys stand forms with a span, whose words are kept under that other key."""
_TOLD_BY_NOTHING: Final = ("speech", "item")


def lean(form: Form, text: str) -> tuple[Form, bytes]:
    """The lean form of a reading, and its spans."""
    maker = _Lean(text)
    return maker.form(form, ""), bytes(maker.spans)


def whole(form: Form, spans: bytes, text: str) -> Form:
    """The whole form of a lean one. Raises KeyError, TypeError or ValueError where it is none."""
    return _Whole(text, spans).form(form, "")


class _Lean:
    """Passes every value of every article; so it is written for speed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.spans = bytearray()

    def form(self, form: Form, under: str) -> Form:
        key, words = _told(form, under, self._text)
        made: Form = {}
        for name, value in form.items():
            kind = type(value)
            if kind is list:
                if value:
                    made[name] = self._list(value, name)
            elif kind is dict:
                made[name] = self.form(value, name)
            elif name == key and words is not None:
                if value != words:
                    made[name] = value
            elif value is not None:
                made[name] = value
        return made

    def _list(self, values: list[Any], under: str) -> Any:
        if type(values[0]) is int:
            return self._span(values)
        form, span = self.form, self._span
        return [
            form(each, under) if type(each) is dict else span(each) if type(each) is list else each for each in values
        ]

    def _span(self, span: list[int]) -> bool:
        start, end = span
        away = start - self._at
        self._at = start
        if 0 <= away < 64 and end - start < 128:
            self.spans.append(away * 2)
            self.spans.append(end - start)
            return True
        for number in (away * 2 if away >= 0 else -away * 2 - 1, end - start):
            while number > 127:
                self.spans.append(number & 127 | 128)
                number >>= 7
            self.spans.append(number)
        return True


class _Whole:
    def __init__(self, text: str, spans: bytes) -> None:
        self._text = text
        self._at = 0
        self._numbers = _numbers(spans)

    def form(self, form: Form, under: str) -> Form:
        made = {name: self._value(value, name) for name, value in form.items()}
        if under == "people":
            made.setdefault("mentions", [])
        key, words = _told(made, under, self._text)
        if words is not None and key not in made:
            made[key] = words
        return made

    def _value(self, value: Any, under: str) -> Any:
        if value is True:
            return self._span()
        if isinstance(value, dict):
            return self.form(value, under)
        return [self._value(each, under) for each in value] if isinstance(value, list) else value

    def _span(self) -> list[int]:
        away, length = next(self._numbers, 0), next(self._numbers, 0)
        self._at += away // 2 if away % 2 == 0 else -(away + 1) // 2
        return [self._at, self._at + length]


def _told(form: Form, under: str, text: str) -> tuple[str, str | None]:
    """The key of a form whose words may be told by other values of it, and those words."""
    if under == "roles" or form.get("kind") in _TOLD_BY_NOTHING:
        return "", None
    if under == "offices":
        return "text", f"{form['organization']}{form['rank']}"
    if under == "":
        key, span = "title", (form.get("parts") or {}).get("title")
    elif under == "people":
        key, span = "name", (form.get("mentions") or [None])[0]
    elif form.get("kind") == "action":
        key, span = "text", form["span"]
    else:
        key = _WORDS.get(under, "")
        span = form["span"] if key else None
    return key, text[span[0] : span[1]] if span else None


def _numbers(spans: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in spans:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0
