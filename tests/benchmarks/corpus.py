"""Made-up official news, as many articles as wanted, each with its reading ready-made; the same for the same seed.

Markers stand at fixed rates: COMMON in one of 50 articles, RARE in every 997th.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any, Final

from newstui.model.article import Article, Span, article_id
from newstui.model.outline import Action, Speech
from newstui.model.people import Office, Person, Post, Role
from newstui.model.reading import Dateline, Parts, Reading

COMMON: Final = "闻人青砚"
RARE: Final = "令狐墨川"
_SURNAMES: Final = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
_GIVEN: Final = "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超霞平刚桂华建国文志英海波宁晨辉鹏宇浩然博思远瑞泽庆林松柏川岳峰"
_PLACES: Final = [a + b for a in "东西南北中云青金白黑江淮临望龙石" for b in "岭川泽原湖台河沙山水左右海江泉门"]
_BODIES: Final = [
    "发展和改革委员会",
    "教育厅",
    "财政厅",
    "水利厅",
    "商务厅",
    "审计厅",
    "统计局",
    "民政厅",
    "交通运输厅",
    "生态环境厅",
    "农业农村厅",
]
_RANKS: Final = ["书记", "市长", "副市长", "部长", "主任", "副主任", "厅长", "局长", "秘书长", "县长", "副县长", "主席"]
_TOPICS: Final = [
    "乡村振兴",
    "营商环境",
    "安全生产",
    "防汛抗旱",
    "科技创新",
    "稳就业",
    "基层治理",
    "粮食安全",
    "对外开放",
    "教育改革",
    "污染防治",
]
_SAYINGS: Final = (
    "各级各部门要围绕{t}细化措施,确保按期完成任务。",
    "要聚焦{t}中的短板,建立台账,{x}天内销号。",
    "必须压实{t}的属地责任,坚决防止走过场。",
    "要把{t}纳入年度考核,对{p}工作不力的严肃问责。",
    "要多渠道筹措资金,为{t}提供支撑,力争投入{x}亿元。",
)
_FACTS: Final = (
    "今年以来,{p}{t}完成投资{x}亿元,同比增长{y}%。",
    "据了解,{p}建成项目{x}个,惠及群众{y}万人,{t}进展顺利。",
    "在{p}{t}现场,大家与干部职工交流,询问生产生活情况。",
    "近年来,{p}统筹推进{t},总体平稳,稳中向好。",
)
_CHARACTERS: Final = 1600


class Corpus:
    """Makes articles one after the other, the newest first: five a day at first, 480 a day beyond the 60,000th."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        pick = self._chance.choice
        made = (pick(_SURNAMES) + pick(_GIVEN) + pick(("", *_GIVEN)) for _ in range(4000))
        self._names = sorted(set(made))
        self._weights = list(accumulate(1 / (n + 1) ** 0.8 for n in range(len(self._names))))

    def pairs(self, number: int) -> Iterator[tuple[Article, Reading]]:
        """So many articles with their readings."""
        for n in range(number):
            yield self._pair(n)

    def _pair(self, n: int) -> tuple[Article, Reading]:
        lead = RARE if n % 997 == 5 else COMMON if n % 50 == 7 else self._name()
        pick = self._chance.choice
        place, topic = pick(_PLACES), pick(_TOPICS)
        title = f"{lead}在{place}调研{topic}时强调{pick(('狠抓落实', '守牢底线', '久久为功'))}"
        page = _Page(title)
        self._meeting(page, lead, place)
        while page.length < _CHARACTERS:
            for _ in range(self._chance.randint(3, 5)):
                self._sentence(page)
            page.add("\n")
        hours = n * 4.8 if n < 60_000 else 60_000 * 4.8 + (n - 60_000) * 0.05
        published = (datetime(2024, 12, 31, 9) - timedelta(hours=hours)).isoformat() + "+08:00"
        return page.pair(n, published, f"{pick(_PLACES)[:2]}日报", place)

    def _meeting(self, page: _Page, lead: str, place: str) -> None:
        pick = self._chance.choice
        page.person(lead, f"{place}市{pick(_BODIES)}", pick(_RANKS), "presided")
        page.add("主持召开会议并讲话。")

    def _sentence(self, page: _Page) -> None:
        pick, number = self._chance.choice, self._chance.randint
        given: dict[str, Any] = {
            "t": pick(_TOPICS),
            "p": pick(_PLACES) + "市",
            "x": number(10, 990),
            "y": number(1, 99),
        }
        kind = number(0, 9)
        if kind < 1:
            page.person(self._name(), given["p"] + pick(_BODIES), pick(_RANKS), "attended")
            page.add("、")
            page.person(self._name(), given["p"] + pick(_BODIES), pick(_RANKS), "attended")
            page.add("等参加。")
        elif kind < 3:
            page.speech(self._name(), pick(_SAYINGS).format(**given))
        elif kind < 7:
            page.add(pick(_SAYINGS).format(**given))
        else:
            page.add(pick(_FACTS).format(**given))

    def _name(self) -> str:
        return str(self._chance.choices(self._names, cum_weights=self._weights)[0])


class _Page:
    """A text as it grows, and what is found in it."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._words = [title, "\n\n"]
        self.length = len(title) + 2
        self._people: dict[str, tuple[list[Span], list[Post], list[Office], list[Role]]] = {}
        self._speeches: list[Speech] = []

    def add(self, words: str) -> Span:
        """The span of the words added."""
        start, self.length = self.length, self.length + len(words)
        self._words.append(words)
        return Span(start, self.length)

    def person(self, name: str, organization: str, rank: str, role: str) -> None:
        """Adds a person with a post."""
        post = self.add(organization + rank)
        span = self.add(name)
        mentions, posts, offices, roles = self._of(name)
        mentions.append(span)
        offices.append(Office(organization + rank, organization, rank, len(posts), "post"))
        posts.append(Post(organization + rank, post, "post-before-name"))
        roles.append(Role(role, span, "list"))

    def speech(self, name: str, saying: str) -> None:
        """Adds what somebody says."""
        span = self.add(name)
        self._of(name)[0].append(span)
        self.add("强调,")
        action = self.add(saying)
        said = Action(saying, action, "must")
        self._speeches.append(Speech(name, "强调", Span(span.start, action.end), "verb", (said,)))

    def pair(self, n: int, published: str, source: str, place: str) -> tuple[Article, Reading]:
        """The article, with its reading."""
        text = "".join(self._words)
        people = tuple(
            Person(name, tuple(mentions), tuple(posts), tuple(offices), tuple(roles), "post")
            for name, (mentions, posts, offices, roles) in self._people.items()
        )
        article = Article(article_id(str(n), text), text, str(n), None, self._title, published, source)
        parts = Parts(title=Span(0, len(self._title)), body=(Span(len(self._title) + 2, len(text)),))
        dateline = Dateline(None, place, None, Span(0, 0))
        found = Reading(
            parser="ready-made",
            title=self._title,
            published=published,
            source=source,
            parts=parts,
            dateline=dateline,
            people=people,
            outline=tuple(self._speeches),
        )
        return article, found

    def _of(self, name: str) -> tuple[list[Span], list[Post], list[Office], list[Role]]:
        return self._people.setdefault(name, ([], [], [], []))
