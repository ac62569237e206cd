"""A citation by GB/T 7714—2015, as Chinese theses and reports want it."""

from __future__ import annotations

from datetime import date
from typing import Final

from newstui.model.article import Article
from newstui.model.clean import line
from newstui.model.reading import Reading

_MOST: Final = 3
"""Names before 等."""


def citation(article: Article, reading: Reading, accessed: date | None = None) -> str:
    """``王某. 题名[EB/OL]. 县政府网, (2020-04-17)[2026-11-23]. https://…``; the day of access goes with an address."""
    title = line(article.title or reading.title or "") or "无标题"
    published = (article.published or reading.published or "")[:10]
    url = line(article.url or reading.url or "")
    source = line(article.source or reading.source or "")
    if not url:
        where = ", ".join(filter(None, (source, published)))
        return " ".join(filter(None, (_authors(article, reading), f"{title}[N].", f"{where}." if where else "")))
    seen = f"[{accessed.isoformat()}]" if accessed else ""
    when = f"({published}){seen}" if published else seen
    where = ", ".join(filter(None, (source, when)))
    return " ".join(
        filter(None, (_authors(article, reading), f"{title}[EB/OL].", f"{where}." if where else "", f"{url}."))
    )


def _authors(article: Article, reading: Reading) -> str:
    written = [line(one.name) for one in reading.credits if one.credit in ("author", "reporter")]
    names = list(dict.fromkeys(filter(None, written))) or list(filter(None, [line(article.author or "")]))
    if not names:
        return ""
    return ", ".join([*names[:_MOST], "等"] if len(names) > _MOST else names) + "."
