"""Random visitors touch, scan, type, leave and walk away: there is always a way on, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app.embedded_packs import find_embedded_packs
from tests.benchmarks.soak import soak

STEPS = 60


@pytest.mark.allow_qt_message("No audio device detected|pipewire")
def test_whatever_visitors_do_there_is_a_way_on(tmp_path: Path, qapp: QGuiApplication) -> None:
    del qapp  # made, so that there is an application
    if not find_embedded_packs():
        pytest.skip("the demonstration packs are not built: any ./run builds them")
    figures = soak(tmp_path, STEPS, warm_up=5, seed=1)
    assert figures.dead_ends == []
    assert sum(figures.steps.values()) == STEPS
