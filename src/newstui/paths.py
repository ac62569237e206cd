"""Where things lie: the XDG folders, the archive, the bundled seeds and themes. The only file that knows."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
APP = "newstui"


def seeds() -> Path:
    """The bundled sample articles: inside the package in a wheel, at the top of a checkout."""
    return _bundled("seeds")


def themes() -> Path:
    """The bundled themes."""
    return _bundled("themes")


def _bundled(name: str) -> Path:
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / name


def default_archive() -> Path:
    """``$NEWSTUI_ARCHIVE``, else ``archive.db`` in the user's data folder."""
    named = os.environ.get("NEWSTUI_ARCHIVE")
    if named:
        return expanded(named)
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "archive.db"


def expanded(typed: str) -> Path:
    """A path as typed, with ``~`` and ``~name`` resolved where there is such a home."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def state_folder() -> Path:
    """Where the user's own marks, notes, saved searches and logs lie."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def state() -> Path:
    """The user's state file."""
    return state_folder() / "state.db"


def log() -> Path:
    """Where an internal error is written."""
    return state_folder() / "newstui.log"


def cache_folder() -> Path:
    """What may be deleted at any time: the archive built from the samples."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def config_files() -> tuple[Path, ...]:
    """The configuration files, the site's first, the user's own last: the later wins."""
    from platformdirs import site_config_path, user_config_path

    folders = (site_config_path(APP, appauthor=False), user_config_path(APP, appauthor=False))
    return tuple(folder / "config.toml" for folder in folders)


def user_themes() -> Path:
    """The user's own themes."""
    return config_files()[-1].parent / "themes"


def user_corrections() -> Path:
    """The user's own corrections, laid over those of whichever archive is read."""
    return config_files()[-1].parent / "corrections.toml"


def owner_corrections(archive: Path) -> Path:
    """The corrections of an archive's owner, which lie beside it."""
    return archive.parent / "corrections.toml"
