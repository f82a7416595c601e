"""Switches a camera's light through its device file: Qt's camera on Linux says that it can, and does not.

The control and its values are those of Linux's ``videodev2.h`` and ``v4l2-controls.h``.
"""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from pathlib import Path

# _IOWR('V', 28, struct v4l2_control), which is a number of 32 bits and a value of 32 bits.
_SET_CONTROL = 0xC008561C
_FLASH_LED_MODE = 0x009C0901
_NONE, _TORCH = 0, 2


def switch_light(device: Path, is_on: bool) -> bool:
    """Return whether the device took the order; False where it has no light or is no such device."""
    try:
        from fcntl import ioctl
    except ImportError:  # not on Linux
        return False
    with suppress(OSError):
        # A second handle: whoever takes the pictures keeps the first.
        handle = os.open(device, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            ioctl(handle, _SET_CONTROL, struct.pack("Ii", _FLASH_LED_MODE, _TORCH if is_on else _NONE))
        finally:
            os.close(handle)
        return True
    return False
