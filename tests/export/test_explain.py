"""Why: what the words of a fact show a reader who does not know the article."""

from __future__ import annotations

from newstui.export.explain import facts
from newstui.intake.articles import article
from newstui.parsing.pipeline import read

TEXT = "青河县召开会议\n4月2日,全县工作会议以视频会议形式在县委礼堂召开。县委书记王建华讲话。"


def _words(kind: str) -> list[str]:
    one = article(TEXT)
    return [f"{fact.value} <- {fact.rule}: {fact.words}" for fact in facts(one, read(one)) if fact.kind == kind]


def test_an_office_shows_where_the_place_was_found() -> None:
    assert _words("office") == ["王建华: 青河县委书记 <- title: 【青河县】召开会议 + 【县委书记】王建华讲话"]


def test_a_meeting_shows_where_and_how_it_was_held() -> None:
    assert _words("venue") == ["县委礼堂 <- held-there: 全县工作会议以视频会议形式在【县委礼堂】召开"]
    assert _words("form") == ["视频会议 <- held-so: 全县工作会议以【视频会议】形式在县委礼堂召开"]
