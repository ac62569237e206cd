"""The archive of the screen's tests, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.tui import reader
from newstui.tui.newsroom import Newsroom
from tests.tui import stage


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stage.build(tmp_path_factory.mktemp("screen") / "archive.db", stage.articles())


@pytest.fixture
def app(archive: Path, tmp_path: Path) -> Newsroom:
    return stage.screen(archive, tmp_path / "state.db")


@pytest.fixture(autouse=True)
def short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Panes follow at once, so that a test waits for answers and not for a resting cursor."""
    monkeypatch.setattr(reader, "REST", 0.001)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Logs and themes of the user who runs the tests stay out of them."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("NO_COLOR", raising=False)
