"""The words an export puts around what it took from articles, in Chinese and English."""

from __future__ import annotations

from functools import cache
from typing import Final

_WORDS: Final = {
    ":": ("：", ": "),
    ",": ("、", ", "),
    ";": ("；", "; "),
    "untitled": ("（无标题）", "(no title)"),
    "id": ("编号", "Id"),
    "published": ("发布", "Published"),
    "source": ("来源", "Source"),
    "url": ("链接", "Link"),
    "dateline": ("电头", "Dateline"),
    "meeting": ("会议", "Meeting"),
    "people": ("人物", "People"),
    "outline": ("要求", "Outline"),
    "organizations": ("发言单位", "Organisations"),
    "documents": ("文件", "Documents"),
    "terms": ("提法", "Terms"),
    "credits": ("署名", "Credits"),
    "text": ("正文", "Text"),
    "addressee": ("对象", "for"),
    "deadline": ("期限", "by"),
    "presided": ("主持", "presided"),
    "spoke": ("讲话", "spoke"),
    "attended": ("出席", "attended"),
    "reported": ("汇报", "reported"),
    "stated": ("表态", "stated"),
    "inspected": ("调研", "inspected"),
    "accompanied": ("陪同", "accompanied"),
    "met": ("会见", "met"),
    "author": ("作者", "author"),
    "reporter": ("记者", "reporter"),
    "editor": ("编辑", "editor"),
    "photographer": ("摄影", "photographer"),
}


@cache
def words_for(language: str) -> dict[str, str]:
    """The words of one language: ``zh``, else English."""
    return {key: both[language != "zh"] for key, both in _WORDS.items()}
