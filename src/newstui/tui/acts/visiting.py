"""Looking closer: a person's page, months, who appears together, two texts compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, reduce
from itertools import groupby
from typing import TYPE_CHECKING, Any

from textual.message import Message

from newstui.query.query import And, Node, Query, Term
from newstui.tui.frame import chips
from newstui.tui.language import say

if TYPE_CHECKING:
    from newstui.analysis.compare import Comparison, Kind
    from newstui.analysis.dossier import Dossier
    from newstui.archive.namesakes import Namesake
    from newstui.model.article import Article
    from newstui.model.outline import Node as OutlineNode
    from newstui.tui.reader import ReaderScreen
    from newstui.tui.screens.report import ReportLine, Section
    from newstui.tui.shelf import Shelf


def person(room: ReaderScreen, screen: Any) -> None:
    """``P``, and Enter on a person: posts over time, roles, what was ordered, who else was there."""
    name = _person_meant(room)
    if name is None:
        room.tell(say("no_person"))
        return

    def take(value: tuple[str, str] | None) -> None:
        if value is not None and value[0] == "article":
            room.visit(Query().with_person(name), value[1])
        elif value is not None:
            room.ask(Query().with_person(name).with_person(value[1]))

    _report(room, f"{say('person')} {name}", partial(_dossier, name=name), take)


def _person_meant(room: ReaderScreen) -> str | None:
    """The person under the cursor, else the one in the line of the text, in the query, or first in the article."""
    from newstui.tui.acts.things import thing

    if room.place == "people":
        return room.people.person.name if room.people.person else None
    here = [node for node, _, _ in thing(room)] if room.place == "text" else []
    terms = [*here, *room.asked.query.terms(wanted=True)]
    named = [one.value for one in terms if isinstance(one, Term) and one.field == "person"]
    return named[0] if named else room.people.person.name if room.people.person else None


def _report(room: ReaderScreen, title: str, work: Callable[[Shelf], Message], take: Callable[[Any], None]) -> None:
    from newstui.tui.screens.report import ReportScreen

    report = ReportScreen(title)
    room.newsroom.push_screen(report, take)
    room.lanes.side.ask(work, report.post_message)


def _dossier(shelf: Shelf, name: str) -> Message:
    from newstui.analysis import dossier
    from newstui.tui.screens.report import Reported

    found = dossier.person(shelf.reader, name)
    bearers = shelf.reader.namesakes(found.name)
    dated = "dossier" if found.first else "dossier_undated"
    remark = say(dated, number=f"{found.articles:,}", first=found.first, last=found.last)
    return Reported(remark, [_bearers(bearers), *_sections(found)])


def _bearers(bearers: Sequence[Namesake]) -> Section:
    """The people of one name, told apart by where they appear; nothing where there is only one."""
    from newstui.tui.screens.report import ReportLine, Section

    lines = [
        ReportLine(
            " ".join(one.grounds) or say("namesake_unclear"), "、".join(one.posts) or "—", f"×{len(one.articles)}",
            "title", ("article", one.articles[0]),
        )
        for one in bearers
        if one.articles
    ]  # fmt: skip
    several = sum(bool(one.grounds) for one in bearers) > 1
    return Section(say("namesakes"), lines if several else [])


def _sections(found: Dossier) -> list[Section]:
    from newstui.tui.screens.report import ReportLine, Section

    tenures = [
        ReportLine(_from_to(one.first, one.last), one.post, f"×{len(one.evidence)}", "title",
                   ("article", one.evidence[-1].article_id))
        for one in found.tenures
    ]  # fmt: skip
    roles = "  ".join(f"{say('role_' + role)} {number}" for role, number in found.roles)
    orders: list[ReportLine] = []
    for one in found.directives:
        goal = ("article", one.evidence.article_id)
        orders.append(ReportLine(one.evidence.day or "", f"{one.evidence.title}：{one.verb}", "", "title", goal))
        orders += [ReportLine("", "· " + action, "", "post", goal) for action in one.actions]
    others = [ReportLine(name, "", str(number), "post", ("person", name)) for name, number in found.companions[:100]]
    return [
        Section(say("tenures"), tenures),
        Section(say("roles"), [ReportLine("", roles)] if roles else []),
        Section(say("directives"), orders),
        Section(say("companions"), others),
    ]


def _from_to(first: str | None, last: str | None) -> str:
    """When a post was seen: ``2020-04-17 – 2021-03-05``, one day alone, or nothing known."""
    return say("no_date") if not first else first if first == last else f"{first} – {last}"


def timeline(room: ReaderScreen, screen: Any) -> None:
    """``T``: the articles found, by month; Enter keeps one month."""

    def take(node: Node | None) -> None:
        if node is not None:
            room.ask(room.asked.query.replacing("date", node))

    _bars(room, say("timeline"), room.asked.query, partial(_months, query=room.asked.query), take)


def _bars(
    room: ReaderScreen, title: str, query: Query, work: Callable[[Shelf], Message], take: Callable[[Any], None]
) -> None:
    from newstui.tui.screens.bars import BarScreen

    bars = BarScreen(title, chips(query))
    room.newsroom.push_screen(bars, take)
    room.lanes.side.ask(work, bars.post_message)


def _months(shelf: Shelf, query: Query) -> Message:
    from newstui.analysis.timeline import timeline as months
    from newstui.tui.screens.bars import Bar, BarsCounted

    bars: list[Bar] = []
    for articles, run in groupby(reversed(months(shelf.reader, query)), lambda one: one.articles):
        same = [one.month for one in run]
        if articles or len(same) == 1:
            bars += [Bar(month, articles, "", Term("date", month)) for month in same]
        else:
            bars.append(Bar(f"{same[-1]}–{same[0]}", 0))
    return BarsCounted(bars)


def network(room: ReaderScreen, screen: Any) -> None:
    """``W``: who appears with the person under the cursor, or together in what is found; Enter keeps both."""
    person = room.people.person if room.place == "people" else None
    query = Query().with_person(person.name) if person else room.asked.query

    def take(node: Node | None) -> None:
        if isinstance(node, And):
            room.ask(reduce(Query.with_part, node.nodes, query))

    work = partial(_ties, query=query, name=person.name if person else None)
    _bars(room, say("network"), query, work, take)


def _ties(shelf: Shelf, query: Query, name: str | None) -> Message:
    """The strongest ties; around a person, first the person's own."""
    from newstui.analysis.network import network as drawn
    from newstui.tui.screens.bars import Bar, BarsCounted

    found = drawn(shelf.reader, query, strongest=None if name else 200)
    shown = found.around(name, 40) if name else found
    ties = sorted(shown.ties, key=lambda tie: name not in (tie.one, tie.other))
    bars = [
        Bar(f"{tie.one} — {tie.other}", tie.articles, "", And((Term("person", tie.one), Term("person", tie.other))))
        for tie in ties
    ]
    return BarsCounted(bars, None if name else found.drawn)


def compare(room: ReaderScreen, screen: Any) -> None:
    """``C``: two marked articles, or a marked one and the one under the cursor."""
    _report(room, say("compare"), partial(_compared, id=room.article_id), lambda value: None)


def _compared(shelf: Shelf, id: str | None) -> Message:
    from newstui.analysis.compare import compare as compared
    from newstui.analysis.takeaway import chosen
    from newstui.tui.river import Failed
    from newstui.tui.screens.report import Reported

    marked = shelf.marked()
    ids = marked if len(marked) == 2 else (*marked[:1], id or "")
    pairs = sorted(chosen(shelf.reader, ids), key=lambda pair: pair[1].published or "")
    if len(marked) > 2 or len(pairs) != 2 or ids[0] == ids[1]:
        return Failed("side", say("compare_two", number=len(marked)))
    found = compared(*pairs)
    likeness = say("likeness", percent=round(100 * found.likeness))
    return Reported(likeness, _differences(found, pairs[0][0], pairs[1][0]))


def _differences(found: Comparison, left: Article, right: Article) -> list[Section]:
    from newstui.tui.screens.report import ReportLine, Section

    def sided(kind: Kind, ours: str, theirs: str) -> list[ReportLine]:
        if kind == "same":
            return [ReportLine("=", ours, "", "dim")]
        lines = [ReportLine("−", ours, "", "error")] if ours else []
        return lines + ([ReportLine("+", theirs, "", "role")] if theirs else [])

    texts = [
        line
        for one in found.stretches
        for line in sided(
            one.kind, one.left.of(left.text) if one.left else "", one.right.of(right.text) if one.right else ""
        )
    ]
    steps = [line for one in found.outline for line in sided(one.kind, _told(one.left), _told(one.right))]
    titles = [ReportLine("−", left.title or left.text[:40].split("\n")[0], "", "error"),
              ReportLine("+", right.title or right.text[:40].split("\n")[0], "", "role")]  # fmt: skip
    return [Section(say("compare"), titles), Section(say("outline"), steps), Section(say("text"), texts)]


def _told(node: tuple[int, OutlineNode] | None) -> str:
    """A node of an outline in words, indented by its depth."""
    from newstui.model.outline import Action, Item

    if node is None:
        return ""
    depth, one = node
    words = (
        one.text
        if isinstance(one, Action)
        else f"{one.ordinal} {one.heading}"
        if isinstance(one, Item)
        else f"{one.speaker} {one.verb}"
    )
    return "　" * depth + words
