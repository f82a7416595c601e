"""The device's own keys in its data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.seals.device_keys import PLACE, find_device_keys, load_device_keys, renew_device_keys


def test_they_are_made_once_and_for_this_user_only(tmp_path: Path) -> None:
    assert find_device_keys(tmp_path) is None
    keys = load_device_keys(tmp_path)
    assert load_device_keys(tmp_path).public == keys.public
    assert (tmp_path / PLACE).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / PLACE).parent.stat().st_mode & 0o777 == 0o700


def test_new_ones_take_their_place(tmp_path: Path) -> None:
    old = load_device_keys(tmp_path)
    new = renew_device_keys(tmp_path)
    assert new.public != old.public
    assert load_device_keys(tmp_path).public == new.public


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"heritage-kiosk-device-keys/1\nabcd\n", b"x" * 2_000])
def test_damage_is_told_and_not_written_over(content: bytes, tmp_path: Path) -> None:
    load_device_keys(tmp_path)
    (tmp_path / PLACE).write_bytes(content)
    with pytest.raises(KioskError, match=r"seals\.keys-damaged"):
        load_device_keys(tmp_path)
    assert (tmp_path / PLACE).read_bytes() == content


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / PLACE).parent.mkdir()
    (tmp_path / PLACE).symlink_to("/dev/zero")
    with pytest.raises(KioskError, match=r"seals\.keys-damaged"):
        load_device_keys(tmp_path)
