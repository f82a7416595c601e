"""The signs of a made-up ``/sys/class``, as kernels lay it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.visits.power import PowerSigns, SystemPower


def lay_out(system: Path, files: dict[str, str]) -> SystemPower:
    for name, content in files.items():
        path = system / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content + "\n", "ascii")
    return SystemPower(system)


SCREEN = {"drm/card0-eDP-1/status": "connected", "drm/card0-eDP-1/dpms": "On"}
BATTERY = {"power_supply/BAT0/type": "Battery", "power_supply/AC/type": "Mains"}


@pytest.mark.parametrize(
    ("files", "is_lit"),
    [
        ({}, True),
        (SCREEN, True),
        ({**SCREEN, "drm/card0-eDP-1/dpms": "Off"}, False),
        ({**SCREEN, "drm/card0-HDMI-1/status": "disconnected", "drm/card0-HDMI-1/dpms": "Off"}, True),
        ({**SCREEN, "backlight/intel/bl_power": "0"}, True),
        ({**SCREEN, "backlight/intel/bl_power": "4"}, False),
        ({"drm/card0-eDP-1/dpms": "Off"}, True),
    ],
)
def test_the_screen_is_lit_unless_the_system_says_otherwise(
    tmp_path: Path, files: dict[str, str], is_lit: bool
) -> None:
    assert lay_out(tmp_path, files).read().is_lit == is_lit


@pytest.mark.parametrize(
    ("files", "is_charging"),
    [
        ({}, False),
        ({**BATTERY, "power_supply/AC/online": "1"}, True),
        ({**BATTERY, "power_supply/AC/online": "0"}, False),
        ({"power_supply/AC/type": "Mains", "power_supply/AC/online": "1"}, False),
        ({**BATTERY, "power_supply/usb/type": "USB", "power_supply/usb/online": "1"}, True),
    ],
)
def test_a_charger_is_one_for_a_battery(tmp_path: Path, files: dict[str, str], is_charging: bool) -> None:
    assert lay_out(tmp_path, files).read().is_charging == is_charging


def test_a_system_that_tells_nothing_or_nonsense_is_as_usual(tmp_path: Path) -> None:
    assert SystemPower(tmp_path / "none").read() == PowerSigns(is_lit=True, is_charging=False)
    (tmp_path / "power_supply" / "AC" / "type").mkdir(parents=True)
    assert SystemPower(tmp_path).read() == PowerSigns(is_lit=True, is_charging=False)


def test_this_machine_can_be_read() -> None:
    assert isinstance(SystemPower().read().is_lit, bool)
