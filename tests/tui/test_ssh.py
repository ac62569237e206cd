"""The recipe of docs/ssh.md on a real sshd: only the reading room, whatever is asked for."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from tests.tui.test_terminal import ROOT

SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin")
PARTING = Path("/run/sshd")
"""Where sshd, started by root, needs an empty folder."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SSHD is None or shutil.which("ssh") is None, reason="needs an SSH server and client"),
]


@dataclass
class Host:
    """An sshd of our own on this machine's loopback."""

    client: tuple[str, ...]
    archive: Path

    def ssh(self, *words: str, options: tuple[str, ...] = (), keys: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Log in, with what is typed at once on the terminal."""
        return subprocess.run([*self.client, *options, "reader", *words], input=keys, capture_output=True, timeout=30)

    def programs(self) -> list[psutil.Process]:
        """The reading rooms that run on this archive."""
        found = []
        for process in psutil.process_iter():
            try:
                words = process.cmdline()
            except psutil.Error:
                continue
            if str(self.archive) in words and "newstui" in words and "ssh" not in words[0]:
                found.append(process)
        return found


@pytest.fixture(scope="module")
def host(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("sshd")
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    (folder / "authorized").write_bytes((folder / "user.pub").read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nPidFile none\nStrictModes no\nUsePAM no\n"
        f"AuthorizedKeysFile {folder}/authorized\nPermitRootLogin prohibit-password\n"
        f"Subsystem sftp internal-sftp\n{recipe(archive)}"
    )
    if os.getuid() == 0:
        PARTING.mkdir(mode=0o755, exist_ok=True)
    assert SSHD is not None
    server = subprocess.Popen([SSHD, "-D", "-e", "-f", folder / "sshd_config"], stderr=subprocess.DEVNULL)
    (folder / "ssh_config").write_text(
        f"Host reader\nHostName 127.0.0.1\nPort {port}\nUser {getpass.getuser()}\nIdentityFile {folder}/user\n"
        f"UserKnownHostsFile /dev/null\nStrictHostKeyChecking no\nLogLevel ERROR\nSendEnv *\n"
    )
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield Host(("ssh", "-F", str(folder / "ssh_config")), archive)
    server.terminate()
    server.wait()


def recipe(archive: Path) -> str:
    """The lines of the manual, for this machine."""
    text = (ROOT / "docs" / "ssh.md").read_text(encoding="utf-8")
    lines = re.search(r"```\n(.*?)```", text, re.DOTALL)
    assert lines is not None
    return (
        lines[1]
        .replace("/opt/newstui/bin/python", sys.executable)
        .replace("/srv/newstui/archive.db", str(archive))
        .replace("Group readers", f"User {getpass.getuser()}")
    )


def test_a_terminal_gets_the_reading_room(host: Host) -> None:
    for words in ((), ("; id",), ("/bin/sh", "-i")):
        said = host.ssh(*words, options=("-tt",), keys=b"q")
        assert said.returncode == 0
        assert "白石县".encode() in said.stdout
        assert b"uid=" not in said.stdout


def test_without_a_terminal_there_is_a_line(host: Host) -> None:
    for options, words in ((("-T",), ("id",)), (("-s",), ("sftp",))):
        said = host.ssh(*words, options=options)
        assert said.returncode == 2
        assert said.stdout == b""
        assert b"needs a terminal" in said.stderr or "-s" in options  # of a subsystem, stderr is not sent


def test_nothing_is_forwarded(host: Host) -> None:
    with socket.socket() as inside, socket.socket() as free:
        inside.bind(("127.0.0.1", 0))
        inside.listen()
        inside.settimeout(2)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        target = f"127.0.0.1:{inside.getsockname()[1]}"
        assert host.ssh(options=("-tt", "-L", f"{port}:{target}"), keys=b"q").returncode == 0
        assert host.ssh(options=("-W", target), keys=b"hello").returncode != 0
        refused = host.ssh(options=("-tt", "-o", "ExitOnForwardFailure=yes", "-R", f"0:{target}"), keys=b"q")
        assert refused.returncode == 255
        with pytest.raises(TimeoutError):
            inside.accept()


def test_what_the_client_sends_along_has_no_effect(host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    sent = {
        "TEXTUAL": "debug,devtools", "TEXTUAL_LOG": str(tmp_path / "log"), "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path), "TEXTUAL_PRESS": "q", "COLUMNS": "99999",
        "PYTHONPATH": str(tmp_path), "PYTHONSTARTUP": str(tmp_path / "sitecustomize.py"), "TMPDIR": str(tmp_path),
        "BROWSER": "id", "EDITOR": "id", "PAGER": "id", "NEWSTUI_ARCHIVE": "/etc/passwd",
    }  # fmt: skip
    for name, value in sent.items():
        monkeypatch.setenv(name, value)
    said = host.ssh(options=("-tt", "-o", f"SetEnv LC_ALL=C.UTF-8 TEXTUAL_LOG={tmp_path}/log"), keys=b"q")
    assert said.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["sitecustomize.py"]


def test_a_client_that_vanishes_leaves_nothing(host: Host) -> None:
    before = {process.pid for process in host.programs()}
    command = [*host.client, "-tt", "reader"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as client:
        assert client.stdout is not None
        said = b""
        while "白石县".encode() not in said:
            said += os.read(client.stdout.fileno(), 65536)
        (mine,) = [process for process in host.programs() if process.pid not in before]
        client.kill()
    mine.wait(timeout=4)
