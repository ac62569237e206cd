"""Writes the counted word lists of ``parsing/lexicon`` anew: ``make lexicon``, or ``python tools/lexicon.py [FOLDER]``.

Source: ``dict.txt`` of jieba 0.42.1 (MIT licence, github.com/fxsjy/jieba): a word, how often it was seen, its tag in
each line (``nr`` people, ``ns`` places, ``nrt`` transcribed names). The surnames are those of ``surnames.toml``,
the readings of letters those of pypinyin 0.55.0.
The lists that are kept by hand stand in other files and are never touched. The same input gives the same bytes.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from pypinyin import Style, lazy_pinyin

FOLDER: Final = Path(__file__).parents[1] / "src" / "newstui" / "parsing" / "lexicon"
JIEBA: Final = "0.42.1"
PYPINYIN: Final = "0.55.0"
NAMES: Final = ("nr", "ns", "nrt", "nrfg")
"""Tags of what counts as no ordinary word."""
COMMON: Final = 1000
PLAIN: Final = 100
"""From how often a word is called common and plain; the others are rare."""
ENDINGS: Final = frozenset(
    "部会案品院党委族词酒语社队国区市支书性法剂机器具车站路线店房室楼厂场馆所校系科局处厅署厘米克元角分点钟年月度量率值数表图单卡证票费税款金币钱"
)
"""Letters that end words of three letters, hardly ever names."""
SOURCE: Final = f"the dictionary of jieba {JIEBA} (MIT licence, github.com/fxsjy/jieba)"


@dataclass(frozen=True)
class Dictionary:
    """The words of the dictionary in Chinese characters alone, in its order, and what is counted over them."""

    seen: dict[str, int]
    tags: dict[str, str]
    surnames: tuple[str, ...]
    letters: Counter[str]

    def tagged(self, tag: str) -> list[str]:
        """The words of a tag."""
        return [word for word, its in self.tags.items() if its == tag]

    def words(self) -> dict[str, int]:
        """The ordinary words with how often they were seen."""
        return {word: seen for word, seen in self.seen.items() if self.tags[word] not in NAMES}


def read() -> Dictionary:
    """The installed dictionary; SystemExit where another version of jieba is installed."""
    for library, wanted in (("jieba", JIEBA), ("pypinyin", PYPINYIN)):
        if version(library) != wanted:
            raise SystemExit(f"these lists are made with {library} {wanted}; install that version")
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    rows = [(word, int(seen), tag) for word, seen, tag in map(str.split, lines) if is_han(word)]
    letters: Counter[str] = Counter()
    for word, seen, _ in rows:
        for letter in word:
            letters[letter] += seen
    known = tomllib.loads((FOLDER / "surnames.toml").read_text(encoding="utf-8"))
    surnames = "".join("".join(known[key].split()) for key in ("frequent", "usual", "rare"))
    seen_of, tags = {word: seen for word, seen, _ in rows}, {word: tag for word, _, tag in rows}
    return Dictionary(seen_of, tags, tuple(dict.fromkeys(surnames)), letters)


def is_han(word: str) -> bool:
    """Whether a word has Chinese characters of the common block alone."""
    return all("\u4e00" <= letter <= "\u9fff" for letter in word)


class Given:
    """How often letters stand in given names, by their place."""

    def __init__(self, dictionary: Dictionary) -> None:
        surnames = set(dictionary.surnames)
        names = [name for name in dictionary.tagged("nr") if name[0] in surnames]
        self.first = Counter(name[1] for name in names if len(name) == 3)
        self.last = Counter(name[2] for name in names if len(name) == 3)
        alone = Counter(name[1] for name in names if len(name) == 2)
        self.single = {
            letter: alone[letter] + 0.1 * self.last[letter] + 0.03 * self.first[letter]
            for letter in {**alone, **self.last, **self.first}
        }
        self._letters = dictionary.letters

    def levels(self, counts: Mapping[str, float]) -> Callable[[str], int]:
        """log2 of a letter's share in given names over its share in all words, from -4 to 4."""
        names, words = math.fsum(counts.values()) + 400, sum(self._letters.values()) + 200 * 8000

        def level(letter: str) -> int:
            in_names, in_words = (counts.get(letter, 0) + 0.05) / names, (self._letters[letter] + 200) / words
            return max(-4, min(4, round(math.log2(in_names / in_words))))

        return level


def given_names(dictionary: Dictionary) -> str:
    """given.toml: what fits a given name; letters rare in names and in words are left out."""
    given = Given(dictionary)
    parts = [
        "# How well a character fits a given name: log2 of its share in given names over its share in general text.\n"
        f"# Source: counted over the person names (tag nr) and all words of {SOURCE}; characters not listed\n"
        '# are rare in both and count as "rest". Single ones count with a tenth and three hundredths of the others.\n'
        "rest = -1\n"
    ]
    for key, counts in (("first", given.first), ("last", given.last), ("single", given.single)):
        seen = dictionary.letters.items()
        listed = [letter for letter, times in seen if _is_listed(counts.get(letter, 0), times)]
        by_level = _grouped(listed, given.levels(counts))
        parts.append(f"[{key}]\n" + "".join(_run(level, sorted(found), 100) for level, found in by_level))
    return "\n".join(parts)


def _is_listed(in_names: float, in_words: int) -> bool:
    return in_words >= 3000 if in_names == 0 else in_words >= 30 or in_names >= 1


def surname_fit(dictionary: Dictionary) -> str:
    """surname_fit.toml: how often a letter is a surname rather than something else."""
    surnames = dictionary.surnames
    counts = Counter(name[0] for name in dictionary.tagged("nr") if len(name) in (2, 3))
    total, all_letters = sum(counts[letter] for letter in surnames) + 600, sum(dictionary.letters.values())

    def level(letter: str) -> int:
        in_names, in_words = (counts[letter] + 1) / total, (dictionary.letters[letter] + 300) / all_letters
        return max(-4, min(4, round(math.log2(in_names / in_words) / 1.5)))

    head = (
        "# How often the character is a surname rather than something else, -4 to 4, in steps of a factor of 2.8.\n"
        f"# Source: counted over {SOURCE}: person names (tag nr) of two and three letters against all words.\n"
        "[fit]\n"
    )
    return head + "".join(_run(key, found, 60) for key, found in _grouped(surnames, level))


def ordinary_words(dictionary: Dictionary) -> str:
    """words.txt: words that are no names, and names that are more often words."""
    namelike, seen, surnames = _namelike(dictionary), dictionary.words(), frozenset(dictionary.surnames)
    lists: dict[str, list[str]] = {f"{level}.{size}": [] for level in ("common", "plain", "rare") for size in (2, 3, 4)}
    for word, times in seen.items():
        if _is_kept(word, times, word[0] in surnames) and not namelike(word):
            level = "common" if times >= COMMON else "plain" if times >= PLAIN else "rare"
            lists[f"{level}.{len(word)}"].append(word)
    lists["names"] = [word for word in dictionary.tagged("nr") if _is_doubtful(word, dictionary.seen[word], surnames)]
    head = (
        "# Words that are no names, by how often they are used and by how many letters they have, and words that are\n"
        "# more often words than names.\n"
        f"# Source: {SOURCE} without its person names and places:\n"
        "# words of two letters seen at least 20 times, of three and four letters at least 60 times (3 and 5 times\n"
        "# where a surname letter begins them), without words of three letters that read as names; common from\n"
        "# 1000 times on, plain from 100 on; names: of two letters seen at least 150 times.\n"
    )
    return head + "".join(_list(key, sorted(words)) for key, words in lists.items())


def _is_kept(word: str, times: int, surname: bool) -> bool:
    if len(word) == 2:
        return times >= (3 if surname else 20)
    return len(word) in (3, 4) and times >= (5 if surname and len(word) == 3 else 60)


def _is_doubtful(word: str, times: int, surnames: frozenset[str]) -> bool:
    return len(word) == 2 and times >= 150 and word[0] in surnames


def _namelike(dictionary: Dictionary) -> Callable[[str], bool]:
    """Whether a word of three letters reads as a name: a surname, letters of given names, no words inside."""
    given, seen, surnames = Given(dictionary), dictionary.words(), frozenset(dictionary.surnames)
    first, last = given.levels(given.first), given.levels(given.last)

    def reads(word: str) -> bool:
        fits = len(word) == 3 and word[0] in surnames and word[2] not in ENDINGS
        if not fits or dictionary.tags[word] not in ("n", "nz", "nt", "i", "l", "x", "j"):
            return False
        plain = seen.get(word[:2], 0) < 20 and seen.get(word[1:], 0) < 2000
        return plain and first(word[1]) >= -2 and last(word[2]) >= -3

    return reads


def known_places(dictionary: Dictionary) -> str:
    """places_known.txt: places of two to seven letters, and counties, cities, districts without their level word."""
    places = [word for word in dictionary.tagged("ns") if word[0] != "各" and word not in ("自治县", "自治州")]
    short = [word[:-1] for word in places if len(word) == 3 and word[-1] in "县市区"]
    head = (
        "# Places: what organisations and offices belong to, and what a name may not be.\n"
        f"# Source: the entries tagged ns of {SOURCE}, of two to seven letters,\n"
        "# and those of three letters that end in 县, 市, 区 also without it; without collective words (各县).\n"
    )
    return head + _list("known", sorted({*(word for word in places if 1 < len(word) < 8), *short}))


def letter_readings(dictionary: Dictionary) -> str:
    """letter_readings.txt: the letters of words and names by their usual reading."""
    letters = {*dictionary.letters, *"".join(dictionary.surnames)}
    found: dict[str, list[str]] = {}
    for letter in sorted(letters):
        found.setdefault(lazy_pinyin(letter, style=Style.TONE)[0], []).append(letter)
    head = (
        "# How letters are read by themselves, so that few names ask a whole dictionary: a reading and its letters.\n"
        f"# Source: pypinyin {PYPINYIN} (MIT licence, github.com/mozillazg/python-pinyin), for the letters of\n"
        f"# {SOURCE} and of surnames.toml.\n"
    )
    lines = (f"{reading} {''.join(found[reading])}\n" for reading in sorted(found))
    return f"{head}\n[readings]\n{''.join(lines)}"


def _grouped(letters: Iterable[str], level: Callable[[str], int]) -> list[tuple[int, list[str]]]:
    found: dict[int, list[str]] = {}
    for letter in letters:
        found.setdefault(level(letter), []).append(letter)
    return sorted(found.items())


def _run(level: int, letters: list[str], width: int) -> str:
    run = "".join(letters)
    lines = [run[at : at + width] + "\n" for at in range(0, len(run), width)]
    return f"\"{level}\" = '''\n{''.join(lines)}'''\n"


def _list(key: str, words: list[str]) -> str:
    lines: list[str] = []
    line = ""
    for word in words:
        if len(line) + len(word) + 1 > 110:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return f"\n[{key}]\n" + "\n".join([*lines, line]) + "\n"


WRITERS: Final = {
    "given.toml": given_names,
    "surname_fit.toml": surname_fit,
    "words.txt": ordinary_words,
    "places_known.txt": known_places,
    "letter_readings.txt": letter_readings,
}


def main(folder: Path = FOLDER) -> None:
    """Write every list into a folder."""
    dictionary = read()
    for name, written in WRITERS.items():
        (folder / name).write_text(written(dictionary), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
