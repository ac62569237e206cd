"""The rooms of the house import one way only, and cheap things stay cheap."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "newstui"

MAY_IMPORT = {
    "model": {"model"},
    "parsing": {"model", "parsing"},
    "intake": {"model", "intake"},
    "query": {"model", "query"},
    "export": {"model", "query", "export"},
    "archive": {"model", "parsing", "intake", "query", "archive", "export"},
    "analysis": {"model", "query", "export", "archive", "analysis"},
    "settings": {"paths", "settings", "model"},
    "paths": {"paths"},
    "cli": {"model", "parsing", "intake", "query", "archive", "analysis", "export", "settings", "paths", "cli", "tui"},
    "tui": {"model", "query", "archive", "analysis", "export", "settings", "paths", "tui"},
    "__main__": {"cli", "tui", "paths", "settings", "__main__"},
}
ONLY_IN = {
    "textual": ("tui/",),
    "rich": ("tui/", "cli/"),
    "jieba": (),
    "sqlite3": ("archive/",),
    "pypinyin": ("archive/pinyin.py",),
    "lark": ("query/grammar.py",),
    "feedparser": ("intake/feeds.py",),
    "click": ("cli/",),
    "platformdirs": ("paths.py",),
    "tomli_w": ("export/", "archive/state.py"),
}
FILES = sorted(SOURCE.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(str(node.module))
            if node.module == "newstui":
                found |= {f"newstui.{alias.name}" for alias in node.names}
    return found


def room_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_rooms_import_one_way(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    rooms = {name.split(".")[1] for name in imports_of(path) if name.startswith("newstui.")} - {"__version__"}
    assert rooms <= MAY_IMPORT[room], f"{room} may not import {sorted(rooms - MAY_IMPORT[room])}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_toolkits_stay_in_their_room(path: Path) -> None:
    here = path.relative_to(SOURCE).as_posix()
    for name in {name.split(".")[0] for name in imports_of(path)} & set(ONLY_IN):
        assert here.startswith(ONLY_IN[name]), f"{here} imports {name}"


def test_panes_import_neither_archive_nor_each_other() -> None:
    for path in (SOURCE / "tui" / "panes").glob("*.py"):
        for name in imports_of(path):
            assert not name.startswith(("newstui.archive", "newstui.tui.panes")), f"{path.name} imports {name}"


def loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stdout.split()} | set(run.stdout.split())


def test_importing_the_package_costs_nothing() -> None:
    loaded = loaded_after("import newstui")
    assert not loaded & {"textual", "rich", "jieba", "sqlite3", "click", "newstui.model"}
