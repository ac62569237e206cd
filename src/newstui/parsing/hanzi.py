"""Chinese characters, and classes of them: the common block, the first extension, and those beyond the basic plane."""

from __future__ import annotations

from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
"""The inside of a character class."""
LEVELS: Final = "省市县区州旗镇乡"
"""What the name of a place ends in, from a province to a township; the inside of a character class."""
NUMERALS: Final = "一二三四五六七八九十"
"""Up to ten, as ordinals and terms are counted; the inside of a character class."""
LETTER: Final = r"[^\W\x00-\xff]"
"""Any letter but those of Europe, where it is sure to be Chinese: a range of 27,000 costs a millisecond to compile.

Slower to match than the range, which stays where an expression runs over the whole text.
"""


def is_han(letter: str) -> bool:
    """Whether a letter, or the empty string, is a Chinese character."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf" or "\U00020000" <= letter <= "\U000323af"
