"""The archive of the bundled samples: built once into the cache folder, or for this run alone."""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path

from newstui import __version__, paths
from newstui.archive.schema import INDEX_VERSION, VERSION
from newstui.cli.output import note
from newstui.parsing.version import PARSER_VERSION


def sample_archive() -> Path:
    """The samples' archive, built where it is missing or was built from other samples."""
    from newstui.archive.errors import ArchiveError

    path = paths.cache_folder() / f"samples-{fingerprint()}.db"
    if path.exists():
        return path
    if sys.stderr.isatty():
        note("newstui: 正在准备样例 · preparing the samples …")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return build(path)
    except (OSError, ArchiveError):
        folder = tempfile.mkdtemp(prefix="newstui-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return build(Path(folder) / "samples.db")


def fingerprint() -> str:
    """What the built archive depends on: the versions of all that makes it, and the samples' bytes."""
    versions = (__version__, str(VERSION), INDEX_VERSION, PARSER_VERSION)
    digest = blake2b(" ".join(versions).encode(), digest_size=6)
    for path in sorted(paths.seeds().iterdir()):
        digest.update(path.name.encode() + b"\x00" + path.read_bytes())
    return digest.hexdigest()


def build(path: Path) -> Path:
    """Load the samples into a fresh file beside the path and put it there whole."""
    from newstui.archive.loader import load
    from newstui.intake.walk import articles

    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".samples-") as folder:
        fresh = Path(folder) / path.name
        load(articles(sorted(path for path in paths.seeds().iterdir() if path.stem != "README")), fresh, workers=1)
        fresh.replace(path)
    return path
