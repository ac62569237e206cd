"""Texts whose encoding leaves a doubt are taken, and the doubt is said, whatever they came in."""

from __future__ import annotations

import json

import pytest

from newstui.intake.failed import Failed
from newstui.model.article import Article
from tests.intake.given import of_bytes

KOREAN = "정부는 오늘 새로운 경제 대책을 발표했다. 총리는 기자회견에서 물가 상승에 대응하겠다고 말했다. " * 2
WRAPPED = {
    "text": KOREAN,
    "page": f"<html><title>x</title><p>{KOREAN}</p></html>",
    "feed": f"<rss><channel><item><description>{KOREAN}</description></item></channel></rss>",
    "markdown": f"---\ntitle: x\n---\n{KOREAN}",
    "record": json.dumps({"text": KOREAN}, ensure_ascii=False) + "\n",
    "table": f"title,text\nx,{KOREAN}\n",
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_taken_and_in_doubt(kind: str) -> None:
    article, doubt = of_bytes(WRAPPED[kind].encode("euc-kr"))
    assert isinstance(article, Article)
    assert isinstance(doubt, Failed)
    assert doubt.how == "doubted"
    assert "UTF-8" in doubt.reason


@pytest.mark.parametrize("kind", WRAPPED)
def test_no_doubt_where_there_is_none(kind: str) -> None:
    (article,) = of_bytes(WRAPPED[kind].encode())
    assert isinstance(article, Article)
