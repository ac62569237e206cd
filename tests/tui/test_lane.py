"""Lanes: the newest question is answered, older ones are dropped or interrupted, changes are all done in turn."""

from __future__ import annotations

import threading
import time

from textual.message import Message

from newstui.tui.lane import Lane
from newstui.tui.river import Failed, Told


class StoppedError(Exception):
    """The question was interrupted."""


class Owned:
    """Something slow that can be interrupted."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.began = threading.Event()
        self.closed = False

    def slow(self) -> Told:
        self.began.set()
        if self.stop.wait(5):
            self.stop.clear()
            raise StoppedError
        return Told("slow")

    def interrupt(self) -> None:
        self.stop.set()

    def close(self) -> None:
        self.closed = True


def wait_for(lane: Lane[Owned]) -> None:
    until = time.monotonic() + 5
    while not lane.idle and time.monotonic() < until:
        time.sleep(0.001)
    assert lane.idle


def words(messages: list[Message]) -> list[str]:
    return [message.words for message in messages if isinstance(message, Told)]


def test_a_newer_question_stops_the_one_under_way() -> None:
    own, said = Owned(), list[Message]()
    lane = Lane("test", lambda: own, dropped=(StoppedError,))
    lane.ask(Owned.slow, said.append)
    own.began.wait(5)
    lane.ask(lambda _: Told("new"), said.append)
    wait_for(lane)
    assert words(said) == ["new"]
    lane.close()
    assert own.closed


def test_in_turn_everything_is_done_even_at_the_end() -> None:
    own, said, done = Owned(), list[Message](), list[int]()
    lane = Lane("test", lambda: own, latest=False)

    def work(number: int) -> Told:
        done.append(number)
        return Told(str(number))

    for number in range(20):
        lane.ask(lambda _, number=number: work(number), said.append)  # type: ignore[misc]
    lane.close()
    assert done == list(range(20)) and own.closed


def test_an_expected_error_becomes_a_message() -> None:
    own, said = Owned(), list[Message]()
    lane = Lane("test", lambda: own, expected=(ValueError,))

    def fail(_: Owned) -> Message:
        raise ValueError("[/] no")

    lane.ask(fail, said.append)
    wait_for(lane)
    assert isinstance(said[0], Failed) and (said[0].what, said[0].error) == ("test", "[/] no")
    lane.close()


def test_a_lane_that_was_never_asked_closes() -> None:
    Lane("test", Owned).close()
