"""The power is cut at any moment of visits that are logged, folded and handed over.

A sample here; ``./run bench faults`` tries all 598.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.power_cuts import CUTS, record, try_cuts

needs_compiler = pytest.mark.skipif(
    shutil.which("cc") is None, reason="what a program writes is recorded by a library in C: no compiler here"
)


@needs_compiler
def test_no_acknowledged_event_is_lost_and_none_counted_twice(quick_folder: Path) -> None:
    folder = quick_folder / "power-cuts"
    folder.mkdir()
    notes = record(folder)
    assert sum(note.path == "acknowledged" for note in notes) > 20
    assert try_cuts(notes, range(0, CUTS, 10), CUTS, folder) == []


@needs_compiler
def test_a_log_that_acknowledged_too_early_would_be_found_out(quick_folder: Path) -> None:
    folder = quick_folder / "power-cuts-in-haste"
    folder.mkdir()
    notes = record(folder, "in-haste")
    wrong = try_cuts(notes, range(0, CUTS, 40), CUTS, folder)
    assert any("lost" in words for words in wrong)
