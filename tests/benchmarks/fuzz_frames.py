"""Hostile frames: symbols of every kind that QR knows, hurt in every way, alone and beside a good label."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import segno
import zxingcpp

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

GOOD = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"
_PAPER, _INK = 235, 20
_LONGEST = 4296
_GAP_PX = 12


@dataclass(frozen=True, slots=True, eq=False)
class FuzzedFrame:
    """A frame, what was drawn in it, and whether a good label was put beside it untouched."""

    luminance: Plane
    kind: str
    payload: str
    has_good_label: bool


def make_frames(count: int, seed: int) -> Iterator[FuzzedFrame]:
    """Yield ``count`` frames, every second one with a good label; the same for the same ``seed``."""
    random = np.random.default_rng(seed)
    kinds = list(_KINDS)
    for number in range(count):
        kind = kinds[int(random.integers(len(kinds)))]
        payload, symbol = _KINDS[kind](random)
        hurt = _hurt(symbol, random)
        has_good_label = number % 2 == 1
        yield FuzzedFrame(
            _put_beside_good(hurt, random) if has_good_label else hurt, kind, payload, has_good_label
        )


Made = tuple[str, "Plane"]


def _draw(matrix: Any, module_px: int = 3, border: int = 4) -> Plane:
    dark = np.array([[*row] for row in matrix], np.uint8) > 0
    dark = np.pad(dark, border)
    plane: Plane = np.where(
        np.kron(dark, np.ones((module_px, module_px), np.uint8)) > 0, _INK, _PAPER
    ).astype(np.uint8)
    return plane


def _draw_code(code: segno.QRCode, module_px: int = 3) -> Plane:
    return _draw(code.matrix, module_px)


def _make_label(random: np.random.Generator) -> Made:
    text = _mutate_text(GOOD, random)
    return text, _draw_code(segno.make(text or "0", micro=False, error="m"))


def _make_parts(random: np.random.Generator) -> Made:
    parts = _make_sequence()
    return "part", _draw_code(parts[int(random.integers(len(parts)))])


@cache
def _make_sequence() -> tuple[segno.QRCode, ...]:
    return tuple(segno.make_sequence(GOOD * 8, symbol_count=6, error="l"))


def _make_eci(random: np.random.Generator) -> Made:
    text = "".join(chr(int(random.integers(0x390, 0x3CE))) for _ in range(int(random.integers(1, 60))))
    return text, _draw_code(segno.make(text, eci=True, encoding="utf-8", micro=False))


def _make_kanji(random: np.random.Generator) -> Made:
    text = "".join(chr(int(random.integers(0x3041, 0x3090))) for _ in range(int(random.integers(1, 120))))
    return text, _draw_code(segno.make(text, mode="kanji", encoding="shift_jis", micro=False))


def _make_hanzi(random: np.random.Generator) -> Made:
    text = "书读百遍其义自现" * int(random.integers(1, 12))
    return text, _draw_code(segno.make_qr(text, mode="hanzi", error="l"))


def _make_bytes(random: np.random.Generator) -> Made:
    content = random.bytes(int(random.integers(1, 300)))
    return "bytes", _draw_code(segno.make_qr(content, mode="byte", encoding=None, error="l"))


def _make_huge(random: np.random.Generator) -> Made:
    return "huge", _HUGE[int(random.integers(len(_HUGE)))]()


@cache
def _draw_letters() -> Plane:
    return _draw_code(segno.make("A" * _LONGEST, error="l", micro=False), 2)


@cache
def _draw_digits() -> Plane:
    return _draw_code(segno.make("7" * 7089, error="l", micro=False), 2)


@cache
def _draw_controls() -> Plane:
    return _draw_code(segno.make_qr(bytes(range(32)) * 90, mode="byte", error="l"), 2)


_HUGE: tuple[Callable[[], Plane], ...] = (_draw_letters, _draw_digits, _draw_controls)


def _make_gs1(random: np.random.Generator) -> Made:
    text = f"(01){random.integers(10**12, 10**13)}5(10)LOT{random.integers(1000)}"
    try:
        made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, options="gs1")
    except (ValueError, TypeError):
        made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    return text, np.ascontiguousarray(np.array(made.to_image(scale=3, add_quiet_zones=True), np.uint8))


def _make_micro(random: np.random.Generator) -> Made:
    text = str(int(random.integers(10**5)))
    return text, _draw_code(segno.make(text, micro=True))


def _make_finders(random: np.random.Generator) -> Made:
    """Finders everywhere: what costs a reader of shapes most."""
    plane = np.full((260, 340), _PAPER, np.uint8)
    ring = _draw(_RINGS, 3, 1)
    for _ in range(int(random.integers(4, 60))):
        top, left = int(random.integers(0, 230)), int(random.integers(0, 310))
        part = ring[: 260 - top, : 340 - left]
        plane[top : top + part.shape[0], left : left + part.shape[1]] = part
    return "", plane


_RINGS = np.pad(np.pad(np.ones((3, 3), np.uint8), 1), 1, constant_values=1)


def _make_rubbish(random: np.random.Generator) -> Made:
    """A symbol of the right look whose modules are chance."""
    side = 17 + 4 * int(random.integers(1, 12))
    matrix = random.integers(0, 2, (side, side)).astype(np.uint8)
    corner = np.zeros((8, 8), np.uint8)
    corner[:7, :7] = _RINGS
    matrix[:8, :8], matrix[:8, -8:], matrix[-8:, :8] = corner, corner[:, ::-1], corner[::-1]
    matrix[6, 8:-8] = matrix[8:-8, 6] = np.arange(side)[8:-8] % 2 == 0
    return "", _draw(matrix)


_KINDS: dict[str, Callable[[np.random.Generator], Made]] = {
    "label": _make_label,
    "structured append": _make_parts,
    "ECI": _make_eci,
    "Kanji": _make_kanji,
    "Hanzi": _make_hanzi,
    "bytes": _make_bytes,
    "huge": _make_huge,
    "GS1": _make_gs1,
    "micro": _make_micro,
    "finders": _make_finders,
    "rubbish": _make_rubbish,
}


def _mutate_text(text: str, random: np.random.Generator) -> str:
    letters = list(text)
    for _ in range(int(random.integers(0, 6))):
        at = int(random.integers(len(letters) + 1))
        letter = chr(
            int(random.choice([0, 10, 27, 32, 65, 0x202E, 0x430, 0x1F600, int(random.integers(32, 0xD7FF))]))
        )
        if random.random() < 0.5 and at < len(letters):
            letters[at] = letter
        else:
            letters.insert(at, letter)
    return "".join(letters)


def _hurt(symbol: Plane, random: np.random.Generator) -> Plane:
    plane = symbol.copy()
    for _ in range(int(random.integers(0, 4))):
        plane = _WAYS[int(random.integers(len(_WAYS)))](plane, random)
    return np.ascontiguousarray(plane)


def _speckle(plane: Plane, random: np.random.Generator) -> Plane:
    flip = random.random(plane.shape) < random.uniform(0, 0.2)
    return np.where(flip, 255 - plane, plane).astype(np.uint8)


def _noise(plane: Plane, random: np.random.Generator) -> Plane:
    noisy = plane + random.normal(0, random.uniform(1, 60), plane.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)


def _blur(plane: Plane, random: np.random.Generator) -> Plane:
    blurred: Plane = load_cv2().GaussianBlur(plane, (0, 0), float(random.uniform(0.3, 3)))
    return blurred


def _cover(plane: Plane, random: np.random.Generator) -> Plane:
    height_px, width_px = plane.shape
    top, left = int(random.integers(height_px)), int(random.integers(width_px))
    covered = plane.copy()
    covered[top : top + height_px // 3, left : left + width_px // 3] = int(random.integers(256))
    return covered


def _cut(plane: Plane, random: np.random.Generator) -> Plane:
    height_px, width_px = plane.shape
    return plane[
        : max(1, int(height_px * random.uniform(0.02, 1))), : max(1, int(width_px * random.uniform(0.02, 1)))
    ]


def _invert(plane: Plane, random: np.random.Generator) -> Plane:
    return (255 - plane).astype(np.uint8)


def _dim(plane: Plane, random: np.random.Generator) -> Plane:
    return (plane * random.uniform(0, 0.5)).astype(np.uint8)


def _slide_rows(plane: Plane, random: np.random.Generator) -> Plane:
    first = int(random.integers(plane.shape[0]))
    slid = plane.copy()
    slid[first:] = np.roll(slid[first:], int(random.integers(-20, 20)), axis=1)
    return slid


def _warp(plane: Plane, random: np.random.Generator) -> Plane:
    cv2 = load_cv2()
    height_px, width_px = plane.shape
    square = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], np.float32)
    moved = square + random.normal(0, 0.15 * min(height_px, width_px), (4, 2)).astype(np.float32)
    warped: Plane = cv2.warpPerspective(
        plane, cv2.getPerspectiveTransform(square, moved), (width_px, height_px), borderValue=_PAPER
    )
    return warped


def _squeeze_file(plane: Plane, random: np.random.Generator) -> Plane:
    """As a camera's JPEG of the worst quality gives it back."""
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(plane).save(file, "JPEG", quality=int(random.integers(1, 40)))
    return np.asarray(Image.open(file).convert("L"))


_WAYS: tuple[Callable[[Plane, np.random.Generator], Plane], ...] = (
    _speckle,
    _noise,
    _blur,
    _cover,
    _cut,
    _invert,
    _dim,
    _slide_rows,
    _warp,
    _squeeze_file,
)


@cache
def _draw_good() -> Plane:
    return _draw_code(segno.make(GOOD, micro=False, error="m"), 4)


def _put_beside_good(plane: Plane, random: np.random.Generator) -> Plane:
    good = _draw_good()
    height_px = max(good.shape[0], plane.shape[0])
    frame = np.full((height_px, good.shape[1] + _GAP_PX + plane.shape[1]), _PAPER, np.uint8)
    at = [0, good.shape[1] + _GAP_PX] if random.random() < 0.5 else [plane.shape[1] + _GAP_PX, 0]
    for part, left in ((good, at[0]), (plane, at[1])):
        frame[: part.shape[0], left : left + part.shape[1]] = part
    return frame
