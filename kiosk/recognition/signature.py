"""The bytes a picture is known by: its best features, and itself very small. Made at build, read on the device."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.recognition.features import DESCRIPTOR_SIZE, LOOK_SIDE_PX, Features
from kiosk.scanning.frame import fit_plane

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

MOST_FEATURES = 256
MAX_SIGNATURE_BYTES = 24_000
THUMBNAIL_SIDE_PX = 48
_FORM = 1
_HEAD = struct.Struct("<BBBHHH")
_POINT_STEP = 64
_SIZE_STEP = 24
_FEATURE_BYTES = 2 + 2 + 1 + 1 + DESCRIPTOR_SIZE // 2


@dataclass(frozen=True, slots=True, eq=False)
class Signature:
    """What a picture is known by.

    Attributes:
        width_px: Of the picture as it was looked at; ``features`` are measured in it.
        height_px: Likewise.
        thumbnail: The picture's luminance, 48 px on its longer side.
        features: The most lasting first, so that a shorter signature is the beginning of a longer one.
    """

    width_px: int
    height_px: int
    thumbnail: Plane
    features: Features


def make_thumbnail(looked_at: Plane) -> Plane:
    """Return a picture's luminance at the size a signature keeps it."""
    return fit_plane(looked_at, THUMBNAIL_SIDE_PX)


def format_signature(signature: Signature, most_features: int = MOST_FEATURES) -> bytes:
    """Return a signature as bytes; the pair of :func:`parse_signature`. Points keep 1/64 px, angles 1.4 degrees."""
    import numpy as np

    kept = signature.features.take(np.arange(min(most_features, len(signature.features))))
    small = signature.thumbnail
    head = _HEAD.pack(
        _FORM, small.shape[1], small.shape[0], signature.width_px, signature.height_px, len(kept)
    )
    points = np.clip(np.rint(kept.points_px * _POINT_STEP), 0, 65_535).astype("<u2")
    sizes = np.clip(np.rint(np.log2(np.maximum(kept.sizes_px, 1)) * _SIZE_STEP), 0, 255).astype(np.uint8)
    angles = (np.rint(kept.angles_deg * (256 / 360)).astype(np.int64) % 256).astype(np.uint8)
    levels = kept.descriptors[:, 0::2] << 4 | kept.descriptors[:, 1::2]
    columns = (points, sizes, angles, levels)
    return b"".join([head, small.tobytes(), *(column.tobytes() for column in columns)])


def parse_signature(raw: bytes) -> Signature:
    """Return the signature in ``raw``.

    Raises:
        ValueError: It is none: another form, another length, or sizes that no picture has.
    """
    import numpy as np

    if not _HEAD.size <= len(raw) <= MAX_SIGNATURE_BYTES:
        raise ValueError("no signature")
    form, small_width, small_height, width_px, height_px, count = _HEAD.unpack_from(raw)
    small = small_width * small_height
    sides, small_sides = (width_px, height_px), (small_width, small_height)
    fits = min(sides) >= 1 and max(sides) <= LOOK_SIDE_PX and count <= MOST_FEATURES
    fits = fits and min(small_sides) >= 1 and max(small_sides) <= THUMBNAIL_SIDE_PX
    if form != _FORM or not fits or len(raw) != _HEAD.size + small + count * _FEATURE_BYTES:
        raise ValueError("a signature of another form")
    rest = memoryview(raw)[_HEAD.size :]
    ends = np.cumsum([small, 4 * count, count, count])
    thumbnail, points, sizes, angles, levels = (
        np.frombuffer(piece, np.uint8) for piece in _split(rest, [int(end) for end in ends])
    )
    packed = levels.reshape(count, DESCRIPTOR_SIZE // 2)
    descriptors = np.empty((count, DESCRIPTOR_SIZE), np.uint8)
    descriptors[:, 0::2], descriptors[:, 1::2] = packed >> 4, packed & 15
    features = Features(
        (points.view("<u2").reshape(count, 2) / _POINT_STEP).astype(np.float32),
        np.exp2(sizes.astype(np.float32) / _SIZE_STEP).astype(np.float32),
        angles.astype(np.float32) * np.float32(360 / 256),
        np.ones(count, np.float32),
        descriptors,
    )
    return Signature(width_px, height_px, thumbnail.reshape(small_height, small_width), features)


def _split(raw: memoryview, ends: list[int]) -> list[memoryview]:
    return [raw[begin:end] for begin, end in zip([0, *ends], [*ends, len(raw)], strict=True)]
