"""A real PostgreSQL of the tests' own: in a temporary folder, reachable by a socket in it and by nobody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType

PROGRAMS = Path("/usr/lib/postgresql")
# The server refuses to run as root; any other account will do.
ACCOUNT = "nobody"


def find_programs() -> Path | None:
    """Return the folder of Debian's newest PostgreSQL, or None where the package is missing."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


class PostgresCluster:
    """A server that is there while the ``with`` lasts; ``careful`` ones wait for the disk as in earnest."""

    def __init__(self, programs: Path, *, careful: bool = False) -> None:
        self._programs = programs
        self._options = "" if careful else " -c fsync=off"
        self._count = 0

    def __enter__(self) -> PostgresCluster:
        # A socket's path may have 107 bytes: pytest's own folders are too deep.
        self.folder = Path(tempfile.mkdtemp(prefix="kiosk-pg-", dir="/tmp"))
        if os.geteuid() == 0:
            shutil.chown(self.folder, ACCOUNT)
        self._run("initdb", "-A", "trust", "-U", "kiosk", "-E", "UTF8", "--locale=C.UTF-8", "-D", self._data)
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=60{self._options}"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", f"{self.folder}/log", "-o", options, "start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def make_database(self, template: str = "template1") -> str:
        """Return the address of a new database: empty, or like ``template``, which nobody uses."""
        self._count += 1
        name = f"hub{self._count}"
        self._run("createdb", "-h", str(self.folder), "-U", "kiosk", "-T", template, name)
        return self.address(name)

    def address(self, name: str) -> str:
        """Return the address of the database ``name``."""
        return f"postgresql://kiosk@/{name}?host={self.folder}"

    def restart(self) -> None:
        """End the server as a power cut would, and start it again."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "restart")

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["setpriv", f"--reuid={ACCOUNT}", "--regid=nogroup", "--clear-groups", *command]
        # To a file, not a pipe: the server would hold the pipe open for as long as it runs.
        with (self.folder / "said").open("w+") as said:
            done = subprocess.run(
                command, cwd=self.folder, stdout=said, stderr=said, timeout=120, check=False
            )
            said.seek(0)
            assert done.returncode == 0, said.read()
