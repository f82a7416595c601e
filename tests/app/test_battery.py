"""The battery, as Linux tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app.battery import Battery, find_battery


def supply(folder: Path, name: str, **said: str) -> None:
    (folder / name).mkdir()
    for file, words in said.items():
        (folder / name / file).write_text(f"{words}\n")


@pytest.mark.parametrize(
    ("status", "is_charging"),
    [("Charging", True), ("Full", True), ("Not charging", True), ("Discharging", False), ("Unknown", None)],
)
def test_a_tablet_s_battery(tmp_path: Path, status: str, is_charging: bool | None) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="81", status=status)
    assert find_battery(tmp_path) == Battery(81, is_charging)


def test_a_mouse_s_battery_is_not_the_device_s(tmp_path: Path) -> None:
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", capacity="15", status="Discharging")
    assert find_battery(tmp_path) is None


@pytest.mark.parametrize("capacity", ["", "full", "-1", "²", "7\n8"])
def test_what_is_no_number_is_no_battery(tmp_path: Path, capacity: str) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity=capacity, status="Full")
    assert find_battery(tmp_path) is None


def test_a_machine_that_tells_nothing_has_none(tmp_path: Path) -> None:
    assert find_battery(tmp_path / "absent") is None
    supply(tmp_path, "BAT0", type="Battery", capacity="250", status="Full")
    assert find_battery(tmp_path) == Battery(100, True)
