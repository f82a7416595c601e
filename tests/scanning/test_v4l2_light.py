"""A light is asked for through the camera's file; what is no camera is left as it is."""

from __future__ import annotations

import fcntl
import struct
from pathlib import Path

import pytest

from kiosk.scanning.v4l2_light import switch_light


def test_the_order_is_the_one_that_linux_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    orders: list[tuple[int, bytes]] = []
    monkeypatch.setattr(fcntl, "ioctl", lambda _handle, order, content: orders.append((order, content)))
    (tmp_path / "video0").touch()
    assert switch_light(tmp_path / "video0", True) and switch_light(tmp_path / "video0", False)
    # VIDIOC_S_CTRL, V4L2_CID_FLASH_LED_MODE, V4L2_FLASH_LED_MODE_TORCH and _NONE of linux/videodev2.h
    assert orders == [(0xC008561C, struct.pack("Ii", 0x009C0901, mode)) for mode in (2, 0)]


def test_a_file_that_is_no_camera_takes_no_order(tmp_path: Path) -> None:
    (tmp_path / "video0").write_bytes(b"x")
    assert not switch_light(tmp_path / "video0", True)
    assert (tmp_path / "video0").read_bytes() == b"x"
    assert not switch_light(tmp_path / "gone", True)
