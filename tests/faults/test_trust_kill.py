"""Power may fail while a device comes to trust somebody: afterwards it trusts as before or as told, never half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LINES = 10


@pytest.fixture(scope="module")
def report(unsigned_releases: Path, house: Path, quick_folder: Path) -> dict[str, Any]:
    scratch = quick_folder / "trust"
    scratch.mkdir()
    words = [str(unsigned_releases), str(scratch), str(LINES)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.trust_kills", *words],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("deed", ["adopt", "learn"])
def test_a_kill_leaves_the_old_trust_or_the_new(report: dict[str, Any], deed: str) -> None:
    outcomes = report[deed]["outcomes"]
    assert len(outcomes) == LINES
    trusts = [outcome["trust"] for outcome in outcomes]
    # The old one up to some line, the new one from there on.
    assert trusts == sorted(trusts, reverse=True)
    assert set(trusts) == {"old", "new"}
    assert all(outcome["killed"] and outcome["shown"] and outcome["again"] for outcome in outcomes), outcomes
