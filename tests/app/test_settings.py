"""What a site sets on a device, and what it is told when a setting is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.app.settings import MAX_FILE_BYTES, Settings, read_settings
from kiosk.model.errors import KioskError


def test_a_device_without_settings_works_with_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


def test_what_is_set_is_used_and_the_rest_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('hub = "https://hub.example"\nfold_after_visits = 2\n')
    assert read_settings(tmp_path) == Settings(hub="https://hub.example", fold_after_visits=2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('hubb = "https://hub.example"', "app.settings-wrong"),
        ("hub = 3", "app.settings-wrong"),
        ('hub = "ftp://hub.example"', "app.settings-wrong"),
        ("fold_after_visits = true", "app.settings-wrong"),
        ("fold_after_visits = 0", "app.settings-wrong"),
        ("continue_after_s = 61", "app.settings-wrong"),
        ("continue_after_s = -1", "app.settings-wrong"),
        ("volume_start_percent = 0", "app.settings-wrong"),
        ('speech_engine = "loud"', "app.settings-wrong"),
        ("speech_cache_mb = -1", "app.settings-wrong"),
        ('study = "Ways of 2026"', "app.settings-wrong"),
        ('study = ""', "app.settings-wrong"),
        ('charger = "asks"', "app.settings-wrong"),
        ('wishes = "last"', "app.settings-wrong"),
        ('piper_command = "/opt/piper/bin/piper"', "app.settings-wrong"),
        ('hub = "http://[::1"', "app.settings-wrong"),
        ("camera_turn_deg = 45", "app.settings-wrong"),
        ("camera_turn_deg = true", "app.settings-wrong"),
        ('camera_mirror = "maybe"', "app.settings-wrong"),
        ('theme = "pink"', "app.settings-wrong"),
        ('scan_tick = "loud"', "app.settings-wrong"),
        ('printer = "ipp://elsewhere/printers/x"', "app.settings-wrong"),
        ('printer = "two words"', "app.settings-wrong"),
        ("a = " + "[" * 5_000, "app.settings-unreadable"),
        ("hub = ", "app.settings-unreadable"),
        ("#" * (MAX_FILE_BYTES + 1), "app.settings-unreadable"),
    ],
)
def test_a_wrong_setting_is_refused_in_words(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(KioskError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == code
    assert caught.value.remedy


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    with pytest.raises(KioskError, match="no plain file"):
        read_settings(tmp_path)
