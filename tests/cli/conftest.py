"""The real program in a process of its own, with a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newstui import paths

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(home: Path) -> dict[str, str]:
    """A clean user: nothing of the caller's own folders or archive."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NEWSTUI", "_NEWSTUI"))}
    return {**kept, "HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def call(home: Path, *arguments: str, given: str | None = None, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run newstui with these arguments; ``given`` is its standard input, empty where there is none."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "newstui", *arguments],
        capture_output=True, text=True, encoding="utf-8", input=given if given is not None else "",
        env={**environment(home), **changes}, timeout=120, check=False,
    )  # fmt: skip


def objects(run: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON objects that were printed."""
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user whose archive holds the bundled samples."""
    folder = tmp_path_factory.mktemp("home")
    loaded = call(folder, "import", str(paths.seeds()))
    assert loaded.returncode == 0, loaded.stderr
    return folder


@pytest.fixture
def newstui(home: Path) -> Run:
    return lambda *arguments, **more: call(home, *arguments, **more)
