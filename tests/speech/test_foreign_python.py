"""A worker in another environment: what it needs of this package is plain, and that environment's packages come first."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.speech.worker_process import foreign_python_module
from tests.house.repository import HOUSE


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """Return the Python of an environment without packages; it is made without pip, in a moment."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "env")], check=True)
    return tmp_path / "env" / "bin" / "python"


@pytest.mark.parametrize("module", ["kiosk.speech.piper_worker", "kiosk.speech.kokoro_worker"])
def test_a_worker_starts_where_nothing_is_installed(environment: Path, tmp_path: Path, module: str) -> None:
    with subprocess.Popen(
        foreign_python_module(environment, module, str(tmp_path)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as worker:
        assert worker.stdin is not None and worker.stdout is not None
        worker.stdin.write(b'{"id": 7, "do": "voices"}\n')
        worker.stdin.flush()
        assert json.loads(worker.stdout.readline()) == {"id": 7, "ok": True, "voices": []}
        worker.stdin.close()
        assert worker.wait(10) == 0


def test_its_own_packages_are_found_before_ours(environment: Path) -> None:
    (site,) = environment.parents[1].glob("lib/python*/site-packages")
    (site / "kiosk.py").write_text("print('its own')")
    done = subprocess.run(
        foreign_python_module(environment, "kiosk"), capture_output=True, text=True, cwd=HOUSE, check=True
    )
    assert done.stdout == "its own\n"
