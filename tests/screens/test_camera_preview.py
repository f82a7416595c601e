"""The camera's picture is shown while somebody can see it, and nothing of it is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QImage

from kiosk.screens.camera_preview import CameraPreview
from tests.screens.conftest import OpenShell


def list_kept_images() -> list[QImage]:
    """What every preview ever made still holds: Python's objects may live longer than the items on the page."""
    previews = [vars(thing) for thing in gc.get_objects() if type(thing) is CameraPreview]
    return [one["_image"] for one in previews if not one["_image"].isNull()]


def test_no_picture_outlives_its_page(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, _fakes = open_guide(picture=np.full((720, 1280), 90, np.uint8))
    flow = shell.models.flow
    flow.begin()
    flow.choose_language("en")
    for _ in range(3):
        settle()
        assert len(list_kept_images()) == 1
        flow.show("browse")
        settle()
        assert list_kept_images() == []
        flow.back()
