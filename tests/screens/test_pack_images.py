"""Small pictures out of a catalogue: whatever the bytes are, an image comes or an empty one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.screens.media_index import MediaIndex
from kiosk.screens.pack_images import MAX_SIDE_PX, PackImages, decode
from tests.fakes.fake_library import FakeLibrary

SHA = "a" * 64


def make_png(width_px: int, height_px: int) -> bytes:
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the method text
    return data.data()


@pytest.mark.parametrize(
    ("own", "requested", "decoded"),
    [
        ((400, 200), (0, 0), (400, 200)),
        ((400, 200), (100, 100), (200, 100)),
        ((40, 20), (100, 100), (40, 20)),
        ((4096, 16), (0, 0), (MAX_SIDE_PX, 8)),
    ],
)
def test_a_picture_is_decoded_no_larger_than_needed(
    qapp: QGuiApplication, own: tuple[int, int], requested: tuple[int, int], decoded: tuple[int, int]
) -> None:
    image = decode(make_png(*own), QSize(*requested))
    assert (image.width(), image.height()) == decoded


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data: bytes) -> None:
    assert decode(data, QSize(10, 10)).isNull()


def test_a_truncated_picture_is_survived(qapp: QGuiApplication) -> None:
    decode(make_png(64, 64)[:60], QSize())


def test_only_hashes_are_looked_up(qapp: QGuiApplication) -> None:
    asked: list[str] = []
    images = PackImages(lambda sha256: asked.append(sha256))  # type: ignore[arg-type,func-returns-value]  # finds nothing
    for name in ("../../etc/passwd", "A" * 64, SHA, ""):
        assert images.requestImage(name, QSize(), QSize()).isNull()
    assert asked == [SHA]


def test_a_file_is_shown_from_where_it_is_and_bytes_through_the_provider(tmp_path: Path) -> None:
    library = FakeLibrary()
    index = MediaIndex(library)
    thumbnail = library.stop_cards("qutb", "en")[0].thumbnail
    assert index.make_url(thumbnail).startswith("file:///")
    library.media_path = lambda sha256: None  # type: ignore[method-assign]  # this one is in the catalogue
    library.media_bytes = lambda sha256: b"picture" if sha256 == SHA else None  # type: ignore[method-assign]
    assert index.make_url(SHA) == f"image://pack/{SHA}"
    assert index.make_url("b" * 64) == ""
    assert index.make_url("") == ""
