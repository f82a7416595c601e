"""A good stick, spoilt at random: one whole release is shown, and a good stick completes.

A sample of the 200 of ``./run bench faults``.
"""

from __future__ import annotations

from pathlib import Path

from tests.faults.pack_mutations import install_spoilt
from tests.faults.pack_world import World

SAMPLE = 16


def test_no_spoilt_stick_does_harm(pack_world: World, quick_folder: Path) -> None:
    results = {install_spoilt(pack_world, quick_folder, seed)[1] for seed in range(1000, 1000 + SAMPLE)}
    assert "installed" in results, "some of it does not matter"
    assert len(results) >= 3, "and it is told apart what does"
