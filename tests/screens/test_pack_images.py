"""Small pictures out of a catalogue: whatever the bytes are, an image comes or an empty one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.screens.media_index import MediaIndex
from kiosk.screens.pack_images import MAX_SIDE_PX, PackImages, decode
from tests.fakes.fake_library import FakeLibrary

SHA = "a" * 64


class CatalogueLibrary(FakeLibrary):
    """A library that holds one picture inside its catalogue."""

    def media_bytes(self, sha256: str) -> bytes | None:
        return b"picture" if sha256 == SHA else None


def make_png(width_px: int, height_px: int) -> bytes:
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the method text
    return bytes(data.data())


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


@pytest.mark.allow_qt_message("qt.gui.imageio")
@given(st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"]), st.binary(max_size=300))
def test_any_bytes_are_survived(head: bytes, data: bytes) -> None:
    assert decode(head + data, QSize(10, 10)).isNull()


@pytest.mark.parametrize("data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"MM\0*", b"BM"])
def test_pictures_that_no_pack_holds_are_refused(data: bytes) -> None:
    assert decode(data + bytes(200), QSize()).isNull()


def test_a_truncated_picture_is_survived(qapp: QGuiApplication) -> None:
    decode(make_png(64, 64)[:60], QSize())


def test_only_hashes_are_looked_up(qapp: QGuiApplication) -> None:
    asked: list[str] = []

    def find_nothing(sha256: str) -> None:
        asked.append(sha256)

    images = PackImages(find_nothing)
    for name in ("../../etc/passwd", "A" * 64, SHA, ""):
        assert images.requestImage(name, QSize(), QSize()).isNull()
    assert asked == [SHA]


def test_a_file_is_shown_from_where_it_is_and_bytes_through_the_provider() -> None:
    library = CatalogueLibrary()
    index = MediaIndex(library)
    thumbnail = library.stop_cards("qutb", "en")[0].thumbnail
    assert index.make_url(thumbnail).startswith("file:///")
    assert index.make_url(SHA) == f"image://pack/{SHA}"
    assert index.make_url("b" * 64) == ""
    assert index.make_url("") == ""
