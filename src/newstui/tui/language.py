"""The language of the screen: each text stands in the catalogue in Chinese and in English."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from newstui.model import trouble

LANGUAGES: Final = ("zh", "en")
_chosen: dict[str, str] = {"language": "zh"}


def use(language: str) -> None:
    """From now on this language: ``zh`` or ``en``."""
    _chosen["language"] = language if language in LANGUAGES else "zh"


def settle(given: str | None, configured: str) -> None:
    """The language that was asked for, else the configured one, ``auto`` being that of the locale."""
    chosen = given or configured
    use(by_locale() if chosen == "auto" else chosen)


def language() -> str:
    """The language in use."""
    return _chosen["language"]


def by_locale(environment: Mapping[str, str] = os.environ) -> str:
    """English where the locale says so by name; Chinese otherwise, as the news is Chinese."""
    named = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return "en" if named.lower().startswith("en") else "zh"


def told(error: Exception) -> str:
    """What went wrong, in the language in use where the error knows it."""
    return trouble.told(error, language())


def keys_said(key: str) -> tuple[tuple[str, str], ...]:
    """Keys with what they do, of a text such as ``↑↓=choose · Enter=takes``."""
    return tuple((keys, label) for keys, _, label in (one.partition("=") for one in say(key).split(" · ")))


def say(key: str, **values: object) -> str:
    """The text of the catalogue in the language in use, with its values filled in."""
    from newstui.tui.catalogue import TEXTS

    text = TEXTS[key][LANGUAGES.index(language())]
    return text.format(**values) if values else text
