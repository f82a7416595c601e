from __future__ import annotations

import io
import os
import struct
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.model.errors import KioskError
from kiosk.scanning import picture_file
from kiosk.scanning.picture_file import FileKind, list_pictures, load_picture, sniff_file


def encode(image: Image.Image, kind: str) -> bytes:
    written = io.BytesIO()
    image.save(written, kind)
    return written.getvalue()


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def claim_size(width_px: int, height_px: int) -> bytes:
    """Return a PNG of a few bytes that says it is so large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF"])
def test_the_usual_kinds_are_loaded(kind: str, tmp_path: Path) -> None:
    path = write(tmp_path / "misnamed.bin", encode(Image.new("RGB", (64, 48), (200, 40, 40)), kind))
    assert sniff_file(path) is FileKind.PICTURE
    frame = load_picture(path, at_ms=7)
    assert (frame.width_px, frame.height_px, frame.at_ms) == (64, 48, 7)
    red, green, blue = frame.rgb(64)[20, 20].tolist()
    assert red > 180 and green < 60 and blue < 60


def test_sixteen_bits_are_scaled_and_not_clipped(tmp_path: Path) -> None:
    levels = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
    path = write(tmp_path / "deep.png", encode(Image.fromarray(levels), "PNG"))
    luminance = load_picture(path, 0).luminance
    assert abs(int(luminance[32, 0]) - 128) <= 2 and luminance.min() == 0 and luminance.max() == 255


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    path = write(tmp_path / "clear.png", encode(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "PNG"))
    assert load_picture(path, 0).luminance.min() == 255


def test_a_large_photograph_is_scaled_down(tmp_path: Path) -> None:
    path = write(tmp_path / "large.jpg", encode(Image.new("L", (9000, 4000), 90), "JPEG"))
    frame = load_picture(path, 0)
    assert max(frame.width_px, frame.height_px) <= picture_file.STILL_LONG_SIDE_PX


@pytest.mark.parametrize("size", [(30_000, 30_000), (9000, 5000), (2**31 - 1, 2**31 - 1)])
def test_a_decompression_bomb_is_refused_before_it_is_decoded(size: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        load_picture(write(tmp_path / "bomb.png", claim_size(*size)), 0)
    assert caught.value.code in ("scanning.picture-too-big", "scanning.damaged-picture")


def test_a_file_too_large_to_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "long.png", claim_size(8, 8))
    os.truncate(path, picture_file.MAX_FILE_BYTES + 1)
    with pytest.raises(KioskError, match=r"picture-too-big"):
        load_picture(path, 0)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP"])
@pytest.mark.parametrize("kept", [0.02, 0.3, 0.9])
def test_a_truncated_picture_is_refused_in_words(kind: str, kept: float, tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    content = encode(Image.fromarray(noise), kind)
    path = write(tmp_path / "half", content[: int(len(content) * kept)])
    with pytest.raises(KioskError) as caught:
        load_picture(path, 0)
    assert caught.value.code == "scanning.damaged-picture"
    assert "half" in str(caught.value)


def test_flipped_bytes_never_raise_anything_but_words(tmp_path: Path) -> None:
    random = np.random.default_rng(5)
    for kind in ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP"):
        sound = bytearray(encode(Image.new("RGB", (60, 60), (9, 90, 200)), kind))
        for _ in range(40):
            content = bytearray(sound)
            for place in random.integers(0, len(content), 6):
                content[place] = int(random.integers(0, 256))
            with suppress(KioskError):
                load_picture(write(tmp_path / "flipped", bytes(content)), 0)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"#EXTM3U\nhttp://example.org/a.ts\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"%PDF-1.7",
    ],
    ids=["empty", "text", "playlist", "list of files", "pdf"],
)
def test_what_is_neither_picture_nor_video_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(KioskError, match=r"unknown-format"):
        sniff_file(write(tmp_path / "name.mp4", content))


def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    with pytest.raises(KioskError, match=r"unreadable-file"):
        load_picture(pipe, 0)


def test_a_folder_gives_its_pictures_by_name_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.PNG", "a.jpg", "notes.txt", "c.webp", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    assert [path.name for path in list_pictures(tmp_path)] == ["a.jpg", "b.PNG", "c.webp"]


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("none")
    with pytest.raises(KioskError, match=r"empty-folder"):
        list_pictures(tmp_path)


def test_a_folder_of_a_million_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_file, "MAX_FOLDER_ENTRIES", 3)
    for number in range(4):
        (tmp_path / f"{number}.png").touch()
    with pytest.raises(KioskError, match=r"folder-too-big"):
        list_pictures(tmp_path)
