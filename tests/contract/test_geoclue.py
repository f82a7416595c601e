"""The system's own service for positions, as Qt's plug-in for GeoClue asks it, over a bus and a GeoClue of our own.

In a process of its own: a program connects to the system's bus once.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
SERVICE = HOUSE / "tests" / "fakes" / "geoclue_process.py"
SYSTEM_PYTHON = "/usr/bin/python3"
LISTEN = """
import json
from PySide6.QtCore import QTimer
from kiosk.app.qt_application import make_application
from kiosk.place.events import Fix, Troubled
from kiosk.place.qt_position import QtPosition

application = make_application(off_screen=True)
told = []
def tell(event):
    told.append([event.lat, event.accuracy_m] if isinstance(event, Fix) else event.error.code)
    if len(told) % 3 == 0 or isinstance(event, Troubled):
        QTimer.singleShot(0, application.quit)
receiver = QtPosition()
for _visit in range(2):
    receiver.start(tell)
    QTimer.singleShot(8000, application.quit)
    application.exec()
    receiver.stop()
print(json.dumps(told))
"""


def has_parts() -> bool:
    """Tell whether there is a bus daemon, and a Python of the system's that speaks to it."""
    if not shutil.which("dbus-daemon") or not Path(SYSTEM_PYTHON).exists():
        return False
    asked = [SYSTEM_PYTHON, "-c", "import dbus.service, gi.repository.GLib"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@contextmanager
def run_service(*words: str) -> Iterator[str]:
    """Yield the address of a bus on which the service answers."""
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        service = subprocess.Popen(
            [SYSTEM_PYTHON, str(SERVICE), address, *words], stdout=subprocess.PIPE, text=True
        )
        try:
            assert service.stdout is not None and service.stdout.readline().startswith("ready")
            yield address
        finally:
            service.kill()
            service.communicate()
    finally:
        bus.kill()
        bus.communicate()


def listen(address: str, data: Path) -> list[list[float] | str]:
    """Ask for positions in two visits, and return what was told."""
    done = subprocess.run(
        [sys.executable, "-c", LISTEN],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=HOUSE,
        env={
            **os.environ,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
            "PYTHONPATH": str(HOUSE),
            "XDG_DATA_HOME": str(data),
        },
    )
    told: list[list[float] | str] = json.loads(done.stdout)
    return told


pytestmark = pytest.mark.skipif(not has_parts(), reason="wants dbus-daemon, python3-dbus and python3-gi")


def test_positions_come_in_each_visit_and_none_is_left(tmp_path: Path) -> None:
    with run_service() as address:
        told = listen(address, tmp_path)
    assert len(told) >= 6
    assert all(isinstance(one, list) and abs(one[0] - 28.5245) < 0.01 and one[1] == 6.0 for one in told)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_service_that_does_not_let_us_know_is_told_to_staff(tmp_path: Path) -> None:
    with run_service("deny") as address:
        assert listen(address, tmp_path) == ["place.no-service"] * 2
