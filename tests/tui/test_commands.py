"""The table of commands is whole: every row can be done, is named in both languages, and is the only one at its key."""

from __future__ import annotations

import ast
from importlib import import_module
from itertools import combinations
from pathlib import Path

import pytest

from newstui.tui import catalogue
from newstui.tui.commands import ALL, COMMANDS, GROUPS, Command, keymap

SOURCE = Path(catalogue.__file__).parent


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_whole(command: Command) -> None:
    module, _, function = command.run.partition(":")
    assert callable(getattr(import_module(f"newstui.tui.acts.{module}"), function))
    assert all(command.labels) and all(command.helps) and command.group in GROUPS and set(command.where) <= set(ALL)


def test_ids_are_unique_and_no_key_means_two_things_in_one_place() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for one, other in combinations(COMMANDS, 2):
        assert not (set(one.keys) & set(other.keys) and set(one.where) & set(other.where)), (one.id, other.id)


def test_no_command_but_those_of_the_terminal_needs_control_or_function_keys() -> None:
    for command in COMMANDS:
        assert command.id in ("suspend", "interrupt") or not any("ctrl" in key or "alt" in key for key in command.keys)


def test_own_keys_replace_those_of_the_table() -> None:
    keys, unknown = keymap({"filter_person": "F", "except": ",", "nothing": "x"})
    assert unknown == ("nothing",)
    person, left_out = keys.at("F", "list"), keys.at(",", "list")
    assert person is not None and person.id == "filter_person" and keys.at("p", "list") is None
    assert left_out is not None and left_out.id == "except"


def test_every_text_that_is_said_is_in_the_catalogue() -> None:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    assert first.value in catalogue.TEXTS, f"{path.name}: {first.value!r}"


def test_texts_take_the_same_values_in_both_languages() -> None:
    from string import Formatter

    for key, texts in catalogue.TEXTS.items():
        chinese, english = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in texts)
        assert chinese == english, key
