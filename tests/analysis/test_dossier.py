"""A person over time."""

from __future__ import annotations

from newstui.analysis.dossier import dossier
from tests.analysis.samples import PAIRS, pair, person, speech


def test_posts_over_time_with_their_evidence() -> None:
    found = dossier("单立新", PAIRS)
    assert (found.articles, found.seen, found.first, found.last) == (4, 4, "2020-04-17", "2021-03-01")
    assert [(one.post, one.first, one.last, len(one.evidence)) for one in found.tenures] == [
        ("青滩县县委书记", "2021-03-01", "2021-03-01", 1),
        ("青滩县县长", "2020-04-17", "2020-06-02", 2),
        ("代县长", None, None, 1),
    ]
    first = found.tenures[1].evidence[0]
    assert (first.article_id, first.title, first.day) == (f"{2:016x}", "报道2", "2020-04-17")


def test_roles_and_companions_by_number_of_articles() -> None:
    found = dossier("单立新", PAIRS)
    assert found.roles == (("spoke", 2), ("attended", 1), ("presided", 1))
    assert found.companions == (("仇一鸣", 2), ("解文远", 2), ("查大海", 1))


def test_what_was_ordered() -> None:
    (directive,) = dossier("单立新", PAIRS).directives
    assert (directive.verb, directive.actions) == ("强调", ("要抓春耕", "要保安全"))
    assert directive.evidence.day == "2021-03-01"


def test_what_two_ordered_together() -> None:
    both = pair(9, "2021-05-06", (person("单立新"), person("解文远")), (speech("单立新、解文远", "要抓秋收"),))
    for name in ("单立新", "解文远"):
        (directive,) = dossier(name, [both]).directives
        assert directive.actions == ("要抓秋收",)


def test_a_name_nobody_bears() -> None:
    found = dossier("无此人", PAIRS)
    assert (found.articles, found.tenures, found.companions, found.first) == (0, (), (), None)


def test_the_exact_count_stands_beside_what_was_looked_at() -> None:
    found = dossier("单立新", PAIRS[:2], 4)
    assert (found.articles, found.seen) == (4, 2)
