"""A page's headline, date, source and author, from what its reader sees and what its head declares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from newstui.intake.blocks import Block, Element
from newstui.intake.dates import first_moment, moment
from newstui.intake.portals import DATE_METAS, SITE_TAIL, SOURCE_METAS, TITLE_METAS, TITLES, URL_METAS
from newstui.model.fold import fold
from newstui.model.late import late

_BEFORE, _AFTER = 4, 14
"""Lines around the headline in which date and source stand."""
_SCRIPTED: Final = late(
    r"""(?:\bct|ptime|publish_?time|oriCreateTime|create_?time|pubTime(?:Long)?|newsTime|datePublished|publishDate)["']?\s*[:=]\s*["']?"""
    r"""(\d{10}(?:\d{3})?\b|(?:19|20)\d\d[-/年]\d{1,2}[-/月]\d{1,2}[^"'<>]{0,16})""",
    re.I,
)
_IN_ADDRESS: Final = late(r"(?<!\d)((?:19|20)\d\d)[-_/]?([01]\d)[-_/]?([0-3]\d)(?!\d)")
_LABELLED: Final = late(r"(?:发布|发表|更新|成文|编辑|时间|日期)[^:：]{0,6}[:：]")
_BELOW: Final = late(r"^[【\[（(]?(?:发布|发表|更新|成文)(?:日期|时间)\s*[:：]")
_SOURCE: Final = late(r"(?:来\s*源于?|稿\s*源|出\s*处|转自)\s*[:：]\s*([^\s【\[|丨｜]*)")
_AUTHOR: Final = late(r"作\s*者\s*[:：]\s*(.{0,40})")
_NAMES: Final = late(r"[^\s:：【\[|丨｜]{2,20}(?:[ 、][\u4e00-\u9fff]{2,4}(?=[ 、]|$))*")
_NEXT_LABEL: Final = late(
    r"(?:作者|编辑|责编|发布(?:时间|日期)?|时间|日期|浏览(?:次数|量)?|点击(?:次数|数|量)?|阅读(?:次数|量)?|字体|字号|审核|记者|分享)\s*[:：]|"
    r"(?:19|20)\d\d[-年/.]"
)
_SOURCE_NAMES: Final = late(
    r"(?:^|[\s_-])(?:source|from|media_name|ent-source|copyfrom|laiyuan|ly|js_name|"
    r"profile_nickname|ne_article_source|origin)(?:$|[\s_-])",
    re.I,
)
_SECTION: Final = late(r"(?:_+|--+)[^_-]{1,10}$")
"""A section of the site, between the headline and the site's name."""
_HEADING: Final = ("h1", "h2", "h3")
_MOST_TITLE: Final = 150
_LINES: Final = 300
"""Lines at the top of a page among which a broken headline is looked for."""
_SCRIPTS: Final = 2_000_000
"""Characters of a page's source in which its scripts are looked at."""
_CRUMBS: Final = late(r"首页|位置[:：]|[>＞»›]| - ")
_STAMP: Final = late(r"\s+(?:原创|转载|独家|置顶|热|新)$")
"""What portals print behind a headline."""
_SITE: Final = late(r"(?:网|网站|门户|政府|委员会|局|厅|首页|日报|公众平台)$")
"""A title that names the site alone."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands above the body; None where the page does not say."""

    title: str | None
    published: str | None = None
    source: str | None = None
    author: str | None = None
    url: str | None = None


def headline_of(root: Element, blocks: list[Block], markup: str) -> Headline:
    """Reads head and visible lines of a page; ``markup`` is its source, whose scripts may hold the time."""
    metas = _metas(root)
    title = _title(root, metas, blocks)
    around = _around(blocks, title)
    below = [block.text for block in blocks if len(block.text) < 100]
    url = next((metas[name] for name in URL_METAS if metas.get(name, "").startswith("http")), None) or _saved_from(
        markup
    )
    return Headline(
        title,
        _published(metas, around, markup, url) or _visible([text for text in below if _BELOW.match(text)]),
        _source(root, metas, around),
        _author(around),
        url,
    )


def _metas(root: Element) -> dict[str, str]:
    """The page's metas by name in lower case, the first of a name; and its canonical address."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        if name and (content := (meta.get("content") or "").strip()):
            metas.setdefault(name, content)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            metas.setdefault("canonical", link.get("href"))
    return metas


def _title(root: Element, metas: dict[str, str], blocks: list[Block]) -> str | None:
    """The visible heading that the page's title repeats; else what metas say, headings, the title without its tail."""
    whole = _flat(next((element.text for element in root.iter("title") if element.text), ""))
    declared = [_flat(metas[name]) for name in TITLE_METAS if metas.get(name)]
    seen = _headings(root)
    lines = [block.text for block in blocks if 4 <= len(block.text) <= _MOST_TITLE and not block.linked]
    for shown in (seen, _whole(lines, [whole, *declared]) or lines):
        ranked = ((_likeness(text, [whole, *declared]), len(text), text) for text in shown)
        if best := max((each for each in ranked if each[0]), default=None):
            return _STAMP.sub("", best[2])
    bare = without_tail(whole)
    if _SITE.search(bare) or not bare:
        named = [
            *map(without_tail, declared),
            *_above_date(lines),
            *(text for text in seen if not _CRUMBS.search(text)),
        ]
        return next((text for text in named if text and text != whole), bare or None)
    return bare


def _whole(lines: list[str], titles: list[str]) -> list[str]:
    """A headline that stands broken over two or three lines, made whole."""
    wanted = {fold(without_tail(title)) for title in titles} - {""}
    rows = ("".join(lines[at : at + size]) for at in range(min(len(lines), _LINES)) for size in (2, 3))
    return [row for row in rows if len(row) <= _MOST_TITLE and fold(row) in wanted]


def _above_date(lines: list[str]) -> list[str]:
    """The line above the first one that says when the piece was published."""
    at = next((at for at, text in enumerate(lines) if _LABELLED.search(text) and first_moment(text)), 0)
    above = [text for text in lines[max(at - _BEFORE, 0) : at] if len(text) >= 8 and not _CRUMBS.search(text)]
    return above[-1:]


def _likeness(heading: str, titles: list[str]) -> int:
    """3 where the heading is most of a title, 2 where it is a title made longer, 1 where a title begins with it."""
    folded = fold(heading)
    found = 0
    for title in filter(None, map(fold, titles)):
        bare = fold(without_tail(title))
        ends = title.endswith(folded) and title[: -len(folded)][-1:] in ":|_-—"
        if folded in title and len(folded) >= 6 and (len(folded) * 2 > len(bare) or ends):
            return 3
        if len(bare) >= 8 and folded.startswith(bare.rstrip("….")) and len(folded) <= 2 * len(bare) + 20:
            found = 2
        elif title.startswith(folded) and len(folded) >= 4:
            found = max(found, 3 if folded == bare else 1)
    return found


def _headings(root: Element) -> list[str]:
    """The visible headings of a page in order: h1 to h3 and what is named like a headline."""
    found = []
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("title", "a", "li", "ul", "body", "html", "form"):
            continue
        names = f"{element.get('id') or ''} {element.get('class') or ''}"
        within = next(element.iter(*_HEADING), None)
        if element.tag in _HEADING or (TITLES.search(names) and within is None):
            text = _flat(" ".join(element.itertext()) if len(element) < 20 else "")
            if 4 <= len(text) <= _MOST_TITLE:
                found.append(text)
    return found


def without_tail(title: str) -> str:
    """``without_tail("召开会议_要闻_网易新闻")`` is ``召开会议``."""
    whole = title
    for _ in range(4):
        cut = SITE_TAIL.sub("", title).strip(" -_|—–·")
        if cut == title:
            cut = _SECTION.sub("", title) if title != whole else title
        if cut == title or len(cut) < 5:
            break
        title = cut
    return title


def _around(blocks: list[Block], title: str | None) -> list[str]:
    """The lines about the headline, up to where the body begins; of several places the first with a date near it."""
    if not blocks:
        return []
    wanted = fold(title or "")
    folded = [fold(block.text) if len(block.text) < 2 * _MOST_TITLE else "" for block in blocks]
    places = [at for at, text in enumerate(folded) if wanted and wanted in text] or [0]
    near = [_near(blocks, at) for at in sorted(places, key=lambda at: folded[at] != wanted)]
    return next((lines for lines in near if any(first_moment(line) for line in lines)), near[0])


def _near(blocks: list[Block], at: int) -> list[str]:
    after = [block.text for block in blocks[at : at + _AFTER]]
    body = next((i for i, text in enumerate(after) if i and text.count("，") + 2 * text.count("。") > 2), len(after))
    before = [block.text for block in blocks[max(at - _BEFORE, 0) : at] if "。" not in block.text]
    return before + [text for text in after[:body] if len(text) < _MOST_TITLE]


def _published(metas: dict[str, str], around: list[str], markup: str, url: str | None) -> str | None:
    """The declared time, made exact by others of its day; else the visible; else that of scripts, of the address."""
    declared = next((iso for name in DATE_METAS if (iso := moment(metas.get(name, "")))), None)
    seen = _visible(around)
    first = declared or seen
    if first is None:
        return _scripted(markup) or _of_address(url)
    exact = first if _is_exact(first) else _scripted(markup)
    same = [iso for iso in (declared, seen, exact) if iso and iso[:10] == first[:10]]
    return max(same, key=lambda iso: (_is_exact(iso), iso in (declared, seen), "T" in iso))


def _is_exact(iso: str) -> bool:
    return "T" in iso and not iso.endswith("T00:00:00+08:00")


def _visible(around: list[str]) -> str | None:
    labelled = [text for text in around if _LABELLED.search(text)]
    found = [iso for text in [*labelled, *around] if (iso := first_moment(text))]
    return found[0] if found else None


def _scripted(markup: str) -> str | None:
    found = (moment(match[1]) for match in _SCRIPTED.finditer(markup[:_SCRIPTS]))
    return next((iso for iso in found if iso), None)


def _of_address(url: str | None) -> str | None:
    match = _IN_ADDRESS.search(url or "")
    return moment("-".join(match.groups())) if match else None


def _source(root: Element, metas: dict[str, str], around: list[str]) -> str | None:
    """What stands after 来源, else what is named as the source, else what the metas declare."""
    for at, text in enumerate(around):
        if match := _SOURCE.search(text):
            following = around[at + 1] if at + 1 < len(around) and text.endswith(("：", ":")) else ""
            if source := _a_source(match[1] or following):
                return source
    named = (
        _a_source(_flat(" ".join(element.itertext())))
        for element in root.iter("a", "span", "em", "strong", "div", "p", "i")
        if len(element) < 4 and _SOURCE_NAMES.search(f"{element.get('id') or ''} {element.get('class') or ''}")
    )
    declared = (_a_source(metas.get(name, "")) for name in SOURCE_METAS)
    return next((source for source in [*named, *declared] if source), None)


def _a_source(words: str) -> str | None:
    words = re.sub(r"^.{0,4}来\s*源\s*[:：]\s*", "", words.strip())
    words = _NEXT_LABEL.split(words)[0].strip(" ：:|丨-·⋅•/()（）[]【】\u3000")
    fits = 2 <= len(words) <= 30 and not re.search(
        r"[，。；！？<>]|^\d+$|https?:|^(?:本站)?原创$|^转载$|^本站$|^网络$|^互联网$", words
    )
    return words if fits else None


def _author(around: list[str]) -> str | None:
    for text in around:
        if (match := _AUTHOR.search(text)) and (names := _NAMES.match(_NEXT_LABEL.split(match[1])[0])):
            return names[0].strip(" 、").replace("佚名", "") or None
    return None


def _saved_from(markup: str) -> str | None:
    """Browsers note where a page was saved from; crawlers often put the address into the first comment."""
    match = re.search(r"<!--[^>]{0,60}?(https?://[^\s>\"']{4,500}?)\s*-->", markup[:3000])
    return match[1] if match else None


def _flat(text: str) -> str:
    return " ".join((unescape(text) if "&" in text else text).split())
