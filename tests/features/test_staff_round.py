"""A volunteer's round at the device, as the rehearsal makes it: real sticks' trees, real processes, real pages."""

from __future__ import annotations

import io
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.output import Output
from kiosk.app.prepare import sign_demonstration
from kiosk.app.rehearsal.report import Report
from kiosk.app.rehearsal.staff_round import OPERATOR, StaffRound
from kiosk.app.rehearsal.stage import Stage
from kiosk.packs.build import build_pack
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from kiosk.packs.trust.state import Origin
from tests.packs.small_source import write_small_source


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A device with a demonstration whose site has the name of the museum's."""
    built = build_pack(read_source(write_small_source(tmp_path / "mill")), tmp_path / "mill.hpack")
    (demonstration,) = sign_demonstration([built.path], tmp_path / "packs")
    data = tmp_path / "data"
    data.mkdir()
    with closing(PackStore(data)) as store:
        store.trust.adopt(demonstration, origin=Origin.DEMONSTRATION)
        assert store.install(demonstration).result == "installed"
    return data


@pytest.mark.usefixtures("qapp")
@pytest.mark.allow_log("kiosk.app")
def test_a_museum_takes_its_device_over_from_the_demonstration(data: Path, tmp_path: Path) -> None:
    said = io.StringIO()
    report = Report(Output(as_json=True, stream=said))
    (tmp_path / "out").mkdir()
    with hold_data_folder(data) as folder:
        stage = Stage(folder, tmp_path / "out", (800, 1280))
        try:
            StaffRound(stage, report).make()
        finally:
            stage.close()
    steps: dict[str, dict[str, Any]] = {
        (step := json.loads(line))["step"]: step for line in said.getvalue().splitlines()
    }
    assert report.failed == [], said.getvalue()
    assert list(steps) == ["published", "stick", "pin", "trust", "install", "new-content", "bad-stick"]
    assert steps["new-content"]["sites"] == ["The old mill"]
    assert steps["bad-stick"]["code"] == "packs.hash-mismatch"
    with closing(PackStore(data)) as store:
        operator = store.trust.operator()
        assert operator is not None and operator.name == OPERATOR
        assert store.install(next((tmp_path / "packs").glob("*.hpack"))).code == "packs.foreign"
