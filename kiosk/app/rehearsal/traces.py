"""Reads every byte of a data folder for the marks of a visit, in a process of its own.

Whoever opens and closes a database's file beside SQLite takes all of its own process's locks on it away
(https://sqlite.org/howtocorrupt.html, 2.2): then another process changes it under the guide's hands.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.app.own_process import TRACE_SEARCH, own_command, own_environment

TIMEOUT_S = 60.0


def find_traces(folder: Path, marks: Sequence[bytes]) -> list[str]:
    """Return the names of the files in ``folder`` that hold one of ``marks``."""
    asked = json.dumps({"folder": str(folder), "marks": [mark.hex() for mark in marks]})
    done = subprocess.run(
        own_command(TRACE_SEARCH),
        env=own_environment(),
        input=asked,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=True,
    )
    return [str(name) for name in json.loads(done.stdout)]


def main() -> int:
    """Answer one question from standard input on standard output; see :func:`find_traces`."""
    asked = json.load(sys.stdin)
    marks = [bytes.fromhex(mark) for mark in asked["marks"]]
    files = [path for path in Path(asked["folder"]).rglob("*") if path.is_file()]
    json.dump([path.name for path in files if _holds(path, marks)], sys.stdout)
    return 0


def _holds(path: Path, marks: Sequence[bytes]) -> bool:
    try:
        told = path.read_bytes()
    except FileNotFoundError:  # a database's journal, gone since the folder was listed
        return False
    return any(mark in told for mark in marks)
