"""Who appears with whom."""

from __future__ import annotations

from newstui.analysis.network import CROWD, Tie, of_readings
from newstui.model.reading import Reading
from tests.analysis.samples import PAIRS, person

NETWORK = of_readings(reading for _, reading in PAIRS)


def test_people_and_ties_by_number_of_articles() -> None:
    assert NETWORK.people == {"单立新": 4, "仇一鸣": 2, "查大海": 2, "解文远": 2}
    assert NETWORK.ties == (
        Tie("仇一鸣", "单立新", 2),
        Tie("单立新", "解文远", 2),
        Tie("仇一鸣", "解文远", 1),
        Tie("单立新", "查大海", 1),
    )
    assert NETWORK.seen == 5


def test_the_ego_network_holds_the_ties_among_neighbours() -> None:
    ego = NETWORK.around("仇一鸣")
    assert set(ego.people) == {"仇一鸣", "单立新", "解文远"}
    assert len(ego.ties) == 3 and Tie("单立新", "解文远", 2) in ego.ties


def test_the_strongest_ties_alone() -> None:
    assert len(NETWORK.strongest(2).ties) == 2 and len(NETWORK.strongest(2).people) == 3


def test_a_crowd_ties_nobody() -> None:
    crowd = Reading("1", people=tuple(person(f"某{number}") for number in range(CROWD + 1)))
    network = of_readings([crowd])
    assert (network.crowded, network.ties, len(network.people)) == (1, (), CROWD + 1)


def test_the_strongest_ties_are_those_of_the_whole() -> None:
    some = of_readings((reading for _, reading in PAIRS), 2)
    assert some.ties == NETWORK.ties[:2] and some.drawn == NETWORK.drawn == len(NETWORK.ties) > 2
