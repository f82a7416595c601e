"""The power goes at any moment of a hub's ingest. A sample here; ``./run bench hub_faults`` tries them all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.hub_power_cuts import CUTS, try_cuts
from tests.faults.power_cuts import record

needs_compiler = pytest.mark.skipif(
    shutil.which("cc") is None, reason="what a program writes is recorded by a library in C: no compiler here"
)
PROGRAM = "tests.faults.hub_power_cuts"


@needs_compiler
def test_no_acknowledged_fact_is_lost(tmp_path: Path) -> None:
    notes = record(tmp_path, program=PROGRAM)
    assert sum(note.path == "acknowledged" for note in notes) == 27
    assert any(note.path == "hub.db" for note in notes)  # a checkpoint is among them
    assert try_cuts(notes, range(0, CUTS, 30), CUTS, tmp_path) == []


@needs_compiler
def test_a_hub_that_acknowledged_too_early_would_be_found_out(tmp_path: Path) -> None:
    notes = record(tmp_path, "in-haste", program=PROGRAM)
    assert any("was acknowledged" in words for words in try_cuts(notes, range(6, CUTS, 30), CUTS, tmp_path))
