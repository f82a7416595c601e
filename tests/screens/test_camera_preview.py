"""The camera's picture is shown while somebody can see it, and nothing of it is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickItem

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


def test_a_mirror_shows_left_on_the_left(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    """A camera that looks at the visitor: what it sees on its right is drawn on the left."""
    plane = np.zeros((720, 1280), np.uint8)
    plane[:, 640:] = 200
    shell, fakes = open_guide(picture=plane)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    assert fakes.scanner is not None
    bright = []
    for faces_user in (False, True):
        fakes.scanner.begin(faces_user=faces_user)
        settle()
        (preview,) = find_previews(shell.window.contentItem())
        image = QImage(preview.size().toSize(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        preview.paint(painter)
        painter.end()
        places = (image.width() // 4, 3 * image.width() // 4)
        bright.append(tuple(image.pixelColor(x, image.height() // 2).red() for x in places))
    assert bright == [(0, 200), (200, 0)]


def find_previews(item: QQuickItem) -> list[CameraPreview]:
    """Return the previews below ``item``."""
    found = [child for child in item.childItems() if isinstance(child, CameraPreview)]
    return found + [one for child in item.childItems() for one in find_previews(child)]
