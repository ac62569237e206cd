"""Records are compared, hashed and shown by their values."""

from __future__ import annotations

from newstui.model.record import record


@record
class _Point:
    x: int
    y: str = "上"


@record
class _Alone:
    x: int


@record
class _Other:
    x: int


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert _Point(1) == _Point(1, "上")
    assert len({_Point(1), _Point(1), _Point(2)}) == 2
    assert _Point(1) != _Point(2)


def test_a_record_equals_none_of_another_class() -> None:
    assert _Alone(1) == _Alone(1)
    others: list[object] = [_Other(1), 1, None]
    assert _Alone(1) not in others


def test_it_shows_its_values() -> None:
    assert repr(_Point(1)) == "_Point(x=1, y='上')"
    assert repr(_Alone(2)) == "_Alone(x=2)"
