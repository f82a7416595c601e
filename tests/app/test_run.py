"""What ``kiosk run`` takes from the settings, and what it refuses before anybody stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app.commands.run import _choose_camera, _read_settings
from kiosk.app.settings import Settings
from kiosk.model.errors import KioskError


def test_none_is_no_camera() -> None:
    assert _choose_camera("none") is None


@pytest.mark.parametrize("spec", ["auto", "0", "front", "name:Logitech", "opencv:1"])
def test_a_camera_is_touched_only_when_a_page_shows_it(spec: str) -> None:
    assert _choose_camera(spec) is not None


@pytest.mark.parametrize("spec", ["nonsense", "64", "0.5"])
def test_a_camera_that_cannot_be_is_refused_at_once(spec: str) -> None:
    with pytest.raises(KioskError) as caught:
        _choose_camera(spec)
    assert caught.value.code == "scanning.no-such-source"


@pytest.mark.parametrize(
    ("text", "settings", "codes"),
    [
        ("", Settings(), []),
        ('theme = "outdoors"', Settings(theme="outdoors"), []),
        ('theme = "pink"', Settings(), ["app.settings-wrong"]),
        (
            'theme = "outdoors"\ncamera = "gone.mp4"',
            Settings(theme="outdoors", camera="none"),
            ["scanning.no-such-source"],
        ),
        (
            'theme = "outdoors"\nposition = "/etc"',
            Settings(theme="outdoors", position="none"),
            ["place.no-receiver"],
        ),
        ('position = "/dev/ttyNOTHING9"', Settings(position="/dev/ttyNOTHING9"), []),
    ],
)
def test_a_slip_is_told_and_the_rest_holds(
    text: str, settings: Settings, codes: list[str], tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    found, problems = _read_settings(tmp_path)
    assert (found, [problem.code for problem in problems]) == (settings, codes)
